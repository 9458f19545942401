"""The calls of this seat as they stand, folded from the events of the journal in their order."""

from __future__ import annotations

from collections.abc import Iterable

from calltaker.domain.live_call import LiveCall, fold
from db.events import Event

KEEP_ENDED_US = 10 * 60 * 1_000_000


class CallBook:
    """Calls by id, in order of their beginning. Not thread-safe: `calltaker.line.hub` holds its lock around it."""

    def __init__(self) -> None:
        self._calls: dict[str, LiveCall] = {}
        self._keep_since_us: dict[str, int] = {}

    def apply(self, event: Event) -> LiveCall | None:
        """Fold one event; return the call after it, or `None` when it concerns no call of this book."""
        call = fold(self._calls.get(event.subject), event)
        if call is None:
            return None
        if not call.is_open and event.subject not in self._keep_since_us:
            self._keep_since_us[event.subject] = event.at_us
        self._calls[event.subject] = call
        return call

    def load(self, events: Iterable[Event]) -> None:
        """Fold what the journal remembers of the calls before this start."""
        for event in events:
            self.apply(event)

    def get(self, call_id: str) -> LiveCall | None:
        return self._calls.get(call_id)

    def calls(self) -> tuple[LiveCall, ...]:
        return tuple(self._calls.values())

    def open_calls(self) -> tuple[LiveCall, ...]:
        return tuple(call for call in self._calls.values() if call.is_open)

    def keep_from(self, now_us: int) -> None:
        """Let the time for showing ended calls begin anew. After a restart a person must see the calls that were cut,
        however long the seat was off."""
        self._keep_since_us = dict.fromkeys(self._keep_since_us, now_us)

    def forget_ended(self, now_us: int, *, needed: Iterable[str] = ()) -> None:
        """Drop calls that ended more than 10 minutes ago, except those in `needed` (their form is not finished)."""
        kept = set(needed)
        for call_id, since_us in list(self._keep_since_us.items()):
            if now_us - since_us > KEEP_ENDED_US and call_id not in kept:
                del self._calls[call_id], self._keep_since_us[call_id]
