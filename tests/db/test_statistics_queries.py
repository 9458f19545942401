"""The supervisor's counts equal plain counts over the events, on both engines."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

from sqlalchemy.engine import Connection

from db import events as log
from db.journal import Journal
from db.queries import statistics
from tests.db import facts

WIB_MINUTES = 420
DAY_US = 24 * 60 * facts.MINUTE_US
PERIOD = {"start_us": facts.FIRST_US, "end_us": facts.FIRST_US + 3 * DAY_US, "utc_offset_minutes": WIB_MINUTES}
CODES = ("", "prank_child", "ghost_silent", "emergency", "information", "test", "false_report", "repeat")


def one_call(
    call_id: str, at_us: int, *, wait_s: float | None, code: str = "", number: str = facts.CALLER
) -> list[log.NewEvent]:
    """A call that waited `wait_s` for its answer (`None`: the caller gave up)."""
    said = [facts.ringing(call_id, number, at_us=at_us)]
    if wait_s is not None:
        said.append(facts.answered(call_id, at_us + int(wait_s * facts.SECOND_US)))
    said.append(facts.ended(call_id, at_us + facts.MINUTE_US, was_answered=wait_s is not None))
    return said + ([facts.outcome(call_id, code)] if code else [])


def refused(call_id: str, at_us: int) -> log.NewEvent:
    return log.new_event(call_id, log.CallRefused(from_uri="sip:x", number_raw="x", code=486, reason="busy"), at_us=at_us)


def test_answer_times_with_their_denominators(journal: Journal, reader: Connection) -> None:
    waits = [1, 5, 10, 10.5, 15, 16, 20, 21, 40, 100]
    for place, wait_s in enumerate(waits):
        journal.append(one_call(f"a{place}", facts.FIRST_US + place, wait_s=wait_s))
    journal.append(one_call("gave-up", facts.FIRST_US, wait_s=None))
    journal.append([refused("busy", facts.FIRST_US), facts.ringing("still", at_us=facts.FIRST_US)])
    journal.append(one_call("test", facts.FIRST_US, wait_s=1, code="test"))
    journal.append(one_call("before", facts.FIRST_US - 1, wait_s=1))
    journal.append([facts.dialed("out", facts.OTHER, facts.FIRST_US), facts.answered("out", facts.FIRST_US + 1)])

    times = statistics.answer_times(reader, **PERIOD)
    assert (times.incoming, times.answered, times.abandoned, times.refused) == (12, 10, 1, 1)
    assert times.within_s == {10: 3, 15: 5, 20: 7}
    assert (times.p50_ms, times.p90_ms, times.p95_ms, times.p99_ms) == (15_000, 40_000, 100_000, 100_000)


def test_a_period_without_calls(reader: Connection) -> None:
    times = statistics.answer_times(reader, **PERIOD)
    assert (times.incoming, times.answered, times.p50_ms, times.within_s) == (0, 0, None, {10: 0, 15: 0, 20: 0})
    assert sum(cell.calls for cell in statistics.heatmap(reader, **PERIOD)) == 0
    assert statistics.numbers(reader, **PERIOD) == ()
    assert [day.calls for day in statistics.days(reader, **PERIOD)] == [0, 0, 0, 0]
    assert statistics.days(reader, start_us=5, end_us=5, utc_offset_minutes=0) == ()


def test_every_count_equals_a_plain_count_over_the_events(journal: Journal, reader: Connection) -> None:
    dice = random.Random(112)
    for place in range(150):
        at_us = facts.FIRST_US + dice.randrange(3 * DAY_US)
        if dice.random() < 0.1:
            journal.append([refused(f"c{place}", at_us)])
            continue
        wait_s = None if dice.random() < 0.2 else dice.uniform(1, 30)
        number = f"+62812555000{dice.randrange(5)}"
        journal.append(one_call(f"c{place}", at_us, wait_s=wait_s, code=dice.choice(CODES), number=number))
    rang, busy = _plain(journal)

    cells = {(cell.weekday, cell.hour): cell for cell in statistics.heatmap(reader, **PERIOD)}
    assert len(cells) == 168
    hours = Counter((_local(call["at_us"]).weekday(), _local(call["at_us"]).hour) for call in rang)
    assert {key: cell.calls for key, cell in cells.items() if cell.calls} == dict(hours)
    assert sum(cell.pranks for cell in cells.values()) == sum(call["code"] in {"prank_child", "false_report"} for call in rang)

    days = {day.day: day for day in statistics.days(reader, **PERIOD)}
    assert {name: day.calls for name, day in days.items() if day.calls} == dict(
        Counter(f"{_local(c['at_us']):%Y-%m-%d}" for c in rang)
    )
    assert sum(day.answered for day in days.values()) == sum(call["answered"] for call in rang)
    assert sum(day.abandoned for day in days.values()) == sum(not call["answered"] for call in rang)
    assert sum(day.refused for day in days.values()) == busy
    assert sum(day.real for day in days.values()) == sum(call["code"] in {"emergency", "repeat"} for call in rang)

    by_number = {row.number: row for row in statistics.numbers(reader, **PERIOD)}
    assert {number: row.calls for number, row in by_number.items()} == dict(Counter(call["number"] for call in rang))
    assert statistics.outcomes(reader, start_us=PERIOD["start_us"], end_us=PERIOD["end_us"]) == dict(
        Counter(call["code"] for call in rang)
    )
    times = statistics.answer_times(reader, **PERIOD)
    assert (times.incoming, times.refused) == (len(rang), busy)
    assert times.answered == sum(day.answered for day in days.values())


def test_numbers_come_most_pranks_first_and_withheld_ones_together(journal: Journal, reader: Connection) -> None:
    for place, (number, code) in enumerate(
        [("", "prank_child"), ("", "prank_child"), (facts.CALLER, "prank_child"), (facts.OTHER, "")]
    ):
        journal.append(one_call(f"c{place}", facts.FIRST_US + place, wait_s=1, code=code, number=number))

    assert [(row.number, row.pranks, row.last_at_us - facts.FIRST_US) for row in statistics.numbers(reader, **PERIOD)] == [
        ("", 2, 1),
        (facts.CALLER, 1, 2),
        (facts.OTHER, 0, 3),
    ]
    assert len(statistics.numbers(reader, **PERIOD, limit=1)) == 1


def _plain(journal: Journal) -> tuple[list[dict[str, object]], int]:
    """Count over the events alone: the calls that rang and were no test, and the refused ones."""
    rang, busy = [], 0
    for place in range(150):
        events = journal.events(f"c{place}")
        said = {event.kind: log.decode(event.kind, event.payload) for event in events}
        code = said["call.outcome_set"].outcome if "call.outcome_set" in said else ""
        if "call.refused" in said:
            busy += 1
        elif code != "test":
            number = said["call.ringing"].number
            rang.append({"at_us": events[0].at_us, "answered": "call.answered" in said, "code": code, "number": number})
    return rang, busy


def _local(at_us: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1e6, tz=UTC) + timedelta(minutes=WIB_MINUTES)
