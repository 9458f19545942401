"""Keeps a flood of a peer out of the log: every fact would be on disk and on the screen for ever."""

from __future__ import annotations


class FloodLimit:
    """Pure: times are seconds of a steady clock. One for each call and thing; `burst` at once, then `per_second`."""

    def __init__(self, burst: int, per_second: float) -> None:
        self._burst, self._per_second = float(burst), per_second
        self._left = self._burst
        self._at_s: float | None = None
        self.dropped = 0

    def takes(self, now_s: float) -> bool:
        """Count one; false when it is one too many."""
        if self._at_s is not None:
            self._left = min(self._burst, self._left + (now_s - self._at_s) * self._per_second)
        self._at_s = now_s
        if self._left < 1.0:
            self.dropped += 1
            return False
        self._left -= 1.0
        return True
