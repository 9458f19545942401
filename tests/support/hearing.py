"""Waiting for a tone, or for its absence, in sound that comes in: however late, and never by the clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from support.rtp import strength

WINDOW_S = 0.4
PATIENCE_S = 30.0
Samples = Callable[[], Sequence[int]]
"""All samples that came since the wait began."""


def wait_for_tone(samples: Samples, rate: int, hertz: float, above: float) -> None:
    """Return when the newest piece of the sound holds the tone at least so loud."""
    _wait(samples, rate, lambda piece: strength(piece, hertz, rate) > above, f"{hertz} Hz above {above}")


def wait_for_quiet(samples: Samples, rate: int, hertz: float, below: float) -> None:
    """Return when a whole piece of the sound, all of it new, holds less of the tone. No sound at all is no answer."""
    _wait(samples, rate, lambda piece: strength(piece, hertz, rate) < below, f"{hertz} Hz below {below}")


def loudest(samples: Sequence[int], rate: int, hertz: float) -> Sequence[int]:
    """Return the half second that holds the tone loudest."""
    size, step = rate // 2, rate // 10
    pieces = [samples[start : start + size] for start in range(0, max(1, len(samples) - size + 1), step)]
    return max(pieces, key=lambda piece: strength(piece, hertz, rate))


def _wait(samples: Samples, rate: int, is_right: Callable[[Sequence[int]], bool], what: str) -> None:
    size, end_s = int(WINDOW_S * rate), time.monotonic() + PATIENCE_S
    while len(came := samples()) < size or not is_right(came[-size:]):
        assert time.monotonic() < end_s, f"{what} was not heard; {len(came)} samples came"
        time.sleep(0.05)
