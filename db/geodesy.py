"""Distances on the Earth. They are along the ellipsoid ("garis lurus"): nobody drives that line."""

from __future__ import annotations

from geographiclib.geodesic import Geodesic

LEAST_NORTH_M = 110_574.0
"""Metres of a degree of latitude where it is shortest, at the equator: a box made of it is never too small."""


def distance_m(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the length of the shortest line between two points on the WGS 84 ellipsoid, in metres (Karney 2013)."""
    line = Geodesic.WGS84.Inverse(lat, lon, other_lat, other_lon, Geodesic.DISTANCE)
    return float(line["s12"])
