"""Closing the window ends the telephone too: in a call it is asked for twice."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication


def test_without_a_call_the_window_closes_at_once(seat):
    assert seat.window.close()
    assert not seat.window.isVisible()


@pytest.mark.parametrize("answered", [True, False])
def test_with_an_open_call_the_first_close_only_warns(seat, answered):
    seat.talk() if answered else seat.ring()
    assert not seat.window.close()
    assert seat.window.isVisible()
    assert "Close again" in seat.message
    assert QApplication.activeModalWidget() is None
    assert seat.window.close()


def test_a_second_close_too_late_is_a_first_one(seat):
    seat.talk()
    seat.window.close()
    guard = seat.shell.close_guard
    guard.armed.stop()
    guard.armed.timeout.emit()
    assert "Close again" not in seat.message
    assert not seat.window.close()


def test_a_call_that_ended_keeps_no_window_open(seat):
    call_id = seat.talk()
    seat.line.caller_hangs_up(call_id)
    assert seat.window.close()


def test_a_process_that_is_told_to_end_is_not_held_up(seat):
    seat.talk()
    seat.shell.close_guard.set_free()
    assert seat.window.close()


def test_the_sizes_are_kept_when_the_window_really_closes(seat):
    seat.talk()
    seat.window.close()
    assert not seat.window._store.contains("window")
    seat.window.close()
    assert seat.window._store.contains("window")


def test_quit_ends_the_process_although_a_window_would_refuse():
    """A plain process of its own: Qt's quit asks every window, and nobody can be asked twice by a signal."""
    program = (
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QWidget\n"
        "from calltaker.app.main import DeskApplication\n"
        "class Window(QWidget):\n"
        "    is_free = False\n"
        "    def closeEvent(self, event):\n"
        "        event.setAccepted(self.is_free)\n"
        "app, window = DeskApplication([]), Window()\n"
        "app.ending.connect(lambda: setattr(window, 'is_free', True))\n"
        "window.show()\n"
        "QTimer.singleShot(0, app.quit)\n"
        "raise SystemExit(app.exec())\n"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", program], env=environment, timeout=60, check=False)
    assert ended.returncode == 0
