"""MBTiles and PMTiles: rows from the south, plain attributions, and files that are not what they say."""

from __future__ import annotations

import gzip

import pytest
from pmtiles.tile import TileType
from support import made_up_tiles as made

from calltaker.tiles.archive import MAX_TILE_BYTES, ArchiveError, open_archive, plain
from calltaker.tiles.grid import Tile

TILES = {(3, 6, 4): b"north", (3, 6, 5): b"south", (5, 27, 16): b"deep"}


@pytest.mark.parametrize("suffix", ["mbtiles", "pmtiles"])
def test_tiles_are_found_where_they_are(tmp_path, suffix):
    archive = open_archive(getattr(made, suffix)(tmp_path / f"ka ta%20#.{suffix}", TILES))
    assert (archive.min_zoom, archive.max_zoom, archive.is_vector) == (3, 5, False)
    assert {address: archive.tile(Tile(*address)) for address in TILES} == TILES
    assert archive.tile(Tile(3, 0, 0)) is None
    assert archive.tile(Tile(9, 0, 0)) is None
    assert archive.samples(1)
    archive.close()


def test_a_vector_file_names_its_layers(tmp_path):
    archive = open_archive(made.vector_mbtiles(tmp_path / "v.mbtiles"))
    assert archive.is_vector
    assert archive.vector_layers == ("water", "transportation", "landcover")
    assert archive.attribution == "© Peta Rekaan"


def test_a_vector_pmtiles_says_so(tmp_path):
    assert open_archive(made.pmtiles(tmp_path / "v.pmtiles", TILES, TileType.MVT)).is_vector


def test_attributions_are_plain_text():
    assert plain(' <a href="https://x.example">&copy; OpenStreetMap</a>\n contributors ') == "© OpenStreetMap contributors"


def broken(folder):
    whole = made.pmtiles(folder / "whole.pmtiles", TILES).read_bytes()
    database = made.mbtiles(folder / "whole.mbtiles", TILES).read_bytes()
    yield "text.mbtiles", b"no database at all"
    yield "nothing.mbtiles", b""
    yield "nothing.pmtiles", b""
    yield "cut.mbtiles", database[:4096]
    yield "cut.pmtiles", whole[:140]
    yield "turned.pmtiles", whole[::-1]
    yield "list.pmtiles", whole[:127] + gzip.compress(b"[]", mtime=0) + whole[140:]


def test_a_broken_file_is_named(tmp_path):
    for name, content in broken(tmp_path):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(ArchiveError, match=name):
            open_archive(path)


def test_a_file_without_tiles_is_broken(tmp_path):
    with pytest.raises(ArchiveError, match="no tiles"):
        open_archive(made.mbtiles(tmp_path / "empty.mbtiles", {}))


@pytest.mark.parametrize("about", ["{", "[1]", '{"vector_layers": 5}', '{"vector_layers": [{}]}'])
def test_metadata_that_makes_no_sense_is_named(tmp_path, about):
    path = made.mbtiles(tmp_path / "odd.mbtiles", TILES, format="pbf", json=about)
    with pytest.raises(ArchiveError, match=r"odd\.mbtiles"):
        open_archive(path)


def test_a_tile_that_is_far_too_large_is_no_tile(tmp_path):
    path = made.mbtiles(tmp_path / "large.mbtiles", {(3, 6, 4): bytes(MAX_TILE_BYTES + 1)})
    assert open_archive(path).tile(Tile(3, 6, 4)) is None
