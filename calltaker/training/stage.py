"""The stage of a demo: settings, a log with agencies, units and a week of history, free ports."""

from __future__ import annotations

import contextlib
import os
import random
import socket
import time
from pathlib import Path

import msgspec

import resources
from calltaker.domain.catalogue import load_catalogue
from calltaker.domain.clock import day_of
from calltaker.domain.hazards import expires_us
from calltaker.domain.ticket import ticket_number
from calltaker.durable_file import write_durably
from calltaker.settings_loader import load
from calltaker.training.history import past_week
from db import events as log
from db.check import check
from db.errors import DatabaseMissingError, DatabaseTooOldError
from db.journal import Journal
from db.region.folder import MANIFEST_FILE

SEAT = "latihan-1"
UTC_OFFSET_MINUTES = 420


class TownUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit of the made-up city."""

    callsign: str
    agency: str
    name: str
    base: str
    lat: float
    lon: float


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """Where a demo plays: its data folder and the ports of the seat and of the agency."""

    data_dir: Path
    sip_port: int
    agency_port: int
    database: str

    @property
    def target(self) -> str:
        return f"sip:112@127.0.0.1:{self.sip_port}"


def prepare(data_dir: Path, *, database: str, auto: bool, theme: str, language: str) -> Stage:
    """Make the folder, the settings, the log with agencies, units and a week of history. Quick when all that is there."""
    data_dir.mkdir(parents=True, exist_ok=True)
    database = database or f"sqlite:///{data_dir / 'journal.sqlite3'}"
    stage = Stage(data_dir=data_dir, sip_port=_free_port(), agency_port=_free_port(), database=database)
    write_durably(data_dir / "settings.toml", _settings(stage, auto=auto, theme=theme, language=language))
    _bring_up_to_date(stage.database)
    journal = Journal(
        stage.database,
        SEAT,
        numbering=lambda at_us, counter: ticket_number("9971", day_of(at_us, UTC_OFFSET_MINUTES), counter),
        utc_offset_minutes=UTC_OFFSET_MINUTES,
    )
    journal.open()
    try:
        if journal.head_seq == 0:
            for batch in past_week(now_us=time.time_ns() // 1000):
                journal.append(batch)
            journal.append(_units())
            journal.append(_warnings(time.time_ns() // 1000))
        journal.append(_agencies(stage.agency_port))
    finally:
        journal.close()
    _bring_region(data_dir)
    return stage


def _bring_region(data_dir: Path) -> None:
    """Import the made-up city as a centre imports its own: its borders, a neighbour's, streets, landmarks, posts and
    the map."""
    if (data_dir / "region" / MANIFEST_FILE).exists():
        return
    from calltaker.regions import command  # noqa: PLC0415 - heavy, and needed once

    files = [str(resources.path("demo_town", name)) for name in ("villages.geojson", "places.csv", "map.mbtiles")]
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        command.run(load(data_dir=data_dir), ["region", *files, "--attribution", "Kota Nusa Raya"])


def _bring_up_to_date(database: str) -> None:
    """Migrate only when needed: the migration tool alone costs most of a second."""
    try:
        check(database)
    except (DatabaseMissingError, DatabaseTooOldError):
        from db.migrate import upgrade  # noqa: PLC0415 - heavy, and rarely needed

        upgrade(database)


def _agencies(port: int) -> list[log.NewEvent]:
    """The default directory, every agency answered by the one agency process."""
    return [
        log.new_event(
            agency.code,
            log.AgencyDefined(
                name=agency.name,
                short_name=agency.short_name,
                voice_uri=f"sip:{agency.code.lower()}@127.0.0.1:{port}",
                phone=agency.phone,
                whatsapp=agency.whatsapp,
                keys=agency.keys,
                acknowledge_within_s=agency.acknowledge_within_s,
            ),
            actor="demo",
        )
        for agency in load_catalogue().agencies
    ]


def _units() -> list[log.NewEvent]:
    units = msgspec.json.decode(resources.path("demo_town", "units.json").read_bytes(), type=list[TownUnit])
    return [
        log.new_event(
            unit.callsign,
            log.UnitDefined(agency=unit.agency, name=unit.name, base=unit.base, lat=unit.lat, lon=unit.lon),
            actor="demo",
        )
        for unit in units
    ]


def _warnings(now_us: int) -> list[log.NewEvent]:
    """What a crew found out some days ago."""
    note = log.PlaceNoteAdded(
        hazard="gas",
        text="gudang tabung elpiji di halaman belakang",
        expires_us=expires_us(now_us),
        lat=-7.93501,
        lon=110.20893,
        place_text="Jalan Pahlawan Nusa 12",
    )
    return [log.new_event("note-gas-store", note, at_us=now_us - 4 * 86_400_000_000, actor="latihan")]


def _settings(stage: Stage, *, auto: bool, theme: str, language: str) -> str:
    greeting = resources.path("sounds", "speech", "desk_greeting.wav") if auto else ""
    device = "null" if auto else ""
    return f"""\
# Settings of the demo, written anew at every start.
[centre]
name = "112 Kota Nusa Raya"
region_code = "9971"
utc_offset_minutes = {UTC_OFFSET_MINUTES}

[[centre.neighbours]]
region_code = "9972"
name = "112 Kabupaten Tirta Alam"
phone = "0274 555 0112"

[seat]
id = "{SEAT}"
operator = "Sari"
theme = "{theme}"
language = "{language}"

[sip]
bind = "127.0.0.1"
udp_port = {stage.sip_port}
tcp_port = {stage.sip_port}

[[sip.accounts]]
name = "112"
uri = "sip:112@127.0.0.1:{stage.sip_port}"
proxy = "sip:127.0.0.1:{stage.agency_port}"   # who is called back answers there, not this desk

[sound]
headset = "{device}"
ringer = "{device}"
headset_in_file = '{greeting}'
"""


def _free_port() -> int:
    """Return a port that is free for UDP and TCP now. It is used seconds later, so it lies where the system gives none by
    itself: below 32768 (Linux; others begin higher), above the ports of the line's sound."""
    while True:
        port = random.SystemRandom().randint(21_000, 31_999)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, socket.socket() as tcp:
            try:
                udp.bind(("127.0.0.1", port))
                tcp.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
