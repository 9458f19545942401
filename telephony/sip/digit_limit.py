"""Keeps a flood of digits out of the log.

A person presses up to ten digits a second, a dialler twenty for a moment. Over RTP or INFO a peer can send thousands, and every
one would be a fact on disk and on the screen for ever.
"""

from __future__ import annotations

BURST = 40
PER_SECOND = 10.0


class DigitLimit:
    """Pure: times are seconds of a steady clock. One for each call."""

    def __init__(self) -> None:
        self._left = float(BURST)
        self._at_s: float | None = None
        self.dropped = 0

    def takes(self, now_s: float) -> bool:
        """Count a digit; false when it is one too many."""
        if self._at_s is not None:
            self._left = min(float(BURST), self._left + (now_s - self._at_s) * PER_SECOND)
        self._at_s = now_s
        if self._left < 1.0:
            self.dropped += 1
            return False
        self._left -= 1.0
        return True
