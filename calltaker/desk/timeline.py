"""The timeline of the incident in front. It is read with the incident itself, off the window's thread; while it is open, facts
of its calls and units have it read again too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from calltaker.desk.callers import number_text
from calltaker.desk.timeline_words import Entry, TimelineWords
from db import events as log

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController
    from calltaker.line.wire import Committed
    from db.rows import IncidentDetail, TimelineRow


class TimelineController(QObject):
    """`changed`: entries or incident differ. Nothing is read or told while it is not watched."""

    changed = Signal()

    def __init__(self, desk: Desk, forms: FormController, board: BoardController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._board = board
        self._is_watched = False
        forms.shown.connect(lambda _key: self._on_changed())
        forms.changed.connect(lambda _key: self._on_changed())
        desk.line.committed.connect(self._on_committed)

    @property
    def number(self) -> str:
        """The ticket number of the incident in front, "" when there is none."""
        form = self._forms.current
        return form.number if form else ""

    def watch(self, *, is_watched: bool) -> None:
        """Somebody reads it, or no longer."""
        self._is_watched = is_watched
        form = self._forms.current
        if is_watched and form is not None and form.incident_id:
            self._forms.save_edits()
            self._forms.read_incident(form.incident_id)

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries of the incident in front, oldest first; none before the log has answered."""
        detail = self._detail()
        return self.words_of(detail.timeline) if detail else ()

    def words_of(self, rows: Iterable[TimelineRow]) -> tuple[Entry, ...]:
        """Return these facts of the incident in front in words."""
        detail = self._detail()
        if detail is None:
            return ()
        language = self._desk.settings.seat.language
        words = TimelineWords(detail, self._desk.catalogue, language, self._board.agency_name, number_text)
        return words.told(rows)

    def _detail(self) -> IncidentDetail | None:
        form = self._forms.current
        return form.detail if form else None

    def _on_changed(self) -> None:
        if self._is_watched:
            self.changed.emit()

    def _on_committed(self, committed: Committed) -> None:
        """The form has itself read again after facts of its incident and agencies; here are those of its calls and units."""
        detail = self._detail()
        if not self._is_watched or detail is None:
            return
        event = committed.event
        is_of_call = event.subject in {call.call_id for call in detail.calls}
        if is_of_call or (event.kind == log.UnitStateSet.KIND and detail.row.incident_id.encode() in bytes(event.payload)):
            self._forms.read_incident(detail.row.incident_id)
