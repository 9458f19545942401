"""Finding a call or an incident again by what a person remembers of it."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import models as t
from db.queries import calls as call_rows
from db.queries import incidents as incident_rows
from db.reader import snapshot
from db.rows import CallRow, IncidentRow

_SEARCHED_FIELDS = ("summary", "place_text", "landmark", "narrative", "reporter_name", "callback_number", "type_code")
_SHORTEST_NUMBER = 3


@snapshot
def incidents(c: Connection, text: str, *, limit: int = 50) -> tuple[IncidentRow, ...]:
    """Return the incidents whose ticket number ends in `text`, or in whose fields every word of it occurs (upper and lower case
    alike for plain letters). Newest first; an empty text finds nothing."""
    words = text.split()
    if not words:
        return ()
    found = sa.and_(*(_has_word(word) for word in words))
    if len(words) == 1:
        found = sa.or_(found, t.incident.c.number.endswith(words[0], autoescape=True))
    return incident_rows.rows_where(c, found, limit=limit)


@snapshot
def calls(c: Connection, digits: str, *, limit: int = 50) -> tuple[CallRow, ...]:
    """Return the calls whose number ends in the digits (at least three; blanks, dashes and a leading 0 or + do not matter),
    newest first."""
    tail = "".join(sign for sign in digits if sign.isascii() and sign.isdigit()).lstrip("0")
    if len(tail) < _SHORTEST_NUMBER:
        return ()
    ends = sa.or_(t.call.c.number.endswith(tail, autoescape=True), t.call.c.number_raw.endswith(tail, autoescape=True))
    statement = sa.select(*call_rows.COLUMNS).where(ends).order_by(t.call.c.ringing_at_us.desc()).limit(limit)
    return tuple(call_rows.to_row(row) for row in c.execute(statement))


def _has_word(word: str) -> sa.ColumnElement[bool]:
    """True for an incident one of whose live fields contains the word."""
    return (
        sa.select(t.incident_field.c.event_id)
        .where(
            t.incident_field.c.incident_id == t.incident.c.incident_id,
            t.incident_field.c.field.in_(_SEARCHED_FIELDS),
            t.incident_field.c.superseded_by == "",
            t.incident_field.c.value.icontains(word, autoescape=True),
        )
        .exists()
    )
