"""A whole seat in a folder of its own: settings, log, free ports, the real line process with or without its keeper."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from support.ports import free_port

from calltaker.instance_lock import owner_of
from calltaker.line.plain_client import PlainClient
from calltaker.line.wire import Health
from calltaker.settings import Settings
from calltaker.settings_loader import load
from db.migrate import upgrade

ROOT = Path(__file__).parents[2]
TIMEOUT_S = 60.0  # a line that is asked to end has 10 s and more for its calls, and its keeper as much again


class Seat:
    """Use as a context manager: leaving it stops what runs."""

    def __init__(self, folder: Path, *, sip: str = "", more: str = "", database: str = "") -> None:
        """`sip` replaces the account table; `more` is added to the settings file; `database` "" = a file in the folder."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        self.folder = folder
        self.port = free_port()
        account = sip or '[[sip.accounts]]\nname = "112"\nuri = "sip:112@127.0.0.1"\n'
        self.write_settings(
            f'database = "{database}"\n[sip]\nbind = "127.0.0.1"\nudp_port = {self.port}\ntcp_port = {self.port}\n{account}'
            f'[sound]\nheadset = "null"\nmicrophone = "null"\nringer = "null"\n{more}'
        )
        self.settings: Settings = load(data_dir=folder, env={})
        upgrade(self.settings.database_url)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)

    def write_settings(self, text: str) -> None:
        (self.folder / "settings.toml").write_text(text, encoding="utf-8")

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "calltaker", *arguments, "--data-dir", str(self.folder)]

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a verb to its end."""
        return subprocess.run(
            self.command(*arguments), cwd=ROOT, env=os.environ | env, text=True, capture_output=True, timeout=110, check=False
        )

    def start(self, *arguments: str) -> Self:
        """Start a verb ("line", or "run --no-window") and leave it running."""
        with (self.folder / "stderr.txt").open("ab") as errors:
            self.process = subprocess.Popen(self.command(*arguments), cwd=ROOT, stdout=errors, stderr=errors)
        return self

    @property
    def line_pid(self) -> int:
        return owner_of(self.settings.run_dir / "line.lock")

    def kill_line(self) -> None:
        pid = self.line_pid
        assert pid, "no line holds the lock"
        os.kill(pid, signal.SIGKILL)

    def client(self, *, name: str = "test", timeout_s: float = TIMEOUT_S) -> PlainClient:
        """Attach as soon as the line is there and every account is registered."""
        end_s = time.monotonic() + timeout_s
        while True:
            try:
                return self._registered_client(name)
            except OSError:
                assert time.monotonic() < end_s, self.errors()
                time.sleep(0.005)

    def _registered_client(self, name: str) -> PlainClient:
        """Raises `OSError` when no line listens, or it dies before it is registered, or never is."""
        client = PlainClient(self.settings, actor="sari", name=name, timeout_s=TIMEOUT_S)
        try:
            if not _is_registered(client.snapshot.health):
                client.wait(lambda push: isinstance(push, Health) and _is_registered(push))
        except BaseException:
            client.close()
            raise
        return client

    def errors(self) -> str:
        log = self.folder / "log" / "line.log"
        return (self.folder / "stderr.txt").read_text() + (log.read_text()[-3000:] if log.exists() else "")

    def stop(self) -> int:
        assert self.process is not None
        self.process.terminate()
        try:
            code = self.process.wait(TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        self.process = None
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process is not None and self.process.poll() is None:
            self.stop()


def _is_registered(health: Health) -> bool:
    return all(line.registered for line in health.lines)


@contextmanager
def running_line(folder: Path, **settings: str) -> Iterator[Seat]:
    """A seat whose line runs; its clean end is part of the test."""
    with Seat(folder, **settings) as seat:
        seat.start("line")
        yield seat
        assert seat.stop() == 0, seat.errors()
