"""F7 and one digit: a prank costs little, a slip is taken back, a late change says why."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from telephony.commands import HangUp


def test_a_prank_is_closed_in_three_keys_from_the_ring(seat):
    call_id = seat.ring()
    seat.hands.reset()
    seat.hands.press("F9", "F7", "1")
    assert seat.desk.calls.call(call_id).outcome == "prank_child"
    assert not seat.desk.calls.call(call_id).is_open
    assert seat.hands.orders <= 4
    assert seat.desk.calls.current_id == ""


def test_the_outcome_is_on_its_way_before_the_line_is_cut(seat):
    seat.talk()
    seat.hands.press("F7", "1")
    kinds = [kind for kind in seat.line.kinds() if kind in {"call.outcome_set", "call.ended"}]
    assert kinds == ["call.outcome_set", "call.ended"]


def test_worrying_sounds_do_not_hang_up(seat):
    call_id = seat.talk()
    seat.hands.press("F7", "4")
    assert seat.desk.calls.call(call_id).outcome == "ghost_sounds"
    assert seat.desk.calls.call(call_id).is_open


def test_a_call_that_just_ended_still_gets_its_outcome(seat):
    call_id = seat.talk()
    seat.line.caller_hangs_up(call_id)
    seat.hands.press("F7", "8")
    assert seat.desk.calls.call(call_id).outcome == "dropped"
    assert not any(isinstance(order, HangUp) for order in seat.line.phone_orders())


def test_the_rest_of_the_outcomes_is_one_digit_further(seat):
    call_id = seat.talk()
    seat.hands.press("F7", "0", "1")
    assert seat.desk.calls.call(call_id).outcome == "emergency"


def test_escape_leaves_and_gives_the_focus_back(seat):
    seat.talk()
    seat.hands.press("F4")
    before = QApplication.focusWidget()
    seat.hands.press("F7")
    assert seat.calls.outcome_keys.strip.isVisible()
    seat.hands.press("Esc")
    assert not seat.calls.outcome_keys.strip.isVisible()
    assert QApplication.focusWidget() is before


def test_other_keys_do_nothing_in_the_strip(seat):
    call_id = seat.talk()
    seat.hands.press("F7")
    seat.hands.type("xq- ")
    assert seat.calls.outcome_keys.strip.isVisible()
    assert seat.desk.calls.call(call_id).outcome == ""


def test_the_outcome_goes_to_the_call_f7_was_pressed_for(seat):
    first = seat.talk()
    seat.hands.press("F7")
    seat.line.caller_hangs_up(first)
    second = seat.ring("+6281255509876")
    seat.hands.press("5")
    assert seat.desk.calls.call(first).outcome == "pocket"
    assert seat.desk.calls.call(second).outcome == ""
    assert seat.desk.calls.call(second).is_open


def test_f7_without_an_answered_call_says_so(seat):
    seat.ring()
    seat.hands.press("F7")
    assert not seat.calls.outcome_keys.strip.isVisible()
    assert "needs an answered call" in seat.message


def test_ctrl_z_takes_the_outcome_back_for_ten_seconds(seat):
    call_id = seat.talk()
    seat.hands.press("F7", "1")
    seat.clock.go_on(9)
    seat.hands.press("Ctrl+Z")
    assert seat.desk.calls.call(call_id).outcome == ""
    assert seat.line.kinds()[-1] == "call.outcome_undone"


def test_later_taking_back_needs_a_reason(seat):
    call_id = seat.talk()
    seat.hands.press("F7", "1")
    seat.clock.go_on(11)
    seat.calls.outcomes.undo()
    assert seat.desk.calls.call(call_id).outcome == "prank_child"
    seat.hands.press("Return")
    assert seat.desk.calls.call(call_id).outcome == "prank_child", "an empty reason is none"
    seat.hands.type("salah tekan")
    seat.hands.press("Return")
    assert seat.desk.calls.call(call_id).outcome == ""
    assert seat.line.payloads("call.outcome_undone")[-1].reason == "salah tekan"


def test_a_late_correction_replaces_with_a_reason(seat):
    call_id = seat.talk()
    seat.hands.press("F7", "1")
    replaced = seat.desk.calls.call(call_id).outcome_event_id
    seat.clock.go_on(60)
    seat.hands.press("F7", "2")
    seat.hands.type("ternyata orang dewasa")
    seat.hands.press("Return")
    last = seat.line.payloads("call.outcome_set")[-1]
    assert (last.outcome, last.replaces, last.reason) == ("prank_adult", replaced, "ternyata orang dewasa")


def test_after_typing_ctrl_z_belongs_to_the_text_again(seat):
    call_id = seat.talk()
    seat.hands.press("F7", "1", "F1")
    seat.hands.type("abc")
    seat.hands.press("Ctrl+Z")
    assert seat.desk.calls.call(call_id).outcome == "prank_child"
    assert seat.window.command.line.text() == ""


def test_what_was_done_is_said_with_the_way_back(seat):
    seat.talk()
    seat.hands.press("F7", "1")
    assert "0812-5550-1234" in seat.message
    assert "Ctrl+Z" in seat.message


def test_an_outcome_that_the_line_refuses_is_said(seat):
    seat.talk()
    seat.line.refuse("journal_refused")
    seat.hands.press("F7", "4")
    assert "refused this entry" in seat.message
