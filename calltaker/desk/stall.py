"""Finds who keeps the window's thread waiting: a 10 ms heart beat, and a watchdog that writes the guilty stack into the log."""

from __future__ import annotations

import faulthandler
import logging
import re
import tempfile
import threading
import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer

_log = logging.getLogger("ui")
BEAT_MS = 10
REST_MS = 50
"""The beat while no call is open: 100 beats a second cost a whole percent of a core."""
STALL_MS = 100
_WATCH_S = 0.05
_KEPT_BEATS = 6_000


class StallWatch(QObject):
    """Make it on the window's thread. `lateness_ms` holds how late each of the last beats came. It beats every 10 ms, or every
    50 ms after `rest(True)`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beat_ms = BEAT_MS
        self._beaten_at_s = time.perf_counter()
        self._lateness_ms: deque[float] = deque(maxlen=_KEPT_BEATS)
        self._thread_id = threading.get_ident()
        self._stopping = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self._watchdog = threading.Thread(target=self._watch, name="stall watch", daemon=True)

    def start(self) -> None:
        self._beaten_at_s = time.perf_counter()
        self._timer.start()
        self._watchdog.start()

    def stop(self) -> None:
        self._timer.stop()
        self._stopping.set()
        self._watchdog.join(1.0)

    def rest(self, resting: bool) -> None:
        """Slow down while nothing happens."""
        wanted_ms = REST_MS if resting else BEAT_MS
        if wanted_ms != self._beat_ms:
            self._beat_ms = wanted_ms
            self._beaten_at_s = time.perf_counter()
            self._timer.setInterval(wanted_ms)

    @property
    def lateness_ms(self) -> tuple[float, ...]:
        return tuple(self._lateness_ms)

    def _on_beat(self) -> None:
        now_s = time.perf_counter()
        late_ms = (now_s - self._beaten_at_s) * 1_000 - self._beat_ms
        self._beaten_at_s = now_s
        self._lateness_ms.append(max(0.0, late_ms))
        if late_ms >= STALL_MS:
            _log.warning("the window stood still for %.0f ms", late_ms)

    def _watch(self) -> None:
        """Once per stall, while it lasts, write what the window's thread is doing."""
        seen_s = 0.0
        while not self._stopping.wait(_WATCH_S):
            beaten_at_s = self._beaten_at_s
            if time.perf_counter() - beaten_at_s < (self._beat_ms + STALL_MS) / 1_000 or beaten_at_s == seen_s:
                continue
            seen_s = beaten_at_s
            try:
                stack = _stack_of(self._thread_id)
            except OSError as error:  # no room on the disk: the next stall is looked at all the same
                stack = f"(not known: {error})"
            _log.warning("the window stands still in:\n%s", stack)


def _stack_of(thread_id: int) -> str:
    """Return what a thread is doing, the most recent call first.

    Only as text: a frame object of a running thread (`sys._current_frames`) would keep that thread's widgets and pictures
    alive and destroy them here, on the wrong thread; and one taken while the frame is being left crashes when it is freed.
    """
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file, all_threads=True)
        file.seek(0)
        stacks = file.read().decode(errors="replace").split("\n\n")
    of_thread = re.compile(rf"0x0*{thread_id:x}\b")  # as many digits as a C long of the system has
    return next((stack for stack in stacks if of_thread.search(stack.partition("\n")[0])), "")
