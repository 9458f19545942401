"""The place that came with a call, for the log."""

from __future__ import annotations

from collections.abc import Sequence

from db.events import Location
from telephony.events import BodyPart, Header


def read_location(headers: Sequence[Header], parts: Sequence[BodyPart], at_us: int) -> tuple[Location | None, str]:
    """Return the caller's place, or why there is none that can be used ("" = none was sent)."""
    named = any(header.name.lower() == "geolocation" for header in headers)
    return None, f"not read ({len(parts)} parts, {at_us})" if named else ""
