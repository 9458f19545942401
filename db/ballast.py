"""A file that only holds space: let go when the disk is full, it lets the shift go on until somebody makes room."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

_LOOK_AGAIN_AFTER_S = 30.0
_BLOCK_BYTES = 1024 * 1024


class Ballast:
    """`size_bytes` 0 = none is kept. Not thread-safe."""

    def __init__(self, path: Path, size_bytes: int) -> None:
        self.path = path
        self._size_bytes = size_bytes
        self._looked_at_s = float("-inf")

    @property
    def kept(self) -> bool:
        """True while the whole reserve is there (or none is wanted)."""
        if not self._size_bytes:
            return True
        try:
            return self.path.stat().st_size >= self._size_bytes
        except FileNotFoundError:
            return False

    def release(self) -> bool:
        """Free the space; False when there was none to free, or it may not be."""
        try:
            freed = self.path.stat().st_size > 0
            self.path.unlink()
        except OSError:
            return False
        self._looked_at_s = time.monotonic()
        return freed

    def restore(self, *, at_once: bool = False) -> bool:
        """Lay the reserve down again if the disk has room for twice of it (looked at every 30 s). True while it is kept."""
        now_s = time.monotonic()
        if not at_once and now_s - self._looked_at_s < _LOOK_AGAIN_AFTER_S:
            return False
        self._looked_at_s = now_s
        if self.kept:
            return True
        try:
            if shutil.disk_usage(self.path.parent).free < 2 * self._size_bytes:
                return False
            self._fill()
        except OSError:
            self.release()
            return False
        return True

    def _fill(self) -> None:
        with self.path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, self._size_bytes)
                return
            for _ in range(0, self._size_bytes, _BLOCK_BYTES):
                file.write(bytes(_BLOCK_BYTES))
