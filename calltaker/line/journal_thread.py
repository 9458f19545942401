"""The thread that owns the journal: takes facts and wishes from its inbox and commits all that waits in one go.

A second thread only watches it. A server that hangs or a disk that sleeps can hold a commit for many seconds, and a caller must
not wait for that: what has happened meanwhile is shown as not durable yet.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

from calltaker.line.backlog import Backlog
from calltaker.line.inbox import Draft, Fact, Inbox, Item, Wish
from calltaker.line.ledger import Entry, Ledger

log = logging.getLogger("journal")

MAX_GROUP = 256
PATIENCE_S = 0.3
"""A commit takes a few milliseconds, on a bad disk a tenth of a second."""
_LOOK_EVERY_S = 0.1


class JournalThread:
    """`submit` from any thread; everything else happens on the journal's thread, in the order of submitting."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._inbox = Inbox()
        self._opened = threading.Event()
        self._ended = threading.Event()
        self._fatal: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._watch = threading.Thread(target=self._show_overdue, name="journal watch", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._watch.start()

    def wait_until_open(self) -> Exception | None:
        """Wait for the first attempt to open; return what a person has to mend before the line can start, if anything."""
        self._opened.wait()
        return self._fatal

    def submit(self, item: Item) -> None:
        """Hand over work and return at once."""
        self._inbox.put(item)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Write everything submitted so far and close. False when the journal did not manage in time."""
        self._inbox.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._ledger.open()
        except Exception as error:
            log.exception("the journal cannot be opened")
            self._fatal = error
            self._ended.set()
            return
        finally:
            self._opened.set()
        running = True
        while running:
            items, running = self._inbox.take(MAX_GROUP, self._ledger.retry_in_s)
            if not self._work_safely(items):
                for item in items:  # what was written has its id and is not written again
                    self._work_safely([item])
            self._inbox.done()
        self._ended.set()
        self._ledger.close()

    def _work_safely(self, items: Sequence[Item]) -> bool:
        try:
            self._work(items)
        except Exception:
            log.exception("the journal failed in a way nobody foresaw")
            return False
        return True

    def _work(self, items: Sequence[Item]) -> None:
        if self._ledger.retry_in_s == 0.0:
            self._ledger.try_again()
        entries = [_entry(item) for item in items if isinstance(item, Fact | Wish)]
        if any(entry.events for entry in entries):
            self._ledger.commit([entry for entry in entries if entry.events])
        drafts = [item for item in items if isinstance(item, Draft)]
        troubles = self._ledger.save_drafts({draft.call_id: draft.form for draft in drafts})
        for draft in drafts:
            draft.answered((), *troubles[draft.call_id])

    def _show_overdue(self) -> None:
        while not self._ended.wait(_LOOK_EVERY_S):
            try:
                self._ledger.show_early([fact.entry() for fact in self._inbox.overdue(PATIENCE_S)])
            except Exception:
                log.exception("what waits for the journal could not be shown")


def _entry(item: Fact | Wish) -> Entry:
    if isinstance(item, Fact):
        return item.entry()
    return Entry(tuple(Backlog.named(event) for event in item.events), item.answered)
