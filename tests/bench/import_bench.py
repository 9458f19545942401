"""Importing a region: seconds for 10,000 streets of an OpenStreetMap extract, with villages given to each, and for the index
of their names."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support import made_up_region
from support.map_files import TownMap

from bench.report import Row
from calltaker.regions import names
from calltaker.regions.osm import read_osm
from calltaker.regions.report import Report
from calltaker.regions.surroundings import Surroundings
from db.region.places import save_places
from db.region.villages import save_villages

STREETS = 40_000
GOAL_S = 2.0
"""For 10,000 streets: a regency is in before the administrator has looked up."""


def rows() -> list[Row]:
    """Each figure is the processor time of a process of its own, so that memory is its own too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kota.osm.pbf"
        _write_town(path)
        done = subprocess.run([sys.executable, "-m", "bench.import_bench", folder], check=True, capture_output=True, text=True)
        read_s, names_s, count, peak_mb = (float(word) for word in done.stdout.split())
        size_mb = path.stat().st_size / 1e6
    share = 10_000 / STREETS
    note = f"{STREETS} streets, {size_mb:.1f} MB PBF, {count:.0f} places"
    return [
        Row(
            "import", "10,000 streets, processor time", read_s * share, "s", f"goal {GOAL_S:g} s", read_s * share / GOAL_S, note
        ),
        Row("import", "index of 10,000 names, processor time", names_s * share, "s"),
        Row("import", "peak memory", peak_mb, "MB"),
    ]


def _write_town(path: Path) -> None:
    chance, town = random.Random(3), TownMap()
    for number in range(STREETS):
        lat, lon = chance.uniform(-7.97, -7.88), chance.uniform(110.17, 110.27)
        town.street(f"Jalan Contoh {number // 3}", lat, lon)
    town.write(path)


def _measure(folder: Path) -> None:
    villages = made_up_region.villages()
    save_villages(folder, villages)
    start_s = time.process_time()
    places = read_osm(folder / "kota.osm.pbf", villages, Surroundings(), Report())
    read_s = time.process_time() - start_s
    save_places(folder, "kota", places)
    start_s = time.process_time()
    names.rebuild(folder)
    names_s = time.process_time() - start_s
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(read_s, names_s, len(places), peak_mb)


if __name__ == "__main__":
    _measure(Path(sys.argv[1]))
