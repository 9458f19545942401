"""The stack's own warnings, and the one loss that only they tell: a message over 4000 bytes that came over TCP.

The wheel reads at most `PJSIP_MAX_PKT_LEN` (4000) bytes a message. A longer datagram is cut and its call still rings; of
a longer message over TCP nothing is left but this log line, so the desk is told from here that a call was missed.
"""

from __future__ import annotations

import logging
import re
from typing import Protocol

import pjsua2 as pj

from telephony.sip.guard import guarded
from telephony.sip.text import raw_bytes

logger = logging.getLogger(__name__)

LEVEL = 2  # errors and warnings
_TOO_LARGE = re.compile(r"Error processing packet from (\S+): Rx buffer overflow[^\n]*\n(INVITE .*)", re.DOTALL)
_MANY_DIGITS = re.compile(r"\d{6,}")
_INDENT = re.compile(r" +[.!]*")
_LONGEST_LINE = 200


class LogObserver(Protocol):
    def on_too_large(self, head: bytes) -> None: ...


class NativeLog(pj.LogWriter):  # type: ignore[misc]  # pjsua2 has no types
    """The stack destroys its C++ half in `libDestroy`, so Python must not. Warnings of a whole second of garbage are
    written once (`forget` begins the next second), without long numbers."""

    def __init__(self, observer: LogObserver) -> None:
        super().__init__()
        self.thisown = False
        self._observer = observer
        self._said: set[str] = set()

    @guarded
    def write(self, entry: pj.LogEntry) -> None:
        message = entry.msg
        too_large = _TOO_LARGE.search(message)
        if too_large is not None:
            self._observer.on_too_large(raw_bytes(too_large[2]))
        subject = _INDENT.sub(" ", message[13:].partition("\n")[0]).strip()  # behind the time
        kind = subject[:60]
        if kind not in self._said:
            self._said.add(kind)
            logger.warning("%s", _MANY_DIGITS.sub("…", subject[:_LONGEST_LINE]))

    def forget(self) -> None:
        self._said.clear()
