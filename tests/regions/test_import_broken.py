"""A broken file changes nothing, whatever it is broken in; the sentence names it."""

from __future__ import annotations

import gzip
import os
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer
from support import made_up_region, map_files
from support.map_files import TownMap

from tests.regions.conftest import Importing

LIST = "nama,jenis,lat,lon\nPos Utara,damkar,-7.9012,110.2012\n"
Broken = Callable[[Path], Path]


def written(name: str, content: bytes) -> Broken:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


def cut(make: Broken, share: float = 0.7) -> Broken:
    def write(folder: Path) -> Path:
        path = make(folder)
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])
        return path

    return write


def spoiled(make: Broken, share: float = 0.6) -> Broken:
    def write(folder: Path) -> Path:
        path = make(folder)
        content = bytearray(path.read_bytes())
        start = int(len(content) * share)
        content[start : start + 200] = bytes(byte ^ 0xA5 for byte in content[start : start + 200])
        path.write_bytes(content)
        return path

    return write


def extract(folder: Path) -> Path:
    town = TownMap()
    for number in range(400):
        town.street(f"Jalan Contoh {number}", -7.9 + number * 1e-5, 110.2)
    return town.write(folder / "kota.osm.pbf")


def mbtiles(tile: bytes | None = None, **told: str) -> Broken:
    facts = {"format": "png", "bounds": map_files.BOUNDS} | told
    return lambda folder: map_files.write_mbtiles(folder / "peta.mbtiles", tile, told=facts)


def pmtiles(folder: Path) -> Path:
    return map_files.write_pmtiles(folder / "peta.pmtiles")


def vector_pmtiles(tile: bytes | None = None, **more: Any) -> Broken:
    data = map_files.vector_tile() if tile is None else tile
    return lambda folder: map_files.write_pmtiles(folder / "peta.pmtiles", data, kind=TileType.MVT, **more)


def vector_pmtiles_without_end(folder: Path) -> Path:
    """One tile that is said to lie everywhere."""
    path = folder / "peta.pmtiles"
    with path.open("wb") as file:
        writer = Writer(file)
        writer.write_tile(zxy_to_tileid(12, 0, 0), map_files.vector_tile())
        writer.tile_entries[0].run_length = 4**12
        writer.finalize({"tile_type": TileType.MVT, "tile_compression": Compression.GZIP}, {})
    return path


def pmtiles_bomb(folder: Path) -> Path:
    """Its directory unpacks without end."""
    path = pmtiles(folder)
    head, bomb = bytearray(path.read_bytes()[:127]), gzip.compress(bytes(64 * 1024 * 1024), mtime=0)
    head[8:24] = (127).to_bytes(8, "little") + len(bomb).to_bytes(8, "little")
    head[24:72] = bytes(48)
    path.write_bytes(bytes(head) + bomb)
    return path


def sqlite_of_something_else(folder: Path) -> Path:
    with sqlite3.connect(folder / "lain.mbtiles") as database:
        database.execute("CREATE TABLE lain (x)")
    database.close()
    return folder / "lain.mbtiles"


def packed(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "batas.csv", "w") as file:
        file.writestr("batas.shp", b"x")
    return folder / "batas.csv"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipa.csv")
    return folder / "pipa.csv"


def polygons(folder: Path, crs: str = "EPSG:4326") -> Path:
    return made_up_region.write_vector(folder / "batas.geojson", "GeoJSON", crs=crs)


BROKEN: dict[str, tuple[Broken, str]] = {
    "not there": (lambda folder: folder / "hilang.csv", "No such file"),
    "a folder": (lambda folder: folder, "folder"),
    "a pipe": (pipe, "not a plain file"),
    "beneath a file": (lambda folder: written("a.csv", b"x")(folder) / "b.csv", "cannot be read"),
    "empty": (written("kosong.csv", b""), "empty"),
    "junk": (written("acak.pbf", bytes(np.random.default_rng(1).integers(0, 256, 5000, dtype=np.uint8))), "none of"),
    "a ZIP": (packed, "packed file"),
    "a web page": (written("unduh.osm.pbf", b"<!DOCTYPE html><html><body>404</body></html>"), "web page"),
    "OSM as XML": (written("kota.osm", b'<?xml version="1.0"?><osm version="0.6"/>'), ".osm.pbf"),
    "cut extract": (cut(extract), "broken at byte"),
    "spoiled extract": (spoiled(extract), "broken"),
    "an extract of nothing": (lambda folder: TownMap().write(folder / "kosong.osm.pbf"), "no named street"),
    "cut GeoJSON": (cut(polygons), "batas.geojson"),
    "polygons in metres": (lambda folder: polygons(folder, "EPSG:32749"), "not in WGS 84"),
    "GeoJSON of something else": (written("a.geojson", b'{"type": "FeatureCollection", "features": []}'), "a.geojson"),
    "cut GeoPackage": (cut(lambda folder: made_up_region.write_gpkg(folder / "batas.gpkg"), 0.5), "batas.gpkg"),
    "cut Shapefile": (cut(lambda folder: made_up_region.write_shp(folder / "batas.shp")), "cut off"),
    "a list without coordinates": (written("pos.csv", b"nama,jenis\nPos,damkar\n"), "no column for lat"),
    "a list of rows in the sea": (written("pos.csv", b"nama,jenis,lat,lon\nPos,damkar,7.9012,110.2012\n"), "minus sign"),
    "a list with units and no log": (
        written("pos.csv", b"nama,jenis,lat,lon,callsign,instansi\nPos,damkar,-7.9012,110.2012,PMK-01,DAMKAR\n"),
        "cannot be reached",
    ),
    "cut MBTiles": (cut(mbtiles()), "stopped early"),
    "spoiled MBTiles": (spoiled(mbtiles(), 0.0065), "MBTiles"),
    "another SQLite file": (sqlite_of_something_else, "no such table"),
    "MBTiles with a broken picture": (mbtiles(map_files.png()[:-40]), "broken"),
    "MBTiles with a bomb": (mbtiles(gzip.compress(bytes(64 * 1024 * 1024), mtime=0), format="pbf"), "unpacks to more"),
    "a map of Paris": (mbtiles(bounds="2,48,3,49"), "not in Indonesia"),
    "cut PMTiles": (cut(pmtiles), "stopped early"),
    "PMTiles with a bomb": (pmtiles_bomb, "unpacks to more"),
    "PMTiles packed in another way": (vector_pmtiles(packed=Compression.BROTLI), "MVT, BROTLI cannot be drawn"),
    "cut vector PMTiles": (cut(vector_pmtiles()), "stopped early"),
    "vector PMTiles of pictures": (vector_pmtiles(map_files.png()), "a tile is png, not pbf"),
    "vector PMTiles of the whole world": (vector_pmtiles_without_end, "more than"),
}


@pytest.mark.parametrize(("make", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_changes_nothing(importing: Importing, tmp_path: Path, make: Broken, words: str) -> None:
    good = tmp_path / "baik.csv"
    good.write_text(LIST)
    if "reached" not in words:
        assert importing("region", good, "--name", "lama").code == 0
    before = importing.contents()
    good.write_text(LIST + "Pasar Contoh,pasar,-7.9112,110.2112\n")
    (tmp_path / "rusak").mkdir()
    said = importing("region", good, make(tmp_path / "rusak"))
    assert said.code == 3
    assert importing.contents() == before
    assert not importing.leftovers()
    assert said.out == ""
    sentence = said.err.strip().splitlines()[-1]
    assert words in sentence
    assert sentence.endswith("Nothing was changed.")


def test_a_full_disk_changes_nothing(importing: Importing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    peta = map_files.write_mbtiles(tmp_path / "peta.mbtiles")
    monkeypatch.setattr("calltaker.regions.copying.SPARE_BYTES", 10**18)
    said = importing("region", peta)
    assert said.code == 3
    assert "no room" in said.err
    assert not importing.contents()
    assert not importing.leftovers()


def test_a_file_larger_than_the_system_lets_be_written_changes_nothing(
    importing: Importing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    peta = map_files.write_mbtiles(tmp_path / "peta.mbtiles", zooms=range(9))
    monkeypatch.setattr("calltaker.regions.copying.PIECE_BYTES", 4096)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    try:
        said = importing("region", peta)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert said.code == 3
    assert "the disk was full" in said.err
    assert not importing.contents()
