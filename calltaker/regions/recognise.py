"""What a file is, by what is in it. A name proves nothing: an Excel workbook called .csv is an everyday sight."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Literal

from calltaker.regions.pbf import HEADER_MARK
from calltaker.regions.pmtiles_map import MARK
from calltaker.regions.table import looks_like_table
from db.region.folder import RegionError

Format = Literal["boundaries", "pbf", "table", "mbtiles", "pmtiles"]
_HEAD_BYTES = 64 * 1024
_SQLITE = b"SQLite format 3\0"
_GEOPACKAGE_ID = (b"GPKG", b"GP10", b"GP11")
"""The application id at byte 68 (OGC 12-128r18, requirement 2)."""
_SHAPEFILE = b"\x00\x00\x27\x0a"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a packed file (ZIP, or an Excel workbook): unpack it, or save the workbook as CSV, and import that"),
    (b"\x1f\x8b", "a packed file (gzip): unpack it and import what is in it"),
    (b"BZh", "a packed file (bzip2): unpack it and import what is in it"),
    (b"\xfd7zXZ", "a packed file (xz): unpack it and import what is in it"),
    (b"7z\xbc\xaf", "a packed file (7z): unpack it and import what is in it"),
    (b"Rar!", "a packed file (RAR): unpack it and import what is in it"),
    (b"%PDF", "a PDF: nothing can be imported from it"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file: save the table as CSV and import that"),
    (b"\x89PNG", "a picture: nothing can be imported from it"),
    (b"\xff\xd8\xff", "a picture: nothing can be imported from it"),
)
_MARKUP: tuple[tuple[bytes, str], ...] = (
    (b"<osm", "OpenStreetMap as XML: take the extract that ends in .osm.pbf"),
    (b"<kml", "a KML: save it as GeoJSON, or the list as CSV, and import that"),
    (b"<html", "a web page: the download gave a page and not the file"),
)


def recognise(path: Path) -> Format:
    """Return what the file is. Raises `RegionError` with a sentence for what cannot be imported."""
    head = _head(path)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    known = _by_first_bytes(head)
    if known is not None:
        return known
    for mark, words in _OTHERS:
        if head.startswith(mark):
            raise RegionError(f"{path}: this is {words}")
    for mark, words in _MARKUP:
        if text.startswith(b"<") and mark in text[:2000].lower():
            raise RegionError(f"{path}: this is {words}")
    if text.startswith(b"{"):
        return "boundaries"
    if looks_like_table(head):
        return "table"
    raise RegionError(
        f"{path}: this is none of: village polygons (GeoJSON, GeoPackage, Shapefile), an OpenStreetMap extract (PBF), "
        "a list (CSV with headings such as nama, jenis, lat, lon), a map (MBTiles, PMTiles)"
    )


def _by_first_bytes(head: bytes) -> Format | None:
    if head.startswith(MARK):
        return "pmtiles"
    if head.startswith(_SQLITE):
        return "boundaries" if head[68:72] in _GEOPACKAGE_ID else "mbtiles"
    if head.startswith(_SHAPEFILE):
        return "boundaries"
    return "pbf" if head[4 : 4 + len(HEADER_MARK)] == HEADER_MARK else None


def _head(path: Path) -> bytes:
    """Return the first bytes. A pipe or a device would wait for ever, so only plain files are opened."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            with path.open("rb") as file:
                head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise RegionError(f"{path}: cannot be read ({error.strerror or error})") from error
    except ValueError as error:  # a name that no file can have
        raise RegionError(f"{path!r}: cannot be read ({error})") from error
    if stat.S_ISDIR(mode):
        raise RegionError(f"{path}: this is a folder; name the files in it")
    if not stat.S_ISREG(mode):
        raise RegionError(f"{path}: this is not a plain file")
    if not head:
        raise RegionError(f"{path}: the file is empty")
    return head
