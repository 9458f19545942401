"""A helper process beside the window: frames in and out, started again when it dies. Nothing here waits for it."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from calltaker.child_side import pack, split

_FIRST_PAUSE_MS = 200
_LONGEST_PAUSE_MS = 10_000
_WELL_AFTER_S = 30.0
"""A child that lived this long is started again at once when it dies; one that dies sooner waits longer each time."""
_STOP_MS = 300

_log = logging.getLogger("ui")
_ending: set[QProcess] = set()


def are_ending() -> bool:
    """True while children that were told to stop still run."""
    return bool(_ending)


class ChildProcess(QObject):
    """`python -m module arguments…`. `received` (payload): one frame. `began`: a (new) child runs and knows nothing.
    `lost` (words): it died; another one follows."""

    received = Signal(bytes)
    began = Signal()
    lost = Signal(str)

    def __init__(self, module: str, arguments: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._module = module
        self._buffer = bytearray()
        self._pause_ms = _FIRST_PAUSE_MS
        self._began_s = 0.0
        self._is_stopping = False
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments(["-m", module, *arguments])
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process.started.connect(self._on_started)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_words)
        self._process.finished.connect(lambda _code, _status: self._on_end())
        self._process.errorOccurred.connect(self._on_error)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.start)

    @property
    def pid(self) -> int:
        """The process id, 0 while none runs."""
        return int(self._process.processId())

    def start(self) -> None:
        if not self._is_stopping and self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.start()

    def stop(self) -> None:
        """End the child for good: its standard input is closed, which every child takes as the end. One that does not go by
        itself is killed; until then `are_ending` holds it, so that no object here has to wait for it."""
        self._is_stopping = True
        self._again.stop()
        process = self._process
        if process.state() == QProcess.ProcessState.NotRunning:
            return
        process.setParent(None)
        _ending.add(process)
        process.finished.connect(lambda _code, _status: _ending.discard(process))
        QTimer.singleShot(_STOP_MS, process, process.kill)
        process.closeWriteChannel()

    def kill(self) -> None:
        """End a child that hangs or talks nonsense; another one follows."""
        self._process.kill()

    def send(self, payload: bytes) -> bool:
        """Hand over a frame; False when no child runs (`began` tells when one does)."""
        if self._process.state() != QProcess.ProcessState.Running:
            return False
        self._process.write(pack(payload))
        return True

    def _on_started(self) -> None:
        self._began_s = time.monotonic()
        self._buffer.clear()
        self.began.emit()

    def _on_output(self) -> None:
        self._buffer += self._process.readAllStandardOutput().data()
        try:
            for payload in split(self._buffer):
                self.received.emit(payload)
        except ValueError:
            _log.exception("%s sent no frame", self._module)
            self._process.kill()

    def _on_words(self) -> None:
        for line in bytes(self._process.readAllStandardError().data()).decode(errors="replace").splitlines():
            _log.warning("%s: %s", self._module, line)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_end()

    def _on_end(self) -> None:
        if self._is_stopping:
            return
        words = self._process.errorString()
        if time.monotonic() - self._began_s > _WELL_AFTER_S:
            self._pause_ms = _FIRST_PAUSE_MS
        _log.error("%s ended: %s", self._module, words)
        self._again.start(self._pause_ms)
        self._pause_ms = min(self._pause_ms * 2, _LONGEST_PAUSE_MS)
        self.lost.emit(words)
