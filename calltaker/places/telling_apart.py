"""Places of one name in one area: where each of them lies, so that the caller can be asked which one is meant."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from calltaker.places.knowledge import Region
from calltaker.places.wire import Beside
from db.gazetteer import SERVICE_KINDS, Place
from db.geodesy import distance_m

NEAR_M = 5_000.0
"""What is farther away than this says nothing to a caller."""
_ASKED_FOR = (*SERVICE_KINDS, "landmark")
_EIGHTHS = 8


def beside(places: Sequence[Place], region: Region) -> tuple[Beside | None, ...]:
    """Return where each place lies that another one of them cannot be told from; () when every one has its own name or area."""
    looks = [_look(place) for place in places]
    times = Counter(looks)
    if len(times) == len(places):
        return ()
    return tuple(_beside(place, region) if times[look] > 1 else None for place, look in zip(places, looks, strict=True))


def _look(place: Place) -> tuple[str, ...]:
    return place.name.casefold(), place.rest, place.village, place.kecamatan, place.kabkota


def _beside(place: Place, region: Region) -> Beside | None:
    if place.is_area or place.lat is None or place.lon is None:
        return None
    near = region.near.nearest(place.lat, place.lon, _ASKED_FOR, 2)
    others = (one for one in near if one.name.casefold() != place.name.casefold() and (one.distance_m or 0) <= NEAR_M)
    nearest = next(others, None)
    if nearest is not None and nearest.lat is not None and nearest.lon is not None:
        return _seen_from(nearest.name, (nearest.lat, nearest.lon), (place.lat, place.lon))
    return None if region.middle is None else _seen_from("", region.middle, (place.lat, place.lon))


def _seen_from(name: str, here: tuple[float, float], there: tuple[float, float]) -> Beside:
    north = there[0] - here[0]
    east = (there[1] - here[1]) * math.cos(math.radians(here[0]))
    direction = round(math.atan2(east, north) / (2 * math.pi) * _EIGHTHS) % _EIGHTHS
    return Beside(name=name, distance_m=distance_m(*here, *there), direction=direction)
