"""Rows of the folded tables, as the folds build them and the tables of `db.models` store them (same order of columns).

`TABLE` names the table, `KEY` the number of leading fields that make its primary key. Times are microseconds UTC.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all folded rows."""

    TABLE: ClassVar[str] = ""
    KEY: ClassVar[int] = 1

    @classmethod
    def of(cls, row: Iterable[Any]) -> Self:
        """Return the record of a row read with all columns in their order."""
        return cls(**dict(zip(cls.__struct_fields__, row, strict=True)))


class CallRecord(Record, frozen=True, kw_only=True):
    """`refused`: all lines were busy, it never rang. `ended_by` "refused" says the same in a list of calls.
    `located_after_ms` is from the answer until the place was settled for the first time, `location_source` how."""

    TABLE: ClassVar[str] = "call"
    call_id: str
    seat: str
    direction: str
    line: str = ""
    number: str = ""
    number_raw: str = ""
    display_name: str = ""
    on_behalf_of: str = ""
    callback: bool = False
    refused: bool = False
    ringing_at_us: int
    answered_at_us: int | None = None
    ended_at_us: int | None = None
    ended_by: str = ""
    outcome: str = ""
    outcome_event_id: str = ""
    outcome_at_us: int | None = None
    incident_id: str = ""
    recording_path: str = ""
    recording_sha256: str = ""
    recording_s: float = 0.0
    location_source: str = ""
    located_after_ms: int | None = None


class IncidentRecord(Record, frozen=True, kw_only=True):
    """What is not a field of the form, and its point as a number. `short_number` is the counter at the end of the ticket
    number; `lat` and `lon` are what was said of the fields of these names last, None when that is no position."""

    TABLE: ClassVar[str] = "incident"
    incident_id: str
    number: str
    short_number: str
    source: str
    call_id: str
    opened_at_us: int
    opened_by: str
    closed_at_us: int | None = None
    closed_by: str = ""
    informed: str = ""
    close_reason: str = ""
    lat: float | None = None
    lon: float | None = None


class FieldRecord(Record, frozen=True, kw_only=True):
    """One value ever given to a field. It is live while nobody who saw it has set another (`superseded_by` is "").
    A row that is superseded before its own event came has `hlc` 0."""

    TABLE: ClassVar[str] = "incident_field"
    KEY: ClassVar[int] = 3
    incident_id: str
    field: str
    event_id: str
    value: str = ""
    actor: str = ""
    at_us: int = 0
    hlc: int = 0
    reason: str = ""
    superseded_by: str = ""


class NoteRecord(Record, frozen=True, kw_only=True):
    TABLE: ClassVar[str] = "incident_note"
    event_id: str
    incident_id: str
    at_us: int
    actor: str
    text: str


class TicketDayRecord(Record, frozen=True, kw_only=True):
    """The highest ticket counter given on a local day (YYMMDD of the centre)."""

    TABLE: ClassVar[str] = "ticket_day"
    day: str
    counter: int


class ReferralRecord(Record, frozen=True, kw_only=True):
    """`units` is a JSON list of call signs."""

    TABLE: ClassVar[str] = "referral"
    referral_id: str
    incident_id: str
    agency: str
    role: str
    channel: str
    state: str
    reason: str = ""
    message: str
    units: str
    sent_at_us: int
    acknowledged_at_us: int | None = None
    en_route_at_us: int | None = None
    on_scene_at_us: int | None = None
    ended_at_us: int | None = None
    due_us: int


class UnitRecord(Record, frozen=True, kw_only=True):
    TABLE: ClassVar[str] = "unit"
    callsign: str
    agency: str
    name: str
    base: str
    active: bool
    state: str
    incident_id: str = ""
    since_us: int
    lat: float | None = None
    lon: float | None = None


class AgencyRecord(Record, frozen=True, kw_only=True):
    """`keys` is a JSON list."""

    TABLE: ClassVar[str] = "agency"
    code: str
    name: str
    short_name: str
    voice_uri: str
    phone: str
    whatsapp: str
    keys: str
    acknowledge_within_s: int
    active: bool


class MarkRecord(Record, frozen=True, kw_only=True):
    TABLE: ClassVar[str] = "number_mark"
    KEY: ClassVar[int] = 2
    number: str
    mark: str
    reason: str
    marked_by: str
    marked_at_us: int
    expires_us: int
    active: bool


class PlaceNoteRecord(Record, frozen=True, kw_only=True):
    """A warning of a place or a number. In force until `expires_us` unless it was ended before."""

    TABLE: ClassVar[str] = "place_note"
    note_id: str
    hazard: str
    text: str
    place_text: str
    lat: float | None
    lon: float | None
    radius_m: float
    number: str
    added_by: str
    added_at_us: int
    expires_us: int
    ended_at_us: int | None = None
    ended_by: str = ""
    end_reason: str = ""


RECORDS: tuple[type[Record], ...] = (
    CallRecord,
    IncidentRecord,
    FieldRecord,
    NoteRecord,
    TicketDayRecord,
    ReferralRecord,
    UnitRecord,
    AgencyRecord,
    MarkRecord,
    PlaceNoteRecord,
)

_BY_TABLE = {record.TABLE: record for record in RECORDS}

Key = tuple[str, tuple[str, ...]]
"""Name of a table and the primary key of one row of it."""


def key_of(record: Record) -> Key:
    """Return where the record is stored."""
    values = msgspec.structs.astuple(record)
    return record.TABLE, values[: record.KEY]


def record_type(table: str) -> type[Record]:
    """Return the struct of a folded table."""
    return _BY_TABLE[table]
