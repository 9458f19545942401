"""Payloads whose subject is a call."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from db.payloads.base import Payload


class Part(msgspec.Struct, frozen=True):
    """A body part kept as it came."""

    content_type: str
    content_id: str
    content: bytes


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """A place that came with the call. `source`: pidf-lo, aml, typed, map. `shape`: point, circle, ellipse, polygon, civic,
    reference (not fetched), none (no fix) … `radius_m` at 95 % confidence, None = unknown. `outline` is the border of the area
    as (lat, lon) corners where a radius does not tell its shape. `raw` keeps the text it was read from."""

    source: str
    shape: str
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    confidence_pct: float | None = None
    at_us: int | None = None
    method: str = ""
    civic: str = ""
    raw: str = ""
    outline: tuple[tuple[float, float], ...] = ()
    target: str = ""
    reference: str = ""


class CallRinging(Payload, frozen=True, kw_only=True):
    """`number` is the E.164 reading of `number_raw` by the line's CLI rule, or "" for a withheld one ("Tanpa nomor");
    `number_note` says why a reading is doubtful. `location` is the preferred place (RFC 5491 §3.4), `more_locations` are the
    others that were sent, in the order of preference, those by reference last."""

    KIND: ClassVar[str] = "call.ringing"
    line: str
    sip_call_id: str
    request_uri: str
    from_uri: str
    display_name: str
    asserted_identity: str
    number_raw: str
    number: str
    number_note: str = ""
    source_address: str
    headers: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    raw: bytes
    location: Location | None = None
    location_problem: str = ""
    more_locations: tuple[Location, ...] = ()


class CallDialed(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.dialed"
    line: str
    target_uri: str
    number: str = ""
    on_behalf_of: str = ""
    callback: bool = False


class CallAnswered(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.answered"


class AudioStarted(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.audio_started"


class AudioLost(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.audio_lost"
    silent_s: float


class CallHeld(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.held"


class CallResumed(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.resumed"


class CallMuted(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.muted"
    muted: bool


class DtmfReceived(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.dtmf_received"
    digit: str
    method: str = "rfc4733"


class DtmfSent(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.dtmf_sent"
    digits: str


class TransferStarted(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.transfer_started"
    target_uri: str
    agency: str = ""
    consult_call_id: str = ""


class TransferSucceeded(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.transfer_succeeded"
    target_uri: str


class TransferFailed(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "call.transfer_failed"
    target_uri: str
    code: int
    reason: str


class ConferenceStarted(Payload, frozen=True, kw_only=True):
    """Subject: the first call."""

    KIND: ClassVar[str] = "call.conference_started"
    call_ids: tuple[str, ...]


class CallEnded(Payload, frozen=True, kw_only=True):
    """`by`: caller, desk, line (process died or stopped), transfer."""

    KIND: ClassVar[str] = "call.ended"
    by: str
    code: int
    reason: str
    answered: bool


class CallRefused(Payload, frozen=True, kw_only=True):
    """All lines were busy; subject is a fresh call id."""

    KIND: ClassVar[str] = "call.refused"
    from_uri: str
    number_raw: str
    number: str = ""
    code: int
    reason: str


class OutcomeSet(Payload, frozen=True, kw_only=True):
    """Subject: the call. `outcome` is a code of the outcome catalogue. `replaces` is the event id of the outcome it
    corrects, with `reason` (required by the desk later than 10 s after it)."""

    KIND: ClassVar[str] = "call.outcome_set"
    outcome: str
    replaces: str = ""
    reason: str = ""


class OutcomeUndone(Payload, frozen=True, kw_only=True):
    """Subject: the call. Takes the outcome of event `undoes` back; the call has none again."""

    KIND: ClassVar[str] = "call.outcome_undone"
    undoes: str
    reason: str = ""


class CallLinked(Payload, frozen=True, kw_only=True):
    """The call belongs to an incident (the first one opens it, a repeat is linked)."""

    KIND: ClassVar[str] = "call.linked"
    incident_id: str


class CallLocationReceived(Payload, frozen=True, kw_only=True):
    """A later place of the caller: in a message of the same dialog, or by AML. It stands beside what is known, it replaces
    nothing. `via`: sip, sms, pasted."""

    KIND: ClassVar[str] = "call.location_received"
    location: Location | None = None
    problem: str = ""
    via: str = "sip"


class CallLocationConfirmed(Payload, frozen=True, kw_only=True):
    """Somebody at the desk settled where the caller is. `source`: pidf-lo, aml, typed, name, map, none. `keys_ms` are the times
    of the key presses in the form since the call was answered, without what was pressed; `after_ms` is the same for this
    confirmation; None when the call was never answered at this seat. `verified`: the caller said so too."""

    KIND: ClassVar[str] = "call.location_confirmed"
    source: str
    incident_id: str = ""
    after_ms: int | None = None
    keys_ms: tuple[int, ...] = ()
    verified: bool = False
