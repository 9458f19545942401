"""The kinds of event in the log and what each carries.

A kind is for ever: fields are only added (with a default); a change of meaning is a new `VER`. Payloads are stored as
canonical JSON (sorted keys, no blanks, UTF-8), which is also what is hashed. Times are microseconds since the epoch, UTC.
"""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec


class Payload(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all payloads. `KIND` names the event, `VER` its version."""

    KIND: ClassVar[str] = ""
    VER: ClassVar[int] = 1


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
    `id` lets the sender name the event beforehand (idempotent: a second append of the same id is acknowledged, not repeated)."""

    kind: str
    subject: str
    payload: msgspec.Raw
    actor: str = ""
    at_us: int = 0
    id: str = ""
    ver: int = 1


class Part(msgspec.Struct, frozen=True):
    """A body part kept as it came."""

    content_type: str
    content_id: str
    content: bytes


# --- calls -------------------------------------------------------------------------------------------------------------
class CallRinging(Payload, frozen=True, kw_only=True):
    """`number` is the E.164 reading of `number_raw` by the line's CLI rule, or "" for a withheld one ("Tanpa nomor");
    `number_note` says why a reading is doubtful."""

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


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """A place that came with the call. `source`: pidf-lo, aml, typed, map. `shape`: point, circle, ellipse, polygon, civic …
    `radius_m` at 95 % confidence. `raw` keeps the text it was read from."""

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


class RecordingStarted(Payload, frozen=True, kw_only=True):
    """Subject: the call."""

    KIND: ClassVar[str] = "recording.started"
    caller_leg: str
    desk_leg: str


class RecordingSealed(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "recording.sealed"
    path: str
    sha256: str
    seconds: float
    bytes: int
    repaired: bool = False


class RecordingFailed(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "recording.failed"
    reason: str


# --- incidents ---------------------------------------------------------------------------------------------------------
class IncidentOpened(Payload, frozen=True, kw_only=True):
    """Subject: the incident's id. `number` (ticket) is given by the journal inside the transaction when empty.
    `fields` are the first values of the form (names of `INCIDENT_FIELDS`)."""

    KIND: ClassVar[str] = "incident.opened"
    number: str = ""
    call_id: str = ""
    source: str = "112"
    fields: dict[str, str] = {}


class IncidentFieldSet(Payload, frozen=True, kw_only=True):
    """`sees` holds the ids of the events whose values the person saw; values not seen stay beside it (data reference 1.3)."""

    KIND: ClassVar[str] = "incident.field_set"
    field: str
    value: str
    sees: tuple[str, ...] = ()
    reason: str = ""


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


INCIDENT_FIELDS = (
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
    "reporter_name",
    "callback_number",
    "victims",  # whole number
    "trapped",  # whole number
    "narrative",
    "answers",  # JSON object: key question -> answer
)


# --- referrals, units, agencies, marks ---------------------------------------------------------------------------------
class ReferralSent(Payload, frozen=True, kw_only=True):
    """Subject: the referral's id. `role`: lead or co. `channel`: message, voice, transfer, conference."""

    KIND: ClassVar[str] = "referral.sent"
    incident_id: str
    agency: str
    role: str = "lead"
    channel: str = "message"
    message: str = ""
    units: tuple[str, ...] = ()


class ReferralAdvanced(Payload, frozen=True, kw_only=True):
    """`state`: acknowledged, en_route, on_scene, handled, refused, obstructed, cancelled.
    `reason` is required for refused and obstructed (a code of the obstacle catalogue or free text)."""

    KIND: ClassVar[str] = "referral.advanced"
    state: str
    reason: str = ""


class UnitDefined(Payload, frozen=True, kw_only=True):
    """Subject: the unit's call sign (PMK-03)."""

    KIND: ClassVar[str] = "unit.defined"
    agency: str
    name: str = ""
    base: str = ""
    active: bool = True


class UnitStateSet(Payload, frozen=True, kw_only=True):
    """`state`: ready, en_route, on_scene, out_of_service."""

    KIND: ClassVar[str] = "unit.state_set"
    state: str
    incident_id: str = ""
    reason: str = ""


class AgencyDefined(Payload, frozen=True, kw_only=True):
    """Subject: the agency's code (DAMKAR). `voice_uri` is where F11 forwards the call (sip: or tel:); `keys` are the short
    codes typed after F11 ("119", "fire")."""

    KIND: ClassVar[str] = "agency.defined"
    name: str
    short_name: str = ""
    voice_uri: str = ""
    phone: str = ""
    whatsapp: str = ""
    keys: tuple[str, ...] = ()
    acknowledge_within_s: int = 120
    active: bool = True


class NumberMarked(Payload, frozen=True, kw_only=True):
    """Subject: the E.164 number. `mark`: prank_repeat, warn, vulnerable, known. It warns, never blocks; it expires."""

    KIND: ClassVar[str] = "number.marked"
    mark: str
    reason: str
    expires_us: int


class NumberUnmarked(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "number.unmarked"
    mark: str
    reason: str


class SeatChanged(Payload, frozen=True, kw_only=True):
    """Subject: the seat. `what`: line_started, line_died, line_stopped, window_attached, window_lost, journal_full,
    journal_ok, signed_on, signed_off, exported …"""

    KIND: ClassVar[str] = "seat.changed"
    what: str
    detail: str = ""


KINDS: dict[str, type[Payload]] = {
    kind.KIND: kind
    for kind in (
        CallRinging, CallDialed, CallAnswered, AudioStarted, AudioLost, CallHeld, CallResumed, CallMuted, DtmfReceived,
        DtmfSent, TransferStarted, TransferSucceeded, TransferFailed, ConferenceStarted, CallEnded, CallRefused, OutcomeSet,
        OutcomeUndone, CallLinked, RecordingStarted, RecordingSealed, RecordingFailed, IncidentOpened, IncidentFieldSet,
        IncidentNoteAdded, IncidentClosed, IncidentReopened, ReferralSent, ReferralAdvanced, UnitDefined, UnitStateSet,
        AgencyDefined, NumberMarked, NumberUnmarked, SeatChanged,
    )
}  # fmt: skip


class UnknownKindError(ValueError):
    """The log holds (or somebody sent) a kind or payload this program does not know; the text names it."""


_encoder = msgspec.json.Encoder(order="sorted")


def encode(payload: Payload) -> msgspec.Raw:
    """Return the canonical JSON of a payload."""
    return msgspec.Raw(_encoder.encode(payload))


def decode(kind: str, payload: msgspec.Raw | bytes) -> Any:
    """Return the payload struct of an event. Raises `UnknownKindError` for an unknown kind or an unreadable payload."""
    struct = KINDS.get(kind)
    if struct is None:
        raise UnknownKindError(f"unknown kind of event: {kind!r}")
    try:
        return msgspec.json.decode(payload, type=struct)
    except msgspec.MsgspecError as error:
        raise UnknownKindError(f"payload of {kind} cannot be read: {error}") from error


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
