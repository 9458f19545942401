"""What is around a place, in lines that a tired person takes in at a glance. Pure but for the translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from calltaker.desk.nearby import Nearby
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.clock import local_text
from calltaker.domain.hazards import HAZARDS
from calltaker.domain.nearby import Duplicate
from calltaker.domain.ticket import short_number
from calltaker.theme.signs import priority_sign, state_sign
from db.gazetteer.place import Place
from db.rows import PlaceNoteRow

_MOST_NEAR = 4
_KM = 1000.0


def distance_words(metres: float) -> str:
    """Return "80 m", "850 m", "2.4 km": as exact as a straight line deserves."""
    if metres < _KM:
        return f"{round(metres, -1) if metres >= 20 else round(metres):.0f} m"
    return f"{metres / _KM:.1f} km"


def note_words(note: PlaceNoteRow, utc_offset_minutes: int) -> str:
    """Return e.g. "▲ dangerous dog: in the yard (12 m, until 2027-05-20, petugas)"."""
    translate = QCoreApplication.translate
    text = translate("nearby", "▲ {hazard}: {text} ({where}until {day}, {who})")
    where = f"{distance_words(note.distance_m)}, " if note.distance_m is not None else ""
    return text.format(
        hazard=translate("hazards", HAZARDS.get(note.hazard, note.hazard)),
        text=note.text,
        where=where,
        day=local_text(note.expires_us, utc_offset_minutes, "%Y-%m-%d"),
        who=note.added_by,
    )


def short_note_words(note: PlaceNoteRow) -> str:
    """Return e.g. "dangerous dog: in the yard", to tell one warning from another."""
    return f"{QCoreApplication.translate('hazards', HAZARDS.get(note.hazard, note.hazard))}: {note.text}"


def double_words(double: Duplicate, catalogue: Catalogue, language: str) -> str:
    """Return e.g. "0041 ■ P1 · 120 m straight line · 12 min ago · House fire · → sent": where there is little room, how near
    and how long ago says more than a kind that is mostly the caller's own."""
    translate = QCoreApplication.translate
    row = double.row
    kind = catalogue.types.get(row.type_code)
    where = translate("nearby", "same words of the place")
    if double.distance_m is not None:
        where = translate("nearby", "{distance} straight line").format(distance=distance_words(double.distance_m))
    parts = (
        f"{short_number(row.number)} {priority_sign(row.priority).text}",
        where,
        translate("nearby", "{minutes} min ago").format(minutes=double.minutes),
        kind.name(language) if kind else row.summary,
        state_sign(row.state).text,
    )
    return " · ".join(part for part in parts if part)


def history_words(nearby: Nearby, catalogue: Catalogue, language: str, utc_offset_minutes: int) -> str:
    """Return how often somebody was called to this place before, and for what last; "" when never."""
    if not nearby.history:
        return ""
    last = max(nearby.history, key=lambda one: one.row.opened_at_us).row
    kind = catalogue.types.get(last.type_code)
    text = QCoreApplication.translate("nearby", "Here before: {count} × in 2 years, last {day} {kind}")
    return text.format(
        count=len(nearby.history),
        day=local_text(last.opened_at_us, utc_offset_minutes, "%Y-%m-%d"),
        kind=kind.name(language) if kind else last.summary,
    )


def near_words(nearby: Nearby) -> str:
    """Return the nearest unit of each agency and the nearest posts, each with its distance; "" when none is known. There is
    room for a few: those whom the run card sends come first, the lead before the others."""
    units: dict[str, str] = {}
    for near in nearby.units:
        state = "" if near.unit.state == "ready" else f" {state_sign(near.unit.state).text}"
        units.setdefault(near.unit.agency, f"{near.unit.callsign}{state} {distance_words(near.distance_m)}")
    sent = [agency for agency in nearby.wanted if agency in units]
    in_order = (*sent, *(agency for agency in units if agency not in sent))
    named = [*(units[agency] for agency in in_order), *(_post_words(post) for post in nearby.posts)]
    if not named:
        return ""
    text = QCoreApplication.translate("nearby", "Nearest (straight line): {names}")
    return text.format(names=" · ".join(named[:_MOST_NEAR]))


def _post_words(post: Place) -> str:
    return post.name if post.distance_m is None else f"{post.name} {distance_words(post.distance_m)}"
