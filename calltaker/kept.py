"""A child process that is started again whenever it ends."""

from __future__ import annotations

import logging
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

log = logging.getLogger("keeper")

SHORT_LIFE_S = 2.0
FIRST_WAIT_S = 0.1
LONGEST_WAIT_S = 2.0


class Kept:
    """One thread uses it; the end of the child is put into `ended` as (this object, exit code or minus the signal).

    A child that lived for a while is started again at once, one that died within 2 s of its start after 0.1 s, then 0.2 s …
    up to every 2 s, for ever."""

    def __init__(self, name: str, command: Sequence[str], ended: queue.SimpleQueue[tuple[Kept, int] | None]) -> None:
        self.name = name
        self.starts = 0
        self._command = list(command)
        self._ended = ended
        self._process: subprocess.Popen[bytes] | None = None
        self._since_s = 0.0
        self._due_s = 0.0
        self._wait_s = 0.0

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def pid(self) -> int:
        """0 when it does not run."""
        return self._process.pid if self._process is not None else 0

    @property
    def lived_s(self) -> float:
        """Seconds since the start (or since it took over), 0 when it does not run."""
        return time.monotonic() - self._since_s if self._process is not None else 0.0

    @property
    def due_in_s(self) -> float:
        """Seconds until it may be started again."""
        return max(0.0, self._due_s - time.monotonic())

    def start_if_due(self) -> None:
        if self._process is not None or self.due_in_s > 0:
            return
        try:
            process = _start(self._command)
            self._tell_end_of(process)
        except (OSError, RuntimeError):  # no memory, process or thread left for the moment
            log.exception("the %s cannot be started", self.name)
            self._due_s = time.monotonic() + LONGEST_WAIT_S
            return
        self.starts += 1
        self._since_s = time.monotonic()
        self._process = process

    def _tell_end_of(self, process: subprocess.Popen[bytes]) -> None:
        """Raises `RuntimeError`, with the process ended, when no thread is left to wait for it."""
        waiting = threading.Thread(target=lambda: self._ended.put((self, process.wait())), name=self.name, daemon=True)
        try:
            waiting.start()
        except RuntimeError:
            process.kill()
            process.wait()
            raise

    def note_end(self) -> None:
        """The child has ended: say when it may be started again."""
        short = self.lived_s < SHORT_LIFE_S
        self._wait_s = min(max(FIRST_WAIT_S, self._wait_s * 2), LONGEST_WAIT_S) if short else 0.0
        self._due_s = time.monotonic() + self._wait_s
        self._process = None

    def note_takeover(self) -> None:
        """A copy that stood by does the work from now on."""
        self._since_s = time.monotonic()

    def stop(self, timeout_s: float) -> None:
        """Ask it to end, wait, and end it by force when it does not."""
        if self._process is None:
            return
        _ask_to_end(self._process)
        try:
            self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """A session of its own: Ctrl+C in a terminal reaches the keeper alone, which ends the others in their order."""
    if sys.platform == "win32":
        own_group = subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, creationflags=own_group)  # noqa: S603 - our own program
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own program


def _ask_to_end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        os.kill(process.pid, signal.CTRL_BREAK_EVENT)
    else:
        process.terminate()
