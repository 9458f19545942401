"""The region in processor time: loading polygons, point → village beside the nearest centroid, nearest posts and streets.

`python -m tests.bench.region_bench FILE …` prints the same figures for boundary files of real regions.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import shapely

from calltaker.regions.report import Report
from calltaker.regions.villages import read_villages
from db.gazetteer.place import Place
from db.region.lookup import Lookup
from db.region.nearest import NearPlaces
from db.region.villages import KABKOTA_CHARS, Villages, load_villages, save_villages
from tests.bench.made_up_country import HOME_CODE, made_up_country
from tests.bench.report import Row, spread

T = TypeVar("T")
POINTS = 2_000
POSTS, STREETS = 500, 40_000
KINDS = ("fire", "police", "hospital", "medical")


def rows() -> list[Row]:
    """The lines of the bench table."""
    country = made_up_country()
    home = country.take(row for row, code in enumerate(country.codes) if code.startswith(HOME_CODE))
    return [
        *_load("a kabupaten", home, goal_ms=50),
        *_load("the country", country, goal_ms=1_500),
        *_reverse("all of the country loaded", country, HOME_CODE),
        *_nearest(),
    ]


def _load(what: str, villages: Villages, *, goal_ms: float, times: int = 3) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_villages(folder, villages)
        took_ms = min(_timed(lambda: load_villages(folder))[0] for _ in range(times))
    note = f"{len(villages)} villages, {int(shapely.get_num_coordinates(villages.shapes).sum())} corners, best of {times}"
    return [Row("region", f"load the polygons of {what}", took_ms, "ms", f"goal {goal_ms:g} ms", took_ms / goal_ms, note)]


def _reverse(what: str, villages: Villages, home_code: str) -> list[Row]:
    lookup = Lookup(villages, home_code)
    prepared_ms, _ = _timed(lookup.prepare)
    points, drawn = _points_inside(villages)
    took_ms, right, by_centroid = [], 0, 0
    boxes = shapely.bounds(villages.shapes)
    centroids = shapely.get_coordinates(shapely.centroid(villages.shapes))
    for (lon, lat), row in zip(points, drawn, strict=True):
        took, where = _timed(lambda lat=lat, lon=lon: lookup.at(lat, lon))
        took_ms.append(took)
        right += where.village_code in _holders(villages, boxes, lon, lat)
        by_centroid += int(np.argmin(((centroids - (lon, lat)) ** 2).sum(axis=1))) == row
    share, centroid_share = 100 * right / len(points), 100 * by_centroid / len(points)
    beside = "each polygon asked by itself"
    return [
        Row("region", "dissolve the home region's border", prepared_ms, "ms", note=what),
        *spread("region", "point → village, border", took_ms, goal_p99_ms=5, note=what),
        Row("region", "right village by polygons", share, "%", beside, share / 100, f"{len(points)} random points in villages"),
        Row("region", "right village by nearest centroid", centroid_share, "%", beside, centroid_share / 100, "never done"),
    ]


def _nearest() -> list[Row]:
    random = np.random.default_rng(112)
    places = [
        Place(code=f"{kind}:{number}", name=f"Tempat {number}", kind=kind, lat=lat, lon=lon)
        for kinds, count in ((KINDS, POSTS), (("street",), STREETS))
        for number, (lat, lon) in enumerate(random.uniform((-8.3, 109.8), (-7.5, 110.6), (count, 2)).tolist())
        for kind in (kinds[number % len(kinds)],)
    ]
    near = NearPlaces(places)
    asked = random.uniform((-8.3, 109.8), (-7.5, 110.6), (POINTS, 2)).tolist()
    posts = [_timed(lambda lat=lat, lon=lon: near.nearest(lat, lon, KINDS, 2))[0] for lat, lon in asked]
    streets = [_timed(lambda lat=lat, lon=lon: near.nearest(lat, lon, ("street",)))[0] for lat, lon in asked]
    return [
        *spread("region", f"2 nearest of {len(KINDS)} kinds", posts, goal_p99_ms=5, note=f"{POSTS} posts"),
        *spread("region", "nearest street", streets, goal_p99_ms=5, note=f"{STREETS} streets"),
    ]


def _points_inside(villages: Villages) -> tuple[list[tuple[float, float]], list[int]]:
    """Return points at random places of random villages, x before y, with the rows of the villages."""
    random = np.random.default_rng(112)
    points: list[tuple[float, float]] = []
    drawn: list[int] = []
    while len(points) < POINTS:
        row = int(random.integers(len(villages)))
        west, south, east, north = shapely.bounds(villages.shapes[row]).tolist()
        lon, lat = float(random.uniform(west, east)), float(random.uniform(south, north))
        if shapely.intersects_xy(villages.shapes[row], lon, lat):
            points.append((lon, lat))
            drawn.append(row)
    return points, drawn


def _holders(villages: Villages, boxes: np.ndarray, lon: float, lat: float) -> set[str]:
    """Return the codes of all villages that hold a point, without any index."""
    in_box = (boxes[:, 0] <= lon) & (lon <= boxes[:, 2]) & (boxes[:, 1] <= lat) & (lat <= boxes[:, 3])
    return {villages.codes[row] for row in np.flatnonzero(in_box) if shapely.intersects_xy(villages.shapes[row], lon, lat)}


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return milliseconds of processor time: most of these works are shorter than what a busy machine takes away."""
    start_ns = time.thread_time_ns()
    result = work()
    return (time.thread_time_ns() - start_ns) / 1e6, result


def _of_files(paths: list[Path]) -> list[Row]:
    table: list[Row] = []
    for path in paths:
        report = Report()
        took_ms, villages = _timed(lambda path=path, report=report: read_villages(path, report))
        left_out = f"{len(villages)} villages, {report.bad_rows.count} rows left out, {report.mended_rows.count} mended"
        table.append(Row("region", f"read {path.name}", took_ms, "ms", note=left_out))
        table += _load(path.stem, villages, goal_ms=50)
        table += _reverse(path.stem, villages, villages.codes[0][:KABKOTA_CHARS])
    return table


if __name__ == "__main__":
    for line in _of_files([Path(name) for name in sys.argv[1:]]) or rows():
        print(line)
