"""A table on its way into a file. Rows may be a stream: a report of ten years does not fit into memory at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True, kw_only=True)
class Table:
    """`name` is short (the sheet's tab, 31 signs at most), `notes` say what is counted and of what."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]
    notes: tuple[str, ...] = ()
