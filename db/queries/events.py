"""Single facts looked up in the log itself."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import models as t


def first_at_us(c: Connection, subject: str, kind: str) -> int | None:
    """Return when the first event of `kind` about `subject` happened, or `None`."""
    when: int | None = c.execute(
        sa.select(sa.func.min(t.event.c.at_us)).where(t.event.c.subject == subject, t.event.c.kind == kind)
    ).scalar()
    return when
