"""A call that comes in moves nothing under the person's hands."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from calltaker.line.wire import Snapshot

SENTENCE = "kebakaran rumah jl mawar 12 rt 3 dekat masjid, 2 orang terjebak"


def test_twenty_calls_ring_while_somebody_types_and_the_text_is_whole(seat):
    seat.talk()
    seat.hands.press("F4")
    field = QApplication.focusWidget()
    field.clear()
    for number, letter in enumerate(SENTENCE):
        if number % 3 == 0:
            seat.ring(f"+62812555{number:05d}")
        seat.hands.type(letter)
        assert QApplication.focusWidget() is field
    assert field.text() == SENTENCE
    assert len(seat.desk.calls.open_calls()) == 1 + -(-len(SENTENCE) // 3)


def test_everything_that_can_happen_to_calls_leaves_the_focus(seat):
    seat.hands.press("F1")
    seat.hands.type("c 12")
    line = seat.window.command.line
    for call_id in [seat.ring("") for _ in range(5)]:
        seat.line.caller_hangs_up(call_id)
    seat.line.set_health(headset_is_null=True, journal="full", lines=())
    seat.line.go_away()
    seat.line.attach()
    seat.desk.notices.say("apa saja", "alarm")
    QApplication.processEvents()
    assert QApplication.focusWidget() is line
    assert line.text() == "c 12"
    assert line.cursorPosition() == 4


def test_nothing_pops_up(seat):
    for _ in range(3):
        seat.ring()
    seat.line.set_health(headset_is_null=True)
    seat.line.go_away()
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeWindow() is seat.window


def test_a_cursor_in_the_queue_stays_on_its_call_when_others_come_and_go(seat):
    first = seat.ring()
    seat.clock.go_on(1)
    second = seat.ring("+6281255509876")
    seat.hands.press("F2", "Down")
    assert seat.calls.panel.row_in_focus() == second
    seat.line.caller_hangs_up(first)
    for _ in range(4):
        seat.clock.go_on(1)
        seat.ring("")
    assert seat.calls.panel.row_in_focus() == second


def test_the_title_counts_who_rings(seat):
    seat.ring()
    seat.ring("")
    assert seat.window.windowTitle().startswith("(2) ")


def test_after_a_restart_the_running_call_is_back_with_its_time(seat):
    call_id = seat.talk()
    answered_at_us = seat.desk.calls.call(call_id).answered_at_us
    seat.clock.go_on(75)
    seat.line.go_away()
    assert "telephone program" in seat.window.banner.text
    seat.line.attach()
    seat.calls.bar.tick()
    assert not seat.window.banner.isVisible()
    assert seat.desk.calls.current.answered_at_us == answered_at_us
    assert seat.calls.bar._timer.text() == "01:15"


def test_a_snapshot_without_a_call_we_knew_takes_it_from_the_screen(seat):
    seat.ring()
    empty = Snapshot(seat="seat-1", head_seq=0, calls=(), drafts={}, health=seat.line.health)
    seat.line.snapshot_received.emit(empty)
    assert seat.calls.queue.rows() == ()
