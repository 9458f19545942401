"""Small invented maps: villages on no island there is, raster and vector tiles painted by hand."""

from __future__ import annotations

import gzip
import json
import math
import sqlite3
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from db.region.villages import Villages, save_villages

CENTRE_LON, CENTRE_LAT = 120.25, -5.75  # open water
EXTENT = 4096  # of a vector tile
Address = tuple[int, int, int]
Colour = tuple[int, int, int]
Points = Sequence[tuple[int, int]]


def tile_at(zoom: int, lon: float = CENTRE_LON, lat: float = CENTRE_LAT) -> Address:
    """Return (z, x, y) of the tile in which a point lies."""
    side = 1 << zoom
    y = 0.5 - math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)
    return zoom, int((lon / 360 + 0.5) * side), int(y * side)


def villages(count: int = 350, radius_deg: float = 0.2, seed: int = 112) -> Villages:
    """Invent a region: cells around random points, cut to a wobbling coast, eighteen or so kecamatan by nearness."""
    random = np.random.default_rng(seed)
    turn = np.linspace(0, 2 * math.pi, 1200, endpoint=False)
    reach = radius_deg * (0.8 + 0.1 * np.sin(3 * turn) + 0.06 * np.sin(11 * turn) + 0.015 * np.sin(67 * turn))
    coast = shapely.Polygon(np.column_stack((CENTRE_LON + reach * np.cos(turn), CENTRE_LAT + reach * np.sin(turn))))
    seeds = random.uniform(-radius_deg, radius_deg, (4 * count, 2)) + np.array((CENTRE_LON, CENTRE_LAT))
    seeds = seeds[shapely.contains_xy(coast, seeds)][:count]
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(seeds), extend_to=coast))
    shapes = shapely.segmentize(shapely.intersection(cells, coast), radius_deg / 90)
    middles = shapely.get_coordinates(shapely.centroid(shapes))
    towns = random.choice(middles, max(1, count // 20), replace=False)
    kecamatan = np.argmin(np.hypot(*(middles[:, None] - towns[None]).transpose(2, 0, 1)), axis=1)
    return Villages(
        codes=tuple(f"99.01.{int(town) + 1:02}.{2001 + number}" for number, town in enumerate(kecamatan)),
        names=tuple(f"Desa Rekaan {number}" for number in range(len(shapes))),
        kecamatan=tuple(f"Kecamatan Rekaan {int(town) + 1}" for town in kecamatan),
        kabkota=("Kabupaten Rekaan",) * len(shapes),
        shapes=shapes,
    )


def region(folder: Path, count: int = 60) -> Path:
    """Make a region folder with villages alone."""
    (folder / "maps").mkdir(parents=True, exist_ok=True)
    save_villages(folder, villages(count))
    return folder


def png(paint: Callable[[int, int], tuple[int, ...]] | Colour, side_px: int = 256) -> bytes:
    """Return a PNG of one colour or of a function of (x, y), with three or four channels."""
    of = paint if callable(paint) else lambda _x, _y: paint
    channels = len(of(0, 0))
    rows = b"".join(b"\0" + b"".join(bytes(of(x, y)) for x in range(side_px)) for y in range(side_px))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", side_px, side_px, 8, 2 if channels == 3 else 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def mbtiles(path: Path, tiles: Mapping[Address, bytes], **metadata: str) -> Path:
    """Write an MBTiles file; rows count from the south there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        connection.execute("CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)")
        connection.execute("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)")
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", list(({"format": "png"} | metadata).items()))
        rows = [(z, x, (1 << z) - 1 - y, data) for (z, x, y), data in tiles.items()]
        connection.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    return path


def pmtiles(path: Path, tiles: Mapping[Address, bytes], kind: TileType = TileType.PNG, **metadata: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        writer = Writer(file)
        for number, data in sorted((zxy_to_tileid(*address), data) for address, data in tiles.items()):
            writer.write_tile(number, data)
        header = {"tile_type": kind, "tile_compression": Compression.NONE, "center_zoom": 0, "center_lon_e7": 0}
        bounds = {"min_lon_e7": 950000000, "min_lat_e7": -110000000, "max_lon_e7": 1410000000, "max_lat_e7": 60000000}
        writer.finalize(header | bounds | {"center_lat_e7": 0}, metadata)
    return path


def vector_tiles(zooms: Iterable[int], names: tuple[str, str, str] | tuple[()] = ()) -> tuple[dict[Address, bytes], list[Any]]:
    """Return tiles around the centre and their layers: water on the western third, one main road from west to east through the
    middle, a wood in the south-east. `names` are the layers of water, roads and woods."""
    water, roads, woods = names or ("water", "transportation", "landcover")
    tile = mvt({
        water: [("area", [(0, 0), (1365, 0), (1365, EXTENT), (0, EXTENT)], {"class": "ocean"})],
        woods: [("area", [(3000, 3000), (EXTENT, 3000), (EXTENT, EXTENT), (3000, EXTENT)], {"class": "wood"})],
        roads: [("line", [(0, 2048), (EXTENT, 2048)], {"class": "primary"})],
    })  # fmt: skip
    tiles = {}
    for zoom in zooms:
        z, x, y = tile_at(zoom)
        tiles |= {(z, x + right, y + down): tile for right in (-1, 0, 1) for down in (-1, 0, 1)}
    return tiles, [{"id": name, "fields": {"class": "String"}} for name in (water, roads, woods)]


def vector_mbtiles(path: Path, zooms: Iterable[int] = range(10, 15), names: tuple[str, str, str] = ()) -> Path:  # type: ignore[assignment]
    """Write `vector_tiles`."""
    tiles, layers = vector_tiles(zooms, names)
    about = {"minzoom": str(min(zooms)), "maxzoom": str(max(zooms)), "name": "rekaan", "bounds": "95,-11,141,6"}
    about |= {
        "attribution": '&copy; <a href="https://example.org">Peta Rekaan</a>',
        "json": json.dumps({"vector_layers": layers}),
    }
    return mbtiles(path, tiles, format="pbf", **about)


def mvt(layers: Mapping[str, Sequence[tuple[str, Points, Mapping[str, str]]]]) -> bytes:
    """Return a gzipped Mapbox Vector Tile 2.1; features are ("area" | "line", points, tags)."""
    return gzip.compress(b"".join(_field(3, _layer(name, features)) for name, features in layers.items()), mtime=0)


def mvt_of_shapes(layers: Mapping[str, Mapping[str, Sequence[shapely.Geometry]]]) -> bytes:
    """Return a gzipped vector tile of lines and polygons in its units, by layer and class; a class is one feature of many
    parts, which is half the size of as many features."""
    made = b""
    for name, classes in layers.items():
        body = _field(1, name.encode())
        for number, shapes in enumerate(classes.values()):
            is_area = shapes[0].geom_type == "Polygon"
            shape = _joined(shapes, is_area=is_area)
            if shape:
                body += _field(2, _field(2, _packed((0, number))) + _number(3, 3 if is_area else 2) + _field(4, _packed(shape)))
        body += _field(3, b"class") + b"".join(_field(4, _field(1, kind.encode())) for kind in classes)
        made += _field(3, body + _number(5, EXTENT) + _number(15, 2))
    return gzip.compress(made, mtime=0)


def _joined(shapes: Sequence[shapely.Geometry], *, is_area: bool) -> list[int]:
    """Return the commands that draw all shapes, one after the other. Outer rings turn the way that the format wants."""
    steps: list[int] = []
    at = (0, 0)
    for shape in shapes:
        rings = [shape.exterior, *shape.interiors] if is_area else [shape]
        for number, ring in enumerate(rings):
            points = [point for point, _same in groupby((int(x), int(y)) for x, y in ring.coords)]
            if is_area:
                points = points[:-1] if shapely.is_ccw(ring) == (number == 0) else points[:0:-1]
            if len(points) >= (3 if is_area else 2):
                steps += _commands(points, is_closed=is_area, at=at)
                at = points[-1]
    return steps


def _layer(name: str, features: Sequence[tuple[str, Points, Mapping[str, str]]]) -> bytes:
    keys = sorted({key for _kind, _points, tags in features for key in tags})
    values = sorted({value for _kind, _points, tags in features for value in tags.values()})
    body = _field(1, name.encode())
    for kind, points, tags in features:
        numbers = [index for key, value in tags.items() for index in (keys.index(key), values.index(value))]
        shape = _commands(points, is_closed=kind == "area")
        body += _field(2, _field(2, _packed(numbers)) + _number(3, 3 if kind == "area" else 2) + _field(4, _packed(shape)))
    body += b"".join(_field(3, key.encode()) for key in keys)
    body += b"".join(_field(4, _field(1, value.encode())) for value in values)
    return body + _number(5, EXTENT) + _number(15, 2)


def _commands(points: Points, *, is_closed: bool, at: tuple[int, int] = (0, 0)) -> list[int]:
    steps = []
    for point in points:
        steps += [_zigzag(point[0] - at[0]), _zigzag(point[1] - at[1])]
        at = point
    return [1 | 1 << 3, *steps[:2], 2 | (len(points) - 1) << 3, *steps[2:], *([7 | 1 << 3] if is_closed else [])]


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_varint, numbers))


def _field(number: int, data: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)
