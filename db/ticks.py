"""The tick "the caller says that this place is right" holds for the place it was given for, and for no other."""

from __future__ import annotations

from collections.abc import Mapping

TICK = "location_verified"
PLACE_OF_TICK = ("place_text", "lat", "lon", "village_code")
"""The fields of an incident that are its place. A tick names their values as its author saw them."""


def holds_for(given: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """True when a tick that was given for one place is one for the place that stands there now. A village that polygons told
    afterwards is that of the same point. A tick that names no place is of a time when none did, and holds for what there is."""
    if not given:
        return True
    told = [name for name in PLACE_OF_TICK if name != "village_code" or given.get(name)]
    return all(given.get(name, "") == now.get(name, "") for name in told)
