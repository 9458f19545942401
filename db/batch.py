"""One transaction of the writer: numbers, hashes and stores the events of an append and folds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import msgspec
from msgspec.structs import astuple, replace

from db import chain, fold
from db import events as log
from db.head import Head, next_hlc
from db.records import AgencyRecord, IncidentRecord, Key, Record, TicketDayRecord, key_of, record_type
from db.stores import ConflictError, Store

DEFAULT_ACKNOWLEDGE_WITHIN_S = 120

Ticketing = Callable[[int], tuple[str, Callable[[int], str]]]
"""From a time to the local day and to what makes that day's counter a ticket number."""


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """An event that may be taken, with its id and time, and its decoded payload."""

    new: log.NewEvent
    payload: Any


class Batch:
    """Used once, inside `Store.transaction`. `careful` looks for every row; without it, rows that an event begins are taken
    to be new, and the database refuses them (`ConflictError`) where they are not."""

    def __init__(self, store: Store, head: Head, remembered: Mapping[Key, Record], *, careful: bool) -> None:
        self.head = head
        self.events: list[log.Event] = []
        self.changed: dict[Key, Record] = {}
        self._store = store
        self._sql = store.statements
        self._remembered = remembered
        self._careful = careful
        self._fresh: set[Key] = set()

    def write(self, prepared: Sequence[Prepared], ticketing: Ticketing) -> None:
        """Write everything. Raises `ConflictError` and the driver's errors."""
        old = self.head
        (last,) = self._store.execute(self._sql.take_numbers, (len(prepared),)).fetchone()
        for one in prepared:
            payload = self._complete(one, ticketing)
            event = self._link(one.new, payload)
            self.events.append(event)
            self._fold(event, payload)
        first = last - len(prepared) + 1
        rows = [_event_row(first + offset, event) for offset, event in enumerate(self.events)]
        self._store.execute_many(self._sql.insert_event, rows)
        self._store_changed()
        new = self.head
        moved = self._store.execute(self._sql.move_head, (new.seat_seq, new.hlc, new.hash, old.seat, old.hash))
        if moved.rowcount != 1:
            raise ConflictError(f"the head of the seat {old.seat} has moved")

    def _complete(self, one: Prepared, ticketing: Ticketing) -> Any:
        """Fill what only the writer knows: the ticket number, and the time an agency has promised to answer in."""
        match one.payload:
            case log.IncidentOpened(number=""):
                day, to_number = ticketing(one.new.at_us)
                row = cast("TicketDayRecord | None", self._row((TicketDayRecord.TABLE, (day,))))
                counter = 1 if row is None else row.counter + 1
                return replace(one.payload, number=to_number(counter), day=day, counter=counter)
            case log.ReferralSent():
                return self._complete_referral(one.payload)
        return one.payload

    def _complete_referral(self, sent: log.ReferralSent) -> log.ReferralSent:
        """Fill the agency's promise, and the ticket number of an incident that was opened in this very append."""
        if not sent.acknowledge_within_s:
            agency = cast("AgencyRecord | None", self._row((AgencyRecord.TABLE, (sent.agency,))))
            within_s = agency.acknowledge_within_s if agency else DEFAULT_ACKNOWLEDGE_WITHIN_S
            sent = replace(sent, acknowledge_within_s=within_s)
        if log.NUMBER_TO_COME in sent.message:
            incident = cast("IncidentRecord | None", self._row((IncidentRecord.TABLE, (sent.incident_id,))))
            if incident is not None:
                sent = replace(sent, message=sent.message.replace(log.NUMBER_TO_COME, incident.short_number))
        return sent

    def _link(self, new: log.NewEvent, payload: Any) -> log.Event:
        """Give the event its place in the seat's chain."""
        head = self.head
        event = log.Event(
            id=new.id,
            seat=head.seat,
            seat_seq=head.seat_seq + 1,
            at_us=new.at_us,
            hlc=next_hlc(head.hlc, new.at_us),
            actor=new.actor,
            subject=new.subject,
            kind=new.kind,
            ver=new.ver,
            payload=log.encode(payload),
            hash="",
        )
        event = replace(event, hash=chain.link(head.hash, event))
        self.head = Head(seat=head.seat, seat_seq=event.seat_seq, hlc=event.hlc, hash=event.hash)
        return event

    def _fold(self, event: log.Event, payload: Any) -> None:
        rows: dict[Key, Record | None] = {}
        for key in fold.keys(event, payload):
            self._note_fresh(key, event)
            rows[key] = None if key in self._fresh and key not in self.changed else self._row(key)
        for record in fold.fold(event, payload, rows):
            key = key_of(record)
            self._note_fresh(key, event)
            self.changed[key] = record

    def _note_fresh(self, key: Key, event: log.Event) -> None:
        """Remember a row that is taken to be new: its own event or the first of its subject makes it."""
        if self._careful or key in self.changed or key in self._remembered:
            return
        begins = event.kind in fold.BEGINNINGS and key[0] != TicketDayRecord.TABLE
        if begins or key[1][-1] == event.id:
            self._fresh.add(key)

    def _row(self, key: Key) -> Record | None:
        known = self.changed.get(key) or self._remembered.get(key)
        if known is not None:
            return known
        table, values = key
        row = self._store.execute(self._sql.select[table], values).fetchone()
        return None if row is None else record_type(table).of(row)

    def _store_changed(self) -> None:
        by_statement: dict[str, list[tuple[Any, ...]]] = {}
        for key, record in self.changed.items():
            sql = self._sql.insert[key[0]] if key in self._fresh else self._sql.upsert[key[0]]
            by_statement.setdefault(sql, []).append(astuple(record))
        for sql, rows in by_statement.items():
            self._store.execute_many(sql, rows)


def _event_row(gseq: int, event: log.Event) -> tuple[Any, ...]:
    """Return the columns of `db.models.event`."""
    return (
        gseq,
        event.id,
        event.seat,
        event.seat_seq,
        event.at_us,
        event.hlc,
        event.actor,
        event.subject,
        event.kind,
        event.ver,
        bytes(event.payload).decode(),
        event.hash,
    )
