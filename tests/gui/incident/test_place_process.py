"""The form with the real process of places behind it: the floor of keys, and its death in the middle of a word."""

from __future__ import annotations

import dataclasses
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot
from support import made_up_region
from support.fake_desk import FakeWorker, fake_desk

from calltaker.app.last_events import let_children_end
from calltaker.desk.places_client import PlacesClient
from calltaker.settings import Centre, Neighbour
from db import events as log
from db.gazetteer.cache import CACHE_VARIABLE
from db.reader import open_reader
from tests.gui.incident.bench import Bench
from tests.gui.incident.journal_line import JournalLine
from tests.gui.incident.test_place_candidates import in_place_field, rows, value
from tests.gui.incident.test_send import ring_and_type
from tests.places.child import names_cache, write_region

WAIT_MS = 60_000
CENTRE = Centre(region_code="9971", neighbours=(Neighbour(region_code="9972", name="112 Tirta Alam", phone="0274-5550-119"),))


@pytest.fixture
def real(line: JournalLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    """The desk of a made-up region whose names can be found."""
    cache = tmp_path / "cache"
    cache.mkdir()
    monkeypatch.setenv(CACHE_VARIABLE, str(names_cache(cache)))
    connection = open_reader(f"sqlite:///{tmp_path / 'journal.sqlite3'}")
    desk = fake_desk(tmp_path, line=line, worker=FakeWorker(connection))
    desk = dataclasses.replace(desk, settings=msgspec.structs.replace(desk.settings, centre=CENTRE))
    write_region(desk.settings.region_dir)
    client = PlacesClient(desk.settings)
    made = Bench(dataclasses.replace(desk, places=client), line)
    client.start()
    yield made
    client.stop()
    let_children_end()
    made.close()
    connection.close()


def test_a_village_at_home_is_there_after_three_letters(real: Bench, qtbot: QtBot) -> None:
    typist = in_place_field(real, "ban")
    qtbot.waitUntil(lambda: bool(rows(real)), timeout=WAIT_MS)
    assert rows(real)[0] == "Banyubiru — Kec. Nusa Tengah"
    typist.press("Down", "Return")
    assert value(real, "village_code") == "99.71.02.1001"
    assert value(real, "lat") == ""


def test_the_process_dies_in_the_middle_of_a_word_and_nothing_else_does(real: Bench, qtbot: QtBot) -> None:
    client = real.desk.places
    typist, _ = ring_and_type(real, "kebakaran rumah jl mawar 12")
    qtbot.waitUntil(lambda: bool(rows(real)), timeout=WAIT_MS)
    os.kill(client.pid, signal.SIGKILL)  # type: ignore[attr-defined]
    typist.type(" rt 3")
    qtbot.waitUntil(lambda: bool(client.problem), timeout=WAIT_MS)
    assert value(real, "place_text") == "jl mawar 12 rt 3"
    typist.press("Ctrl+S")
    opened = real.line.payloads("incident.opened")[0]
    assert opened.fields["place_text"] == "jl mawar 12 rt 3"
    qtbot.waitUntil(lambda: not client.problem, timeout=WAIT_MS)
    editor = real.form.fields.editor("place_text")
    editor.setFocus()
    editor.selectAll()
    typist.type("jl melati")
    qtbot.waitUntil(lambda: bool(rows(real)) and rows(real)[0].startswith("Jalan Melati Raya"), timeout=WAIT_MS)


def test_a_place_beyond_the_border_names_the_neighbours_centre(real: Bench, qtbot: QtBot) -> None:
    typist = real.open()
    lat, lon = made_up_region.inside("Y")
    real.line.ring("+6281255501234", location=log.Location(source="pidf-lo", shape="circle", lat=lat, lon=lon, radius_m=60.0))
    typist.press("F9")
    village = real.form.fields.place_strip._village
    qtbot.waitUntil(lambda: "112 Tirta Alam 0274-5550-119" in village.text(), timeout=WAIT_MS)
    assert value(real, "village") == "Sumberalam, Kec. Tirta Hulu, Kabupaten Tirta Alam"
