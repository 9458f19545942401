"""What the windows are told, and how calls come and go in the book."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from support.scripted_journal import SeenWindow

from calltaker.line import wire
from calltaker.line.book import KEEP_ENDED_US
from calltaker.line.hub import Hub
from db import events as log

_ids = itertools.count(1)


class Clock:
    def __init__(self) -> None:
        self.now_us = 1_000_000

    def __call__(self) -> int:
        return self.now_us


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hub(clock: Clock) -> Hub:
    return Hub("seat-1", wire.Health(), now_us=clock)


def event(subject: str, payload: log.Payload, at_us: int = 1) -> log.Event:
    number = next(_ids)
    return log.Event(
        id=str(number), seat="seat-1", seat_seq=number, at_us=at_us, hlc=0, actor="", subject=subject, kind=payload.KIND,
        ver=1, payload=log.encode(payload), hash="",
    )  # fmt: skip


def ringing(subject: str) -> log.Event:
    empty = dict.fromkeys(("line", "sip_call_id", "request_uri", "from_uri", "display_name", "asserted_identity"), "")
    payload = log.CallRinging(**empty, number_raw="", number="", source_address="", headers=(), parts=(), raw=b"")
    return event(subject, payload)


def ended(subject: str, at_us: int = 1) -> log.Event:
    return event(subject, log.CallEnded(by="caller", code=0, reason="", answered=False), at_us)


def pushes(window: SeenWindow) -> list[wire.AnyPush]:
    return [wire.decode_push(frame[4:]) for frame in window.frames]


def snapshot(hub: Hub) -> wire.Snapshot:
    window = SeenWindow()
    hub.attach(window)
    hub.detach(window)
    told = pushes(window)[0]
    assert isinstance(told, wire.Snapshot)
    return told


def test_a_snapshot_and_what_follows_fit_together(hub: Hub) -> None:
    hub.publish(ringing("a"))
    window = SeenWindow()
    hub.attach(window)
    hub.publish(event("a", log.CallAnswered()))
    first, second = pushes(window)
    assert isinstance(first, wire.Snapshot)
    assert isinstance(second, wire.Committed)
    assert [(call.call_id, call.state) for call in first.calls] == [("a", "ringing")]
    assert second.event.seat_seq == first.head_seq + 1


def test_a_window_that_left_hears_nothing(hub: Hub) -> None:
    window = SeenWindow()
    hub.attach(window)
    hub.detach(window)
    hub.detach(window)
    hub.publish(ringing("a"))
    assert len(window.frames) == 1


def test_ended_calls_are_shown_for_ten_minutes_and_longer_with_a_draft(hub: Hub, clock: Clock) -> None:
    for call_id in ("old", "typed", "open"):
        hub.publish(ringing(call_id))
    hub.publish(ended("old"))
    hub.publish(ended("typed"))
    hub.set_draft("typed", "{}")
    clock.now_us += KEEP_ENDED_US - 1_000_000
    assert [call.call_id for call in snapshot(hub).calls] == ["old", "typed", "open"]
    clock.now_us += 2_000_000
    assert [call.call_id for call in snapshot(hub).calls] == ["typed", "open"]
    hub.set_draft("typed", "")
    assert [call.call_id for call in snapshot(hub).calls] == ["open"]


def test_calls_cut_by_a_death_are_shown_however_long_the_seat_was_off(hub: Hub, clock: Clock) -> None:
    clock.now_us = 100 * KEEP_ENDED_US
    hub.restore([ringing("cut"), ended("cut", at_us=5)], {"cut": "{}"}, 7)
    told = snapshot(hub)
    assert [call.call_id for call in told.calls] == ["cut"]
    assert told.drafts == {"cut": "{}"}
    assert told.head_seq == 7


def test_lines_in_use_are_counted_and_only_changes_are_told(hub: Hub) -> None:
    window = SeenWindow()
    hub.attach(window)
    hub.publish(ringing("a"))
    hub.publish(ringing("b"))
    hub.publish(ended("a"))
    hub.set_health(journal="ok")
    assert [push.lines_in_use for push in pushes(window) if isinstance(push, wire.Health)] == [1, 2, 1]


def test_an_event_of_nobody_is_passed_on_and_folds_nothing(hub: Hub) -> None:
    hub.publish(event("nobody", log.CallAnswered()))
    assert snapshot(hub).calls == ()
    assert hub.call("nobody") is None


def test_every_message_survives_the_wire(hub: Hub) -> None:
    reply = wire.Reply(id=3, error="journal_full", detail="x")
    (body,) = wire.Unpacker().feed(wire.pack(reply))
    assert wire.decode_push(body) == reply
    request = wire.Request(id=1, body=wire.Append(events=(log.new_event("a", log.CallAnswered()),)))
    (body,) = wire.Unpacker().feed(wire.pack(request))
    assert msgspec.json.encode(wire.decode_request(body)) == msgspec.json.encode(request)
