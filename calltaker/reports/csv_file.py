"""Tables as CSV that a spreadsheet opens by a double click, in the way of the person's language."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from calltaker.reports.tables import Table, Value

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text cell that begins so would be run as a formula by a spreadsheet (OWASP, CSV injection)."""

DELIMITERS = {"id": ";", "en": ","}
"""Where the comma is the decimal sign, spreadsheets part columns by semicolons."""


def harmless(value: Value) -> str:
    """Return the value as text that no spreadsheet runs: a leading ' marks it as text. Numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA_STARTS) else value
    return str(value)


def write_csv(part: Path, tables: Sequence[Table], language: str) -> None:
    """Write the tables one under another, a blank line between them. UTF-8 with a mark, so that names keep their signs.
    A single table has its column names in the first line and nothing else above."""
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=DELIMITERS[language])
        for place, table in enumerate(tables):
            if len(tables) > 1:
                if place:
                    writer.writerow([])
                writer.writerow([harmless(table.title)])
                writer.writerows([harmless(note)] for note in table.notes)
            writer.writerow([harmless(name) for name in table.columns])
            writer.writerows([harmless(value) for value in row] for row in table.rows)
