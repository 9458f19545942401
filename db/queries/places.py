"""What the log knows of a place: warnings in force, and what happened there before."""

from __future__ import annotations

from math import cos, radians
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db.geodesy import LEAST_NORTH_M, distance_m
from db.models import incident, place_note
from db.queries import incidents
from db.reader import snapshot
from db.rows import NearIncident, PlaceNoteRow

_WIDEST_NOTE_M = 2_000.0
_WIDEST_DOUBT_M = 300.0
_MOST_IN_A_BOX = 500

_NOTE_COLUMNS = [place_note.c[name] for name in PlaceNoteRow.__struct_fields__ if name not in {"distance_m", "is_here"}]


def notes(
    c: Connection,
    *,
    now_us: int,
    lat: float | None = None,
    lon: float | None = None,
    doubt_m: float = 0.0,
    number: str = "",
) -> tuple[PlaceNoteRow, ...]:
    """Return the warnings in force around the point, or that are on the number; the nearest first. `doubt_m` is how far the
    caller may be from the point: a warning next door is better read once too often."""
    wanted = []
    if number:
        wanted.append(place_note.c.number == number)
    if lat is not None and lon is not None:
        wanted.append(_around(place_note, lat, lon, _WIDEST_NOTE_M))
    if not wanted:
        return ()
    statement = sa.select(*_NOTE_COLUMNS).where(
        sa.or_(*wanted), place_note.c.ended_at_us.is_(None), place_note.c.expires_us > now_us
    )
    found = [_note(row, lat, lon, min(max(doubt_m, 0.0), _WIDEST_DOUBT_M)) for row in c.execute(statement)]
    near = [note for note in found if (number and note.number == number) or note.is_here]
    return tuple(sorted(near, key=lambda note: (note.distance_m is None, note.distance_m or 0.0, note.note_id)))


@snapshot
def incidents_near(
    c: Connection, *, lat: float, lon: float, radius_m: float, since_us: int, limit: int = 20
) -> tuple[NearIncident, ...]:
    """Return the incidents within `radius_m` of the point that were opened since, the nearest first."""
    box = _around(incident, lat, lon, radius_m)
    rows = incidents.rows_where(c, box, incident.c.opened_at_us >= since_us, limit=_MOST_IN_A_BOX)
    near = [
        NearIncident(row=row, distance_m=distance_m(lat, lon, row.lat, row.lon))
        for row in rows
        if row.lat is not None and row.lon is not None
    ]
    inside = sorted((one for one in near if one.distance_m <= radius_m), key=lambda one: one.distance_m)
    return tuple(inside[:limit])


def _around(table: sa.Table, lat: float, lon: float, radius_m: float) -> sa.ColumnElement[bool]:
    """Return the condition of a box that holds the circle."""
    north = radius_m / LEAST_NORTH_M
    east = north / max(cos(radians(min(abs(lat) + north, 89.0))), 0.01)
    return sa.and_(table.c.lat.between(lat - north, lat + north), table.c.lon.between(lon - east, lon + east))


def _note(row: sa.Row[Any], lat: float | None, lon: float | None, doubt_m: float) -> PlaceNoteRow:
    away_m = None
    if lat is not None and lon is not None and row.lat is not None and row.lon is not None:
        away_m = distance_m(lat, lon, row.lat, row.lon)
    reach_m = min(row.radius_m + doubt_m, _WIDEST_NOTE_M)
    is_here = row.lat is None if away_m is None else away_m <= reach_m
    return PlaceNoteRow(**row._mapping, distance_m=away_m, is_here=is_here)  # noqa: SLF001 - SQLAlchemy's public name
