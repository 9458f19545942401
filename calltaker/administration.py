"""Facts that an administrator puts on record from the command line: through the running line, which owns the journal, or by
opening the journal when no line runs."""

from __future__ import annotations

from collections.abc import Sequence

from calltaker.instance_lock import InstanceLock
from calltaker.line.address import LineAwayError
from calltaker.line.plain_client import PlainClient
from calltaker.line.seat_journal import open_journal
from calltaker.line.wire import Append
from calltaker.settings import Settings
from db.errors import JournalError
from db.events import Event, NewEvent, SeatChanged, new_event

ACTOR = "administrator"


def append(settings: Settings, events: Sequence[NewEvent]) -> tuple[Event, ...]:
    """Return the events once they are on disk. Raises `DatabaseError`, `JournalError`, `OSError`, `AlreadyRunningError` (a line
    that is just starting)."""
    try:
        client = PlainClient(settings, actor=ACTOR)
    except (LineAwayError, ConnectionRefusedError, FileNotFoundError):
        return _append_alone(settings, events)
    with client:
        reply = client.request(Append(events=tuple(events)))
    if reply.error or reply.result is None:
        raise JournalError(f"the line did not take it: {reply.error} {reply.detail}".rstrip())
    return reply.result.events


def _append_alone(settings: Settings, events: Sequence[NewEvent]) -> tuple[Event, ...]:
    lock = InstanceLock(settings.run_dir / "line.lock")
    lock.acquire()
    try:
        journal = open_journal(settings)
        try:
            return journal.append(events)
        finally:
            journal.close()
    finally:
        lock.release()


def note(settings: Settings, what: str, detail: str) -> NewEvent:
    """Return the event that says what was done at the seat."""
    return new_event(settings.seat.id, SeatChanged(what=what, detail=detail), actor=ACTOR)
