"""How old a position is, and when it is too old to be trusted. Pure."""

from __future__ import annotations

STALE_US = 5 * 60 * 1_000_000
"""A caller on the move is somewhere else by then."""
AHEAD_US = STALE_US
"""Clocks differ by seconds. A fix that is dated farther ahead than this comes from a device whose clock is wrong: it may be of
yesterday, and nobody knows its age."""
_MINUTE_US = 60 * 1_000_000


def minutes_old(at_us: int | None, now_us: int) -> int | None:
    """Return the age in whole minutes, `None` when nobody knows it: not dated, or dated in the future."""
    if at_us is None or at_us - now_us > AHEAD_US:
        return None
    return max(0, now_us - at_us) // _MINUTE_US


def is_stale(at_us: int | None, now_us: int) -> bool:
    """True for a fix that is too old, or whose date cannot be true. One without a date is not judged: many networks send
    none, and the desk says that its age is not known."""
    return at_us is not None and not -AHEAD_US <= now_us - at_us <= STALE_US
