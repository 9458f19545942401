"""Single facts looked up in the log itself."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import events as log
from db import models as t


def first_at_us(c: Connection, subject: str, kind: str) -> int | None:
    """Return when the first event of `kind` about `subject` happened, or `None`."""
    when: int | None = c.execute(
        sa.select(sa.func.min(t.event.c.at_us)).where(t.event.c.subject == subject, t.event.c.kind == kind)
    ).scalar()
    return when


def first_of(c: Connection, subject: str, kind: str) -> Any | None:
    """Return what the first event of `kind` about `subject` said (its payload struct), or `None`."""
    event = t.event.c
    statement = sa.select(event.payload).where(event.subject == subject, event.kind == kind).order_by(event.at_us, event.gseq)
    payload: str | None = c.execute(statement.limit(1)).scalar()
    return None if payload is None else log.decode(kind, payload.encode())
