"""Ctrl+R calls the number that the person sees, says whom, and asks again where several could be meant."""

from __future__ import annotations

import pytest

from calltaker.app.call_back_keys import ARMED_MS
from db import events as log
from telephony.commands import Dial

SPOKEN, NEWEST, OLDER = "+6281255501234", "+6281255509901", "+6281255509902"


def dialled(seat) -> list[str]:
    return [order.target_uri.removeprefix("tel:") for order in seat.line.phone_orders() if isinstance(order, Dial)]


@pytest.fixture
def missed(seat, call_row):
    """Put missed calls into the log, newest first, and have the desk read them."""

    def put(*numbers: str, **fields) -> None:
        seat.worker.answers["missed"] = tuple(
            call_row(
                number, call_id=f"m{place}", answered_at_us=None, ringing_at_us=seat.clock.us - place * 60_000_000, **fields
            )
            for place, number in enumerate(numbers)
        )
        seat.calls.missed.look_again()

    return put


def line_stops(seat, call_id: str) -> None:
    """The telephone program is stopped and started again in good order: no death is told."""
    call = seat.line.calls[call_id]
    end = log.CallEnded(by="line", code=0, reason="stopped", answered=call.answered_at_us is not None)
    seat.line.commit(call_id, end)
    seat.line.go_away()
    seat.line.attach()


def test_after_a_stop_of_the_line_the_caller_on_the_card_is_called(seat, missed):
    missed(NEWEST, OLDER)
    line_stops(seat, seat.talk(SPOKEN))
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == [SPOKEN]
    assert "0812-5550-1234" in seat.message


def test_a_window_that_was_started_anew_lists_the_cut_caller_first(seat, call_row):
    cut = call_row(SPOKEN, call_id="cut", ended_by="line", ringing_at_us=seat.clock.us - 300_000_000)
    lost = call_row(NEWEST, call_id="lost", answered_at_us=None, ringing_at_us=seat.clock.us - 10_000_000)
    seat.worker.answers["missed"] = (cut, lost)
    seat.calls.missed.look_again()
    states = [(row.number, row.state) for row in seat.calls.queue.rows()]
    assert states == [(SPOKEN, "cut"), (NEWEST, "abandoned")]
    assert seat.calls.queue.rows()[0].mark


def test_one_missed_number_is_called_by_one_press(seat, missed):
    missed(NEWEST)
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == [NEWEST]
    assert "0812-5550-9901" in seat.message


def test_of_several_the_newest_is_read_back_first_and_called_by_the_second_press(seat, missed):
    missed(NEWEST, OLDER)
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == []
    assert "0812-5550-9901" in seat.message
    assert "Ctrl+R" in seat.message
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == [NEWEST]


def test_the_number_that_was_read_back_is_called_even_when_a_newer_one_came(seat, missed):
    missed(NEWEST, OLDER)
    seat.hands.press("Ctrl+R")
    missed("+6281255509903", NEWEST, OLDER)
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == [NEWEST]


def test_what_was_read_back_is_forgotten_after_a_while(seat, missed, qtbot):
    missed(NEWEST, OLDER)
    seat.hands.press("Ctrl+R")
    keys = seat.calls.call_back_keys
    assert keys.armed.interval() == ARMED_MS
    keys.armed.setInterval(1)
    keys.armed.start()
    qtbot.waitUntil(lambda: not keys.armed.isActive(), timeout=10_000)
    assert "0812-5550-9901" not in seat.message
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == []


def test_somebody_who_was_reached_meanwhile_is_not_called(seat, missed):
    missed(NEWEST, OLDER)
    seat.hands.press("Ctrl+R")
    missed(OLDER)
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == [OLDER]


def test_the_row_under_the_cursor_is_called(seat, missed):
    missed(NEWEST, OLDER)
    line_stops(seat, seat.talk(SPOKEN))
    seat.hands.press("F2")
    table = seat.calls.panel.table
    table.selectRow(next(at for at, row in enumerate(seat.calls.queue.rows()) if row.number == OLDER))
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == [OLDER]


def test_under_the_cursor_somebody_is_on_the_line_and_nobody_is_dialled(seat, missed):
    missed(NEWEST)
    seat.talk(SPOKEN)
    seat.hands.press("F2", "Home", "Ctrl+R")
    assert dialled(seat) == []
    assert "not over" in seat.message


def test_a_call_back_that_nobody_took_is_tried_again(seat, missed):
    missed(NEWEST, OLDER)
    seat.line.commit("back", log.CallDialed(line="112", target_uri=f"tel:{OLDER}", number=OLDER, callback=True))
    seat.line.commit("back", log.CallEnded(by="caller", code=486, reason="busy", answered=False))
    seat.desk.calls.select("back")
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == [OLDER]


def test_with_nobody_to_call_it_says_so(seat):
    seat.hands.press("Ctrl+R")
    assert dialled(seat) == []
    assert "no number" in seat.message
