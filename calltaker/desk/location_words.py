"""The places that came with a call, in words: source, radius and age are always said, trouble is never silent. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from calltaker.desk.place_words import old_words
from calltaker.domain.fix_age import is_stale, minutes_old
from calltaker.domain.live_call import LiveCall
from db.events import Location


@dataclass(frozen=True)
class LocationWords:
    """`place` says where, `facts` how sure that is: short, never to be cut off. `is_trouble` when the person must ask for the
    place; `raw` is what came, on demand. `others` has a line for each further place, the latest first."""

    place: str
    raw: str
    facts: str = ""
    is_trouble: bool = False
    others: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The line."""
        return _joined(self.place, self.facts)

    @property
    def whole(self) -> str:
        """All words, a line for each place."""
        return "\n".join((self.text, *self.others))


def location_words(call: LiveCall, now_us: int) -> LocationWords | None:
    """Return the words, or `None` when the call brought no location at all.

    The line is about the place that came with the call; only where that says nothing, about the latest that came after."""
    sent = [place for place in (call.location, *call.more_locations) if place is not None]
    later = list(reversed(call.later_locations))
    if not sent and not later:
        return _unreadable(call.location_problem) if call.location_problem else None
    chosen = next((place for place in (*sent, *later) if _says_where(place)), (*sent, *later)[0])
    others = [place for place in (*later, *sent) if place is not chosen]
    more = QCoreApplication.translate("location", "+{count} more").format(count=len(others)) if others else ""
    return LocationWords(
        place=_where(chosen),
        facts=_joined(_facts(chosen, now_us), more),
        is_trouble=not _says_where(chosen) or is_stale(chosen.at_us, now_us),
        raw=_raw((chosen, *others), call.location_problem),
        others=tuple(_joined(_where(place), _facts(place, now_us)) for place in others),
    )


def _unreadable(problem: str) -> LocationWords:
    text = QCoreApplication.translate("location", "Location cannot be read: ask for the place.")
    return LocationWords(text, problem, is_trouble=True)


def _where(place: Location) -> str:
    translate = QCoreApplication.translate
    if place.shape == "reference":
        return translate("location", "Location by reference, cannot be fetched")
    if not _says_where(place):
        return translate("location", "The phone found no position ({source}): ask for the place.").format(source=_source(place))
    point = "" if place.lat is None or place.lon is None else f"{place.lat:.5f}, {place.lon:.5f}"
    return translate("location", "At {place}").format(place=_joined(place.civic, point))


def _facts(place: Location, now_us: int) -> str:
    if not _says_where(place):
        return ""
    return _joined("" if place.lat is None else _radius(place), _source(place), _age(place, now_us))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _says_where(place: Location) -> bool:
    return place.lat is not None or bool(place.civic)


def _source(place: Location) -> str:
    return f"{place.source.upper()} {place.method}".rstrip()


def _radius(place: Location) -> str:
    if place.radius_m is None:
        return QCoreApplication.translate("location", "radius not known")
    return f"±{place.radius_m:.0f} m" if place.radius_m < 10_000 else f"±{place.radius_m / 1000:.0f} km"


def _age(place: Location, now_us: int) -> str:
    """Return nothing for a place of this very minute."""
    minutes = minutes_old(place.at_us, now_us)
    if minutes is None:
        return QCoreApplication.translate("location", "age not known")
    return old_words(minutes) if minutes else ""


def _raw(places: Sequence[Location], problem: str) -> str:
    """Return every different text that came, the chosen place's first, then what was wrong."""
    texts = [text for place in places for text in (place.raw, place.reference if place.reference not in place.raw else "")]
    return "\n".join(text for text in dict.fromkeys((*texts, problem)) if text)
