"""`calltaker init`: a folder that a seat can work from: settings, database, a first directory of agencies and units.

Everything that is there already stays as it is, so it may be run again (it upgrades an older database)."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterable

import resources
from calltaker import administration
from calltaker.domain.catalogue import load_catalogue
from calltaker.durable_file import write_durably
from calltaker.settings import Settings
from calltaker.settings_loader import FILE_NAME
from db.errors import DatabaseError
from db.events import AgencyDefined, NewEvent, UnitDefined, new_event
from db.queries import board
from db.reader import open_reader

# The address may hold a password and arguments can be read by everybody, so it goes in by standard input.
_MIGRATE = "import sys; from db.migrate import main; sys.exit(main([sys.stdin.read()]))"


def run(settings: Settings) -> int:
    """Make the seat ready and say what was done. Raises `OSError`, `DatabaseError`, `JournalError`."""
    for folder in (settings.data_dir, settings.run_dir, settings.recordings_dir, settings.exports_dir):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    own_file = settings.data_dir / FILE_NAME
    if not own_file.exists():
        write_durably(own_file, resources.path("settings", "default.toml").read_text(encoding="utf-8"))
    migrate(settings.database_url)
    events = tuple(_first_directory(settings))
    if events:
        administration.append(settings, events)
    sys.stdout.write(f"The seat {settings.seat.id} is ready in {settings.data_dir}; its settings are in {own_file}.\n")
    return 0


def migrate(url: str) -> None:
    """Create or upgrade the database in a child process, because the tool for it is large. Raises `DatabaseError`."""
    child = subprocess.run([sys.executable, "-c", _MIGRATE], input=url, text=True, capture_output=True, check=False)  # noqa: S603
    if child.returncode != 0:
        raise DatabaseError(child.stderr.strip().splitlines()[-1] if child.stderr.strip() else "the database cannot be made")


def _first_directory(settings: Settings) -> Iterable[NewEvent]:
    """Give the shipped agencies and units when the log knows none yet."""
    with open_reader(settings.database_url) as reader:
        known_agencies, known_units = board.agencies(reader), board.units(reader)
    actor = administration.ACTOR
    if not known_agencies:
        for agency in load_catalogue().agencies:
            defined = AgencyDefined(
                name=agency.name,
                short_name=agency.short_name,
                voice_uri=agency.voice_uri,
                phone=agency.phone,
                whatsapp=agency.whatsapp,
                keys=agency.keys,
                acknowledge_within_s=agency.acknowledge_within_s,
            )
            yield new_event(agency.code, defined, actor=actor)
    if not known_units:
        with resources.path("settings", "units.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                unit = UnitDefined(agency=row["agency"], name=row["name"], base=row["base"])
                yield new_event(row["callsign"], unit, actor=actor)
