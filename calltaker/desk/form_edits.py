"""Changes of an incident's fields on their way to the log: said when a field is left, or after one second of rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.line.wire import Append

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.open_form import OpenForm

REST_MS = 1000


class FormEdits(QObject):
    """`rested`: nobody pressed a key for a second, so what was changed is to be said."""

    rested = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rested)

    def wait(self) -> None:
        """A key was pressed: the second begins anew."""
        self._rest.start()

    def save(self, form: OpenForm, only: str = "") -> None:
        """Say the changes of a form, or of one field of it. What the log does not take waits for the next time."""
        if form.is_sending:
            self._rest.start()
            return
        events = form.take_edits(only, self._desk.settings.seat.operator)
        if not events:
            return

        def failed(words: str) -> None:
            form.put_back(events)
            self._desk.notices.say(self.tr("Changes are not saved yet: {problem}").format(problem=words), "alarm")

        self._desk.line.send(Append(events=tuple(events)), None, failed)

    def save_all(self, forms: Iterable[OpenForm]) -> None:
        for form in forms:
            if form.edits:
                self.save(form)
