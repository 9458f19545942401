"""A line without SIP: training and tests play the citizens and agencies, the orders work as on the real one.

No sound, no recording and no network: `ring`, `give_up`, `press` and the rest are what callers do. Every method may be
called from any thread; facts are told on the calling thread, in order, under one lock.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import uuid_utils

from telephony import commands as order
from telephony import events as fact
from telephony.phone import EventSink

LINES = 4
OnRefused = Callable[[order.AnyCommand, str, str], None]


@dataclass
class ScriptedCall:
    call_id: str
    direction: fact.Direction
    answered: bool = False
    held: bool = False
    muted: bool = False


@dataclass
class Script:
    """How the rest of the world behaves. Targets in `busy` refuse calls and transfers, those in `silent` never answer;
    all others answer at once. `line` names the line."""

    busy: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    line: str = "112"


class _RefusedError(Exception):
    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


class ScriptedPhone:
    """See `telephony.phone.Phone`. `clock` gives microseconds since the epoch."""

    def __init__(
        self,
        *,
        on_event: EventSink,
        on_refused: OnRefused,
        script: Script | None = None,
        clock: Callable[[], int] = lambda: time.time_ns() // 1000,
    ) -> None:
        self._on_event = on_event
        self._on_refused = on_refused
        self.script = script or Script()
        self._clock = clock
        self._lock = threading.RLock()
        self._calls: dict[str, ScriptedCall] = {}

    # --- the line -------------------------------------------------------------------------------------------------------
    def start(self) -> None:
        with self._lock:
            self._on_event(
                fact.RegistrationChanged(
                    at_us=self._clock(), line=self.script.line, registered=True, code=200, reason="scripted", expires_s=0
                )
            )

    def stop(self) -> None:
        with self._lock:
            for call_id in list(self._calls):
                self._end(call_id, "line", 0, "line stopped")

    def submit(self, command: order.AnyCommand) -> None:
        with self._lock:
            try:
                self._carry_out(command)
            except _RefusedError as refused:
                self._on_refused(command, refused.code, str(refused))

    # --- the world outside ----------------------------------------------------------------------------------------------
    def ring(
        self,
        number: str,
        *,
        display_name: str = "",
        headers: tuple[fact.Header, ...] = (),
        parts: tuple[fact.BodyPart, ...] = (),
    ) -> str:
        """A citizen calls ("" = number withheld). Return the call id, or "" when all lines are busy."""
        with self._lock:
            from_uri = f"sip:{number or 'anonymous'}@caller.invalid"
            if len(self._calls) >= LINES:
                self._on_event(
                    fact.CallRefused(at_us=self._clock(), from_uri=from_uri, number_raw=number, code=486, reason="Busy Here")
                )
                return ""
            call_id = str(uuid_utils.uuid7())
            self._calls[call_id] = ScriptedCall(call_id, "in")
            self._on_event(
                fact.CallRinging(
                    at_us=self._clock(),
                    call_id=call_id,
                    line=self.script.line,
                    sip_call_id=f"{call_id}@caller.invalid",
                    request_uri="sip:112@line.invalid",
                    from_uri=from_uri,
                    display_name=display_name,
                    asserted_identity="",
                    number_raw=number,
                    source_address="",
                    headers=headers,
                    parts=parts,
                    raw=b"",
                )
            )
            return call_id

    def give_up(self, call_id: str) -> None:
        """The caller hangs up, before or after the answer."""
        with self._lock:
            answered = self._calls[call_id].answered
            self._end(call_id, "caller", 200 if answered else 487, "Normal call clearing" if answered else "Request Terminated")

    def press(self, call_id: str, digits: str) -> None:
        """The caller presses keys."""
        with self._lock:
            for digit in digits:
                self._on_event(fact.DtmfReceived(at_us=self._clock(), call_id=call_id, digit=digit))

    def fall_silent(self, call_id: str, silent_s: float = 3.0) -> None:
        """No sound comes from the caller any more."""
        with self._lock:
            self._on_event(fact.AudioLost(at_us=self._clock(), call_id=call_id, silent_s=silent_s))

    # --- orders ---------------------------------------------------------------------------------------------------------
    def _carry_out(self, command: order.AnyCommand) -> None:  # noqa: C901 - one line per order
        match command:
            case order.Answer():
                self._answer(command.call_id)
            case order.HangUp():
                self._end(self._call(command.call_id).call_id, "desk", 200, "Normal call clearing")
            case order.Hold():
                self._hold(self._answered(command.call_id))
            case order.Resume():
                self._resume(self._answered(command.call_id))
            case order.Mute():
                self._mute(self._answered(command.call_id), muted=command.muted)
            case order.SendDtmf():
                self._answered(command.call_id)
                self._on_event(fact.DtmfSent(at_us=self._clock(), call_id=command.call_id, digits=command.digits))
            case order.Dial():
                self._dial(command)
            case order.TransferBlind():
                self._transfer(self._answered(command.call_id), command.target_uri)
            case order.TransferAttended():
                self._transfer_attended(command)
            case order.Conference():
                self._conference(command)

    def _answer(self, call_id: str) -> None:
        call = self._call(call_id)
        if call.direction != "in" or call.answered:
            raise _RefusedError("call_not_ready", "the call does not ring")
        self._hold_others(call)
        self._take(call)

    def _take(self, call: ScriptedCall) -> None:
        call.answered = True
        self._on_event(fact.CallAnswered(at_us=self._clock(), call_id=call.call_id))
        self._on_event(fact.AudioStarted(at_us=self._clock(), call_id=call.call_id))

    def _hold(self, call: ScriptedCall) -> None:
        if not call.held:
            call.held = True
            self._on_event(fact.CallHeld(at_us=self._clock(), call_id=call.call_id))

    def _resume(self, *calls: ScriptedCall) -> None:
        self._hold_others(*calls)
        for call in calls:
            if call.held:
                call.held = False
                self._on_event(fact.CallResumed(at_us=self._clock(), call_id=call.call_id))

    def _hold_others(self, *talkers: ScriptedCall) -> None:
        for call in self._calls.values():
            if call.answered and call not in talkers:
                self._hold(call)

    def _mute(self, call: ScriptedCall, *, muted: bool) -> None:
        if call.muted != muted:
            call.muted = muted
            self._on_event(fact.CallMuted(at_us=self._clock(), call_id=call.call_id, muted=muted))

    def _dial(self, command: order.Dial) -> None:
        if not command.target_uri.startswith(("sip:", "tel:")):
            raise _RefusedError("bad_target", "only sip: and tel: addresses can be called")
        if len(self._calls) >= LINES:
            raise _RefusedError("all_lines_busy", f"{LINES} calls are running")
        call = ScriptedCall(command.new_call_id, "out")
        self._hold_others(call)
        self._calls[call.call_id] = call
        self._on_event(
            fact.CallDialed(
                at_us=self._clock(),
                call_id=call.call_id,
                line=self.script.line,
                target_uri=command.target_uri,
                on_behalf_of=command.on_behalf_of,
            )
        )
        if command.target_uri in self.script.busy:
            self._end(call.call_id, "caller", 486, "Busy Here")
        elif command.target_uri not in self.script.silent:
            self._take(call)

    def _transfer(self, call: ScriptedCall, target_uri: str, consult_call_id: str = "") -> None:
        moment, call_id = self._clock(), call.call_id
        self._on_event(
            fact.TransferStarted(at_us=moment, call_id=call_id, target_uri=target_uri, consult_call_id=consult_call_id)
        )
        if target_uri in self.script.busy:
            self._on_event(
                fact.TransferFailed(at_us=moment, call_id=call_id, target_uri=target_uri, code=486, reason="Busy Here")
            )
        elif target_uri not in self.script.silent:
            self._on_event(fact.TransferSucceeded(at_us=moment, call_id=call_id, target_uri=target_uri))
            for gone in filter(None, (consult_call_id, call_id)):
                self._end(gone, "transfer", 200, "Normal call clearing")

    def _transfer_attended(self, command: order.TransferAttended) -> None:
        call, consult = self._answered(command.call_id), self._answered(command.consult_call_id)
        if call is consult:
            raise _RefusedError("bad_request", "a call cannot be connected with itself")
        self._transfer(call, "", consult.call_id)

    def _conference(self, command: order.Conference) -> None:
        members = tuple(self._answered(call_id) for call_id in dict.fromkeys(command.call_ids))
        if len(members) < 2:
            raise _RefusedError("bad_request", "a conference needs two calls")
        self._resume(*members)
        self._on_event(fact.ConferenceStarted(at_us=self._clock(), call_ids=tuple(call.call_id for call in members)))

    def _end(self, call_id: str, by: fact.EndedBy, code: int, reason: str) -> None:
        call = self._calls.pop(call_id)
        self._on_event(
            fact.CallEnded(at_us=self._clock(), call_id=call_id, by=by, code=code, reason=reason, answered=call.answered)
        )

    def _call(self, call_id: str) -> ScriptedCall:
        if call_id not in self._calls:
            raise _RefusedError("no_such_call", call_id)
        return self._calls[call_id]

    def _answered(self, call_id: str) -> ScriptedCall:
        call = self._call(call_id)
        if not call.answered:
            raise _RefusedError("call_not_ready", "the call is not answered yet")
        return call
