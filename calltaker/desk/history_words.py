"""The card of a caller in words: warning, open incidents, last calls. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from calltaker.desk.histories import CallerCard
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.clock import local_text
from calltaker.domain.ticket import short_number
from calltaker.theme.signs import priority_sign, state_sign
from db.rows import CallRow, IncidentRow


@dataclass(frozen=True)
class PastCall:
    """One earlier call as it is read: when, what it was, which incident (short number) or ""."""

    call_id: str
    when: str
    outcome: str
    tone: str
    incident: str


@dataclass(frozen=True)
class HistoryWords:
    """`headline` says the whole past in one line, `tone` how serious it is; `marks` are those in force with their reason."""

    headline: str
    tone: str
    marks: tuple[str, ...]
    incidents: tuple[str, ...]
    past: tuple[PastCall, ...]


_TONES = {"real": "ok", "prank": "violet", "ghost": "violet"}


def history_words(card: CallerCard, catalogue: Catalogue, *, language: str, utc_offset_minutes: int) -> HistoryWords:
    """Return what the history panel shows for a card."""
    history = card.history
    if history is None:
        return HistoryWords(_without_history(card), "p2" if card.problem else "dim", (), (), ())
    earlier = [call for call in history.recent if call.call_id != card.call_id]
    return HistoryWords(
        headline=_headline(card, len(earlier)),
        tone=_tone(card),
        marks=tuple(f"△ {mark.reason} ({mark.marked_by})" for mark in history.marks),
        incidents=tuple(_incident_line(row, catalogue, language) for row in history.open_incidents),
        past=tuple(_past(call, catalogue, language, utc_offset_minutes) for call in earlier),
    )


def _without_history(card: CallerCard) -> str:
    translate = QCoreApplication.translate
    if card.problem:
        return card.problem
    if not card.number:
        return translate("history", "No number, so no history: the caller may be anybody.")
    return translate("history", "Looking the number up…")


def _headline(card: CallerCard, earlier: int) -> str:
    translate = QCoreApplication.translate
    parts = []
    if card.warning is not None and card.warning.redial:
        parts.append(translate("history", "Calls again within two minutes: may be in panic."))
    if card.warning is not None and card.warning.text_key:
        parts.append(translate("Marks", card.warning.text_key).format(**card.warning.text_args))
    if not parts:
        none = translate("history", "First call from this number.")
        parts.append(translate("history", "Earlier calls: {count}").format(count=earlier) if earlier else none)
    return " ".join(parts)


def _tone(card: CallerCard) -> str:
    if card.warning is None:
        return "text"
    if card.warning.redial or card.warning.real:
        return "p2"
    return "violet" if card.warning.level != "none" else "text"


def _incident_line(row: IncidentRow, catalogue: Catalogue, language: str) -> str:
    kind = catalogue.types.get(row.type_code)
    name = kind.name(language) if kind else row.summary
    place = f" · {row.place_text}" if row.place_text else ""
    return f"{priority_sign(row.priority).text}  {short_number(row.number)}  {name}{place} · {state_sign(row.state).said}"


def _past(call: CallRow, catalogue: Catalogue, language: str, utc_offset_minutes: int) -> PastCall:
    outcome = catalogue.outcomes.get(call.outcome)
    missed = call.direction == "in" and call.answered_at_us is None
    if missed:
        words, tone = state_sign("abandoned").said, "p1"
    elif outcome is None:
        words, tone = call.outcome or QCoreApplication.translate("history", "no outcome"), "dim"
    else:
        words, tone = outcome.name(language), _TONES.get(outcome.group, "text")
    return PastCall(
        call_id=call.call_id,
        when=local_text(call.ringing_at_us, utc_offset_minutes, "%d-%m %H:%M"),
        outcome=words,
        tone=tone,
        incident=call.incident_id,
    )
