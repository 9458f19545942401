"""The window was killed in a call or a report and starts again: the hands find the form, once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from support.fake_desk import FakeLine, FakeWorker, fake_desk
from support.typist import open_window

from calltaker.app.call_room import CallRoom
from calltaker.app.incident_room import build_incident_room
from calltaker.app.shell import Shell
from telephony.commands import Answer

SUMMARY = "kebakaran rumah"


@pytest.fixture
def start(seat, tmp_path, qtbot):
    """Start a second window on the line of the first, as the keeper does after the first one died; not attached yet."""

    def begin():
        seat.window.hide()
        line = FakeLine(clock_us=seat.clock)
        line.calls, line.drafts = dict(seat.line.calls), dict(seat.line.drafts)
        desk = fake_desk(tmp_path, line=line, worker=FakeWorker())
        calls = CallRoom(desk, clock_us=seat.clock)
        store = QSettings(str(tmp_path / "again.ini"), QSettings.Format.IniFormat)
        rooms = (calls.room, build_incident_room(desk))
        shell = Shell(desk, rooms, store, outcomes=calls.outcomes, cut=calls.cut, clock_us=seat.clock)
        qtbot.addWidget(shell.window)
        return shell, line, open_window(shell.window)

    return begin


def is_form_in_focus() -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and type(focus).__name__ == "OneLine"


def test_the_focus_is_at_the_end_of_the_one_line(seat, start, qtbot):
    seat.talk()
    seat.hands.type(SUMMARY)
    qtbot.waitUntil(lambda: any(SUMMARY in draft for draft in seat.line.drafts.values()))
    _shell, line, hands = start()
    assert not is_form_in_focus()
    line.attach()
    assert is_form_in_focus()
    hands.type(" 2")
    assert QApplication.focusWidget().text() == SUMMARY + " 2"


def test_a_report_without_a_call_is_gone_on_with_too(seat, start, qtbot):
    seat.hands.press("Ctrl+N")
    seat.hands.type(SUMMARY)
    qtbot.waitUntil(lambda: any(SUMMARY in draft for draft in seat.line.drafts.values()))
    _shell, line, hands = start()
    line.attach()
    assert is_form_in_focus()
    hands.type(" 2")
    assert QApplication.focusWidget().text() == SUMMARY + " 2"


def test_a_ringing_call_takes_no_focus(seat, start):
    seat.ring()
    _shell, line, _hands = start()
    before = QApplication.focusWidget()
    line.attach()
    assert QApplication.focusWidget() is before


def test_later_attachments_leave_the_focus_alone(seat, start):
    call_id = seat.ring()
    shell, line, hands = start()
    line.attach()
    hands.press("F1")
    line._obey(Answer(call_id=call_id))
    line.go_away()
    line.attach()
    assert QApplication.focusWidget() is shell.window.command.line


def test_a_person_who_was_quicker_keeps_the_focus(seat, start):
    seat.talk()
    shell, line, hands = start()
    hands.press("F1")
    line.attach()
    assert QApplication.focusWidget() is shell.window.command.line
