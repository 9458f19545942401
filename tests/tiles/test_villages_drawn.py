"""The village polygons as tiles: land, borders of three strengths, no cracks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
import shapely
from PySide6.QtGui import QImage, QPainter
from support import made_up_tiles as made

from calltaker.theme.tokens import DAY, NIGHT
from calltaker.tiles.grid import Tile
from calltaker.tiles.ground import paint_ground, step_deg
from calltaker.tiles.villages import VillageMap
from db.region.villages import Villages


def block(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    lon, lat = made.CENTRE_LON, made.CENTRE_LAT
    return shapely.box(lon + west, lat + south, lon + east, lat + north)


def cracked() -> shapely.Polygon:
    """North-west, its southern side bent away from its neighbour by some ten metres."""
    lon, lat = made.CENTRE_LON, made.CENTRE_LAT
    corners = [(0, 0), (0, 0.1), (-0.1, 0.1), (-0.1, 0), (-0.002, 0.0001)]
    return shapely.Polygon([(lon + east, lat + north) for east, north in corners])


FOUR = Villages(
    codes=("99.01.01.2001", "99.01.01.2002", "99.01.02.2001", "99.01.02.2002"),
    names=("Barat Laut", "Barat Daya", "Timur Laut", "Tenggara"),
    kecamatan=("Barat", "Barat", "Timur", "Timur"),
    kabkota=("Kabupaten Rekaan",) * 4,
    shapes=np.array([cracked(), block(-0.1, -0.1, 0, 0), block(0, 0, 0.1, 0.1), block(0, -0.1, 0.1, 0)]),
)  # fmt: skip


def drawn(villages: VillageMap, tile: Tile, tokens=NIGHT) -> QImage:
    image = paint_ground(tile, tokens)
    painter = QPainter(image)
    villages.draw_land(painter, tile, tokens)
    villages.draw_borders(painter, tile, tokens)
    painter.end()
    return image


def colours(image: QImage) -> Counter[str]:
    pixels = np.frombuffer(image.constBits(), np.uint32) & 0xFFFFFF
    values, counts = np.unique(pixels, return_counts=True)
    return Counter({f"#{value:06X}": int(count) for value, count in zip(values, counts, strict=True)})


@pytest.mark.parametrize("tokens", [NIGHT, DAY], ids=lambda tokens: tokens.name)
def test_all_that_belongs_on_a_map_is_on_it(tokens):
    tile = Tile(*made.tile_at(10))
    seen = colours(drawn(VillageMap(made.villages(60)), tile, tokens))
    assert seen.most_common(1)[0][0] in {tokens.map_land, tokens.map_outside}
    assert {tokens.map_land, tokens.map_outside, tokens.map_border, tokens.map_home} <= set(seen)


def test_only_the_border_of_the_own_region_is_strong():
    two = replace(
        FOUR, codes=("99.01.01.2001", "99.01.01.2002", "99.02.02.2001", "99.02.02.2002"), kabkota=("A", "A", "B", "B")
    )
    inland = Tile(*made.tile_at(13, made.CENTRE_LON + 0.1, made.CENTRE_LAT + 0.05))
    between = Tile(*made.tile_at(13, made.CENTRE_LON, made.CENTRE_LAT + 0.05))
    assert NIGHT.map_home in colours(drawn(VillageMap(two), inland)), "nobody said whose centre it is"
    own = VillageMap(two, "99.01")
    assert NIGHT.map_home in colours(drawn(own, between))
    assert NIGHT.map_home not in colours(drawn(own, inland))
    assert NIGHT.map_border in colours(drawn(own, inland))
    assert NIGHT.map_home in colours(drawn(VillageMap(two, "12.34"), inland))


def test_a_crack_between_villages_is_neither_hole_nor_double_line():
    tile = Tile(*made.tile_at(16, made.CENTRE_LON - 0.002))
    seen = colours(drawn(VillageMap(FOUR), tile))
    assert NIGHT.map_land in seen
    assert not {NIGHT.map_outside, NIGHT.map_home} & set(seen)


def test_a_real_gap_stays_open():
    apart = replace(FOUR, shapes=np.array([block(-0.1, 0.02, 0, 0.1), *FOUR.shapes[1:]]))
    tile = Tile(*made.tile_at(13, made.CENTRE_LON - 0.05, made.CENTRE_LAT + 0.01))
    assert colours(drawn(VillageMap(apart), tile))[NIGHT.map_outside] > 1000


def test_only_tiles_of_the_region_are_covered():
    villages = VillageMap(FOUR)
    z, x, y = made.tile_at(12)
    assert villages.covers(Tile(z, x, y))
    assert not villages.covers(Tile(z, x + 20, y))
    assert villages.covers(Tile(0, 0, 0))


def test_far_away_and_close_by_nothing_fails():
    villages = VillageMap(made.villages(60))
    for zoom in (*range(4, 20), 22):
        assert drawn(villages, Tile(*made.tile_at(zoom))).width() == 512


def test_polygons_that_cross_themselves_are_drawn_as_well():
    lon, lat = made.CENTRE_LON, made.CENTRE_LAT
    bow = shapely.Polygon([(lon, lat), (lon + 0.1, lat + 0.1), (lon + 0.1, lat), (lon, lat + 0.1)])
    crossed = replace(FOUR, shapes=np.array([bow, shapely.Polygon(), *FOUR.shapes[2:]]))
    assert colours(drawn(VillageMap(crossed), Tile(*made.tile_at(11))))[NIGHT.map_land] > 1000


def test_the_ground_has_lines_of_round_degrees_that_keep_apart():
    assert step_deg(4) == 10
    assert step_deg(11) == 0.1
    for zoom in range(4, 23):
        seen = colours(paint_ground(Tile(*made.tile_at(zoom)), NIGHT))
        assert set(seen) <= {NIGHT.map_outside, NIGHT.map_grid}
        assert seen[NIGHT.map_grid] <= 6 * 512
