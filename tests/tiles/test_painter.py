"""The best map wins, the next one fills its gaps, and no broken file takes the others with it. The vector renderer is the
real one, in its process."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtGui import QColor, QImage
from support import made_up_tiles as made

from calltaker.theme.tokens import DAY, NIGHT
from calltaker.tiles.grid import Tile
from calltaker.tiles.painter import Painter
from calltaker.tiles.vector_process import VectorMap
from calltaker.tiles.wire import TILE_PX
from db.region.folder import Manifest, Source

HERE = Tile(*made.tile_at(12))
RED, CLEAR = (200, 0, 0), (0, 0, 0, 0)


@pytest.fixture
def painter_of():
    opened = []

    def of(folder):
        opened.append(Painter(folder))
        return opened[-1]

    yield of
    for painter in opened:
        painter.close()


def image(pixels: bytes) -> QImage:
    assert len(pixels) == TILE_PX * TILE_PX * 4
    return QImage(pixels, TILE_PX, TILE_PX, QImage.Format.Format_RGB32).copy()


def is_close(shown: QImage, x: int, y: int, wanted: str) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(shown.pixelColor(x, y).getRgb(), QColor(wanted).getRgb(), strict=True))


def test_without_anything_there_is_ground(tmp_path, painter_of):
    painter = painter_of(tmp_path / "not-there")
    assert painter.sources.layer == "none"
    assert painter.sources.problems == ()
    image(painter.paint("night", HERE))
    assert painter.paint("night", Tile(3, 8, 0)) == b""


def test_raster_over_vector_over_villages(tmp_path, painter_of):
    """The raster has the western half of one tile, the vector map the tiles around, the villages all."""
    made.region(tmp_path)
    half = made.png(lambda x, _y: (*RED, 255) if x < 128 else CLEAR)
    made.mbtiles(tmp_path / "maps" / "r.mbtiles", {HERE: half})
    made.vector_mbtiles(tmp_path / "maps" / "v.mbtiles", range(12, 13))
    painter = painter_of(tmp_path)
    assert painter.sources.layer == "raster"
    shown = image(painter.paint("day", HERE))
    assert is_close(shown, 40, 20, "#C80000")
    assert is_close(shown, 380, 256, DAY.map_main_road)
    beside = image(painter.paint("day", HERE._replace(x=HERE.x + 1)))
    assert is_close(beside, 40, 20, DAY.map_water)
    z, x, y = made.tile_at(12, made.CENTRE_LON + 0.1, made.CENTRE_LAT - 0.1)
    pixels = painter.paint("day", Tile(z, x + 1, y + 1))
    assert any(is_close(image(pixels), at, 256, DAY.map_outside) or is_close(image(pixels), at, 256, DAY.map_land)
               for at in range(0, 512, 7))  # fmt: skip


@pytest.mark.parametrize(
    "names", [("water", "transportation", "landcover"), ("ocean", "streets", "land")], ids=["openmaptiles", "shortbread"]
)
def test_the_vector_renderer_draws_both_schemas_night_and_day_and_beyond_its_last_zoom(tmp_path, painter_of, names):
    made.vector_mbtiles(tmp_path / "maps" / "v.mbtiles", range(12, 14), names)
    painter = painter_of(tmp_path)
    assert painter.sources.layer == "vector"
    assert painter.sources.attributions == ("© Peta Rekaan",)
    for theme, tokens in (("night", NIGHT), ("day", DAY)):
        shown = image(painter.paint(theme, HERE))
        assert is_close(shown, 40, 40, tokens.map_water)
        assert is_close(shown, 300, 40, tokens.map_land)
        assert is_close(shown, 300, 256, tokens.map_main_road)
        assert is_close(shown, 480, 480, tokens.map_green)
    deep = Tile(15, (HERE.x * 8), (HERE.y * 8))
    assert is_close(image(painter.paint("day", deep)), 256, 256, DAY.map_water)


def test_a_killed_renderer_is_started_again(tmp_path, painter_of):
    made.vector_mbtiles(tmp_path / "maps" / "v.mbtiles", range(12, 13))
    painter = painter_of(tmp_path)
    first = painter.paint("night", HERE)
    vector = painter._imported.vector
    killed = vector.pid
    os.kill(killed, signal.SIGKILL)
    assert painter.paint("night", HERE) == first
    assert vector.pid not in {0, killed}


def vector_of(folder, module, **more):
    from calltaker.tiles.archive import open_archive

    path = made.vector_mbtiles(folder / "v.mbtiles", range(12, 13))
    return VectorMap([open_archive(path)], module=module, **more)


def test_a_tile_that_ends_the_renderer_twice_is_left_out_then_the_renderer_rests(tmp_path):
    """`this` is a module that prints and ends: no frames, whatever is asked."""
    vector = vector_of(tmp_path, "this")
    assert vector.paint(HERE, "night") is None
    assert vector._bad_tiles == {HERE}
    assert not vector.is_resting
    assert vector.paint(HERE._replace(x=HERE.x + 1), "night") is None
    assert vector.is_resting
    vector.stop()


def test_a_renderer_that_hangs_is_ended(tmp_path):
    (tmp_path / "hanging_renderer.py").write_text("import sys\nsys.stdin.buffer.read()\n")
    vector = vector_of(tmp_path, "this", answer_s=0.05)
    vector._command = [vector._command[0], str(tmp_path / "hanging_renderer.py")]
    assert vector.paint(HERE, "night") is None
    assert vector.pid == 0
    vector.stop()


def test_while_the_renderer_rests_the_villages_are_shown_and_it_is_said(tmp_path, painter_of, monkeypatch):
    made.region(tmp_path)
    made.vector_mbtiles(tmp_path / "maps" / "v.mbtiles", range(12, 13))
    painter = painter_of(tmp_path)
    monkeypatch.setattr(VectorMap, "is_resting", property(lambda _self: True))
    painter._imported.vector.problem = "v.mbtiles: not now"
    assert painter.sources.layer == "polygons"
    assert painter.sources.problems == ("v.mbtiles: not now",)
    assert is_close(image(painter.paint("night", Tile(*made.tile_at(16)))), 5, 5, NIGHT.map_land)


def test_without_a_graphics_library_the_villages_are_shown_quietly(tmp_path, painter_of, monkeypatch, capfd):
    """The real renderer, on a computer whose EGL finds no driver: one try, one line, and what is painted is the villages."""
    monkeypatch.setenv("__EGL_VENDOR_LIBRARY_DIRS", str(tmp_path / "none"))
    monkeypatch.setenv("__EGL_VENDOR_LIBRARY_FILENAMES", str(tmp_path / "none"))
    made.region(tmp_path)
    made.vector_mbtiles(tmp_path / "maps" / "v.mbtiles", range(12, 13))
    painter = painter_of(tmp_path)
    assert painter.sources.layer == "vector", "nobody knows yet"
    shown = image(painter.paint("night", Tile(*made.tile_at(16))))
    assert is_close(shown, 5, 5, NIGHT.map_land)
    assert painter.sources.layer == "polygons"
    (problem,) = painter.sources.problems
    assert problem.startswith("v.mbtiles: vector maps cannot be drawn")
    assert painter._imported.vector._bad_tiles == set(), "the tile is not at fault"
    painter.paint("night", HERE)
    said = capfd.readouterr().err
    assert said.count("cannot be drawn here") == 1
    assert "Traceback" not in said
    assert "terminate" not in said


def test_broken_files_are_named_and_the_rest_is_shown(tmp_path, painter_of):
    made.region(tmp_path)
    maps = tmp_path / "maps"
    maps.joinpath("broken.mbtiles").write_bytes(b"SQLite format 3\0" + bytes(100))
    maps.joinpath("broken.pmtiles").write_bytes(b"PMTiles")
    maps.joinpath("readme.txt").write_text("not a map")
    made.mbtiles(maps / "unknown.mbtiles", {HERE: made.mvt({})}, format="pbf", json='{"vector_layers": [{"id": "desa"}]}')
    made.mbtiles(maps / "what?.mbtiles", {HERE: made.mvt({})}, format="pbf", json='{"vector_layers": [{"id": "water"}]}')
    tmp_path.joinpath("region.json").write_text("{")
    painter = painter_of(tmp_path)
    assert painter.sources.layer == "polygons"
    problems = "\n".join(painter.sources.problems)
    assert len(painter.sources.problems) == 5
    assert all(name in problems for name in ("broken.mbtiles", "broken.pmtiles", "unknown.mbtiles", "what?", "region.json"))
    tmp_path.joinpath("villages.npz").write_bytes(b"PK")
    painter.look_again()
    assert painter.sources.layer == "none"
    assert "villages.npz" in "\n".join(painter.sources.problems)


def test_what_is_imported_while_it_runs_is_seen(tmp_path, painter_of):
    painter = painter_of(tmp_path)
    before = painter.sources
    painter.look_again()
    assert painter.sources == before
    made.region(tmp_path)
    painter.look_again()
    assert painter.sources.layer == "polygons"
    made.pmtiles(tmp_path / "maps" / "r.pmtiles", {HERE: made.png(RED, 512)}, attribution="<b>Peta</b> Rekaan")
    painter.look_again()
    assert (painter.sources.layer, painter.sources.attributions) == ("raster", ("Peta Rekaan",))


def test_each_attribution_stands_once(tmp_path, painter_of):
    import msgspec

    made.mbtiles(tmp_path / "maps" / "r.mbtiles", {HERE: made.png(RED)}, attribution="&copy; Peta Rekaan")
    sources = [Source(name=name, kind="raster", rows=1, attribution=text) for name, text in
               (("r", "© peta rekaan"), ("osm", "© Orang Ramai"))]  # fmt: skip
    tmp_path.joinpath("region.json").write_bytes(msgspec.json.encode(Manifest(sources=tuple(sources))))
    assert len(painter_of(tmp_path).sources.attributions) == 2


def test_the_most_detailed_raster_lies_uppermost_and_a_coarse_one_fills_its_gaps(tmp_path, painter_of):
    maps = tmp_path / "maps"
    made.mbtiles(maps / "a-coarse.mbtiles", {HERE.parent(4): made.png((0, 0, 200), 512)})
    made.mbtiles(maps / "b-fine.mbtiles", {HERE: made.png(RED, 512)})
    painter = painter_of(tmp_path)
    assert is_close(image(painter.paint("day", HERE)), 100, 100, "#C80000")
    assert is_close(image(painter.paint("day", HERE._replace(x=HERE.x ^ 1))), 100, 100, "#0000C8")
