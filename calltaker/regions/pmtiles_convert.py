"""A vector map in PMTiles becomes MBTiles at its import: the renderer of vector tiles reads nothing else."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from calltaker.regions import copying
from calltaker.regions.map_facts import MapFacts
from calltaker.regions.pmtiles_map import BROKEN, PmTilesFile
from calltaker.regions.report import Progress
from db.region.folder import RegionError

_TILES_A_TURN = 2_000
_GROWS = 2
"""An MBTiles file is larger than the PMTiles that it is made of, where many places share a tile."""
LOOK_BYTES = 16 * 1024 * 1024
"""By how much larger is known only when it is written (all the sea is one tile): after so many bytes the room is looked at
again."""
_GZIP_MARK = b"\x1f\x8b"
_SCHEMA = """
CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE tiles (
    zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB,
    PRIMARY KEY (zoom_level, tile_column, tile_row)
) WITHOUT ROWID;
"""


def convert(source: Path, target: Path, facts: MapFacts, progress: Progress) -> str:
    """Write the tiles durably to an MBTiles file that is not there yet, and return its SHA-256. Raises `RegionError` when there
    is no room or the file is broken, `OSError`."""
    copying.check_room(source, target, _GROWS * source.stat().st_size)
    with target.open("xb"):
        pass
    try:
        with source.open("rb") as file, closing(sqlite3.connect(target)) as database:
            _write(PmTilesFile(source, file), database, target, facts, progress)
    except BROKEN as error:
        if isinstance(error, RegionError):
            raise
        raise RegionError(f"{source}: not a usable PMTiles file ({error})") from error
    except sqlite3.Error as error:
        raise RegionError(f"{source}: its tiles cannot be written ({error})") from error
    with target.open("rb+") as written:
        os.fsync(written.fileno())
    return copying.sha256_of(target)


def _write(tiles: PmTilesFile, database: sqlite3.Connection, target: Path, facts: MapFacts, progress: Progress) -> None:
    """Nobody reads the file before it is renamed into its place, so it needs no journal of its own."""
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.executescript(_SCHEMA)
    told = tiles.metadata()
    south, west, north, east = facts.box or (-90.0, -180.0, 90.0, 180.0)
    about = {
        "name": str(told.get("name") or "map"),
        "format": "pbf",
        "minzoom": str(facts.min_zoom),
        "maxzoom": str(facts.max_zoom),
        "bounds": f"{west:.7f},{south:.7f},{east:.7f},{north:.7f}",
        "attribution": facts.attribution,
        "json": json.dumps({"vector_layers": told.get("vector_layers") or []}),
    }
    database.executemany("INSERT INTO metadata VALUES (?, ?)", about.items())
    unlooked = 0
    for count, (tile, data) in enumerate(tiles.tiles()):
        packed = data if data.startswith(_GZIP_MARK) else gzip.compress(data, mtime=0)
        unlooked += len(packed)
        if unlooked >= LOOK_BYTES:
            copying.check_room(tiles.path, target, LOOK_BYTES)
            unlooked = 0
        row_from_south = (1 << tile.z) - 1 - tile.y
        database.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", (tile.z, tile.x, row_from_south, packed))
        if count % _TILES_A_TURN == 0:
            progress(min(count, facts.tiles), max(facts.tiles, 1))
    database.commit()
