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


DECIMAL_SIGNS = {"id": ",", "en": "."}


def harmless(text: str) -> str:
    """Return text that no spreadsheet runs: a leading ' marks it as text."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def cell_text(value: Value, language: str) -> str:
    """Return a cell; numbers stay numbers, with the decimal sign that the spreadsheet of this language expects."""
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    return str(value).replace(".", DECIMAL_SIGNS[language])


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
            writer.writerows([cell_text(value, language) for value in row] for row in table.rows)
