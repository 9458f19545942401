"""The border of an area as corners, and the circle that covers it.

Coordinates are WGS 84 degrees, latitude first. Distances and bearings are laid off on a sphere whose two radii of curvature are
those of the ellipsoid at the start: within 50 km this agrees with the geodesic to about one part in a thousand, farther out to
one in two hundred, at a hundredth of the time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Outline = tuple[Point, ...]

EARTH_M = 6_371_008.8
_EQUATOR_M = 6_378_137.0
_ECCENTRICITY_2 = 0.006694379990141317

ELLIPSE_CORNERS = 36
ARC_STEP_DEG = 5.0
_DECIMALS = 6
"""A corner is kept to 0.1 m: the outline is stored with every call."""


def ellipse(centre: Point, major_m: float, minor_m: float, orientation_deg: float) -> Outline:
    """Return the corners of an ellipse given by its semi-axes; the major one points `orientation_deg` clockwise from north
    (RFC 5491 §5.2.4)."""
    corners = []
    for number in range(ELLIPSE_CORNERS):
        turn = 2 * math.pi * number / ELLIPSE_CORNERS
        along, across = major_m * math.cos(turn), minor_m * math.sin(turn)
        bearing_deg = orientation_deg + math.degrees(math.atan2(across, along))
        corners.append(destination(centre, math.hypot(along, across), bearing_deg))
    return _rounded(corners)


def sector(antenna: Point, inner_m: float, outer_m: float, start_deg: float, opening_deg: float) -> Outline:
    """Return both arcs of an arc band (RFC 5491 §5.2.5), angles clockwise from north. A full turn gives the outer circle: its
    hole, which no border in one line can show, is left filled."""
    steps = max(2, math.ceil(opening_deg / ARC_STEP_DEG))
    bearings = [start_deg + opening_deg * step / steps for step in range(steps + 1)]
    if opening_deg >= 360:
        return _rounded([destination(antenna, outer_m, bearing) for bearing in bearings[:-1]])
    outer = [destination(antenna, outer_m, bearing) for bearing in bearings]
    inner = [destination(antenna, inner_m, bearing) for bearing in reversed(bearings)] if inner_m > 0 else [antenna]
    return _rounded([*outer, *inner])


def ring(corners: Sequence[Point]) -> Outline:
    """Return the corners of a polygon without repeats; the closing corner is left out."""
    kept: list[Point] = []
    for corner in corners:
        if not kept or corner != kept[-1]:
            kept.append(corner)
    return tuple(kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept)


def scaled(outline: Outline, centre: Point, factor: float) -> Outline:
    """Return the outline grown (or shrunk) about `centre` (RFC 7459 §5.4 moves every corner alike)."""
    if factor == 1 or not outline:
        return outline
    lat0, lon0 = centre
    moved = [(lat0 + (lat - lat0) * factor, lon0 + _turn(lon - lon0) * factor) for lat, lon in outline]
    return _rounded([(max(-90.0, min(90.0, lat)), _turn(lon)) for lat, lon in moved])


def cover(outline: Sequence[Point]) -> tuple[Point, float]:
    """Return the centroid of the outline and the distance to its farthest corner (RFC 7459 §5.1)."""
    centre = centroid(outline)
    return centre, max(distance_m(centre, corner) for corner in outline)


def centroid(outline: Sequence[Point]) -> Point:
    """Return the centre of gravity on a plane around the first corner; the mean for an outline without area."""
    lat0, lon0 = outline[0]
    shrink = max(math.cos(math.radians(lat0)), 1e-9)
    flat = [(_turn(lon - lon0) * shrink, lat - lat0) for lat, lon in outline]
    area = x_sum = y_sum = 0.0
    for (x1, y1), (x2, y2) in zip(flat, [*flat[1:], flat[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        x_sum += (x1 + x2) * cross
        y_sum += (y1 + y2) * cross
    reach = max(math.hypot(x, y) for x, y in flat)
    x, y = sum(x for x, _ in flat) / len(flat), sum(y for _, y in flat) / len(flat)
    if abs(area) > 1e-6 * reach**2 and math.hypot(x_sum, y_sum) <= 3 * abs(area) * reach:
        x, y = x_sum / (3 * area), y_sum / (3 * area)
    return max(-90.0, min(90.0, lat0 + y)), _turn(lon0 + x / shrink)


def destination(start: Point, metres: float, bearing_deg: float) -> Point:
    """Return the point so far from `start` in a direction clockwise from north."""
    lat, lon, bearing = math.radians(start[0]), math.radians(start[1]), math.radians(bearing_deg)
    shortening = 1 - _ECCENTRICITY_2 * math.sin(lat) ** 2
    east_radius_m = _EQUATOR_M / math.sqrt(shortening)
    north_radius_m = east_radius_m * (1 - _ECCENTRICITY_2) / shortening
    north, east = metres * math.cos(bearing) / north_radius_m, metres * math.sin(bearing) / east_radius_m
    arc, bearing = math.hypot(north, east), math.atan2(east, north)
    sine = math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(bearing)
    end_lat = math.asin(max(-1.0, min(1.0, sine)))
    sideways = math.sin(bearing) * math.sin(arc) * math.cos(lat)
    end_lon = lon + math.atan2(sideways, math.cos(arc) - math.sin(lat) * math.sin(end_lat))
    return math.degrees(end_lat), _turn(math.degrees(end_lon))


def distance_m(one: Point, other: Point) -> float:
    """Return the great-circle distance in metres."""
    lat1, lon1, lat2, lon2 = (math.radians(degrees) for degrees in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_M * math.asin(min(1.0, math.sqrt(half)))


def _turn(lon: float) -> float:
    """Return a longitude (or a difference of two) between -180 and 180."""
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180


def _rounded(corners: Sequence[Point]) -> Outline:
    return tuple((round(lat, _DECIMALS), round(lon, _DECIMALS)) for lat, lon in corners)
