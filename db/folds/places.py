"""Events of a place note fold into one row of `place_note`."""

from __future__ import annotations

from msgspec.structs import replace

from db import events as log
from db.records import PlaceNoteRecord


def added(event: log.Event, payload: log.PlaceNoteAdded) -> PlaceNoteRecord:
    """Return the row of a fresh note."""
    return PlaceNoteRecord(
        note_id=event.subject,
        hazard=payload.hazard,
        text=payload.text,
        place_text=payload.place_text,
        lat=payload.lat,
        lon=payload.lon,
        radius_m=payload.radius_m,
        number=payload.number,
        added_by=event.actor,
        added_at_us=event.at_us,
        expires_us=payload.expires_us,
    )


def ended(row: PlaceNoteRecord | None, event: log.Event, payload: log.PlaceNoteEnded) -> PlaceNoteRecord | None:
    """Return the note after somebody took it away; the first one who did stays on record."""
    if row is None or row.ended_at_us is not None:
        return row
    return replace(row, ended_at_us=event.at_us, ended_by=event.actor, end_reason=payload.reason)
