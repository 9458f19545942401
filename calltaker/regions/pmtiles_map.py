"""PMTiles (specification version 3): map tiles in one file with a directory. Raster only: vector maps come as MBTiles."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import BinaryIO

from pmtiles.tile import Compression, Entry, TileType, deserialize_directory, deserialize_header

from calltaker.regions import tile_data
from calltaker.regions.map_facts import SAMPLES, MapFacts, plain_attribution
from calltaker.regions.tile_data import TileFormat
from db.region.folder import RegionError

MARK = b"PMTiles"
_HEADER_BYTES = 127
_MAX_DIRECTORY_BYTES = 8 * 1024 * 1024
_MAX_METADATA_BYTES = 8 * 1024 * 1024
_FORMATS: dict[TileType, TileFormat] = {TileType.PNG: "png", TileType.JPEG: "jpg", TileType.WEBP: "webp"}
_SECTIONS = ("root", "metadata", "leaf_directory", "tile_data")


def read_pmtiles(path: Path) -> MapFacts:
    """Return what the file holds, after reading some of its tiles. Raises `RegionError`, `OSError`."""
    with path.open("rb") as file:
        try:
            return _Archive(path, file).facts()
        except (ValueError, IndexError, EOFError, zlib.error, KeyError, OverflowError) as error:
            if isinstance(error, RegionError):
                raise
            raise RegionError(f"{path}: not a usable PMTiles file ({error})") from error


class _Archive:
    def __init__(self, path: Path, file: BinaryIO) -> None:
        """Raises `RegionError`, `ValueError`."""
        self._path = path
        self._file = file
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
        kind = self._header["tile_type"]
        if kind == TileType.MVT:
            raise RegionError(f"{self._path}: a vector map can be drawn from MBTiles only; `pmtiles convert` makes one")
        if kind not in _FORMATS or self._header["tile_compression"] not in {Compression.NONE, Compression.UNKNOWN}:
            raise RegionError(f"{self._path}: tiles of the sort {kind.name} cannot be drawn; PNG, JPEG and WebP can")
        if self._header["internal_compression"] != Compression.GZIP:
            raise RegionError(f"{self._path}: its directory is not packed with gzip and cannot be read")
        self._check_tiles(_FORMATS[kind])
        scale = 1e-7
        return MapFacts(
            format=_FORMATS[kind],
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

    def _check_tiles(self, expected: TileFormat) -> None:
        """Read tiles from the whole of the root directory, its leaves included, right through."""
        entries = self._directory(self._number("root_offset"), self._number("root_length"))
        if not entries:
            raise RegionError(f"{self._path}: there is no tile in it")
        for entry in entries[:: max(1, len(entries) // SAMPLES)]:
            leaf = entry
            if entry.run_length == 0:
                leaves = self._directory(self._number("leaf_directory_offset") + entry.offset, entry.length)
                leaf = leaves[len(leaves) // 2]
            if leaf.run_length == 0 or leaf.length > tile_data.MAX_TILE_BYTES:
                raise RegionError(f"{self._path}: its directory is broken")
            if objection := tile_data.objection(self._bytes("tile_data", leaf.offset, leaf.length), expected):
                raise RegionError(f"{self._path}: {objection} (tile {leaf.tile_id})")

    def _directory(self, offset: int, length: int) -> list[Entry]:
        if length > _MAX_DIRECTORY_BYTES:
            raise RegionError(f"{self._path}: its directory is too large ({length} bytes)")
        self._file.seek(offset)
        packed = self._file.read(length)
        tile_data.unpacked(packed, _MAX_DIRECTORY_BYTES)  # the library would unpack without end
        return deserialize_directory(packed)

    def _attribution(self) -> str:
        packed = self._bytes("metadata", 0, self._number("metadata_length"))
        told = json.loads(tile_data.unpacked(packed, _MAX_METADATA_BYTES)) if packed else {}
        return plain_attribution(str(told.get("attribution") or "")) if isinstance(told, dict) else ""

    def _bytes(self, section: str, offset: int, length: int) -> bytes:
        if offset + length > self._number(f"{section}_length"):
            raise RegionError(f"{self._path}: its directory points outside of the file")
        self._file.seek(self._number(f"{section}_offset") + offset)
        return self._file.read(length)

    def _number(self, name: str) -> int:
        return int(self._header[name])  # type: ignore[literal-required]
