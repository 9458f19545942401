"""Village polygons from a GeoJSON, GeoPackage or Shapefile, every row judged by itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from calltaker.regions.report import Report
from calltaker.regions.village_codes import CodeError, missing_villages, official_name, village_code
from calltaker.regions.village_file import Batch, VillageFile
from db.region.folder import RegionError
from db.region.villages import KABKOTA_CHARS, KECAMATAN_CHARS, Villages

_NAMED_MISSING = 5


def read_villages(path: Path, report: Report) -> Villages:
    """Return the villages of a boundary file, ordered by code; nothing is written.

    Rows that cannot be used are in `report.bad_rows` with their number in the file, rows that were mended in
    `report.mended_rows`; official villages without a polygon are a note. Raises `RegionError` naming the file when it cannot
    be read, is drawn in another coordinate system, has no column of codes, or no row of it can be used."""
    file = VillageFile(path, report)
    reader = _Reader(report)
    for batch in file.batches():
        reader.add(batch)
    if reader.statistics_codes > reader.count:
        raise RegionError(f"{path}: column {file.columns.code} holds BPS codes; the Kemendagri codes are needed")
    if not reader.count:
        reasons = [f"row {remark}" for remark in report.bad_rows][:1] or ["it has no rows"]
        raise RegionError(f"{path}: no village can be used; {reasons[0]}")
    villages = reader.villages()
    _note_missing(villages, report)
    return villages


class _Reader:
    """Gathers the rows that hold."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._row_of: dict[str, int] = {}
        self._names: list[tuple[str, str, str]] = []
        self._shapes: list[Any] = []
        self.statistics_codes = 0

    @property
    def count(self) -> int:
        return len(self._shapes)

    def add(self, batch: Batch) -> None:
        shapes = batch.shapes
        is_fit = shapely.is_valid(shapes) & np.isin(shapely.get_type_id(shapes), _AREAS) & ~shapely.is_empty(shapes)
        fits: list[bool] = (is_fit & _is_on_earth(shapes)).tolist()
        codes, *texts = batch.columns
        if codes is None:
            raise ValueError("a batch without codes")
        for at, shape in enumerate(shapes):
            row = batch.first_row + at
            try:
                code = self._new_code(codes[at])
                area = shape if fits[at] else self._mended(row, code, shape)
            except CodeError as error:
                self.statistics_codes += error.is_statistics
                self._report.bad(row, str(error))
                continue
            except ValueError as error:
                self._report.bad(row, f"{code}: {error}")
                continue
            self._row_of[code] = row
            self._names.append(self._named(row, code, [None if column is None else column[at] for column in texts]))
            self._shapes.append(area)

    def villages(self) -> Villages:
        shapes = np.empty(self.count, dtype=object)
        shapes[:] = self._shapes
        names, kecamatan, kabkota = (tuple(column) for column in zip(*self._names, strict=True))
        codes = tuple(self._row_of)
        return Villages(codes, names, kecamatan, kabkota, shapes).take(sorted(range(len(codes)), key=codes.__getitem__))

    def _new_code(self, value: object) -> str:
        code = village_code(value)
        if code in self._row_of:
            raise CodeError(f"code {code} a second time, first in row {self._row_of[code]}")
        return code

    def _mended(self, row: int, code: str, shape: Any) -> Any:
        """Return a valid area made of the shape. Raises `ValueError` with the reason why there is none."""
        if shape is None or shape.is_empty:
            raise ValueError("no polygon")
        if shapely.get_type_id(shape) not in _AREAS:
            raise ValueError(f"a {shape.geom_type}, not a polygon")
        if not _is_on_earth(np.array([shape], dtype=object))[0]:
            raise ValueError(f"coordinates outside WGS 84 (longitude ±180, latitude ±90): {_corner(shape)}")
        area = shapely.make_valid(shape, method="structure", keep_collapsed=False)
        if area.is_empty or shapely.get_type_id(area) not in _AREAS:
            raise ValueError(f"no area left of its polygon: {shapely.is_valid_reason(shape)}")
        self._report.mended(row, f"{code}: polygon mended, it had: {shapely.is_valid_reason(shape)}")
        return area

    def _named(self, row: int, code: str, texts: Sequence[object]) -> tuple[str, str, str]:
        """Return the names of village, kecamatan and kabkota: the file's, else the official ones, else the code."""
        names = []
        for value, area in zip(texts, (code, code[:KECAMATAN_CHARS], code[:KABKOTA_CHARS]), strict=True):
            name = _fuller(" ".join(str(value).split()) if isinstance(value, str) else "", official_name(area))
            if not name:
                self._report.mended(row, f"no name of {area} in the file nor in the official list; shown as its code")
            names.append(name or area)
        village, kecamatan, kabkota = names
        return village, kecamatan, kabkota


_AREAS = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


def _is_on_earth(shapes: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether all coordinates are degrees; what is no shape counts as not."""
    west, south, east, north = shapely.bounds(shapes).T
    corners, owners = shapely.get_coordinates(shapes, return_index=True)
    is_finite = np.ones(len(shapes), dtype=bool)
    is_finite[owners[~np.isfinite(corners).all(axis=1)]] = False
    on_earth: NDArray[np.bool_] = is_finite & (west >= -180) & (east <= 180) & (south >= -90) & (north <= 90)
    return on_earth


def _corner(shape: Any) -> str:
    x, y = shapely.get_coordinates(shape)[0].tolist()
    return f"{x:.6g} {y:.6g}"


def _fuller(own: str, official: str) -> str:
    """Return the official spelling when it says the same or more ("SIDOARJO" and "Kabupaten Sidoarjo"), else the file's."""
    words, known = own.casefold().split(), official.casefold().split()
    return official if known[len(known) - len(words) :] == words or not words else own


def _note_missing(villages: Villages, report: Report) -> None:
    """Say which official villages have no polygon: at a place in one of them the desk cannot name it."""
    for kabkota, missing in missing_villages(villages.codes).items():
        names = ", ".join(missing[:_NAMED_MISSING]) + (" …" if len(missing) > _NAMED_MISSING else "")
        report.note(f"{kabkota}: {len(missing)} villages of the official list have no polygon in this file: {names}")
