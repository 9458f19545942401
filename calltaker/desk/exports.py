"""Exports of the supervisor: first put on record, then made by a child process. The window's thread only."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Signal

from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.ports import LinePort
from calltaker.desk.report_process import ReportProcess
from calltaker.domain.clock import local_text
from calltaker.domain.period import Period
from calltaker.line.wire import Append, Reply
from calltaker.settings import Settings
from db import events as log

ExportWhat = Literal["statistics", "calls"]
ExportFormat = Literal["csv", "xlsx"]


class ExportDetail(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the log of an export (`seat.changed`, exported), as JSON. `reason` is "" when numbers are masked."""

    what: str
    format: str
    first: str
    last: str
    file: str
    reason: str


class ExportController(QObject):
    """`running_changed` (bool); `progressed` (done, total); `written` (file); `failed` (words). One export at a time."""

    running_changed = Signal(bool)
    progressed = Signal(int, int)
    written = Signal(str)
    failed = Signal(str)

    def __init__(self, line: LinePort, settings: Settings, *, clock: ClockUs = now_us, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._settings = settings
        self._clock = clock
        self._is_running = False

    @property
    def is_running(self) -> bool:
        return self._is_running

    def export(self, what: ExportWhat, form: ExportFormat, period: Period, *, reason: str = "") -> None:
        """Write a file of the period. `reason` "" masks the numbers; otherwise it says why they are needed in full."""
        file = self._file(f"{what}_{period.first:%Y%m%d}-{period.last:%Y%m%d}", form)
        centre = self._settings.centre
        arguments = [
            what,
            f"--start={period.first.isoformat()}",
            f"--end={period.last.isoformat()}",
            f"--format={form}",
            f"--utc-offset-minutes={centre.utc_offset_minutes}",
            f"--answer-within-s={centre.answer_within_s}",
            f"--language={self._settings.seat.language}",
            f"--out={file}",
        ]
        if reason:
            arguments += ["--unmasked", f"--reason={reason}"]
        detail = ExportDetail(
            what=what, format=form, first=period.first.isoformat(), last=period.last.isoformat(), file=file.name, reason=reason
        )
        self._record_and_run(detail, arguments, b"")

    def export_picture(self, name: str, form: Literal["png", "pdf"], content: bytes, period: Period) -> None:
        """Write a painted chart of the period (`calltaker.charts.output`)."""
        file = self._file(f"{name}_{period.first:%Y%m%d}-{period.last:%Y%m%d}", form)
        detail = ExportDetail(
            what=name, format=form, first=period.first.isoformat(), last=period.last.isoformat(), file=file.name, reason=""
        )
        self._record_and_run(detail, ["save", f"--out={file}"], content)

    def _file(self, name: str, ending: str) -> Path:
        made_at = local_text(self._clock(), self._settings.centre.utc_offset_minutes, "%Y%m%d%H%M%S")
        return self._settings.exports_dir / f"{name}_{made_at}.{ending}"

    def _record_and_run(self, detail: ExportDetail, arguments: list[str], content: bytes) -> None:
        """Without a record there is no export: the child starts when the journal has taken the fact."""
        if self._is_running:
            return
        self._set_running(True)
        payload = log.SeatChanged(what="exported", detail=msgspec.json.encode(detail).decode())
        event = log.new_event(self._settings.seat.id, payload, actor=self._settings.seat.operator)

        def done(_reply: Reply) -> None:
            self._run(arguments, content)

        self._line.send(Append(events=(event,)), done, self._on_failed)

    def _run(self, arguments: list[str], content: bytes) -> None:
        process = ReportProcess(arguments, database=self._settings.database_url, standard_input=content, parent=self)
        process.progressed.connect(self.progressed)
        process.written.connect(self._on_written)
        process.failed.connect(self._on_failed)
        process.start()

    def _on_written(self, file: str) -> None:
        self._set_running(False)
        self.written.emit(file)

    def _on_failed(self, words: str) -> None:
        self._set_running(False)
        self.failed.emit(words)

    def _set_running(self, running: bool) -> None:
        self._is_running = running
        self.running_changed.emit(running)
