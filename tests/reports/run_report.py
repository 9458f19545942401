"""Runs the child process as the desk does, and reads files back without the programs that wrote them."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

ROOT = Path(__file__).parents[2]
_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def run_report(*arguments: object, standard_input: bytes = b"", **environment: str) -> tuple[int, list[dict[str, Any]], str]:
    """Return exit code, the JSON lines of standard output, and standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "calltaker.reports", *map(str, arguments)],
        cwd=ROOT,
        input=standard_input,
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )
    lines = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    return done.returncode, lines, done.stderr.decode()


def read_csv(file: Path, delimiter: str = ";") -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened, delimiter=delimiter))


def section(rows: list[list[str]], title: str) -> list[list[str]]:
    """Return the rows of a table under its column names: from the row after the title to the next empty one."""
    start = next(place for place, row in enumerate(rows) if row and row[0] == title) + 1
    end = next((place for place in range(start, len(rows)) if not rows[place]), len(rows))
    body = rows[start:end]
    head = next(place for place, row in enumerate(body) if len(row) > 1)
    return body[head:]


def read_xlsx(file: Path) -> dict[str, list[list[Any]]]:
    """Return the cells of every sheet, straight from the XML; fails on a cell that is a formula."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        book = ET.fromstring(archive.read("xl/workbook.xml"))
        names = [sheet.attrib["name"] for sheet in book.iterfind(".//m:sheet", _NS)]
        shared = _shared_strings(archive)
        return {name: _sheet(archive, place, shared) for place, name in enumerate(names, 1)}


def _shared_strings(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in entry.iterfind(".//m:t", _NS)) for entry in root.iterfind("m:si", _NS)]


def _sheet(archive: zipfile.ZipFile, place: int, shared: list[str]) -> list[list[Any]]:
    root = ET.fromstring(archive.read(f"xl/worksheets/sheet{place}.xml"))
    assert root.find(".//m:f", _NS) is None, "a formula"
    return [[_cell(cell, shared) for cell in row.iterfind("m:c", _NS)] for row in root.iterfind(".//m:row", _NS)]


def _cell(cell: ET.Element, shared: list[str]) -> Any:
    kind = cell.attrib.get("t", "n")
    if kind == "inlineStr":
        text = "".join(text.text or "" for text in cell.iterfind(".//m:t", _NS))
        return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)  # ECMA-376 §22.9.2.19
    value = cell.findtext("m:v", default="", namespaces=_NS)
    if kind == "s":
        return shared[int(value)]
    return float(value) if value else ""
