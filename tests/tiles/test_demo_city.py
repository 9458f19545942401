"""The map of the demo's city: the one that is shipped is the one that is drawn, and streets are where the list says."""

from __future__ import annotations

import csv
import gzip

import pytest
import shapely

import resources
from calltaker.tiles.archive import open_archive
from calltaker.tiles.grid import Tile
from calltaker.tiles.style import knows_any
from tests.support.made_up_city import ATTRIBUTION, city, metres, tiles
from tests.support.made_up_tiles import tile_at

MAP = resources.path("demo_town", "map.mbtiles")
CENTRE = tile_at(14, 110.2067, -7.9368)


@pytest.fixture(scope="module")
def shapes():
    return city()


def test_every_street_runs_past_its_point_on_land(shapes):
    streets = shapely.union_all([one.shape for one in shapes if one.kind in {"tertiary", "service"}])
    sea = next(one.shape for one in shapes if one.kind == "ocean")
    rows = list(csv.DictReader(resources.path("demo_town", "places.csv").read_text("utf-8").splitlines()))
    points = {
        row["name"]: shapely.Point(metres(float(row["lon"]), float(row["lat"]))) for row in rows if row["kind"] == "street"
    }
    assert len(points) > 50
    assert {name: point.distance(streets) for name, point in points.items() if point.distance(streets) > 3} == {}
    assert [name for name, point in points.items() if sea.contains(point)] == []


def test_houses_stand_on_no_road_and_not_in_the_water(shapes):
    houses = shapely.union_all([one.shape for one in shapes if one.layer == "building"][::10])
    for one in shapes:
        if one.kind in {"trunk", "primary", "rail", "ocean"}:
            assert not houses.intersects(one.shape), one.kind


def test_what_is_shipped_can_be_drawn_and_is_small():
    archive = open_archive(MAP)
    assert archive.is_vector
    assert (archive.min_zoom, archive.max_zoom) == (10, 14)
    assert archive.attribution == ATTRIBUTION
    assert knows_any(archive.vector_layers)
    tile = archive.tile(Tile(*CENTRE))
    assert tile is not None
    assert b"residential" in gzip.decompress(tile)
    archive.close()
    assert MAP.stat().st_size < 600_000


def test_what_is_shipped_is_what_is_drawn(shapes):
    """The generator and the file belong together; whoever changes one makes the other anew."""
    shipped = open_archive(MAP)
    drawn = tiles(shapes, (12,))
    assert len(drawn) >= 4
    for address, tile in drawn.items():
        assert gzip.decompress(shipped.tile(Tile(*address)) or b"") == gzip.decompress(tile)
    shipped.close()
