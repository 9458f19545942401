"""The SQL of the writer, made once from the tables: at 10 000 commits a second building a statement anew is what costs."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.engine import Dialect

from db.models import call, clock, draft, event, metadata, seat_head
from db.records import RECORDS

EVENT_COLUMNS = [column for column in event.c if column is not event.c.gseq]
"""The columns of `db.events.Event`, in its order."""


def dialect(backend: str) -> Dialect:
    """Return the dialect of a backend with positional parameters."""
    if backend == "sqlite":
        return sqlite.dialect(paramstyle="qmark")
    return psycopg.dialect(paramstyle="format")  # type: ignore[no-untyped-call]


class Statements:
    """SQL texts whose parameters come in the order of the table's columns (keys alone for `select`)."""

    def __init__(self, backend: str) -> None:
        self._dialect = dialect(backend)
        self._insert = postgresql.insert if backend == "postgresql" else sqlite.insert
        tables = [metadata.tables[record.TABLE] for record in RECORDS]
        self.select = {table.name: self._select(table) for table in tables}
        self.insert = {table.name: self._text(sa.insert(table)) for table in tables}
        self.upsert = {table.name: self._upsert(table) for table in tables}
        self.insert_event = self._text(sa.insert(event))
        self.upsert_draft = self._upsert(draft)
        self.forget_draft = self._text(sa.delete(draft).where(draft.c.call_id == sa.bindparam("key")))
        self.new_head = self._text(self._insert(seat_head).on_conflict_do_nothing())
        self.head = self._select(seat_head)
        self.take_numbers = self._text(
            sa.update(clock).values(gseq=clock.c.gseq + sa.bindparam("n", type_=sa.BigInteger)).returning(clock.c.gseq)
        )
        self.move_head = self._text(
            sa.update(seat_head)
            .values(seat_seq=sa.bindparam("seq"), hlc=sa.bindparam("new_hlc"), hash=sa.bindparam("new_hash"))
            .where(seat_head.c.seat == sa.bindparam("of"), seat_head.c.hash == sa.bindparam("old_hash"))
        )

        self.event_by_id = self._text(sa.select(*EVENT_COLUMNS).where(event.c.id == sa.bindparam("key")))
        self.events_of_subject = self._text(
            sa.select(*EVENT_COLUMNS).where(event.c.subject == sa.bindparam("key")).order_by(event.c.gseq)
        )
        self.events_of_open_calls = self._text(self._open_calls())
        self.drafts = self._text(sa.select(draft.c.call_id, draft.c.form).where(draft.c.seat == sa.bindparam("key")))

    def _open_calls(self) -> sa.Select[Any]:
        """Events of a seat's calls that have not ended, or not before a time. That they rang after another spares an index."""
        rang_us = sa.bindparam("rang_us", type_=sa.BigInteger)
        ended_us = sa.bindparam("ended_us", type_=sa.BigInteger)
        calls = sa.union_all(
            sa.select(call.c.call_id).where(call.c.seat == sa.bindparam("seat"), call.c.ended_at_us.is_(None)),
            sa.select(call.c.call_id).where(
                call.c.seat == sa.bindparam("same_seat"), call.c.ringing_at_us >= rang_us, call.c.ended_at_us >= ended_us
            ),
        )
        return sa.select(*EVENT_COLUMNS).where(event.c.subject.in_(calls)).order_by(event.c.gseq)

    def _text(self, statement: sa.Executable) -> str:
        return str(statement.compile(dialect=self._dialect))  # type: ignore[attr-defined]

    def _select(self, table: sa.Table) -> str:
        keys: list[Any] = [column == sa.bindparam(column.name, type_=column.type) for column in table.primary_key]
        return self._text(sa.select(table).where(*keys))

    def _upsert(self, table: sa.Table) -> str:
        keys = list(table.primary_key)
        statement = self._insert(table)
        values = {column.name: statement.excluded[column.name] for column in table.c if column.name not in table.primary_key}
        return self._text(statement.on_conflict_do_update(index_elements=keys, set_=values))
