"""Web Mercator: degrees to pixels and back. Pure; degrees are WGS 84, pixels count from the north-west.

At zoom z the world is `TILE_PX` · 2^z pixels wide, as in the tiles of the web with tiles of 512 pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from calltaker.tiles.wire import TILE_PX

MIN_ZOOM, MAX_ZOOM = 3, 20
MAX_LAT = 85.05112878
CIRCLE_SHARE = 0.5
_AXIS_M = 6_378_137.0  # WGS 84: semi-major axis and eccentricity squared
_E2 = 0.00669437999014

Box = tuple[float, float, float, float]
"""South, west, north, east in degrees."""


def world_of(lat: float, lon: float) -> tuple[float, float]:
    """Return where a point lies in a world of 1 × 1; latitudes beyond the map's edge lie on the edge."""
    sine = math.sin(math.radians(max(-MAX_LAT, min(MAX_LAT, lat))))
    return (lon + 180.0) / 360.0, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def lat_lon_of(x: float, y: float) -> tuple[float, float]:
    """Return latitude and longitude of a place in the world of 1 × 1."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y)))), x * 360.0 - 180.0


def metres_per_px(lat: float, zoom: int) -> float:
    """Return how many metres on the ellipsoid one pixel is from west to east at a latitude."""
    radians = math.radians(max(-MAX_LAT, min(MAX_LAT, lat)))
    radius_m = _AXIS_M * math.cos(radians) / math.sqrt(1 - _E2 * math.sin(radians) ** 2)
    return 2 * math.pi * radius_m / (TILE_PX << zoom)


@dataclass(frozen=True, kw_only=True)
class Viewport:
    """What a widget of `width` × `height` pixels shows. `x`, `y` are the centre in the world of 1 × 1."""

    x: float
    y: float
    zoom: int
    width: int = 400
    height: int = 300

    @property
    def scale(self) -> float:
        """The width of the world in pixels."""
        return float(TILE_PX << self.zoom)

    @property
    def origin(self) -> tuple[float, float]:
        """The world's pixel in the widget's upper left corner, whole, so that pictures of tiles are never resampled."""
        return round(self.x * self.scale - self.width / 2), round(self.y * self.scale - self.height / 2)

    @property
    def centre(self) -> tuple[float, float]:
        return lat_lon_of(self.x, self.y)

    @property
    def metres_per_px(self) -> float:
        return metres_per_px(self.centre[0], self.zoom)

    def to_px(self, lat: float, lon: float) -> tuple[float, float]:
        """Return the widget's pixel of a point, which may lie outside of it."""
        x, y = world_of(lat, lon)
        left, top = self.origin
        return x * self.scale - left, y * self.scale - top

    def to_lat_lon(self, x_px: float, y_px: float) -> tuple[float, float]:
        left, top = self.origin
        return lat_lon_of((left + x_px) / self.scale, (top + y_px) / self.scale)

    def holds(self, x_px: float, y_px: float, margin_px: float = 0) -> bool:
        return -margin_px <= x_px < self.width + margin_px and -margin_px <= y_px < self.height + margin_px

    # --- moving --------------------------------------------------------------------------------------------------------
    def centred(self, lat: float, lon: float, zoom: int | None = None) -> Viewport:
        x, y = world_of(lat, lon)
        return replace(self, x=x, y=y, zoom=_allowed(self.zoom if zoom is None else zoom))

    def panned(self, dx_px: float, dy_px: float) -> Viewport:
        """Return the view moved by pixels, to the right and down; it stays on the world."""
        x, y = self.x + dx_px / self.scale, self.y + dy_px / self.scale
        return replace(self, x=max(0.0, min(1.0, x)), y=max(0.0, min(1.0, y)))

    def zoomed(self, steps: int, around_px: tuple[float, float] | None = None) -> Viewport:
        """Return the view nearer (positive) or farther; the point under `around_px` stays where it is."""
        zoom = _allowed(self.zoom + steps)
        if around_px is None or zoom == self.zoom:
            return replace(self, zoom=zoom)
        (left, top), after = self.origin, replace(self, zoom=zoom)
        x = (left + around_px[0]) / self.scale - (around_px[0] - self.width / 2) / after.scale
        y = (top + around_px[1]) / self.scale - (around_px[1] - self.height / 2) / after.scale
        return replace(after, x=max(0.0, min(1.0, x)), y=max(0.0, min(1.0, y)))

    def fitted(self, box: Box, *, margin: float = 0.08, max_zoom: int = MAX_ZOOM) -> Viewport:
        """Return the nearest view that shows the whole box with a margin (share of a side)."""
        south, west, north, east = box
        left, top = world_of(north, west)
        right, bottom = world_of(south, east)
        room = 1 - 2 * margin
        fits = [
            math.log2(px * room / (span * TILE_PX))
            for px, span in ((self.width, right - left), (self.height, bottom - top))
            if span > 0
        ]
        zoom = _allowed(min(max_zoom, math.floor(min(fits)))) if fits else max_zoom
        return replace(self, x=(left + right) / 2, y=(top + bottom) / 2, zoom=zoom)

    def zoom_for(self, radius_m: float) -> int:
        """Return the nearest zoom at which a circle of this radius around the centre takes no more than `CIRCLE_SHARE` of the
        shorter side: about a third on the average, as zooms are whole numbers."""
        at_zero_px = 2 * radius_m / metres_per_px(self.centre[0], 0)
        room_px = CIRCLE_SHARE * min(self.width, self.height)
        return _allowed(math.floor(math.log2(room_px / at_zero_px))) if at_zero_px > 0 and room_px > 0 else MAX_ZOOM

    # --- tiles ---------------------------------------------------------------------------------------------------------
    def tiles(self, zoom: int, *, ring: int = 0) -> list[tuple[int, int, int]]:
        """Return the tiles (z, x, y) of a zoom that are seen, nearest to the centre first; `ring` adds so many around."""
        count = 2**zoom
        size_px = self.scale / count
        left, top = self.origin
        columns = range(math.floor(left / size_px) - ring, math.floor((left + self.width - 1) / size_px) + ring + 1)
        rows = range(math.floor(top / size_px) - ring, math.floor((top + self.height - 1) / size_px) + ring + 1)
        middle_x, middle_y = self.x * count - 0.5, self.y * count - 0.5
        seen = [(zoom, x, y) for y in rows for x in columns if 0 <= x < count and 0 <= y < count]
        return sorted(seen, key=lambda tile: (tile[1] - middle_x) ** 2 + (tile[2] - middle_y) ** 2)


def _allowed(zoom: int) -> int:
    return max(MIN_ZOOM, min(MAX_ZOOM, zoom))
