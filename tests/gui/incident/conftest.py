"""A desk with the incident room on it: fake line, real journal, real queries, every panel in one window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import events as log
from db import migrate
from db.journal import Journal
from db.reader import open_reader
from tests.gui.incident.bench import Bench
from tests.gui.incident.journal_line import JournalLine, numbering
from tests.support.fake_desk import FakeWorker, fake_desk


@pytest.fixture(scope="session")
def empty_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database; each test gets a copy."""
    path = tmp_path_factory.mktemp("log") / "journal.sqlite3"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def line(empty_log: Path, tmp_path: Path, qapp: object) -> Iterator[JournalLine]:
    path = tmp_path / "journal.sqlite3"
    shutil.copy(empty_log, path)
    journal = Journal(f"sqlite:///{path}", "seat-1", numbering=numbering, ballast_bytes=0)
    journal.open()
    yield JournalLine(journal)
    journal.close()


@pytest.fixture
def bench(line: JournalLine, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Bench]:
    """The desk with the shipped agencies and three units. Indirect parameters: seat settings."""
    connection = open_reader(f"sqlite:///{tmp_path / 'journal.sqlite3'}")
    desk = fake_desk(tmp_path, line=line, worker=FakeWorker(connection), **getattr(request, "param", {}))
    for agency in desk.catalogue.agencies:
        line.commit(
            agency.code,
            log.AgencyDefined(
                name=agency.name,
                short_name=agency.short_name,
                voice_uri=agency.voice_uri,
                phone=agency.phone,
                keys=agency.keys,
                acknowledge_within_s=agency.acknowledge_within_s,
            ),
        )
    for callsign, agency in (("PMK-03", "DAMKAR"), ("PMK-07", "DAMKAR"), ("AMB-11", "PSC119")):
        line.commit(callsign, log.UnitDefined(agency=agency, name=callsign, base="Pos Utara"))
    made = Bench(desk, line)
    yield made
    made.close()
    connection.close()
