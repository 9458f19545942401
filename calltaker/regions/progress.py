"""How far an import is: a bar on a terminal, one line for each tenth anywhere else. On stderr, so that stdout stays text."""

from __future__ import annotations

import sys
from typing import TextIO

WIDTH = 30
_MEGABYTE = 1_000_000


class Bar:
    """Called with `(done, total)`; draws only when what is to be seen changes."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = sys.stderr if stream is None else stream
        self._is_terminal = self._stream.isatty()
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        if total <= 0:
            return
        percent = max(0, min(100, 100 * done // total))
        step = percent if self._is_terminal else percent - percent % 10
        if step <= self._shown or (step == 0 and not self._is_terminal):
            return
        self._shown = step
        if self._is_terminal:
            full = WIDTH * percent // 100
            self._stream.write(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {percent:3d} %  {self._label}")
        else:
            self._stream.write(f"{self._label}: {step} %\n")
        self._stream.flush()

    def end(self) -> None:
        """Leave the line of the bar, so that the next sentence stands on its own."""
        if self._is_terminal and self._shown >= 0:
            self._stream.write("\n")
            self._stream.flush()
        self._shown = -1


def size_words(size_bytes: int) -> str:
    """Return a size as people say it."""
    if size_bytes < _MEGABYTE:
        return f"{max(1, size_bytes // 1000)} kB"
    if size_bytes < 1000 * _MEGABYTE:
        return f"{size_bytes / _MEGABYTE:.1f} MB"
    return f"{size_bytes / _MEGABYTE / 1000:.1f} GB"
