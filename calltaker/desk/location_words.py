"""The place that came with a call, in words: source, radius and age are always said, trouble is never silent. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from calltaker.domain.live_call import LiveCall
from db.events import Location

_STALE_US = 5 * 60 * 1_000_000


@dataclass(frozen=True)
class LocationWords:
    """`text` for one line, `is_trouble` when the person must ask for the place; `raw` is what came, on demand."""

    text: str
    raw: str
    is_trouble: bool = False


def location_words(call: LiveCall, now_us: int) -> LocationWords | None:
    """Return the words, or `None` when the call brought no location at all."""
    translate = QCoreApplication.translate
    if call.location is not None:
        return _readable(call.location, now_us, call.location_problem)
    if not call.location_problem:
        return None
    text = translate("location", "Location cannot be read: ask for the place.")
    return LocationWords(text, call.location_problem, is_trouble=True)


def _readable(location: Location, now_us: int, problem: str) -> LocationWords:
    translate = QCoreApplication.translate
    parts = [location.civic]
    if location.lat is not None and location.lon is not None:
        parts.append(f"{location.lat:.5f}, {location.lon:.5f}")
    if location.radius_m is not None:
        parts.append(f"±{location.radius_m:.0f} m")
    parts.append(location.source.upper())
    is_stale = location.at_us is not None and now_us - location.at_us > _STALE_US
    if location.at_us is not None:
        minutes = max(0, (now_us - location.at_us) // 60_000_000)
        parts.append(translate("location", "{minutes} min old").format(minutes=minutes))
    text = translate("location", "Caller at {place}").format(place=" · ".join(part for part in parts if part))
    return LocationWords(text, f"{location.raw}\n{problem}".strip(), is_trouble=is_stale)
