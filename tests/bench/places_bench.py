"""The process of places: what a key in the field of the place costs, there and back, and how long a position takes until its
village and the nearest posts are known."""

from __future__ import annotations

import os
import random
import tempfile
import time
from pathlib import Path

import msgspec
import psutil
from support import made_up_region

from bench.report import Row, percentile, spread
from calltaker.places.knowledge import Home, Knowledge, load_names, load_region
from calltaker.places.map_names import MapNames
from calltaker.places.understanding import understand
from calltaker.places.wire import Names, Understand
from db.gazetteer.cache import CACHE_VARIABLE
from db.gazetteer.place import SERVICE_KINDS, Place
from tests.db.gazetteer.recall import villages
from tests.places.child import Child, names_cache, write_region

BENCH = "places"
VILLAGES = 120
POSITIONS = 300
STREETS, VIEWS = 40_000, 500
HOME, NEIGHBOURS = "9971", ("9972",)
PIDF_LO = (
    '<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10" '
    'xmlns:gml="http://www.opengis.net/gml" xmlns:gs="http://www.opengis.net/pidflo/1.0" entity="pres:a@example.org">'
    '<tuple id="t"><status><gp:geopriv><gp:location-info><gs:Circle srsName="urn:ogc:def:crs:EPSG::4326">'
    '<gml:pos>{lat:.6f} {lon:.6f}</gml:pos><gs:radius uom="urn:ogc:def:uom:EPSG::9001">80</gs:radius></gs:Circle>'
    "</gp:location-info></gp:geopriv></status></tuple></presence>"
)
AML = 'A"ML=1;lt={lat:+.5f};lg={lon:+.5f};rd=50;top=20260717141935;lc=90;pm=W'
TYPED = "{lat:.6f}, {lon:.6f}"


def rows() -> list[Row]:
    """The lines of the bench table."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        cache = folder / "cache"
        cache.mkdir()
        os.environ[CACHE_VARIABLE] = str(names_cache(cache))
        try:
            region = write_region(folder / "region")
            return [*_keys(region), *_positions(region), *_names_of_views()]
        finally:
            del os.environ[CACHE_VARIABLE]


def _keys(region: Path) -> list[Row]:
    """Every beginning of a village with its kecamatan, as it is typed, asked of the real process over its pipe."""
    texts = [f"{place.name} {place.kecamatan}" for place in villages(VILLAGES)]
    typed = [text[: letters + 1] for text in texts for letters in range(1, len(text))]
    began_s = time.perf_counter()
    with Child(region, HOME, NEIGHBOURS) as child:
        child.wait_for_names()
        ready_ms = (time.perf_counter() - began_s) * 1_000
        child.ask(Understand(text="suka"))
        process = psutil.Process(child.pid)
        before_s = _cpu_s(process)
        took_ms = []
        for text in typed:
            asked_s = time.perf_counter()
            child.ask(Understand(text=text))
            took_ms.append((time.perf_counter() - asked_s) * 1_000)
        cpu_ms = (_cpu_s(process) - before_s) * 1_000 / len(typed)
        pss_mb = process.memory_full_info().pss / 1e6
    return [
        *spread(BENCH, "a key in the field of the place, there and back", took_ms, goal_p99_ms=30.0, note="wall time"),
        Row(BENCH, "processor time a key in the process of places", cpu_ms, "ms", "goal 5 ms", cpu_ms / 5.0, f"n={len(typed)}"),
        Row(BENCH, "from its start until names are found", ready_ms, "ms", note="index on disk"),
        Row(BENCH, "memory of the process of places", pss_mb, "MB", note="its own share, whole country and a small region"),
    ]


def _positions(region: Path) -> list[Row]:
    """A position as it comes until village and nearest posts are known, without the pipe."""
    home = Home(HOME, NEIGHBOURS)
    known = Knowledge(home, load_region(region, home), load_names(region))
    table: list[Row] = []
    for name, form in (("PIDF-LO", PIDF_LO), ("AML", AML), ("typed coordinates", TYPED)):
        took_ms = [_position_ms(known, form, number) for number in range(POSITIONS)]
        goal_ms, p99_ms = 10.0, percentile(took_ms, 0.99)
        figure = f"{name} until village and nearest posts are known, p99"
        table.append(Row(BENCH, figure, p99_ms, "ms", f"goal {goal_ms:g} ms", p99_ms / goal_ms, f"n={POSITIONS}, wall time"))
    return table


def _position_ms(known: Knowledge, form: str, number: int) -> float:
    lat, lon = made_up_region.inside("ABCDFGHK"[number % 8])
    text = form.format(lat=lat + number * 1e-6, lon=lon)
    began_s = time.perf_counter()
    answer = understand(text, known, 5)
    near = known.region.near.nearest(answer.points[0].lat, answer.points[0].lon, SERVICE_KINDS, 2)
    msgspec.msgpack.encode((answer, near))
    return (time.perf_counter() - began_s) * 1_000


def _names_of_views() -> list[Row]:
    """The names of streets of a view of the map, from a kabupaten's worth of them, as they go over the pipe."""
    dice = random.Random(112)
    points = [(-7.9 + dice.random() * 0.3, 110.2 + dice.random() * 0.3) for _ in range(STREETS)]
    streets = [
        Place(code=f"osm:way/{n}", name=f"Jalan Contoh {n}", kind="street", lat=lat, lon=lon)
        for n, (lat, lon) in enumerate(points)
    ]
    names = MapNames(streets)
    took_ms, largest = [], 0
    for view in range(VIEWS):
        side = (0.006, 0.03, 0.3)[view % 3]
        south, west = -7.9 + dice.random() * (0.3 - side), 110.2 + dice.random() * (0.3 - side)
        began_s = time.perf_counter()
        found = names.within(south, west, south + side, west + side, 200)
        sent = msgspec.msgpack.encode(Names(labels=found))
        took_ms.append((time.perf_counter() - began_s) * 1_000)
        largest = max(largest, len(sent))
    note = f"n={VIEWS}, views of 600 m to 30 km, at most {largest / 1024:.0f} kB each"
    return spread(BENCH, f"names of a view of the map, from {STREETS} streets", took_ms, goal_p99_ms=20.0, note=note)


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
