"""Shapes of RFC 5491 §5 and GML: a centre, a radius that covers them, and their border.

Coordinates are WGS 84, latitude first (EPSG 4326, or 4979 with a height that is left aside). Nothing is repaired: swapped
axes, foreign reference systems and units, (0, 0) and what is no number raise `LocationProblem`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from telephony.location import outline
from telephony.location.bounded_xml import Node
from telephony.location.confidence import MAX_RADIUS_M
from telephony.location.figures import is_null_island, read_number
from telephony.location.outline import Outline, Point, distance_m
from telephony.location.place import LocationProblem, Reason

__all__ = ["MAX_RADIUS_M", "Shape", "distance_m", "is_shape", "read_shape"]

FOOT_M = 0.3048
MAX_VERTICES = 1_000
MAX_ANGLE_DEG = 720.0

_SRS = re.compile(r"(?:.*[:#/])?(4326|4979)")
_METRES = dict.fromkeys(("", "9001", "m", "metre", "meter", "metres", "meters"), 1.0)
_METRES |= dict.fromkeys(("9002", "foot", "feet", "ft"), FOOT_M)
_DEGREES = dict.fromkeys(("", "9102", "9122", "degree", "degrees", "deg"), 1.0)
_DEGREES |= dict.fromkeys(("9101", "radian", "radians", "rad"), math.degrees(1))


class Shape(msgspec.Struct, frozen=True):
    """At the sender's own confidence. `radius_m` covers the shape, None = unknown; `border` is empty for a point, a circle
    and what is drawn as one."""

    name: str
    lat: float
    lon: float
    radius_m: float | None
    border: Outline


class _Area(NamedTuple):
    centre: Point
    radius_m: float | None = None
    border: Outline = ()


def is_shape(node: Node) -> bool:
    return node.name in _READERS


def read_shape(node: Node) -> Shape:
    """Return the shape. Raises `LocationProblem` when any part of it is not as it must be."""
    _check_reference_systems(node)
    area = _READERS[node.name](node)
    lat, lon = area.centre
    if is_null_island(lat, lon):
        raise LocationProblem(Reason.NULL_ISLAND, "0, 0")
    return Shape(node.name.lower(), lat, lon, area.radius_m or None, area.border if area.radius_m else ())


def _point(node: Node) -> _Area:
    return _Area(_centre(node))


def _circle(node: Node) -> _Area:
    return _Area(_centre(node), _length(node, "radius"))


def _ellipse(node: Node) -> _Area:
    """An ellipsoid is drawn by its horizontal ellipse. Where nobody can tell which way the longer axis lies (no orientation, or
    the axes changed places), the circle around it is the honest area."""
    centre, major_m, minor_m = _centre(node), _length(node, "semiMajorAxis"), _length(node, "semiMinorAxis")
    if node.find("orientation") is None or minor_m > major_m:
        return _Area(centre, max(major_m, minor_m))
    return _Area(centre, major_m, outline.ellipse(centre, major_m, minor_m, _angle(node, "orientation")))


def _arc_band(node: Node) -> _Area:
    """The sector between two arcs around an antenna, e.g. one cell of a mobile network with timing advance."""
    antenna = _centre(node)
    inner_m, outer_m = _length(node, "innerRadius"), _length(node, "outerRadius")
    start, opening = _angle(node, "startAngle"), _angle(node, "openingAngle")
    if inner_m > outer_m or not 0 < opening <= 360:
        raise LocationProblem(Reason.BAD_SHAPE, f"ArcBand {inner_m:g} to {outer_m:g} m, {opening:g}°")
    border = outline.sector(antenna, inner_m, outer_m, start, opening)
    return _Area(antenna, outer_m, border) if opening == 360 else _Area(*outline.cover(border), border)


def _polygon(node: Node) -> _Area:
    border = outline.ring(_ring(node.find("exterior") or node))
    if len(set(border)) < 3:
        raise LocationProblem(Reason.BAD_SHAPE, f"{node.name} with {len(set(border))} corners")
    return _Area(*outline.cover(border), border)


_READERS: dict[str, Callable[[Node], _Area]] = {
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
        size = _dimension(node, listed, numbers)
        positions = [numbers[at : at + size] for at in range(0, len(numbers), size)]
    if len(positions) > MAX_VERTICES:
        raise LocationProblem(Reason.TOO_COMPLEX, f"{len(positions)} corners")
    return [_position(numbers) for numbers in positions]


def _dimension(ring: Node, listed: Node, numbers: Sequence[float]) -> int:
    """Return how many numbers make a corner: as said, else by what closes the ring (its last corner is its first)."""
    said = listed.attributes.get("srsDimension") or ring.attributes.get("srsDimension")
    if said:
        if said not in {"2", "3"} or len(numbers) % int(said):
            raise LocationProblem(Reason.BAD_SHAPE, f"{len(numbers)} numbers in dimension {said[:20]}")
        return int(said)
    fitting = [size for size in (2, 3) if len(numbers) % size == 0 and numbers[:size] == numbers[-size:]]
    if len(fitting) != 1:
        raise LocationProblem(Reason.BAD_SHAPE, "ring that does not close")
    return fitting[0]


def _texts(node: Node, name: str) -> list[str]:
    found: list[str] = []
    for child in node.children:
        found += [child.text] if child.name == name else _texts(child, name)
    return found


def _number(text: str) -> float:
    value = read_number(text)
    if value is None:
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
    """Return degrees. What turns round and round is no direction that anybody has measured, and is lost in rounding."""
    degrees = _measure(node, name, _DEGREES)
    if abs(degrees) > MAX_ANGLE_DEG:
        raise LocationProblem(Reason.OUT_OF_RANGE, f"{name} {degrees:g}°")
    return degrees
