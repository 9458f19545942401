"""The card of a caller belongs to the call it was looked up for, whatever order the answers come in."""

from __future__ import annotations

import pytest

from calltaker.desk.history_words import HistoryWords, PastCall
from calltaker.views.calls.history_panel import HistoryPanel
from db import events as log
from db.rows import MarkRow, NumberHistory


@pytest.fixture
def history(clock):
    def make(number: str, **fields) -> NumberHistory:
        plain = {"calls": 0, "pranks": 0, "ghosts": 0, "real": 0, "last_real_us": None, "name": ""}
        return NumberHistory(number=number, **(plain | {"recent": (), "open_incidents": (), "marks": ()} | fields))

    return make


def test_the_look_up_starts_when_it_rings_not_when_it_is_answered(seat):
    call_id = seat.ring()
    assert f"history:{call_id}" in seat.worker.asked


def test_two_calls_at_once_never_mix(seat, history):
    seat.worker.answers["history"] = lambda key: history(seat.desk.calls.call(key.partition(":")[2]).number, name=key)
    seat.worker.hold()
    first, second = seat.ring(), seat.ring("+6281255509876")
    seat.worker.release(last_first=True)
    for call_id in (first, second):
        card = seat.calls.histories.card(call_id)
        assert card.call_id == call_id
        assert card.history.number == seat.desk.calls.call(call_id).number
        assert card.history.name == f"history:{call_id}"


def test_a_withheld_number_is_never_looked_up(seat):
    call_id = seat.ring("")
    assert f"history:{call_id}" not in seat.worker.asked
    assert "may be anybody" in seat.calls.history._headline.text()


def test_pranks_are_told_together_with_real_calls(seat, history, call_row):
    recent = (call_row(call_id="a", outcome="prank_child"), call_row(call_id="b", outcome="emergency"))
    seat.worker.answers["history"] = history("+6281255501234", calls=2, pranks=1, real=1, recent=recent)
    seat.ring()
    assert "REAL calls too: 1" in seat.calls.history._headline.text()
    (row,) = seat.calls.queue.rows()
    assert "1× real" in row.mark
    assert "1× prank" in row.mark


def test_marks_say_their_reason(seat, history, clock):
    mark = MarkRow(
        number="+6281255501234",
        mark="prank_repeat",
        reason="lima kali kemarin",
        marked_by="Budi",
        marked_at_us=clock.us - 1,
        expires_us=clock.us + 10**12,
    )
    seat.worker.answers["history"] = history("+6281255501234", calls=5, pranks=5, marks=(mark,))
    seat.ring()
    assert "lima kali kemarin" in seat.calls.history._marks.text()


def test_a_marked_number_waits_behind_others_but_not_for_long(seat, history, clock):
    marked = MarkRow(
        number="+6281255501234",
        mark="warn",
        reason="iseng",
        marked_by="Budi",
        marked_at_us=clock.us - 1,
        expires_us=clock.us + 10**12,
    )
    seat.worker.answers["history"] = lambda key: (
        history("+6281255501234", calls=5, pranks=5, marks=(marked,))
        if seat.desk.calls.call(key.partition(":")[2]).number == "+6281255501234"
        else history("+6281255509876")
    )
    prank = seat.ring()
    seat.clock.go_on(5)
    fresh = seat.ring("+6281255509876")
    assert seat.calls.queue.next_to_answer().call_id == fresh
    seat.clock.go_on(30)
    assert seat.calls.queue.next_to_answer().call_id == prank


def test_a_failed_look_up_is_said_and_the_call_goes_on(seat):
    seat.worker.problem = "The log could not be read."
    call_id = seat.ring()
    assert seat.calls.history._headline.text() == "The log could not be read."
    seat.hands.press("F9")
    assert seat.desk.calls.current_id == call_id


def test_an_outcome_refreshes_the_cards_of_its_number(seat):
    call_id = seat.talk()
    asked = seat.worker.asked.count(f"history:{call_id}")
    seat.hands.press("F7", "1")
    assert seat.worker.asked.count(f"history:{call_id}") == asked + 1


def test_the_history_follows_the_cursor_of_the_queue_and_comes_back(seat):
    seat.talk()
    seat.ring("+6281255509876")
    assert seat.calls.history._caller.text() == "0812-5550-1234"
    seat.hands.press("F2")
    assert seat.calls.history._caller.text() == "0812-5550-9876"
    seat.hands.press("F1")
    assert seat.calls.history._caller.text() == "0812-5550-1234"


def test_a_number_that_the_desk_calls_back_is_not_said_to_redial(seat, history, call_row):
    just_now = call_row(call_id="a", answered_at_us=None, ringing_at_us=seat.clock.us, ended_at_us=seat.clock.us)
    seat.worker.answers["history"] = history("+6281255501234", calls=1, recent=(just_now,))
    again = seat.ring()
    assert seat.calls.histories.card(again).warning.redial
    number = "+6281255501234"
    seat.line.commit("back", log.CallDialed(line="112", target_uri=f"tel:{number}", number=number, callback=True))
    assert not seat.calls.histories.card("back").warning.redial


def test_open_incidents_of_the_number_are_read_whole(qtbot):
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 150)
    panel.show()
    line = "■ P1  0002  Kecelakaan lalu lintas dengan korban · Jalan Mawar 12 dekat masjid · diterima"
    past = tuple(PastCall(call_id=str(n), when="22-11 12:45", outcome="Darurat", tone="ok", incident="") for n in range(9))
    panel.show_words("0812", HistoryWords(headline="Panggilan nyata: 1", tone="p2", marks=(), incidents=(line,), past=past))
    shown = panel._incidents
    qtbot.waitUntil(
        lambda: shown.height() >= shown.heightForWidth(shown.width()) > shown.fontMetrics().height() * 2, timeout=10_000
    )
