"""What a reader of one form hands to the judge, before anybody believes it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import msgspec

from telephony.location.coordinates.answer import Doubt, Reason

Home = tuple[float, float]

METRES_PER_DEGREE = 111_320.0
FINEST_M = 10.0  # more digits than this say nothing about how good the position is


class Sign(Enum):
    """How sure the side of the equator is."""

    STATED = "stated"  # a letter, a plus or minus, a grid
    MACHINE = "machine"  # a program wrote it (links, geo: URIs), mostly: no minus means north
    BARE = "bare"  # a person wrote it without any sign
    LOOSE = "loose"  # "- 6.5": a minus, or only a dash before the number


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Two angles in degrees. `start` and `end` are places in the text. `order_is_stated`: letters or a grid say which is the
    latitude."""

    lat: float
    lon: float
    form: str
    start: int
    end: int
    radius_m: float | None = None
    sign: Sign = Sign.STATED
    order_is_stated: bool = False
    is_viewport: bool = False
    doubts: tuple[Doubt, ...] = ()


class Refusal(msgspec.Struct, frozen=True):
    """The form was recognised, but gives no position."""

    reason: Reason
    detail: str
    start: int
    end: int


Finding = Reading | Refusal
Reader = Callable[[str, Home | None], list[Finding]]


def digits_radius_m(*last_digits_m: float) -> float | None:
    """Return the value of the last digit written, in metres, of the coarser number; None when it is finer than `FINEST_M`."""
    coarsest = max(last_digits_m)
    return round(coarsest, 1) if coarsest >= FINEST_M else None


def decimals(number: str) -> int:
    """Return how many digits stand behind the point or comma."""
    return len(number.replace(",", ".").partition(".")[2])


def value(number: str) -> float:
    """Return the number, its fraction behind a point or a comma."""
    return float(number.replace(",", "."))


def degree_digit_m(number: str) -> float:
    """Return how many metres the last digit of decimal degrees is worth."""
    return float(METRES_PER_DEGREE * 10.0 ** -decimals(number))
