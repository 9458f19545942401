"""The places that came with a call, in the words of the log."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from db.events import Location
from telephony.events import BodyPart, Header
from telephony.location import geolocation
from telephony.location.place import CallerLocation

log = logging.getLogger("line")


class Told(NamedTuple):
    """The preferred place first, those by reference last; what was wrong with what was sent ("" = nothing)."""

    places: tuple[Location, ...]
    problem: str


def read_locations(headers: Sequence[Header], parts: Sequence[BodyPart]) -> Told:
    """Return all places of a message. Never raises: whatever a caller sends, the call itself goes on record."""
    try:
        found = geolocation.all_from_parts(headers, parts)
    except Exception as error:
        log.exception("a location could not be read")
        return Told((), f"not_read: {type(error).__name__}")
    return Told(_in_the_log(found.locations), found.problem)


def _in_the_log(places: Sequence[CallerLocation]) -> tuple[Location, ...]:
    """A document of many places is stored with the first of them only."""
    kept: list[Location] = []
    seen: set[str] = set()
    for place in places:
        location = Location(**msgspec.structs.asdict(place))
        kept.append(msgspec.structs.replace(location, raw="") if place.raw in seen else location)
        seen.add(place.raw)
    return tuple(kept)
