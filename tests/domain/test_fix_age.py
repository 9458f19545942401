"""The age of a position: five minutes are old, and a date in the future is no age."""

from __future__ import annotations

import pytest

from calltaker.domain.fix_age import is_stale, minutes_old
from calltaker.domain.form import FormState

NOW_US = 1_800_000_000_000_000
MINUTE_US = 60_000_000


@pytest.mark.parametrize(
    ("ago_minutes", "minutes", "stale"),
    [(0, 0, False), (4.9, 4, False), (5, 5, False), (5.1, 5, True), (4320, 4320, True), (-0.5, 0, False), (-5, 0, False)],
)
def test_an_age(ago_minutes: float, minutes: int, *, stale: bool) -> None:
    at_us = NOW_US - int(ago_minutes * MINUTE_US)
    assert (minutes_old(at_us, NOW_US), is_stale(at_us, NOW_US)) == (minutes, stale)


@pytest.mark.parametrize("ahead_minutes", [5.1, 60, 10 * 365 * 24 * 60])
def test_a_fix_from_the_future_has_no_age_and_is_not_trusted(ahead_minutes: float) -> None:
    at_us = NOW_US + int(ahead_minutes * MINUTE_US)
    assert minutes_old(at_us, NOW_US) is None
    assert is_stale(at_us, NOW_US)


def test_a_fix_without_a_date_is_not_judged() -> None:
    assert minutes_old(None, NOW_US) is None
    assert not is_stale(None, NOW_US)


@pytest.mark.parametrize(("ago_minutes", "drivable"), [(0, True), (-6, False), (6, False)])
def test_nobody_is_sent_by_a_fix_that_cannot_be_of_now(ago_minutes: int, *, drivable: bool) -> None:
    form, at_us = FormState(), NOW_US - ago_minutes * MINUTE_US
    for field, value in {"lat": "-7.1", "lon": "110.2", "radius_m": "20", "location_at_us": str(at_us)}.items():
        form = form.from_network(field, value)
    assert form.has_drivable_point(NOW_US) is drivable
    assert form.typed("location_verified", "1").has_drivable_point(NOW_US)
