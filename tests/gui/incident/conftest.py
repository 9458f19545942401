"""A desk with the incident room on it: fake line, real journal, real queries, every panel in one window."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from support.fake_desk import FakeWorker, fake_desk

import resources
from db import events as log
from db import migrate
from db.journal import Journal
from db.reader import open_reader
from tests.gui.incident.bench import Bench
from tests.gui.incident.journal_line import JournalLine, numbering


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


@pytest.fixture(scope="session")
def indonesian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped translation, compiled."""
    compiled = tmp_path_factory.mktemp("i18n") / "id.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", resources.path("i18n", "id.ts"), "-qm", compiled], check=True)
    return compiled


@pytest.fixture
def bench(line: JournalLine, tmp_path: Path, indonesian: Path, request: pytest.FixtureRequest) -> Iterator[Bench]:
    """The desk with the shipped agencies and three units. Indirect parameters: seat settings; with the language "id" the
    screen speaks it, otherwise it speaks the source language."""
    connection = open_reader(f"sqlite:///{tmp_path / 'journal.sqlite3'}")
    seat = getattr(request, "param", {})
    desk = fake_desk(tmp_path, line=line, worker=FakeWorker(connection), **seat)
    translator = QTranslator()
    if seat.get("language") == "id":
        assert translator.load(str(indonesian))
        QCoreApplication.installTranslator(translator)
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
    QCoreApplication.removeTranslator(translator)
    made.close()
    connection.close()
