"""The place that came with a call, in the words of the log."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import msgspec

from db.events import Location
from telephony.events import BodyPart, Header
from telephony.location import geolocation

log = logging.getLogger("line")


def read_location(headers: Sequence[Header], parts: Sequence[BodyPart]) -> tuple[Location | None, str]:
    """Return the caller's place, or `None`, and what was wrong with what was sent ("" = nothing). Never raises: whatever a
    caller sends, the call itself goes on record."""
    try:
        place, problem = geolocation.from_parts(headers, parts)
    except Exception as error:
        log.exception("a location could not be read")
        return None, f"not_read: {type(error).__name__}"
    return (Location(**msgspec.structs.asdict(place)) if place is not None else None), problem
