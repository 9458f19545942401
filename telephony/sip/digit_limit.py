"""Keeps a flood of digits out of the log.

A person presses up to ten digits a second, a dialler twenty for a moment. Over RTP or INFO a peer can send thousands.
"""

from __future__ import annotations

from telephony.sip.flood_limit import FloodLimit

BURST = 40
PER_SECOND = 10.0


class DigitLimit(FloodLimit):
    """One for each call."""

    def __init__(self) -> None:
        super().__init__(BURST, PER_SECOND)
