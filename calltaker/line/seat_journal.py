"""The seat's journal, opened as the settings say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from calltaker.domain.ticket import ticket_number
from calltaker.settings import Settings
from db.journal import Journal


def open_journal(settings: Settings) -> Journal:
    """Return the open journal; the caller is its one thread. Raises `DatabaseError` and `JournalError`."""
    centre = settings.centre
    offset = timedelta(minutes=centre.utc_offset_minutes)

    def numbering(at_us: int, counter: int) -> str:
        local_day = (datetime.fromtimestamp(at_us / 1_000_000, tz=UTC) + offset).date()
        return ticket_number(centre.region_code, local_day, counter)

    journal = Journal(
        settings.database_url, settings.seat.id, numbering=numbering, utc_offset_minutes=centre.utc_offset_minutes
    )
    journal.open()
    return journal
