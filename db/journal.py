"""The writer of the log: events in, on disk when `append` returns, their folds in the same transaction.

Speed comes from four things: SQL texts made once, the head kept in memory, no look for an older row where an event is the
first of its subject, and (in a file, where nobody else writes) rows remembered from the last transactions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
import uuid_utils

from db import events as log
from db import rules
from db.batch import Batch, Prepared
from db.check import check
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
from db.head import Head, now_us
from db.records import Key, Record
from db.stores import ConflictError, open_store

__all__ = [
    "Journal",
    "JournalError",
    "JournalFullError",
    "JournalLockedError",
    "JournalRefusedError",
    "JournalUnavailableError",
    "named",
]

DEFAULT_BALLAST_BYTES = 32 * 1024 * 1024
_WAYS_TO_MAKE_ROOM = 2
_REMEMBERED_ROWS = 20_000
_RECENT_US = 10 * 60 * 1_000_000
_LONGEST_CALL_US = 24 * 60 * 60 * 1_000_000

T = TypeVar("T")
Numbering = Callable[[int, int], str]
"""From the time (microseconds UTC) and the day's counter to a ticket number."""


def named(events: Sequence[log.NewEvent]) -> tuple[log.NewEvent, ...]:
    """Return the events with their ids and times filled, so that an append that failed may be tried again as it was."""
    at_us = now_us()
    return tuple(msgspec.structs.replace(new, id=new.id or str(uuid_utils.uuid7()), at_us=new.at_us or at_us) for new in events)


class Journal:
    """The one writer of a seat. Everything is called on one thread. Errors: `JournalError`; `open` also `DatabaseError`."""

    def __init__(
        self,
        url: str,
        seat: str,
        *,
        numbering: Numbering,
        utc_offset_minutes: int = 420,
        ballast_bytes: int = DEFAULT_BALLAST_BYTES,
    ) -> None:
        self._url = url
        self._seat = seat
        self._numbering = numbering
        self._utc_offset_us = utc_offset_minutes * 60_000_000
        self._store = open_store(url, ballast_bytes=ballast_bytes)
        self._sql = self._store.statements
        self._head: Head | None = None
        self._remembered: dict[Key, Record] = {}

    @property
    def head_seq(self) -> int:
        """Number of this seat's last event."""
        return self._load_head().seat_seq

    @property
    def reserve_gone(self) -> bool:
        """True after the disk was full: the reserve was spent and there is no room yet to lay it down again."""
        return self._store.reserve_gone

    def open(self) -> None:
        """Check the database and take the writer's place. Raises `DatabaseError` or `JournalError`."""
        try:
            check(self._url)
        except DatabaseUnreachableError as error:
            # A full disk hides even a good file; the reserve, if there is one, shows it again.
            if isinstance(error, DatabaseReadOnlyError | NotADatabaseError) or not self._store.make_room():
                raise
            check(self._url)
        try:
            self._store.connect()
            self._load_head()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the database; a second close does nothing."""
        self._forget()
        self._store.close()

    # --- reading back -----------------------------------------------------------------------------------------------
    def events(self, subject: str) -> tuple[log.Event, ...]:
        """Return all events of a subject, oldest first."""
        return self._read(self._sql.events_of_subject, subject)

    def open_calls(self) -> tuple[log.Event, ...]:
        """Return all events of this seat's calls that have not ended or ended within 10 minutes, oldest first."""
        at_us = now_us()
        seat = self._seat
        return self._read(self._sql.events_of_open_calls, seat, seat, at_us - _LONGEST_CALL_US, at_us - _RECENT_US)

    def _read(self, sql: str, *parameters: str | int) -> tuple[log.Event, ...]:
        return tuple(log.from_row(row) for row in self._store.rows(sql, parameters))

    # --- drafts -----------------------------------------------------------------------------------------------------
    def save_draft(self, call_id: str, form: str) -> None:
        """Keep a half-typed form as it stands now; "" forgets it."""
        if form:
            kept = (call_id, self._seat, form.replace("\0", ""), now_us())
            self._with_room(lambda: self._run(self._sql.upsert_draft, kept))
        else:
            self._with_room(lambda: self._run(self._sql.forget_draft, (call_id,)))

    def drafts(self) -> dict[str, str]:
        """Return the half-typed forms of this seat by call id."""
        return dict(self._store.rows(self._sql.drafts, (self._seat,)))

    def _run(self, sql: str, parameters: Sequence[Any]) -> None:
        with self._store.transaction():
            self._store.execute(sql, parameters)

    def _with_room(self, write: Callable[[], T]) -> T:
        """Write; where the disk is full, make room (use space again, then give up the reserve) and write again."""
        for _ in range(_WAYS_TO_MAKE_ROOM):
            try:
                return write()
            except JournalFullError:
                if not self._store.make_room():
                    raise
        return write()

    # --- facts ------------------------------------------------------------------------------------------------------
    def append(self, events: Sequence[log.NewEvent]) -> tuple[log.Event, ...]:
        """Put the events on disk, all or none, and return them in the same order. An event whose id is there already is
        returned as it was stored. After `JournalUnavailableError` append the same (`named`) events again. One append is one
        commit: give it everything that waits."""
        prepared = [self._prepare(new) for new in named(events)]
        if not prepared:
            return ()
        return self._with_room(lambda: self._commit(prepared))

    def _prepare(self, new: log.NewEvent) -> Prepared:
        """Raises `JournalRefusedError`."""
        try:
            payload = log.decode(new.kind, new.payload)
        except log.UnknownKindError as error:
            raise JournalRefusedError(str(error)) from error
        why_not = rules.refusal(new, payload)
        if why_not:
            raise JournalRefusedError(why_not)
        return Prepared(new=new, payload=payload)

    def _commit(self, prepared: list[Prepared]) -> tuple[log.Event, ...]:
        """First as if everything were new; where that clashes, again with a look at what is there."""
        try:
            written = self._write(prepared, careful=False)
        except ConflictError:
            stored = self._stored([one.new.id for one in prepared])
            for one in prepared:
                self._same_fact(one, stored.get(one.new.id))
            fresh = list({one.new.id: one for one in prepared if one.new.id not in stored}.values())
            written = stored
            if fresh:
                try:
                    written = stored | self._write(fresh, careful=True)
                except ConflictError as error:
                    raise JournalUnavailableError(f"two writers on the seat {self._seat} ({error})") from error
        self._store.tend()
        return tuple(written[one.new.id] for one in prepared)

    def _same_fact(self, one: Prepared, stored: log.Event | None) -> None:
        if stored is not None and (stored.kind, stored.subject) != (one.new.kind, one.new.subject):
            raise JournalRefusedError(f"the id {one.new.id} was used for another fact ({stored.kind})")

    def _write(self, prepared: list[Prepared], *, careful: bool) -> dict[str, log.Event]:
        """One transaction. Raises `ConflictError` when something was there that should be new."""
        head = self._load_head()
        batch = Batch(self._store, head, self._remembered, careful=careful)
        try:
            with self._store.transaction():
                batch.write(prepared, self._ticketing)
        except (ConflictError, JournalUnavailableError):
            self._forget()
            raise
        self._head = batch.head
        if self._store.alone:
            if len(self._remembered) > _REMEMBERED_ROWS:
                self._remembered.clear()
            self._remembered.update(batch.changed)
        return {event.id: event for event in batch.events}

    def _stored(self, ids: Sequence[str]) -> dict[str, log.Event]:
        """Return those of the events that are in the log."""
        found = (self._store.rows(self._sql.event_by_id, (event_id,)) for event_id in ids)
        return {event.id: event for event in (log.from_row(row) for rows in found for row in rows)}

    def _ticketing(self, at_us: int) -> tuple[str, Callable[[int], str]]:
        """Return the local day (YYMMDD) and what makes its counter a ticket number."""
        local = datetime.fromtimestamp((at_us + self._utc_offset_us) / 1_000_000, tz=UTC)
        return f"{local:%y%m%d}", lambda counter: self._numbering(at_us, counter)

    def _load_head(self) -> Head:
        if self._head is None:
            rows = self._store.rows(self._sql.head, (self._seat,))
            if not rows:
                head = Head(seat=self._seat)
                self._with_room(lambda: self._run(self._sql.new_head, msgspec.structs.astuple(head)))
                rows = self._store.rows(self._sql.head, (self._seat,))
            seat, seat_seq, hlc, digest = rows[0]
            self._head = Head(seat=seat, seat_seq=seat_seq, hlc=hlc, hash=digest)
        return self._head

    def _forget(self) -> None:
        self._head = None
        self._remembered.clear()
