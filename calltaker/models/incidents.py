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

AGE_COLUMN = 3
STATE_COLUMN = 4
_LATE_TONE = {"none": "", "amber": "p2", "red": "p1"}


def incidents_model(catalogue: Catalogue, language: str, parent: QObject | None = None) -> RowsModel[IncidentRow]:
    """Return the empty table."""
    translate = QCoreApplication.translate

    def what_and_where(row: IncidentRow) -> str:
        kind = catalogue.types.get(row.type_code)
        name = kind.name(language) if kind else translate("IncidentsModel", "type not known")
        place = ", ".join(filter(None, (row.place_text, row.landmark))) or translate("IncidentsModel", "no location yet")
        conflict = translate("IncidentsModel", "▲ two values") if row.conflicts else ""
        return " · ".join(filter(None, (conflict, name, place)))

    columns = (
        Column[IncidentRow](translate("IncidentsModel", "Prio"), lambda row: priority_sign(row.priority).text, _priority_tone),
        Column[IncidentRow](translate("IncidentsModel", "No."), lambda row: short_number(row.number)),
        Column[IncidentRow](translate("IncidentsModel", "What · where"), what_and_where, _conflict_tone),
        Column[IncidentRow](translate("IncidentsModel", "Age"), _age, lambda _row: "dim"),
        Column[IncidentRow](translate("IncidentsModel", "Agencies"), agencies_text, agencies_tone, agencies_at_length),
    )
    return RowsModel(columns, lambda row: row.incident_id, parent)


def agencies_text(row: IncidentRow) -> str:
    """Return the state of the incident, and how many agencies have not answered in time."""
    sign = state_sign(row.state)
    late = sum(referral_lateness(one, now_us(), row.priority or 1) != "none" for one in row.referrals)
    if not late:
        return sign.text
    return QCoreApplication.translate("IncidentsModel", "△ {late} late · {state}").format(late=late, state=sign.text)


def agencies_tone(row: IncidentRow) -> str:
    worst = {referral_lateness(one, now_us(), row.priority or 1) for one in row.referrals}
    late = next((level for level in ("red", "amber") if level in worst), "none")
    return _LATE_TONE[late] or state_sign(row.state).tone


def agencies_at_length(row: IncidentRow) -> str:
    """Return every agency with its state."""
    return "\n".join(f"{one.agency}: {state_sign(one.state).text}" for one in row.referrals) or agencies_text(row)


def _conflict_tone(row: IncidentRow) -> str:
    return "p1" if row.conflicts else ""


def _priority_tone(row: IncidentRow) -> str:
    return priority_sign(row.priority).tone


def _age(row: IncidentRow) -> str:
    return duration_text((now_us() - row.opened_at_us) / 1_000_000)
