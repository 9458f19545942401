"""Looking for an incident or a call by what a person remembers of it. The worker asks the log; the newest question wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from db.queries import search
from db.rows import CallRow, IncidentRow

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from calltaker.app.room import Desk

MOST_OF_A_KIND = 30


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the result: an incident or a call. `key` is its id."""

    key: str
    incident: IncidentRow | None = None
    call: CallRow | None = None


class SearchController(QObject):
    """`changed`: rows or problem differ. `rows` are incidents, then calls, each newest first; `is_looking` while the log has
    not answered yet; `problem` says in plain words that it could not."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = desk.worker
        self._text = ""
        self.rows: tuple[Found, ...] = ()
        self.is_looking = False
        self.problem = ""

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._text

    def look_for(self, text: str) -> None:
        """Look for words, a ticket number or the end of a telephone number. An answer to an older question is dropped."""
        self._text = text.strip()
        self.problem = ""
        self.is_looking = bool(self._text)
        if not self._text:
            self.rows = ()
            self.changed.emit()
            return
        asked = self._text
        self._worker.submit(
            lambda connection: _read(connection, asked),
            lambda rows: self._take(asked, rows, ""),
            lambda problem: self._take(asked, (), problem),
            key="search",
        )
        self.changed.emit()

    def row(self, key: str) -> Found | None:
        return next((row for row in self.rows if row.key == key), None)

    def _take(self, asked: str, rows: tuple[Found, ...], problem: str) -> None:
        if asked == self._text:
            self.rows, self.problem, self.is_looking = rows, problem, False
            self.changed.emit()


def _read(connection: Connection, text: str) -> tuple[Found, ...]:
    incidents = search.incidents(connection, text, limit=MOST_OF_A_KIND)
    calls = search.calls(connection, text, limit=MOST_OF_A_KIND)
    return (
        *(Found(key=row.incident_id, incident=row) for row in incidents),
        *(Found(key=row.call_id, call=row) for row in calls),
    )
