"""A centre's own list of landmarks, posts and the bases of its units."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from calltaker.regions.kinds import UNIT_WORDS, kind_of
from calltaker.regions.report import Report
from calltaker.regions.surroundings import Surroundings
from calltaker.regions.table import Row, Table, number
from db.gazetteer.place import SERVICE_KINDS, Place
from db.region.folder import RegionError

MAX_NAME_CHARS = 120
_REPORT_EVERY = 1000


class UnitBase(msgspec.Struct, frozen=True, kw_only=True):
    """Where a unit stands. `agency` is the code that the row gives."""

    line: int
    callsign: str
    agency: str
    name: str = ""
    base: str = ""
    lat: float | None = None
    lon: float | None = None


class OwnPlaces(msgspec.Struct, frozen=True, kw_only=True):
    places: tuple[Place, ...] = ()
    units: tuple[UnitBase, ...] = ()


class _RowError(ValueError):
    """The row cannot be taken; the text says why."""


def read_own_places(path: Path, surroundings: Surroundings, report: Report) -> OwnPlaces:
    """Return what the list holds. Rows that cannot be taken are in `report`. Raises `RegionError` for a file that is not such
    a list, or of which no row can be taken."""
    table = Table(path)
    for heading in table.unknown:
        report.mended(1, f"the column {heading!r} is not read: nothing here is called so")
    reader = _Reader(surroundings, report)
    size = path.stat().st_size
    for count, row in enumerate(table.rows()):
        if isinstance(row, tuple):
            report.bad(*row)
        else:
            try:
                reader.take(row)
            except _RowError as error:
                report.bad(row.line, str(error))
        if count % _REPORT_EVERY == 0:
            report.progress(min(size - 1, count * 64), size)
    report.progress(size, size)
    if not reader.places and not reader.units:
        raise RegionError(f"{path}: no row can be taken" + _first_reason(report))
    return OwnPlaces(places=tuple(reader.places.values()), units=tuple(reader.units.values()))


def _first_reason(report: Report) -> str:
    first = next(iter(report.bad_rows), None)
    return f"; the first is line {first}" if first else ""


class _Reader:
    def __init__(self, surroundings: Surroundings, report: Report) -> None:
        self._surroundings = surroundings
        self._report = report
        self._lines: dict[str, int] = {}
        self.places: dict[str, Place] = {}
        self.units: dict[str, UnitBase] = {}

    def take(self, row: Row) -> None:
        """Raises `_RowError`."""
        if not row["name"] and not row["callsign"]:
            raise _RowError("the name is empty")
        if len(row["name"]) > MAX_NAME_CHARS:
            raise _RowError(f"the name has {len(row['name'])} signs; {MAX_NAME_CHARS} are shown at most")
        point = self._point(row)
        is_unit_alone = row["kind"].casefold() in UNIT_WORDS
        if not is_unit_alone:
            self._take_place(row, point)
        if row["callsign"]:
            self._take_unit(row, point, is_unit_alone=is_unit_alone)
        elif is_unit_alone:
            raise _RowError("a unit needs its call sign")

    def _point(self, row: Row) -> tuple[float, float] | None:
        """Return the checked point; None for a place that is known by name alone."""
        if not row["lat"] and not row["lon"]:
            return None
        if not row["lat"] or not row["lon"]:
            raise _RowError(f"{row['name'] or row['callsign']}: {'lon' if row['lat'] else 'lat'} is empty; give both or none")
        try:
            lat, lon = number(row["lat"]), number(row["lon"])
        except ValueError as error:
            raise _RowError(f"{row['name'] or row['callsign']}: {error}") from error
        if self._surroundings.swapped(lat, lon):
            self._report.mended(row.line, f"{row['name']}: latitude and longitude stood in each other's column")
            lat, lon = lon, lat
        if objection := self._surroundings.objection(lat, lon):
            raise _RowError(f"{row['name'] or row['callsign']}: {objection}")
        if max(_decimals(row["lat"]), _decimals(row["lon"])) < 2:
            raise _RowError(f"{row['name'] or row['callsign']}: {lat:g}, {lon:g} is good to 10 km only; give more decimals")
        return lat, lon

    def _take_place(self, row: Row, point: tuple[float, float] | None) -> None:
        if not row["name"]:
            raise _RowError("the name is empty")
        kind = kind_of(row["kind"])
        if kind is None:
            raise _RowError(f"the kind {row['kind']!r} is not known; use {', '.join((*SERVICE_KINDS, 'landmark', 'street'))}")
        if point is None and kind in SERVICE_KINDS:
            raise _RowError(f"{row['name']}: somebody who is sent needs a point on the map (lat and lon are empty)")
        name = f"{row['name']} ({row['alias']})" if row["alias"] else row["name"]
        place = Place(
            code=f"csv:{_slug(row['name'])}",
            name=name,
            kind=kind,
            village=row["village"],
            kecamatan=row["kecamatan"],
            lat=point[0] if point else None,
            lon=point[1] if point else None,
            phone=row["phone"],
        )
        self._add_place(row, place)

    def _add_place(self, row: Row, place: Place) -> None:
        """Two places of one name stay two; the same place twice (a post with several units) is one."""
        number_of_name = 1
        code = place.code
        while (was := self.places.get(code)) is not None:
            if (was.name, was.kind, was.lat, was.lon) == (place.name, place.kind, place.lat, place.lon):
                if not row["callsign"]:
                    raise _RowError(f"{place.name}: the same as line {self._lines[code]}")
                return
            number_of_name += 1
            code = f"{place.code}-{number_of_name}"
        self.places[code] = msgspec.structs.replace(place, code=code)
        self._lines[code] = row.line

    def _take_unit(self, row: Row, point: tuple[float, float] | None, *, is_unit_alone: bool) -> None:
        callsign = row["callsign"].upper()
        if callsign in self.units:
            raise _RowError(f"{callsign} stands in line {self.units[callsign].line} already")
        if point is None:
            raise _RowError(f"{callsign}: where the unit stands is missing (lat and lon are empty)")
        self.units[callsign] = UnitBase(
            line=row.line,
            callsign=callsign,
            agency=row["agency"].upper(),
            name=row["unit"] or (row["name"] if is_unit_alone else ""),
            base=row["base"] or ("" if is_unit_alone else row["name"]),
            lat=point[0],
            lon=point[1],
        )


def _decimals(text: str) -> int:
    return len(re.split(r"[.,]", text)[-1].strip("° ")) if re.search(r"[.,]", text) else 0


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "place"
