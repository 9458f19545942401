"""What the line can be asked to do: frozen orders, imperative. The outcome always comes as an event."""

from __future__ import annotations

import msgspec


class Command(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Base of all orders."""


class Answer(Command, frozen=True, kw_only=True):
    """Answer a ringing call. Another call that is talking is put on hold first, never dropped."""

    call_id: str


class HangUp(Command, frozen=True, kw_only=True):
    call_id: str


class Hold(Command, frozen=True, kw_only=True):
    call_id: str


class Resume(Command, frozen=True, kw_only=True):
    """Talk to a held call again. Another call that is talking is put on hold first."""

    call_id: str


class Mute(Command, frozen=True, kw_only=True):
    """Stop (or start again) sending the microphone into the call. The recording goes on."""

    call_id: str
    muted: bool


class SendDtmf(Command, frozen=True, kw_only=True):
    """`digits` of 0-9 * # A-D, sent as RFC 4733 events."""

    call_id: str
    digits: str


class Dial(Command, frozen=True, kw_only=True):
    """Call `target_uri` (sip: or tel:). `new_call_id` is chosen by whoever asks, so that the answer can be matched.
    `callback` marks a call back to a citizen: `Priority: psap-callback` (RFC 7090)."""

    new_call_id: str
    target_uri: str
    on_behalf_of: str = ""
    callback: bool = False


class TransferBlind(Command, frozen=True, kw_only=True):
    """Send the caller to `target_uri` with REFER (RFC 3515) and let go when the target has answered."""

    call_id: str
    target_uri: str


class TransferAttended(Command, frozen=True, kw_only=True):
    """Connect the caller with the consulted agency (REFER with Replaces, RFC 3891) and let go."""

    call_id: str
    consult_call_id: str


class Conference(Command, frozen=True, kw_only=True):
    """Mix the calls and the desk; everybody hears everybody; every recording hears all."""

    call_ids: tuple[str, ...]


AnyCommand = Answer | HangUp | Hold | Resume | Mute | SendDtmf | Dial | TransferBlind | TransferAttended | Conference
