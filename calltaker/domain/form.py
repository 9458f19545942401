"""The call form as a value: who set each field, what may overwrite it, what is still missing before help is sent.

Field names are `db.events.INCIDENT_FIELDS`. The state is JSON-able: it is what a draft in the journal holds.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from calltaker.domain.catalogue import Catalogue
from calltaker.domain.fix_age import is_stale
from calltaker.domain.proposal import Proposal
from db.events import INCIDENT_FIELDS

Origin = Literal["person", "suggestion", "network"]

DRIVABLE_M = 300.0
"""So far a crew sees and asks around; a wider circle needs the caller's words (a median village is 1.35 km in radius)."""
NO_LOCATION = "none"
"""Value of `location_source` by which a person says: no place is known, send all the same."""


class DraftUnreadableError(ValueError):
    """A draft's JSON is not a form of this program; the text says why."""


class FieldState(msgspec.Struct, frozen=True, kw_only=True):
    """A field's value and who set it. A person's "" is a decision: the field was emptied and stays so."""

    value: str
    origin: Origin


class FormState(msgspec.Struct, frozen=True, kw_only=True):
    """All fields that anybody set. Every method returns a new state. `proposed` is the last proposal from the one line, kept
    to know whether a person went away from it. `point_text` are the words that the point or village was set for, `other_place`
    later ones in which the search has found the name of another place."""

    values: dict[str, FieldState] = {}
    proposed: dict[str, str] = {}
    point_text: str = ""
    other_place: str = ""

    def typed(self, field: str, value: str) -> FormState:
        """A person set (or emptied) the field."""
        return self._with(field, FieldState(value=value, origin="person"))

    def with_point_of(self, words: str) -> FormState:
        """The point and village that were just set belong to these words of the place."""
        return msgspec.structs.replace(self, point_text=words, other_place="")

    def with_other_place(self, words: str) -> FormState:
        """These words name another place than the point in force was set for."""
        return msgspec.structs.replace(self, other_place=words)

    def released(self, field: str) -> FormState:
        """A person gave the field back: the last suggestion for it, if any, shows again."""
        rest = {name: state for name, state in self.values.items() if name != field}
        if suggestion := self.proposed.get(field):
            rest[field] = FieldState(value=suggestion, origin="suggestion")
        return msgspec.structs.replace(self, values=rest)

    def suggested(self, field: str, value: str) -> FormState:
        """The program suggests; it never goes over a person's value, and "" takes an earlier suggestion back."""
        return self._offered(field, value, "suggestion")

    def from_network(self, field: str, value: str) -> FormState:
        """The call itself brought the value (number, coordinates); it goes over a suggestion, never over a person's value."""
        return self._offered(field, value, "network")

    def with_proposal(self, proposal: Proposal) -> FormState:
        """Take over what the one line says now; what it said before and no longer says is withdrawn.

        The priority belongs to the proposal's type, so it is left out when a person has chosen another type
        (`triage.propose(..., type_code=…)` proposes for the chosen one)."""
        fields = proposal.as_fields()
        chosen = self.values.get("type_code")
        if chosen and chosen.origin == "person" and chosen.value != proposal.type_code:
            fields["priority"] = ""
        form = msgspec.structs.replace(self, proposed={name: value for name, value in fields.items() if value})
        for field, value in fields.items():
            form = form.suggested(field, value)
        return form

    def value(self, field: str) -> str:
        """Return the value in force, "" when there is none."""
        state = self.values.get(_known(field))
        return state.value if state else ""

    def origin(self, field: str) -> Origin | None:
        """Return who set the field, or `None`."""
        state = self.values.get(_known(field))
        return state.origin if state else None

    def as_fields(self) -> dict[str, str]:
        """Return the values that an incident starts with: all that are not empty, in the order of `INCIDENT_FIELDS`."""
        return {
            field: self.values[field].value for field in INCIDENT_FIELDS if field in self.values and self.values[field].value
        }

    def missing_to_send(self, now_us: int) -> tuple[str, ...]:
        """Return the fields without which nobody can be sent. "No place known" is an answer, but a person must give it; a point
        that somebody can drive to (`has_drivable_point`) needs no words beside it."""
        missing = [field for field in ("type_code", "place_text", "priority") if not self.value(field).strip()]
        says_none = self.origin("location_source") == "person" and self.value("location_source") == NO_LOCATION
        if says_none or self.has_drivable_point(now_us):
            missing = [field for field in missing if field != "place_text"]
        return tuple(missing)

    def has_drivable_point(self, now_us: int) -> bool:
        """True when the point in force is known to within `DRIVABLE_M` and fresh, or confirmed by the caller. A point of
        unknown radius may be a whole cell, and an old one a place that the caller has left."""
        try:
            radius_m = float(self.value("radius_m"))
            at_us = int(self.value("location_at_us")) if self.value("location_at_us") else None
        except ValueError:
            return False
        if is_stale(at_us, now_us) and not self.value("location_verified"):
            return False
        return bool(self.value("lat") and self.value("lon")) and 0 < radius_m <= DRIVABLE_M

    def priority_needs_reason(self, catalogue: Catalogue) -> bool:
        """True when a person chose a priority that neither the type nor the one line gives, and has not said why."""
        if self.origin("priority") != "person" or self.value("priority_reason").strip():
            return False
        kind = catalogue.types.get(self.value("type_code"))
        expected = {self.proposed.get("priority", "")} | ({str(kind.priority)} if kind else set())
        return bool(self.value("priority")) and self.value("priority") not in expected

    def to_json(self) -> str:
        """Return the state as a draft keeps it."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, text: str) -> FormState:
        """Return the state of a draft. Raises `DraftUnreadableError`."""
        try:
            form = msgspec.json.decode(text, type=cls)
        except (ValueError, RecursionError) as error:
            raise DraftUnreadableError(f"the draft cannot be read: {error}") from error
        if strangers := sorted({*form.values, *form.proposed} - set(INCIDENT_FIELDS)):
            raise DraftUnreadableError(f"the draft has unknown fields: {', '.join(strangers)}")
        return form

    def _offered(self, field: str, value: str, origin: Origin) -> FormState:
        current = self.values.get(_known(field))
        if current and (current.origin == "person" or (current.origin == "network" and origin == "suggestion")):
            return self
        if value:
            return self._with(field, FieldState(value=value, origin=origin))
        if current is None:
            return self
        return msgspec.structs.replace(self, values={name: state for name, state in self.values.items() if name != field})

    def _with(self, field: str, state: FieldState) -> FormState:
        return msgspec.structs.replace(self, values={**self.values, _known(field): state})


def _known(field: str) -> str:
    """Return `field`; a name that is no field is a programming error and must not become a silent key."""
    if field not in INCIDENT_FIELDS:
        raise KeyError(f"no such field of an incident: {field!r}")
    return field
