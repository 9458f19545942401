"""Carries out the orders of `telephony.commands`, one method each, or says why not."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pjsua2 as pj

from telephony import commands as order
from telephony.events import CallDialed, CallMuted, DtmfSent
from telephony.sip.account import SipAccount
from telephony.sip.call import SipCall
from telephony.sip.config import LINES
from telephony.sip.exchange import now_us
from telephony.sip.library import Library
from telephony.sip.switchboard import Switchboard
from telephony.sip.targets import BadTargetError, request_uri

_DIGITS = re.compile(r"[0-9*#A-D]{1,32}")
_ANSWER = 200
_BUSY = 486
_PSAP_CALLBACK = {"Priority": "psap-callback"}  # RFC 7090


class RefusedError(Exception):
    """The order is not carried out. `code` is stable (a value of the house's trouble codes), `detail` is technical."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class Orders:
    """Belongs to the SIP thread. `accounts` by name; `outbound` is the one that calls out."""

    def __init__(self, switchboard: Switchboard, library: Library, accounts: Mapping[str, SipAccount], outbound: str) -> None:
        self._switchboard = switchboard
        self._exchange = switchboard.exchange
        self._library = library
        self._accounts = accounts
        self._outbound = outbound

    def carry_out(self, command: order.AnyCommand) -> None:  # noqa: C901 - one line per order
        """Raises `RefusedError`."""
        try:
            match command:
                case order.Answer():
                    self._answer(command)
                case order.HangUp():
                    self._hang_up(command)
                case order.Hold():
                    self._hold(command)
                case order.Resume():
                    self._resume(command)
                case order.Mute():
                    self._mute(command)
                case order.SendDtmf():
                    self._send_dtmf(command)
                case order.Dial():
                    self._dial(command)
                case order.TransferBlind():
                    self._transfer_blind(command)
                case order.TransferAttended():
                    self._transfer_attended(command)
                case order.Conference():
                    self._conference(command)
        except pj.Error as error:
            raise RefusedError("call_not_ready", error.reason) from None

    def _answer(self, command: order.Answer) -> None:
        call = self._call(command.call_id)
        if call.direction != "in" or call.answered:
            raise RefusedError("call_not_ready", "the call does not ring")
        self._switchboard.recordings.open(call)
        call.send_response(_ANSWER)  # first: the caller hears us sooner, and a call that cannot be taken puts nobody on hold
        if not call.ended:
            self._switchboard.holds.hold_others(call)
            self._switchboard.on_call_answered(call)

    def _hang_up(self, command: order.HangUp) -> None:
        call = self._call(command.call_id)
        call.ended_by = "desk"
        call.send_hang_up(_BUSY if call.direction == "in" and not call.answered else 0)

    def _hold(self, command: order.Hold) -> None:
        self._switchboard.holds.hold(self._answered(command.call_id))
        self._switchboard.conferences.on_sound_changed()

    def _resume(self, command: order.Resume) -> None:
        call = self._answered(command.call_id)
        self._switchboard.holds.hold_others(call)
        self._switchboard.holds.resume(call)
        self._switchboard.conferences.on_sound_changed()

    def _mute(self, command: order.Mute) -> None:
        call = self._answered(command.call_id)
        if call.muted == command.muted:
            return
        call.muted = command.muted
        self._exchange.rearrange()
        self._exchange.emit(CallMuted(at_us=now_us(), call_id=call.call_id, muted=call.muted))

    def _send_dtmf(self, command: order.SendDtmf) -> None:
        call = self._answered(command.call_id)
        if not _DIGITS.fullmatch(command.digits):
            raise RefusedError("bad_request", "1 to 32 of 0-9 * # A-D can be sent")
        call.dialDtmf(command.digits)
        self._exchange.emit(DtmfSent(at_us=now_us(), call_id=call.call_id, digits=command.digits))

    def _dial(self, command: order.Dial) -> None:
        account = self._accounts[self._outbound]
        target = self._target(command.target_uri)
        if not command.new_call_id or command.new_call_id in self._exchange.calls:
            raise RefusedError("bad_request", "the id of the new call is empty or in use")
        if len(self._exchange.calls) >= LINES:
            raise RefusedError("all_lines_busy", f"{LINES} calls are running")
        call = SipCall(
            account,
            self._switchboard,
            call_id=command.new_call_id,
            line=account.config.name,
            direction="out",
            target_uri=command.target_uri,
        )
        self._switchboard.holds.hold_others(call)
        self._exchange.calls[call.call_id] = call
        self._exchange.emit(
            CallDialed(
                at_us=now_us(),
                call_id=call.call_id,
                line=call.line,
                target_uri=command.target_uri,
                on_behalf_of=command.on_behalf_of,
            )
        )
        try:
            call.send_invite(target, _PSAP_CALLBACK if command.callback else {})
        except pj.Error as error:
            if not call.ended:  # else the stack has told it already
                call.ended_by = "line"
                self._switchboard.on_call_ended(call, 0, error.reason)

    def _transfer_blind(self, command: order.TransferBlind) -> None:
        call = self._transferable(command.call_id)
        self._switchboard.transfers.start_blind(call, command.target_uri, self._target(command.target_uri))

    def _transfer_attended(self, command: order.TransferAttended) -> None:
        call = self._transferable(command.call_id)
        consult = self._answered(command.consult_call_id)
        if consult is call:
            raise RefusedError("bad_request", "a call cannot be connected with itself")
        self._switchboard.transfers.start_attended(call, consult)

    def _conference(self, command: order.Conference) -> None:
        if len(set(command.call_ids)) < 2:
            raise RefusedError("bad_request", "a conference needs two calls")
        members = tuple(self._answered(call_id) for call_id in dict.fromkeys(command.call_ids))
        self._switchboard.conferences.start(members)

    def _call(self, call_id: str) -> SipCall:
        call = self._exchange.calls.get(call_id)
        if call is None:
            raise RefusedError("no_such_call", call_id)
        return call

    def _answered(self, call_id: str) -> SipCall:
        call = self._call(call_id)
        if not call.answered:
            raise RefusedError("call_not_ready", "the call is not answered yet")
        return call

    def _transferable(self, call_id: str) -> SipCall:
        call = self._answered(call_id)
        if call.transfer is not None and not call.transfer.given_up:
            raise RefusedError("call_not_ready", "the call is being transferred")
        return call

    def _target(self, target: str) -> str:
        """Return the URI for the stack, checked by our rules and by its own parser."""
        try:
            uri = request_uri(target, self._accounts[self._outbound].config)
        except BadTargetError as error:
            raise RefusedError("bad_target", str(error)) from None
        if not self._library.is_good_uri(uri):
            raise RefusedError("bad_target", "the address cannot be read")
        return uri
