"""The kinds of event in the log and what each carries.

A kind is for ever: fields are only added (with a default); a change of meaning is a new `VER`. Payloads are stored as
canonical JSON (sorted keys, no blanks, UTF-8), which is also what is hashed. Times are microseconds since the epoch, UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from db.payloads.base import Payload
from db.payloads.calls import (
    AudioLost,
    AudioStarted,
    CallAnswered,
    CallDialed,
    CallEnded,
    CallHeld,
    CallLinked,
    CallLocationConfirmed,
    CallLocationReceived,
    CallMuted,
    CallRefused,
    CallResumed,
    CallRinging,
    ConferenceStarted,
    DtmfReceived,
    DtmfSent,
    Location,
    OutcomeSet,
    OutcomeUndone,
    Part,
    TransferFailed,
    TransferStarted,
    TransferSucceeded,
)
from db.payloads.dispatch import (
    NUMBER_TO_COME,
    AgencyDefined,
    NumberMarked,
    NumberUnmarked,
    ReferralAdvanced,
    ReferralSent,
    SeatChanged,
    UnitDefined,
    UnitStateSet,
)
from db.payloads.incidents import (
    INCIDENT_FIELDS,
    IncidentClosed,
    IncidentFieldSet,
    IncidentNoteAdded,
    IncidentOpened,
    IncidentReopened,
)
from db.payloads.places import PlaceNoteAdded, PlaceNoteEnded
from db.payloads.recordings import (
    RecordingFailed,
    RecordingSealed,
    RecordingStarted,
)

__all__ = [
    "INCIDENT_FIELDS",
    "KINDS",
    "NUMBER_TO_COME",
    "AgencyDefined",
    "AudioLost",
    "AudioStarted",
    "CallAnswered",
    "CallDialed",
    "CallEnded",
    "CallHeld",
    "CallLinked",
    "CallLocationConfirmed",
    "CallLocationReceived",
    "CallMuted",
    "CallRefused",
    "CallResumed",
    "CallRinging",
    "ConferenceStarted",
    "DtmfReceived",
    "DtmfSent",
    "Event",
    "IncidentClosed",
    "IncidentFieldSet",
    "IncidentNoteAdded",
    "IncidentOpened",
    "IncidentReopened",
    "Location",
    "NewEvent",
    "NumberMarked",
    "NumberUnmarked",
    "OutcomeSet",
    "OutcomeUndone",
    "Part",
    "Payload",
    "PlaceNoteAdded",
    "PlaceNoteEnded",
    "RecordingFailed",
    "RecordingSealed",
    "RecordingStarted",
    "ReferralAdvanced",
    "ReferralSent",
    "SeatChanged",
    "TransferFailed",
    "TransferStarted",
    "TransferSucceeded",
    "UnitDefined",
    "UnitStateSet",
    "UnknownKindError",
    "decode",
    "encode",
    "from_row",
    "new_event",
]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One committed fact. `hash` = SHA-256 over the previous event's hash of this seat and this event's content.
    `seat_seq` is gapless per seat from 1. `hlc` is a hybrid logical clock (48 bit ms, 16 bit counter)."""

    id: str
    seat: str
    seat_seq: int
    at_us: int
    hlc: int
    actor: str
    subject: str
    kind: str
    ver: int
    payload: msgspec.Raw
    hash: str


class NewEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A fact to be appended. `subject` is the id of the call, incident, referral, unit, agency, number or seat it is about.
    `id` lets the sender name the event beforehand: a second append of the same id is acknowledged, not repeated."""

    kind: str
    subject: str
    payload: msgspec.Raw
    actor: str = ""
    at_us: int = 0
    id: str = ""
    ver: int = 1


KINDS: dict[str, type[Payload]] = {
    kind.KIND: kind
    for kind in (
        CallRinging, CallDialed, CallAnswered, AudioStarted, AudioLost, CallHeld, CallResumed, CallMuted, DtmfReceived,
        DtmfSent, TransferStarted, TransferSucceeded, TransferFailed, ConferenceStarted, CallEnded, CallRefused, OutcomeSet,
        OutcomeUndone, CallLinked, RecordingStarted, RecordingSealed, RecordingFailed, IncidentOpened, IncidentFieldSet,
        IncidentNoteAdded, IncidentClosed, IncidentReopened, ReferralSent, ReferralAdvanced, UnitDefined, UnitStateSet,
        AgencyDefined, NumberMarked, NumberUnmarked, SeatChanged, CallLocationReceived, CallLocationConfirmed, PlaceNoteAdded,
        PlaceNoteEnded,
    )
}  # fmt: skip


class UnknownKindError(ValueError):
    """The log holds (or somebody sent) a kind or payload this program does not know; the text names it."""


_encoder = msgspec.json.Encoder(order="sorted")
_decoders: dict[str, msgspec.json.Decoder[Any]] = {kind: msgspec.json.Decoder(struct) for kind, struct in KINDS.items()}


def encode(payload: Payload) -> msgspec.Raw:
    """Return the canonical JSON of a payload."""
    return msgspec.Raw(_encoder.encode(payload))


def decode(kind: str, payload: msgspec.Raw | bytes) -> Any:
    """Return the payload struct of an event. Raises `UnknownKindError` for an unknown kind or an unreadable payload."""
    decoder = _decoders.get(kind)
    if decoder is None:
        raise UnknownKindError(f"unknown kind of event: {kind!r}")
    try:
        return decoder.decode(payload)
    except msgspec.MsgspecError as error:
        raise UnknownKindError(f"payload of {kind} cannot be read: {error}") from error


def from_row(row: Sequence[Any]) -> Event:
    """Return the event of a row of the table `event`, read without `gseq`."""
    event_id, seat, seat_seq, at_us, hlc, actor, subject, kind, ver, payload, digest = row
    return Event(
        id=event_id,
        seat=seat,
        seat_seq=seat_seq,
        at_us=at_us,
        hlc=hlc,
        actor=actor,
        subject=subject,
        kind=kind,
        ver=ver,
        payload=msgspec.Raw(payload.encode()),
        hash=digest,
    )


def new_event(subject: str, payload: Payload, *, actor: str = "", at_us: int = 0, event_id: str = "") -> NewEvent:
    """Build an event to append. `at_us` 0 means "now" (the journal's clock)."""
    return NewEvent(
        kind=payload.KIND,
        ver=payload.VER,
        subject=subject,
        payload=encode(payload),
        actor=actor,
        at_us=at_us,
        id=event_id,
    )
