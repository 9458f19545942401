"""Transfers: the caller is sent to another number with REFER, and our leg ends once the other side has answered."""

from __future__ import annotations

import itertools

from telephony.events import TransferFailed, TransferStarted, TransferSucceeded
from telephony.sip.call import SipCall
from telephony.sip.exchange import Exchange, now_us
from telephony.sip.transfer_state import Transfer

_TIMEOUT_CODE = 408
_GONE_CODE = 487


class Transfers:
    """Blind (RFC 3515) and attended (RFC 3891). Belongs to the SIP thread.

    A blind transfer has succeeded with the final 2xx NOTIFY. An attended one also when the consulted leg closes after
    the REFER was accepted: that is how Replaces works, and some phones never send the final NOTIFY.
    """

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._numbers = itertools.count(1)

    def start_blind(self, call: SipCall, target_uri: str, refer_to: str) -> None:
        """Send the REFER. Raises `pj.Error`."""
        call.send_refer(refer_to)
        self._started(call, Transfer(number=next(self._numbers), target_uri=target_uri))

    def start_attended(self, call: SipCall, consult: SipCall) -> None:
        """Send the REFER with Replaces. Raises `pj.Error`."""
        call.send_refer_replacing(consult)
        transfer = Transfer(number=next(self._numbers), target_uri=consult.target_uri, consult_call_id=consult.call_id)
        self._started(call, transfer)

    def on_progress(self, call: SipCall, code: int, reason: str, *, final: bool) -> None:
        """202 says that the REFER was accepted; every later code is what the target answers."""
        transfer = call.transfer
        if transfer is None:
            return
        if final and code // 100 == 2:
            self._succeed(call, transfer)
        elif final:
            self._fail(call, transfer, code, reason)
        else:
            transfer.accepted = True

    def on_ending(self, call: SipCall) -> None:
        """A call is about to end: it may be the consulted leg of another one's transfer."""
        call.transfer = None
        for other in list(self._exchange.calls.values()):
            transfer = other.transfer
            if transfer is None or transfer.consult_call_id != call.call_id:
                continue
            if transfer.accepted:
                call.ended_by = "transfer"
                self._succeed(other, transfer)
            else:
                self._fail(other, transfer, _GONE_CODE, "the consulted side hung up")

    def _started(self, call: SipCall, transfer: Transfer) -> None:
        call.transfer = transfer
        self._exchange.emit(
            TransferStarted(
                at_us=now_us(), call_id=call.call_id, target_uri=transfer.target_uri, consult_call_id=transfer.consult_call_id
            )
        )
        self._exchange.timers.after(self._exchange.config.transfer_timeout_s, lambda: self._give_up(call, transfer))

    def _succeed(self, call: SipCall, transfer: Transfer) -> None:
        call.transfer = None
        call.ended_by = "transfer"
        self._exchange.emit(TransferSucceeded(at_us=now_us(), call_id=call.call_id, target_uri=transfer.target_uri))
        self._exchange.hang_up_soon(call)
        consult = self._exchange.calls.get(transfer.consult_call_id)
        if consult is not None and not consult.ended:
            consult.ended_by = "transfer"
            self._exchange.hang_up_soon(consult)

    def _fail(self, call: SipCall, transfer: Transfer, code: int, reason: str) -> None:
        call.transfer = None
        if not transfer.given_up:
            self._tell_failed(call, transfer, code, reason)

    def _give_up(self, call: SipCall, transfer: Transfer) -> None:
        """Nobody has told the outcome in time: the caller is ours again, though a late success is still obeyed."""
        if call.transfer is transfer and not call.ended:
            transfer.given_up = True
            self._tell_failed(call, transfer, _TIMEOUT_CODE, "no outcome in time")

    def _tell_failed(self, call: SipCall, transfer: Transfer, code: int, reason: str) -> None:
        self._exchange.emit(
            TransferFailed(at_us=now_us(), call_id=call.call_id, target_uri=transfer.target_uri, code=code, reason=reason)
        )
