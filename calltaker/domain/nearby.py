"""What may be the same incident told by another caller, and who is near. It is offered, never decided here."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from db.geodesy import LEAST_NORTH_M, distance_m
from db.rows import IncidentRow, UnitRow

_MINUTE_US = 60_000_000
_WORDS_TOO_COMMON = frozenset(
    ("jalan", "jln", "gang", "nomor", "dekat", "depan", "belakang", "samping", "kel", "kec", "desa", "kampung", "blok", "dan")
)
"""Words that two places share without being the same; shorter ones are not looked at."""


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """How far and for how long another report may be of the same incident."""

    radius_m: float
    minutes: float


SAME_GROUP = Reach(radius_m=1_000, minutes=6 * 60)
"""Same group of types (the letters of the code): smoke is seen from afar, and a fire is reported for hours."""
DISASTER = Reach(radius_m=3_000, minutes=24 * 60)
OTHER_GROUP = Reach(radius_m=200, minutes=120)
"""A crash that burns is told as a crash by one and as a fire by another."""
_DISASTER_GROUP = "BA"
_WIDEST_DOUBT_M = 2_000.0
"""A caller's own uncertainty widens the circle, but not over a whole town."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the form on the screen says of its place. Without a point, the village and the words of the place must do."""

    type_code: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    village_code: str = ""
    place_text: str = ""
    incident_id: str = ""

    @property
    def has_point(self) -> bool:
        return self.lat is not None and self.lon is not None


class Duplicate(msgspec.Struct, frozen=True, kw_only=True):
    """An open incident that may be the same. `distance_m` None = by village and words of the place alone."""

    row: IncidentRow
    distance_m: float | None
    minutes: int


class NearUnit(msgspec.Struct, frozen=True, kw_only=True):
    unit: UnitRow
    distance_m: float


def reach(type_code: str, other_code: str) -> Reach:
    """Return how far apart two reports of these types may be."""
    group, other = type_code.partition("-")[0], other_code.partition("-")[0]
    if group != other or not group:
        return OTHER_GROUP
    return DISASTER if group == _DISASTER_GROUP else SAME_GROUP


def duplicates(asked: Asked, incidents: Iterable[IncidentRow], now_us: int, *, limit: int = 3) -> tuple[Duplicate, ...]:
    """Return the open incidents that may be what is being told, the nearest first, those without a distance last."""
    found = []
    for row in incidents:
        minutes = (now_us - row.opened_at_us) / _MINUTE_US
        allowed = reach(asked.type_code, row.type_code)
        if row.incident_id == asked.incident_id or row.closed_at_us is not None or minutes > allowed.minutes:
            continue
        reach_m = allowed.radius_m + _doubt_m(asked.radius_m) + _doubt_m(row.radius_m)
        if _is_far_north_or_south(asked, row, reach_m):
            continue
        away_m = _away_m(asked, row)
        if away_m is None:
            if _same_words(asked, row):
                found.append(Duplicate(row=row, distance_m=None, minutes=max(0, int(minutes))))
        elif away_m <= reach_m:
            found.append(Duplicate(row=row, distance_m=away_m, minutes=max(0, int(minutes))))
    found.sort(key=lambda one: (one.distance_m is None, one.distance_m or 0.0, one.minutes))
    return tuple(found[:limit])


def nearest_units(units: Iterable[UnitRow], lat: float, lon: float) -> tuple[NearUnit, ...]:
    """Return the units whose base is known, the nearest first, whatever their state: the desk shows it beside them."""
    placed = [
        NearUnit(unit=unit, distance_m=distance_m(lat, lon, unit.lat, unit.lon))
        for unit in units
        if unit.lat is not None and unit.lon is not None
    ]
    return tuple(sorted(placed, key=lambda one: one.distance_m))


def _is_far_north_or_south(asked: Asked, row: IncidentRow, reach_m: float) -> bool:
    """True for most incidents of a bad night, without the geodesic: five hundred of those would hold up the window's thread."""
    return asked.lat is not None and row.lat is not None and abs(asked.lat - row.lat) * LEAST_NORTH_M > reach_m


def _away_m(asked: Asked, row: IncidentRow) -> float | None:
    if asked.lat is None or asked.lon is None or row.lat is None or row.lon is None:
        return None
    return distance_m(asked.lat, asked.lon, row.lat, row.lon)


def _doubt_m(radius_m: float | None) -> float:
    return min(radius_m or 0.0, _WIDEST_DOUBT_M)


def _same_words(asked: Asked, row: IncidentRow) -> bool:
    """Two places without distance: the same words, and no village that says otherwise."""
    codes = sorted(filter(None, (asked.village_code, row.village_code)), key=len)
    if len(codes) == 2 and not codes[1].startswith(codes[0]):  # a kecamatan holds its villages
        return False
    return bool(_words(asked.place_text) & _words(row.place_text))


def _words(text: str) -> set[str]:
    cleaned = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return {word for word in cleaned.split() if len(word) > 2 and word not in _WORDS_TOO_COMMON and not word.isdigit()}
