"""A window that starts again in the middle of a call or of a report gives the hands back to the form they were writing in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from calltaker.desk.calls import CallController
from calltaker.desk.open_form import NEW
from calltaker.desk.ports import LinePort
from calltaker.line.wire import Snapshot

_HANDS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}  # a shortcut is no key press


class StartFocus(QObject):
    """Calls `focus_form` once: when the first snapshot after the start has a call in the ear, or no call at all but a report
    without one. An act of the person before it, or any later snapshot, leaves the focus alone: what comes in moves nothing
    under the hands."""

    def __init__(self, line: LinePort, calls: CallController, focus_form: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._calls = calls
        self._focus_form = focus_form
        self._is_over = False
        line.snapshot_received.connect(self._on_first_snapshot)
        self._application = QCoreApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)  # sees every event, so only until the start is over

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self._end()
        return super().eventFilter(watched, event)

    def _on_first_snapshot(self, snapshot: Snapshot) -> None:
        has_report = not self._calls.open_calls() and any(key.startswith(NEW) for key in snapshot.drafts)
        if not self._is_over and (has_report or self._calls.in_the_ear() is not None):
            self._focus_form()
        self._end()

    def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            if self._application is not None:
                self._application.removeEventFilter(self)
