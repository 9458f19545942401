"""The line's log: `data_dir/log/line.log`, turned over at 5 MB, written by a thread of its own, without telephone numbers.

Categories: sip, journal, socket, audio, line (and the libraries' own).
"""

from __future__ import annotations

import logging
import logging.handlers
import queue
import re
from pathlib import Path

from telephony.numbers import mask

_MAX_BYTES = 5 * 1024 * 1024
_KEPT_FILES = 5
# Numbers of 7 to 15 digits, also +62 812-5550-1234; not parts of ids, times, addresses or hashes.
_NUMBER = re.compile(r"(?<![\w.-])\+?\d(?:[ -]?\d){6,14}(?![\w.-]|:\d)")


class MaskNumbers(logging.Filter):
    """Masks what looks like a telephone number, whoever wrote the line and wherever it stands in it, traceback included
    (the queue has already put that into the message)."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = mask_numbers(record.getMessage())
        record.args = None
        return True


def mask_numbers(text: str) -> str:
    """Return the text with every telephone number in it masked."""
    return _NUMBER.sub(lambda found: mask(re.sub(r"[ -]", "", found[0])), text)


class LogThread:
    """Writes the process's log until `stop`, which writes the rest and closes the file."""

    def __init__(self, file: logging.Handler) -> None:
        self._file = file
        waiting: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self.entrance = logging.handlers.QueueHandler(waiting)
        self._listener = logging.handlers.QueueListener(waiting, file)
        self._listener.start()

    def stop(self) -> None:
        self._listener.stop()
        self._file.close()


def begin(log_dir: Path, name: str, *, level: int = logging.INFO) -> LogThread:
    """Send the process's log to `log_dir/name.log`; stop what is returned at the end. Raises `OSError`."""
    log_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = logging.handlers.RotatingFileHandler(
        log_dir / f"{name}.log", maxBytes=_MAX_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", errors="backslashreplace"
    )
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(threadName)s: %(message)s"))
    file.addFilter(MaskNumbers())
    thread = LogThread(file)
    root = logging.getLogger()
    root.setLevel(level)
    root.handlers[:] = [thread.entrance]
    return thread
