"""Tables as XLSX, one sheet each, written row by row in constant memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from calltaker.reports.errors import ReportError
from calltaker.reports.tables import Table

MAX_ROWS = 1_048_576
MAX_CELL_CHARS = 32_767  # the format's limit; the library would drop a longer text
WIDTH_CHARS = 18


def write_xlsx(part: Path, tables: Sequence[Table]) -> None:
    """Write a workbook. Text is written as text, whatever it begins with: no formula, no link.

    Raises `ReportError` when a table has more rows than a sheet holds."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(part), options) as book:
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for table in tables:
            _write_sheet(book.add_worksheet(table.name[:31]), table, bold, head)


def _write_sheet(sheet: Any, table: Table, bold: Any, head: Any) -> None:
    sheet.set_column(0, max(len(table.columns) - 1, 0), WIDTH_CHARS)
    sheet.write_string(0, 0, table.title, bold)
    at = 1
    for note in table.notes:
        sheet.write_string(at, 0, note)
        at += 1
    for column, name in enumerate(table.columns):
        sheet.write_string(at + 1, column, name, head)
    sheet.freeze_panes(at + 2, 0)
    for row_at, row in enumerate(table.rows, at + 2):
        if row_at >= MAX_ROWS:
            raise ReportError("more rows than a sheet can hold: choose a shorter period or CSV")
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(row_at, column, value[:MAX_CELL_CHARS])
            elif value is not None:
                sheet.write_number(row_at, column, value)
