"""A made-up week before the demo, so that histories, marks and statistics have something to say.
Seeded: always the same week."""

from __future__ import annotations

import random
from collections.abc import Iterator

from calltaker.training.scenes import load_scenes
from db import events as log

HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US
# Children call after school, ghosts all day, real ones a few: the shares a small centre sees.
OUTCOMES = ("prank_child", "ghost_silent", "information", "wrong_number", "pocket", "prank_adult", "non_emergency", "emergency")
WEIGHTS = (34, 28, 12, 6, 7, 6, 5, 2)


def past_week(*, now_us: int, calls: int = 280, seed: int = 112) -> Iterator[tuple[log.NewEvent, ...]]:
    """Give the events of `calls` invented calls, oldest first, one batch a call;
    the last ones are of the demo's own callers."""
    dice = random.Random(seed)  # noqa: S311 - a demo, not a secret
    starts = sorted(now_us - 7 * DAY_US + int(dice.random() * (7 * DAY_US - HOUR_US)) for _ in range(calls))
    numbers = [f"+62812555{dice.randrange(10_000):05d}" for _ in range(90)]
    for index, start_us in enumerate(starts):
        hour = start_us // HOUR_US % 24
        number = "" if dice.random() < 0.1 else dice.choice(numbers)
        abandoned = dice.random() < 0.06
        outcome = "" if abandoned else dice.choices(OUTCOMES, _weights(hour))[0]
        yield tuple(_call(f"past-{index:04d}", number, start_us, dice.lognormvariate(1.5, 0.5), outcome))
    yield from _own_callers(now_us)


def _weights(hour_utc: int) -> list[int]:
    local = (hour_utc + 7) % 24
    weights = list(WEIGHTS)
    if not 10 <= local <= 20:
        weights[0] //= 4
    return weights


def _own_callers(now_us: int) -> Iterator[tuple[log.NewEvent, ...]]:
    """The child of the demo has called before, and once it was true: the card must say so."""
    prankster = "+62" + load_scenes()["prank_child"].number.removeprefix("0")
    for index, (days_ago, outcome) in enumerate(((6, "prank_child"), (5, "emergency"), (3, "prank_child"), (1, "prank_child"))):
        yield tuple(_call(f"past-own-{index}", prankster, now_us - days_ago * DAY_US - 3 * HOUR_US, 4.0, outcome))


def _call(call_id: str, number: str, start_us: int, wait_s: float, outcome: str) -> Iterator[log.NewEvent]:
    answer_us = start_us + int(wait_s * 1e6)
    end_us = answer_us + 40_000_000
    ringing = log.CallRinging(
        line="112",
        sip_call_id=call_id,
        request_uri="sip:112@nusaraya.example",
        from_uri=f"sip:{number or 'anonymous'}@nusaraya.example",
        display_name="",
        asserted_identity="",
        number_raw=number,
        number=number,
        source_address="",
        headers=(),
        parts=(),
        raw=b"",
    )
    yield log.new_event(call_id, ringing, at_us=start_us)
    if outcome:
        yield log.new_event(call_id, log.CallAnswered(), at_us=answer_us)
        yield log.new_event(call_id, log.OutcomeSet(outcome=outcome), at_us=end_us, actor="latihan")
    ended = log.CallEnded(by="caller", code=200 if outcome else 487, reason="", answered=bool(outcome))
    yield log.new_event(call_id, ended, at_us=end_us if outcome else answer_us)
