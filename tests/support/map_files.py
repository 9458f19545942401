"""Small made-up files as a centre may bring them: an OpenStreetMap extract, maps in MBTiles and PMTiles."""

from __future__ import annotations

import gzip
import sqlite3
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Relation, Way
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

Tags = Mapping[str, str]
BOUNDS = "110.1,-8.0,110.3,-7.8"


class TownMap:
    """Collects nodes, ways and relations, then writes them in the order of an extract."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._ways: list[Way] = []
        self._relations: list[Relation] = []

    def node(self, lat: float, lon: float, tags: Tags | None = None) -> int:
        number = 1000 + 7 * len(self._nodes)
        self._nodes.append(Node(id=number, location=(lon, lat), tags=dict(tags or {})))
        return number

    def way(self, points: Sequence[tuple[float, float]], tags: Tags | None = None) -> int:
        return self.way_of([self.node(*point) for point in points], tags)

    def way_of(self, nodes: Sequence[int], tags: Tags | None = None) -> int:
        number = 50 + len(self._ways)
        self._ways.append(Way(id=number, nodes=list(nodes), tags=dict(tags or {})))
        return number

    def street(self, name: str, lat: float, lon: float, highway: str = "residential") -> int:
        return self.way([(lat, lon + step * 0.0002) for step in (-1, 0, 1)], {"highway": highway, "name": name})

    def relation(self, outer_way: int, tags: Tags) -> int:
        number = 9 + len(self._relations)
        self._relations.append(Relation(id=number, members=[("w", outer_way, "outer")], tags=dict(tags)))
        return number

    def write(self, path: Path) -> Path:
        with osmium.SimpleWriter(str(path), overwrite=True) as writer:
            for node in self._nodes:
                writer.add_node(node)
            for way in self._ways:
                writer.add_way(way)
            for relation in self._relations:
                writer.add_relation(relation)
        return path


def png(side: int = 256, *, picture: bytes | None = None) -> bytes:
    """Return a grey picture."""
    lines = (b"\0" + b"\x80" * side) * side if picture is None else picture
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg() -> bytes:
    return b"\xff\xd8\xff\xe0" + bytes(64) + b"\xff\xd9"


def webp() -> bytes:
    return b"RIFF" + struct.pack("<I", 24) + b"WEBPVP8 " + struct.pack("<I", 12) + bytes(12)


def bare_vector_tile(name: str = "jalan") -> bytes:
    """Return one empty layer of this name (Mapbox Vector Tile 2.1)."""
    layer = b"\x0a" + bytes((len(name),)) + name.encode() + b"\x78\x02"
    return b"\x1a" + bytes((len(layer),)) + layer


def vector_tile() -> bytes:
    """Return the same, packed."""
    return gzip.compress(bare_vector_tile(), mtime=0)


def write_mbtiles(
    path: Path, tile: bytes | None = None, *, told: Mapping[str, str] | None = None, zooms: Sequence[int] = (0, 5)
) -> Path:
    """Write a map of one tile a zoom level; `told` is the metadata."""
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    database.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
    facts = {"name": "Peta Contoh", "format": "png", "bounds": BOUNDS, "attribution": "© Peta Contoh"} if told is None else told
    database.executemany("INSERT INTO metadata VALUES (?, ?)", facts.items())
    data = png() if tile is None else tile
    database.executemany("INSERT INTO tiles VALUES (?, 0, 0, ?)", [(zoom, data) for zoom in zooms])
    database.commit()
    database.close()
    return path


def write_pmtiles(
    path: Path,
    tile: bytes | None = None,
    *,
    kind: TileType = TileType.PNG,
    zooms: Sequence[int] = (0, 5),
    packed: Compression = Compression.NONE,
) -> Path:
    with path.open("wb") as file:
        writer = Writer(file)
        for zoom in zooms:
            writer.write_tile(zxy_to_tileid(zoom, 0, 0), png() if tile is None else tile)
        header = {
            "tile_type": kind,
            "tile_compression": packed,
            "min_lon_e7": 1101000000,
            "min_lat_e7": -80000000,
            "max_lon_e7": 1103000000,
            "max_lat_e7": -78000000,
        }
        writer.finalize(header, {"attribution": '<a href="https://peta.example">&copy; Peta Contoh</a>'})
    return path
