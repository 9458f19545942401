"""Every call of a period, one row each, streamed from the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from calltaker.domain.catalogue import Catalogue
from calltaker.domain.clock import local_text
from calltaker.reports.order import Order
from calltaker.reports.tables import Table, Value
from db.models import call, incident

COLUMNS = (
    "call_id", "seat", "direction", "line", "number", "rang_at", "answered_at", "ended_at", "answer_s", "talk_s", "ended_by",
    "was_refused", "outcome", "incident", "recording_s",
)  # fmt: skip
BATCH_ROWS = 2_000


def calls_table(connection: Connection, order: Order, catalogue: Catalogue, tell: Callable[[int, int], None]) -> Table:
    """`tell` hears how many rows of how many are done. Outgoing, refused and test calls are rows too: this is the whole log."""
    inside = (call.c.ringing_at_us >= order.start_us) & (call.c.ringing_at_us < order.end_us)
    total = connection.execute(select(func.count()).select_from(call).where(inside)).scalar_one()
    statement = (
        select(call, incident.c.number.label("incident_number"))
        .select_from(call.outerjoin(incident, incident.c.incident_id == call.c.incident_id))
        .where(inside)
        .order_by(call.c.ringing_at_us, call.c.call_id)
    )

    def rows() -> Iterator[tuple[Value, ...]]:
        result = connection.execution_options(yield_per=BATCH_ROWS).execute(statement)
        for done, row in enumerate(result, 1):
            yield _cells(row, order, catalogue)
            if done % BATCH_ROWS == 0 or done == total:
                tell(done, total)

    return Table(
        name=order.say("calls"),
        title=order.title("calls_title"),
        notes=(order.privacy_note,),
        columns=tuple(order.say(key) for key in COLUMNS),
        rows=rows(),
    )


def _cells(row: Any, order: Order, catalogue: Catalogue) -> tuple[Value, ...]:
    outcome = catalogue.outcomes.get(row.outcome)
    return (
        row.call_id,
        row.seat,
        order.say("out" if row.direction == "out" else "in"),
        row.line,
        order.number_text(row.number) or order.say("withheld_one"),
        _time(row.ringing_at_us, order),
        _time(row.answered_at_us, order),
        _time(row.ended_at_us, order),
        _seconds(row.ringing_at_us, row.answered_at_us),
        _seconds(row.answered_at_us, row.ended_at_us),
        row.ended_by,
        order.say("yes" if row.refused else "no"),
        outcome.name(order.language) if outcome else row.outcome,
        row.incident_number or "",
        round(row.recording_s, 1) if row.recording_path else None,
    )


def _time(at_us: int | None, order: Order) -> str:
    return "" if at_us is None else local_text(at_us, order.utc_offset_minutes)


def _seconds(from_us: int | None, to_us: int | None) -> float | None:
    return None if from_us is None or to_us is None else round((to_us - from_us) / 1_000_000, 1)
