from __future__ import annotations

import numpy as np
import pytest

from calltaker.tiles.grid import Tile, latitude, longitude, project, unit_x, unit_y


def test_a_tile_knows_its_box_its_children_and_its_parent():
    tile = Tile(2, 3, 1)
    assert tile.box() == (0.75, 0.25, 1.0, 0.5)
    assert tile.children()[3] == Tile(3, 7, 3)
    assert all(child.parent(1) == tile for child in tile.children())


@pytest.mark.parametrize("tile", [Tile(-1, 0, 0), Tile(3, 8, 0), Tile(3, 0, -1), Tile(99, 0, 0), Tile(10**12, 0, 0)])
def test_what_is_outside_of_the_world_is_no_tile(tile):
    assert not tile.exists


def test_degrees_there_and_back():
    projected = project(np.array([[112.7, -7.45], [106.8, 6.2]]))
    assert [(longitude(x), latitude(y)) for x, y in projected] == [pytest.approx((112.7, -7.45)), pytest.approx((106.8, 6.2))]
    assert (unit_x(112.7), unit_y(-7.45)) == pytest.approx(tuple(projected[0]))


def test_the_poles_end_at_the_edge():
    assert unit_y(90) == pytest.approx(0, abs=1e-9)
    assert unit_y(-90) == pytest.approx(1)
