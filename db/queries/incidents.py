"""How the rows of an incident become what is shown: newest value of each field, conflicts, state out of its referrals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite

import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy.engine import Connection

from db import events as log
from db.models import event, incident, incident_field, referral
from db.rows import FieldValue, IncidentRow, ReferralRow
from db.ticks import TICK, holds_for

_REFERRAL_COLUMNS = [referral.c[name] for name in ReferralRow.__struct_fields__]
_INCIDENT_COLUMNS = [incident.c[name] for name in ("incident_id", "number", "opened_at_us", "opened_by", "closed_at_us")]
_PROGRESS = ("new", "sent", "acknowledged", "en_route", "on_scene")
_GIVEN_UP = frozenset({"refused", "cancelled"})
_COUNTS_AS = {"obstructed": "acknowledged", "handled": "on_scene"}


def rows_where(c: Connection, *conditions: sa.ColumnElement[bool], limit: int | None = None) -> tuple[IncidentRow, ...]:
    """Return the incidents that meet the conditions, newest first."""
    statement = sa.select(*_INCIDENT_COLUMNS).where(*conditions).order_by(incident.c.opened_at_us.desc()).limit(limit)
    found = c.execute(statement).all()
    ids = [row.incident_id for row in found]
    values = fields_of(c, ids)
    referrals = referrals_of(c, ids)
    return tuple(_to_row(row, values[row.incident_id], tuple(referrals[row.incident_id])) for row in found)


def fields_of(c: Connection, incident_ids: Sequence[str]) -> dict[str, list[FieldValue]]:
    """Return the live values of the incidents' fields, oldest first. A tick of the place that was given for another place than
    the one that stands there now is none, but it stays in the list so that the next one takes its place."""
    columns = [incident_field.c.incident_id, *(incident_field.c[name] for name in FieldValue.__struct_fields__)]
    live = sa.select(*columns).where(
        incident_field.c.incident_id.in_(incident_ids), incident_field.c.superseded_by == "", incident_field.c.hlc > 0
    )
    values: dict[str, list[FieldValue]] = defaultdict(list)
    for row in c.execute(live.order_by(incident_field.c.hlc, incident_field.c.event_id)):
        incident_id, *rest = row
        values[incident_id].append(FieldValue(**dict(zip(FieldValue.__struct_fields__, rest, strict=True))))
    ticks = [one.event_id for of_one in values.values() for one in of_one if one.field == TICK and one.value]
    given = _places_of_ticks(c, ticks) if ticks else {}
    return defaultdict(list, {incident_id: _without_foreign_ticks(of_one, given) for incident_id, of_one in values.items()})


def _without_foreign_ticks(values: list[FieldValue], given: Mapping[str, dict[str, str]]) -> list[FieldValue]:
    """`given` is the place that each tick was given for, by event id. A tick of another place says what the others say."""
    now = {one.field: one.value for one in values}
    foreign = {one.event_id for one in values if one.field == TICK and not holds_for(given.get(one.event_id, {}), now)}
    if not foreign:
        return values
    left = next((one.value for one in reversed(values) if one.field == TICK and one.event_id not in foreign), "")
    return [replace(one, value=left) if one.field == TICK and one.event_id in foreign else one for one in values]


def _places_of_ticks(c: Connection, event_ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the place that each tick was given for."""
    said = sa.select(event.c.id, event.c.payload).where(event.c.id.in_(event_ids), event.c.kind == log.IncidentFieldSet.KIND)
    return {row.id: log.decode(log.IncidentFieldSet.KIND, row.payload).place for row in c.execute(said)}


def referrals_of(c: Connection, incident_ids: Sequence[str]) -> dict[str, list[ReferralRow]]:
    """Return the incidents' referrals, the lead agency's first, then in the order they were sent."""
    statement = (
        sa.select(*_REFERRAL_COLUMNS)
        .where(referral.c.incident_id.in_(incident_ids))
        .order_by(referral.c.role.desc(), referral.c.sent_at_us, referral.c.referral_id)
    )
    found: dict[str, list[ReferralRow]] = defaultdict(list)
    for row in c.execute(statement):
        found[row.incident_id].append(ReferralRow(**row._mapping))  # noqa: SLF001 - SQLAlchemy's public name for it
    return found


def state_of(closed_at_us: int | None, referrals: Iterable[ReferralRow]) -> str:
    """Return the incident's state: the furthest that any agency still at work has come; handled when all of them are done.
    With nobody at work (none sent, or all refused or cancelled) it is new again: somebody has to be sent."""
    if closed_at_us is not None:
        return "closed"
    states = [row.state for row in referrals if row.state not in _GIVEN_UP]
    if not states:
        return "new"
    if all(state == "handled" for state in states):
        return "handled"
    return max((_COUNTS_AS.get(state, state) for state in states), key=_PROGRESS.index)


def conflicts_in(values: Iterable[FieldValue]) -> tuple[str, ...]:
    """Return the fields that hold different values side by side."""
    shown: dict[str, set[str]] = defaultdict(set)
    for value in values:
        shown[value.field].add(value.value)
    return tuple(sorted(field for field, different in shown.items() if len(different) > 1))


def _to_row(
    row: sa.Row[tuple[str, str, int, str, int | None]], values: list[FieldValue], referrals: tuple[ReferralRow, ...]
) -> IncidentRow:
    newest = {value.field: value.value for value in values}
    lat, lon = _degrees(newest.get("lat"), 90.0), _degrees(newest.get("lon"), 180.0)
    placed = lat is not None and lon is not None
    return IncidentRow(
        incident_id=row.incident_id,
        number=row.number,
        opened_at_us=row.opened_at_us,
        opened_by=row.opened_by,
        closed_at_us=row.closed_at_us,
        state=state_of(row.closed_at_us, referrals),
        type_code=newest.get("type_code", ""),
        priority=_whole(newest.get("priority"), 4),
        summary=newest.get("summary", ""),
        place_text=newest.get("place_text", ""),
        landmark=newest.get("landmark", ""),
        lat=lat if placed else None,
        lon=lon if placed else None,
        radius_m=_number(newest.get("radius_m")),
        location_source=newest.get("location_source", ""),
        village=newest.get("village", ""),
        village_code=newest.get("village_code", ""),
        location_verified=newest.get("location_verified") == "1",
        location_at_us=_whole(newest.get("location_at_us"), 1 << 52) or None,
        reporter_name=newest.get("reporter_name", ""),
        callback_number=newest.get("callback_number", ""),
        victims=_whole(newest.get("victims"), 1_000_000),
        trapped=_whole(newest.get("trapped"), 1_000_000),
        narrative=newest.get("narrative", ""),
        answers=newest.get("answers", ""),
        conflicts=conflicts_in(values),
        referrals=referrals,
    )


def _whole(text: str | None, highest: int) -> int:
    """Return a whole number from 0 to `highest`; anything else is 0 = not said."""
    if text is None or not text.isascii() or not text.isdigit():
        return 0
    value = int(text[:17])
    return value if value <= highest else 0


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if isfinite(value) else None


def _degrees(text: str | None, limit: float) -> float | None:
    value = _number(text)
    return value if value is not None and abs(value) <= limit else None
