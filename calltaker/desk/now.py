"""The desk's clock, as a function so that tests hand in their own."""

from __future__ import annotations

import time
from collections.abc import Callable

ClockUs = Callable[[], int]
"""Returns microseconds since the epoch, UTC."""


def now_us() -> int:
    return time.time_ns() // 1_000
