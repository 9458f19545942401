"""The command line: read back before Enter, wrong parts marked, history, no dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from telephony.commands import Answer


def test_j_answers(seat):
    call_id = seat.ring()
    seat.hands.press("F1")
    seat.hands.type("j")
    assert "Answer the next call" in seat.message
    assert seat.line.phone_orders() == [], "nothing before Enter"
    seat.hands.press("Return")
    assert seat.line.phone_orders() == [Answer(call_id=call_id)]
    assert seat.window.command.line.text() == ""


def test_i_and_a_digit_give_the_outcome(seat):
    call_id = seat.talk()
    seat.hands.press("F1")
    seat.hands.type("i2")
    assert "Iseng atau pelecehan" in seat.message
    seat.hands.press("Return")
    assert seat.desk.calls.call(call_id).outcome == "prank_adult"


def test_a_wrong_line_is_said_and_stays(seat):
    seat.talk()
    seat.hands.press("F1")
    seat.hands.type("i x")
    assert seat.message.startswith("△")
    seat.hands.press("Return")
    assert seat.window.command.line.text() == "i x"
    assert seat.window.command.line.hasFocus()


def test_marking_the_wrong_part_changes_neither_text_nor_cursor(seat):
    seat.hands.press("F1")
    seat.hands.type("qq 12")
    line = seat.window.command.line
    line.setCursorPosition(2)
    line.mark(0, 2)
    assert (line.text(), line.cursorPosition()) == ("qq 12", 2)
    line.mark(0, 0)
    assert line.text() == "qq 12"


@pytest.mark.parametrize(
    "text", ["", "   ", "\\", "{}", "{word}", "j j j", "k", "/", "?", "x 1 2 3", "i" * 500, "\u202e1", "b !9"]
)
def test_nothing_that_is_typed_breaks_the_line(seat, text):
    seat.hands.press("F1")
    seat.window.command.line.setText(text)
    seat.window.command.line.textEdited.emit(text)
    seat.hands.press("Return")
    assert QApplication.activeModalWidget() is None


def test_arrows_bring_back_what_was_done(seat):
    seat.ring()
    seat.hands.press("F1")
    seat.hands.type("j")
    seat.hands.press("Return", "F1", "Up")
    assert seat.window.command.line.text() == "j"
    seat.hands.press("Down")
    assert seat.window.command.line.text() == ""


def test_escape_empties_the_line_and_goes_back(seat):
    seat.hands.press("F4")
    before = QApplication.focusWidget()
    seat.hands.press("F1")
    seat.hands.type("abc")
    seat.hands.press("Esc")
    assert QApplication.focusWidget() is before
    assert seat.window.command.line.text() == ""


def test_after_enter_the_focus_is_back_where_it_was(seat):
    call_id = seat.talk()
    seat.hands.press("F4")
    before = QApplication.focusWidget()
    seat.hands.press("F1")
    seat.hands.type("t")
    seat.hands.press("Return")
    assert seat.desk.calls.call(call_id).held
    assert QApplication.focusWidget() is before


def test_f1_twice_shows_all_keys_and_escape_leaves(seat):
    seat.hands.press("F1", "F1")
    assert seat.window.sheet.isVisible()
    seat.hands.press("Esc")
    assert not seat.window.sheet.isVisible()
    seat.hands.press("Ctrl+/")
    assert seat.window.sheet.isVisible()
    seat.hands.press("Ctrl+/")
    assert not seat.window.sheet.isVisible()


def test_the_question_mark_shows_all_keys(seat):
    seat.hands.press("F1")
    seat.hands.type("?")
    seat.hands.press("Return")
    assert seat.window.sheet.isVisible()


def test_the_sheet_becomes_a_pdf(seat, qtbot):
    seat.hands.press("Ctrl+/")
    with qtbot.waitSignal(seat.shell._key_sheet.written, timeout=20_000) as written:
        seat.window.sheet.print_requested.emit()
    assert Path(written.args[0]).read_bytes().startswith(b"%PDF-")


def test_a_folder_that_cannot_be_written_is_said(seat, qtbot):
    seat.desk.settings.exports_dir.write_text("a file where the folder should be")
    with qtbot.waitSignal(seat.shell._key_sheet._failed, timeout=20_000):
        seat.window.sheet.print_requested.emit()
    assert "was not saved" in seat.message


def test_messages_wait_behind_the_reading_and_come_back(seat):
    seat.desk.notices.say("Kabel lepas", "alarm")
    seat.hands.press("F1")
    seat.hands.type("j")
    assert "Kabel lepas" not in seat.message
    seat.hands.press("Backspace")
    assert "Kabel lepas" in seat.message


def test_an_alarm_outlives_an_info(seat):
    seat.desk.notices.say("Kabel lepas", "alarm")
    seat.desk.notices.say("Tersimpan")
    seat.window.command._expiry.timeout.emit()
    assert "Kabel lepas" in seat.message
    seat.hands.press("F1", "Esc")
    assert seat.message == ""
