"""Calls that nobody answered or that the line cut when it stopped or died, until somebody has called back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from calltaker.app.room import Desk
from calltaker.desk.now import ClockUs, now_us
from calltaker.line.wire import Snapshot
from db.queries import calls
from db.rows import CallRow

LOOK_BACK_US = 12 * 3_600 * 1_000_000
"""A shift and what it was handed over."""


class MissedController(QObject):
    """`changed`: the list differs."""

    changed = Signal()

    def __init__(self, desk: Desk, *, clock_us: ClockUs = now_us, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock_us = clock_us
        self._rows: tuple[CallRow, ...] = ()
        desk.line.snapshot_received.connect(self._on_snapshot)
        desk.calls.call_changed.connect(self._on_call_changed)

    @property
    def rows(self) -> tuple[CallRow, ...]:
        """Newest first."""
        return self._rows

    def look_again(self) -> None:
        since_us = self._clock_us() - LOOK_BACK_US
        self._desk.worker.submit(
            lambda connection: calls.missed(connection, since_us=since_us, with_cut=True),
            self._found,
            lambda words: self._desk.notices.say(words, "warning"),
            key="missed",
        )

    def _found(self, rows: tuple[CallRow, ...]) -> None:
        fresh = tuple(sorted(rows, key=lambda row: row.ringing_at_us, reverse=True))
        if fresh != self._rows:
            self._rows = fresh
            self.changed.emit()

    def _on_snapshot(self, _snapshot: Snapshot) -> None:
        self.look_again()

    def _on_call_changed(self, call_id: str) -> None:
        call = self._desk.calls.call(call_id)
        if call is None:
            return
        called_back = call.direction == "out" and call.answered_at_us is not None
        if call.was_abandoned or called_back or call.ended_by == "line":
            self.look_again()
