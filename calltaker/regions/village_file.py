"""Boundary files as offices send them: opened with care, read in batches.

A file is known by its first bytes, never only by its name: the library behind would follow a file that names other files.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import pyogrio
import shapely
from numpy.typing import NDArray

from calltaker.regions.report import Report
from calltaker.regions.village_columns import Columns, find_columns
from db.region.folder import RegionError

BATCH_ROWS = 2_000
WGS84 = {"EPSG:4326", "EPSG:4979", "OGC:CRS84", "EPSG:9470", "EPSG:4755"}
"""WGS 84 itself and Indonesia's own SRGI 2013 and DGN 95, which agree with it within a metre."""

_FORMATS = {
    ".geojson": ("GeoJSON", None),
    ".json": ("GeoJSON", None),
    ".gpkg": ("GPKG", b"SQLite format 3\0"),
    ".shp": ("ESRI Shapefile", b"\x00\x00\x27\x0a"),
}


class Batch(NamedTuple):
    """`first_row` counts from 1. `shapes` holds None where a row has no geometry; a column that the file lacks is None."""

    first_row: int
    shapes: NDArray[Any]
    columns: tuple[Sequence[Any] | None, ...]


class VillageFile:
    """Opened and judged as a whole: format, coordinate system, layer and columns. Raises `RegionError`."""

    def __init__(self, path: Path, report: Report) -> None:
        self._path = path
        self._report = report
        self._driver = _driver(path)
        with _Careful(path, report):
            self._layer, info, self.columns = self._choose_layer()
            self.row_count = int(info["features"])
        self._check_coordinates(info["crs"])

    def batches(self) -> Iterator[Batch]:
        """Yield all rows in their order, telling the report how far it is. Raises `RegionError`."""
        # Each batch of a GeoJSON file costs reading the file once more, so it gets few.
        size = max(BATCH_ROWS, self.row_count // 4 + 1) if self._driver == "GeoJSON" else BATCH_ROWS
        wanted = [column for column in self.columns if column is not None]
        self._report.progress(0, self.row_count)
        for skip in range(0, self.row_count, size):
            with _Careful(self._path, self._report):
                meta, _, blobs, values = pyogrio.raw.read(
                    self._path, layer=self._layer, columns=wanted, skip_features=skip, max_features=size, force_2d=True
                )
                shapes = shapely.from_wkb(blobs, on_invalid="ignore")
            held = dict(zip(meta["fields"].tolist(), values, strict=True))
            yield Batch(skip + 1, shapes, tuple(None if column is None else held[column] for column in self.columns))
            self._report.progress(min(skip + size, self.row_count), self.row_count)

    def _choose_layer(self) -> tuple[str, dict[str, Any], Columns]:
        """Return the one layer of areas that has a column of codes."""
        found = []
        fields: list[str] = []
        for layer, geometry in pyogrio.list_layers(self._path):
            if geometry is None:
                continue
            info = pyogrio.read_info(self._path, layer=layer, force_feature_count=True)
            if info["driver"] != self._driver:
                raise RegionError(f"{self._path}: a {info['driver']} file; save it as {self._driver}")
            fields += info["fields"].tolist()
            columns = find_columns(info["fields"].tolist())
            if columns is not None:
                found.append((layer, info, columns))
        if len(found) > 1:
            names = ", ".join(layer for layer, *_ in found)
            raise RegionError(f"{self._path}: several layers have codes of villages ({names}); leave one in the file")
        if not found:
            there = ", ".join(fields) or "no columns at all"
            hint = "; its .dbf file is missing" if self._driver == "ESRI Shapefile" and not _has_table(self._path) else ""
            raise RegionError(f"{self._path}: no column of village codes (code, kode, KDEPUM …) among {there}{hint}")
        return found[0]

    def _check_coordinates(self, crs: str | None) -> None:
        if crs is None:
            self._report.note("the file names no coordinate system; taken as WGS 84")
        elif crs not in WGS84:
            named = re.match(r'\w+\["([^"]+)"', crs)
            raise RegionError(
                f"{self._path}: drawn in the coordinate system {named[1] if named else crs}, not in WGS 84; "
                "convert it (ogr2ogr -t_srs EPSG:4326 new.gpkg old) and import the new file"
            )


class _Careful:
    """Turn what the library throws into a `RegionError` that names the file, and its warnings into notes."""

    def __init__(self, path: Path, report: Report) -> None:
        self._path = path
        self._report = report
        self._warnings = warnings.catch_warnings(record=True)

    def __enter__(self) -> None:
        self._heard = self._warnings.__enter__()
        warnings.simplefilter("always")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._warnings.__exit__(kind, error, trace)
        for heard in self._heard or ():
            self._report.note(str(heard.message))
        if isinstance(error, RuntimeError | OSError | ValueError | shapely.GEOSException) and not isinstance(
            error, RegionError
        ):
            raise RegionError(f"{self._path}: cannot be read ({error})") from error


def _driver(path: Path) -> str:
    driver, magic = _FORMATS.get(path.suffix.lower(), (None, None))
    if driver is None:
        raise RegionError(f"{path}: village polygons are read from {', '.join(_FORMATS)}")
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise RegionError(f"{path}: {error.strerror}") from error
    looks_right = head.startswith(magic) if magic else head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    if not looks_right:
        raise RegionError(f"{path}: not a {driver} file")
    if driver == "ESRI Shapefile" and int.from_bytes(head[24:28], "big") * 2 != size:
        raise RegionError(f"{path}: cut off or damaged, {size} bytes instead of {int.from_bytes(head[24:28], 'big') * 2}")
    return driver


def _has_table(path: Path) -> bool:
    return any(path.with_suffix(suffix).exists() for suffix in (".dbf", ".DBF"))
