"""The time of the facts of calls, which no jump of the system's clock tears apart.

A computer whose clock was wrong at the start sets it, by hours, when its network comes up; done between ring and answer, that
would put a negative or an absurd waiting time on record. So while calls run, time goes on with the steady clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable


class CallClock:
    """Microseconds since the Unix epoch, UTC. `wall_ns` may jump, `steady_ns` does not."""

    def __init__(self, wall_ns: Callable[[], int] = time.time_ns, steady_ns: Callable[[], int] = time.monotonic_ns) -> None:
        self._wall_ns, self._steady_ns = wall_ns, steady_ns
        self._offset_ns = 0
        self.set()

    def set(self) -> None:
        """Follow the system's clock; call it while there are no calls."""
        self._offset_ns = self._wall_ns() - self._steady_ns()

    def now_us(self) -> int:
        return (self._steady_ns() + self._offset_ns) // 1000


clock = CallClock()
"""The one of this process, which is one line."""
