"""What an event must look like to be taken. A fact that is only unlikely is taken; one that no program could read is not."""

from __future__ import annotations

from typing import Any

import uuid_utils

from db import events as log

_LONGEST_NAME = 200
_LATEST_US = 1 << 52  # the year 2112
_REFERRAL_STATES = frozenset({"acknowledged", "en_route", "on_scene", "handled", "refused", "obstructed", "cancelled"})
_REASON_NEEDED = frozenset({"refused", "obstructed"})
_UNIT_STATES = frozenset({"ready", "en_route", "on_scene", "out_of_service"})
_FIELDS = frozenset(log.INCIDENT_FIELDS)


def refusal(new: log.NewEvent, payload: Any) -> str:
    """Return why the event is refused, or ""."""
    if not _is_name(new.subject):
        return "the subject of an event must be a name of 1 to 200 signs"
    if new.actor and not _is_name(new.actor):
        return "the actor of an event must be a name of up to 200 signs"
    if new.ver != payload.VER:
        return f"version {new.ver} of {new.kind} is not known here"
    if not 0 <= new.at_us < _LATEST_US:
        return f"the time of {new.kind} is not in microseconds since 1970"
    if new.id and not _is_id(new.id):
        return "the id of an event must be a UUID in small letters"
    return _payload_refusal(payload)


def _payload_refusal(payload: Any) -> str:  # noqa: PLR0911 - one line per kind
    match payload:
        case log.ReferralAdvanced():
            if payload.state not in _REFERRAL_STATES:
                return f"unknown state of a referral: {payload.state!r}"
            if payload.state in _REASON_NEEDED and not payload.reason.strip():
                return f"a referral that is {payload.state} needs a reason"
        case log.UnitStateSet() if payload.state not in _UNIT_STATES:
            return f"unknown state of a unit: {payload.state!r}"
        case log.IncidentFieldSet() if payload.field not in _FIELDS:
            return f"unknown field of an incident: {payload.field!r}"
        case log.IncidentOpened() if not _FIELDS.issuperset(payload.fields):
            return f"unknown fields of an incident: {sorted(set(payload.fields) - _FIELDS)}"
        case log.PlaceNoteAdded():
            return _note_refusal(payload)
        case log.OutcomeSet() if not payload.outcome:
            return "an outcome must be named"
    return ""


def _note_refusal(note: log.PlaceNoteAdded) -> str:
    """A note must be found again (by point or number) and be over one day."""
    if not note.text.strip():
        return "a note on a place needs words"
    if note.number == "" and (note.lat is None or note.lon is None):
        return "a note on a place needs a point or a number"
    if not 0 < note.expires_us < _LATEST_US:
        return "a note on a place needs a day on which it is over"
    return ""


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and text.isprintable()


def _is_id(text: str) -> bool:
    try:
        return str(uuid_utils.UUID(text)) == text
    except ValueError:
        return False
