"""The line died in a call: the desk says what happened and who was cut, until each of them was reached again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from db import events as log
from telephony.commands import Dial

FIRST, SECOND = "+6281255501234", "+6281255509876"


@pytest.fixture
def die(seat):
    """Let the line die `after_s` from now, and come back as it does: the open calls have an end, its health tells of them."""

    def act(after_s: float = 42.0) -> None:
        seat.clock.go_on(after_s)
        died_at_us = seat.clock.us
        cut = tuple(call for call in seat.line.calls.values() if call.is_open)
        seat.line.go_away()
        seat.clock.go_on(3)
        for call in cut:
            answered = call.answered_at_us is not None
            ended = log.CallEnded(by="line", code=0, reason="line died", answered=answered)
            seat.line.commit(call.call_id, ended, at_us=died_at_us)
        seat.line.set_health(
            line_started_at_us=seat.clock.us,
            last_death="ended without a farewell",
            last_death_at_us=died_at_us,
            cut_calls=tuple(call.call_id for call in cut),
        )
        seat.line.attach()
        QApplication.processEvents()

    return act


def queue(seat):
    return {row.key: row for row in seat.calls.queue.rows()}


def called_back(seat, number: str) -> None:
    """The line carries the dialled number in the fact; the fake one leaves that to the test."""
    seat.clock.go_on(5)
    seat.line.commit("back", log.CallDialed(line="112", target_uri=f"tel:{number}", number=number, callback=True))
    seat.line.commit("back", log.CallAnswered())


def test_the_banner_says_what_happened_who_was_cut_and_which_key_calls_back(seat, die):
    call_id = seat.talk(FIRST)
    die(42)
    banner = seat.window.banner
    assert banner.isVisible()
    for part in ("broke down at", "runs again", "0812-5550-1234, talked 00:42", "Ctrl+R"):
        assert part in banner.text
    assert queue(seat)[call_id].state == "cut"
    assert queue(seat)[call_id].mark == "talked 00:42"


def test_ctrl_r_calls_the_first_one_back_and_the_banner_stays_until_somebody_answers(seat, die):
    seat.talk(FIRST)
    die()
    seat.hands.press("Ctrl+R")
    (order,) = [order for order in seat.line.phone_orders() if isinstance(order, Dial)]
    assert (order.target_uri, order.callback) == (f"tel:{FIRST}", True)
    assert seat.window.banner.isVisible(), "dialled is not yet reached"
    called_back(seat, FIRST)
    assert not seat.window.banner.isVisible()
    assert "cut" not in {row.state for row in seat.calls.queue.rows()}


def test_a_caller_who_calls_again_himself_is_reached_too(seat, die):
    seat.talk(FIRST)
    die()
    seat.talk(FIRST)
    assert not seat.window.banner.isVisible()


def test_of_several_the_talked_to_come_first_and_the_cursor_chooses_another(seat, die):
    talking = seat.talk(FIRST)
    ringing = seat.ring(SECOND)
    die(9)
    assert "talked 00:09; 0812-5550-9876, rang 00:09" in seat.window.banner.text
    assert list(queue(seat)) == [talking, ringing]
    seat.hands.press("F2", "Down", "Ctrl+R")
    assert seat.line.phone_orders()[-1].target_uri == f"tel:{SECOND}"


def test_a_call_that_has_its_outcome_already_can_be_chosen(seat, die):
    call_id = seat.talk(FIRST)
    seat.line.commit(call_id, log.OutcomeSet(outcome="emergency"))
    die()
    assert seat.desk.calls.current_id == ""
    seat.hands.press("F2", "Return")
    assert seat.desk.calls.current_id == call_id


def test_a_withheld_number_is_told_too_and_an_outcome_ends_it(seat, die):
    seat.talk("")
    die()
    assert "No number, talked" in seat.window.banner.text
    assert "F7" in seat.window.banner.text
    seat.clock.go_on(1)
    seat.hands.press("F7", "8")
    assert not seat.window.banner.isVisible()


def test_the_agency_of_a_consultation_is_not_among_the_cut(seat, die):
    citizen = seat.talk(FIRST)
    seat.line._obey(Dial(new_call_id="consult", target_uri="sip:119@pbx", on_behalf_of=citizen))
    die()
    assert [call.call_id for call in seat.calls.cut.calls] == [citizen]


def test_another_trouble_and_the_cut_calls_stand_one_under_the_other(seat, die):
    seat.talk(FIRST)
    die()
    seat.line.set_health(journal="full")
    trouble, cut = seat.window.banner.text.split("\n")
    assert "disk is full" in trouble
    assert "0812-5550-1234" in cut


def test_who_was_cut_by_an_earlier_death_is_not_forgotten_by_the_next(seat, die):
    seat.talk(FIRST)
    die()
    seat.talk(SECOND)
    die()
    assert {call.number for call in seat.calls.cut.calls} == {FIRST, SECOND}


@pytest.mark.parametrize("size", [(1270, 676), (1366, 768)])
def test_the_words_are_whole_on_a_small_screen(seat, die, size):
    seat.window.resize(*size)
    for number in (FIRST, SECOND, "+6281255504321"):
        seat.talk(number)
    die()
    QApplication.processEvents()
    label = seat.window.banner._text
    assert label.height() >= label.heightForWidth(label.width())
    bar = seat.calls.bar
    assert all(button.height() >= button.sizeHint().height() for button in bar.buttons.values())
