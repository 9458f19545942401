from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.domain.clock import day_of, duration_text, local_text, zone_name
from calltaker.domain.ticket import is_short_number, short_number, ticket_number

NEW_YEAR_WIB_US = 1_767_200_400_000_000  # 2025-12-31 17:00:00 UTC


def test_ticket_number() -> None:
    assert ticket_number("9999", date(2026, 1, 15), 42) == "9999-112-260115-0042"
    assert ticket_number("9999", date(2026, 1, 15), 12_345) == "9999-112-260115-12345"
    with pytest.raises(ValueError, match="starts at 1"):
        ticket_number("9999", date(2026, 1, 15), 0)


@given(st.dates(), st.integers(1, 99_999))
def test_short_number_is_what_people_say(day: date, counter: int) -> None:
    number = ticket_number("9971", day, counter)
    assert short_number(number) == f"{counter:04}"
    assert is_short_number(str(counter), number)
    assert is_short_number(f"{counter:04}", number)
    assert not is_short_number(str(counter + 1), number)


@pytest.mark.parametrize("text", ["", "x", "²", "00x", "-1"])
def test_words_are_no_ticket_number(text: str) -> None:
    assert not is_short_number(text, "9999-112-260115-0002")


def test_the_day_turns_at_local_midnight() -> None:
    assert day_of(NEW_YEAR_WIB_US, 420) == date(2026, 1, 1)
    assert day_of(NEW_YEAR_WIB_US - 1, 420) == date(2025, 12, 31)
    assert day_of(NEW_YEAR_WIB_US - 1, 540) == date(2026, 1, 1)


def test_local_text() -> None:
    assert local_text(NEW_YEAR_WIB_US, 420) == "2026-01-01 00:00:00"
    assert local_text(NEW_YEAR_WIB_US, 480, "%H.%M") == "01.00"


@pytest.mark.parametrize(
    ("offset", "name"),
    [(420, "WIB"), (480, "WITA"), (540, "WIT"), (0, "UTC+00:00"), (-210, "UTC-03:30"), (345, "UTC+05:45")],
)
def test_zone_names(offset: int, name: str) -> None:
    assert zone_name(offset) == name


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00"), (-3, "00:00"), (59.9, "00:59"), (60, "01:00"), (3599, "59:59"), (3600, "1:00:00"), (90_061, "25:01:01")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text
