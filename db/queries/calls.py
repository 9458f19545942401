"""Calls in lists."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import models as t
from db.reader import snapshot
from db.rows import CallRow

_NEWEST_FIRST = (t.call.c.ringing_at_us.desc(), t.call.c.call_id.desc())
COLUMNS = [t.call.c[name] for name in CallRow.__struct_fields__]


def to_row(row: sa.Row[tuple[object, ...]]) -> CallRow:
    """Return the row of a result that was selected with `COLUMNS`."""
    return CallRow(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it


def recent(c: Connection, *, limit: int) -> tuple[CallRow, ...]:
    """Return the newest calls of all seats, in and out, newest first."""
    return _rows(c, sa.select(*COLUMNS).order_by(*_NEWEST_FIRST).limit(limit))


def call(c: Connection, call_id: str) -> CallRow | None:
    """Return a call, or `None`."""
    rows = _rows(c, sa.select(*COLUMNS).where(t.call.c.call_id == call_id))
    return rows[0] if rows else None


@snapshot
def missed(c: Connection, *, since_us: int, with_cut: bool = False) -> tuple[CallRow, ...]:
    """Return the incoming calls since then that nobody talked to (abandoned, or refused while all lines were busy), that have a
    number, and that nobody has made good since: no call out to the number, none from it answered, no outcome. Oldest first.
    `with_cut`: also those that were talked to until the line stopped."""
    unanswered = t.call.c.answered_at_us.is_(None)
    later = t.call.alias()
    reached = (
        sa.select(later.c.call_id)
        .where(
            later.c.number == t.call.c.number,
            later.c.ringing_at_us > t.call.c.ringing_at_us,
            sa.or_(later.c.direction == "out", later.c.answered_at_us.is_not(None)),
        )
        .exists()
    )
    lost = sa.select(*COLUMNS).where(
        t.call.c.ringing_at_us >= since_us,
        t.call.c.direction == "in",
        t.call.c.number != "",
        sa.or_(unanswered, t.call.c.ended_by == "line") if with_cut else unanswered,
        t.call.c.ended_at_us.is_not(None),
        t.call.c.outcome == "",
        ~reached,
    )
    return _rows(c, lost.order_by(t.call.c.ringing_at_us, t.call.c.call_id))


def of_incidents(c: Connection, incident_ids: Iterable[str], call_ids: Iterable[str] = ()) -> tuple[CallRow, ...]:
    """Return the calls linked to the incidents, and the named calls, oldest first."""
    linked = sa.or_(t.call.c.incident_id.in_(list(incident_ids)), t.call.c.call_id.in_(list(call_ids)))
    return _rows(c, sa.select(*COLUMNS).where(linked).order_by(t.call.c.ringing_at_us, t.call.c.call_id))


def of_number(c: Connection, number: str, *, limit: int) -> tuple[CallRow, ...]:
    """Return the newest calls from and to a number, newest first."""
    newest = sa.select(*COLUMNS).where(t.call.c.number == number).order_by(*_NEWEST_FIRST)
    return _rows(c, newest.limit(limit))


def _rows(c: Connection, statement: sa.Select[tuple[object, ...]]) -> tuple[CallRow, ...]:
    return tuple(to_row(row) for row in c.execute(statement))
