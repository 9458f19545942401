"""Closing the window ends the seat, and with it the telephone: while a call is open, the first close is only a question."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from calltaker.app.room import Desk

ARMED_MS = 3_000


class CloseGuard(QObject):
    """Answers whether the window may close now. With an open call it may at the second asking within `ARMED_MS`."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_free = False
        self._warning = self.tr("A call is open. Close again within 3 s to end the telephone too.")
        self.armed = QTimer(self)
        self.armed.setSingleShot(True)
        self.armed.setInterval(ARMED_MS)
        self.armed.timeout.connect(lambda: desk.notices.take_back(self._warning))

    def set_free(self) -> None:
        """The process ends (keeper, session, end of a demo): nobody is asked any more."""
        self._is_free = True

    def may_close(self) -> bool:
        """Say whether a close is meant; the first one in a call is answered with a warning."""
        if self._is_free or self.armed.isActive() or not self._desk.calls.open_calls():
            return True
        self.armed.start()
        self._desk.notices.say(self._warning, "warning")
        return False
