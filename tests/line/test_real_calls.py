"""The line as it runs at a seat: real SIP, real journal, a window made of a plain socket."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.rtp import wait_for_packets
from support.seat import Seat, running_line
from support.sip_peer import SipPeer

from calltaker.line.plain_client import PlainClient
from calltaker.line.wire import Append, Appended, Committed, Ping, SaveDraft
from db.events import CallAnswered, CallRinging, NewEvent, OutcomeSet, decode, new_event
from db.queries import calls
from db.reader import open_reader
from telephony import commands

pytestmark = pytest.mark.sip


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    with running_line(tmp_path / "seat") as running:
        yield running


@pytest.fixture
def window(seat: Seat) -> Iterator[PlainClient]:
    with seat.client() as client:
        yield client


def ring(window: PlainClient) -> str:
    return window.wait_event("call.ringing").event.subject


def test_a_call_is_heard_answered_recorded_and_on_record(seat: Seat, window: PlainClient) -> None:
    with SipPeer("081255501234") as peer:
        call = peer.invite(seat.address)
        call.wait("180")
        rung = window.wait_event("call.ringing")
        assert decode(rung.event.kind, rung.event.payload).number == "+6281255501234"
        call_id = rung.event.subject
        assert window.order(commands.Answer(call_id=call_id)).error == ""
        call.wait("200")
        window.wait_event("call.audio_started", subject=call_id)
        wait_for_packets(call.rtp, 50)
        assert window.order(commands.HangUp(call_id=call_id)).error == ""
        call.wait("BYE")
        sealed = window.wait_event("recording.sealed", subject=call_id).event
    payload = decode(sealed.kind, sealed.payload)
    assert not payload.repaired
    with wave.open(str(seat.settings.recordings_dir / payload.path)) as recording:
        assert recording.getnchannels() == 2
        assert recording.getnframes() / recording.getframerate() >= 0.8
    with open_reader(seat.settings.database_url) as reader:
        row = calls.call(reader, call_id)
    assert row is not None
    assert (row.number, row.ended_by, row.recording_sha256) == ("+6281255501234", "desk", payload.sha256)


def test_what_is_told_as_durable_is_on_disk(seat: Seat, window: PlainClient) -> None:
    """A disk that is slow for a moment makes a fact known before it is written; one in five is asked for."""
    with SipPeer("081255501234") as peer:
        for _ in range(5):
            call = peer.invite(seat.address)
            call.wait("180")
            rung = window.wait_event("call.ringing")
            if rung.durable:
                break
            call.cancel()
            window.wait_event("call.ended", subject=rung.event.subject)
        assert rung.durable
        with open_reader(seat.settings.database_url) as reader:
            assert calls.call(reader, rung.event.subject) is not None


def test_every_fact_of_a_person_carries_the_name(seat: Seat, window: PlainClient) -> None:
    with SipPeer("081255501234") as peer:
        peer.invite(seat.address)
        call_id = ring(window)
        window.order(commands.Answer(call_id=call_id))
        assert window.wait_event("call.answered", subject=call_id).event.actor == "sari"
        window.request(Append(events=(new_event(call_id, OutcomeSet(outcome="prank_child")),)))
        assert window.wait_event("call.outcome_set", subject=call_id).event.actor == "sari"


def test_a_window_may_not_invent_what_happened_on_the_wire(seat: Seat, window: PlainClient) -> None:
    reply = window.request(Append(events=(new_event("x", CallAnswered()),)))
    assert reply.error == "bad_request"
    assert window.request(Ping()).error == ""


def test_a_wrong_fact_is_refused_alone(seat: Seat, window: PlainClient) -> None:
    wrong = NewEvent(kind="no.such_kind", subject="x", payload=new_event("x", CallAnswered()).payload)
    assert window.request(Append(events=(wrong,))).error == "journal_refused"
    assert window.request(SaveDraft(call_id="x", form="{}")).error == ""
    nothing = window.request(Append(events=()))
    assert (nothing.error, nothing.result) == ("", Appended(events=()))


def test_orders_that_cannot_be_carried_out_are_refused(seat: Seat, window: PlainClient) -> None:
    assert window.order(commands.Answer(call_id="nobody")).error == "no_such_call"
    with SipPeer("081255501234") as peer:
        peer.invite(seat.address)
        call_id = ring(window)
        assert window.order(commands.Hold(call_id=call_id)).error == "call_not_ready"
        window.order(commands.HangUp(call_id=call_id))
        window.wait_event("call.ended", subject=call_id)
        assert window.order(commands.Answer(call_id=call_id)).error == "no_such_call"


def test_a_second_window_sees_the_call_and_what_follows(seat: Seat, window: PlainClient) -> None:
    with SipPeer("081255501234") as peer:
        peer.invite(seat.address)
        call_id = ring(window)
        window.request(SaveDraft(call_id=call_id, form='{"summary":"keb"}'))
        with seat.client(name="second") as second:
            (call,) = second.snapshot.calls
            assert (call.call_id, call.state) == (call_id, "ringing")
            assert second.snapshot.drafts == {call_id: '{"summary":"keb"}'}
            assert second.snapshot.health.lines_in_use == 1
            window.order(commands.Answer(call_id=call_id))
            answered = second.wait_event("call.answered", subject=call_id)
            assert answered.event.seat_seq > second.snapshot.head_seq


def test_the_windows_get_every_event_once_and_in_order(seat: Seat, window: PlainClient) -> None:
    seen: list[int] = []

    def note(push: object) -> bool:
        if isinstance(push, Committed):
            seen.append(push.event.seat_seq)
            return push.event.kind == "call.ended"
        return False

    with SipPeer("081255501234") as peer:
        call = peer.invite(seat.address)
        call.wait("180")
        call.cancel()
        window.wait(note)
    assert seen == list(range(seen[0], seen[0] + len(seen)))


def test_an_abandoned_call_is_on_record(seat: Seat, window: PlainClient) -> None:
    with SipPeer("Anonymous") as peer:
        call = peer.invite(seat.address, sender='"Anonymous" <sip:anonymous@anonymous.invalid>')
        rung = window.wait_event("call.ringing").event
        assert decode(rung.kind, rung.payload).number == ""
        call.wait("180")
        call.cancel()
        ended = window.wait_event("call.ended", subject=rung.subject).event
    assert not decode(ended.kind, ended.payload).answered


def test_what_a_caller_sends_is_kept_raw(seat: Seat, window: PlainClient) -> None:
    with SipPeer("081255501234") as peer:
        peer.invite(seat.address, headers=[("X-Pos", "Pos Utara")])
        rung = window.wait_event("call.ringing").event
    payload: CallRinging = decode(rung.kind, rung.payload)
    assert ("X-Pos", "Pos Utara") in payload.headers
    assert b"X-Pos: Pos Utara" in payload.raw
    assert payload.parts[0].content_type.startswith("application/sdp")
