"""What is known of a telephone number when it rings."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db.models import call, incident, incident_field, number_mark
from db.queries import calls, incidents
from db.queries.outcomes import GHOST, PRANK, REAL
from db.reader import snapshot
from db.rows import IncidentRow, MarkRow, NumberHistory


@snapshot
def history(c: Connection, number: str, *, now_us: int, limit: int = 10) -> NumberHistory:
    """Return the history of an E.164 number. A withheld one ("") has none: its calls are different people's."""
    if not number:
        return NumberHistory(
            number="", calls=0, pranks=0, ghosts=0, real=0, last_real_us=None, name="", recent=(), open_incidents=(), marks=()
        )
    counts = _counts(c, number)
    return NumberHistory(
        number=number,
        calls=counts.calls,
        pranks=counts.pranks or 0,
        ghosts=counts.ghosts or 0,
        real=counts.real or 0,
        last_real_us=counts.last_real_us,
        name=_name(c, number),
        recent=calls.of_number(c, number, limit=limit),
        open_incidents=_open_incidents(c, number),
        marks=marks(c, number, now_us=now_us),
    )


def marks(c: Connection, number: str, *, now_us: int) -> tuple[MarkRow, ...]:
    """Return the marks of a number that are in force, newest first."""
    columns = [number_mark.c[name] for name in MarkRow.__struct_fields__]
    statement = (
        sa.select(*columns)
        .where(number_mark.c.number == number, number_mark.c.active, number_mark.c.expires_us > now_us)
        .order_by(number_mark.c.marked_at_us.desc(), number_mark.c.mark)
    )
    return tuple(MarkRow(**row._mapping) for row in c.execute(statement))  # noqa: SLF001 - SQLAlchemy's public name


def count_of(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    """Return how many rows of a group meet the conditions."""
    return sa.func.sum(sa.case((sa.and_(*conditions), 1), else_=0))


def _counts(c: Connection, number: str) -> sa.Row[Any]:
    """Count the calls from the number, over its whole history."""
    last_real_us = sa.func.max(sa.case((call.c.outcome.in_(REAL), call.c.ringing_at_us)))
    return c.execute(
        sa.select(
            sa.func.count().label("calls"),
            count_of(call.c.outcome.in_(PRANK)).label("pranks"),
            count_of(call.c.outcome.in_(GHOST)).label("ghosts"),
            count_of(call.c.outcome.in_(REAL)).label("real"),
            last_real_us.label("last_real_us"),
        ).where(call.c.number == number, call.c.direction == "in")
    ).one()


def _name(c: Connection, number: str) -> str:
    """Return the name that the number's newest named report gave, or ""."""
    statement = (
        sa.select(incident_field.c.value)
        .join_from(call, incident_field, call.c.incident_id == incident_field.c.incident_id)
        .where(
            call.c.number == number,
            call.c.incident_id != "",
            incident_field.c.field == "reporter_name",
            incident_field.c.superseded_by == "",
            incident_field.c.value != "",
        )
        .order_by(call.c.ringing_at_us.desc(), incident_field.c.hlc.desc())
        .limit(1)
    )
    return c.execute(statement).scalar_one_or_none() or ""


def _open_incidents(c: Connection, number: str) -> tuple[IncidentRow, ...]:
    """Return the open incidents the number has called about, or is to be called back for."""
    still_open = incident.c.closed_at_us.is_(None)
    linked = sa.select(incident.c.incident_id).join_from(incident, call, call.c.incident_id == incident.c.incident_id)
    opened = sa.select(incident.c.incident_id).join_from(incident, call, call.c.call_id == incident.c.call_id)
    named = sa.select(incident.c.incident_id).join_from(
        incident, incident_field, incident_field.c.incident_id == incident.c.incident_id
    )
    about = sa.union(
        linked.where(still_open, call.c.number == number),
        opened.where(still_open, call.c.number == number),
        named.where(
            still_open,
            incident_field.c.field == "callback_number",
            incident_field.c.superseded_by == "",
            incident_field.c.value == number,
        ),
    )
    return incidents.rows_where(c, incident.c.incident_id.in_(about))
