"""Do the tables say what the events say? Every subject is folded again from its events and compared row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from msgspec.structs import asdict
from sqlalchemy.engine import Connection

from db import events as log
from db import fold, models
from db.audits.finding import Finding, error
from db.audits.reading import read
from db.records import RECORDS, Key, Record, TicketDayRecord, key_of, record_type
from db.statements import EVENT_COLUMNS

_AT_ONCE = 500


def findings(c: Connection) -> Iterator[Finding]:
    """Fold the whole log again, subject by subject, and name every row that differs."""
    seen: Counter[str] = Counter()
    waiting: dict[Key, Record] = {}
    for record in refold(c):
        waiting[key_of(record)] = record
        if len(waiting) >= _AT_ONCE:
            yield from _compare(c, waiting, seen)
            waiting = {}
    yield from _compare(c, waiting, seen)
    for table in (models.metadata.tables[record.TABLE] for record in RECORDS):
        extra = c.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() - seen[table.name]
        if extra:
            yield error("row_without_event", table.name, f"{extra} rows of the table {table.name} come from no event")


def refold(c: Connection) -> Iterator[Record]:
    """Return every row that the events make, one subject at a time; kinds that are not known are passed over."""
    days: dict[Key, Record] = {}
    ordered = sa.select(*EVENT_COLUMNS).order_by(models.event.c.subject, models.event.c.gseq).execution_options(yield_per=2000)
    events = (read(tuple(row)) for row in c.execute(ordered))
    readable = (event for event in events if event is not None)
    for _, group in groupby(readable, key=lambda event: event.subject):
        rows = fold_all(group, days)
        days |= {key: record for key, record in rows.items() if key[0] == TicketDayRecord.TABLE}
        yield from (record for key, record in rows.items() if key not in days)
    yield from days.values()


def fold_all(events: Iterable[log.Event], known: dict[Key, Record] | None = None) -> dict[Key, Record]:
    """Return the rows that the events make, in the order given. `known` are rows that were there before."""
    rows: dict[Key, Record] = {}
    before = known or {}
    for event in events:
        try:
            payload = log.decode(event.kind, event.payload)
        except log.UnknownKindError:
            continue  # kept in the log; the audit of the chain reports it
        needed = {key: rows.get(key, before.get(key)) for key in fold.keys(event, payload)}
        rows |= {key_of(record): record for record in fold.fold(event, payload, needed)}
    return rows


def _compare(c: Connection, expected: dict[Key, Record], seen: Counter[str]) -> Iterator[Finding]:
    for table_name in sorted({key[0] for key in expected}):
        wanted = {key[1]: record for key, record in expected.items() if key[0] == table_name}
        stored = _stored(c, table_name, list(wanted))
        seen[table_name] += len(stored)
        for values, record in wanted.items():
            found = stored.get(values)
            name = " ".join(values)
            if found is None:
                yield error("row_missing", name, f"the table {table_name} has no row for {name}, though events speak of it")
            elif found != record:
                different = ", ".join(sorted(k for k, v in asdict(record).items() if v != getattr(found, k)))
                text = f"the row {name} of the table {table_name} differs from its events in: {different}"
                yield error("row_differs", name, text)


def _stored(c: Connection, table_name: str, keys: list[tuple[Any, ...]]) -> dict[tuple[Any, ...], Record]:
    table = models.metadata.tables[table_name]
    record = record_type(table_name)
    own = list(table.primary_key)
    one_of = own[0].in_([key[0] for key in keys]) if len(own) == 1 else sa.tuple_(*own).in_(keys)
    found = (record.of(row) for row in c.execute(sa.select(table).where(one_of)))
    return {key_of(row)[1]: row for row in found}
