"""Things to do later on the SIP thread; nothing here starts a thread."""

from __future__ import annotations

import heapq
import itertools
import time
from collections.abc import Callable

from telephony.sip.guard import guarded


class Timers:
    """Not thread-safe: used by the SIP thread only. `clock` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()

    def after(self, delay_s: float, action: Callable[[], None]) -> None:
        """Run `action` once, `delay_s` seconds from now."""
        heapq.heappush(self._waiting, (self._clock() + delay_s, next(self._order), action))

    def every(self, period_s: float, action: Callable[[], None]) -> None:
        """Run `action` again and again, first in `period_s` seconds; a late run is not made up for."""

        def run() -> None:
            self.after(period_s, run)
            action()

        self.after(period_s, run)

    def run_due(self) -> None:
        """Run what is due. An action that fails is logged and does not stop the others."""
        now = self._clock()
        while self._waiting and self._waiting[0][0] <= now:
            _, _, action = heapq.heappop(self._waiting)
            guarded(action)()

    def clear(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()
