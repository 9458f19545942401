"""The local conference: the calls and the desk hear each other, mixed on this seat."""

from __future__ import annotations

from telephony.events import ConferenceStarted
from telephony.sip.call import SipCall
from telephony.sip.exchange import Exchange, now_us
from telephony.sip.hold import Holds


class Conferences:
    """At most one at a time. It is told as started once the sound of every member is there; it ends by itself when
    fewer than two members are left (a member leaves by being held or by ending)."""

    def __init__(self, exchange: Exchange, holds: Holds) -> None:
        self._exchange = exchange
        self._holds = holds
        self._to_tell: tuple[SipCall, ...] = ()

    def start(self, members: tuple[SipCall, ...]) -> None:
        """Join the calls, which have all been answered; other talking calls are put on hold."""
        self._holds.hold_others(*members)
        for call in self._exchange.calls.values():
            call.in_conference = call in members
        for call in members:
            self._holds.resume(call)
        self._to_tell = members
        self.on_sound_changed()

    def on_sound_changed(self) -> None:
        """A stream came or went, or a call was held: look whether the conference stands, and whether it still is one."""
        members = [call for call in self._exchange.calls.values() if call.in_conference]
        if len(members) == 1:
            members[0].in_conference = False
        self._exchange.rearrange()
        if not self._to_tell or not all(call.in_conference and call.is_talking for call in self._to_tell):
            self._to_tell = ()
        elif all(call.voice is not None for call in self._to_tell):
            call_ids = tuple(call.call_id for call in self._to_tell)
            self._to_tell = ()
            self._exchange.emit(ConferenceStarted(at_us=now_us(), call_ids=call_ids))
