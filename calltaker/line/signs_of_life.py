"""How a line knows that the one before it died: a file that lives as long as the line does and is touched every second.

It tells without the keeper's help (a power cut kills the keeper too) and when about the end came.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec


class LastLife(msgspec.Struct, frozen=True, kw_only=True):
    """A line that did not come to its end. Times are UTC microseconds; `seen_at_us` is exact to about a second."""

    pid: int
    started_at_us: int
    seen_at_us: int = 0


class SignsOfLife:
    """The file of one run folder."""

    def __init__(self, run_dir: Path) -> None:
        self._path = run_dir / "line.alive"

    def last(self) -> LastLife | None:
        """Return the life that ended without a farewell, if any. One whose file cannot be understood died all the same."""
        try:
            content, seen_at_us = self._path.read_bytes(), self._path.stat().st_mtime_ns // 1000
        except FileNotFoundError:
            return None
        try:
            life = msgspec.json.decode(content, type=LastLife)
        except msgspec.MsgspecError:
            life = LastLife(pid=0, started_at_us=seen_at_us)
        return msgspec.structs.replace(life, seen_at_us=min(seen_at_us, time.time_ns() // 1000))

    def begin(self, started_at_us: int) -> None:
        """Begin a life. Raises `OSError`."""
        self._path.write_bytes(msgspec.json.encode(LastLife(pid=os.getpid(), started_at_us=started_at_us)))

    def touch(self) -> None:
        """Raises `OSError`."""
        os.utime(self._path)

    def end(self) -> None:
        """Say farewell: the next line begins without a predecessor."""
        self._path.unlink(missing_ok=True)
