"""What an import says while and after it reads a file: how far it is, which rows it left out and which it mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

LISTED_ROWS = 200
"""Remarks that are kept word for word; the rest is counted. A file with more of them is wrong as a whole."""

Progress = Callable[[int, int], None]
"""`(done, total)` in rows, or in bytes where rows cannot be counted; total 0 = not known yet."""


class Remark(msgspec.Struct, frozen=True):
    """`row` counts features from 1 in a map file and lines from 1 in a text file (the header is line 1); 0 = the whole file."""

    row: int
    reason: str

    def __str__(self) -> str:
        return f"{self.row}: {self.reason}" if self.row else self.reason


class Remarks:
    """Remarks of one sort: the first `LISTED_ROWS` are kept, all are counted."""

    def __init__(self) -> None:
        self.count = 0
        self._listed: list[Remark] = []

    def add(self, row: int, reason: str) -> None:
        self.count += 1
        if len(self._listed) < LISTED_ROWS:
            self._listed.append(Remark(row, reason))

    @property
    def unlisted(self) -> int:
        """How many were counted only."""
        return self.count - len(self._listed)

    def __iter__(self) -> Iterator[Remark]:
        return iter(self._listed)

    def __len__(self) -> int:
        return self.count


class Report:
    """Handed to every reader of a file. `bad` rows are not imported; `mended` ones are, changed as the reason says. `notes`
    speak of the file as a whole (row 0)."""

    def __init__(self, progress: Progress | None = None) -> None:
        self.bad_rows = Remarks()
        self.mended_rows = Remarks()
        self.notes = Remarks()
        self._progress = progress

    def bad(self, row: int, reason: str) -> None:
        """Say why a row is left out."""
        self.bad_rows.add(row, reason)

    def mended(self, row: int, reason: str) -> None:
        """Say what was changed or guessed in a row that is taken."""
        self.mended_rows.add(row, reason)

    def note(self, text: str) -> None:
        """Say what a person should know of the file although it was taken."""
        self.notes.add(0, text)

    def progress(self, done: int, total: int) -> None:
        """Pass on how far the reader is."""
        if self._progress is not None:
            self._progress(done, total)
