"""PMTiles (specification version 3): map tiles in one file with a directory."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from pmtiles.tile import Compression, Entry, TileType, deserialize_directory, deserialize_header, tileid_to_zxy

from calltaker.regions import tile_data
from calltaker.regions.map_facts import SAMPLES, MapFacts, plain_attribution
from calltaker.regions.tile_data import TileFormat
from db.region.folder import RegionError

MARK = b"PMTiles"
_HEADER_BYTES = 127
_MAX_DIRECTORY_BYTES = 8 * 1024 * 1024
_MAX_METADATA_BYTES = 8 * 1024 * 1024
MAX_TILES = 5_000_000
"""More than the whole country has at zoom 14: then the wrong file was taken, or its runs of equal tiles never end."""
_MAX_DEPTH = 4  # of directories, as the format says
_FORMATS: dict[TileType, TileFormat] = {
    TileType.PNG: "png", TileType.JPEG: "jpg", TileType.WEBP: "webp", TileType.MVT: "pbf",
}  # fmt: skip
_BARE = frozenset({Compression.NONE, Compression.UNKNOWN})
_PACKED = (_BARE, _BARE | {Compression.GZIP})
BROKEN = (ValueError, IndexError, EOFError, zlib.error, KeyError, OverflowError)
"""What the library raises for a file that is not whole. `RegionError` is a `ValueError` too."""
_SECTIONS = ("root", "metadata", "leaf_directory", "tile_data")


def read_pmtiles(path: Path) -> MapFacts:
    """Return what the file holds, after reading some of its tiles. Raises `RegionError`, `OSError`."""
    with path.open("rb") as file:
        try:
            return PmTilesFile(path, file).facts()
        except BROKEN as error:
            if isinstance(error, RegionError):
                raise
            raise RegionError(f"{path}: not a usable PMTiles file ({error})") from error


class Tile(NamedTuple):
    """A tile of the web: Web Mercator, (0, 0) in the north-west."""

    z: int
    x: int
    y: int


class PmTilesFile:
    def __init__(self, path: Path, file: BinaryIO) -> None:
        """Raises `RegionError`, `ValueError`."""
        self.path = path
        self._file = file
        self._given = 0
        head = file.read(_HEADER_BYTES)
        if len(head) < _HEADER_BYTES or head[7] != 3:
            raise RegionError(f"{path}: not PMTiles of version 3")
        self._header = deserialize_header(head)
        size = path.stat().st_size
        for section in _SECTIONS:
            end = self._number(f"{section}_offset") + self._number(f"{section}_length")
            if end > size:
                raise RegionError(f"{path}: {size} bytes of {end} are there; the copy stopped early")

    def facts(self) -> MapFacts:
        form = _FORMATS.get(self._header["tile_type"])
        if form is None or self._header["tile_compression"] not in _PACKED[form == "pbf"]:
            sort = f"{self._header['tile_type'].name}, {self._header['tile_compression'].name}"
            raise RegionError(f"{self.path}: tiles of the sort {sort} cannot be drawn; PNG, JPEG, WebP and packed MVT can")
        if self._header["internal_compression"] != Compression.GZIP:
            raise RegionError(f"{self.path}: its directory is not packed with gzip and cannot be read")
        self._check_tiles(form)
        scale = 1e-7
        return MapFacts(
            format=form,
            min_zoom=self._number("min_zoom"),
            max_zoom=self._number("max_zoom"),
            box=(
                self._number("min_lat_e7") * scale,
                self._number("min_lon_e7") * scale,
                self._number("max_lat_e7") * scale,
                self._number("max_lon_e7") * scale,
            ),
            tiles=self._number("addressed_tiles_count"),
            attribution=self._attribution(),
        )

    def tiles(self) -> Iterator[tuple[Tile, bytes]]:
        """Give every tile once; one that the file holds for several places comes for each. Raises what `read_pmtiles` tells of,
        and `RegionError` for a directory that is broken."""
        self._given = 0
        yield from self._tiles_below(self._number("root_offset"), self._number("root_length"), _MAX_DEPTH)

    def metadata(self) -> dict[str, Any]:
        """Return what the file says of itself in words."""
        packed = self._bytes("metadata", 0, self._number("metadata_length"))
        told = json.loads(tile_data.unpacked(packed, _MAX_METADATA_BYTES)) if packed else {}
        return told if isinstance(told, dict) else {}

    def _tiles_below(self, offset: int, length: int, depth: int) -> Iterator[tuple[Tile, bytes]]:
        if not depth:
            raise RegionError(f"{self.path}: its directory is broken")
        for entry in self._directory(offset, length):
            if entry.run_length == 0:
                start = self._number("leaf_directory_offset") + entry.offset
                yield from self._tiles_below(start, entry.length, depth - 1)
                continue
            if entry.length > tile_data.MAX_TILE_BYTES:
                raise RegionError(f"{self.path}: its directory is broken")
            self._given += entry.run_length
            if self._given > MAX_TILES:
                raise RegionError(f"{self.path}: more than {MAX_TILES} tiles; cut the map to the region")
            data = self._bytes("tile_data", entry.offset, entry.length)
            for number in range(entry.tile_id, entry.tile_id + entry.run_length):
                yield Tile(*tileid_to_zxy(number)), data

    def _check_tiles(self, expected: TileFormat) -> None:
        """Read tiles from the whole of the root directory, its leaves included, right through."""
        entries = self._directory(self._number("root_offset"), self._number("root_length"))
        if not entries:
            raise RegionError(f"{self.path}: there is no tile in it")
        for entry in entries[:: max(1, len(entries) // SAMPLES)]:
            leaf = entry
            if entry.run_length == 0:
                leaves = self._directory(self._number("leaf_directory_offset") + entry.offset, entry.length)
                leaf = leaves[len(leaves) // 2]
            if leaf.run_length == 0 or leaf.length > tile_data.MAX_TILE_BYTES:
                raise RegionError(f"{self.path}: its directory is broken")
            if objection := tile_data.objection(self._bytes("tile_data", leaf.offset, leaf.length), expected):
                raise RegionError(f"{self.path}: {objection} (tile {leaf.tile_id})")

    def _directory(self, offset: int, length: int) -> list[Entry]:
        if length > _MAX_DIRECTORY_BYTES:
            raise RegionError(f"{self.path}: its directory is too large ({length} bytes)")
        self._file.seek(offset)
        packed = self._file.read(length)
        tile_data.unpacked(packed, _MAX_DIRECTORY_BYTES)  # the library would unpack without end
        return deserialize_directory(packed)

    def _attribution(self) -> str:
        return plain_attribution(str(self.metadata().get("attribution") or ""))

    def _bytes(self, section: str, offset: int, length: int) -> bytes:
        if offset + length > self._number(f"{section}_length"):
            raise RegionError(f"{self.path}: its directory points outside of the file")
        self._file.seek(self._number(f"{section}_offset") + offset)
        return self._file.read(length)

    def _number(self, name: str) -> int:
        return int(self._header[name])  # type: ignore[literal-required]
