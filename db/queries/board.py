"""The board: open incidents, one incident in full, units, agencies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import models as t
from db.queries import calls, incidents
from db.reader import snapshot
from db.rows import AgencyRow, CallRow, IncidentDetail, IncidentRow, TimelineRow, UnitRow

_TIMELINE_COLUMNS = [t.event.c[name] for name in ("id", "at_us", "actor", "kind", "subject", "payload")]


@snapshot
def open_incidents(c: Connection) -> tuple[IncidentRow, ...]:
    """Return the incidents that are not closed: most urgent first (one without a priority before all, somebody has to look),
    the oldest first within a priority."""
    rows = incidents.rows_where(c, t.incident.c.closed_at_us.is_(None))
    return tuple(sorted(rows, key=lambda row: (row.priority, row.opened_at_us)))


@snapshot
def incident_row(c: Connection, incident_id: str) -> IncidentRow | None:
    """Return one line of the board, open or closed, or `None`."""
    rows = incidents.rows_where(c, t.incident.c.incident_id == incident_id)
    return rows[0] if rows else None


@snapshot
def incident_by_short_number(c: Connection, short_number: str) -> IncidentRow | None:
    """Return the incident that a counter ("0412" or "412") or whole ticket number names: an open one first, then the newest."""
    named = t.incident.c.number == short_number
    if short_number.isascii() and short_number.isdigit():
        named = t.incident.c.short_number.in_({short_number, short_number.zfill(4)})
    rows = incidents.rows_where(c, named, limit=50)
    return min(rows, key=lambda row: (row.closed_at_us is not None, -row.opened_at_us), default=None)


@snapshot
def incident(c: Connection, incident_id: str) -> IncidentDetail | None:
    """Return one incident with everything the form shows, or `None`."""
    row = incident_row(c, incident_id)
    if row is None:
        return None
    first_call = c.execute(sa.select(t.incident.c.call_id).where(t.incident.c.incident_id == incident_id)).scalar_one()
    linked = calls.of_incidents(c, [incident_id], [first_call])
    timeline = _timeline(c, row, linked)
    return IncidentDetail(
        row=row,
        fields=tuple(incidents.fields_of(c, [incident_id])[incident_id]),
        notes=tuple(line for line in timeline if line.kind == "incident.note_added"),
        calls=linked,
        timeline=timeline,
    )


def units(c: Connection) -> tuple[UnitRow, ...]:
    """Return the units in service of the centre by agency and call sign."""
    statement = (
        sa.select(t.unit, t.incident.c.number.label("incident_number"))
        .join_from(t.unit, t.incident, t.unit.c.incident_id == t.incident.c.incident_id, isouter=True)
        .where(t.unit.c.active)
        .order_by(t.unit.c.agency, t.unit.c.callsign)
    )
    return tuple(
        UnitRow(
            callsign=row.callsign,
            agency=row.agency,
            name=row.name,
            base=row.base,
            state=row.state,
            incident_id=row.incident_id,
            incident_number=row.incident_number or "",
            since_us=row.since_us,
            lat=row.lat,
            lon=row.lon,
        )
        for row in c.execute(statement)
    )


def agencies(c: Connection) -> tuple[AgencyRow, ...]:
    """Return the directory's agencies in force, by code."""
    statement = sa.select(t.agency).where(t.agency.c.active).order_by(t.agency.c.code)
    return tuple(
        AgencyRow(
            code=row.code,
            name=row.name,
            short_name=row.short_name,
            voice_uri=row.voice_uri,
            phone=row.phone,
            whatsapp=row.whatsapp,
            keys=msgspec.json.decode(row._mapping["keys"], type=tuple[str, ...]),  # noqa: SLF001 - a Row has `keys` of its own
            acknowledge_within_s=row.acknowledge_within_s,
        )
        for row in c.execute(statement)
    )


def _timeline(c: Connection, row: IncidentRow, linked: tuple[CallRow, ...]) -> tuple[TimelineRow, ...]:
    """Return the events of the incident, its referrals, its calls and its units, in the order they were committed."""
    subjects = [row.incident_id, *(one.referral_id for one in row.referrals), *(call.call_id for call in linked)]
    gseq = t.event.c.gseq
    own = c.execute(sa.select(gseq, *_TIMELINE_COLUMNS).where(t.event.c.subject.in_(subjects)).order_by(gseq)).all()
    first = next((line.gseq for line in own if line.subject == row.incident_id), 0)
    last = own[-1].gseq if own and row.closed_at_us is not None else None
    found = sorted((*own, *_of_units(c, row.incident_id, first, last)), key=lambda line: line.gseq)
    return tuple(
        TimelineRow(
            event_id=line.id, at_us=line.at_us, actor=line.actor, kind=line.kind, subject=line.subject, payload=line.payload
        )
        for line in found
    )


def _of_units(c: Connection, incident_id: str, first: int, last: int | None) -> Sequence[sa.Row[Any]]:
    """Return what units did for the incident: only between its first event and its last (`None` = now), because a unit's own
    events are of all its incidents and years."""
    gseq, event = t.event.c.gseq, t.event.c
    named = event.payload.contains(f'"incident_id":"{incident_id}"', autoescape=True)
    within = [gseq > first, *([gseq < last] if last is not None else [])]
    is_unit = event.subject.in_(sa.select(t.unit.c.callsign))
    return c.execute(
        sa.select(gseq, *_TIMELINE_COLUMNS).where(is_unit, event.kind == "unit.state_set", *within, named).order_by(gseq)
    ).all()
