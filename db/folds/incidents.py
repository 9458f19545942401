"""Events of an incident fold into `incident`, `incident_field`, `incident_note` and `ticket_day`.

A field is a register of several values: an edit names the values its author had seen and takes the place of those alone, so
an edit made at the same time elsewhere stays beside it, in whatever order the two arrive.
"""

from __future__ import annotations

from msgspec.structs import replace

from db import events as log
from db.records import FieldRecord, IncidentRecord, NoteRecord, Record, TicketDayRecord

POINT_FIELDS = {"lat": 90.0, "lon": 180.0}
"""The fields of the form that are the incident's point, with their limits in degrees."""


def opened(event: log.Event, payload: log.IncidentOpened) -> IncidentRecord:
    """Return the row of a fresh incident."""
    return IncidentRecord(
        incident_id=event.subject,
        number=payload.number,
        short_number=payload.number.rsplit("-", 1)[-1],
        source=payload.source,
        call_id=payload.call_id,
        opened_at_us=event.at_us,
        opened_by=event.actor,
        lat=degrees(payload.fields.get("lat", ""), 90.0),
        lon=degrees(payload.fields.get("lon", ""), 180.0),
    )


def first_value(early: FieldRecord | None, event: log.Event, field: str, value: str) -> FieldRecord:
    """Return a value the incident was opened with. `early` is its row where it was superseded before this event came."""
    return _value(early, event, field, value)


def count_ticket(day: TicketDayRecord | None, payload: log.IncidentOpened) -> TicketDayRecord:
    """Return the day's row after a ticket of that day."""
    if day is None:
        return TicketDayRecord(day=payload.day, counter=payload.counter)
    return replace(day, counter=max(day.counter, payload.counter))


def set_field(rows: dict[str, FieldRecord | None], event: log.Event, payload: log.IncidentFieldSet) -> list[Record]:
    """Return the values of one field that change. `rows` are those of the event itself and of what it has seen, by event id."""
    changed: list[Record] = []
    for seen in payload.sees:
        row = rows.get(seen) or FieldRecord(incident_id=event.subject, field=payload.field, event_id=seen)
        if seen != event.id and not row.superseded_by:
            changed.append(replace(row, superseded_by=event.id))
    changed.append(_value(rows.get(event.id), event, payload.field, payload.value, payload.reason))
    return changed


def moved(incident: IncidentRecord | None, payload: log.IncidentFieldSet) -> list[Record]:
    """Return the incident's own row when the field is part of its point."""
    if incident is None or payload.field not in POINT_FIELDS:
        return []
    return [replace(incident, **{payload.field: degrees(payload.value, POINT_FIELDS[payload.field])})]


def degrees(text: str, limit: float) -> float | None:
    """Return a number of degrees up to `limit` on either side, or `None` for any other text."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) <= limit else None


def noted(event: log.Event, payload: log.IncidentNoteAdded) -> NoteRecord:
    return NoteRecord(event_id=event.id, incident_id=event.subject, at_us=event.at_us, actor=event.actor, text=payload.text)


def fold(
    incident: IncidentRecord | None, event: log.Event, payload: log.IncidentClosed | log.IncidentReopened
) -> IncidentRecord | None:
    """Return the incident's own row after it was closed or opened again."""
    if incident is None:
        return None
    match payload:
        case log.IncidentClosed():
            return replace(
                incident,
                closed_at_us=event.at_us,
                closed_by=event.actor,
                informed=payload.informed,
                close_reason=payload.reason,
            )
        case log.IncidentReopened():
            return replace(incident, closed_at_us=None, closed_by="", informed="", close_reason="")


def _value(early: FieldRecord | None, event: log.Event, field: str, value: str, reason: str = "") -> FieldRecord:
    return FieldRecord(
        incident_id=event.subject,
        field=field,
        event_id=event.id,
        value=value,
        actor=event.actor,
        at_us=event.at_us,
        hlc=event.hlc,
        reason=reason,
        superseded_by=early.superseded_by if early else "",
    )
