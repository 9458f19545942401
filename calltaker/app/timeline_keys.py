"""Ctrl+I: the timeline of the incident in front, over the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from calltaker.desk.timeline import TimelineController
from calltaker.domain.clock import local_text
from calltaker.domain.ticket import short_number
from calltaker.views.incident.timeline_strip import Line, TimelineStrip
from calltaker.views.keymap import key_text

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController
    from calltaker.views.incident.form_panel import FormPanel


class TimelineKeys(QObject):
    """`toggle` is the key."""

    def __init__(
        self, desk: Desk, forms: FormController, board: BoardController, panel: FormPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._offset = desk.settings.centre.utc_offset_minutes
        self.controller = TimelineController(desk, forms, board, self)
        self.strip = TimelineStrip(key_text("incident.timeline"), panel)
        self.strip.closed.connect(lambda: self.controller.watch(is_watched=False))
        self.controller.changed.connect(self._show)

    def toggle(self) -> None:
        """Open it, or leave it again."""
        if self.strip.is_open:
            self.strip.leave()
        elif self._forms.current is None:
            self._desk.notices.say(self.tr("No incident is open here: F3, then Enter on one."), "warning")
        elif not self.controller.number:
            self._desk.notices.say(self.tr("The timeline begins when the incident is saved or sent."), "warning")
        else:
            self.strip.open()
            self.controller.watch(is_watched=True)
            self._show()

    def _show(self) -> None:
        number = short_number(self.controller.number)
        title = self.tr("Timeline of incident {number}").format(number=number) if number else self.tr("No incident")
        self.strip.show_lines(title, self._lines())

    def _lines(self) -> list[Line]:
        lines, day_before = [], ""
        for entry in self.controller.entries():
            day = local_text(entry.at_us, self._offset, "%d-%m-%Y")
            time = local_text(entry.at_us, self._offset, "%H:%M:%S")
            lines.append(Line(day if day != day_before else "", time, entry.who, entry.what))
            day_before = day
        return lines
