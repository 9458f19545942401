"""What lies under everything: a plain ground with lines of latitude and longitude, so that a pin is never nowhere."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QImage, QPainter

from calltaker.theme.tokens import Tokens
from calltaker.tiles.grid import MAX_LATITUDE, Tile, latitude, longitude, unit_x, unit_y
from calltaker.tiles.wire import TILE_PX

_LINE_EVERY_PX = 180.0
_STEPS_DEG = tuple(base / 10**power for power in range(-1, 5) for base in (5.0, 2.0, 1.0))


def new_image() -> QImage:
    return QImage(TILE_PX, TILE_PX, QImage.Format.Format_RGB32)


def paint_ground(tile: Tile, tokens: Tokens) -> QImage:
    """Return a tile of the ground alone."""
    image = new_image()
    image.fill(QColor(tokens.map_outside))
    painter = QPainter(image)
    painter.setPen(QColor(tokens.map_grid))
    painter.drawLines(_lines(tile))
    painter.end()
    return image


def step_deg(zoom: int) -> float:
    """Return the distance of the lines at a zoom, a round number of degrees: the smallest that leaves them apart."""
    px_per_degree = (TILE_PX << zoom) / 360.0
    fitting = [step for step in _STEPS_DEG if step * px_per_degree >= _LINE_EVERY_PX]
    return float(min(fitting, default=_STEPS_DEG[0]))


def _lines(tile: Tile) -> list[QLineF]:
    west, north, east, south = tile.box()
    step, scale = step_deg(tile.z), tile.px_per_unit
    lines = []
    for number in range(math.ceil(longitude(west) / step), math.floor(longitude(east) / step) + 1):
        x = math.floor((unit_x(number * step) - west) * scale) + 0.5
        lines.append(QLineF(x, 0, x, TILE_PX))
    for number in range(math.ceil(latitude(south) / step), math.floor(latitude(north) / step) + 1):
        if abs(number * step) < MAX_LATITUDE:
            y = math.floor((unit_y(number * step) - north) * scale) + 0.5
            lines.append(QLineF(0, y, TILE_PX, y))
    return lines
