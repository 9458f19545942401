"""Periods of whole local days, as a supervisor asks for them. A centre's clock knows no summer time, so a day has 24 hours."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

import msgspec

PeriodKind = Literal["today", "week", "month_30", "month", "custom"]
MAX_DAYS = 366
"""Longer periods are left to the exported calls: a bar for every day would no longer be seen."""


class PeriodError(ValueError):
    """The days do not make a period; the text says why."""


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """From the first to the last day, both included. Built by the functions below, which check it."""

    kind: PeriodKind
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def start_us(self, utc_offset_minutes: int) -> int:
        """Return the first moment, UTC microseconds."""
        return midnight_us(self.first, utc_offset_minutes)

    def end_us(self, utc_offset_minutes: int) -> int:
        """Return the first moment after the period, UTC microseconds."""
        return midnight_us(self.last + timedelta(days=1), utc_offset_minutes)


def midnight_us(day: date, utc_offset_minutes: int) -> int:
    """Return when a local day begins, UTC microseconds."""
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    return (start - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def local_day(at_us: int, utc_offset_minutes: int) -> date:
    """Return the local day of a moment."""
    return datetime.fromtimestamp(at_us // 1_000_000, timezone(timedelta(minutes=utc_offset_minutes))).date()


def period_of(kind: PeriodKind, today: date) -> Period:
    """Return the period of a kind that ends today; "custom" begins as today alone."""
    first = {
        "today": today,
        "week": today - timedelta(days=6),
        "month_30": today - timedelta(days=29),
        "month": today.replace(day=1),
        "custom": today,
    }[kind]
    return Period(kind=kind, first=first, last=today)


def custom_period(first: date, last: date) -> Period:
    """Raises `PeriodError` for an end before the start, or more than `MAX_DAYS` days."""
    period = Period(kind="custom", first=first, last=last)
    if period.days < 1:
        raise PeriodError("the last day is before the first day")
    if period.days > MAX_DAYS:
        raise PeriodError(f"{period.days} days are more than {MAX_DAYS}")
    return period


def shifted(period: Period, steps: int, today: date) -> Period:
    """Return the period `steps` later (negative: earlier), as long as before; months go by the calendar.
    A period never begins after today."""
    if period.kind == "month":
        months = period.first.year * 12 + period.first.month - 1 + steps
        first = date(months // 12, months % 12 + 1, 1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        last = min(last, today)
    else:
        move = timedelta(days=period.days * steps)
        first, last = period.first + move, period.last + move
    if first > today:
        return period
    return Period(kind=period.kind, first=first, last=last)
