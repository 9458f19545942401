"""Protects the process from a flood of INVITEs.

Every call that is let in opens two RTP sockets, and this wheel keeps a closed socket's handle blocked for 500 ms; with 64
handles, more than about 56 calls a second abort the process (`ioqueue_select.c`, an assert). So after a few calls that came
and went within half a second the SIP socket is not read for a moment: the kernel keeps the datagrams, and what it cannot
keep is sent again by the callers (SIP timers A and B). Calls refused because all lines are busy open no sockets and do not
count.
"""

from __future__ import annotations

from collections import deque

WINDOW_S = 0.6
LIMIT = 10
LIMIT_AFTER_REST = 3
REST_S = 0.05


class InviteBrake:
    """Pure: times are seconds of a steady clock; `is_on` is asked before every look at the network.

    A call counts from its end on, when its handles begin to be blocked. One look at the network reads up to 51 datagrams, so
    what has gathered while nobody read (the brake was on, or the process stood still) may be 26 calls with their CANCELs at
    once: beside them, 4 running ones and 2 just ended leave no handle to spare. So after a rest `LIMIT_AFTER_REST` holds.
    Who reads all the time finds a few datagrams each time: there `LIMIT` holds, measured with INVITE and CANCEL at 80 to 300
    a second (10 and 12 hold, 14 does not), and up to 16 calls a second pass without a wait."""

    def __init__(self) -> None:
        self._ends: deque[float] = deque()
        self._is_on = False
        self._asked_at_s = 0.0

    def count_end(self, now_s: float) -> None:
        """A call that was let in has ended."""
        self._ends.append(now_s)

    def is_on(self, now_s: float) -> bool:
        """True while the SIP socket must not be read."""
        has_rested = self._is_on or now_s - self._asked_at_s > REST_S
        self._asked_at_s = now_s
        while self._ends and now_s - self._ends[0] >= WINDOW_S:
            self._ends.popleft()
        self._is_on = len(self._ends) >= (LIMIT_AFTER_REST if has_rested else LIMIT)
        return self._is_on
