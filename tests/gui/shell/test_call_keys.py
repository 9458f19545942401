"""The keys of a call: what they do, and what they never do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db import events as log
from telephony.commands import Answer, Dial, HangUp, Hold, Mute, Resume


def test_f9_answers_the_call_that_waits_longest(seat):
    first = seat.ring()
    seat.clock.go_on(3)
    seat.ring("+6281255509876")
    seat.hands.press("F9")
    assert seat.line.phone_orders() == [Answer(call_id=first)]
    assert seat.desk.calls.current_id == first


def test_f9_with_the_cursor_in_the_queue_answers_the_call_under_it(seat):
    seat.ring()
    seat.clock.go_on(1)
    second = seat.ring("+6281255509876")
    seat.hands.press("F2", "Down", "F9")
    assert seat.line.phone_orders() == [Answer(call_id=second)]


def test_f9_with_nobody_ringing_says_so(seat):
    seat.hands.press("F9")
    assert seat.line.phone_orders() == []
    assert "No call is ringing" in seat.message


def test_a_second_call_can_be_answered_while_the_first_talks(seat):
    first = seat.talk()
    second = seat.ring("+6281255509876")
    seat.hands.press("F9")
    assert seat.desk.calls.current_id == second
    assert seat.desk.calls.call(first).state == "held"


@pytest.mark.parametrize("place", ["F1", "F2", "F3", "F4", "F6"])
def test_enter_and_space_never_answer_wherever_the_focus_is(seat, place):
    seat.ring()
    seat.hands.press(place, "Return", "Enter", "Space", "Space")
    assert seat.line.phone_orders() == []


@pytest.mark.parametrize("place", ["F1", "F2", "F3", "F4", "F6", "F7", "F11"])
def test_enter_space_and_escape_never_hang_up(seat, place):
    call_id = seat.talk()
    seat.hands.press(place, "Return", "Enter", "Space", "Esc", "Return", "Space")
    assert [type(order) for order in seat.line.phone_orders()] == [Answer]
    assert seat.desk.calls.call(call_id).state == "talking"


def test_no_key_or_tab_leads_to_the_buttons_of_the_call(seat):
    seat.talk()
    for button in seat.calls.bar.buttons.values():
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert not button.autoDefault()
        assert not button.isDefault()


def test_hanging_up_on_a_connected_caller_takes_two_presses(seat):
    call_id = seat.talk()
    seat.hands.press("F12")
    assert seat.desk.calls.call(call_id).is_open
    assert "Press F12 again" in seat.message
    seat.hands.press("F12")
    assert not seat.desk.calls.call(call_id).is_open


def test_the_second_press_counts_only_for_a_moment(seat):
    call_id = seat.talk()
    seat.hands.press("F12")
    seat.calls.telephone._disarm.timeout.emit()
    seat.hands.press("F12")
    assert seat.desk.calls.call(call_id).is_open


WARNED = "Press F12 again"


def test_the_warning_goes_when_the_second_press_counts_no_longer(seat):
    seat.talk()
    seat.hands.press("F12")
    seat.calls.telephone._disarm.timeout.emit()
    assert WARNED not in seat.message


def test_the_warning_goes_with_the_call(seat):
    call_id = seat.talk()
    seat.hands.press("F12")
    seat.line.caller_hangs_up(call_id)
    assert WARNED not in seat.message


def test_the_warning_does_not_stand_beside_the_next_call(seat):
    first = seat.talk()
    seat.hands.press("F12")
    assert WARNED in seat.message
    second = seat.talk("+6281255509876")
    assert WARNED not in seat.message
    seat.hands.press("F12")
    assert seat.desk.calls.call(first).is_open
    assert seat.desk.calls.call(second).is_open


def test_a_newer_message_outlives_the_warning(seat):
    seat.talk()
    seat.hands.press("F12")
    seat.desk.notices.say("Tersimpan")
    seat.calls.telephone._disarm.timeout.emit()
    assert "Tersimpan" in seat.message


def test_a_ringing_call_is_never_refused_by_key(seat):
    call_id = seat.ring()
    seat.hands.press("F12", "F12")
    assert seat.desk.calls.call(call_id).state == "ringing"
    assert "answer with F9" in seat.message


def test_f8_holds_and_takes_back(seat):
    call_id = seat.talk()
    seat.hands.press("F8")
    assert seat.desk.calls.call(call_id).held
    seat.hands.press("F8")
    assert [type(order) for order in seat.line.phone_orders()] == [Answer, Hold, Resume]
    assert seat.desk.calls.call(call_id).state == "talking"


def test_mute_is_a_switch(seat):
    call_id = seat.talk()
    seat.hands.press("Ctrl+M", "Ctrl+M")
    assert seat.line.phone_orders()[1:] == [Mute(call_id=call_id, muted=True), Mute(call_id=call_id, muted=False)]


def test_a_refused_order_is_said_in_plain_words(seat):
    seat.ring()
    seat.line.refuse("all_lines_busy")
    seat.hands.press("F9")
    assert "All lines are in use" in seat.message


def test_an_unknown_refusal_is_never_silent(seat):
    seat.ring()
    seat.line.refuse("code_of_a_newer_line")
    seat.hands.press("F9")
    assert "does not know" in seat.message


def test_a_missed_call_is_called_back_by_one_key(seat, missed_row):
    seat.worker.answers["missed"] = (missed_row("+6281255509901"),)
    seat.line.caller_hangs_up(seat.ring("+6281255509901"))
    seat.hands.press("Ctrl+R")
    (order,) = seat.line.phone_orders()
    assert isinstance(order, Dial)
    assert order.target_uri == "tel:+6281255509901"
    assert order.callback


def test_a_missed_call_without_a_number_cannot_be_called_back_and_says_so(seat, missed_row):
    seat.worker.answers["missed"] = (missed_row(""),)
    seat.line.caller_hangs_up(seat.ring(""))
    seat.hands.press("Ctrl+R")
    assert seat.line.phone_orders() == []
    assert "no number" in seat.message


def test_hanging_up_on_an_agency_takes_one_press(seat):
    citizen = seat.talk()
    seat.line._obey(Dial(new_call_id="consult", target_uri="sip:119@pbx", on_behalf_of=citizen))
    seat.hands.press("F12")
    assert seat.line.phone_orders()[-1] == HangUp(call_id="consult")


def test_the_answer_button_is_alive_while_another_call_is_shown_and_somebody_rings(seat):
    button = seat.calls.bar.buttons["call.answer"]
    seat.talk()
    assert not button.isEnabled()
    second = seat.ring("+6281255509876")
    assert button.isEnabled()
    seat.line.caller_hangs_up(second)
    assert not button.isEnabled()


def test_a_call_out_that_nobody_took_is_given_up_when_a_caller_is_answered(seat):
    seat.line.commit("back", log.CallDialed(line="112", target_uri="tel:+6281255501234", callback=True))
    caller = seat.ring("+6281255509876")
    seat.hands.press("F9")
    orders = seat.line.phone_orders()
    assert orders == [HangUp(call_id="back"), Answer(call_id=caller)]
