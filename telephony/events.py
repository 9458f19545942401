"""What the line tells the rest of the house: frozen facts, past tense.

Every struct crosses threads and processes, so it holds plain data only; nothing of pjsua2 is ever inside.
Times are microseconds since the Unix epoch, UTC (`_us`). A `call_id` is our own UUIDv7, made when the
INVITE arrives (or is sent) and unique for ever; the peer's SIP Call-ID is kept beside it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Direction = Literal["in", "out"]
EndedBy = Literal["caller", "desk", "line", "transfer"]


class TelephonyEvent(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Base of all facts. `at_us` is when the line saw it."""

    at_us: int


class Header(msgspec.Struct, frozen=True):
    """One SIP header as it came, unfolded; the name keeps its spelling. Undecodable bytes are backslash-escaped."""

    name: str
    value: str


class BodyPart(msgspec.Struct, frozen=True):
    """One body part of a SIP message. A message without multipart has one part (or none)."""

    content_type: str
    content_id: str
    content: bytes


class CallRinging(TelephonyEvent, frozen=True, kw_only=True):
    """An INVITE arrived and 180 was sent. `number_raw` is the user part of the identity used, in the order
    P-Asserted-Identity, Remote-Party-ID, From (RFC 3325); empty when the caller withheld it."""

    call_id: str
    line: str
    sip_call_id: str
    request_uri: str
    from_uri: str
    display_name: str
    asserted_identity: str
    number_raw: str
    source_address: str
    headers: tuple[Header, ...]
    parts: tuple[BodyPart, ...]
    raw: bytes


class LocationReceived(TelephonyEvent, frozen=True, kw_only=True):
    """A later message of a call's dialog (`method`, e.g. INFO, UPDATE or a re-INVITE) brought a place (RFC 6442). `headers` are
    its Geolocation headers, `parts` its body parts."""

    call_id: str
    method: str
    headers: tuple[Header, ...]
    parts: tuple[BodyPart, ...]


class CallDialed(TelephonyEvent, frozen=True, kw_only=True):
    """The desk called out. `on_behalf_of` is the call of the citizen it is made for, or empty (call-back)."""

    call_id: str
    line: str
    target_uri: str
    on_behalf_of: str = ""


class CallAnswered(TelephonyEvent, frozen=True, kw_only=True):
    """200 OK was sent (incoming) or received (outgoing)."""

    call_id: str


class AudioStarted(TelephonyEvent, frozen=True, kw_only=True):
    """The first RTP packet of the peer arrived after the answer, and ours are going out."""

    call_id: str


class AudioLost(TelephonyEvent, frozen=True, kw_only=True):
    """No RTP from the peer for `silent_s` seconds in an answered call that is not held."""

    call_id: str
    silent_s: float


class CallHeld(TelephonyEvent, frozen=True, kw_only=True):
    call_id: str


class CallResumed(TelephonyEvent, frozen=True, kw_only=True):
    call_id: str


class CallMuted(TelephonyEvent, frozen=True, kw_only=True):
    call_id: str
    muted: bool


class DtmfReceived(TelephonyEvent, frozen=True, kw_only=True):
    call_id: str
    digit: str
    method: Literal["rfc4733", "info"] = "rfc4733"


class DtmfSent(TelephonyEvent, frozen=True, kw_only=True):
    call_id: str
    digits: str


class TransferStarted(TelephonyEvent, frozen=True, kw_only=True):
    """REFER was sent. `consult_call_id` is set for an attended transfer (Replaces)."""

    call_id: str
    target_uri: str
    consult_call_id: str = ""


class TransferSucceeded(TelephonyEvent, frozen=True, kw_only=True):
    """The other side speaks with the target; our leg is hung up by us."""

    call_id: str
    target_uri: str


class TransferFailed(TelephonyEvent, frozen=True, kw_only=True):
    """The target did not take the call; the caller is still with us."""

    call_id: str
    target_uri: str
    code: int
    reason: str


class ConferenceStarted(TelephonyEvent, frozen=True, kw_only=True):
    """The calls hear each other and the desk (mixed on this seat)."""

    call_ids: tuple[str, ...]


class CallEnded(TelephonyEvent, frozen=True, kw_only=True):
    """The call is over. `answered` is false for a call abandoned or refused while ringing."""

    call_id: str
    by: EndedBy
    code: int
    reason: str
    answered: bool


class CallRefused(TelephonyEvent, frozen=True, kw_only=True):
    """An INVITE never rang: all lines were busy (486), its offer of speech could not be taken (488), or it was longer than
    the stack can read (513). `reason` says which."""

    from_uri: str
    number_raw: str
    code: int
    reason: str


class RegistrationChanged(TelephonyEvent, frozen=True, kw_only=True):
    """`registered` is also true for a registrar-less line that listens."""

    line: str
    registered: bool
    code: int
    reason: str
    expires_s: int


class AudioDeviceChanged(TelephonyEvent, frozen=True, kw_only=True):
    """Where speech goes. `name` is the device's own name; a null device is named too and is an alarm."""

    role: Literal["headset", "ringer"]
    name: str
    is_null: bool
    reason: str = ""


class RecordingStarted(TelephonyEvent, frozen=True, kw_only=True):
    """Both directions are being written, one WAV per direction while the call runs."""

    call_id: str
    caller_leg: str
    desk_leg: str


class RecordingFailed(TelephonyEvent, frozen=True, kw_only=True):
    call_id: str
    reason: str


class RecordingSealed(TelephonyEvent, frozen=True, kw_only=True):
    """The stereo file (left caller, right desk) is complete, flushed to disk and hashed.
    `repaired` is true when the line died in the call and the legs were mended at the next start."""

    call_id: str
    path: str
    sha256: str
    seconds: float
    bytes: int
    repaired: bool


AnyTelephonyEvent = (
    CallRinging
    | LocationReceived
    | CallDialed
    | CallAnswered
    | AudioStarted
    | AudioLost
    | CallHeld
    | CallResumed
    | CallMuted
    | DtmfReceived
    | DtmfSent
    | TransferStarted
    | TransferSucceeded
    | TransferFailed
    | ConferenceStarted
    | CallEnded
    | CallRefused
    | RegistrationChanged
    | AudioDeviceChanged
    | RecordingStarted
    | RecordingFailed
    | RecordingSealed
)
