"""Looks at the packet counters of the running calls and tells when speech starts, stops and comes back."""

from __future__ import annotations

import time

from telephony.events import AudioLost, AudioStarted
from telephony.sip.call import SipCall
from telephony.sip.exchange import Exchange, now_us

LOOK_EVERY_S = 0.1
_STOOD_STILL_S = 0.5
"""Looks so far apart are no looks: the computer slept, or had no time for this process. What came meanwhile is still unread."""


class SoundWatch:
    """Belongs to the SIP thread."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._looked_at_s = time.monotonic()

    def look_for_first(self) -> None:
        """Run in every turn of the loop: how soon the first word can be heard is measured in milliseconds."""
        for call in self._exchange.calls.values():
            if call.is_talking and call.watch.waits_for_first:
                self._look(call)

    def look(self) -> None:
        """Run every `LOOK_EVERY_S`."""
        now_s = time.monotonic()
        since_s, self._looked_at_s = now_s - self._looked_at_s, now_s
        if since_s > _STOOD_STILL_S:
            for call in self._exchange.calls.values():
                call.watch.stood_still(since_s, now_s)
        for call in self._exchange.calls.values():
            if call.held or call.held_by_peer:
                call.watch.pause()
            elif call.is_talking:
                self._look(call)

    def _look(self, call: SipCall) -> None:
        lost_after_s = self._exchange.config.audio_lost_after_s
        change = call.watch.look(call.packets(), time.monotonic(), lost_after_s)
        if change == "started":
            self._exchange.emit(AudioStarted(at_us=now_us(), call_id=call.call_id))
        elif change == "lost":
            self._exchange.emit(AudioLost(at_us=now_us(), call_id=call.call_id, silent_s=lost_after_s))
