"""A call as its events leave it. Each test is a short story of payloads, one second apart."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.domain.live_call import LiveCall, fold
from db import events as log

START_US = 1_768_453_200_000_000
SECOND_US = 1_000_000

RINGING = log.CallRinging(
    line="112", sip_call_id="x", request_uri="sip:112@h", from_uri="sip:a@h", display_name="Budi", asserted_identity="",
    number_raw="081255501234", number="+6281255501234", number_note="two_readings: a | b", source_address="h", headers=(),
    parts=(), raw=b"",
)  # fmt: skip
ANSWERED = log.CallAnswered()
ENDED = log.CallEnded(by="caller", code=200, reason="bye", answered=True)


def event(payload: log.Payload, number: int, subject: str = "c1") -> log.Event:
    return log.Event(
        id=f"e{number}", seat="s", seat_seq=number + 1, at_us=START_US + number * SECOND_US, hlc=0, actor="", subject=subject,
        kind=payload.KIND, ver=1, payload=log.encode(payload), hash="",
    )  # fmt: skip


def story(*payloads: log.Payload) -> LiveCall:
    call: LiveCall | None = None
    for number, payload in enumerate(payloads):
        call = fold(call, event(payload, number))
    assert call is not None
    return call


def test_a_ringing_call_knows_its_caller() -> None:
    call = story(RINGING)
    assert (call.state, call.direction, call.number, call.number_raw) == ("ringing", "in", "+6281255501234", "081255501234")
    assert (call.display_name, call.number_note, call.started_at_us) == ("Budi", "two_readings: a | b", START_US)
    assert call.is_open
    assert not call.was_abandoned


def test_a_dialled_call_knows_for_whom() -> None:
    call = story(log.CallDialed(line="112", target_uri="sip:119@h", number="119", on_behalf_of="c0"))
    assert (call.state, call.direction, call.target_uri, call.on_behalf_of) == ("dialing", "out", "sip:119@h", "c0")


def test_answered_spoken_and_ended() -> None:
    call = story(RINGING, ANSWERED, log.AudioStarted(), ENDED)
    assert call.answered_at_us == START_US + SECOND_US
    assert call.audio_at_us == START_US + 2 * SECOND_US
    assert (call.state, call.ended_by, call.end_reason, call.was_abandoned) == ("ended", "caller", "bye", False)
    assert call.ended_at_us == START_US + 3 * SECOND_US


def test_a_call_that_nobody_answered_was_abandoned() -> None:
    assert story(RINGING, log.CallEnded(by="caller", code=487, reason="cancel", answered=False)).was_abandoned
    assert not story(log.CallDialed(line="112", target_uri="x"), ENDED).was_abandoned


def test_sound_lost_and_back_keeps_its_first_time() -> None:
    lost = story(RINGING, ANSWERED, log.AudioStarted(), log.AudioLost(silent_s=5.0))
    assert lost.audio_lost
    back = fold(lost, event(log.AudioStarted(), 9))
    assert back is not None
    assert (back.audio_lost, back.audio_at_us) == (False, START_US + 2 * SECOND_US)


def test_hold_mute_and_keys() -> None:
    held = story(
        RINGING, ANSWERED, log.CallHeld(), log.CallMuted(muted=True), log.DtmfReceived(digit="1"), log.DtmfReceived(digit="#")
    )
    assert (held.state, held.held, held.muted, held.dtmf) == ("held", True, True, "1#")
    back = fold(held, event(log.CallResumed(), 9))
    assert back is not None
    assert (back.state, back.held) == ("talking", False)


@pytest.mark.parametrize(("before", "after"), [((), "talking"), ((log.CallHeld(),), "held")])
def test_a_failed_transfer_gives_the_caller_back(before: tuple[log.Payload, ...], after: str) -> None:
    away = (RINGING, ANSWERED, *before, log.TransferStarted(target_uri="sip:119@h"))
    assert story(*away).state == "transferring"
    call = story(*away, log.TransferFailed(target_uri="sip:119@h", code=486, reason="Busy Here"))
    assert (call.state, call.transfer_target, call.transfer_problem) == (after, "sip:119@h", "486 Busy Here")
    again = fold(call, event(log.TransferStarted(target_uri="sip:118@h"), 9))
    assert again is not None
    assert again.transfer_problem == ""


def test_three_in_a_conference() -> None:
    call = story(RINGING, ANSWERED, log.CallHeld(), log.ConferenceStarted(call_ids=("c1", "c2")))
    assert (call.state, call.held) == ("conference", False)


def test_an_outcome_its_correction_and_its_undo() -> None:
    call = story(RINGING, log.OutcomeSet(outcome="prank_child"))
    assert (call.outcome, call.outcome_event_id, call.outcome_at_us) == ("prank_child", "e1", START_US + SECOND_US)
    corrected = fold(call, event(log.OutcomeSet(outcome="dropped", replaces="e1"), 2))
    assert corrected is not None
    assert fold(corrected, event(log.OutcomeUndone(undoes="e1"), 3)) == corrected
    undone = fold(corrected, event(log.OutcomeUndone(undoes="e2"), 3))
    assert undone is not None
    assert (undone.outcome, undone.outcome_event_id, undone.outcome_at_us) == ("", "", None)


def test_recording() -> None:
    assert story(RINGING, log.RecordingStarted(caller_leg="a", desk_leg="b")).recording
    failed = story(RINGING, log.RecordingStarted(caller_leg="a", desk_leg="b"), log.RecordingFailed(reason="disk full"))
    assert (failed.recording, failed.recording_problem) == (False, "disk full")
    assert not story(RINGING, ENDED, log.RecordingStarted(caller_leg="a", desk_leg="b")).recording


def test_linked_to_an_incident() -> None:
    assert story(RINGING, log.CallLinked(incident_id="i1")).incident_id == "i1"


def test_what_does_not_concern_a_call_changes_nothing() -> None:
    call = story(RINGING)
    for payload in (
        log.SeatChanged(what="window_lost"),
        log.DtmfSent(digits="1"),
        log.TransferSucceeded(target_uri="x"),
        log.RecordingSealed(path="p", sha256="s", seconds=1.0, bytes=1),
        log.CallRefused(from_uri="x", number_raw="", code=486, reason="busy"),
    ):
        assert fold(call, event(payload, 5)) == call


def test_an_event_without_its_call_begins_nothing() -> None:
    assert fold(None, event(ANSWERED, 1)) is None
    assert fold(None, event(log.SeatChanged(what="line_started"), 1)) is None


LATE = (
    ANSWERED, log.CallHeld(), log.CallResumed(), log.TransferStarted(target_uri="x"), log.ConferenceStarted(call_ids=()),
    log.TransferFailed(target_uri="x", code=500, reason=""), log.AudioStarted(), log.CallMuted(muted=True),
    log.OutcomeSet(outcome="dropped"), log.CallLinked(incident_id="i"), log.RecordingStarted(caller_leg="", desk_leg=""),
)  # fmt: skip


@given(st.lists(st.sampled_from(LATE), max_size=8), st.lists(st.sampled_from(LATE), max_size=8))
def test_an_ended_call_never_lives_again(before: list[log.Payload], after: list[log.Payload]) -> None:
    call = story(RINGING, *before, ENDED, *after)
    assert call.state == "ended"
    assert not call.is_open
    assert not call.recording


def test_a_call_travels_as_json() -> None:
    call = story(RINGING, ANSWERED, log.OutcomeSet(outcome="emergency"))
    assert msgspec.json.decode(msgspec.json.encode(call), type=LiveCall) == call


def here(lat: float) -> log.Location:
    return log.Location(source="pidf-lo", shape="point", lat=lat, lon=110.0)


def test_later_places_stand_beside_the_first_ones() -> None:
    ringing = msgspec.structs.replace(RINGING, location=here(-7), more_locations=(here(-6),))
    call = story(ringing, ANSWERED, *(log.CallLocationReceived(location=here(-lat)) for lat in range(8, 11)))
    assert (call.location, call.more_locations) == (here(-7), (here(-6),))
    assert call.later_locations == (here(-8), here(-9), here(-10))
    many = story(ringing, *(log.CallLocationReceived(location=here(-lat)) for lat in range(60)))
    assert many.later_locations == tuple(here(-lat) for lat in range(44, 60))


def test_a_later_place_that_cannot_be_read_takes_nothing_away() -> None:
    broken = log.CallLocationReceived(problem="not_xml")
    assert story(RINGING, broken).location_problem == "not_xml"
    call = story(RINGING, log.CallLocationReceived(location=here(-8)), broken)
    assert (call.later_locations, call.location_problem) == ((here(-8),), "not_xml")
    first = msgspec.structs.replace(RINGING, location_problem="null_island")
    assert story(first, broken).location_problem == "null_island"
