"""The keeper, over children that are a few lines of Python each."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calltaker import kept as kept_module
from calltaker.instance_lock import AlreadyRunningError, InstanceLock, owner_of
from calltaker.kept import Kept

ROOT = Path(__file__).parents[2]
# A line: waits for the lock, notes its start, works until it is ended.
LINE = """
    import os, signal, sys, time
    from pathlib import Path
    from calltaker.instance_lock import InstanceLock
    lock, keeper = InstanceLock(Path("line.lock")), os.getppid()
    with open("line.loaded", "a") as file: file.write("x")
    lock.acquire(wait=True)
    if os.getppid() != keeper and Path("line.ended").exists(): sys.exit(0)
    signal.signal(signal.SIGTERM, lambda *_: (open("line.ended", "a").write("x"), sys.exit(0)))
    with open("line.started", "a") as file: file.write("x")
    while True: time.sleep(0.02)
"""
WINDOW = """
    import os, time
    with open("window.pids", "a") as file: file.write(f"{os.getpid()} ")
    with open("window.started", "a") as file: file.write("x")
    while True: time.sleep(0.02)
"""
KEEPER = """
    import sys
    from pathlib import Path
    from calltaker import keeper
    keeper.STANDBY_AFTER_START_S = 0.3
    line, window = [sys.executable, "line.py"], [sys.executable, "window.py"]
    sys.exit(keeper.Keeper(line, window, Path("line.lock")).run())
"""


class Kennel:
    """A folder with a keeper and its children."""

    def __init__(self, folder: Path, *, line: str = LINE, window: str = WINDOW) -> None:
        self.folder = folder
        for name, text in (("line", line), ("window", window), ("keeper", KEEPER)):
            (folder / f"{name}.py").write_text(textwrap.dedent(text))
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen([sys.executable, "keeper.py"], cwd=folder, env=env)

    def count(self, name: str) -> int:
        path = self.folder / name
        return len(path.read_text()) if path.exists() else 0

    @property
    def line_pid(self) -> int:
        return owner_of(self.folder / "line.lock")

    def line_is_held(self) -> bool:
        lock = InstanceLock(self.folder / "line.lock")
        try:
            lock.acquire()
        except AlreadyRunningError:
            return True
        lock.release()
        return False


@pytest.fixture
def kennels() -> Iterator[list[Kennel]]:
    made: list[Kennel] = []
    yield made
    for kennel in made:
        if kennel.process.poll() is None:
            kennel.process.terminate()
            kennel.process.wait(60)


def wait_until(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end_s
        time.sleep(0.01)


def test_a_killed_line_is_replaced_again_and_again(tmp_path: Path, kennels: list[Kennel]) -> None:
    kennel = Kennel(tmp_path)
    kennels.append(kennel)
    for lives in range(1, 5):
        wait_until(lambda lives=lives: kennel.count("line.started") == lives)
        os.kill(kennel.line_pid, signal.SIGKILL)
    wait_until(lambda: kennel.count("line.started") == 5)
    assert kennel.count("window.started") == 1


def test_the_end_is_passed_on(tmp_path: Path, kennels: list[Kennel]) -> None:
    kennel = Kennel(tmp_path)
    kennels.append(kennel)
    wait_until(lambda: kennel.count("line.started") == 1 and kennel.count("window.started") == 1)
    kennel.process.terminate()
    assert kennel.process.wait(60) == 0
    assert kennel.count("line.ended") == 1
    assert not kennel.line_is_held()


def test_a_window_that_dies_comes_back(tmp_path: Path, kennels: list[Kennel]) -> None:
    dies_once = 'import os, sys\nif not os.path.exists("died"):\n    open("died", "w").close(); os.abort()\n'
    kennel = Kennel(tmp_path, window=dies_once + textwrap.dedent(WINDOW))
    kennels.append(kennel)
    wait_until(lambda: kennel.count("window.started") == 1)
    assert kennel.process.poll() is None


def test_closing_the_window_ends_the_seat(tmp_path: Path, kennels: list[Kennel]) -> None:
    waits = 'import os, time\nwhile not os.path.exists("line.started"): time.sleep(0.02)\n'
    kennel = Kennel(tmp_path, window=waits)
    kennels.append(kennel)
    assert kennel.process.wait(60) == 0
    assert not kennel.line_is_held()


def test_what_a_person_must_mend_ends_the_seat_at_once(tmp_path: Path, kennels: list[Kennel]) -> None:
    kennel = Kennel(tmp_path, line="raise SystemExit(3)")
    kennels.append(kennel)
    assert kennel.process.wait(60) == 3


def test_a_takeover_that_fails_does_not_end_the_seat(tmp_path: Path, kennels: list[Kennel]) -> None:
    """The port of the dead line may not be free yet, the disk may be full: the first copy that stands by gives up."""
    fails_once = """
        import os, sys
        if os.path.exists("line.started") and not os.path.exists("line.failed"):
            from pathlib import Path
            from calltaker.instance_lock import InstanceLock
            open("standby.waits", "w").close()
            InstanceLock(Path("line.lock")).acquire(wait=True)
            open("line.failed", "w").close()
            sys.exit(3)
    """
    kennel = Kennel(tmp_path, line=textwrap.dedent(fails_once) + textwrap.dedent(LINE))
    kennels.append(kennel)
    wait_until((tmp_path / "standby.waits").exists)
    os.kill(kennel.line_pid, signal.SIGKILL)
    wait_until(lambda: kennel.count("line.started") == 2)
    assert (tmp_path / "line.failed").exists()
    assert kennel.process.poll() is None


def test_without_a_thread_to_wait_for_it_a_child_is_started_later(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(kept_module.time, "monotonic", lambda: now[0])
    ended: queue.SimpleQueue[tuple[Kept, int] | None] = queue.SimpleQueue()
    kept = Kept("line", [sys.executable, "-c", ""], ended)

    def no_thread(_: object) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as full:
        full.setattr(kept_module.threading.Thread, "start", no_thread)
        kept.start_if_due()
    assert not kept.is_running
    now[0] += kept.due_in_s
    kept.start_if_due()
    assert ended.get(timeout=60) == (kept, 0)


def test_a_line_whose_keeper_was_killed_works_on_and_ends_with_the_next(tmp_path: Path, kennels: list[Kennel]) -> None:
    first = Kennel(tmp_path)
    kennels.append(first)
    wait_until(lambda: first.count("line.started") == 1 and first.count("window.started") == 1)
    wait_until(lambda: first.count("line.loaded") == 2)  # the copy that stands by, too, will be an orphan
    orphan = first.line_pid
    first.process.kill()
    first.process.wait()
    second = Kennel(tmp_path)
    kennels.append(second)
    wait_until(lambda: second.count("window.started") == 2)
    assert second.line_pid == orphan
    second.process.terminate()
    assert second.process.wait(60) == 0
    wait_until(lambda: not second.line_is_held())
    for pid in (tmp_path / "window.pids").read_text().split()[:1]:
        os.kill(int(pid), signal.SIGKILL)  # the window that the first keeper left


def test_one_that_dies_at_once_is_started_more_and_more_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(kept_module.time, "monotonic", lambda: now[0])
    ended: queue.SimpleQueue[tuple[Kept, int] | None] = queue.SimpleQueue()
    kept = Kept("line", [sys.executable, "-c", ""], ended)
    waits = []
    for _ in range(7):
        kept.start_if_due()
        ended.get(timeout=60)
        kept.note_end()
        waits.append(round(kept.due_in_s, 3))
        now[0] += kept.due_in_s
    assert waits == [0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0]
    kept.start_if_due()
    ended.get(timeout=60)
    now[0] += 5
    kept.note_end()
    assert kept.due_in_s == 0


def test_the_lock_is_gone_with_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    code = """
        import sys
        from pathlib import Path
        from calltaker.instance_lock import InstanceLock
        lock = InstanceLock(Path(sys.argv[1]))
        lock.acquire()
        print(flush=True)
        input()
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    owner = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert owner.stdout is not None
    owner.stdout.readline()
    with pytest.raises(AlreadyRunningError) as caught:
        InstanceLock(path).acquire()
    assert caught.value.pid == owner.pid
    owner.kill()
    owner.communicate()
    mine = InstanceLock(path)
    mine.acquire()
    assert owner_of(path) == os.getpid()
    mine.release()
