"""One form as it stands on the desk: the values, and which of them the log does not hold yet. No Qt, window's thread only."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import uuid_utils

from calltaker.domain.answers import read_answers
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.form import FormState
from calltaker.domain.place_choice import MOVES_PLACE, PLACE_FIELDS
from calltaker.domain.proposal import Proposal
from calltaker.domain.triage import propose
from db import events as log
from db.rows import FieldValue, IncidentDetail
from db.ticks import PLACE_OF_TICK, TICK, holds_for

NEW = "new:"
"""What the key of a form (and of its draft) begins with that belongs to no call."""


def new_id() -> str:
    """Return a fresh UUIDv7."""
    return str(uuid_utils.uuid7())


@dataclass
class OpenForm:
    """The form of one call (`key` = call id), of a report without one (`key` = `NEW` and an id), or of an incident opened from
    the board (`key` = incident id).

    `edits` maps a field that a person changed after the incident was opened to the ids of the values they saw when they began;
    `in_flight` maps a field to the event that carries its newest value until the log shows that event. `confirmed` is the place
    that stood there when the caller's word for it was ticked. `ticks` are the agencies
    that a person ticked or unticked against the run card, `units` the call signs to be sent. `opened_at_us` is when sending
    began, so that the message says the very time the log has. `warnings` are what a crew must know of the place, in the words
    of the agencies' messages.
    """

    key: str
    call_id: str = ""
    incident_id: str = ""
    number: str = ""
    state: FormState = field(default_factory=FormState)
    proposal: Proposal = field(default_factory=Proposal)
    detail: IncidentDetail | None = None
    edits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    in_flight: dict[str, str] = field(default_factory=dict)
    is_sending: bool = False
    opened_at_us: int = 0
    confirmed: dict[str, str] = field(default_factory=dict)
    ticks: dict[str, bool] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)
    warnings: tuple[str, ...] = ()
    _ids: dict[str, str] = field(default_factory=dict)

    def id_for(self, purpose: str) -> str:
        """Return the id of the fact that this form is about to send for `purpose`. It stays the same until the log has the
        fact, so that sending again after a lost reply repeats nothing. A report without a call has the id of its incident in
        its key: nothing else tells a window that was started again that the log has it already."""
        is_key = purpose == "incident" and self.key.startswith(NEW)
        return self._ids.setdefault(purpose, self.key.removeprefix(NEW) if is_key else new_id())

    def forget_id(self, purpose: str) -> None:
        self._ids.pop(purpose, None)

    @property
    def answers(self) -> dict[str, str]:
        """The answers to the key questions so far."""
        return read_answers(self.state.value("answers"))

    @property
    def has_words(self) -> bool:
        """True when a person set anything in it."""
        return any(state.origin == "person" for state in self.state.values.values())

    @property
    def is_closed(self) -> bool:
        return self.detail is not None and self.detail.row.closed_at_us is not None

    @property
    def conflicts(self) -> dict[str, tuple[FieldValue, ...]]:
        """Fields with more than one live value, each waiting for a person's choice."""
        if self.detail is None:
            return {}
        by_field: dict[str, list[FieldValue]] = {}
        for value in self.detail.fields:
            by_field.setdefault(value.field, []).append(value)
        return {name: tuple(values) for name, values in by_field.items() if len({one.value for one in values}) > 1}

    def typed(self, name: str, value: str) -> None:
        """A person set a field. A place that is changed is no longer the one that the caller confirmed."""
        is_moved = name in MOVES_PLACE and value != self.state.value(name)
        self.state = self.state.typed(name, value)
        self.mark_edited(name)
        if name == TICK:
            self.confirmed = self._place if value else {}
        elif is_moved and self.state.value(TICK):
            self.typed(TICK, "")

    def answered(self, question: str, answer: str) -> None:
        """The caller answered a key question; "" takes the answer back."""
        kept = {asked: said for asked, said in (self.answers | {question: answer}).items() if said}
        self.typed("answers", msgspec.json.encode(kept).decode() if kept else "")

    def propose(self, catalogue: Catalogue) -> None:
        """Read the one line again. It takes a few milliseconds at most, so it may run at every key."""
        chosen = self.state.value("type_code") if self.state.origin("type_code") == "person" else ""
        self.proposal = propose(self.state.value("summary"), catalogue, type_code=chosen)
        self.state = self.state.with_proposal(self.proposal)

    def set_place(self, values: dict[str, str], words: str) -> None:
        """A person settled the place: its fields together, and the words that they belong to."""
        for name, value in values.items():
            if not self.incident_id or self.state.value(name) != value:
                self.typed(name, value)
        self.state = self.state.with_point_of(words)

    def drop_place(self, brought: dict[str, str]) -> None:
        """Let go of the place in force, all but its words. What the call itself brought shows again."""
        if self.incident_id:
            self.set_place(dict.fromkeys(PLACE_FIELDS, ""), "")
            return
        for name in PLACE_FIELDS:
            self.state = self.state.released(name)
        for name, value in brought.items():
            self.state = self.state.from_network(name, value)
        self.state = self.state.with_point_of("")

    def learn_village(self, values: dict[str, str]) -> bool:
        """Take over which village the point of the form lies in, and tell whether this is news. A village that a person set
        stays, one that the log holds too."""
        before = self.state
        is_of_person = before.origin("lat") == "person"
        for name, value in values.items():
            if not is_of_person:
                self.state = self.state.from_network(name, value)
            elif value and not before.value(name):
                self.state = self.state.typed(name, value)
                self.mark_edited(name)
        return self.state != before

    def mark_edited(self, name: str) -> None:
        """The log must be told of this field (nothing to tell before the incident exists: it is opened with all fields)."""
        if self.incident_id:
            self.edits.setdefault(name, self._seen(name))

    def take_edits(self, only: str = "", actor: str = "") -> list[log.NewEvent]:
        """Return the facts of the edits (of one field, or of all) and count them as under way."""
        names = [name for name in self.edits if not only or name == only]
        events = []
        for name in names:
            event = log.new_event(
                self.incident_id,
                log.IncidentFieldSet(
                    field=name,
                    value=self.state.value(name),
                    sees=self.edits.pop(name),
                    reason=self.state.value("priority_reason") if name == "priority" else "",
                    place=self.confirmed if name == TICK and self.state.value(TICK) else {},
                ),
                actor=actor,
                event_id=new_id(),
            )
            self.in_flight[name] = event.id
            events.append(event)
        return events

    def put_back(self, events: list[log.NewEvent]) -> None:
        """The log did not take these edits: they wait again. A newer edit of the same field keeps what that one saw."""
        for event in events:
            payload: log.IncidentFieldSet = log.decode(event.kind, event.payload)
            if self.in_flight.get(payload.field) == event.id:
                del self.in_flight[payload.field]
            self.edits[payload.field] = payload.sees

    def choose(self, name: str, value: str) -> None:
        """A person settled a conflict: the value replaces all that are shown side by side."""
        self.typed(name, value)
        self.edits[name] = self._seen(name)

    def opened_with(self, fields: dict[str, str], number: str) -> None:
        """The log holds the incident with these first values: they are facts now, no longer suggestions. What was typed
        meanwhile becomes an edit."""
        self.number = number
        for name in log.INCIDENT_FIELDS:
            if self.state.value(name) != fields.get(name, ""):
                self.edits.setdefault(name, (self.incident_id,))
            elif fields.get(name):
                self.state = self.state.typed(name, fields[name])

    def read(self, detail: IncidentDetail) -> None:
        """Take over what the log holds, except for the fields that a person is changing just now. The log does not say
        for which words a point was set: one that is new here belongs to the words that stand beside it there."""
        newest: dict[str, FieldValue] = {}
        for value in detail.fields:
            if value.field not in newest or value.at_us >= newest[value.field].at_us:
                newest[value.field] = value
        if not self.number and self._ids.get("incident") == detail.row.incident_id:
            self.opened_with({name: value.value for name, value in newest.items()}, detail.row.number)
        known = {row.event_id for row in detail.timeline}
        self.in_flight = {name: event_id for name, event_id in self.in_flight.items() if event_id not in known}
        self.detail = detail
        self.incident_id = detail.row.incident_id
        self.number = detail.row.number
        point_before = self._point
        for name, value in newest.items():
            untouched = name not in self.edits and name not in self.in_flight
            if untouched and (self.state.value(name) != value.value or self.state.origin(name) != "person"):
                self.state = self.state.typed(name, value.value)
        self._forget_foreign_tick()
        if self._point != point_before or not self.state.point_text:
            self.state = self.state.with_point_of(newest["place_text"].value if "place_text" in newest else "")

    def _forget_foreign_tick(self) -> None:
        """Another seat's place came in before a tick of this one was in the log: nobody confirmed that place."""
        is_under_way = TICK in self.edits or TICK in self.in_flight
        if is_under_way and self.state.value(TICK) and not holds_for(self.confirmed, self._place):
            self.state = self.state.typed(TICK, "")
            self.edits.pop(TICK, None)

    @property
    def _place(self) -> dict[str, str]:
        return {name: self.state.value(name) for name in PLACE_OF_TICK}

    @property
    def _point(self) -> tuple[str, ...]:
        return tuple(self.state.value(name) for name in ("lat", "lon", "village"))

    def _seen(self, name: str) -> tuple[str, ...]:
        """Return the ids of the values of a field that stand on the screen now."""
        own: tuple[str, ...] = ()
        if name in self.in_flight:
            own = (self.in_flight[name],)
        elif self.detail is None:
            own = (self.incident_id,)
        shown = tuple(v.event_id for v in self.detail.fields if v.field == name) if self.detail else ()
        return shown + own
