"""The board: open incidents, one incident in full, units, agencies."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import models as t
from db.queries import calls, incidents
from db.reader import snapshot
from db.rows import AgencyRow, CallRow, IncidentDetail, IncidentRow, ReferralRow, TimelineRow, UnitRow


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
    timeline = _timeline(c, incident_id, row.referrals, linked)
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


def _timeline(
    c: Connection, incident_id: str, referrals: tuple[ReferralRow, ...], linked: tuple[CallRow, ...]
) -> tuple[TimelineRow, ...]:
    """Return the events of the incident, its referrals and its calls, in the order they were committed."""
    subjects = [incident_id, *(row.referral_id for row in referrals), *(row.call_id for row in linked)]
    columns = [t.event.c.id, t.event.c.at_us, t.event.c.actor, t.event.c.kind, t.event.c.subject, t.event.c.payload]
    found = c.execute(sa.select(*columns).where(t.event.c.subject.in_(subjects)).order_by(t.event.c.gseq))
    return tuple(
        TimelineRow(event_id=row[0], at_us=row[1], actor=row[2], kind=row[3], subject=row[4], payload=row[5]) for row in found
    )
