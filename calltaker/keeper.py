"""`calltaker run`: starts the line and the window of a seat and starts them again when they die. It does nothing else, so that
nothing in it can fail: it reads no database, opens no socket and loads no library of the others.

A second copy of the line stands by, loaded and waiting for the line's lock: when the line dies, the system gives the lock to it
and calls are taken again within a few tenths of a second. The keeper then starts the next copy to stand by.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from calltaker.exit_codes import ALREADY_RUNNING, CANNOT_START, OK
from calltaker.instance_lock import AlreadyRunningError, InstanceLock
from calltaker.kept import Kept
from calltaker.settings import Settings

log = logging.getLogger("keeper")

LOCK_FILE = "seat.lock"
LINE_LOCK_FILE = "line.lock"
STANDBY_AFTER_START_S = 2.0
"""At the start the line and the window have the processor for themselves for this long before a copy is loaded to stand by.
After a takeover the next copy is loaded at once: the line that took over had everything loaded."""
GIVE_UP_WITHIN_S = 30.0
"""What a person has to mend ends the seat only so soon after its start, while somebody looks at it. Later a line that cannot
take over (a port not yet free, a full disk, settings broken meanwhile) is tried again for ever."""
_STOP_WINDOW_S = 3.0
_STOP_LINE_S = 10.0
_TURN_S = 0.5


def run(settings: Settings, arguments: Sequence[str], *, window: bool = True) -> int:
    """Keep the seat going until SIGTERM, or until the person closes the window. `arguments` (where the settings are) are
    passed on. Returns an exit code of `calltaker.exit_codes`."""
    lock = InstanceLock(settings.run_dir / LOCK_FILE)
    try:
        lock.acquire()
        _log_to_file(settings)
    except AlreadyRunningError as error:
        who = f"process {error.pid}, data folder {settings.data_dir}"
        sys.stderr.write(f"Seat {settings.seat.id} is running already ({who}).\n")
        return ALREADY_RUNNING
    except OSError as error:
        sys.stderr.write(f"The data folder {settings.data_dir} cannot be used: {error.strerror or error}.\n")
        return CANNOT_START
    try:
        program = [sys.executable, "-m", "calltaker"]
        line = [*program, "line", "--standby", *arguments]
        desk = [*program, "desk", *arguments] if window else None
        return Keeper(line, desk, settings.run_dir / LINE_LOCK_FILE).run()
    finally:
        lock.release()


class Keeper:
    """One thread decides; one small thread per child waits for its end."""

    def __init__(self, line: Sequence[str], window: Sequence[str] | None, line_lock: Path) -> None:
        """The commands of the children; the line holds `line_lock` while it works."""
        self._line_lock = line_lock
        self._ended: queue.SimpleQueue[tuple[Kept, int] | None] = queue.SimpleQueue()
        self._line = Kept("line", line, self._ended)
        self._standby = Kept("standby line", line, self._ended)
        self._window = Kept("window", window, self._ended) if window is not None else None
        self._standby_after_s = STANDBY_AFTER_START_S
        self._gives_up_until_s = time.monotonic() + GIVE_UP_WITHIN_S
        self._stopping = threading.Event()

    def run(self) -> int:
        for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._on_signal)
        code = OK
        try:
            while not self._stopping.is_set():
                self._start_what_is_due()
                end = self._next_end()
                if end is not None and (code := self._after(*end)) >= 0:
                    break
                code = OK
        finally:
            self._stop_all()
        return code

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping.set()
        self._ended.put(None)

    def _start_what_is_due(self) -> None:
        self._line.start_if_due()
        if self._line.lived_s >= self._standby_after_s:
            self._standby.start_if_due()
        if self._window is not None:
            self._window.start_if_due()

    def _next_end(self) -> tuple[Kept, int] | None:
        """Wait until a child ends or something may be due."""
        try:
            return self._ended.get(timeout=self._wait_s())
        except queue.Empty:
            return None

    def _wait_s(self) -> float:
        waits = [kept.due_in_s for kept in (self._line, self._window) if kept is not None and not kept.is_running]
        return min([*waits, _TURN_S])

    def _after(self, kept: Kept, code: int) -> int:
        """Decide what follows the end of a child; return the keeper's exit code, or -1 to go on."""
        log.warning("the %s ended with %s", kept.name, _words(code))
        if kept is self._window and code == OK:
            return OK
        if code == CANNOT_START and self._is_first_start(kept):
            return CANNOT_START
        kept.note_end()
        if kept is self._line:
            self._standby_after_s = STANDBY_AFTER_START_S
        if kept is self._line and self._standby.is_running:
            # The copy that stood by has the lock already: it is the line now.
            self._line, self._standby = self._standby, self._line
            self._line.name, self._standby.name = "line", "standby line"
            self._line.note_takeover()
            self._standby_after_s = 0.0
            self._gives_up_until_s = 0.0
        return -1

    def _is_first_start(self, kept: Kept) -> bool:
        return kept.starts == 1 and kept is not self._standby and time.monotonic() < self._gives_up_until_s

    def _stop_all(self) -> None:
        """The window first, or it would show a line that is away."""
        if self._window is not None:
            self._window.stop(_STOP_WINDOW_S)
        self._standby.stop(_STOP_WINDOW_S)
        self._line.stop(_STOP_LINE_S)
        _stop_orphans(InstanceLock(self._line_lock))


def _stop_orphans(lock: InstanceLock) -> None:
    """A line whose keeper was killed went on with its calls, and a copy of it stands by; they end with the seat."""
    end_s = time.monotonic() + _STOP_LINE_S
    while time.monotonic() < end_s:
        try:
            lock.acquire()
        except AlreadyRunningError as error:
            log.warning("a line of an earlier keeper still runs (process %d)", error.pid)
            _ask_to_end(error.pid)
            time.sleep(_TURN_S / 5)
        else:
            lock.release()
            return


def _ask_to_end(pid: int) -> None:
    try:
        if pid:
            os.kill(pid, signal.SIGTERM)
    except ProcessLookupError:
        log.info("process %d has ended meanwhile", pid)


def _words(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _log_to_file(settings: Settings) -> None:
    folder = settings.data_dir / "log"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = logging.handlers.RotatingFileHandler(folder / "keeper.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(file)
    log.setLevel(logging.INFO)
    log.propagate = False
