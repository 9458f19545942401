"""What happens to a fact: written and shown; or, while the disk or the server refuses, kept in memory, shown as not durable,
and written (once: it carries its id) when it works again.

*Facts of the telephone* are kept. *Wishes of a window* are refused while nothing can be written, because "done" means on
disk; the person still has the form and its draft. Nothing is shown twice. One thread (`calltaker.line.journal_thread`), but for
`show_early`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from calltaker.domain.trouble import Trouble
from calltaker.line.backlog import Backlog
from calltaker.line.hub import Hub
from calltaker.line.writer import Writer
from db.errors import (
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    JournalError,
    JournalFullError,
    JournalLockedError,
    JournalRefusedError,
    JournalUnavailableError,
    NotADatabaseError,
)
from db.events import Event, NewEvent

log = logging.getLogger("journal")

Answered = Callable[[tuple[Event, ...], str, str], None]
"""(events on disk, code of `Trouble` or "", technical detail)."""
Open = Callable[[], Writer]
Recover = Callable[[Writer], Sequence[NewEvent]]

RETRY_S = 1.0
SLOW_COMMIT_S = 0.5
BACKLOG_GROUP = 256
"""Events of one transaction when a day of them is made up for."""


@dataclass
class Entry:
    """Events that are committed together. `answered` is set for a window's wish, `None` for a fact of the telephone. `shown`
    says that the windows know it; it is read and set under the ledger's lock."""

    events: tuple[NewEvent, ...]
    answered: Answered | None = None
    shown: bool = False


class Ledger:
    """`open_writer` opens the journal; `recover` reads what it remembers and returns the events that close what a dead line
    left open."""

    def __init__(self, hub: Hub, open_writer: Open, recover: Recover) -> None:
        self._hub = hub
        self._open_writer = open_writer
        self._recover = recover
        self._writer: Writer | None = None
        self._backlog = Backlog()
        self._shown_seq = 0
        self._retry_at: float | None = None
        self._showing = threading.Lock()

    @property
    def retry_in_s(self) -> float | None:
        """Seconds until the next attempt; `None` while all is well."""
        return None if self._retry_at is None else max(0.0, self._retry_at - time.monotonic())

    def open(self) -> None:
        """Open the journal. One that cannot be reached now, or that the line which just died has not let go of yet, is tried
        again later. Raises what a person has to mend: `DatabaseError` (missing, too old, too new, read-only, no database)."""
        try:
            writer = self._open_writer()
            recovery = self._read_back(writer)
        except (DatabaseReadOnlyError, NotADatabaseError):
            raise
        except (DatabaseUnreachableError, JournalFullError, JournalUnavailableError, JournalLockedError) as error:
            self.fail(error)
            return
        self._writer = writer
        self._shown_seq = writer.head_seq
        if recovery:
            self.commit([Entry(recovery)])

    def commit(self, entries: Sequence[Entry]) -> None:
        """Write all entries in one transaction and show them; when one of them is wrong, each in its own."""
        if self._retry_at is not None:
            self._keep(entries)
            return
        try:
            written = list(self._append([event for entry in entries for event in entry.events]))
        except JournalRefusedError as error:
            if len(entries) > 1:
                for entry in entries:
                    self.commit([entry])
            else:
                _refuse(entries[0], error)
            return
        except (JournalFullError, JournalUnavailableError) as error:
            self.fail(error)
            self._keep(entries)
            return
        for entry in entries:
            own = tuple(written[: len(entry.events)])
            del written[: len(entry.events)]
            self._show(entry, own)
            if entry.answered is not None:
                entry.answered(own, "", "")

    def save_drafts(self, drafts: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """Write drafts by call id; return ("", "") or (code of `Trouble`, detail) for each."""
        return {call_id: self._save_draft(call_id, form) for call_id, form in drafts.items()}

    def fail(self, error: Exception) -> None:
        """Note that nothing can be written now."""
        if self._retry_at is None:
            log.error("the journal does not take facts, they are kept in memory: %s", error)
        self._retry_at = time.monotonic() + RETRY_S
        self._hub.set_health(journal="full" if isinstance(error, JournalFullError) else "failing", journal_problem=str(error))

    def try_again(self) -> None:
        """Open if need be and write what is kept; when it still does not work, the next attempt is due in a second."""
        self._retry_at = None
        try:
            if self._writer is None:
                self.open()
            if self._retry_at is None:
                self._write_backlog()
        except (JournalFullError, JournalUnavailableError) as error:
            self._retry_at = time.monotonic()
            self.fail(error)
        except Exception as error:
            self.fail(error)  # or what is kept would wait for the next failure
            raise
        if self._retry_at is None:
            log.warning("the journal takes facts again")
            self._hub.set_health(journal="ok", journal_problem="", journal_backlog=0)
            self.save_drafts(self._backlog.take_drafts())

    def close(self) -> None:
        """Make a last attempt and let go of the journal."""
        if self._retry_at is not None:
            self.try_again()
        if self._backlog.events:
            log.critical("%d facts could not be written before the end", len(self._backlog.events))
        if self._writer is not None:
            self._writer.close()

    def _read_back(self, writer: Writer) -> tuple[NewEvent, ...]:
        try:
            return tuple(Backlog.named(event) for event in self._recover(writer))
        except BaseException:
            writer.close()
            raise

    def _append(self, events: Sequence[NewEvent]) -> tuple[Event, ...]:
        if self._writer is None:
            raise JournalUnavailableError("the journal is not open")
        began = time.monotonic()
        written = self._writer.append(events)
        self._hub.set_health(journal="slow" if time.monotonic() - began > SLOW_COMMIT_S else "ok")
        return written

    def show_early(self, entries: Sequence[Entry]) -> None:
        """From any thread, while the journal does not come back: tell the hub what waits for it, as not durable."""
        with self._showing:
            for entry in entries:
                self._show_unwritten(entry)

    def _show(self, entry: Entry, events: Sequence[Event]) -> None:
        """Tell the hub what is new; an event appended a second time was told the first time."""
        with self._showing:
            shown, entry.shown = entry.shown, True
            for event in events:
                if event.seat_seq > self._shown_seq:
                    self._shown_seq = event.seat_seq
                    if not shown:
                        self._hub.publish(event)

    def _show_unwritten(self, entry: Entry) -> None:
        if not entry.shown:
            entry.shown = True
            for event in entry.events:
                self._hub.publish(Backlog.unwritten(event), durable=False)

    def _keep(self, entries: Sequence[Entry]) -> None:
        health = self._hub.health
        for entry in entries:
            if entry.answered is not None:
                entry.answered((), _trouble(health.journal), health.journal_problem)
                continue
            for event in entry.events:
                self._backlog.keep(event)
            self.show_early([entry])
        self._hub.set_health(journal_backlog=len(self._backlog.events))

    def _write_backlog(self) -> None:
        """Write what the windows have seen already; a fact that is refused for itself must not hold up the others."""
        kept = self._backlog.events
        while kept:
            some = kept[:BACKLOG_GROUP]
            try:
                self._note_written(self._append(some))
            except JournalRefusedError:
                for event in some:
                    self._append_or_lose(event)
            del kept[: len(some)]

    def _append_or_lose(self, event: NewEvent) -> None:
        try:
            self._note_written(self._append([event]))
        except JournalRefusedError as error:
            _refuse(Entry((event,)), error)

    def _note_written(self, events: Sequence[Event]) -> None:
        for event in events:
            self._shown_seq = max(self._shown_seq, event.seat_seq)

    def _save_draft(self, call_id: str, form: str) -> tuple[str, str]:
        if self._retry_at is None and self._writer is not None:
            try:
                self._writer.save_draft(call_id, form)
            except JournalRefusedError as error:
                return Trouble.JOURNAL_REFUSED, str(error)
            except JournalError as error:
                self.fail(error)
            else:
                return "", ""
        self._backlog.keep_draft(call_id, form)
        return _trouble(self._hub.health.journal), self._hub.health.journal_problem


def _trouble(journal: str) -> Trouble:
    return Trouble.JOURNAL_FULL if journal == "full" else Trouble.JOURNAL_AWAY


def _refuse(entry: Entry, error: JournalRefusedError) -> None:
    if entry.answered is not None:
        entry.answered((), Trouble.JOURNAL_REFUSED, str(error))
    else:
        log.error("a fact of the line was refused and is lost to the log: %s", error)
