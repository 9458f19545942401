"""The region as a map writes it over its tiles: outlines and names. For the eye only, never for deciding where a point lies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np
import shapely

from db.gazetteer.place import Kind
from db.region.border import dissolve, parts_of, rings_of
from db.region.villages import KABKOTA_CHARS, KECAMATAN_CHARS, Villages

NEIGHBOUR_WITHIN_DEG = 0.1  # about 11 km
OUTLINE_TOLERANCE_DEG = 0.0001  # about 11 m


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A name at a point of its area. `rank`: 0 kabkota, 1 kecamatan, 2 village."""

    text: str
    lat: float
    lon: float
    rank: int
    kind: Kind


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """The rings of a kabupaten or kota as (lat, lon) corners, the last equal to the first."""

    code: str
    name: str
    is_home: bool
    rings: tuple[tuple[tuple[float, float], ...], ...]


def around_home(villages: Villages, home_code: str) -> Villages:
    """Return the home region with every kabkota that comes near it; all villages when the home region is not among them."""
    belongs = np.array([code[:KABKOTA_CHARS] for code in villages.codes])
    is_home = belongs == home_code
    if not is_home.any():
        return villages
    west, south, east, north = shapely.total_bounds(villages.shapes[is_home])
    margin = NEIGHBOUR_WITHIN_DEG
    boxes = shapely.bounds(villages.shapes)
    is_near = (
        (boxes[:, 0] <= east + margin)
        & (boxes[:, 2] >= west - margin)
        & (boxes[:, 1] <= north + margin)
        & (boxes[:, 3] >= south - margin)
    )
    return villages.take(np.flatnonzero(np.isin(belongs, belongs[is_near])).tolist())


def areas(villages: Villages, home_code: str, home_area: Any) -> dict[str, Any]:
    """Return the whole area of each kabkota by its code; `home_area` is that of the home region where it is known already."""
    made = {home_code: home_area} if home_area is not None else {}
    for code, rows in _groups(villages, KABKOTA_CHARS).items():
        if code not in made:
            made[code] = dissolve(villages.shapes[rows])
    return made


def outlines(villages: Villages, home_code: str, areas_of: Mapping[str, Any]) -> tuple[Outline, ...]:
    """Return one outline a kabkota, home first, then by code."""
    made = [
        Outline(
            code=code,
            name=villages.kabkota[rows[0]],
            is_home=code == home_code,
            rings=rings_of(areas_of[code], OUTLINE_TOLERANCE_DEG),
        )
        for code, rows in _groups(villages, KABKOTA_CHARS).items()
    ]
    return tuple(sorted(made, key=lambda outline: (not outline.is_home, outline.code)))


def labels(villages: Villages, areas_of: Mapping[str, Any]) -> tuple[Label, ...]:
    """Return the names of every kabkota, kecamatan and village, in this order."""
    made: list[Label] = []
    ranks: tuple[tuple[Kind, int, tuple[str, ...]], ...] = (
        ("kabkota", KABKOTA_CHARS, villages.kabkota),
        ("kecamatan", KECAMATAN_CHARS, villages.kecamatan),
        ("village", len("35.15.01.2001"), villages.names),
    )
    for rank, (kind, chars, names) in enumerate(ranks):
        for code, rows in _groups(villages, chars).items():
            lat, lon = _point_inside(areas_of[code] if code in areas_of else _area(villages, rows))
            made.append(Label(text=names[rows[0]], lat=lat, lon=lon, rank=rank, kind=kind))
    return tuple(made)


def _area(villages: Villages, rows: list[int]) -> Any:
    return villages.shapes[rows[0]] if len(rows) == 1 else shapely.union_all(villages.shapes[rows])


def _point_inside(area: Any) -> tuple[float, float]:
    """Return a point inside the largest part: the centroid of a crescent lies in its neighbour."""
    inside = shapely.point_on_surface(max(parts_of(area), key=shapely.area))
    return round(inside.y, 6), round(inside.x, 6)


def _groups(villages: Villages, chars: int) -> dict[str, list[int]]:
    rows_of: dict[str, list[int]] = {}
    for row, code in enumerate(villages.codes):
        rows_of.setdefault(code[:chars], []).append(row)
    return rows_of
