"""Raster tiles: which pixels of which source tile land where, and what the night makes of them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from support import made_up_tiles as made

from calltaker.theme.tokens import NIGHT
from calltaker.tiles.archive import ArchiveError, open_archive
from calltaker.tiles.grid import Tile
from calltaker.tiles.raster import RasterMap, is_opaque

RED, GREEN, BLUE, PAPER = (200, 0, 0), (0, 200, 0), (0, 0, 200), (250, 250, 250)
HERE = Tile(*made.tile_at(10))


def raster(folder, tiles, side_px=256):
    return RasterMap(
        open_archive(made.mbtiles(folder / "r.mbtiles", {key: made.png(of, side_px) for key, of in tiles.items()}))
    )


def colour(image, x, y):
    return image.pixelColor(x, y).getRgb()


def test_four_small_tiles_make_one_of_ours(tmp_path):
    tiles = dict(zip(HERE.children(), (RED, GREEN, BLUE, PAPER), strict=True))
    image = raster(tmp_path, tiles).paint(HERE, "day")
    assert [colour(image, x, y)[:3] for x, y in ((10, 10), (500, 10), (10, 500), (500, 500))] == [RED, GREEN, BLUE, PAPER]
    assert is_opaque(image)


def test_a_quarter_that_is_missing_comes_from_the_tile_above_it(tmp_path):
    west_red = lambda x, _y: RED if x < 128 else BLUE  # noqa: E731
    image = raster(tmp_path, {HERE: west_red, HERE.children()[1]: GREEN}).paint(HERE, "day")
    assert [colour(image, x, y)[:3] for x, y in ((10, 10), (500, 10), (10, 500), (500, 500))] == [RED, GREEN, RED, BLUE]


def test_what_nothing_is_known_of_stays_transparent(tmp_path):
    painted = raster(tmp_path, {HERE.children()[0]: RED})
    image = painted.paint(HERE, "night")
    assert (colour(image, 10, 10)[3], colour(image, 500, 500)[3]) == (255, 0)
    assert not is_opaque(image)
    assert painted.paint(Tile(10, 0, 0), "day") is None
    assert painted.paint(HERE.parent(3), "day") is None


@pytest.mark.parametrize("side_px", [256, 512])
def test_beyond_the_last_zoom_the_parent_is_scaled_up(tmp_path, side_px):
    half = side_px // 2
    corners = lambda x, y: (RED if x < half else GREEN) if y < half else (BLUE if x < half else PAPER)  # noqa: E731
    painted = raster(tmp_path, {HERE: corners}, side_px)
    deep = [HERE.children()[number].children()[number] for number in range(4)]
    assert [colour(painted.paint(tile, "day"), 256, 256)[:3] for tile in deep] == [RED, GREEN, BLUE, PAPER]


def test_a_large_tile_is_shown_as_it_is(tmp_path):
    image = raster(tmp_path, {HERE: RED, HERE.children()[0]: GREEN}, 512).paint(HERE, "day")
    assert colour(image, 10, 10)[:3] == RED


def test_a_light_map_is_turned_over_at_night(tmp_path):
    inked = lambda x, _y: (0, 0, 0) if x < 20 else PAPER  # noqa: E731
    image = raster(tmp_path, {HERE: inked}, 512).paint(HERE, "night")
    paper, ink = image.pixelColor(400, 400), image.pixelColor(5, 5)
    land = QColor(NIGHT.map_land)
    assert all(abs(one - other) <= 6 for one, other in zip(paper.getRgb(), land.getRgb(), strict=True))
    assert ink.lightnessF() > 0.7


def test_a_photograph_is_only_darkened(tmp_path):
    image = raster(tmp_path, {HERE: (140, 120, 100)}, 512).paint(HERE, "night")
    assert colour(image, 5, 5)[:3] == (77, 66, 55)


def test_a_dark_map_stays_as_it_is(tmp_path):
    assert colour(raster(tmp_path, {HERE: (30, 30, 40)}, 512).paint(HERE, "night"), 5, 5)[:3] == (30, 30, 40)


def test_tiles_that_are_no_images_are_named(tmp_path):
    path = made.mbtiles(tmp_path / "words.mbtiles", {HERE: b"<svg/>", HERE.parent(1): b""})
    with pytest.raises(ArchiveError, match=r"words\.mbtiles"):
        RasterMap(open_archive(path))


def test_one_broken_image_is_a_gap(tmp_path):
    good = made.png(RED, 512)
    path = made.mbtiles(tmp_path / "r.mbtiles", {HERE: good, HERE._replace(x=HERE.x + 1): good[:60]})
    painted = RasterMap(open_archive(path))
    assert painted.paint(HERE, "day") is not None
    assert painted.paint(HERE._replace(x=HERE.x + 1), "day") is None
