"""Shapes of RFC 5491 §5 and GML as a centre and a radius that covers them.

Coordinates are WGS 84, latitude first (EPSG 4326, or 4979 with a height that is left aside). Nothing is repaired: swapped
axes, foreign reference systems and units, (0, 0) and what is no number raise `LocationProblem`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

import msgspec

from telephony.location.bounded_xml import Node
from telephony.location.place import LocationProblem, Reason

Point = tuple[float, float]

EARTH_M = 6_371_008.8
FOOT_M = 0.3048
MAX_RADIUS_M = 20_020_000.0  # half way around the Earth
MAX_VERTICES = 1_000
NULL_ISLAND_DEG = 1e-4
ARC_STEPS = 36

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_SRS = re.compile(r"(?:.*[:#/])?(4326|4979)")
_METRES = {"": 1.0, "9001": 1.0, "m": 1.0, "metre": 1.0, "meter": 1.0, "9002": FOOT_M, "foot": FOOT_M, "ft": FOOT_M}
_DEGREES = {"": 1.0, "9102": 1.0, "9122": 1.0, "degree": 1.0, "deg": 1.0, "9101": math.degrees(1), "radian": math.degrees(1)}


class Shape(msgspec.Struct, frozen=True):
    """`radius_m` covers the whole shape at the sender's own confidence; None = unknown."""

    name: str
    lat: float
    lon: float
    radius_m: float | None


def is_shape(node: Node) -> bool:
    return node.name in _READERS


def read_shape(node: Node) -> Shape:
    """Return the shape. Raises `LocationProblem` when any part of it is not as it must be."""
    _check_reference_systems(node)
    lat, lon, radius_m = _READERS[node.name](node)
    if abs(lat) < NULL_ISLAND_DEG and abs(lon) < NULL_ISLAND_DEG:
        raise LocationProblem(Reason.NULL_ISLAND, "0, 0")
    return Shape(node.name.lower(), lat, lon, radius_m or None)


def _point(node: Node) -> tuple[float, float, None]:
    return *_centre(node), None


def _circle(node: Node) -> tuple[float, float, float]:
    return *_centre(node), _length(node, "radius")


def _ellipse(node: Node) -> tuple[float, float, float]:
    return *_centre(node), max(_length(node, "semiMajorAxis"), _length(node, "semiMinorAxis"))


def _arc_band(node: Node) -> tuple[float, float, float]:
    """The sector between two arcs around an antenna, e.g. one cell of a mobile network with timing advance."""
    antenna = _centre(node)
    inner_m, outer_m = _length(node, "innerRadius"), _length(node, "outerRadius")
    start, opening = _angle(node, "startAngle"), _angle(node, "openingAngle")
    if inner_m > outer_m or not 0 < opening <= 360:
        raise LocationProblem(Reason.BAD_SHAPE, f"ArcBand {inner_m:g} to {outer_m:g} m, {opening:g}°")
    if opening == 360:
        return *antenna, outer_m
    bearings = [start + opening * step / ARC_STEPS for step in range(ARC_STEPS + 1)]
    outline = [_destination(antenna, outer_m, bearing) for bearing in bearings]
    outline += [_destination(antenna, inner_m, bearing) for bearing in reversed(bearings)]
    return _cover(outline)


def _polygon(node: Node) -> tuple[float, float, float]:
    outline = _ring(node.find("exterior") or node)
    if len(set(outline)) < 3:
        raise LocationProblem(Reason.BAD_SHAPE, f"{node.name} with {len(set(outline))} corners")
    return _cover(outline)


_READERS: dict[str, Callable[[Node], tuple[float, float, float | None]]] = {
    "Point": _point,
    "Circle": _circle,
    "Sphere": _circle,
    "Ellipse": _ellipse,
    "Ellipsoid": _ellipse,
    "ArcBand": _arc_band,
    "Polygon": _polygon,
    "Prism": _polygon,
}


def _check_reference_systems(node: Node) -> None:
    name = node.attributes.get("srsName", "")
    if name and not _SRS.fullmatch(name.strip()):
        raise LocationProblem(Reason.UNKNOWN_SRS, name[:200])
    for child in node.children:
        _check_reference_systems(child)


def _centre(node: Node) -> Point:
    found = node.find("pos")
    if found is None:
        raise LocationProblem(Reason.BAD_SHAPE, f"{node.name} without a position")
    return _position([_number(word) for word in found.text.split()])


def _position(numbers: Sequence[float]) -> Point:
    if len(numbers) not in {2, 3}:
        raise LocationProblem(Reason.BAD_SHAPE, f"position of {len(numbers)} numbers")
    lat, lon = numbers[0], numbers[1]
    if abs(lat) > 90 or abs(lon) > 180:
        raise LocationProblem(Reason.OUT_OF_RANGE, f"latitude {lat:g}, longitude {lon:g}")
    return lat, lon


def _ring(node: Node) -> list[Point]:
    """Return the corners, from `pos` elements or one `posList`."""
    listed = node.find("posList")
    if listed is None:
        positions = [[_number(word) for word in text.split()] for text in _texts(node, "pos")]
    else:
        numbers = [_number(word) for word in listed.text.split()]
        size = _dimension(node, listed, len(numbers))
        positions = [numbers[at : at + size] for at in range(0, len(numbers), size)]
    if len(positions) > MAX_VERTICES:
        raise LocationProblem(Reason.TOO_COMPLEX, f"{len(positions)} corners")
    return [_position(numbers) for numbers in positions]


def _dimension(ring: Node, listed: Node, count: int) -> int:
    """Return how many numbers make a corner: as said, else by what closes the ring (its last corner is its first)."""
    said = listed.attributes.get("srsDimension") or ring.attributes.get("srsDimension")
    if said:
        if said not in {"2", "3"} or count % int(said):
            raise LocationProblem(Reason.BAD_SHAPE, f"{count} numbers in dimension {said[:20]}")
        return int(said)
    words = listed.text.split()
    fitting = [size for size in (2, 3) if count % size == 0 and words[:size] == words[-size:]]
    if len(fitting) != 1:
        raise LocationProblem(Reason.BAD_SHAPE, "ring that does not close")
    return fitting[0]


def _texts(node: Node, name: str) -> list[str]:
    found: list[str] = []
    for child in node.children:
        found += [child.text] if child.name == name else _texts(child, name)
    return found


def _number(text: str) -> float:
    value = float(text) if _NUMBER.fullmatch(text) else math.nan
    if not math.isfinite(value):
        raise LocationProblem(Reason.BAD_NUMBER, text[:200])
    return value


def _measure(node: Node, name: str, units: dict[str, float]) -> float:
    found = node.find(name)
    if found is None:
        raise LocationProblem(Reason.BAD_SHAPE, f"{node.name} without {name}")
    unit = re.split(r"[:#/]", found.attributes.get("uom", "").strip())[-1].lower()
    if unit not in units:
        raise LocationProblem(Reason.UNKNOWN_UNIT, found.attributes["uom"][:200])
    return _number(found.text) * units[unit]


def _length(node: Node, name: str) -> float:
    metres = _measure(node, name, _METRES)
    if not 0 <= metres <= MAX_RADIUS_M:
        raise LocationProblem(Reason.OUT_OF_RANGE, f"{name} {metres:g} m")
    return metres


def _angle(node: Node, name: str) -> float:
    return _measure(node, name, _DEGREES)


def _cover(outline: Sequence[Point]) -> tuple[float, float, float]:
    """Return the centroid of the outline and the distance to its farthest corner (RFC 7459 §5.1)."""
    centre = _centroid(outline)
    return *centre, max(distance_m(centre, corner) for corner in outline)


def _centroid(outline: Sequence[Point]) -> Point:
    """Return the centre of gravity on a plane around the first corner; the mean for an outline without area."""
    lat0, lon0 = outline[0]
    shrink = max(math.cos(math.radians(lat0)), 1e-9)
    flat = [(((lon - lon0 + 180) % 360 - 180) * shrink, lat - lat0) for lat, lon in outline]
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
    return max(-90.0, min(90.0, lat0 + y)), (lon0 + x / shrink + 180) % 360 - 180


def _destination(start: Point, metres: float, bearing_deg: float) -> Point:
    """Return the point so far from `start` in a direction clockwise from north."""
    lat, lon, bearing = math.radians(start[0]), math.radians(start[1]), math.radians(bearing_deg)
    arc = metres / EARTH_M
    sine = math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(bearing)
    end_lat = math.asin(max(-1.0, min(1.0, sine)))
    east = math.sin(bearing) * math.sin(arc) * math.cos(lat)
    end_lon = lon + math.atan2(east, math.cos(arc) - math.sin(lat) * math.sin(end_lat))
    return math.degrees(end_lat), (math.degrees(end_lon) + 180) % 360 - 180


def distance_m(one: Point, other: Point) -> float:
    """Return the great-circle distance in metres."""
    lat1, lon1, lat2, lon2 = (math.radians(degrees) for degrees in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_M * math.asin(min(1.0, math.sqrt(half)))
