"""Reports that somebody began and that the log does not have yet: without a call, or of a call that is over and not judged.

They stand above the open incidents until they are sent, saved, judged (the call) or thrown away on purpose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
import uuid_utils
from PySide6.QtCore import QObject, Signal

from calltaker.desk.call_facts import is_settled
from calltaker.desk.incident_preview import preview
from calltaker.desk.now import now_us
from calltaker.desk.open_form import NEW
from db.queries import board

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController
    from calltaker.desk.open_form import OpenForm
    from db.rows import IncidentRow


class UnsentController(QObject):
    """`changed`: the rows differ."""

    changed = Signal()

    def __init__(self, desk: Desk, forms: FormController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._rows: tuple[IncidentRow, ...] = ()
        forms.changed.connect(lambda _key: self._look())
        forms.shown.connect(lambda _key: self._look())
        desk.calls.call_changed.connect(lambda _call_id: self._look())
        desk.line.snapshot_received.connect(lambda _snapshot: self._ask_log())

    def rows(self) -> tuple[IncidentRow, ...]:
        """Return the reports as lines of the board, the oldest first. Their id is the form's key, they have no number."""
        return self._rows

    def row(self, key: str) -> IncidentRow | None:
        return next((row for row in self._rows if row.incident_id == key), None)

    def is_unsent(self, key: str) -> bool:
        """True for a report that is neither in the log nor on its way there."""
        form = self._forms.form(key)
        return form is not None and self._is_unsent(form)

    def _ask_log(self) -> None:
        """A report without a call may be in the log already: window or line died before they could say so. Sent again it would
        be a second incident."""
        for form in self._forms.all_forms():
            if form.key.startswith(NEW) and not form.incident_id:
                incident_id = form.id_for("incident")
                job = partial(_is_in_log, incident_id=incident_id)
                self._desk.worker.submit(job, partial(self._on_told, form, incident_id), key=f"unsent:{incident_id}")

    def _on_told(self, form: OpenForm, incident_id: str, is_in_log: bool) -> None:
        if is_in_log and not form.number:
            self._forms.tie(form, incident_id)
            self._forms.changed.emit(form.key)

    def _look(self) -> None:
        unsent = (form for form in self._forms.all_forms() if self._is_unsent(form))
        rows = tuple(sorted((self._to_row(form) for form in unsent), key=lambda row: row.opened_at_us))
        if rows != self._rows:
            self._rows = rows
            self.changed.emit()

    def _is_unsent(self, form: OpenForm) -> bool:
        """An open call's form is found through the call."""
        if form.incident_id or form.is_sending or not form.has_words:
            return False
        call = self._desk.calls.call(form.call_id)
        return call is None or not (call.is_open or call.incident_id or is_settled(call, self._desk.catalogue))

    def _to_row(self, form: OpenForm) -> IncidentRow:
        return msgspec.structs.replace(preview(form), incident_id=form.key, number="", opened_at_us=self._begun_at_us(form))

    def _begun_at_us(self, form: OpenForm) -> int:
        call = self._desk.calls.call(form.call_id)
        if call is not None:
            return call.started_at_us
        try:
            return uuid_utils.UUID(form.key.removeprefix(NEW)).timestamp * 1_000
        except ValueError:
            return now_us()


def _is_in_log(connection: Connection, *, incident_id: str) -> bool:
    return board.incident_row(connection, incident_id) is not None
