"""A table as offices send it: UTF-8 with or without a mark, Windows-1252 or what Excel calls Unicode; commas, semicolons or
tabs; headings in Indonesian or English."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from db.region.folder import RegionError

MAX_BYTES = 32 * 1024 * 1024
"""A hundred thousand places. A larger file is not a centre's own list."""
_DELIMITERS = ",;\t"

HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("nama", "name", "nama tempat", "nama lokasi", "nama pos"),
    "kind": ("jenis", "kind", "type", "tipe", "kategori", "category"),
    "lat": ("lat", "latitude", "lintang", "garis lintang", "y"),
    "lon": ("lon", "lng", "long", "longitude", "bujur", "garis bujur", "x"),
    "phone": ("telepon", "telp", "tlp", "no telepon", "no telp", "nomor telepon", "phone", "telephone", "hp", "no hp"),
    "agency": ("instansi", "dinas", "opd", "agency", "lembaga"),
    "village": ("desa", "kelurahan", "desa kelurahan", "kelurahan desa", "village"),
    "kecamatan": ("kecamatan", "kec", "district"),
    "alias": ("alias", "nama lain", "sebutan", "other name"),
    "callsign": ("callsign", "call sign", "kode panggil", "nama panggilan", "kode unit", "panggilan"),
    "unit": ("unit", "nama unit", "kendaraan", "armada", "unit name", "vehicle"),
    "base": ("pangkalan", "base", "markas"),
}
"""Field → the headings that mean it. Signs, capitals and what stands in brackets do not count."""

_FIELDS = {heading: field for field, headings in HEADINGS.items() for heading in headings}
REQUIRED = ("name", "kind", "lat", "lon")


class Row(msgspec.Struct, frozen=True):
    """`line` counts from 1 as an editor does (the heading is line 1); `cells` are stripped, by field, never missing."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, field: str) -> str:
        return self.cells[field]


class Table:
    """Raises `RegionError` for what is not such a table, before any row is given."""

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > MAX_BYTES:
            raise RegionError(f"{path}: a list of places is never so large ({path.stat().st_size} bytes)")
        text = decode(path.read_bytes(), str(path))
        self._first_line = 1
        if text[:4].lower() == "sep=":  # Excel's own first line
            text = text.partition("\n")[2]
            self._first_line = 2
        self._path = path
        self._delimiter = _delimiter_of(text)
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=self._delimiter, strict=True)
        headings = self._next()[1] if text.strip() else []
        self._columns = self._find_columns(headings)
        self.unknown = tuple(heading for heading in headings if heading.strip() and _plain(heading) not in _FIELDS)
        """Headings that mean nothing here; their columns are not read."""

    def rows(self) -> Iterator[Row | tuple[int, str]]:
        """Give each row, or its line and why it cannot be read. Empty lines are skipped. Raises `RegionError`."""
        width = max(self._columns.values()) + 1
        while (found := self._next())[0]:
            line, cells = found
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) < width and any(self._columns[field] >= len(cells) for field in REQUIRED):
                yield line, f"the row ends after {len(cells)} columns"
                continue
            at = self._columns
            yield Row(line, {f: _cell(cells, at[f]) if f in at else "" for f in HEADINGS})

    def _next(self) -> tuple[int, list[str]]:
        """Return the line and cells of the next row; (0, []) at the end."""
        line = self._reader.line_num + self._first_line
        try:
            return line, next(self._reader)
        except StopIteration:
            return 0, []
        except csv.Error as error:
            raise RegionError(f"{self._path}: line {line}: {error}") from error

    def _find_columns(self, headings: list[str]) -> dict[str, int]:
        columns: dict[str, int] = {}
        for index, heading in enumerate(headings):
            field = _FIELDS.get(_plain(heading))
            if field is None:
                continue
            if field in columns:
                raise RegionError(f"{self._path}: two columns mean the {field}: {headings[columns[field]]!r} and {heading!r}")
            columns[field] = index
        missing = [field for field in REQUIRED if field not in columns]
        if missing:
            words = ", ".join(f"{field} ({' or '.join(HEADINGS[field][:3])})" for field in missing)
            raise RegionError(f"{self._path}: the first line has no column for {words}")
        return columns


def decode(data: bytes, name: str) -> str:
    """Return the text of a file in whichever of the usual encodings it is. Raises `RegionError` for what is no text."""
    try:
        if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            return data.decode("utf-16")
        if b"\0" in data:
            raise RegionError(f"{name}: this is not text")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("windows-1252")
    except UnicodeDecodeError as error:
        raise RegionError(f"{name}: the text is neither UTF-8 nor Windows-1252 (byte {error.start})") from error


def looks_like_table(head: bytes) -> bool:
    """True when the first line of a file could be headings of a list of places."""
    try:
        text = decode(head, "")
    except (RegionError, UnicodeDecodeError):
        return False
    lines = text.splitlines()
    if lines and lines[0].lower().startswith("sep="):
        del lines[0]
    cells = re.split(r"[,;\t]", lines[0]) if lines else []
    return len({_FIELDS[_plain(cell)] for cell in cells if _plain(cell) in _FIELDS}) >= 2


def number(text: str) -> float:
    """Return a coordinate as people write it in a table. Raises `ValueError` with the reason; it never guesses where a
    decimal point was that a spreadsheet has lost."""
    plain = text.replace("\u2212", "-").replace("\u2013", "-").rstrip("°").replace(" ", "")
    if not re.fullmatch(r"[+-]?\d{1,3}([.,]\d*)?", plain):
        raise ValueError(f"{text!r} is not a decimal degree such as -7.44631")
    return float(plain.replace(",", "."))


def _delimiter_of(text: str) -> str:
    heading = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    return max(_DELIMITERS, key=heading.count)


def _plain(heading: str) -> str:
    bare = re.sub(r"\(.*?\)|[*.:]", "", heading.casefold())
    return re.sub(r"[\s_\-/]+", " ", bare).strip()


def _cell(cells: list[str], index: int) -> str:
    return " ".join(cells[index].split()) if index < len(cells) else ""
