"""The open incidents as a table: urgency in shape and word, who has it and how far, age ticking."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.desk.now import now_us
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.clock import duration_text
from calltaker.domain.dispatch import referral_lateness
from calltaker.domain.ticket import short_number
from calltaker.models.rows import Column, RowsModel
from calltaker.theme.signs import priority_sign, state_sign
from db.rows import IncidentRow

PROGRESS_COLUMN = 1


def incidents_model(catalogue: Catalogue, language: str, parent: QObject | None = None) -> RowsModel[IncidentRow]:
    """Return the empty table."""
    translate = QCoreApplication.translate

    def what(row: IncidentRow) -> str:
        name = type_text(row, catalogue, language)
        if not row.number and row.type_code not in catalogue.types:
            return row.summary or name
        return translate("IncidentsModel", "▲ two values · {name}").format(name=name) if row.conflicts else name

    columns = (
        Column[IncidentRow](
            translate("IncidentsModel", "Prio"),
            lambda row: priority_sign(row.priority).text,
            _priority_tone,
            second=lambda row: short_number(row.number) or translate("IncidentsModel", "draft"),
        ),
        Column[IncidentRow](
            translate("IncidentsModel", "What and where"),
            what,
            _conflict_tone,
            lambda row: "\n".join((what(row), place_text(row), progress_text(row), agencies_at_length(row))),
            second=place_text,
            aside=progress_text,
            aside_tone=_progress_tone,
        ),
    )
    return RowsModel(columns, lambda row: row.incident_id, parent)


def type_text(row: IncidentRow, catalogue: Catalogue, language: str) -> str:
    """Return the name of the incident's type."""
    kind = catalogue.types.get(row.type_code)
    return kind.name(language) if kind else QCoreApplication.translate("IncidentsModel", "type not known")


def place_text(row: IncidentRow) -> str:
    """Return place and landmark, or that there is none."""
    said = ", ".join(filter(None, (row.place_text, row.landmark)))
    return said or QCoreApplication.translate("IncidentsModel", "no place yet")


def agencies_at_length(row: IncidentRow) -> str:
    """Return every agency with its state."""
    return "\n".join(f"{one.agency}: {state_sign(one.state).text}" for one in row.referrals) or state_sign(row.state).text


def _conflict_tone(row: IncidentRow) -> str:
    return "p1" if row.conflicts else ""


def _priority_tone(row: IncidentRow) -> str:
    return priority_sign(row.priority).tone


def progress_text(row: IncidentRow) -> str:
    """Return how far and how old the incident is; a closed one ages no more. How many agencies have not answered in time is
    more urgent than the state."""
    age = duration_text(((row.closed_at_us or now_us()) - row.opened_at_us) / 1_000_000)
    late = sum(level != "none" for level in _lateness(row))
    if late:
        return QCoreApplication.translate("IncidentsModel", "{age} · △ {late} late").format(age=age, late=late)
    return f"{state_sign(row.state).text} {age}"


def _progress_tone(row: IncidentRow) -> str:
    worst = set(_lateness(row))
    return "p1" if "red" in worst else "p2" if "amber" in worst else state_sign(row.state).tone


def _lateness(row: IncidentRow) -> list[str]:
    return [referral_lateness(one, now_us(), row.priority or 1, row.closed_at_us) for one in row.referrals]
