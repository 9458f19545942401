"""Which calls the window knows, and whose form is open."""

from __future__ import annotations

import pytest
from support.fake_desk import FakeLine

from calltaker.desk.calls import CallController
from calltaker.line.wire import Append, Phone
from db import events as log
from telephony.commands import Answer, Dial, HangUp, Hold


@pytest.fixture
def line(qapp):
    return FakeLine()


@pytest.fixture
def calls(line):
    return CallController(line)


def order(line, command):
    line.send(Phone(command=command))


def test_a_ringing_call_appears_once_and_is_not_current(line, calls, qtbot):
    appeared = []
    calls.appeared.connect(appeared.append)
    call_id = line.ring()
    assert appeared == [call_id]
    assert calls.call(call_id).state == "ringing"
    assert calls.current_id == ""


def test_the_answered_call_is_current_until_it_has_an_outcome(line, calls):
    call_id = line.ring()
    order(line, Answer(call_id=call_id))
    assert calls.current_id == call_id
    line.caller_hangs_up(call_id)
    assert calls.current_id == call_id, "its form is not done"
    line.send(Append(events=(log.new_event(call_id, log.OutcomeSet(outcome="dropped")),)))
    assert calls.current_id == ""


def test_the_call_in_the_ear_wins_over_the_selected_one(line, calls):
    first, second = line.ring(), line.ring("+6281255509876")
    calls.select(second)
    assert calls.current_id == second
    order(line, Answer(call_id=first))
    assert calls.current_id == first
    order(line, Hold(call_id=first))
    assert calls.current_id == second


def test_during_a_consultation_the_citizens_form_stays(line, calls):
    citizen = line.ring()
    order(line, Answer(call_id=citizen))
    order(line, Hold(call_id=citizen))
    order(line, Dial(new_call_id="consult", target_uri="sip:119@pbx", on_behalf_of=citizen))
    assert calls.current_id == citizen
    assert calls.in_the_ear().call_id == "consult"
    assert [call.call_id for call in calls.consultations(citizen)] == ["consult"]


def test_a_call_back_is_current(line, calls):
    order(line, Dial(new_call_id="back", target_uri="tel:+6281255501234", callback=True))
    assert calls.current_id == "back"


def test_an_abandoned_call_never_becomes_current(line, calls):
    line.caller_hangs_up(line.ring())
    assert calls.current_id == ""
    assert calls.calls()[0].was_abandoned


def test_a_snapshot_replaces_the_open_calls(line, calls):
    gone = line.ring()
    line.calls.clear()
    kept = line.ring("+6281255509876")
    line.attach()
    assert [call.call_id for call in calls.open_calls()] == [kept]
    assert calls.call(gone) is None


def test_the_state_of_a_running_call_comes_back_with_the_snapshot(line, qapp):
    call_id = line.ring()
    order(line, Answer(call_id=call_id))
    reborn = CallController(line)
    line.attach()
    assert reborn.current_id == call_id
    assert reborn.call(call_id).recording


def test_hanging_up_ends_the_call(line, calls):
    call_id = line.ring()
    order(line, Answer(call_id=call_id))
    order(line, HangUp(call_id=call_id))
    assert calls.open_calls() == ()


def test_only_so_many_ended_calls_are_kept(line, calls):
    for _ in range(230):
        line.caller_hangs_up(line.ring(""))
    assert len(calls.calls()) == 200


def test_a_caller_on_hold_stays_current_after_the_incident_was_sent(line, calls):
    older, caller = line.ring(), line.ring("+6281255509876")
    order(line, Answer(call_id=older))
    line.caller_hangs_up(older)
    calls.select(older)
    order(line, Answer(call_id=caller))
    line.send(Append(events=(log.new_event(caller, log.OutcomeSet(outcome="emergency")),)))
    order(line, Hold(call_id=caller))
    assert calls.current_id == caller, "somebody waits there; neither the older call's open form nor its selection may win"


def test_the_caller_who_was_put_on_hold_last_is_current(line, calls):
    first, second = line.ring(), line.ring("+6281255509876")
    order(line, Answer(call_id=first))
    order(line, Hold(call_id=first))
    order(line, Answer(call_id=second))
    order(line, Hold(call_id=second))
    assert calls.current_id == second
