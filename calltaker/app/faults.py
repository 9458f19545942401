"""Mistakes of the program: written to the log with their stack, told in one plain line, and the desk stays up."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

_log = logging.getLogger("ui")
QUIET_S = 60.0
"""The same mistake is told (and logged in full) once in this time: one that sits in a paint comes 20 times a second."""


class Faults(QObject):
    """Takes over `sys.excepthook` and `threading.excepthook` between `install()` and `remove()`."""

    _happened = Signal()

    def __init__(self, say: Callable[[str, str], None], *, clock_s: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._say = say
        self._clock_s = clock_s
        self._told_at_s: dict[tuple[str, str, int], float] = {}
        self._lock = threading.Lock()
        self._before = (sys.excepthook, threading.excepthook)
        self._happened.connect(self._tell)

    def install(self) -> None:
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.on_fault
        threading.excepthook = self._on_thread_fault

    def remove(self) -> None:
        sys.excepthook, threading.excepthook = self._before

    def on_fault(self, kind: type[BaseException], fault: BaseException, stack: TracebackType | None) -> None:
        """Log a mistake and tell the person; Ctrl+C in a terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            app = QCoreApplication.instance()
            if app is not None:
                app.quit()
            return
        if self._is_news(kind, stack):
            _log.critical("a mistake of the program", exc_info=(kind, fault, stack))
            self._happened.emit()

    def _on_thread_fault(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_fault(args.exc_type, args.exc_value, args.exc_traceback)

    def _is_news(self, kind: type[BaseException], stack: TracebackType | None) -> bool:
        while stack is not None and stack.tb_next is not None:
            stack = stack.tb_next
        place = (stack.tb_frame.f_code.co_filename, stack.tb_lineno) if stack else ("", 0)
        key, now_s = (kind.__name__, *place), self._clock_s()
        with self._lock:
            is_news = now_s - self._told_at_s.get(key, -QUIET_S) >= QUIET_S
            if is_news:
                self._told_at_s[key] = now_s
        return is_news

    def _tell(self) -> None:
        text = self.tr(
            "The program made a mistake; calls go on. If something looks wrong, press the key again. It is in the log."
        )
        self._say(text, "warning")
