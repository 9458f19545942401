"""Where the units of a centre's list stand, as facts on record: the board and the map read them from the log."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from calltaker import administration
from calltaker.regions.own_places import UnitBase
from calltaker.regions.report import Report
from calltaker.settings import Settings
from db.events import NewEvent, UnitDefined, new_event
from db.queries import board
from db.reader import open_reader
from db.rows import UnitRow


def unit_events(settings: Settings, units: Iterable[UnitBase], report: Report) -> list[NewEvent]:
    """Return an event for each unit that is new or stands elsewhere now. A unit of an agency that the directory does not know
    is left out and said. Raises `DatabaseError`."""
    units = tuple(units)
    if not units:
        return []
    with open_reader(settings.database_url) as reader:
        agencies = {row.code for row in board.agencies(reader)}
        known = {row.callsign: row for row in board.units(reader)}
    events: list[NewEvent] = []
    for unit in units:
        was = known.get(unit.callsign)
        agency = unit.agency or (was.agency if was else "")
        if agency not in agencies:
            report.bad(unit.line, f"{unit.callsign}: {_unknown(agency, agencies)}")
        elif (defined := _after(unit, agency, was)) is not None:
            events.append(new_event(unit.callsign, defined, actor=administration.ACTOR))
    return events


def _after(unit: UnitBase, agency: str, was: UnitRow | None) -> UnitDefined | None:
    """Return what is to be put on record; None when it stands there already."""
    name = unit.name or (was.name if was else "")
    base = unit.base or (was.base if was else "")
    if was is not None and (was.agency, was.name, was.base, was.lat, was.lon) == (agency, name, base, unit.lat, unit.lon):
        return None
    return UnitDefined(agency=agency, name=name, base=base, lat=unit.lat, lon=unit.lon)


def _unknown(agency: str, agencies: set[str]) -> str:
    if not agency:
        return "the column agency (instansi) is empty"
    near = get_close_matches(agency, agencies, n=1)
    return f"the directory has no agency {agency}" + (f"; {near[0]}?" if near else "; `calltaker agency list` shows them")
