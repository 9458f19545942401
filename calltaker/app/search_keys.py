"""Ctrl+F and `/text`: from what a person remembers to the incident or the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from calltaker.desk.callers import number_text
from calltaker.desk.search import SearchController
from calltaker.domain.clock import local_text
from calltaker.models.found import found_model, outcome_text
from calltaker.views.board.search_strip import SearchStrip
from calltaker.views.keymap import key_text

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController
    from calltaker.views.incident.form_panel import FormPanel
    from db.rows import CallRow


class SearchKeys(QObject):
    """`open` is the key, `look_for` the verb of the command line."""

    def __init__(self, desk: Desk, forms: FormController, panel: FormPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._panel = panel
        self._offset = desk.settings.centre.utc_offset_minutes
        self._language = desk.settings.seat.language
        self.search = SearchController(desk, self)
        self._model = found_model(desk.catalogue, self._language, self._offset, self)
        self.strip = SearchStrip(self._model, key_text("search.open"), panel)
        self.strip.asked.connect(self.search.look_for)
        self.strip.chosen.connect(self._on_chosen)
        self.search.changed.connect(self._on_changed)

    def open(self) -> None:
        self.strip.ask()

    def look_for(self, *, text: str) -> None:
        self.strip.ask(text)

    def _on_changed(self) -> None:
        self._model.set_rows(self.search.rows)
        self.strip.show_found(self._words())

    def _words(self) -> str:
        if self.search.problem:
            return self.search.problem
        if self.search.is_looking:
            return self.tr("Looking …")
        if self.search.text and not self.search.rows:
            return self.tr("Nothing was found for “{text}”.").format(text=self.search.text)
        return ""

    def _on_chosen(self, key: str) -> None:
        row = self.search.row(key)
        if row is None:
            return
        if row.incident is not None:
            self._show_incident(row.incident.incident_id)
        elif row.call is not None:
            self._show_call(row.call)

    def _show_call(self, row: CallRow) -> None:
        """A call this window still holds is shown itself; of an older one its incident, or what the log says of it."""
        if self._desk.calls.call(row.call_id) is not None:
            self.strip.leave()
            self._desk.calls.select(row.call_id)
            self._forms.show_call(row.call_id)
            self._panel.one_line.go_on()
        elif row.incident_id:
            self._show_incident(row.incident_id)
        else:
            words = self.tr("{caller}, {time}: {outcome}. This call belongs to no incident.").format(
                caller=number_text(row.number, row.number_raw),
                time=local_text(row.ringing_at_us, self._offset, "%d-%m-%Y %H:%M"),
                outcome=outcome_text(row, self._desk.catalogue, self._language),
            )
            self._desk.notices.say(words)

    def _show_incident(self, incident_id: str) -> None:
        self.strip.leave()
        self._forms.show_incident(incident_id)
        self._panel.one_line.go_on()
