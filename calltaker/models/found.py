"""What a search found, as a table: incidents with type and place, calls with number and outcome, both with day and time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.desk.callers import number_text
from calltaker.desk.search import Found
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.clock import duration_text, local_text
from calltaker.domain.ticket import short_number
from calltaker.models.incidents import place_text, type_text
from calltaker.models.rows import Column, RowsModel
from calltaker.theme.signs import priority_sign, state_sign
from db.rows import CallRow


def found_model(
    catalogue: Catalogue, language: str, utc_offset_minutes: int, parent: QObject | None = None
) -> RowsModel[Found]:
    """Return the empty table."""
    translate = QCoreApplication.translate

    def what(row: Found) -> str:
        if row.incident is not None:
            return type_text(row.incident, catalogue, language)
        return number_text(row.call.number, row.call.number_raw) if row.call else ""

    def which(row: Found) -> str:
        if row.incident is not None:
            return place_text(row.incident)
        return outcome_text(row.call, catalogue, language) if row.call else ""

    def when(row: Found) -> str:
        at_us = row.incident.opened_at_us if row.incident else row.call.ringing_at_us if row.call else 0
        return local_text(at_us, utc_offset_minutes, "%d-%m-%y %H:%M")

    columns = (
        Column[Found](translate("FoundModel", "Kind"), _kind, _kind_tone, second=_number),
        Column[Found](translate("FoundModel", "What"), what, second=which),
        Column[Found](translate("FoundModel", "When"), when, second=_state),
    )
    return RowsModel(columns, lambda row: row.key, parent)


def outcome_text(call: CallRow, catalogue: Catalogue, language: str) -> str:
    """Return the outcome of a call in words."""
    outcome = catalogue.outcomes.get(call.outcome)
    if outcome is not None:
        return outcome.name(language)
    if call.direction == "in" and call.answered_at_us is None:
        return state_sign("abandoned").said
    return call.outcome or QCoreApplication.translate("history", "no outcome")


def _kind(row: Found) -> str:
    if row.incident is not None:
        return priority_sign(row.incident.priority).text
    is_ours = row.call is not None and row.call.direction == "out"
    translate = QCoreApplication.translate
    return translate("FoundModel", "← call out") if is_ours else translate("FoundModel", "→ call in")


def _kind_tone(row: Found) -> str:
    return priority_sign(row.incident.priority).tone if row.incident else "dim"


def _number(row: Found) -> str:
    return short_number(row.incident.number) if row.incident else ""


def _state(row: Found) -> str:
    """Return how far an incident is, or how long a call was spoken."""
    if row.incident is not None:
        return state_sign(row.incident.state).text
    call = row.call
    if call is None or call.answered_at_us is None or call.ended_at_us is None:
        return ""
    return duration_text((call.ended_at_us - call.answered_at_us) / 1_000_000)
