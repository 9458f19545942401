"""Calls, incidents, units, posts and the form as markers of the map. Pure; what has no place has no marker."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from calltaker.desk.callers import caller_text
from calltaker.desk.place_words import age_words
from calltaker.domain import place_drift
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.fix_age import is_stale
from calltaker.domain.form import FormState
from calltaker.domain.live_call import LiveCall
from calltaker.domain.map_scene import Marker, is_drawable
from db.events import Location

if TYPE_CHECKING:
    from db.gazetteer.place import Place
    from db.rows import IncidentRow, UnitRow

VERIFIED = "1"
_SAME_DEG = 2e-6  # the form rounds to six decimals


def caller_markers(calls: Iterable[LiveCall], current_id: str, now_us: int) -> list[Marker]:
    """Return the callers that have a place: the preferred one that came with the call, else the latest that came after. All
    other places that were sent stand there as offers. A link that a person pasted is kept with the call but says nothing of
    where the phone is: it is the pin of the form."""
    offers: list[Marker] = []
    callers: list[Marker] = []
    for call in calls:
        sent = (call.location, *call.more_locations, *reversed(call.later_locations))
        came = [place for place in sent if place is not None and place.source not in place_drift.BOUND_TO_WORDS]
        drawn = [place for place in came if is_drawable(place.lat, place.lon)]
        is_current = call.call_id == current_id
        for rank, place in enumerate(dict.fromkeys(drawn)):
            marker = _place_marker(call, place, now_us, rank=rank, is_current=is_current)
            (offers if rank else callers).append(marker)
    return [*offers, *callers]


def _place_marker(call: LiveCall, place: Location, now_us: int, *, rank: int, is_current: bool) -> Marker:
    name = place.source.upper() if rank else caller_text(call)
    return Marker(
        kind="offer" if rank else "caller",
        key=f"{call.call_id}/{rank}" if rank else call.call_id,
        lat=place.lat or 0.0,
        lon=place.lon or 0.0,
        label=" · ".join(part for part in (name, _age(place.at_us, now_us)) if part),
        radius_m=place.radius_m,
        outline=place.outline,
        state=call.state,
        is_stale=is_stale(place.at_us, now_us),
        is_current=is_current,
    )


def _age(at_us: int | None, now_us: int) -> str:
    """Return how old a place is, once that is too old to be trusted."""
    return age_words(str(at_us), now_us) if is_stale(at_us, now_us) else ""


def incident_markers(rows: Iterable[IncidentRow], catalogue: Catalogue, language: str) -> list[Marker]:
    """Return the open incidents with a point, the least urgent first, so that the most urgent is drawn on top."""
    markers = [
        Marker(
            kind="incident",
            key=row.incident_id,
            lat=row.lat or 0.0,
            lon=row.lon or 0.0,
            label=kind.name(language) if (kind := catalogue.types.get(row.type_code)) else "",
            priority=row.priority,
            state=row.state,
        )
        for row in rows
        if is_drawable(row.lat, row.lon)
    ]
    return sorted(markers, key=lambda marker: -(marker.priority or 5))


def unit_markers(rows: Iterable[UnitRow]) -> list[Marker]:
    """Return the units whose place is known."""
    return [
        Marker(kind="unit", key=row.callsign, lat=row.lat or 0.0, lon=row.lon or 0.0, label=row.callsign, state=row.state)
        for row in rows
        if is_drawable(row.lat, row.lon)
    ]


def post_markers(posts: Iterable[Place]) -> list[Marker]:
    """Return the posts of those who help; the state is the kind of service."""
    return [
        Marker(kind="post", key=post.code, lat=post.lat or 0.0, lon=post.lon or 0.0, label=post.name, state=post.kind)
        for post in posts
        if is_drawable(post.lat, post.lon)
    ]


def pin_markers(key: str, form: FormState, now_us: int) -> list[Marker]:
    """Return the pin of the form on the screen, if it has one. It is drawn as doubtful when the position is old, or when the
    words of the place were changed after it was set."""
    lat, lon = number(form.value("lat")), number(form.value("lon"))
    if lat is None or lon is None or not is_drawable(lat, lon):
        return []
    radius_m, at_us = number(form.value("radius_m")), number(form.value("location_at_us"))
    fixed_at_us = None if at_us is None or not math.isfinite(at_us) else int(at_us)
    is_adrift = place_drift.is_adrift(form)
    doubt = QCoreApplication.translate("MapScene", "belongs to other words") if is_adrift else _age(fixed_at_us, now_us)
    place = form.value("place_text") or form.value("village")
    return [
        Marker(
            kind="pin",
            key=key,
            lat=lat,
            lon=lon,
            label=" · ".join(part for part in (doubt, place) if part),
            radius_m=radius_m if radius_m and radius_m > 0 else None,
            is_stale=bool(doubt),
            is_current=True,
            is_verified=form.value("location_verified") == VERIFIED,
        )
    ]


def is_echo(pin: Marker, callers: Iterable[Marker]) -> bool:
    """True for a pin that says nothing beside the caller in hand: the form holds the very position that the call brought, and
    nobody has confirmed or doubted it."""
    if pin.is_verified or pin.is_stale:
        return False
    in_hand = (one for one in callers if one.kind == "caller" and one.is_current)
    return any(max(abs(pin.lat - one.lat), abs(pin.lon - one.lon)) < _SAME_DEG for one in in_hand)


def number(text: str) -> float | None:
    """Return the number of a form's field; what is no number is no place."""
    try:
        return float(text)
    except ValueError:
        return None
