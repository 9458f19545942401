"""When speech starts, stops and comes back, told from packet counters that are polled."""

from __future__ import annotations

from typing import Literal

import msgspec

Change = Literal["started", "lost", ""]


class Packets(msgspec.Struct, frozen=True):
    """RTP packets of one stream since it exists; a re-INVITE may begin a new stream with new counters."""

    received: int
    sent: int


class RtpWatch:
    """Pure: fed with counters and the time, says when to tell. Times are seconds of a steady clock."""

    def __init__(self) -> None:
        self._started = False
        self._lost = False
        self._received = 0
        self._alive_at_s: float | None = None
        self._is_forgiven = False

    @property
    def waits_for_first(self) -> bool:
        return not self._started

    @property
    def silent_since_s(self) -> float | None:
        return self._alive_at_s

    def answered(self, before: Packets | None) -> None:
        """The call is answered now; `before` holds what came as early media."""
        self._received = before.received if before else 0

    def pause(self) -> None:
        """Nobody expects sound now (held). The clock of silence starts again afterwards."""
        self._alive_at_s, self._is_forgiven = None, False

    def stood_still(self, seconds: float, now_s: float) -> None:
        """This process could not listen for so long until now: that is no silence of the caller's. Forgiven once until sound is
        heard again, so that a caller who is gone is told as lost on a machine, too, that stands still again and again."""
        if self._alive_at_s is not None and not self._is_forgiven:
            self._alive_at_s = min(now_s, self._alive_at_s + seconds)
            self._is_forgiven = True

    def look(self, packets: Packets | None, now_s: float, lost_after_s: float) -> Change:
        """Return what has changed since the last look."""
        if self._alive_at_s is None:
            self._alive_at_s = now_s
        has_sound = packets is not None and packets.received != self._received and packets.sent > 0
        if has_sound and packets is not None:
            self._received = packets.received
            self._alive_at_s, self._is_forgiven = now_s, False
            is_news = self._lost or not self._started
            self._started, self._lost = True, False
            return "started" if is_news else ""
        if not self._lost and now_s - self._alive_at_s >= lost_after_s:
            self._lost = True
            return "lost"
        return ""
