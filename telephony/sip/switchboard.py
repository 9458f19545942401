"""Turns what the stack says about calls and accounts into the facts of `telephony.events`."""

from __future__ import annotations

import logging
import time

import pjsua2 as pj
import uuid_utils

from telephony.events import (
    CallAnswered,
    CallEnded,
    CallRefused,
    CallRinging,
    DtmfReceived,
    EndedBy,
    LocationReceived,
    RegistrationChanged,
)
from telephony.sip.account import SipAccount
from telephony.sip.address import parse_address
from telephony.sip.brake import InviteBrake
from telephony.sip.call import SipCall
from telephony.sip.conference import Conferences
from telephony.sip.exchange import Exchange, now_us
from telephony.sip.hold import Holds
from telephony.sip.later_place import place_in
from telephony.sip.library import TRANSACTION_MS
from telephony.sip.message import caller_identity, parse_message
from telephony.sip.mixer import voice
from telephony.sip.recordings import LegsClosed, Recordings
from telephony.sip.registrar import Verdict
from telephony.sip.transfer import Transfers

logger = logging.getLogger(__name__)

_RINGING = 180
_BUSY = 486
_TOO_LARGE = 513
_ACK_WAIT_S = TRANSACTION_MS / 1000 + 1.0
_BROKEN = frozenset({408, 481})


class Switchboard:
    """Observer of endpoint, accounts and calls. Its `on_` methods run inside callbacks: they never hang up."""

    def __init__(self, exchange: Exchange, on_legs_closed: LegsClosed) -> None:
        self.exchange = exchange
        self.recordings = Recordings(exchange, on_legs_closed)
        self.holds = Holds(exchange)
        self.transfers = Transfers(exchange)
        self.conferences = Conferences(exchange, self.holds)
        self.brake = InviteBrake()
        self._retired: list[SipCall] = []
        self._unfinished_until_s = 0.0

    # --- accounts and endpoint ------------------------------------------------------------------------------------------
    def on_registration(self, account: SipAccount, verdict: Verdict) -> None:
        self.exchange.emit(
            RegistrationChanged(
                at_us=now_us(),
                line=account.config.name,
                registered=verdict.registered,
                code=verdict.code,
                reason=verdict.reason,
                expires_s=verdict.expires_s,
            )
        )

    def on_invite(self, account: SipAccount, slot: int, raw: bytes, source_address: str) -> None:
        at_us = now_us()
        call_id = str(uuid_utils.uuid7())
        call = SipCall(account, self, call_id=call_id, line=account.config.name, direction="in", slot=slot)
        self.exchange.calls[call_id] = call  # a call that is not kept is declined by the binding
        self.exchange.emit(_ringing(call, raw, source_address, at_us))
        try:
            call.send_response(_RINGING)
        except pj.Error as error:
            logger.warning("180 of call %s could not be sent: %s", call_id, error.reason)

    def on_invite_refused(self, raw: bytes, from_uri: str, code: int, reason: str) -> None:
        if code != _BUSY:
            self.brake.count_end(time.monotonic())
        message = parse_message(raw)
        number = caller_identity(message).number_raw if raw else parse_address(from_uri).user
        uri = parse_address(from_uri).uri
        self.exchange.emit(CallRefused(at_us=now_us(), from_uri=uri, number_raw=number, code=code, reason=reason))

    def on_too_large(self, head: bytes) -> None:
        """A call was lost because its INVITE was longer than the stack can read."""
        sender = parse_address(next(iter(parse_message(head).header("From")), ""))
        self.on_invite_refused(head, sender.uri, _TOO_LARGE, "Message Too Large")

    # --- calls ----------------------------------------------------------------------------------------------------------
    def on_call_answered(self, call: SipCall) -> None:
        """200 was sent (incoming) or received (outgoing)."""
        call.answered = True
        call.watch.answered(call.packets() if call.direction == "out" else None)
        self.recordings.open(call)
        self.exchange.emit(CallAnswered(at_us=now_us(), call_id=call.call_id))
        self.on_call_media(call)

    def on_call_media(self, call: SipCall) -> None:
        mixer = self.exchange.mixer
        if call.voice is None:
            mixer.unplug(voice(call.call_id))
        else:
            self.recordings.open(call)
            mixer.plug(voice(call.call_id), call.voice)
        self.conferences.on_sound_changed()
        if call.voice is not None:
            self.recordings.tell_started(call)

    def on_call_ended(self, call: SipCall, code: int, reason: str) -> None:
        self.brake.count_end(time.monotonic())
        self.transfers.on_ending(call)
        call.ended = True
        if call.answered and not call.confirmed:
            self._unfinished_until_s = time.monotonic() + _ACK_WAIT_S
        self.recordings.close(call)
        self.exchange.mixer.unplug(voice(call.call_id))
        self.exchange.calls.pop(call.call_id, None)
        by = call.ended_by or _who_ended(code)
        self.exchange.emit(
            CallEnded(at_us=now_us(), call_id=call.call_id, by=by, code=code, reason=reason, answered=call.answered)
        )
        call.retire()
        self._retired.append(call)
        self.conferences.on_sound_changed()

    def on_digit(self, call: SipCall, digit: str, *, by_info: bool) -> None:
        if not call.digits.takes(time.monotonic()):
            if call.digits.dropped == 1:
                logger.warning("call %s floods the line with digits; what is too much is dropped", call.call_id)
            return
        self.exchange.emit(
            DtmfReceived(at_us=now_us(), call_id=call.call_id, digit=digit, method="info" if by_info else "rfc4733")
        )

    def on_request(self, call: SipCall, raw: bytes) -> None:
        """A later message of the call: all that is looked for in it is a place."""
        found = place_in(raw)
        if found is None:
            return
        if not call.places.takes(time.monotonic()):
            if call.places.dropped == 1:
                logger.warning("call %s floods the line with places; what is too much is dropped", call.call_id)
            return
        method, headers, parts = found
        self.exchange.emit(LocationReceived(at_us=now_us(), call_id=call.call_id, method=method, headers=headers, parts=parts))

    def on_transfer_progress(self, call: SipCall, code: int, reason: str, *, final: bool) -> None:
        self.transfers.on_progress(call, code, reason, final=final)

    @property
    def has_unfinished_dialogs(self) -> bool:
        """True while the stack may still wait for the ACK of a call that has ended for us, to send its BYE (RFC 3261 §15)."""
        return time.monotonic() < self._unfinished_until_s

    def drop_retired(self) -> None:
        """Between callbacks: let the Python halves of ended calls go."""
        self._retired.clear()


def _who_ended(code: int) -> EndedBy:
    """Without an order of ours it was the other person, unless the code says that the network broke."""
    return "line" if code in _BROKEN or code >= 500 else "caller"


def _ringing(call: SipCall, raw: bytes, source_address: str, at_us: int) -> CallRinging:
    message = parse_message(raw)
    identity = caller_identity(message)
    pieces = message.start_line.split()
    sender = next(iter(message.header("From")), "")
    return CallRinging(
        at_us=at_us,
        call_id=call.call_id,
        line=call.line,
        sip_call_id=next(iter(message.header("Call-ID")), ""),
        request_uri=pieces[1] if len(pieces) > 1 else "",
        from_uri=parse_address(sender).uri,
        display_name=identity.display_name,
        asserted_identity=identity.asserted_identity,
        number_raw=identity.number_raw,
        source_address=source_address,
        headers=message.headers,
        parts=message.parts,
        raw=raw,
    )
