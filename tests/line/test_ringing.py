"""When the ringer rings."""

from __future__ import annotations

from calltaker.line.ringing import Ringing
from telephony import events as seen


class Bell:
    def __init__(self) -> None:
        self.rings = False

    def start(self) -> None:
        self.rings = True

    def stop(self) -> None:
        self.rings = False


def ringing(call_id: str) -> seen.CallRinging:
    empty = dict.fromkeys(("line", "sip_call_id", "request_uri", "from_uri", "display_name", "asserted_identity"), "")
    return seen.CallRinging(at_us=1, call_id=call_id, **empty, number_raw="", source_address="", headers=(), parts=(), raw=b"")


def ended(call_id: str) -> seen.CallEnded:
    return seen.CallEnded(at_us=1, call_id=call_id, by="caller", code=0, reason="", answered=False)


def test_it_rings_until_nobody_waits() -> None:
    bell = Bell()
    control = Ringing(bell)
    control.on_event(ringing("a"))
    control.on_event(ringing("b"))
    assert bell.rings
    control.on_event(ended("a"))
    assert bell.rings
    control.on_event(ended("b"))
    assert not bell.rings


def test_it_never_rings_into_a_conversation() -> None:
    bell = Bell()
    control = Ringing(bell)
    control.on_event(ringing("a"))
    control.on_event(seen.CallAnswered(at_us=1, call_id="a"))
    assert not bell.rings
    control.on_event(ringing("b"))
    assert not bell.rings
    control.on_event(seen.CallHeld(at_us=1, call_id="a"))
    assert bell.rings
    control.on_event(seen.CallResumed(at_us=1, call_id="a"))
    assert not bell.rings
    control.on_event(ended("a"))
    assert bell.rings
