"""Does every seat's chain of events hold, from its first event to its head, with none missing?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import chain, models
from db import events as log
from db.audits.finding import Finding, error, warning
from db.audits.reading import read
from db.statements import EVENT_COLUMNS

_AT_ONCE = 2000


def findings(c: Connection) -> Iterator[Finding]:
    """Walk through all events once, in each seat's order."""
    heads = {row.seat: row for row in c.execute(sa.select(models.seat_head))}
    unknown: Counter[str] = Counter()
    walk: _Seat | None = None
    for row in c.execute(_in_order()):
        if walk is None or walk.name != row[1]:
            if walk is not None:
                yield from walk.end(heads.pop(walk.name, None))
            walk = _Seat(str(row[1]))
        yield from walk.step(row, unknown)
    if walk is not None:
        yield from walk.end(heads.pop(walk.name, None))
    for name, head in heads.items():
        yield from _Seat(name).end(head)
    for kind, count in sorted(unknown.items()):
        yield warning("unknown_kind", kind, f"{count} events of the kind {kind!r} are kept but not understood by this program")
    yield from _clock(c)


class _Seat:
    """The walk along one seat's chain."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._seq = 0
        self._hash = chain.GENESIS
        self._gseq = 0

    def step(self, row: Any, unknown: Counter[str]) -> Iterator[Finding]:
        """Look at the next event. After a break the walk goes on from what is stored, so that one fault is told once."""
        *columns, gseq = row
        event = read(columns)
        if event is None:
            yield error("event_changed", self.name, f"the event stored at place {gseq} of the log is damaged")
            return
        if event.seat_seq != self._seq + 1:
            missing = event.seat_seq - self._seq - 1
            yield error("event_missing", self.name, f"{missing} events of {self.name} are missing after number {self._seq}")
        elif chain.link(self._hash, event) != event.hash:
            text = f"event {event.seat_seq} of {self.name} ({event.kind}) or the one before it is not as it was written"
            yield error("event_changed", self.name, text)
        if gseq <= self._gseq:
            yield error("order_changed", self.name, f"event {event.seat_seq} of {self.name} stands before an older one")
        self._seq, self._hash, self._gseq = event.seat_seq, event.hash, gseq
        yield from _unreadable(event, unknown)

    def end(self, head: Any) -> Iterator[Finding]:
        """Compare where the chain ends with where the writer left it."""
        if head is None:
            yield error("head_missing", self.name, f"nothing says where the events of {self.name} end")
        elif head.seat_seq > self._seq:
            missing = head.seat_seq - self._seq
            yield error("event_missing", self.name, f"the last {missing} events of {self.name} are missing")
        elif (head.seat_seq, head.hash) != (self._seq, self._hash):
            yield error("head_changed", self.name, f"the mark where the events of {self.name} end was changed")


def _unreadable(event: log.Event, unknown: Counter[str]) -> Iterator[Finding]:
    if event.kind not in log.KINDS or event.ver > log.KINDS[event.kind].VER:
        unknown[event.kind] += 1
        return
    try:
        log.decode(event.kind, event.payload)
    except log.UnknownKindError as problem:
        yield error("payload_unreadable", event.subject, f"event {event.seat_seq} of {event.seat} cannot be read: {problem}")


def _clock(c: Connection) -> Iterator[Finding]:
    """The events' places are 1, 2, 3 … up to the clock."""
    count, last = c.execute(sa.select(sa.func.count(), sa.func.max(models.event.c.gseq))).one()
    clock = c.execute(sa.select(models.clock.c.gseq)).scalar_one_or_none()
    if not count == (last or 0) == clock:
        text = f"the log holds {count} events, the last at place {last or 0}, but its clock says {clock}"
        yield error("clock_differs", "log", text)


def _in_order() -> sa.Select[Any]:
    columns = [*EVENT_COLUMNS, models.event.c.gseq]
    ordered = sa.select(*columns).order_by(models.event.c.seat, models.event.c.seat_seq)
    return ordered.execution_options(yield_per=_AT_ONCE)
