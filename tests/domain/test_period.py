"""Periods of whole local days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.domain.clock import day_of
from calltaker.domain.period import MAX_DAYS, PeriodError, custom_period, midnight_us, period_of, shifted
from calltaker.domain.standards import answer_standards, share

TODAY = date(2026, 11, 14)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
OFFSETS = st.sampled_from((420, 480, 540, 0, -300))


@pytest.mark.parametrize(
    ("kind", "first", "days"),
    [
        ("today", TODAY, 1),
        ("week", date(2026, 11, 8), 7),
        ("month_30", date(2026, 10, 16), 30),
        ("month", date(2026, 11, 1), 14),
    ],
)
def test_periods_end_today(kind, first, days):
    period = period_of(kind, TODAY)
    assert (period.first, period.last, period.days) == (first, TODAY, days)


@given(day=DAYS, offset=OFFSETS)
def test_a_day_begins_at_local_midnight_and_lasts_24_hours(day, offset):
    start_us = midnight_us(day, offset)
    assert day_of(start_us, offset) == day
    assert day_of(start_us - 1, offset) == day - timedelta(days=1)
    period = custom_period(day, day)
    assert period.end_us(offset) - period.start_us(offset) == 24 * 3_600_000_000


@given(today=DAYS, kind=st.sampled_from(("today", "week", "month_30", "month")), steps=st.integers(1, 30))
def test_steps_back_leave_no_gap_and_lead_forth_again(today, kind, steps):
    walked = [period_of(kind, today)]
    for _ in range(steps):
        walked.append(shifted(walked[-1], -1, today))
    for later, earlier in pairwise(walked):
        assert earlier.last + timedelta(days=1) == later.first
    for _ in range(steps):
        walked.append(shifted(walked[-1], 1, today))
    assert walked[-1] == walked[0]


def test_no_period_begins_after_today():
    for kind in ("today", "week", "month_30", "month"):
        assert shifted(period_of(kind, TODAY), 1, TODAY) == period_of(kind, TODAY)


@pytest.mark.parametrize(("first", "last"), [(TODAY, TODAY - timedelta(days=1)), (TODAY, TODAY + timedelta(days=MAX_DAYS))])
def test_days_that_make_no_period_are_refused(first, last):
    with pytest.raises(PeriodError):
        custom_period(first, last)


def test_standards_are_the_published_ones():
    own, within_15, within_20 = answer_standards(10)
    assert (own.within_s, own.share, own.source) == (10, 0.90, "")
    assert (within_15.within_s, within_15.share, within_20.within_s, within_20.share) == (15, 0.90, 20, 0.95)
    assert share(0, 0) is None
    assert share(37, 412) == pytest.approx(0.0898, abs=1e-4)
