"""Runs `python -m calltaker.reports` beside the window and tells how far it is. The window's thread only; nothing waits."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

DATABASE_VARIABLE = "CALLTAKER_REPORT_DATABASE"  # as in `calltaker.reports`: a password must not stand in arguments


class ReportLine(msgspec.Struct, frozen=True):
    """One line of the child's standard output."""

    done: int = 0
    total: int = 0
    file: str = ""
    error: str = ""


class ReportProcess(QObject):
    """One report. `progressed` (done, total); then either `written` (file) or `failed` (one sentence), once.
    It deletes itself afterwards."""

    progressed = Signal(int, int)
    written = Signal(str)
    failed = Signal(str)

    def __init__(self, arguments: Sequence[str], *, database: str = "", standard_input: bytes = b"", parent: QObject) -> None:
        super().__init__(parent)
        self._standard_input = standard_input
        self._last = ReportLine()
        self._is_over = False
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        if database:
            environment.insert(DATABASE_VARIABLE, database)
        self._process.setProcessEnvironment(environment)
        self._process.setProgram(sys.executable)
        self._process.setArguments(["-m", "calltaker.reports", *arguments])
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        self._process.start()
        if self._standard_input:
            self._process.write(self._standard_input)
        self._process.closeWriteChannel()

    def _on_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                self._last = msgspec.json.decode(line, type=ReportLine)
            except msgspec.MsgspecError:
                self._last = ReportLine(error=line.decode(errors="replace").strip())
            if self._last.total:
                self.progressed.emit(self._last.done, self._last.total)

    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        if exit_code == 0 and self._last.file:
            self._end(file=self._last.file)
            return
        stderr = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        self._end(error=self._last.error or stderr.rpartition("\n")[2] or f"exit code {exit_code}")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(error=self._process.errorString())

    def _end(self, *, file: str = "", error: str = "") -> None:
        if self._is_over:
            return
        self._is_over = True
        if file:
            self.written.emit(file)
        else:
            self.failed.emit(error)
        self.deleteLater()
