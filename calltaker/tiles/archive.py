"""Files full of tiles, read only: MBTiles (SQLite) and PMTiles. What they say of themselves is checked, not believed. No Qt."""

from __future__ import annotations

import html
import json
import re
import sqlite3
import zlib
from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pmtiles.reader import MmapSource, all_tiles
from pmtiles.tile import Compression, Entry, TileType, deserialize_directory, deserialize_header, find_tile, zxy_to_tileid

from calltaker.tiles.grid import MAX_ZOOM, Tile

SUFFIXES = (".mbtiles", ".pmtiles")
MAX_TILE_BYTES = 8 * 1024 * 1024
_MAX_METADATA_BYTES = 4 * 1024 * 1024
_MAX_DIRECTORIES = 4  # one above another, as the format says
_TAG = re.compile(r"<[^>]*>")
_BROKEN = (OSError, ValueError, TypeError, KeyError, IndexError, EOFError, sqlite3.Error)


class ArchiveError(Exception):
    """The file cannot be used; the text names it and says why."""


class Archive(ABC):
    """One file of tiles. `vector_layers`: the names of the layers of vector tiles. `attribution` is plain text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_vector = False
        self.min_zoom = 0
        self.max_zoom = 0
        self.attribution = ""
        self.vector_layers: tuple[str, ...] = ()

    def tile(self, tile: Tile) -> bytes | None:
        """Return the bytes of a tile, None where the file has none. Raises `ArchiveError`."""
        try:
            data = self._read(tile) if self.min_zoom <= tile.z <= self.max_zoom else None
        except _BROKEN as error:
            raise ArchiveError(f"{self.path.name}: {error}") from error
        return data if data and len(data) <= MAX_TILE_BYTES else None

    @abstractmethod
    def samples(self, count: int) -> list[bytes]:
        """Return some tiles, to see what they look like."""

    @abstractmethod
    def close(self) -> None:
        """Let the file go."""

    @abstractmethod
    def _read(self, tile: Tile) -> bytes | None: ...

    def _describe(self, metadata: Mapping[str, Any]) -> None:
        self.attribution = plain(str(metadata.get("attribution") or ""))
        layers = metadata.get("vector_layers") or ()
        self.vector_layers = tuple(str(layer["id"]) for layer in layers)
        if not 0 <= self.min_zoom <= self.max_zoom <= MAX_ZOOM:
            raise ValueError(f"zoom {self.min_zoom} to {self.max_zoom}")


class MbTiles(Archive):
    """MBTiles 1.3. The file was renamed into its place and never changes there, so no lock and no journal is looked for."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        _check_is_sqlite(path)
        address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        try:
            metadata: dict[str, Any] = dict(self._connection.execute("SELECT name, value FROM metadata"))
            self.min_zoom, self.max_zoom = self._zooms()
            self.is_vector = str(metadata.get("format", "")).lower() in {"pbf", "mvt"}
            if self.is_vector:
                metadata |= json.loads(str(metadata.get("json") or "{}"))
            self._describe(metadata)
        except BaseException:
            self._connection.close()
            raise

    def samples(self, count: int) -> list[bytes]:
        select = "SELECT tile_data FROM tiles WHERE zoom_level = ? LIMIT ?"
        return [bytes(data) for (data,) in self._connection.execute(select, (self.max_zoom, count))]

    def close(self) -> None:
        self._connection.close()

    def _zooms(self) -> tuple[int, int]:
        lowest, highest = self._connection.execute("SELECT min(zoom_level), max(zoom_level) FROM tiles").fetchone()
        if lowest is None:
            raise ValueError("it holds no tiles")
        return int(lowest), int(highest)

    def _read(self, tile: Tile) -> bytes | None:
        row_from_south = (1 << tile.z) - 1 - tile.y
        select = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
        row = self._connection.execute(select, (tile.z, tile.x, row_from_south)).fetchone()
        return bytes(row[0]) if row and row[0] else None


class PmTiles(Archive):
    """PMTiles 3. Its directories are kept once unpacked: a tile costs one look-up, not the unpacking of thousands."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        with path.open("rb") as file:
            self._bytes = MmapSource(file)  # type: ignore[no-untyped-call]  # the mapping outlives the file
        self._header = deserialize_header(self._bytes(0, 127))
        self._directory = lru_cache(64)(self._unpack_directory)
        self.is_vector = self._header["tile_type"] == TileType.MVT
        self.min_zoom, self.max_zoom = self._header["min_zoom"], self._header["max_zoom"]
        packed = self._bytes(self._header["metadata_offset"], min(self._header["metadata_length"], _MAX_METADATA_BYTES))
        self._describe(json.loads(_unpacked(packed, self._header["internal_compression"]) or b"{}"))
        self._directory(self._header["root_offset"], self._header["root_length"])

    def _unpack_directory(self, offset: int, length: int) -> list[Entry]:
        packed = self._bytes(offset, min(length, MAX_TILE_BYTES))
        _gunzip(packed)  # the library would unpack without end
        return deserialize_directory(packed)

    def samples(self, count: int) -> list[bytes]:
        found = all_tiles(self._bytes)  # type: ignore[no-untyped-call]
        return [bytes(data) for _tile, data in islice(found, count)]

    def close(self) -> None:
        self._directory.cache_clear()

    def _read(self, tile: Tile) -> bytes | None:
        number = zxy_to_tileid(tile.z, tile.x, tile.y)
        offset, length = self._header["root_offset"], self._header["root_length"]
        for _depth in range(_MAX_DIRECTORIES):
            entry = find_tile(self._directory(offset, length), number)
            if entry is None:
                return None
            if entry.run_length:
                data = self._bytes(self._header["tile_data_offset"] + entry.offset, min(entry.length, MAX_TILE_BYTES + 1))
                return _unpacked(data, self._header["tile_compression"])
            offset, length = self._header["leaf_directory_offset"] + entry.offset, entry.length
        return None


def open_archive(path: Path) -> Archive:
    """Open a file by its suffix. Raises `ArchiveError`."""
    try:
        if path.suffix.lower() == ".pmtiles":
            return PmTiles(path)
        return MbTiles(path)
    except Exception as error:  # pmtiles raises bare exceptions for whatever is wrong with a file
        raise ArchiveError(f"{path.name}: {error or type(error).__name__}") from error


def _check_is_sqlite(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(15) != b"SQLite format 3":
            raise ValueError("it is no MBTiles file")


def plain(text: str) -> str:
    """Return an attribution without the HTML that such files carry."""
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def _unpacked(data: bytes, compression: Compression) -> bytes:
    if compression == Compression.GZIP:
        return _gunzip(data)
    if compression in {Compression.NONE, Compression.UNKNOWN}:
        return data
    raise ValueError(f"{compression.name.lower()} compression is not known here")


def _gunzip(data: bytes) -> bytes:
    """Unpack up to a bound: a few bytes may claim to be gigabytes."""
    unpacker = zlib.decompressobj(wbits=31)
    plain_bytes = unpacker.decompress(data, MAX_TILE_BYTES)
    if unpacker.unconsumed_tail:
        raise ValueError(f"more than {MAX_TILE_BYTES} bytes")
    return plain_bytes
