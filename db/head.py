"""Where a seat's chain stands, and the clock that orders its events."""

from __future__ import annotations

import time

import msgspec

from db.chain import GENESIS


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Last event of a seat: its number, hybrid clock and hash. Same order as the table `seat_head`."""

    seat: str
    seat_seq: int = 0
    hlc: int = 0
    hash: str = GENESIS


def now_us() -> int:
    """Return the time, microseconds UTC."""
    return time.time_ns() // 1000


def next_hlc(last: int, at_us: int) -> int:
    """Return the hybrid clock after `last`: 48 bit of milliseconds, 16 bit of counter; it never goes back with the clock."""
    return max(at_us // 1000 << 16, last + 1)
