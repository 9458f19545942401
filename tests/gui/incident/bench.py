"""The window of these tests: the panels of the room where the desk would have them, and keys bound to the room's handlers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from support.typist import Typist, open_window

from calltaker.actions import ACTIONS
from calltaker.app.incident_room import IncidentRoom
from calltaker.app.room import Desk
from calltaker.desk.commands import Telephone
from calltaker.theme.live import theme
from tests.gui.incident.journal_line import JournalLine


def delete_now(widget: QWidget) -> None:
    """Take a widget and its clocks down before the log under them is closed."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


class Bench:
    """`said` collects what the desk said to the person, newest last."""

    def __init__(self, desk: Desk, line: JournalLine) -> None:
        self.desk = desk
        self.line = line
        self.said: list[tuple[str, str]] = []
        desk.notices.said.connect(lambda text, level: self.said.append((text, level)))
        theme.apply("night")
        self.telephone = Telephone(desk)
        wired = self.incident = IncidentRoom(desk)
        self.location = wired.location
        self.room = wired.as_room()
        self.window = QWidget()
        self.window.setObjectName("root")
        self.message = QLabel()
        desk.notices.said.connect(lambda text, _level: self.message.setText(text))
        self._lay_out()
        self._bind()
        line.attach()

    def open(self, width_px: int = 1366, height_px: int = 768) -> Typist:
        return open_window(self.window, width_px, height_px)

    def close(self) -> None:
        self.window.close()
        delete_now(self.window)

    def answer(self) -> None:
        """What the room of the calls does at F9."""
        ringing = [call for call in self.desk.calls.calls() if call.state == "ringing"]
        self.telephone.answer(ringing[0].call_id)

    def panel(self, name: str) -> Any:
        return self.room.panels[name]

    @property
    def form(self) -> Any:
        return self.room.panels["form"]

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self.window)
        columns.setContentsMargins(6, 40, 6, 80)
        for names, width_px in ((("incidents",), 400), (("form",), 560), (("protocol", "dispatch", "units"), 390)):
            column = QVBoxLayout()
            for name in names:
                column.addWidget(self.room.panels[name])
            columns.addLayout(column, width_px)
        self.message.setParent(self.window)
        self.message.move(QPoint(10, 700))

    def _bind(self) -> None:
        handlers = {"call.answer": self.answer, **self.room.handlers}
        for entry in ACTIONS:
            if entry.key and entry.id in handlers:
                QShortcut(QKeySequence(entry.key), self.window).activated.connect(handlers[entry.id])
