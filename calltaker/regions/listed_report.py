"""Remarks on the rows of a file: counted, the first ones shown, all of them written to a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from calltaker.regions.report import Progress, Remarks, Report

SHOWN_ROWS = 20


class ListedReport(Report):
    """Writes each remark to `path` as it comes; the file is made with the first one."""

    def __init__(self, path: Path, progress: Progress | None = None) -> None:
        super().__init__(progress)
        self._path = path
        self._file: IO[str] | None = None

    def bad(self, row: int, reason: str) -> None:
        super().bad(row, reason)
        self._write("left out", row, reason)

    def mended(self, row: int, reason: str) -> None:
        super().mended(row, reason)
        self._write("changed", row, reason)

    def note(self, text: str) -> None:
        super().note(text)
        self._write("note", 0, text)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _write(self, what: str, row: int, reason: str) -> None:
        if self._file is None:
            self._file = self._path.open("w", encoding="utf-8", newline="\n")
        self._file.write(f"{what}\t{row or ''}\t{one_line(reason)}\n")


def told(report: Report, row_word: str, full_list: Path | None = None) -> Iterator[str]:
    """Give the lines that a person reads; `row_word` is what the numbers count, `full_list` where everything stands (None =
    nowhere, the file was refused)."""
    for remarks, words in (
        (report.bad_rows, "left out"),
        (report.mended_rows, "taken, but changed or with something not read"),
    ):
        if remarks.count:
            yield f"  {remarks.count} {words}:"
            yield from _shown(remarks, row_word, full_list)
    for remark in report.notes:
        yield f"  note: {one_line(remark.reason)}"


def _shown(remarks: Remarks, row_word: str, full_list: Path | None) -> Iterator[str]:
    for _, remark in zip(range(SHOWN_ROWS), remarks, strict=False):
        where = f"{row_word} {remark.row}: " if remark.row else ""
        yield f"    {where}{one_line(remark.reason)}"
    if remarks.count > SHOWN_ROWS:
        yield f"    … and {remarks.count - SHOWN_ROWS} more" + (f", all in {full_list}" if full_list else "")


def one_line(text: str) -> str:
    """Return text of a foreign file as it may be printed: no control signs, no line breaks."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
