"""Where a tile lies: Web Mercator as a square of side 1, (0, 0) in the north-west. No Qt, no files."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from calltaker.tiles.wire import TILE_PX

MAX_ZOOM = 22
MAX_LATITUDE = 85.0511287798066
"""The latitude at which the square of Web Mercator ends."""
EARTH_ROUND_M = 40_075_016.686


class Tile(NamedTuple):
    z: int
    x: int
    y: int

    @property
    def exists(self) -> bool:
        side = 1 << self.z if 0 <= self.z <= MAX_ZOOM else 0
        return 0 <= self.x < side and 0 <= self.y < side

    @property
    def px_per_unit(self) -> float:
        """How many of our pixels the whole world is wide at this zoom."""
        return float(TILE_PX << self.z)

    def box(self, margin_px: float = 0.0) -> tuple[float, float, float, float]:
        """Return (west, north, east, south) in the unit square."""
        side, margin = 1.0 / (1 << self.z), margin_px / self.px_per_unit
        west, north = self.x * side, self.y * side
        return west - margin, north - margin, west + side + margin, north + side + margin

    def parent(self, levels: int) -> Tile:
        return Tile(self.z - levels, self.x >> levels, self.y >> levels)

    def children(self) -> tuple[Tile, Tile, Tile, Tile]:
        """Return the four tiles of the next zoom: north-west, north-east, south-west, south-east."""
        z, x, y = self.z + 1, self.x * 2, self.y * 2
        return Tile(z, x, y), Tile(z, x + 1, y), Tile(z, x, y + 1), Tile(z, x + 1, y + 1)


def project(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return (lon, lat) rows in degrees as (x, y) rows of the unit square."""
    latitude = np.radians(np.clip(degrees[:, 1], -MAX_LATITUDE, MAX_LATITUDE))
    return np.column_stack((degrees[:, 0] / 360.0 + 0.5, 0.5 - np.arctanh(np.sin(latitude)) / (2.0 * math.pi)))


def longitude(x: float) -> float:
    return (x - 0.5) * 360.0


def latitude(y: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * (1.0 - 2.0 * y))))


def unit_x(longitude_deg: float) -> float:
    return longitude_deg / 360.0 + 0.5


def unit_y(latitude_deg: float) -> float:
    bounded = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude_deg)))
    return 0.5 - math.atanh(math.sin(bounded)) / (2.0 * math.pi)
