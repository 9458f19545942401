"""What may be believed of two numbers. Swapped ones are put right and say so; a forgotten minus is only pointed out."""

from __future__ import annotations

import msgspec

from telephony.location.coordinates.answer import Doubt, GeoPoint, Reason, Rejected
from telephony.location.coordinates.indonesia import is_inside
from telephony.location.coordinates.reading import Home, Reading, Sign
from telephony.location.figures import is_null_island
from telephony.location.outline import distance_m

COARSE_M = 100.0
FAR_M = 200_000.0  # beyond it, no part of any kabupaten around its middle (the widest are about 300 km across)
NEAR_M = 75_000.0  # both sides of the equator within it are at home
MIRROR_DEG = 0.0005  # closer to the equator, both sides are the same place


def judge(reading: Reading, home: Home | None) -> GeoPoint | Rejected:
    """Return the point in Indonesia with its doubts, or why it is none. `matched` and `rest` are for the caller to fill."""
    lat, lon = reading.lat, reading.lon
    if is_null_island(lat, lon):
        return Rejected(reason=Reason.NULL_ISLAND, detail=_shown(lat, lon))
    doubts = list(reading.doubts)
    if not reading.order_is_stated and abs(lat) > abs(lon) and _is_usable(lon, lat, reading.sign, home):
        lat, lon = lon, lat
        doubts.append(Doubt.SWAPPED)
    if not _is_usable(lat, lon, reading.sign, home):
        is_on_earth = abs(lat) <= 90 and abs(lon) <= 180
        return Rejected(reason=Reason.OUTSIDE_INDONESIA if is_on_earth else Reason.OUT_OF_RANGE, detail=_shown(lat, lon))
    about_sign, offers_mirror = _hemisphere(lat, lon, reading.sign, home)
    doubts += about_sign
    if home is not None and _away(home, lat, lon) > FAR_M:
        doubts.append(Doubt.FAR_FROM_HOME)
    if reading.is_viewport:
        doubts.append(Doubt.VIEWPORT)
    is_coarse = reading.radius_m is not None and reading.radius_m > COARSE_M
    if is_coarse:
        doubts.append(Doubt.COARSE)
    point = GeoPoint(
        lat=round(lat, 7),
        lon=round(lon, 7),
        form=reading.form,
        radius_m=reading.radius_m,
        is_approximate=reading.is_viewport or is_coarse,
        doubts=tuple(dict.fromkeys(doubts)),
    )
    if not offers_mirror:
        return point
    mirrored = msgspec.structs.replace(point, lat=-point.lat, doubts=())
    return msgspec.structs.replace(point, suggestion=mirrored)


def _is_usable(lat: float, lon: float, sign: Sign, home: Home | None) -> bool:
    """In Indonesia, or plainly so with a minus that a person (not a program, unless home is there) forgot."""
    if is_inside(lat, lon):
        return True
    if lat < 0 or not is_inside(-lat, lon) or sign is Sign.STATED:
        return False
    return sign is not Sign.MACHINE or (home is not None and _away(home, -lat, lon) <= FAR_M)


def _hemisphere(lat: float, lon: float, sign: Sign, home: Home | None) -> tuple[list[Doubt], bool]:
    """Return what is doubtful about the side of the equator, and whether the other side is to be offered."""
    if not is_inside(lat, lon):
        return [Doubt.SIGN_MISSING], True
    if abs(lat) < MIRROR_DEG or not is_inside(-lat, lon):
        return [], False
    is_open = sign is Sign.LOOSE or (sign is Sign.BARE and lat > 0)
    if home is None:
        return ([Doubt.UNCLEAR_HEMISPHERE], True) if is_open else ([], False)
    here, there = _away(home, lat, lon), _away(home, -lat, lon)
    if there < here and there <= FAR_M and (is_open or here > FAR_M):
        is_forgotten = lat > 0 and sign is not Sign.STATED
        return [Doubt.SIGN_MISSING if is_forgotten else Doubt.UNCLEAR_HEMISPHERE], True
    if is_open and (here > FAR_M or there <= NEAR_M):
        return [Doubt.UNCLEAR_HEMISPHERE], True
    return [], False


def _away(home: Home, lat: float, lon: float) -> float:
    return distance_m(home, (lat, lon))


def _shown(lat: float, lon: float) -> str:
    return f"{lat:.6g}, {lon:.7g}"
