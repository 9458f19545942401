"""Counts for the supervisor. One definition for all of them, so that no two pages disagree:

a call of the period is an incoming call that rang within [start_us, end_us) and was not a test (outcome `test`); calls refused
because all lines were busy never rang and are counted beside, not among them. Hours and days are the centre's local ones.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import models as t
from db.queries.numbers import count_of
from db.queries.outcomes import GHOST, PRANK, REAL, TEST
from db.reader import snapshot
from db.rows import AnswerTimes, DayCount, HourCell, LocationTimes, NumberCount

_US_PER_S = 1_000_000
_US_PER_MINUTE = 60 * _US_PER_S
_US_PER_HOUR = 60 * _US_PER_MINUTE
_HOURS_PER_DAY = 24
_THURSDAY = 3  # the weekday of 1970-01-01, 0 = Monday
_STANDARDS_S = (10, 15, 20)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_INCOMING = t.call.c.direction == "in"
_RANG = ~t.call.c.refused
_ANSWERED = t.call.c.answered_at_us.is_not(None)
_ABANDONED = sa.and_(_RANG, t.call.c.answered_at_us.is_(None), t.call.c.ended_at_us.is_not(None))


def _of_period(start_us: int, end_us: int) -> sa.ColumnElement[bool]:
    """Incoming, not a test, rang or refused within the period."""
    within = sa.and_(t.call.c.ringing_at_us >= start_us, t.call.c.ringing_at_us < end_us)
    return sa.and_(within, _INCOMING, t.call.c.outcome.not_in(TEST))


def heatmap(c: Connection, *, start_us: int, end_us: int, utc_offset_minutes: int) -> tuple[HourCell, ...]:
    """Return the calls by hour of the week, all 168 cells, Monday 0 h first."""
    hours = (t.call.c.ringing_at_us + utc_offset_minutes * _US_PER_MINUTE) // _US_PER_HOUR
    hour_of_week = ((hours + _THURSDAY * _HOURS_PER_DAY) % (7 * _HOURS_PER_DAY)).label("hour_of_week")
    statement = (
        sa.select(hour_of_week, *_groups())
        .where(_of_period(start_us, end_us), _RANG)
        .group_by(sa.literal_column("hour_of_week"))
    )
    found = {row.hour_of_week: row for row in c.execute(statement)}
    return tuple(_cell(hour, found.get(hour)) for hour in range(7 * _HOURS_PER_DAY))


def days(c: Connection, *, start_us: int, end_us: int, utc_offset_minutes: int) -> tuple[DayCount, ...]:
    """Return one row for every local day that the period touches, oldest first, days without calls too."""
    offset_us = utc_offset_minutes * _US_PER_MINUTE
    day = ((t.call.c.ringing_at_us + offset_us) // (_US_PER_HOUR * _HOURS_PER_DAY)).label("day")
    statement = (
        sa.select(
            day,
            *_groups(_RANG),
            count_of(_RANG, _ANSWERED).label("answered"),
            count_of(_ABANDONED).label("abandoned"),
            count_of(~_RANG).label("refused"),
        )
        .where(_of_period(start_us, end_us))
        .group_by(sa.literal_column("day"))
    )
    found = {row.day: row for row in c.execute(statement)}
    if start_us >= end_us:
        return ()
    first, last = ((us + offset_us) // (_US_PER_HOUR * _HOURS_PER_DAY) for us in (start_us, end_us - 1))
    return tuple(_day(number, found.get(number)) for number in range(first, last + 1))


def numbers(
    c: Connection, *, start_us: int, end_us: int, utc_offset_minutes: int = 0, limit: int = 100
) -> tuple[NumberCount, ...]:
    """Return the numbers of the period, most pranks and ghosts first. `utc_offset_minutes` changes nothing here; it is taken so
    that all statistics are asked alike."""
    del utc_offset_minutes
    number = t.call.c.number
    pranks, ghosts = count_of(t.call.c.outcome.in_(PRANK)), count_of(t.call.c.outcome.in_(GHOST))
    calls = sa.func.count()
    statement = (
        sa.select(number, *_groups(), sa.func.max(t.call.c.ringing_at_us).label("last_at_us"))
        .where(_of_period(start_us, end_us), _RANG)
        .group_by(number)
        .order_by(pranks.desc(), ghosts.desc(), calls.desc(), number)
        .limit(limit)
    )
    return tuple(NumberCount(**row._mapping) for row in c.execute(statement))  # noqa: SLF001 - SQLAlchemy's public name


@snapshot
def answer_times(c: Connection, *, start_us: int, end_us: int, utc_offset_minutes: int = 0) -> AnswerTimes:
    """Return how long the calls of the period waited for an answer. Percentiles are exact, by nearest rank: the smallest time
    that at least so many per cent of the answered calls did not exceed."""
    del utc_offset_minutes
    counts = c.execute(
        sa.select(
            count_of(_RANG).label("incoming"),
            count_of(_ABANDONED).label("abandoned"),
            count_of(~_RANG).label("refused"),
        ).where(_of_period(start_us, end_us))
    ).one()
    waited = (t.call.c.answered_at_us - t.call.c.ringing_at_us).label("waited")
    statement = sa.select(waited).where(_of_period(start_us, end_us), _RANG, _ANSWERED).order_by(waited)
    waits_us = c.execute(statement).scalars().all()
    return AnswerTimes(
        incoming=counts.incoming or 0,
        answered=len(waits_us),
        abandoned=counts.abandoned or 0,
        refused=counts.refused or 0,
        within_s={s: sum(wait_us <= s * _US_PER_S for wait_us in waits_us) for s in _STANDARDS_S},
        p50_ms=_percentile_ms(waits_us, 50),
        p90_ms=_percentile_ms(waits_us, 90),
        p95_ms=_percentile_ms(waits_us, 95),
        p99_ms=_percentile_ms(waits_us, 99),
    )


def location_times(c: Connection, *, start_us: int, end_us: int, utc_offset_minutes: int = 0) -> LocationTimes:
    """Return how long the answered calls of the period took until somebody had settled where the caller is. Percentiles are
    exact, by nearest rank."""
    del utc_offset_minutes
    call = t.call.c
    statement = (
        sa.select(call.location_source, call.located_after_ms)
        .where(_of_period(start_us, end_us), call.location_source != "", call.located_after_ms.is_not(None))
        .order_by(call.located_after_ms)
    )
    rows = c.execute(statement).all()
    after_us = [row.located_after_ms * 1000 for row in rows]
    return LocationTimes(
        located=len(rows),
        by_source=dict(sorted(Counter(row.location_source for row in rows).items())),
        p50_ms=_percentile_ms(after_us, 50),
        p90_ms=_percentile_ms(after_us, 90),
    )


def outcomes(c: Connection, *, start_us: int, end_us: int) -> dict[str, int]:
    """Return how many calls of the period ended in each outcome, "" = none given yet. They add up to `AnswerTimes.incoming`."""
    statement = (
        sa.select(t.call.c.outcome, sa.func.count().label("calls"))
        .where(_of_period(start_us, end_us), _RANG)
        .group_by(t.call.c.outcome)
    )
    return {row.outcome: row.calls for row in c.execute(statement)}


def _groups(*conditions: sa.ColumnElement[bool]) -> list[sa.Label[Any]]:
    """Return the columns calls, pranks, ghosts, real."""
    everything = conditions or (sa.true(),)
    return [
        count_of(*everything).label("calls"),
        count_of(*everything, t.call.c.outcome.in_(PRANK)).label("pranks"),
        count_of(*everything, t.call.c.outcome.in_(GHOST)).label("ghosts"),
        count_of(*everything, t.call.c.outcome.in_(REAL)).label("real"),
    ]


def _cell(hour_of_week: int, row: Any) -> HourCell:
    weekday, hour = divmod(hour_of_week, _HOURS_PER_DAY)
    if row is None:
        return HourCell(weekday=weekday, hour=hour, calls=0, pranks=0, ghosts=0)
    return HourCell(weekday=weekday, hour=hour, calls=row.calls, pranks=row.pranks, ghosts=row.ghosts)


def _day(number: int, row: Any) -> DayCount:
    day = f"{_EPOCH + timedelta(days=number):%Y-%m-%d}"
    names = ("calls", "answered", "abandoned", "refused", "pranks", "ghosts", "real")
    return DayCount(day=day, **{name: 0 if row is None else getattr(row, name) for name in names})


def _percentile_ms(sorted_us: Any, percent: int) -> int | None:
    if not sorted_us:
        return None
    return int(sorted_us[ceil(len(sorted_us) * percent / 100) - 1]) // 1000
