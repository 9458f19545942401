"""The region's village polygons as a map: land, village lines, kecamatan lines, the border of the kabupaten or kota.

Imported polygons never quite meet: hairline gaps and overlaps of some metres run along most borders. For drawing (and for
drawing alone) they are made to meet once, at loading, so that every border is one line and simplifying moves it once.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from calltaker.theme.tokens import Tokens
from calltaker.tiles.grid import EARTH_ROUND_M, Tile, project
from calltaker.tiles.paths import Shapes, path_of
from calltaker.tiles.wire import TILE_PX
from db.region.border import CRACK_M
from db.region.villages import Villages

_SNAP_M = 5.0

_EXACT_FROM_ZOOM = 15
_SIMPLIFIED_PX = 0.8
_MARGIN_PX = 8.0
_VILLAGES_FROM_ZOOM = 10
_KECAMATAN_FROM_ZOOM = 7

_log = logging.getLogger("tiles")


@dataclass(frozen=True)
class _Level:
    """All shapes as they are drawn at one zoom, with trees to find those of a tile."""

    villages: Shapes
    kecamatan: Shapes
    kabkota: Shapes

    @cached_property
    def village_tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.villages)

    @cached_property
    def kecamatan_tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.kecamatan)


class VillageMap:
    """Draws on a painter whose pixels are those of one tile. `home` is the code of the centre's regency or city ("99.71"): its
    border is the strong one. Where no village has it, the border of every regency and city is."""

    def __init__(self, villages: Villages, home: str = "") -> None:
        self._kecamatan = _groups(
            [f"{kabkota}/{name}" for kabkota, name in zip(villages.kabkota, villages.kecamatan, strict=True)]
        )
        self._kabkota = _groups(villages.kabkota)
        is_home = [bool(home) and villages.codes[group[0]].startswith(home) for group in self._kabkota]
        self._strong = np.array(is_home) if any(is_home) else np.ones(len(is_home), dtype=bool)
        self._exact = _fitted(shapely.transform(villages.shapes, project))
        self._levels: dict[int, _Level] = {}
        self._box = shapely.total_bounds(self._exact)

    def covers(self, tile: Tile) -> bool:
        """Whether anything of the region lies on the tile."""
        west, north, east, south = tile.box(_MARGIN_PX)
        left, top, right, bottom = self._box
        return bool(left < east and right > west and top < south and bottom > north)

    def draw_land(self, painter: QPainter, tile: Tile, tokens: Tokens) -> None:
        """Fill the land and draw the villages' lines on it."""
        level = self._level(tile.z)
        painter.fillPath(_clipped(level.kabkota, tile), QColor(tokens.map_land))
        if tile.z >= _VILLAGES_FROM_ZOOM:
            on_tile = level.villages[level.village_tree.query(_box_of(tile))]
            width_px = 0.8 if tile.z < _VILLAGES_FROM_ZOOM + 2 else 1.2
            painter.strokePath(_clipped(shapely.boundary(on_tile), tile), _pen(tokens.map_village, width_px))

    def draw_borders(self, painter: QPainter, tile: Tile, tokens: Tokens) -> None:
        """Draw what must be seen on every kind of map: the kecamatan, and where the region ends."""
        level = self._level(tile.z)
        if tile.z >= _KECAMATAN_FROM_ZOOM:
            on_tile = level.kecamatan[level.kecamatan_tree.query(_box_of(tile))]
            width_px = 1.0 if tile.z < _VILLAGES_FROM_ZOOM else 2.0
            painter.strokePath(_clipped(shapely.boundary(on_tile), tile), _pen(tokens.map_border, width_px))
        home = _clipped(shapely.boundary(level.kabkota[self._strong]), tile)
        painter.strokePath(home, _pen(tokens.map_home, 8.0, alpha=0.22))
        painter.strokePath(home, _pen(tokens.map_home, 2.4))

    def _level(self, zoom: int) -> _Level:
        zoom = min(zoom, _EXACT_FROM_ZOOM)
        if zoom not in self._levels:
            shapes = self._exact
            if zoom < _EXACT_FROM_ZOOM:
                shapes = shapely.coverage_simplify(shapes, _SIMPLIFIED_PX / (TILE_PX << zoom))
            kecamatan, kabkota = _dissolved(shapes, self._kecamatan), _dissolved(shapes, self._kabkota)
            self._levels[zoom] = _Level(shapes, kecamatan, kabkota)
        return self._levels[zoom]


def _groups(names: Sequence[str]) -> list[np.ndarray[tuple[int], np.dtype[np.intp]]]:
    """Return for each name the places at which it stands."""
    _names, group_of = np.unique(np.asarray(names, dtype=str), return_inverse=True)
    return [np.flatnonzero(group_of == group) for group in range(len(_names))]


def _dissolved(shapes: Shapes, groups: list[np.ndarray[tuple[int], np.dtype[np.intp]]]) -> Shapes:
    return np.array([shapely.coverage_union_all(shapes[group]) for group in groups], dtype=object)


def _fitted(shapes: Shapes) -> Shapes:
    """Return the shapes as polygons that share their borders exactly."""
    invalid = ~shapely.is_valid(shapes)
    shapes[invalid] = shapely.make_valid(shapes[invalid], method="structure")
    unit_per_m = 1.0 / EARTH_ROUND_M
    try:
        fitted = shapely.coverage_clean(shapes, gap_width=CRACK_M * unit_per_m, snapping_distance=_SNAP_M * unit_per_m)
    except shapely.errors.GEOSException:
        _log.exception("the village polygons cannot be fitted to each other; they are drawn as they are")
        return shapes
    return np.asarray(fitted, dtype=object)


def _box_of(tile: Tile) -> shapely.Polygon:
    return shapely.box(*tile.box(_MARGIN_PX))


def _clipped(shapes: Shapes, tile: Tile) -> QPainterPath:
    return path_of(shapely.clip_by_rect(shapes, *tile.box(_MARGIN_PX)), tile)


def _pen(colour: str, width_px: float, alpha: float = 1.0) -> QPen:
    ink = QColor(colour)
    ink.setAlphaF(alpha)
    return QPen(ink, width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
