"""Times of the log (UTC microseconds) as the centre reads them. Indonesia's three zones have no summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_ZONES = {420: "WIB", 480: "WITA", 540: "WIT"}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local_text(us: int, utc_offset_minutes: int, pattern: str = "%Y-%m-%d %H:%M:%S") -> str:
    """Return the local time of the centre, "2026-01-15 14:32:07" unless `pattern` (strftime) says otherwise."""
    return _local(us, utc_offset_minutes).strftime(pattern)


def zone_name(utc_offset_minutes: int) -> str:
    """Return WIB, WITA or WIT, or "UTC+hh:mm" for any other offset."""
    if utc_offset_minutes in _ZONES:
        return _ZONES[utc_offset_minutes]
    sign = "-" if utc_offset_minutes < 0 else "+"
    hours, minutes = divmod(abs(utc_offset_minutes), 60)
    return f"UTC{sign}{hours:02}:{minutes:02}"


def day_of(us: int, utc_offset_minutes: int) -> date:
    """Return the local day of the centre."""
    return _local(us, utc_offset_minutes).date()


def duration_text(seconds: float) -> str:
    """Return "mm:ss", or "h:mm:ss" from one hour on; below zero (clocks of two machines) it is 00:00."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes:02}:{second:02}"


def _local(us: int, utc_offset_minutes: int) -> datetime:
    return _EPOCH + timedelta(microseconds=us, minutes=utc_offset_minutes)
