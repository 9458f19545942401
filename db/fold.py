"""From an event to the rows that say the same: one rule for both engines, for writing, for verifying and for tests.

`keys` names the rows an event needs to see, `fold` returns the rows it changes. Neither reads or writes anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from msgspec.structs import asdict, replace

from db import events as log
from db.folds import calls, dispatch, incidents, places
from db.records import (
    CallRecord,
    FieldRecord,
    IncidentRecord,
    Key,
    MarkRecord,
    PlaceNoteRecord,
    Record,
    ReferralRecord,
    TicketDayRecord,
    UnitRecord,
)

Rows = Mapping[Key, Record | None]

BEGINNINGS = frozenset(
    kind.KIND
    for kind in (log.CallRinging, log.CallDialed, log.CallRefused, log.IncidentOpened, log.ReferralSent, log.PlaceNoteAdded)
)
"""Kinds that come first of their subject: the writer need not look for an older row, only notice if there is one."""

_CALL_KINDS = frozenset(
    kind.KIND
    for kind in (
        log.CallRinging, log.CallDialed, log.CallRefused, log.CallAnswered, log.CallEnded, log.OutcomeSet,
        log.OutcomeUndone, log.CallLinked, log.RecordingSealed, log.CallLocationConfirmed,
    )
)  # fmt: skip


def subject_key(event: log.Event, payload: Any) -> Key | None:  # noqa: PLR0911 - one line per kind
    """Return the row that is the subject itself, or `None` when the event folds into none of that kind."""
    if event.kind in _CALL_KINDS:
        return CallRecord.TABLE, (event.subject,)
    match payload:
        case log.IncidentOpened() | log.IncidentClosed() | log.IncidentReopened():
            return IncidentRecord.TABLE, (event.subject,)
        case log.ReferralSent() | log.ReferralAdvanced():
            return ReferralRecord.TABLE, (event.subject,)
        case log.UnitDefined() | log.UnitStateSet():
            return UnitRecord.TABLE, (event.subject,)
        case log.NumberMarked() | log.NumberUnmarked():
            return MarkRecord.TABLE, (event.subject, payload.mark)
        case log.PlaceNoteAdded() | log.PlaceNoteEnded():
            return PlaceNoteRecord.TABLE, (event.subject,)
    return None


def keys(event: log.Event, payload: Any) -> tuple[Key, ...]:
    """Return the rows that `fold` will look at."""
    if isinstance(payload, log.IncidentFieldSet):
        point = ((IncidentRecord.TABLE, (event.subject,)),) if payload.field in incidents.POINT_FIELDS else ()
        return (*(_field_key(event, payload.field, event_id) for event_id in (event.id, *payload.sees)), *point)
    found = subject_key(event, payload)
    own = () if found is None else (found,)
    if isinstance(payload, log.IncidentOpened):
        day = ((TicketDayRecord.TABLE, (payload.day,)),) if payload.day else ()
        return (*own, *(_field_key(event, field, event.id) for field in payload.fields), *day)
    return own


def fold(event: log.Event, payload: Any, rows: Rows) -> list[Record]:
    """Return the rows after the event, given those that `keys` named (`None` = there is none)."""
    changed = _fold(event, payload, rows)
    if b"\\u0000" in bytes(event.payload):
        return [_without_nul(record) for record in changed]
    return changed


def _fold(event: log.Event, payload: Any, rows: Rows) -> list[Record]:
    key = subject_key(event, payload)
    row: Any = None if key is None else rows[key]
    match payload:
        case log.IncidentOpened():
            return _opened(row, event, payload, rows)
        case log.IncidentFieldSet():
            seen = {i: _field(rows, event, payload.field, i) for i in (event.id, *payload.sees)}
            whole = cast("IncidentRecord | None", rows.get((IncidentRecord.TABLE, (event.subject,))))
            return [*incidents.set_field(seen, event, payload), *incidents.moved(whole, payload)]
        case log.IncidentNoteAdded():
            return [incidents.noted(event, payload)]
    after = _after(row, event, payload)
    return [] if after is None or after is row else [after]


def _after(row: Any, event: log.Event, payload: Any) -> Record | None:  # noqa: C901, PLR0911 - one line per kind
    """Return the subject's own row after the event."""
    if event.kind in _CALL_KINDS:
        return calls.fold(row, event, payload)
    match payload:
        case log.IncidentClosed() | log.IncidentReopened():
            return incidents.fold(row, event, payload)
        case log.ReferralSent():
            return dispatch.sent(event, payload) if row is None else row
        case log.ReferralAdvanced():
            return dispatch.advanced(row, event, payload)
        case log.UnitDefined():
            return dispatch.unit_defined(row, event, payload)
        case log.UnitStateSet():
            return dispatch.unit_state_set(row, event, payload)
        case log.AgencyDefined():
            return dispatch.agency_defined(event, payload)
        case log.NumberMarked():
            return dispatch.number_marked(event, payload)
        case log.NumberUnmarked():
            return dispatch.number_unmarked(row)
        case log.PlaceNoteAdded():
            return places.added(event, payload) if row is None else row
        case log.PlaceNoteEnded():
            return places.ended(row, event, payload)
    return None


def _opened(row: Record | None, event: log.Event, payload: log.IncidentOpened, rows: Rows) -> list[Record]:
    """A second opening of the same incident changes nothing but the day's counter."""
    changed: list[Record] = []
    if row is None:
        changed.append(incidents.opened(event, payload))
        for field, value in payload.fields.items():
            changed.append(incidents.first_value(_field(rows, event, field, event.id), event, field, value))
    if payload.day:
        day = cast("TicketDayRecord | None", rows[TicketDayRecord.TABLE, (payload.day,)])
        changed.append(incidents.count_ticket(day, payload))
    return changed


def _field_key(event: log.Event, field: str, event_id: str) -> Key:
    return FieldRecord.TABLE, (event.subject, field, event_id)


def _field(rows: Rows, event: log.Event, field: str, event_id: str) -> FieldRecord | None:
    return cast("FieldRecord | None", rows[_field_key(event, field, event_id)])


def _without_nul(record: Record) -> Record:
    """PostgreSQL stores no NUL in a text; what a caller smuggled in is shown as the sign for "unreadable"."""
    cleaned = {name: value.replace("\0", "\ufffd") for name, value in asdict(record).items() if isinstance(value, str)}
    return replace(record, **cleaned)
