"""The thread that owns the journal: takes facts and wishes from a queue and commits all that waits in one go."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from calltaker.line.backlog import Backlog
from calltaker.line.ledger import Answered, Entry, Ledger
from db.events import NewEvent

log = logging.getLogger("journal")

MAX_GROUP = 256


@dataclass(frozen=True)
class Fact:
    """Something that happened on the line; `make` reads it into events on the journal's thread (and must not raise)."""

    make: Callable[[], Sequence[NewEvent]]


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


class JournalThread:
    """`submit` from any thread; everything else happens on the journal's thread, in the order of submitting."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._queue: queue.SimpleQueue[Item | None] = queue.SimpleQueue()
        self._opened = threading.Event()
        self._fatal: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait_until_open(self) -> Exception | None:
        """Wait for the first attempt to open; return what a person has to mend before the line can start, if anything."""
        self._opened.wait()
        return self._fatal

    def submit(self, item: Item) -> None:
        """Hand over work and return at once."""
        self._queue.put(item)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Write everything submitted so far and close. False when the journal did not manage in time."""
        self._queue.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._ledger.open()
        except Exception as error:
            log.exception("the journal cannot be opened")
            self._fatal = error
            return
        finally:
            self._opened.set()
        running = True
        while running:
            items, running = self._next_group()
            if not self._work_safely(items):
                for item in items:  # what was written has its id and is not written again
                    self._work_safely([item])
        self._ledger.close()

    def _work_safely(self, items: Sequence[Entry | Draft]) -> bool:
        try:
            self._work(items)
        except Exception:
            log.exception("the journal failed in a way nobody foresaw")
            return False
        return True

    def _next_group(self) -> tuple[list[Entry | Draft], bool]:
        """Return what waits, oldest first (nothing when it is time to try again), and whether to go on."""
        items: list[Entry | Draft] = []
        try:
            while len(items) < MAX_GROUP:
                item = self._queue.get_nowait() if items else self._queue.get(timeout=self._ledger.retry_in_s)
                if item is None:
                    return items, False
                items.append(_entry(item))
        except queue.Empty:
            pass
        return items, True

    def _work(self, items: Sequence[Entry | Draft]) -> None:
        if self._ledger.retry_in_s == 0.0:
            self._ledger.try_again()
        entries = [item for item in items if isinstance(item, Entry) and item.events]
        if entries:
            self._ledger.commit(entries)
        drafts = [item for item in items if isinstance(item, Draft)]
        troubles = self._ledger.save_drafts({draft.call_id: draft.form for draft in drafts})
        for draft in drafts:
            draft.answered((), *troubles[draft.call_id])


def _entry(item: Item) -> Entry | Draft:
    match item:
        case Fact():
            return Entry(tuple(Backlog.named(event) for event in item.make()))
        case Wish():
            return Entry(tuple(Backlog.named(event) for event in item.events), item.answered)
    return item
