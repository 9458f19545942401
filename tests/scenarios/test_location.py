"""Where the caller is, end to end: real SIP, the real line, a real desk worked by keys, the real process of places, the log."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from support.seat import ROOT
from support.sip_peer import PeerCall, SipPeer
from support.sip_text import sdp

from calltaker.training.stage import Stage, prepare
from db.events import CallLocationConfirmed
from db.gazetteer.cache import CACHE_VARIABLE
from db.queries import board
from db.queries.events import first_of
from db.reader import open_reader
from db.rows import IncidentDetail
from tests.places.child import names_cache
from tests.scenarios.remote_desk import RemoteDesk
from tests.telephony.location.documents import SRS, document, ring

pytestmark = [pytest.mark.sip, pytest.mark.slow, pytest.mark.timeout(300)]

LAT, LON, HALF = -7.9535, 110.2248, 0.0008  # in Kampung Nelayan, well away from its borders
BEYOND = "-7.92500, 110.29000"


@dataclass
class Place:
    """The seat of a made-up city, its desk and a phone that calls it."""

    stage: Stage
    desk: RemoteDesk
    peer: SipPeer

    def call(self, number: str, **invite: Any) -> PeerCall:
        """Ring, and be answered by F9."""
        call = self.peer.invite(("127.0.0.1", self.stage.sip_port), sender=f"<sip:{number}@127.0.0.1>", **invite)
        self.desk.until(lambda screen: number in screen["ringing"], "the call")
        self.desk.press("F9")
        self.desk.until(lambda screen: screen["in_hand"] == number, "the answered call")
        call.wait("200")
        return call

    def save(self, call: PeerCall) -> IncidentDetail:
        """Say what happened, save, let the caller go; return what the log holds of the incident."""
        self.desk.press("F4")
        self.desk.type("kebakaran rumah")
        self.desk.press("Ctrl+S")
        incident_id = self.desk.until(lambda screen: bool(screen["linked"]), "the saved incident")["linked"]
        call.bye()
        self.desk.until(lambda screen: not screen["in_hand"], "the end of the call")
        connection = open_reader(self.stage.database)
        try:
            detail = board.incident(connection, incident_id)
        finally:
            connection.close()
        assert detail is not None
        return detail

    def settled(self, detail: IncidentDetail) -> CallLocationConfirmed:
        connection = open_reader(self.stage.database)
        try:
            return first_of(connection, detail.calls[0].call_id, CallLocationConfirmed.KIND)
        finally:
            connection.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("seat")
    cache = folder / "cache"
    cache.mkdir()
    stage = prepare(folder / "data", database="", auto=True, theme="night", language="en")
    with (folder / "line-stderr.txt").open("wb") as errors:
        command = [sys.executable, "-m", "calltaker", "line", "--data-dir", str(stage.data_dir)]
        line = subprocess.Popen(command, cwd=ROOT, stdout=errors, stderr=errors)
    try:
        desk = RemoteDesk(stage.data_dir, **{CACHE_VARIABLE: str(names_cache(cache))})
        with desk, SipPeer("081255501234") as peer:
            desk.until(lambda screen: screen["names_ready"], "that names can be searched")
            yield Place(stage, desk, peer)
    finally:
        line.terminate()
        assert line.wait(60) == 0


def with_polygon(port: int) -> bytes:
    """Return an offer of speech and a square around the caller."""
    corners = ((1, -1), (1, 1), (-1, 1), (-1, -1), (1, -1))
    square = " ".join(f"{LAT + north * HALF:.5f} {LON + east * HALF:.5f}" for north, east in corners)
    where = document(f"<gml:Polygon {SRS}>{ring(square)}</gml:Polygon>")
    offer = b"--e\r\nContent-Type: application/sdp\r\n\r\n" + sdp("127.0.0.1", port) + b"\r\n"
    return offer + b"--e\r\nContent-Type: application/pidf+xml\r\nContent-ID: <place@a>\r\n\r\n" + where + b"\r\n--e--\r\n"


def test_a_polygon_on_the_wire_is_a_village_in_the_log_without_a_key(place: Place) -> None:
    headers = [("Geolocation", "<cid:place@a>")]
    call = place.call("081255501301", headers=headers, body=with_polygon, content_type="multipart/mixed;boundary=e")
    place.desk.until(lambda screen: "Kampung Nelayan" in screen["village"], "the village of the polygon")
    detail = place.save(call)
    assert detail.row.village == "Kampung Nelayan, Kec. Nusa Selatan, Kota Nusa Raya"
    assert detail.row.village_code == "99.71.02.1002"
    assert (detail.row.lat, detail.row.lon) == (pytest.approx(LAT, abs=1e-5), pytest.approx(LON, abs=1e-5))
    assert detail.row.location_source == "pidf-lo"
    assert not detail.row.location_verified
    assert place.settled(detail).source == "pidf-lo"


def test_a_spoken_place_is_four_letters_down_and_enter(place: Place) -> None:
    call = place.call("081255501302")
    place.desk.press("Alt+L")
    place.desk.type("rejo")
    place.desk.until(lambda screen: any(row.startswith("Rejosari") for row in screen["candidates"]), "Rejosari")
    place.desk.press("Down", "Return")
    place.desk.until(lambda screen: "Rejosari" in screen["village"], "the village")
    detail = place.save(call)
    assert detail.row.village_code == "99.71.04.1002"
    assert detail.row.location_source == "name"
    assert detail.row.lat is None  # nobody waits in the middle of a village
    settled = place.settled(detail)
    assert len(settled.keys_ms) == len("rejo") + len(("Down", "Return"))
    assert settled.after_ms is not None
    assert settled.after_ms >= settled.keys_ms[-1]


def test_a_place_beyond_the_border_is_asked_about_and_names_who_helps(place: Place) -> None:
    call = place.call("081255501303")
    place.desk.press("Alt+L")
    place.desk.paste(f"https://maps.google.com/?q={BEYOND.replace(' ', '')}")
    place.desk.until(lambda screen: bool(screen["candidates"]), "the question")
    place.desk.press("Return")  # takes nothing that is a question
    assert not place.desk.screen["village"]
    place.desk.press("Alt+L", "Down", "Return")
    screen = place.desk.until(lambda screen: "Outside the region" in screen["village"], "the warning")
    assert "112 Kabupaten Tirta Alam 0274 555 0112" in screen["village"]
    detail = place.save(call)
    assert detail.row.village_code.startswith("99.72.")
    assert detail.row.location_source == "typed"


def test_without_the_process_of_places_the_words_are_saved(place: Place) -> None:
    call = place.call("081255501304")
    place.desk.press("Alt+L")
    place.desk.type("jl mer")
    before = place.desk.until(lambda screen: bool(screen["places_pid"]), "the process of places")
    os.kill(before["places_pid"], signal.SIGKILL)
    place.desk.type("cusuar 4")
    place.desk.until(
        lambda screen: len(screen["places_problems"]) > len(before["places_problems"]), "that places cannot be searched"
    )
    detail = place.save(call)
    assert detail.row.place_text == "jl mercusuar 4"
    assert detail.row.village_code == ""
    place.desk.until(lambda screen: screen["names_ready"], "that it started again")
