"""Where the places of a centre may lie: in Indonesia, and not far from its own region. A forgotten minus sign puts a post
into the South China Sea; nobody would notice before the night when it is needed."""

from __future__ import annotations

import math

import msgspec

INDONESIA = (-11.5, 94.5, 6.5, 141.5)
"""South, west, north, east in degrees, with the sea around the outermost islands."""
FAR_KM = 40.0
"""A centre sends help to its neighbours too, so its list may reach so far beyond its own border."""
_KM_A_DEGREE = 111.0

Box = tuple[float, float, float, float]
"""South, west, north, east in degrees (WGS 84)."""


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """`home` is the box of the centre's own villages; None = no polygons are imported, so only the country is known."""

    home: Box | None = None

    @property
    def reach(self) -> Box:
        """The box in which places are taken."""
        if self.home is None:
            return INDONESIA
        south, west, north, east = self.home
        high = FAR_KM / _KM_A_DEGREE
        wide = high / math.cos(math.radians(max(abs(south), abs(north))))
        return south - high, west - wide, north + high, east + wide

    def has(self, lat: float, lon: float) -> bool:
        return _lies_in(self.reach, lat, lon)

    def objection(self, lat: float, lon: float) -> str:
        """Return why no place of this centre lies there; "" = it may."""
        if self.has(lat, lon):
            return ""
        point = f"{lat:g}, {lon:g}"
        if abs(lat) < 0.001 and abs(lon) < 0.001:
            return f"{point} is no place: devices write it when they have no position"
        if self.has(-lat, lon):
            return f"{point} is outside the region; is the minus sign of the latitude missing?"
        if not _lies_in(INDONESIA, lat, lon):
            return f"{point} is not in Indonesia"
        return f"{point} is more than {FAR_KM:.0f} km from the centre's own region"

    def swapped(self, lat: float, lon: float) -> bool:
        """True when the two numbers only make sense the other way round. Latitudes of Indonesia end at 6.5, its longitudes
        begin at 94.5, so this can never be a guess between two places."""
        return not self.has(lat, lon) and self.has(lon, lat)


def _lies_in(box: Box, lat: float, lon: float) -> bool:
    south, west, north, east = box
    return south <= lat <= north and west <= lon <= east
