"""PIDF-LO documents (RFC 4119, 5139, 5491, 6848, 7459): where the caller's phone or network says that it is."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import msgspec

from telephony.location import bounded_xml
from telephony.location.bounded_xml import Node
from telephony.location.civic import civic_line
from telephony.location.confidence import CONFIDENCE_PCT, percent, scale_to_95
from telephony.location.outline import scaled
from telephony.location.place import CallerLocation, LocationProblem, Reason, readable, sane_time_us
from telephony.location.shapes import Shape, is_shape, read_shape

MAX_LOCATIONS = 16
"""Places, and complaints, of one document: it may hold thousands, and each is stored with the call."""

# RFC 5491 §3.4 rule 8: the first device with a location, then the first tuple, a person as the last resort.
_PRECEDENCE = {"device": 0, "tuple": 1, "person": 2}
_CIVIC = frozenset({"civicAddress", "civicLoc", "civilAddress"})


class Reading(NamedTuple):
    """What a document holds: places in the order of preference, and what could not be read beside them."""

    locations: list[CallerLocation]
    problems: list[LocationProblem]


def parse(xml: bytes) -> list[CallerLocation]:
    """Return the places, the preferred one first. Raises `LocationProblem` when there is none to be trusted."""
    reading = read(xml)
    if not reading.locations:
        raise reading.problems[0]
    return reading.locations


def read(xml: bytes) -> Reading:
    """Return what the document holds; never raises. Without a place there is at least one problem."""
    raw = readable(xml)
    try:
        found = _objects(bounded_xml.parse(xml), "", [])
    except LocationProblem as problem:
        return Reading([], [LocationProblem(problem.reason, problem.detail, raw)])
    found.sort(key=lambda item: _PRECEDENCE.get(item[0], len(_PRECEDENCE)))
    reading = Reading([], [])
    for kind, container, geopriv in found[:MAX_LOCATIONS]:
        _read_object(kind, container, geopriv, raw, reading)
    if not reading.locations and not reading.problems:
        reading.problems.append(LocationProblem(Reason.NO_LOCATION, raw=raw))
    return Reading(reading.locations[:MAX_LOCATIONS], reading.problems[:MAX_LOCATIONS])


def _objects(node: Node, kind: str, path: list[Node]) -> list[tuple[str, Node, Node]]:
    """Return (kind of container, container, geopriv) for each location object, in document order."""
    if node.name == "geopriv":
        return [(kind, path[-1] if path else node, node)]
    if node.name in _PRECEDENCE:
        kind, path = node.name, [node]
    return [found for child in node.children for found in _objects(child, kind, path)]


def _read_object(kind: str, container: Node, geopriv: Node, raw: str, reading: Reading) -> None:
    method = geopriv.find("method")
    stamp = container.child("timestamp") or geopriv.find("timestamp")
    told = {
        "at_us": _time_us(stamp.text) if stamp else None,
        "method": method.text[:40] if method else "",
        "target": kind,
        "raw": raw,
    }
    for info in geopriv.all("location-info")[:MAX_LOCATIONS]:
        shapes, civic = _contents(info, raw, reading.problems)
        confidence_pct, distribution = _confidence(info)
        places = [_place(shape, confidence_pct, distribution) for shape in shapes]
        if civic and not places:
            places = [CallerLocation(shape="civic")]
        reading.locations.extend(msgspec.structs.replace(place, civic=civic, **told) for place in places)


def _place(shape: Shape, confidence_pct: float | None, distribution: str) -> CallerLocation:
    place = CallerLocation(shape=shape.name, lat=shape.lat, lon=shape.lon)
    if shape.radius_m is None:
        return place
    radius_m = scale_to_95(shape.radius_m, confidence_pct, distribution)
    border = scaled(shape.border, (shape.lat, shape.lon), radius_m / shape.radius_m)
    return msgspec.structs.replace(place, radius_m=radius_m, confidence_pct=confidence_pct, outline=border)


def _contents(info: Node, raw: str, problems: list[LocationProblem]) -> tuple[list[Shape], str]:
    """Return the shapes and the civic address of a location-info, however deep a vendor has wrapped them."""
    shapes: list[Shape] = []
    civic = ""
    for node in info.children:
        if is_shape(node):
            if len(shapes) + len(problems) >= MAX_LOCATIONS:
                break
            try:
                shapes.append(read_shape(node))
            except LocationProblem as problem:
                problems.append(LocationProblem(problem.reason, problem.detail, raw))
        elif node.name in _CIVIC:
            civic = civic_line(node) or civic if _is_indonesian(node) else civic or civic_line(node)
        elif node.name == "confidence":
            continue
        elif node.children:
            inner_shapes, inner_civic = _contents(node, raw, problems)
            shapes += inner_shapes
            civic = civic or inner_civic
    unknown = [node.name for node in info.children if node.name not in _CIVIC | {"confidence"}]
    if unknown and not shapes and not civic and not problems and info.name == "location-info":
        problems.append(LocationProblem(Reason.UNKNOWN_SHAPE, unknown[0][:200], raw))
    return shapes, civic


def _is_indonesian(address: Node) -> bool:
    """One place may have its address in several languages (RFC 4776 §3.4); the local one stands on the street signs."""
    return address.attributes.get("lang", "").lower().partition("-")[0] in {"id", "in"}


def _confidence(info: Node) -> tuple[float | None, str]:
    """Return (percent, distribution); 95 % when nothing is said (RFC 7459 §4)."""
    node = info.find("confidence")
    if node is None:
        return CONFIDENCE_PCT, "unknown"
    return percent(node.text), node.attributes.get("pdf", "unknown").strip().lower()


def _time_us(text: str) -> int | None:
    """Return the time of the fix; None for one without zone, which could be hours off, or an unreadable one."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    try:
        return sane_time_us(round(moment.timestamp() * 1_000_000))
    except (OverflowError, ValueError):
        return None
