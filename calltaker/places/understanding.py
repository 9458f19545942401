"""Reads what stands in the one field of the place: a PIDF-LO document, an AML message, coordinates in any form, else a name."""

from __future__ import annotations

import re

import msgspec

from calltaker.domain import place_choice
from calltaker.places.knowledge import Knowledge
from calltaker.places.telling_apart import beside
from calltaker.places.wire import Point, Understood
from db.gazetteer import Gazetteer
from db.gazetteer.codes import code_in
from db.region.whereabouts import Whereabouts
from telephony.location import aml, pidflo, typed
from telephony.location.place import CallerLocation, LocationProblem, Reason

FAR_AWAY_M = 50_000.0
"""Beyond this nobody drives from here; a point that far off is rather a mistake than a neighbour's incident."""
LONGEST_NAME_CHARS = 200
_NAMESAKES = 24
"""So many answers are compared with the best one before its name is called unambiguous."""

_AML = re.compile(r'(?:^|["\s;])ML\s*=\s*\d', re.IGNORECASE)
_XML = re.compile(r"<(?!\s*(?:https?://|www\.|geo:\s*[-+\d]|[-+\d]))", re.IGNORECASE)
"""A document; mail programs put links into angle brackets, too."""
_LINK = re.compile(r"\S+://\S+")
_LETTERS = re.compile(r"[^\W\d_]")


def understand(text: str, known: Knowledge, limit: int) -> Understood:
    """Return what the text says. No guess in silence: every doubt is named, every refusal has its code."""
    stripped = text.strip()
    if _XML.match(stripped) or _AML.search(stripped):
        return _from_phone(text, known, limit)
    found = typed.parse(stripped, home=known.region.middle)
    if isinstance(found, typed.GeoPoint):
        return Understood(text=text, points=_typed_points(found, known))
    if found.reason is typed.Reason.NOT_COORDINATES:
        return _by_name(text, stripped, known, limit)
    return msgspec.structs.replace(_by_name(text, _LINK.sub(" ", stripped), known, limit), rejected=found.reason.value)


def named_in(text: str, known: Knowledge, limit: int) -> Understood:
    """Return the villages and kecamatan near home whose whole names stand among loose words of a line."""
    if known.names is None:
        return Understood(text=text)
    home = known.home
    found = known.names.named(text, home=home.code, neighbours=home.neighbours, limit=_NAMESAKES)
    same = place_choice.namesakes(found, home.code)
    is_ambiguous = len({(one.kecamatan, one.kabkota) for one in same}) > 1
    return Understood(text=text, places=tuple(found[:limit]), is_ambiguous=is_ambiguous)


def whereabouts(known: Knowledge, lat: float, lon: float) -> Whereabouts:
    """Return what is known of a point. Raises `ValueError` for what is no point on Earth."""
    return known.region.lookup.at(lat, lon)


# --- positions ---------------------------------------------------------------------------------------------------------
def _from_phone(text: str, known: Knowledge, limit: int) -> Understood:
    """What a phone or network wrote and somebody pasted. An address alone is looked up by name."""
    stripped = text.strip()
    try:
        locations = pidflo.parse(stripped.encode()) if _XML.match(stripped) else [aml.parse(stripped)]
    except LocationProblem as problem:
        return Understood(text=text, rejected=problem.reason.value)
    points = tuple(point for one in locations if (point := _phone_point(one, known)) is not None)
    address = next((one.civic for one in locations if one.civic), "")
    if points:
        return Understood(text=text, points=points)
    if address:
        return _by_name(text, address, known, limit)
    return Understood(text=text, rejected=Reason.NO_LOCATION.value)


def _phone_point(location: CallerLocation, known: Knowledge) -> Point | None:
    if location.lat is None or location.lon is None:
        return None
    where = whereabouts(known, location.lat, location.lon)
    return Point(
        lat=location.lat,
        lon=location.lon,
        source=location.source,
        form=location.source,
        radius_m=location.radius_m,
        at_us=location.at_us,
        outline=location.outline,
        where=where,
        doubts=_doubts_of(where),
        rest=location.civic,
    )


def _typed_points(found: typed.GeoPoint, known: Knowledge) -> tuple[Point, ...]:
    """Return the point, before it the one with the minus that seems to be missing, and the further ones of the text."""
    points = [_typed_point(one, known) for one in (found, *found.others)]
    if found.suggestion is not None:
        points.insert(0, _typed_point(found.suggestion, known, ("sign_changed",)))
    return tuple(points)


def _typed_point(found: typed.GeoPoint, known: Knowledge, doubts: tuple[str, ...] = ()) -> Point:
    where = whereabouts(known, found.lat, found.lon)
    return Point(
        lat=found.lat,
        lon=found.lon,
        form=found.form,
        radius_m=found.radius_m,
        where=where,
        doubts=(*doubts, *(doubt.value for doubt in found.doubts), *_doubts_of(where)),
        rest=found.rest,
    )


def _doubts_of(where: Whereabouts) -> tuple[str, ...]:
    """A point in no village may be at sea because of a forgotten minus. Without polygons that can never be ruled out."""
    doubts = []
    if where.is_home is False:
        doubts.append("outside_home")
    if not where.is_exact and where.is_home is not True:
        doubts.append("no_village")
    if where.border_m is not None and where.is_home is False and where.border_m > FAR_AWAY_M:
        doubts.append("far_away")
    return tuple(doubts)


# --- names -------------------------------------------------------------------------------------------------------------
def _by_name(text: str, wanted: str, known: Knowledge, limit: int) -> Understood:
    if known.names is None or not (_LETTERS.search(wanted) or _is_code(wanted, known.names)):
        return Understood(text=text)
    home = known.home
    found = known.names.search(
        wanted[:LONGEST_NAME_CHARS], home=home.code, neighbours=home.neighbours, limit=max(limit, _NAMESAKES)
    )
    found = place_choice.named_area_first(found)
    same = place_choice.namesakes(found, home.code)
    is_ambiguous = len({(one.kecamatan, one.kabkota) for one in same}) > 1
    near = place_choice.near_ones(found, home.code, home.neighbours)[:limit]
    return Understood(text=text, places=tuple(near), is_ambiguous=is_ambiguous, beside=beside(near, known.region))


def _is_code(text: str, names: Gazetteer) -> bool:
    """Whether figures alone are the Kemendagri code of an area."""
    written = code_in(text)
    return written is not None and names.by_code(written.code) is not None
