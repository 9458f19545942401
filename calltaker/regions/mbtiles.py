"""MBTiles (specification 1.3): an SQLite file of map tiles. It comes from outside, so it may run no SQL of its own for long."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from calltaker.regions import tile_data
from calltaker.regions.map_facts import SAMPLES, MapFacts, plain_attribution
from calltaker.regions.surroundings import Box
from calltaker.regions.tile_data import TileFormat
from db.region.folder import RegionError

_CHECK_WHOLE_BYTES = 64 * 1024 * 1024
"""Up to this size every page is checked; beyond it the size and the sampled tiles speak for the file."""
_OPS_A_TURN = 100_000
_MAX_TURNS = 3000
"""A few seconds; a count over some ten million tiles fits."""
_SAMPLES_A_ZOOM = 2


def read_mbtiles(path: Path) -> MapFacts:
    """Return what the file holds, after reading some of its tiles. Raises `RegionError`, `OSError`."""
    _check_size(path)
    try:
        with _opened(path) as database:
            return _facts(path, database)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter: a broken schema, quoted in a message of SQLite's
        raise RegionError(f"{path}: not a usable MBTiles file ({error})") from error


def _check_size(path: Path) -> None:
    """A copy that stopped early still opens; its first page says how long it should be (SQLite file format §1.3)."""
    for suffix in ("-wal", "-journal"):
        beside = path.with_name(path.name + suffix)
        if beside.exists() and beside.stat().st_size:
            raise RegionError(f"{path}: another program is still writing it ({beside.name} stands beside it)")
    with path.open("rb") as file:
        head = file.read(100)
    page = int.from_bytes(head[16:18], "big")
    should_be = int.from_bytes(head[28:32], "big") * (65536 if page == 1 else page)
    is_told = head[24:28] == head[92:96]
    if is_told and path.stat().st_size < should_be:
        raise RegionError(f"{path}: {path.stat().st_size} bytes of {should_be} are there; the copy stopped early")


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    turns = iter(range(_MAX_TURNS))
    try:
        database.set_progress_handler(lambda: next(turns, None) is None, _OPS_A_TURN)
        database.execute("PRAGMA trusted_schema = OFF")
        database.execute("PRAGMA cell_size_check = ON")
        yield database
    finally:
        database.close()


def _facts(path: Path, database: sqlite3.Connection) -> MapFacts:
    if path.stat().st_size <= _CHECK_WHOLE_BYTES:
        (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise RegionError(f"{path}: the file is broken ({verdict})")
    told = {str(name): str(value) for name, value in database.execute("SELECT name, value FROM metadata LIMIT 1000")}
    tiles, low, high = database.execute("SELECT count(*), min(zoom_level), max(zoom_level) FROM tiles").fetchone()
    if not tiles:
        raise RegionError(f"{path}: there is no tile in it")
    if not isinstance(low, int) or not isinstance(high, int) or not 0 <= low <= high <= 30:
        raise RegionError(f"{path}: its zoom levels {low} to {high} make no sense")
    return MapFacts(
        format=_check_tiles(path, database, range(low, high + 1), told.get("format", "")),
        min_zoom=low,
        max_zoom=high,
        box=_box(path, told.get("bounds", "")),
        tiles=tiles,
        attribution=plain_attribution(told.get("attribution", "")),
    )


def _check_tiles(path: Path, database: sqlite3.Connection, zooms: range, told: str) -> TileFormat:
    """Read some tiles of each zoom right through; return the format that they have."""
    expected = _told_format(path, told)
    read = 0
    for zoom in reversed(zooms):
        question = "SELECT tile_data, tile_column, tile_row FROM tiles WHERE zoom_level = ? LIMIT ?"
        for data, x, y in database.execute(question, (zoom, _SAMPLES_A_ZOOM)):
            if not isinstance(data, bytes):
                raise RegionError(f"{path}: tile {zoom}/{x}/{y} is no picture")
            expected = expected or tile_data.format_of(data)
            if expected is None:
                raise RegionError(f"{path}: tile {zoom}/{x}/{y} is neither PNG, JPEG, WebP nor a vector tile")
            if objection := tile_data.objection(data, expected):
                raise RegionError(f"{path}: {objection} ({zoom}/{x}/{y})")
            read += 1
        if read >= SAMPLES:
            break
    if expected is None:
        raise RegionError(f"{path}: no tile could be read")
    return expected


def _told_format(path: Path, told: str) -> TileFormat | None:
    """Return the format in the metadata; None when it is not there (older files)."""
    if not told:
        return None
    word = {"jpeg": "jpg", "image/png": "png", "image/jpeg": "jpg", "mvt": "pbf"}.get(told.lower(), told.lower())
    for known in get_args(TileFormat):
        if word == known:
            return known  # type: ignore[no-any-return]
    raise RegionError(f"{path}: tiles of the format {told[:40]!r} cannot be drawn; png, jpg, webp and pbf can")


def _box(path: Path, told: str) -> Box | None:
    if not told.strip():
        return None
    try:
        west, south, east, north = (float(part) for part in told.split(","))
    except ValueError as error:
        raise RegionError(f"{path}: its bounds {told[:60]!r} are not four numbers") from error
    return south, west, north, east
