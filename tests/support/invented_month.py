"""Where and how large the invented month is: 2026-10-16 to 2026-11-14, local time WIB."""

from __future__ import annotations

from datetime import date

from calltaker.domain.period import custom_period, midnight_us

OFFSET = 420
DAYS = 30
CALLS = 3_000
END_US = midnight_us(date(2026, 11, 15), OFFSET)
MONTH = custom_period(date(2026, 10, 16), date(2026, 11, 14))
WEEK = custom_period(date(2026, 11, 2), date(2026, 11, 8))
EMPTY = custom_period(date(2020, 1, 1), date(2020, 1, 31))
