"""Protects the process from a flood of INVITEs.

Every call that is let in opens two RTP sockets, and this wheel keeps a closed socket's handle blocked for 500 ms; with 64
handles, more than about 56 calls a second abort the process (`ioqueue_select.c`, an assert). So after a few new calls
within half a second the SIP socket is not read for a moment: the kernel keeps the datagrams, and what it cannot keep is
sent again by the callers (SIP timers A and B). Calls refused because all lines are busy open no sockets and do not count.
"""

from __future__ import annotations

from collections import deque

WINDOW_S = 0.6
LIMIT = 10


class InviteBrake:
    """Pure: times are seconds of a steady clock. One poll of the stack may read ten INVITEs more than `LIMIT`, which
    leaves (20 + 4 running before) x 2 sockets below 64. Measured with INVITE and CANCEL at 80 to 300 a second: 10 and 12
    hold, 14 does not. Up to 16 calls a second pass without a wait."""

    def __init__(self) -> None:
        self._invites: deque[float] = deque()

    def count(self, now_s: float) -> None:
        """A call was let in."""
        self._invites.append(now_s)

    def is_on(self, now_s: float) -> bool:
        """True while the SIP socket must not be read."""
        while self._invites and now_s - self._invites[0] >= WINDOW_S:
            self._invites.popleft()
        return len(self._invites) >= LIMIT
