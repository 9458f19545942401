"""Hold and resume: one person can talk to one call (or one conference) at a time."""

from __future__ import annotations

import logging
import time

import pjsua2 as pj

from telephony.events import CallHeld, CallResumed
from telephony.sip.call import SipCall
from telephony.sip.exchange import Exchange, now_us

logger = logging.getLogger(__name__)

RETRY_S = 1.0
MAX_TRIES = 5


class Holds:
    """The sound is cut, or let through, in the same step as the order; the re-INVITE that tells the peer may cross with
    one of the peer's (491) or with a running one, so it is sent again until the wire agrees."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._tries: dict[str, tuple[int, float]] = {}

    def hold(self, call: SipCall) -> None:
        if call.held:
            return
        call.held = True
        call.in_conference = False
        call.watch.pause()
        self._exchange.rearrange()
        self._begin(call)
        self._exchange.emit(CallHeld(at_us=now_us(), call_id=call.call_id))

    def resume(self, call: SipCall) -> None:
        """Let the call talk again; the caller of this method holds the others."""
        if not call.held:
            return
        call.held = False
        call.watch.pause()
        self._begin(call)
        self._exchange.rearrange()
        self._exchange.emit(CallResumed(at_us=now_us(), call_id=call.call_id))

    def hold_others(self, *talkers: SipCall) -> None:
        """Put every talking call that is not one of `talkers` on hold."""
        for call in list(self._exchange.calls.values()):
            if call.is_talking and call not in talkers:
                self.hold(call)

    def agree_with_peers(self) -> None:
        """Send again what a peer has not taken, and offer speech anew to a call without any: the sound description of an
        INVITE that was cut (see `native_log`) or broken is lost, but not the call. Run twice a second."""
        now_s = time.monotonic()
        for call in list(self._exchange.calls.values()):
            agreed = call.held == call.held_on_wire and (call.held or call.voice is not None)
            if agreed:
                self._tries.pop(call.call_id, None)
            if agreed or not call.confirmed:
                continue
            tries, tried_at_s = self._tries.get(call.call_id, (0, 0.0))
            if tries < MAX_TRIES and now_s - tried_at_s >= RETRY_S:
                self._send(call, tries + 1)
        self._tries = {call_id: value for call_id, value in self._tries.items() if call_id in self._exchange.calls}

    def _begin(self, call: SipCall) -> None:
        self._send(call, 1)

    def _send(self, call: SipCall, tries: int) -> None:
        self._tries[call.call_id] = (tries, time.monotonic())
        try:
            # Without speech so far, the stack still waits for an answer to its offer and takes only a hold for a new one.
            is_speechless = call.voice is None and not call.held_on_wire
            if call.held or is_speechless:
                call.send_hold()
            else:
                call.send_resume()
        except pj.Error as error:
            logger.info("re-INVITE of call %s has to wait: %s", call.call_id, error.reason)
