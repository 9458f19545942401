"""The recordings of the running calls: opened before the answer, watched, closed, handed on for sealing."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pjsua2 as pj

from telephony.events import RecordingFailed, RecordingStarted
from telephony.sip.call import SipCall
from telephony.sip.exchange import Exchange, now_us
from telephony.sip.guard import guarded
from telephony.sip.mixer import caller_leg, desk_leg
from telephony.sip.recorder import LegRecorder

logger = logging.getLogger(__name__)

LegsClosed = Callable[[str], None]
_LOOK_AGAIN_S = 0.02
_LOOKS = 50


class Recordings:
    """A call goes on when its recording fails; the desk is told."""

    def __init__(self, exchange: Exchange, on_legs_closed: LegsClosed) -> None:
        self._exchange = exchange
        self._on_legs_closed = guarded(on_legs_closed)
        self._closing: dict[str, LegRecorder] = {}

    @property
    def are_closing(self) -> bool:
        """True while files wait for their last samples."""
        return bool(self._closing)

    def open(self, call: SipCall) -> None:
        """Open both legs, once a call."""
        if call.recorder is not None:
            return
        try:
            caller_path, desk_path = self._exchange.config.recording_legs(call.call_id)
            recorder = LegRecorder(caller_path, desk_path)
        except (pj.Error, OSError) as error:
            reason = error.reason if isinstance(error, pj.Error) else str(error)
            logger.error("recording of call %s cannot start: %s", call.call_id, reason)  # noqa: TRY400 - the words are the fact
            self._exchange.emit(RecordingFailed(at_us=now_us(), call_id=call.call_id, reason=reason))
            return
        call.recorder = recorder
        self._exchange.mixer.plug(caller_leg(call.call_id), recorder.caller)
        self._exchange.mixer.plug(desk_leg(call.call_id), recorder.desk)

    def tell_started(self, call: SipCall) -> None:
        """The legs are connected to the sound now."""
        recorder = call.recorder
        if recorder is None or recorder.started:
            return
        recorder.started = True
        legs = {"caller_leg": str(recorder.caller_path), "desk_leg": str(recorder.desk_path)}
        self._exchange.emit(RecordingStarted(at_us=now_us(), call_id=call.call_id, **legs))

    def watch(self) -> None:
        """Run once a second: a leg that does not grow is a recording that fails."""
        for call in self._exchange.calls.values():
            recorder = call.recorder
            if recorder is None or not recorder.started:
                continue
            stalled = recorder.has_stalled()
            if stalled and not recorder.failure_told:
                reason = "nothing is being written: disk full or gone"
                self._exchange.emit(RecordingFailed(at_us=now_us(), call_id=call.call_id, reason=reason))
            recorder.failure_told = stalled

    def close(self, call: SipCall) -> None:
        """The call has ended: close the legs and tell once their last samples are in the files."""
        recorder = call.recorder
        if recorder is None:
            return
        self._exchange.mixer.unplug(caller_leg(call.call_id))
        self._exchange.mixer.unplug(desk_leg(call.call_id))
        call.recorder = None
        recorder.close()
        self._closing[call.call_id] = recorder
        self._hand_on_when_complete(call.call_id, _LOOKS)

    def hand_on_rest(self) -> None:
        """The line stops: tell of every leg that still waits. An incomplete header is mended by the sealing."""
        for call_id in list(self._closing):
            self._hand_on(call_id)

    def _hand_on_when_complete(self, call_id: str, looks: int) -> None:
        recorder = self._closing.get(call_id)
        if recorder is None:
            return
        if looks > 0 and not recorder.is_complete():
            self._exchange.timers.after(_LOOK_AGAIN_S, lambda: self._hand_on_when_complete(call_id, looks - 1))
        else:
            self._hand_on(call_id)

    def _hand_on(self, call_id: str) -> None:
        del self._closing[call_id]
        self._on_legs_closed(call_id)
