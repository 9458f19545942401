"""Events of referrals, units, agencies and numbers fold into a row each."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from db import events as log
from db.records import AgencyRecord, MarkRecord, ReferralRecord, UnitRecord

_US_PER_S = 1_000_000
_REACHED = {"acknowledged": "acknowledged_at_us", "en_route": "en_route_at_us", "on_scene": "on_scene_at_us"}
_ANSWERS = frozenset({"acknowledged", "en_route", "on_scene", "handled"})
_ENDS = frozenset({"handled", "refused", "cancelled"})


def sent(event: log.Event, payload: log.ReferralSent) -> ReferralRecord:
    """Return the row of a fresh referral."""
    return ReferralRecord(
        referral_id=event.subject,
        incident_id=payload.incident_id,
        agency=payload.agency,
        role=payload.role,
        channel=payload.channel,
        state="sent",
        message=payload.message,
        units=_json(payload.units),
        sent_at_us=event.at_us,
        due_us=event.at_us + payload.acknowledge_within_s * _US_PER_S,
    )


def advanced(row: ReferralRecord | None, event: log.Event, payload: log.ReferralAdvanced) -> ReferralRecord | None:
    """Return the referral in its new state. The first time of each state stays; a crew that is on its way has acknowledged."""
    if row is None:
        return None
    changes: dict[str, Any] = {"state": payload.state, "reason": payload.reason}
    reached = _REACHED.get(payload.state)
    if reached is not None and getattr(row, reached) is None:
        changes[reached] = event.at_us
    if payload.state in _ANSWERS and row.acknowledged_at_us is None:
        changes["acknowledged_at_us"] = event.at_us
    changes["ended_at_us"] = event.at_us if payload.state in _ENDS else None
    return replace(row, **changes)


def unit_defined(row: UnitRecord | None, event: log.Event, payload: log.UnitDefined) -> UnitRecord:
    """Return the unit as now described; a new one is ready."""
    if row is not None:
        return replace(
            row,
            agency=payload.agency,
            name=payload.name,
            base=payload.base,
            active=payload.active,
            lat=payload.lat,
            lon=payload.lon,
        )
    return UnitRecord(
        callsign=event.subject,
        agency=payload.agency,
        name=payload.name,
        base=payload.base,
        active=payload.active,
        state="ready",
        since_us=event.at_us,
        lat=payload.lat,
        lon=payload.lon,
    )


def unit_state_set(row: UnitRecord | None, event: log.Event, payload: log.UnitStateSet) -> UnitRecord | None:
    """Return the unit in its new state; `since_us` is when it came into it."""
    if row is None:
        return None
    since_us = row.since_us if row.state == payload.state else event.at_us
    return replace(row, state=payload.state, incident_id=payload.incident_id, since_us=since_us)


def agency_defined(event: log.Event, payload: log.AgencyDefined) -> AgencyRecord:
    return AgencyRecord(
        code=event.subject,
        name=payload.name,
        short_name=payload.short_name,
        voice_uri=payload.voice_uri,
        phone=payload.phone,
        whatsapp=payload.whatsapp,
        keys=_json(payload.keys),
        acknowledge_within_s=payload.acknowledge_within_s,
        active=payload.active,
    )


def number_marked(event: log.Event, payload: log.NumberMarked) -> MarkRecord:
    return MarkRecord(
        number=event.subject,
        mark=payload.mark,
        reason=payload.reason,
        marked_by=event.actor,
        marked_at_us=event.at_us,
        expires_us=payload.expires_us,
        active=True,
    )


def number_unmarked(row: MarkRecord | None) -> MarkRecord | None:
    return None if row is None else replace(row, active=False)


def _json(values: tuple[str, ...]) -> str:
    return msgspec.json.encode(values).decode()
