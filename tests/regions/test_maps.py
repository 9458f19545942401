"""Maps are read before they are taken: what cannot be drawn is refused in words."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from pmtiles.tile import Compression, TileType, tileid_to_zxy
from support import made_up_tiles, map_files

from calltaker.regions import copying, map_facts, mbtiles, tile_data
from calltaker.regions.map_facts import MapFacts
from calltaker.regions.mbtiles import read_mbtiles
from calltaker.regions.pmtiles_convert import convert
from calltaker.regions.pmtiles_map import read_pmtiles
from calltaker.regions.surroundings import Surroundings
from calltaker.tiles.archive import Archive, open_archive
from calltaker.tiles.grid import Tile
from db.region.folder import RegionError

BOX = pytest.approx((-8.0, 110.1, -7.8, 110.3))
BOMB = gzip.compress(bytes(64 * 1024 * 1024), mtime=0)


@pytest.mark.parametrize(
    ("tile", "told", "kind", "form"),
    [
        (map_files.png(), "png", "raster", "png"),
        (map_files.jpeg(), "jpeg", "raster", "jpg"),
        (map_files.webp(), "webp", "raster", "webp"),
        (map_files.vector_tile(), "pbf", "vector", "pbf"),
        (map_files.png(), "", "raster", "png"),
    ],
)
def test_mbtiles_say_what_they_hold(tmp_path: Path, tile: bytes, told: str, kind: str, form: str) -> None:
    facts = {
        "format": told,
        "bounds": map_files.BOUNDS,
        "attribution": '&copy; <a href="https://peta.example">Peta</a>  Contoh',
    }
    found = read_mbtiles(map_files.write_mbtiles(tmp_path / "a.mbtiles", tile, told=facts))
    assert (found.kind, found.format, found.tiles, found.min_zoom, found.max_zoom) == (kind, form, 2, 0, 5)
    assert found.box == BOX
    assert found.attribution == "© Peta Contoh"


def test_pmtiles_say_what_they_hold(tmp_path: Path) -> None:
    found = read_pmtiles(map_files.write_pmtiles(tmp_path / "a.pmtiles"))
    assert (found.kind, found.format, found.tiles, found.max_zoom) == ("raster", "png", 2, 5)
    assert found.box == BOX
    assert found.attribution == "© Peta Contoh"


# --- vector PMTiles ----------------------------------------------------------------------------------------------------
def converted(path: Path) -> Archive:
    target = path.with_suffix(".mbtiles")
    digest = convert(path, target, read_pmtiles(path), lambda _done, _total: None)
    assert digest == hashlib.sha256(target.read_bytes()).hexdigest()
    assert not list(path.parent.glob("*-journal"))
    assert read_mbtiles(target).kind == "vector"
    return open_archive(target)


def test_a_vector_map_in_pmtiles_becomes_the_same_map_in_mbtiles(tmp_path: Path) -> None:
    tiles, layers = made_up_tiles.vector_tiles(range(10, 13))
    path = made_up_tiles.pmtiles(
        tmp_path / "v.pmtiles", tiles, TileType.MVT, vector_layers=layers, attribution="<b>&copy; Peta</b>", name="Jalan"
    )
    archive = converted(path)
    assert (archive.is_vector, archive.min_zoom, archive.max_zoom) == (True, 10, 12)
    assert (archive.vector_layers, archive.attribution) == (("water", "transportation", "landcover"), "© Peta")
    for address, data in tiles.items():
        found = archive.tile(Tile(*address))
        assert found is not None
        assert found[:2] == b"\x1f\x8b"
        assert gzip.decompress(found) == (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
    assert archive.tile(Tile(12, 0, 0)) is None
    archive.close()


@pytest.mark.parametrize("packed", [Compression.NONE, Compression.GZIP, Compression.UNKNOWN])
def test_a_tile_for_many_places_comes_for_each(tmp_path: Path, packed: Compression) -> None:
    path = tmp_path / "a.pmtiles"
    with path.open("wb") as file:
        writer = map_files.Writer(file)
        for number in range(20_000):
            tile = gzip.compress(map_files.bare_vector_tile(f"jalan{number % 9000 // 3}"), mtime=0)
            writer.write_tile(number, tile if packed != Compression.NONE else gzip.decompress(tile))
        writer.finalize({"tile_type": TileType.MVT, "tile_compression": packed}, {})
    archive = converted(path)
    assert read_mbtiles(path.with_suffix(".mbtiles")).tiles == 20_000
    for number in (0, 1, 2, 3, 8_999, 9_000, 19_999):
        found = archive.tile(Tile(*tileid_to_zxy(number)))
        assert found is not None
        assert gzip.decompress(found) == map_files.bare_vector_tile(f"jalan{number % 9000 // 3}")
    archive.close()


def test_a_vector_map_finds_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = map_files.write_pmtiles(tmp_path / "a.pmtiles", map_files.vector_tile(), kind=TileType.MVT)
    facts = read_pmtiles(path)
    monkeypatch.setattr("calltaker.regions.copying.SPARE_BYTES", 10**18)
    with pytest.raises(RegionError, match="no room"):
        convert(path, tmp_path / "b.mbtiles", facts, lambda _done, _total: None)
    assert not (tmp_path / "b.mbtiles").exists()


def test_one_tile_for_very_many_places_fills_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sea is one tile, and stands in the file once: unpacked it may be a hundred times as large."""
    path = tmp_path / "a.pmtiles"
    sea = gzip.compress(map_files.bare_vector_tile("laut") + os.urandom(20_000), mtime=0)
    with path.open("wb") as file:
        writer = map_files.Writer(file)
        for number in range(3_000):
            writer.write_tile(number, sea)
        writer.finalize({"tile_type": TileType.MVT, "tile_compression": Compression.GZIP}, {})
    target = tmp_path / "b.mbtiles"
    usage = shutil.disk_usage(tmp_path)

    def of_small_disk(_path: Path) -> Any:
        written = target.stat().st_size if target.exists() else 0
        return usage._replace(free=copying.SPARE_BYTES + 20_000_000 - written)

    monkeypatch.setattr("calltaker.regions.copying.shutil.disk_usage", of_small_disk)
    monkeypatch.setattr("calltaker.regions.pmtiles_convert.LOOK_BYTES", 1_000_000)
    facts = MapFacts(format="pbf", min_zoom=0, max_zoom=6, box=None, tiles=3_000, attribution="")
    with pytest.raises(RegionError, match="no room"):
        convert(path, target, facts, lambda _done, _total: None)
    assert target.stat().st_size <= 20_000_000


def test_pmtiles_with_leaves_are_read_to_the_leaves(tmp_path: Path) -> None:
    tiles, pictures = range(20_000), (map_files.png(1), map_files.png(9))
    path = tmp_path / "a.pmtiles"
    with path.open("wb") as file:
        writer = map_files.Writer(file)
        for number in tiles:
            writer.write_tile(number, pictures[number * number % 7 % 2])
        writer.finalize({"tile_type": TileType.PNG, "tile_compression": map_files.Compression.NONE}, {})
    assert read_pmtiles(path).tiles == len(tiles)


@pytest.mark.parametrize(
    ("tile", "expected", "reason"),
    [
        (map_files.png()[:-30], "png", "broken"),
        (map_files.png().replace(b"IDAT", b"IDAX"), "png", "checksum"),
        (map_files.png(20_000, picture=b""), "png", "20000 pixels"),
        (map_files.png(picture=bytes(64 * 1024 * 1024)), "png", "more than a picture"),
        (map_files.jpeg()[:-2], "jpg", "ends in the middle"),
        (map_files.webp()[:-2], "webp", "ends in the middle"),
        (map_files.vector_tile()[:-4], "pbf", "middle"),
        (gzip.compress(b"\x1a\x02\x78\x02", mtime=0), "pbf", "no name"),
        (gzip.compress(b"\x1a\x7f", mtime=0), "pbf", "broken"),
        (BOMB, "pbf", "unpacks to more"),
        (b"", "png", "no picture"),
        (map_files.jpeg(), "png", "is jpg, not png"),
    ],
)
def test_a_broken_tile_is_known(tile: bytes, expected: tile_data.TileFormat, reason: str) -> None:
    assert reason in tile_data.objection(tile, expected)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"format": "avif"}, "cannot be drawn"),
        ({"format": "png", "bounds": "110,x"}, "four numbers"),
        ({"format": "jpg"}, "is png, not jpg"),
    ],
)
def test_mbtiles_that_say_nonsense_are_refused(tmp_path: Path, told: dict[str, str], reason: str) -> None:
    with pytest.raises(RegionError, match=reason):
        read_mbtiles(map_files.write_mbtiles(tmp_path / "a.mbtiles", told=told))


def test_mbtiles_that_compute_without_end_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbtiles, "_MAX_TURNS", 3)
    path = map_files.write_mbtiles(tmp_path / "a.mbtiles")
    with sqlite3.connect(path) as database:
        database.execute("ALTER TABLE tiles RENAME TO t")
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 1, i, 0, x'00' FROM n"
        database.execute(f"CREATE VIEW tiles(zoom_level, tile_column, tile_row, tile_data) AS {endless}")
    database.close()
    with pytest.raises(RegionError, match="interrupted"):
        read_mbtiles(path)


def test_a_map_that_is_still_being_written_is_refused(tmp_path: Path) -> None:
    path = map_files.write_mbtiles(tmp_path / "a.mbtiles")
    (tmp_path / "a.mbtiles-wal").write_bytes(b"x")
    with pytest.raises(RegionError, match="still writing"):
        read_mbtiles(path)


@pytest.mark.parametrize(
    ("box", "zooms", "reason"),
    [
        ((48.0, 2.0, 49.0, 3.0), (0, 5), "not in Indonesia"),
        ((-7.0, 111.0, -8.0, 110.0), (0, 5), "borders make no sense"),
        (None, (5, 30), "zoom levels"),
        ((-8.0, 110.0, -7.0, 111.0), (0, 14), ""),
    ],
)
def test_what_a_map_shows_must_be_of_use(
    box: tuple[float, float, float, float] | None, zooms: tuple[int, int], reason: str
) -> None:
    said = map_facts.objection(MapFacts(format="png", min_zoom=zooms[0], max_zoom=zooms[1], box=box))
    assert reason in said
    assert bool(said) == bool(reason)


def test_a_map_of_elsewhere_is_taken_with_a_remark() -> None:
    facts = MapFacts(format="png", min_zoom=0, max_zoom=5, box=(-6.3, 106.7, -6.1, 106.9))
    assert "nothing of the centre's own region" in map_facts.remark(facts, Surroundings(home=(-8.0, 110.1, -7.8, 110.4)))
