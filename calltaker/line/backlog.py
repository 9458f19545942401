"""Facts that the disk refused, kept in memory in their order until it takes them."""

from __future__ import annotations

import time

import msgspec
import uuid_utils

from db.events import Event, NewEvent


class Backlog:
    """Belongs to the journal's thread, but for what is static."""

    def __init__(self) -> None:
        self.events: list[NewEvent] = []
        self._drafts: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self.events)

    @staticmethod
    def named(event: NewEvent) -> NewEvent:
        """Give the event its id and time before the first attempt, so that a repeated attempt is the same event."""
        return msgspec.structs.replace(event, id=event.id or new_id(), at_us=event.at_us or time.time_ns() // 1000)

    def keep(self, event: NewEvent) -> None:
        self.events.append(event)

    @staticmethod
    def unwritten(event: NewEvent) -> Event:
        """Return the event as the windows may see it: without a place in the log yet (`seat_seq` 0, no hash)."""
        return Event(
            id=event.id,
            seat="",
            seat_seq=0,
            at_us=event.at_us,
            hlc=0,
            actor=event.actor,
            subject=event.subject,
            kind=event.kind,
            ver=event.ver,
            payload=event.payload,
            hash="",
        )

    def keep_draft(self, call_id: str, form: str) -> None:
        self._drafts[call_id] = form

    def take_drafts(self) -> dict[str, str]:
        """Return the drafts to be written now and forget them."""
        drafts, self._drafts = self._drafts, {}
        return drafts


def new_id() -> str:
    """Return a UUIDv7: unique for ever, sortable by time."""
    return str(uuid_utils.uuid7())
