"""Every figure of the supervisor equals a plain SQL count over the events."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection
from support.invented_month import EMPTY, MONTH, OFFSET, WEEK
from support.plain_counts import PlainCounts

from calltaker.domain.period import Period
from db.queries import statistics

PERIODS = pytest.mark.parametrize("period", [MONTH, WEEK, EMPTY], ids=["month", "week", "nothing"])


def span_of(period: Period) -> dict[str, int]:
    return {"start_us": period.start_us(OFFSET), "end_us": period.end_us(OFFSET), "utc_offset_minutes": OFFSET}


def plain(connection: Connection, period: Period) -> PlainCounts:
    return PlainCounts(connection, period.start_us(OFFSET), period.end_us(OFFSET), OFFSET)


@PERIODS
def test_answer_times_are_counted_exactly(month: Connection, period: Period) -> None:
    times, counts = statistics.answer_times(month, **span_of(period)), plain(month, period)
    assert times.incoming == counts.everything()[0]
    assert (times.answered, times.abandoned, times.refused) == (counts.answered(), counts.abandoned(), counts.refused())
    assert times.within_s == {seconds: counts.within(seconds) for seconds in (10, 15, 20)}
    if times.answered:
        assert (times.p50_ms, times.p90_ms, times.p95_ms, times.p99_ms) == tuple(map(counts.percentile_ms, (50, 90, 95, 99)))
    else:
        assert (times.p50_ms, times.p99_ms) == (None, None)


@PERIODS
def test_hours_of_the_week_are_counted_exactly(month: Connection, period: Period) -> None:
    cells = statistics.heatmap(month, **span_of(period))
    counts = plain(month, period).by_hour_of_week()
    assert len(cells) == 7 * 24
    for cell in cells:
        expected = counts.get((cell.weekday, cell.hour), (0, 0, 0, 0))
        assert (cell.calls, cell.pranks, cell.ghosts) == expected[:3]


@PERIODS
def test_days_are_counted_exactly(month: Connection, period: Period) -> None:
    days, counts = statistics.days(month, **span_of(period)), plain(month, period)
    by_day = counts.by_day()
    assert len(days) == period.days
    for day in days:
        number = (date.fromisoformat(day.day) - date(1970, 1, 1)).days
        assert (day.calls, day.pranks, day.ghosts, day.real) == by_day.get(number, (0, 0, 0, 0))
    assert sum(day.refused for day in days) == counts.refused()
    assert sum(day.abandoned for day in days) == counts.abandoned()
    assert sum(day.answered for day in days) == counts.answered()


@PERIODS
def test_numbers_are_counted_exactly(month: Connection, period: Period) -> None:
    numbers = statistics.numbers(month, **span_of(period), limit=100_000)
    assert {row.number: (row.calls, row.pranks, row.ghosts, row.real) for row in numbers} == plain(month, period).by_number()


def test_the_month_has_everything_that_must_be_told_apart(month: Connection) -> None:
    """Else the tests above would compare nothing with nothing."""
    counts = plain(month, MONTH)
    calls, pranks, ghosts, real = counts.everything()
    assert calls > 2_500
    assert min(pranks, ghosts, real, counts.abandoned(), counts.refused(), counts.answered() - counts.within(20)) > 10
    kinds = "SELECT count(DISTINCT kind) FROM event WHERE kind IN ('call.outcome_undone', 'incident.opened', 'referral.sent')"
    assert month.exec_driver_sql(kinds).scalar_one() == 3
    both = [row for row in counts.by_number().values() if row[1] > 3 and row[3]]
    assert both, "a prank number must also call in earnest"
