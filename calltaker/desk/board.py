"""The lists of the board: open incidents, units, agencies. Read again after every fact that changes them, and every 4 s."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.queries import board

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.line.wire import Committed
    from db.rows import AgencyRow, IncidentRow, UnitRow

READ_EVERY_MS = 4000
STALE_AFTER_S = 5.0
_BOARD_KINDS = ("incident.", "referral.", "unit.", "agency.")


class BoardController(QObject):
    """`incidents_changed`, `units_changed`, `agencies_changed`: a list differs from the one before. `ticked`: a second passed,
    so ages read differently."""

    incidents_changed = Signal()
    units_changed = Signal()
    agencies_changed = Signal()
    ticked = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.incidents: tuple[IncidentRow, ...] = ()
        self.units: tuple[UnitRow, ...] = ()
        self.agencies: tuple[AgencyRow, ...] = ()
        self._order = {agency.code: place for place, agency in enumerate(desk.catalogue.agencies)}
        self._read_at_s: float | None = None
        self._reading = QTimer(self, interval=READ_EVERY_MS)
        self._reading.timeout.connect(self.read)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self.ticked)
        desk.line.committed.connect(self._on_committed)
        desk.line.snapshot_received.connect(self._on_snapshot)

    def start(self) -> None:
        self.read()
        self._reading.start()
        self._clock.start()

    def read(self) -> None:
        """Read all lists again; a newer wish replaces one that still waits."""
        submit = self._desk.worker.submit
        submit(board.agencies, self._take_agencies, self._on_failed, key="board.agencies")
        submit(board.units, self._take_units, self._on_failed, key="board.units")
        submit(board.open_incidents, self._take_incidents, self._on_failed, key="board.incidents")

    def age_s(self) -> float | None:
        """Return how old the lists are, or `None` before the first reading."""
        return None if self._read_at_s is None else time.monotonic() - self._read_at_s

    def incident(self, incident_id: str) -> IncidentRow | None:
        return next((row for row in self.incidents if row.incident_id == incident_id), None)

    def incident_numbered(self, number: str) -> IncidentRow | None:
        """Return the open incident with this ticket number."""
        return next((row for row in self.incidents if row.number == number), None)

    def agency(self, code: str) -> AgencyRow | None:
        return next((row for row in self.agencies if row.code == code), None)

    def agency_name(self, code: str) -> str:
        """Return the short name of an agency; an unknown code stands for itself."""
        agency = self.agency(code)
        return (agency.short_name or agency.name) if agency else code

    def _take_incidents(self, rows: tuple[IncidentRow, ...]) -> None:
        self._read_at_s = time.monotonic()
        if tuple(rows) != self.incidents:
            self.incidents = tuple(rows)
            self.incidents_changed.emit()

    def _take_units(self, rows: tuple[UnitRow, ...]) -> None:
        if tuple(rows) != self.units:
            self.units = tuple(rows)
            self.units_changed.emit()

    def _take_agencies(self, rows: tuple[AgencyRow, ...]) -> None:
        """Emergency services first, always in the same place: a digit learnt is a digit kept."""
        last = len(self._order)
        ordered = tuple(sorted(rows, key=lambda row: (self._order.get(row.code, last), row.code)))
        if ordered != self.agencies:
            self.agencies = ordered
            self.agencies_changed.emit()

    def _on_failed(self, words: str) -> None:
        """The list grows old on the screen, which says so; words once are enough."""
        age_s = self.age_s()
        if age_s is None or age_s < STALE_AFTER_S + READ_EVERY_MS / 1000:
            self._desk.notices.say(self.tr("The board cannot be read: {problem}").format(problem=words), "warning")

    def _on_committed(self, committed: Committed) -> None:
        kind = committed.event.kind
        if kind.startswith(_BOARD_KINDS) or kind == "call.linked":
            self.read()

    def _on_snapshot(self, _snapshot: object) -> None:
        self.read()
