"""What the parts of the engine share: the calls, the mixer, the clock and the way out for facts."""

from __future__ import annotations

import logging

import pjsua2 as pj

from telephony.events import AnyTelephonyEvent
from telephony.phone import EventSink
from telephony.sip.call import SipCall
from telephony.sip.clock import clock
from telephony.sip.config import SipConfig
from telephony.sip.mixer import Mixer
from telephony.sip.timers import Timers

logger = logging.getLogger(__name__)


def now_us() -> int:
    """Return microseconds since the Unix epoch, UTC, by the clock of the calls."""
    return clock.now_us()


class Exchange:
    """Belongs to the SIP thread. `calls` are the calls that have not ended, by our own call id."""

    def __init__(self, config: SipConfig, on_event: EventSink) -> None:
        self.config = config
        self.timers = Timers()
        self.mixer = Mixer()
        self.calls: dict[str, SipCall] = {}
        self._on_event = on_event

    def emit(self, event: AnyTelephonyEvent) -> None:
        self._on_event(event)

    def rearrange(self) -> None:
        """Connect everybody with whom they should hear, after anything has changed."""
        self.mixer.arrange(call.sound() for call in self.calls.values())

    def hang_up_soon(self, call: SipCall, code: int = 0) -> None:
        """Hang up from the loop: inside a callback it would abort the process."""
        self.timers.after(0, lambda: self.hang_up(call, code))

    def hang_up(self, call: SipCall, code: int = 0) -> None:
        if call.ended:
            return
        try:
            call.send_hang_up(code)
        except pj.Error as error:
            logger.warning("call %s could not be hung up: %s", call.call_id, error.reason)
