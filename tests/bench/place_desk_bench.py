"""Where the caller is, on the real desk: INVITE with a place → marker on the map, the map's first paint and its frames, and
what typing a place costs the window. Real line, real SIP, real processes of places and tiles; 1920 × 1080, no screen."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from support.seat import ROOT
from support.sip_peer import PeerCall, SipPeer
from support.sip_text import sdp

from bench.report import Row, spread
from calltaker.training.stage import SEAT, Stage, prepare
from db import events as log
from db.gazetteer.cache import CACHE_VARIABLE
from db.journal import Journal
from tests.places.child import names_cache
from tests.telephony.location.documents import circle, document

BENCH = "desk, places"
MARKER_CALLS = 104
STARTS = 5
OPEN_INCIDENTS = 60
MARKER_GOAL_MS, FIRST_GOAL_MS, FRAME_GOAL_MS, LATE_GOAL_MS = 150.0, 1_000.0, 33.0, 50.0
NORTH, WEST, SIDE = -7.905, 110.185, 8
STEP_DEGREES = (-0.0075, 0.0095)
"""The calls come from the corners of a grid over the made-up city."""


class PlaceSeat:
    """The made-up city with open incidents all over it; the line runs. Use as a context manager."""

    def __init__(self, folder: Path) -> None:
        self.stage: Stage = prepare(folder, database="", auto=True, theme="night", language="id")
        _open_incidents(self.stage.database)
        cache = folder / "cache"
        cache.mkdir()
        self._env = {CACHE_VARIABLE: str(names_cache(cache))}
        self._folder = folder

    def __enter__(self) -> Self:
        with (self._folder / "line-stderr.txt").open("wb") as errors:
            command = [sys.executable, "-m", "calltaker", "line", "--data-dir", str(self._folder)]
            self._line = subprocess.Popen(command, cwd=ROOT, stdout=errors, stderr=errors)
        return self

    def __exit__(self, *_: object) -> None:
        self._line.terminate()
        self._line.wait(20)

    def watched(self, *more: str, meanwhile: Callable[[], None] = lambda: None) -> dict[str, Any]:
        """Start a desk, do something, wait until the desk has done its own part, close it, return what it saw."""
        out = self._folder / "place_probe.json"
        out.unlink(missing_ok=True)
        with _desk(self._folder, out, self._env, *more) as lines:
            meanwhile()
            assert not more or next(lines).strip() == "done"
        found: dict[str, Any] = json.loads(out.read_text())
        return found

    def ring(self, peer: SipPeer, number: str, lat: float, lon: float) -> PeerCall:
        """Call with a circle around a place."""
        place = document(circle(f"{lat:.6f}", f"{lon:.6f}", 80))

        def body(port: int) -> bytes:
            offer = b"--e\r\nContent-Type: application/sdp\r\n\r\n" + sdp("127.0.0.1", port)
            head = b"\r\n--e\r\nContent-Type: application/pidf+xml\r\nContent-ID: <place@a>\r\n\r\n"
            return offer + head + place + b"\r\n--e--\r\n"

        return peer.invite(
            ("127.0.0.1", self.stage.sip_port),
            sender=f"<sip:{number}@127.0.0.1>",
            headers=[("Geolocation", "<cid:place@a>")],
            body=body,
            content_type="multipart/mixed;boundary=e",
        )


def markers(calls: int = MARKER_CALLS) -> list[Row]:
    """Each call rings for a quarter of a second from another place than the last; the window only looks."""
    sent_ns: dict[str, int] = {}

    def ring_all() -> None:
        time.sleep(2.0)  # the map's own tiles have come
        with SipPeer("peer") as peer:
            for index in range(calls):
                number = f"08125552{index:04d}"
                lat, lon = NORTH + STEP_DEGREES[0] * (index // SIDE % SIDE), WEST + STEP_DEGREES[1] * (index % SIDE)
                call = seat.ring(peer, number, lat, lon)
                sent_ns[number] = call.invite_sent_ns
                call.wait("180")
                time.sleep(0.25)
                call.cancel()
                call.wait("487")
                call.close()
                time.sleep(0.1)

    with tempfile.TemporaryDirectory() as folder, PlaceSeat(Path(folder)) as seat:
        seen = seat.watched(meanwhile=ring_all)
    shown: dict[str, int] = seen["markers_ns"]
    painted = [(shown[number] - at_ns) / 1e6 for number, at_ns in sent_ns.items() if number in shown]
    note = f"{len(painted)} of {calls} markers, each within the map; the map turns to each"
    return spread(BENCH, "INVITE with PIDF-LO on the wire → marker painted", painted, goal_p99_ms=MARKER_GOAL_MS, note=note)


def first_paint(times: int = STARTS) -> list[Row]:
    """The map of a desk that starts; everything of it comes from other processes except the first frame."""
    with tempfile.TemporaryDirectory() as folder, PlaceSeat(Path(folder)) as seat:
        seen = [seat.watched(meanwhile=lambda: time.sleep(3.0)) for _ in range(times)]
    px = "×".join(str(side) for side in seen[0]["map_px"])
    table = []
    for first, figure, goal_ms in (
        ("map", "window shown → map painted", FIRST_GOAL_MS),
        ("region", "window shown → map painted with the region's borders and names", FIRST_GOAL_MS),
        ("tiles", "window shown → map painted with all its tiles", None),
    ):
        took_ms = [(one["firsts_ns"][first] - one["shown_ns"]) / 1e6 for one in seen if first in one["firsts_ns"]]
        median = statistics.median(took_ms)
        note = f"n={len(took_ms)} of {times}, max {max(took_ms):.0f} ms, map of {px}"
        beside = f"goal {goal_ms:g} ms" if goal_ms else ""
        table.append(Row(BENCH, f"{figure}, median", median, "ms", beside, median / goal_ms if goal_ms else None, note))
    whole_s = statistics.median((one["firsts_ns"]["map"] - one["started_ns"]) / 1e9 for one in seen)
    return [*table, Row(BENCH, "command → map painted, median", whole_s, "s", note="imports and the whole desk included")]


def frames() -> list[Row]:
    """Pan by the keys of the map where its tiles are there already."""
    with tempfile.TemporaryDirectory() as folder, PlaceSeat(Path(folder)) as seat:
        seen = seat.watched("--pan")
    px = "×".join(str(side) for side in seen["map_px"])
    note = f"{seen['markers']} markers"
    return [
        *spread(
            BENCH,
            "cached map frame while panning, in the desk",
            seen["frames_ms"]["desk"],
            goal_p99_ms=FRAME_GOAL_MS,
            note=f"map of {px}, {note}",
        ),
        *spread(
            BENCH,
            "cached map frame while panning, in its own window",
            seen["frames_ms"]["window"],
            goal_p99_ms=FRAME_GOAL_MS,
            note=f"window of 1920×1080, {note}",
        ),
    ]


def typing() -> list[Row]:
    """Places typed into the form of an answered call, nine letters a second."""
    with tempfile.TemporaryDirectory() as folder, PlaceSeat(Path(folder)) as seat, SipPeer("peer") as peer:
        seen = seat.watched("--type", meanwhile=lambda: seat.ring(peer, "081255530001", NORTH, WEST).wait("180") and None)
    typed = seen["typing"]
    return [
        *spread(BENCH, "a key in the field of the place, process and back", typed["round_ms"], note="as the window sees it"),
        *spread(BENCH, "key → candidates in the strip", typed["shown_ms"]),
        *spread(BENCH, "key → changed candidates painted", typed["painted_ms"], goal_p99_ms=100.0),
        *spread(BENCH, "window late while a place is typed", typed["late_ms"], goal_p99_ms=LATE_GOAL_MS, note="beats of 10 ms"),
    ]


def _open_incidents(database: str) -> None:
    """Open incidents over the city, so that the map and the search for doubles have work."""
    journal = Journal(database, SEAT, numbering=lambda _at_us, counter: f"9971-112-{counter:04}", utc_offset_minutes=420)
    journal.open()
    try:
        for index in range(OPEN_INCIDENTS):
            fields = {
                "type_code": ("KB-01", "LL-01", "IN-01", "MD-02")[index % 4],
                "priority": str(1 + index % 4),
                "place_text": f"Jalan Contoh {index}",
                "lat": f"{NORTH - 0.001 * index:.6f}",
                "lon": f"{WEST + 0.0013 * (index * 7 % OPEN_INCIDENTS):.6f}",
            }
            journal.append([log.new_event(f"bench-{index}", log.IncidentOpened(fields=fields), actor="bench")])
    finally:
        journal.close()


@contextmanager
def _desk(data_dir: Path, out: Path, env: dict[str, str], *more: str) -> Iterator[Iterator[str]]:
    command = [sys.executable, "-m", "bench.place_probe", str(data_dir), str(out), *more]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT / 'tests'}{os.pathsep}{ROOT}"} | env
    with (data_dir / "desk-stderr.txt").open("wb") as errors:
        desk = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    assert desk.stdin is not None
    assert desk.stdout is not None
    try:
        assert desk.stdout.readline().strip() == "ready", (data_dir / "desk-stderr.txt").read_text()[-2000:]
        yield iter(desk.stdout)
    finally:
        desk.stdin.close()
        desk.wait(20)
        desk.stdout.close()
