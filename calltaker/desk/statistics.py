"""The supervisor's figures: asks for a period, reads it through the worker, keeps it fresh while somebody looks at it.

The window's thread only. The reads are single jobs one after another, so that the look-up of a ringing call waits for one
of them at most, never for all.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.desk.figures import Figures, figures_of
from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.ports import LinePort, WorkerPort
from calltaker.domain.clock import day_of
from calltaker.domain.period import Period, PeriodKind, custom_period, period_of, shifted
from calltaker.line.wire import Committed
from calltaker.settings import Centre
from db.queries import calls, statistics

FRESH_AFTER_MS = 5_000
"""New calls are gathered for so long before the figures are read again."""

REST_FACTOR = 20
"""A read that takes long is repeated less often: the other reads of the desk get 19 parts of 20 of the worker's time."""

Read = Callable[[Any], object]


class StatisticsController(QObject):
    """`figures_changed` (Figures); `period_changed` (Period); `reading_changed` (bool): a read began or ended;
    `failed` (str): why the figures on screen could not be renewed."""

    figures_changed = Signal(object)
    period_changed = Signal(object)
    reading_changed = Signal(bool)
    failed = Signal(str)

    def __init__(
        self, worker: WorkerPort, line: LinePort, centre: Centre, *, clock: ClockUs = now_us, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._offset = centre.utc_offset_minutes
        self._answer_within_s = centre.answer_within_s
        self._clock = clock
        self._period = period_of("today", self._today())
        self._is_latest = True
        self._turn = 0
        self._is_watched = False
        self._fresh = QTimer(self, singleShot=True, interval=FRESH_AFTER_MS)
        self._fresh.timeout.connect(self.refresh)
        line.committed.connect(self._on_committed)

    @property
    def period(self) -> Period:
        return self._period

    # --- what a person asks for -----------------------------------------------------------------------------------------
    def choose(self, kind: PeriodKind) -> None:
        """Show the period of a kind that ends today; "custom" begins with the days that are shown already."""
        if kind == "custom":
            self.choose_days(self._period.first, self._period.last)
            return
        self._is_latest = True
        self._show(period_of(kind, self._today()))

    def choose_days(self, first: date, last: date) -> None:
        """Show any days. Raises `PeriodError`."""
        self._is_latest = False
        self._show(custom_period(first, last))

    def step(self, steps: int) -> None:
        """Go `steps` periods later (negative: earlier); stays where it is when that lies after today."""
        today = self._today()
        moved = shifted(self._period, steps, today)
        self._is_latest = moved.kind != "custom" and moved == period_of(moved.kind, today)
        self._show(moved)

    def watch(self, watched: bool) -> None:
        """Say whether somebody looks at the figures: only then new calls make them read again."""
        self._is_watched = watched
        if watched:
            self.refresh()
        else:
            self._fresh.stop()

    def refresh(self) -> None:
        """Read the period again; after midnight "today" is another day."""
        if self._is_latest and self._period != (latest := period_of(self._period.kind, self._today())):
            self._show(latest)
            return
        self._turn += 1
        self._fresh.stop()
        self.reading_changed.emit(True)
        self._read(self._turn, self._reads(), {})

    # --- reading ---------------------------------------------------------------------------------------------------------
    def _show(self, period: Period) -> None:
        self._period = period
        self.period_changed.emit(period)
        self.refresh()

    def _today(self) -> date:
        return day_of(self._clock(), self._offset)

    def _reads(self) -> dict[str, Read]:
        """Return the jobs of one refresh by the names of `figures_of`."""
        start_us, end_us = self._period.start_us(self._offset), self._period.end_us(self._offset)
        span = {"start_us": start_us, "end_us": end_us, "utc_offset_minutes": self._offset}
        return {
            "times": lambda connection: statistics.answer_times(connection, **span),
            "days": lambda connection: statistics.days(connection, **span),
            "hours": lambda connection: statistics.heatmap(connection, **span),
            "numbers": lambda connection: statistics.numbers(connection, **span),
            "located": lambda connection: statistics.location_times(connection, **span),
            "missed": lambda connection: calls.missed(connection, since_us=start_us),
        }

    def _read(self, turn: int, waiting: dict[str, Read], got: dict[str, Any], began_us: int = 0) -> None:
        began_us = began_us or self._clock()
        if not waiting:
            took_ms = (self._clock() - began_us) // 1000
            self._fresh.setInterval(max(FRESH_AFTER_MS, REST_FACTOR * took_ms))
            self._finish(figures_of(self._period, began_us, self._offset, self._answer_within_s, **got))
            return
        name = next(iter(waiting))
        rest = {other: read for other, read in waiting.items() if other != name}

        def done(result: object) -> None:
            if turn == self._turn:
                self._read(turn, rest, got | {name: result}, began_us)

        def failed(words: str) -> None:
            if turn == self._turn:
                self.reading_changed.emit(False)
                self.failed.emit(words)

        self._worker.submit(waiting[name], done, failed, key=f"statistics.{name}")

    def _finish(self, figures: Figures) -> None:
        self.reading_changed.emit(False)
        self.figures_changed.emit(figures)

    def _on_committed(self, committed: Committed) -> None:
        if self._is_watched and committed.event.kind.startswith("call.") and not self._fresh.isActive():
            self._fresh.start()
