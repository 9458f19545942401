"""Payloads whose subject is an incident (a ticket)."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from db.payloads.base import Payload


class IncidentOpened(Payload, frozen=True, kw_only=True):
    """Subject: the incident's id. `number` (ticket) is given by the journal inside the transaction when empty, together with
    `day` (local, YYMMDD) and `counter` it was made of. `fields` are the first values of the form (`INCIDENT_FIELDS`)."""

    KIND: ClassVar[str] = "incident.opened"
    number: str = ""
    day: str = ""
    counter: int = 0
    call_id: str = ""
    source: str = "112"
    fields: dict[str, str] = msgspec.field(default_factory=dict)


class IncidentFieldSet(Payload, frozen=True, kw_only=True):
    """`sees` holds the ids of the events whose values the person saw; values not seen stay beside it (data reference 1.3).
    `place` comes with `location_verified` alone: the place that was confirmed (`db.ticks`), "" where it had no such value."""

    KIND: ClassVar[str] = "incident.field_set"
    field: str
    value: str
    sees: tuple[str, ...] = ()
    reason: str = ""
    place: dict[str, str] = msgspec.field(default_factory=dict)


class IncidentNoteAdded(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "incident.note_added"
    text: str


class IncidentClosed(Payload, frozen=True, kw_only=True):
    """`informed`: how the reporter was told (yes, unreachable, anonymous)."""

    KIND: ClassVar[str] = "incident.closed"
    informed: str
    reason: str = ""


class IncidentReopened(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "incident.reopened"
    reason: str


INCIDENT_FIELDS: tuple[str, ...] = (
    "summary",  # the one line as typed
    "type_code",
    "priority",  # "1".."4"
    "priority_reason",
    "place_text",
    "landmark",
    "lat",
    "lon",
    "radius_m",
    "location_source",
    "location_at_us",  # time of the fix, microseconds UTC
    "village_code",  # Kemendagri code, only when polygons or the official list say so
    "village",  # "Bumi Asri, Kec. Nusa Utara, Kota Nusa Raya"
    "location_verified",  # "1": the caller said that the place is right
    "reporter_name",
    "callback_number",
    "victims",  # whole number
    "trapped",  # whole number
    "narrative",
    "answers",  # JSON object: key question -> answer
)
