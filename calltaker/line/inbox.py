"""What waits for the journal, in its order, and what the journal works on just now."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from calltaker.line.backlog import Backlog
from calltaker.line.ledger import Answered, Entry
from db.events import NewEvent


class Fact:
    """Something that happened on the line; `make` reads it into events (and must not raise), once, off the SIP thread."""

    def __init__(self, make: Callable[[], Sequence[NewEvent]]) -> None:
        self._make = make
        self._entry: Entry | None = None
        self._lock = threading.Lock()

    def entry(self) -> Entry:
        with self._lock:
            if self._entry is None:
                self._entry = Entry(tuple(Backlog.named(event) for event in self._make()))
            return self._entry


@dataclass(frozen=True)
class Wish:
    """Events that a window asks to append, together or not at all."""

    events: tuple[NewEvent, ...]
    answered: Answered


@dataclass(frozen=True)
class Draft:
    """The newest form of a call; an older one that still waits is not written, but answered with it."""

    call_id: str
    form: str
    answered: Answered


Item = Fact | Wish | Draft


class Inbox:
    """Thread-safe; only `take` waits."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[Item | None] = deque()
        self._group: list[Item] = []
        self._since_s: float | None = None

    def put(self, item: Item | None) -> None:
        """Add an item; `None` is the end."""
        with self._changed:
            self._waiting.append(item)
            self._changed.notify()

    def take(self, most: int, timeout_s: float | None) -> tuple[list[Item], bool]:
        """Return what waits, oldest first (nothing when the time is over), and whether more may come."""
        with self._changed:
            if not self._waiting:
                self._changed.wait(timeout_s)
            group: list[Item] = []
            while self._waiting and len(group) < most:
                item = self._waiting.popleft()
                if item is None:
                    return self._begin(group), False
                group.append(item)
            return self._begin(group), True

    def done(self) -> None:
        """What was taken last is written, kept or refused."""
        with self._changed:
            self._group, self._since_s = [], None

    def overdue(self, patience_s: float) -> list[Fact]:
        """Return every fact in work and waiting, when the work has taken longer than `patience_s`."""
        with self._changed:
            if self._since_s is None or time.monotonic() - self._since_s < patience_s:
                return []
            return [item for item in (*self._group, *self._waiting) if isinstance(item, Fact)]

    def _begin(self, group: list[Item]) -> list[Item]:
        self._group, self._since_s = group, time.monotonic()
        return group
