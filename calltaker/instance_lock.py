"""One process of a kind per seat: a locked file that holds the owner's process id. The system lets go of the lock when the
process dies in any way, so a stale file never stands in the way."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


_POLL_S = 0.05


class AlreadyRunningError(Exception):
    """Another process holds the lock. `pid` is its process id, 0 when it could not be read."""

    def __init__(self, path: Path, pid: int) -> None:
        super().__init__(f"process {pid or 'unknown'} already holds {path}")
        self.pid = pid


class InstanceLock:
    """Held from `acquire()` until `release()` or the end of the process."""

    # Windows locks bytes against reading too; one far behind the text leaves the process id readable.
    _LOCKED_BYTE = 1024

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def acquire(self, *, wait: bool = False) -> None:
        """With `wait` return when the owner is gone. Raises `AlreadyRunningError`, or `OSError` when the folder cannot be
        written."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = self._path.open("a+", encoding="ascii")
        while not self._lock(file, wait=wait):
            if not wait:
                file.close()
                raise AlreadyRunningError(self._path, owner_of(self._path))
        self._file = file
        with contextlib.suppress(OSError):  # a full disk: the lock holds all the same, only its owner is not told
            file.seek(0)
            file.truncate()
            file.write(f"{os.getpid()}\n")
            file.flush()

    def is_held(self) -> bool:
        """True when a process holds the lock. Writes nothing and makes no file."""
        try:
            with self._path.open("r", encoding="ascii") as file:
                return not self._lock(file, wait=False)
        except OSError:
            return False

    def release(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):  # what could not be written is not written now either
                self._file.close()
            self._file = None

    def _lock(self, file: IO[str], *, wait: bool) -> bool:
        """Try once, or wait for some time (at least until a signal); return whether the lock is held."""
        try:
            if sys.platform == "win32":
                file.seek(self._LOCKED_BYTE)
                # LK_LOCK tries for 10 s, once a second: too coarse for a takeover.
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            if wait:
                time.sleep(_POLL_S)
            return False
        return True


def owner_of(path: Path) -> int:
    """Return the process id in a lock file, or 0 when there is none to read."""
    try:
        return int(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return 0
