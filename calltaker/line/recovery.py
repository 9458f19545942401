"""After a death: every call that was open gets an end, and the log says that the line died."""

from __future__ import annotations

from collections.abc import Sequence

from calltaker.domain.live_call import LiveCall
from calltaker.line.signs_of_life import LastLife
from db.events import CallEnded, NewEvent, SeatChanged, new_event

REASON = "line died"


def closing_events(seat: str, calls: Sequence[LiveCall], last: LastLife | None) -> tuple[NewEvent, ...]:
    """Return the events that close `calls`, which a dead line left open. Each call ends at the last sign of life, and never
    before it began. Without a dead line nothing is open, unless its file was lost: then the calls end all the same."""
    if last is None and not calls:
        return ()
    died_at_us = last.seen_at_us if last is not None else 0
    ends = [
        new_event(
            call.call_id,
            CallEnded(by="line", code=0, reason=REASON, answered=call.answered_at_us is not None),
            actor="line",
            at_us=max(died_at_us, call.started_at_us, call.answered_at_us or 0),
        )
        for call in calls
    ]
    return (*ends, new_event(seat, SeatChanged(what="line_died", detail=f"{len(ends)} calls cut"), actor="line"))
