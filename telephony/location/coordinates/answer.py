"""What reading typed coordinates gives: a point with its doubts, or the reason why there is none."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Doubt(StrEnum):
    """What a person is asked before the point is taken. Stable codes; the window has the words."""

    SWAPPED = "swapped"  # longitude came first; put right
    VIEWPORT = "viewport"  # the middle of somebody's map, not a pin
    COARSE = "coarse"  # too few digits: more than `COARSE_M` either way
    FAR_FROM_HOME = "far_from_home"
    SIGN_MISSING = "sign_missing"  # with a minus it would be at home, or in Indonesia at all: see `suggestion`
    UNCLEAR_HEMISPHERE = "unclear_hemisphere"  # north by what is written, but nothing says that the minus was not forgotten
    NEAR_HOME_ASSUMED = "near_home_assumed"  # a short plus code, taken as the one nearest to home
    SEVERAL = "several"  # the text holds other positions too: see `others`


class Reason(StrEnum):
    """Why there is no point. Stable codes; the window has the words. Only `not_coordinates` may be a place's name."""

    NOT_COORDINATES = "not_coordinates"
    INCOMPLETE = "incomplete"  # one of two, or UTM without its zone
    AMBIGUOUS = "ambiguous"  # contradicts itself, or can be read in two ways
    OUT_OF_RANGE = "out_of_range"  # no such latitude, longitude or minute
    OUTSIDE_INDONESIA = "outside_indonesia"
    NULL_ISLAND = "null_island"  # (0, 0): what a device without a fix writes
    SHORT_LINK = "short_link"  # holds no position itself; only the internet knows
    LINK_WITHOUT_POSITION = "link_without_position"
    SHORT_CODE_WITHOUT_HOME = "short_code_without_home"
    UNKNOWN_SYSTEM = "unknown_system"  # a geo: URI in another reference system than WGS 84
    TOO_LONG = "too_long"


class GeoPoint(msgspec.Struct, frozen=True, kw_only=True):
    """A position on WGS 84, degrees.

    `form` is how it was written: decimal, dms, nmea, geo, link, plus_code, mgrs, utm. `radius_m` comes from geo:u=, the cell
    of a code, or the last digit written; None = the text does not say (never 0). `is_approximate` is true for the middle of a
    map and for few digits. `matched` is the part of the text that was read, `rest` what stands around it (often the address).
    The point is in Indonesia, except with `sign_missing`: there it is as written, and `suggestion` is the same point south of
    the equator. A suggestion is never taken without asking. `others` are the further positions of the text, at most four.
    """

    lat: float
    lon: float
    form: str
    radius_m: float | None = None
    is_approximate: bool = False
    doubts: tuple[Doubt, ...] = ()
    suggestion: GeoPoint | None = None
    matched: str = ""
    rest: str = ""
    others: tuple[GeoPoint, ...] = ()


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """No point. `detail` names what was read: the numbers, the host of a link, the code."""

    reason: Reason
    detail: str = ""
