"""Ticket numbers: `<region code>-112-<YYMMDD>-<counter of the day>`. The last part is read out over telephone and radio."""

from __future__ import annotations

from datetime import date

_COUNTER_DIGITS = 4


def ticket_number(region_code: str, local_day: date, counter: int) -> str:
    """Return e.g. `9999-112-260115-0042`. `counter` starts at 1 each local day; past 9999 the last part grows by a digit.
    Raises `ValueError` for a counter below 1."""
    if counter < 1:
        raise ValueError(f"the counter of a day starts at 1, not {counter}")
    return f"{region_code}-112-{local_day:%y%m%d}-{counter:0{_COUNTER_DIGITS}}"


def short_number(number: str) -> str:
    """Return the part that people say: "0042" of "9999-112-260115-0042"; a number without dashes is returned whole."""
    return number.rpartition("-")[2]


def is_short_number(text: str, number: str) -> bool:
    """True when `text` as typed ("42", "0042") means the ticket `number`."""
    return text.isascii() and text.isdigit() and text.lstrip("0") == short_number(number).lstrip("0")
