"""A small made-up region for everybody's tests: Kota Nusa Raya (99.71) and a corner of Kabupaten Tirta Alam (99.72).

Drawn as letters, one cell a hundredth of a degree (about 1.1 km), bent so that no border is straight. It has what real regions
have: villages that are not convex, an enclave (E in D), a lake that belongs to nobody (~), an island (the second part of L),
two villages of one name (B and J), a neighbour that touches, and sea.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

from db.gazetteer.place import Kind, Place
from db.region.folder import Manifest, Source, write_manifest
from db.region.places import save_places
from db.region.villages import Villages, save_villages

HOME_CODE = "99.71"
NEIGHBOUR_CODE = "99.72"
HOME = "Kota Nusa Raya"
NEIGHBOUR = "Kabupaten Tirta Alam"
ATTRIBUTION = "© Peta Contoh"

DRAWN = """
AAABBBCCXXX
AADDDBCCXXX
AADEDBBCCXX
FFDDDGGGCYY
FFFGGGHHYYY
IFFJ~GHHHYZ
IIJJJKKHHZZ
.IIJKKK.HZZ
..LLL.K....
........LL.
"""
NORTH, WEST, CELL = -7.88, 110.165, 0.01
SIDE_POINTS = 4

ROWS: dict[str, tuple[str, str, str, str]] = {
    "A": ("99.71.01.1001", "Mekarsari", "Nusa Utara", HOME),
    "B": ("99.71.01.1002", "Sukadamai", "Nusa Utara", HOME),
    "C": ("99.71.01.1003", "Tanjungrejo", "Nusa Utara", HOME),
    "D": ("99.71.02.1001", "Banyubiru", "Nusa Tengah", HOME),
    "E": ("99.71.02.1002", "Pancuran", "Nusa Tengah", HOME),
    "F": ("99.71.02.1003", "Kembangan", "Nusa Tengah", HOME),
    "G": ("99.71.02.2004", "Wanasari", "Nusa Tengah", HOME),
    "I": ("99.71.03.1001", "Pasirputih", "Nusa Selatan", HOME),
    "J": ("99.71.03.1002", "Sukadamai", "Nusa Selatan", HOME),
    "L": ("99.71.03.2003", "Pulaukelapa", "Nusa Selatan", HOME),
    "H": ("99.71.04.1001", "Karangjati", "Nusa Timur", HOME),
    "K": ("99.71.04.1002", "Telagasari", "Nusa Timur", HOME),
    "X": ("99.72.01.2001", "Hulusari", "Tirta Hulu", NEIGHBOUR),
    "Y": ("99.72.01.2002", "Sumberalam", "Tirta Hulu", NEIGHBOUR),
    "Z": ("99.72.01.2003", "Muaratirta", "Tirta Hulu", NEIGHBOUR),
}
"""Letter → code, name, kecamatan, kabkota, in the order of the codes."""

COLUMNS = ("code", "name", "kecamatan", "kabkota")


def _corner(column: float, row: float) -> tuple[float, float]:
    """Bend the grid: the same corner always falls on the same point, so neighbours share their borders exactly."""
    lon, lat = WEST + column * CELL, NORTH - row * CELL
    bent_lon, bent_lat = lon + 0.0018 * math.sin(9 * row / 4), lat + 0.0018 * math.sin(7 * column / 4)
    return round(bent_lon, 6), round(bent_lat, 6)


def _cell(column: int, row: int) -> Any:
    steps = [step / SIDE_POINTS for step in range(SIDE_POINTS)]
    ring = [_corner(column + step, row) for step in steps]
    ring += [_corner(column + 1, row + step) for step in steps]
    ring += [_corner(column + 1 - step, row + 1) for step in steps]
    ring += [_corner(column, row + 1 - step) for step in steps]
    return shapely.Polygon(ring)


def shape(letter: str) -> Any:
    """Return the polygon of a letter (`~` is the lake)."""
    lines = DRAWN.split()
    cells = [_cell(column, row) for row, line in enumerate(lines) for column, sign in enumerate(line) if sign == letter]
    return shapely.union_all(cells)


def inside(letter: str) -> tuple[float, float]:
    """Return a point (lat, lon) inside the area of a letter."""
    return _point_in(shape(letter))


def _point_in(area: Any) -> tuple[float, float]:
    point = area.representative_point()
    return point.y, point.x


LAKE = inside("~")
ISLAND = _point_in(_cell(8, 9))
SEA = (-7.99, 110.10)
"""South-west of everything, about 8 km off."""


def villages(letters: str = "".join(ROWS)) -> Villages:
    """Return the villages of these letters, all by default."""
    rows = [ROWS[letter] for letter in letters]
    codes, names, kecamatan, kabkota = (tuple(column) for column in zip(*rows, strict=True))
    shapes = np.empty(len(rows), dtype=object)
    shapes[:] = [shape(letter) for letter in letters]
    return Villages(codes, names, kecamatan, kabkota, shapes)


def places() -> list[Place]:
    """Return streets, landmarks and posts of the home region; one hospital is the neighbour's."""
    made: list[tuple[str, str, Kind, str, str]] = [
        ("osm:way/1", "Jalan Mawar", "street", "B", ""),
        ("osm:way/2", "Jalan Melati Raya", "street", "G", ""),
        ("osm:way/3", "Gang Kenanga", "street", "J", ""),
        ("osm:way/4", "Jalan Pantai Kelapa", "street", "L", ""),
        ("osm:node/5", "Pasar Banyubiru", "landmark", "D", ""),
        ("osm:node/6", "Masjid Al-Contoh", "landmark", "E", ""),
        ("osm:node/7", "Terminal Karangjati", "landmark", "H", ""),
        ("csv:damkar-pusat", "Pos Damkar Pusat", "fire", "D", "+62 274 5550 113"),
        ("csv:damkar-timur", "Pos Damkar Timur", "fire", "H", "+62 274 5550 114"),
        ("csv:polsek-utara", "Polsek Nusa Utara", "police", "B", "+62 274 5550 110"),
        ("csv:rsud", "RSUD Nusa Raya", "hospital", "G", "+62 274 5550 120"),
        ("csv:rs-tirta", "RS Tirta Alam", "hospital", "Y", "+62 274 5550 121"),
        ("csv:puskesmas-selatan", "Puskesmas Nusa Selatan", "clinic", "J", "+62 274 5550 122"),
        ("csv:psc", "PSC 119 Nusa Raya", "medical", "F", "+62 274 5550 119"),
        ("csv:bpbd", "BPBD Nusa Raya", "disaster", "D", "+62 274 5550 117"),
        ("csv:pln", "Kantor PLN Nusa Raya", "post", "K", "+62 274 5550 123"),
    ]
    found = []
    for number, (code, name, kind, letter, phone) in enumerate(made):
        lat, lon = inside(letter)
        village_code, village, kecamatan, kabkota = ROWS[letter]
        found.append(
            Place(
                code=code,
                name=name,
                kind=kind,
                village=village,
                village_code=village_code,
                kecamatan=kecamatan,
                kabkota=kabkota,
                lat=round(lat + 0.0004 * math.sin(number), 6),
                lon=round(lon + 0.0004 * math.cos(number), 6),
                phone=phone,
            )
        )
    return found


def write_region(folder: Path, *, with_villages: bool = True) -> Path:
    """Fill a region folder as an import would leave it, and return it."""
    sources = [Source(name="contoh-tempat", kind="places", rows=len(places()), attribution=ATTRIBUTION)]
    save_places(folder, "contoh-tempat", places())
    if with_villages:
        save_villages(folder, villages())
        sources.append(Source(name="contoh-batas", kind="villages", rows=len(ROWS), attribution=ATTRIBUTION))
    write_manifest(folder, Manifest(sources=tuple(sources)))
    return folder


def write_geojson(path: Path) -> Path:
    return write_vector(path, "GeoJSON")


def write_gpkg(path: Path) -> Path:
    return write_vector(path, "GPKG")


def write_shp(path: Path) -> Path:
    return write_vector(path, "ESRI Shapefile")


def write_vector(
    path: Path,
    driver: str,
    *,
    columns: Mapping[str, Sequence[Any]] | None = None,
    shapes: Sequence[Any] | None = None,
    crs: str | None = "EPSG:4326",
    layer: str | None = None,
    append: bool = False,
) -> Path:
    """Write polygons as a file that a region office could have sent; the made-up villages by default."""
    if columns is None:
        columns = dict(zip(COLUMNS, zip(*ROWS.values(), strict=True), strict=True))
    if shapes is None:
        shapes = [shape(letter) for letter in ROWS]
    multi = [shapely.MultiPolygon([one]) if isinstance(one, shapely.Polygon) else one for one in shapes]
    pyogrio.raw.write(
        path,
        np.array([None if one is None else shapely.to_wkb(one) for one in multi], dtype=object),
        [np.array(values, dtype=object if isinstance(values[0], str | None) else None) for values in columns.values()],
        fields=list(columns),
        driver=driver,
        geometry_type="MultiPolygon",
        crs=crs,
        layer=layer or path.stem,
        append=append,
    )
    return path
