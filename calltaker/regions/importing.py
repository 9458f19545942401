"""Files become the region: each is recognised and read into the stage; only when all are whole does the region change."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import shapely

from calltaker.regions import map_facts
from calltaker.regions.copying import copy, sha256_of
from calltaker.regions.listed_report import ListedReport, told
from calltaker.regions.mbtiles import read_mbtiles
from calltaker.regions.naming import name_for
from calltaker.regions.own_places import read_own_places
from calltaker.regions.pmtiles_convert import convert
from calltaker.regions.pmtiles_map import read_pmtiles
from calltaker.regions.progress import Bar
from calltaker.regions.recognise import Format, recognise
from calltaker.regions.stage import Stage
from calltaker.regions.surroundings import Surroundings
from calltaker.regions.units import unit_events
from calltaker.settings import Settings
from db.events import NewEvent
from db.region.folder import RegionError, Source, SourceKind
from db.region.lookup import kabkota_code
from db.region.villages import KABKOTA_CHARS, Villages

_ORDER: tuple[Format, ...] = ("boundaries", "pbf", "table", "mbtiles", "pmtiles")
"""Polygons first: streets and places get their villages from them."""
_OWN_MAP_NOTE = "the map names nobody as its maker; say it with --attribution (© OpenStreetMap contributors where that is so)"


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the person said of the files; None = nothing."""

    name: str | None = None
    attribution: str | None = None
    licence: str | None = None


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """One file that is ready in the stage. `row_word` is what the rows of its remarks count."""

    path: Path
    source: Source
    report: ListedReport
    row_word: str = "row"


class Importer:
    """Reads files into a stage. Every method raises `RegionError` for a file that cannot be taken, `OSError`,
    `DatabaseError`."""

    def __init__(self, settings: Settings, stage: Stage, wishes: Wishes) -> None:
        self._settings = settings
        self._stage = stage
        self._wishes = wishes
        self._villages: Villages | None = stage.villages()
        self._open: list[ListedReport] = []
        self._names: set[tuple[SourceKind, str]] = set()
        self.events: list[NewEvent] = []
        """To be put on record when the region is in its place."""

    def take(self, paths: Sequence[Path]) -> list[Taken]:
        known = [(recognise(path), path) for path in paths]
        return [self._take(form, path) for form, path in sorted(known, key=lambda one: _ORDER.index(one[0]))]

    def _take(self, form: Format, path: Path) -> Taken:
        bar = Bar(path.name)
        try:
            match form:
                case "boundaries":
                    return self._take_villages(path, bar)
                case "pbf":
                    return self._take_osm(path, bar)
                case "table":
                    return self._take_places(path, bar)
                case _:
                    return self._take_map(path, form, bar)
        except RegionError:
            bar.end()
            for report in self._open:
                sys.stderr.writelines(f"{line}\n" for line in told(report, _row_word(form)))
            raise
        finally:
            bar.end()
            for report in self._open:
                report.close()
            self._open.clear()

    def _take_villages(self, path: Path, bar: Bar) -> Taken:
        from calltaker.regions.villages import read_villages  # noqa: PLC0415 - its library is slow to load

        name, report = self._begin("villages", path, bar)
        villages = read_villages(path, report)
        file = self._stage.put_villages(name, villages)
        taken = self._end(path, file, report, self._source(name, "villages", len(villages)))
        if not taken.source.attribution:
            report.note("nobody is named as the maker of these polygons; say it with --attribution and --licence")
        self._villages = self._stage.villages()
        home = self._home_code()
        if not any(code.startswith(home) for code in (self._villages or villages).codes):
            report.note(f"no polygon is in {home}, the centre's own region by its settings (centre.region_code)")
        return taken

    def _take_osm(self, path: Path, bar: Bar) -> Taken:
        from calltaker.regions import osm  # noqa: PLC0415 - its library is slow to load

        name, report = self._begin("osm", path, bar)
        places = osm.read_osm(path, self._villages, self._surroundings(), report)
        source = self._source(name, "osm", len(places), osm.ATTRIBUTION, osm.LICENCE)
        if "openstreetmap" not in source.attribution.casefold():
            source = msgspec.structs.replace(source, attribution=f"{osm.ATTRIBUTION}, {source.attribution}")
        if self._villages is None:
            report.note("no village polygons are imported yet, so no street has its village; it comes with them")
        return self._end(path, self._stage.put_places(name, places), report, source)

    def _take_places(self, path: Path, bar: Bar) -> Taken:
        from calltaker.regions.assign import with_villages  # noqa: PLC0415 - loaded with the polygons only

        name, report = self._begin("places", path, bar)
        own = read_own_places(path, self._surroundings(), report)
        self.events += unit_events(self._settings, own.units, report)
        places = with_villages(own.places, self._villages)
        for before, after in zip(own.places, places, strict=True):
            if before.village and before.village.casefold() != after.village.casefold():
                report.note(
                    f"{before.name}: the list says {before.village}, its point lies in {after.village}; the point holds"
                )
        source = self._source(name, "places", len(places) + len(own.units))
        return self._end(path, self._stage.put_places(name, places), report, source)

    def _take_map(self, path: Path, form: Format, bar: Bar) -> Taken:
        facts = read_mbtiles(path) if form == "mbtiles" else read_pmtiles(path)
        if objection := map_facts.objection(facts):
            raise RegionError(f"{path}: {objection}")
        name, report = self._begin(facts.kind, path, bar)
        if remark := map_facts.remark(facts, self._surroundings()):
            report.note(remark)
        source = self._source(name, facts.kind, facts.tiles, facts.attribution)
        if not source.attribution:
            report.note(_OWN_MAP_NOTE)
        if form == "pmtiles" and facts.kind == "vector":
            target = self._stage.new_map(name, ".mbtiles")
            digest = convert(path, target, facts, bar)
            report.note("the vector map is kept as MBTiles, which the renderer reads")
        else:
            target = self._stage.new_map(name, f".{form}")
            digest = copy(path, target, bar)
        return self._end(path, target, report, msgspec.structs.replace(source, sha256=digest))

    def _begin(self, kind: SourceKind, path: Path, bar: Bar) -> tuple[str, ListedReport]:
        name = name_for(path, self._wishes.name, kind, self._stage.manifest)
        if (kind, name) in self._names:
            raise RegionError(f"{path}: another file of this command is called {name} too; import one of them with a --name")
        self._names.add((kind, name))
        report = ListedReport(self._stage.new_note(kind, name), bar)
        self._open.append(report)
        return name, report

    def _end(self, path: Path, file: Path, report: ListedReport, source: Source) -> Taken:
        if not source.sha256:
            source = msgspec.structs.replace(source, sha256=sha256_of(file))
        self._stage.add(source)
        return Taken(path=path, source=source, report=report, row_word=_row_word("table" if source.kind == "places" else "pbf"))

    def _source(self, name: str, kind: SourceKind, rows: int, attribution: str = "", licence: str = "") -> Source:
        """Return the entry of the list; what is not said now stays as it was said at an earlier import."""
        was = next((one for one in self._stage.manifest.sources if (one.name, one.kind) == (name, kind)), None)
        said = self._wishes
        return Source(
            name=name,
            kind=kind,
            rows=rows,
            attribution=said.attribution if said.attribution is not None else attribution or (was.attribution if was else ""),
            licence=said.licence if said.licence is not None else licence or (was.licence if was else ""),
            imported_at_us=time.time_ns() // 1000,
        )

    def _surroundings(self) -> Surroundings:
        if self._villages is None:
            return Surroundings()
        home = self._home_code()
        rows = [row for row, code in enumerate(self._villages.codes) if code[:KABKOTA_CHARS] == home]
        west, south, east, north = shapely.total_bounds(self._villages.shapes[rows or slice(None)]).tolist()
        return Surroundings(home=(south, west, north, east))

    def _home_code(self) -> str:
        try:
            return kabkota_code(self._settings.centre.region_code)
        except ValueError as error:
            raise RegionError(f"the setting centre.region_code is {error}") from error


def _row_word(form: Format) -> str:
    """Return what the numbers of remarks count."""
    return "line" if form == "table" else "row"
