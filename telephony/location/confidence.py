"""How sure a radius is, and what it is at 95 % (RFC 7459)."""

from __future__ import annotations

import math

from telephony.location.figures import read_number

CONFIDENCE_PCT = 95.0
MAX_RADIUS_M = 20_020_000.0
"""Half way around the Earth."""


def percent(text: str) -> float | None:
    """Return a confidence in percent; None when it is said to be unknown or is no percentage that anybody would mean."""
    value = read_number(text.strip())
    return value if value is not None and 1 <= value <= 100 else None


def scale_to_95(radius_m: float, confidence_pct: float | None, distribution: str = "unknown") -> float:
    """Return the radius at 95 % confidence (RFC 7459 §5.4, two dimensions). An unknown distribution is taken as the one
    that gives the larger radius; 100 % (a certain bound) and None (unknown) leave the radius as it is."""
    if confidence_pct is None or confidence_pct >= 100:
        return radius_m
    share = confidence_pct / 100
    rectangular = math.sqrt(CONFIDENCE_PCT / 100 / share)
    normal = math.sqrt(math.log(1 - CONFIDENCE_PCT / 100) / math.log(1 - share))
    factor = {"normal": normal, "rectangular": rectangular}.get(distribution, max(normal, rectangular))
    return min(radius_m * factor, MAX_RADIUS_M)
