"""`calltaker import region FILE…`, `import list`, `import remove NAME`: a centre's own region, brought by its administrator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from calltaker import administration
from calltaker.exit_codes import ALREADY_RUNNING, CANNOT_START, OK
from calltaker.instance_lock import AlreadyRunningError, InstanceLock
from calltaker.regions.importing import Importer, Wishes
from calltaker.regions.listed_report import told
from calltaker.regions.stage import HalfDoneError, Stage, note_name
from calltaker.settings import Settings
from db.errors import DatabaseError, JournalError
from db.region.folder import RegionError, Source, read_manifest

LOCK_FILE = "import.lock"
_NOTHING_CHANGED = "Nothing was changed."


def run(settings: Settings, arguments: Sequence[str]) -> int:
    """Do what was asked and say what was done; what a person has to mend is one sentence on stderr. Returns an exit code."""
    asked = _parser().parse_args(arguments)
    if asked.verb == "region" and asked.name is not None and len(asked.files) > 1:
        _parser().error("--name is for one file")
    try:
        if asked.verb == "list":
            return _list(settings)
        return _alone(settings, asked)
    except (RegionError, DatabaseError, JournalError, AlreadyRunningError) as error:  # the last: a line that is just starting
        return _give_up(str(error))
    except HalfDoneError as error:
        sys.stderr.write(f"Only a part of the import is in its place ({error}). Do it again.\n")
        return CANNOT_START
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _give_up(f"{where}{error.strerror or error}")
    except KeyboardInterrupt:
        return _give_up("stopped")


def _alone(settings: Settings, asked: argparse.Namespace) -> int:
    """Change the region, one process at a time."""
    lock = InstanceLock(settings.run_dir / LOCK_FILE)
    try:
        lock.acquire()
    except AlreadyRunningError as error:
        sys.stderr.write(f"Another import is running (process {error.pid}). {_NOTHING_CHANGED}\n")
        return ALREADY_RUNNING
    try:
        return _import(settings, asked) if asked.verb == "region" else _remove(settings, asked)
    finally:
        lock.release()


def _import(settings: Settings, asked: argparse.Namespace) -> int:
    with Stage(settings.region_dir) as stage:
        importer = Importer(settings, stage, Wishes(name=asked.name, attribution=asked.attribution, licence=asked.licence))
        taken = importer.take([path.absolute() for path in asked.files])
        names = stage.finish()
        if importer.events:
            administration.append(settings, importer.events)
        stage.commit()
    for one in taken:
        source = one.source
        _say(f"{one.path.name}: {_rows(source)} imported as {source.name}.")
        for line in told(one.report, one.row_word, settings.region_dir / note_name(source.kind, source.name)):
            _say(line)
    if importer.events:
        _say(f"{len(importer.events)} units have a new base on record.")
    if stage.moved_places:
        _say(f"{stage.moved_places} streets and places of earlier imports have their village from the new polygons.")
    if names is not None:
        _say(f"The region knows {names} names.")
    _say("A desk that is open takes it up by itself.")
    return OK


def _remove(settings: Settings, asked: argparse.Namespace) -> int:
    with Stage(settings.region_dir) as stage:
        named = [one for one in stage.manifest.sources if one.name == asked.name and asked.kind in {None, one.kind}]
        if not named:
            raise RegionError(f"nothing is imported as {asked.name}; `calltaker import list` shows what is")
        if len(named) > 1:
            kinds = " or ".join(one.kind for one in named)
            raise RegionError(f"{asked.name} is the name of several imports; say which with --kind {kinds}")
        stage.remove(named[0])
        names = stage.finish()
        stage.commit()
    _say(f"{named[0].name} ({_rows(named[0])}) is removed." + ("" if names is None else f" The region knows {names} names."))
    return OK


def _list(settings: Settings) -> int:
    sources = read_manifest(settings.region_dir).sources
    if not sources:
        _say("Nothing is imported yet; `calltaker import region FILE` takes it.")
    for source in sources:
        at = datetime.fromtimestamp(source.imported_at_us / 1e6, UTC) + timedelta(minutes=settings.centre.utc_offset_minutes)
        cells = (source.name, source.kind, str(source.rows), f"{at:%Y-%m-%d %H:%M}", source.attribution, source.licence)
        _say("\t".join(cells))
    return OK


_ROW_NOUNS = {
    "villages": "villages", "osm": "streets and places", "places": "places and units", "raster": "tiles", "vector": "tiles"
}  # fmt: skip


def _rows(source: Source) -> str:
    return f"{source.rows} {_ROW_NOUNS[source.kind]}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="calltaker import")
    verbs = parser.add_subparsers(dest="verb", required=True)
    region = verbs.add_parser("region", help="take in village polygons, an OpenStreetMap extract, own lists (CSV), maps")
    region.add_argument("files", nargs="+", type=Path, metavar="FILE")
    region.add_argument("--name", help="what it is called here (else the file's name); a later import of the name replaces it")
    region.add_argument("--attribution", help="who made the data, as it must stand on the map")
    region.add_argument("--licence", help="under which licence it came")
    verbs.add_parser("list", help="one import a line: name, kind, rows, time, attribution, licence")
    remove = verbs.add_parser("remove", help="take an import out of the region")
    remove.add_argument("name", metavar="NAME")
    remove.add_argument("--kind", choices=sorted(_ROW_NOUNS), help="which one, when several have the name")
    return parser


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _give_up(words: str) -> int:
    sentence = words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")
    sys.stderr.write(f"{sentence} {_NOTHING_CHANGED}\n")
    return CANNOT_START
