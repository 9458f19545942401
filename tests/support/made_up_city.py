"""`python -m tests.support.made_up_city OUT.mbtiles`: draws the vector map of the city of the demo, the same every time.

Streets run through the points that resources/demo_town/places.csv gives them; sea, river, railway and main roads are invented
around them. The layers are those of the OpenMapTiles schema that resources/map/style.json draws.
"""

from __future__ import annotations

import csv
import json
import math
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

import resources
from tests.support import made_up_lines as lines
from tests.support.made_up_streets import Point, Streets, houses, village_streets
from tests.support.made_up_tiles import EXTENT, Address, mbtiles, mvt_of_shapes

ATTRIBUTION = "Kota Nusa Raya"
"""A name alone: it stands on screens of every language."""
ZOOMS = range(10, 15)
BOX = (110.150, -7.985, 110.306, -7.868)  # west, south, east, north
_MIDDLE = (110.22, -7.93)
_LON_M, _LAT_M = 111_320 * math.cos(math.radians(_MIDDLE[1])), 110_574.0
_HOME = "Kota Nusa Raya"
_TILE_MARGIN = 64
_TOWN_M = 560.0
_PARKS = (
    ("Taman Kota Nusa", 120.0),
    ("Alun-alun Nusa Raya", 75.0),
    ("Lapangan Wonosari Baru", 60.0),
    ("Pantai Pasir Putih", 70.0),
)
_WORKS = (("Pabrik Gula Harapan", 190.0), ("Terminal Sukorejo", 90.0), ("Stasiun Nusa Raya", 110.0), ("Pelabuhan Nusa", 130.0))


@dataclass(frozen=True)
class Shape:
    """One thing on the map, in metres from the middle. Tiles have it from a zoom on."""

    layer: str
    kind: str
    shape: shapely.Geometry
    from_zoom: int


def metres(lon: float, lat: float) -> Point:
    return (lon - _MIDDLE[0]) * _LON_M, (lat - _MIDDLE[1]) * _LAT_M


def degrees(points: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """Return (lon, lat) rows of rows in metres."""
    return points / (_LON_M, _LAT_M) + _MIDDLE


def city() -> list[Shape]:
    """Return everything that is on the map, grounds first."""
    dice = random.Random(112)
    places = list(csv.DictReader(resources.path("demo_town", "places.csv").read_text("utf-8").splitlines()))
    sea = shapely.Polygon([*_smooth(lines.COAST).coords, metres(111.0, -8.6), metres(109.5, -8.6)])
    river = _smooth(lines.RIVER)
    water = shapely.union(sea, river.buffer(24))
    rail = _smooth(lines.RAIL)
    big = {"trunk": [_smooth(lines.RING, is_closed=True)], "primary": [_smooth(lines.EAST_WEST), _smooth(lines.NORTH_SOUTH)]}
    country = [_smooth(line) for line in lines.COUNTRY]
    parks = [_spot(places, name, reach, dice) for name, reach in _PARKS]
    works = [_spot(places, name, reach, dice) for name, reach in _WORKS]
    woods = [_blob(metres(*at), reach, dice) for at, reach in lines.WOODS]
    mains = shapely.union_all([*big["trunk"], *big["primary"], *country])
    no_lanes = shapely.union_all([water.buffer(12), rail.buffer(28), *parks, *works, mains.buffer(14)])
    areas, streets = _built(places, water, dice)
    named = {name: _on_land(line, water) for one in streets for name, line in one.named.items()}
    lanes = [
        part
        for one in streets
        for lane in one.lanes
        for part in shapely.get_parts(shapely.difference(lane, no_lanes))
        if part.length > 40
    ]
    on_them = [*lanes, *named.values()]
    homes = houses(on_them, [(shapely.MultiLineString(on_them), 4.5), (mains, 12.0), (no_lanes, 0.0)], dice)
    return [
        *(Shape("landuse", "residential", shapely.difference(area, water), 10) for area in areas),
        *(Shape("landuse", "industrial", one, 12) for one in works),
        *(Shape("landcover", "wood", shapely.difference(wood, water), 10) for wood in woods),
        *(Shape("landcover", "grass", one, 12) for one in parks),
        Shape("water", "ocean", sea, 10),
        Shape("water", "river", river.buffer(24), 12),
        Shape("waterway", "river", river, 10),
        *(Shape("building", "", home, 14) for home in homes),
        *(Shape("transportation", "minor", lane, 13) for lane in lanes),
        *(Shape("transportation", _class_of(name), one, 12) for name, one in named.items()),
        Shape("transportation", "rail", rail, 10),
        *(Shape("transportation", "secondary", one, 10) for one in country),
        *(Shape("transportation", kind, one, 10) for kind, roads in big.items() for one in roads),
    ]  # fmt: skip


def tiles(shapes: Sequence[Shape], zooms: Iterable[int] = ZOOMS) -> dict[Address, bytes]:
    """Return the vector tiles of these zooms that touch the box."""
    made: dict[Address, bytes] = {}
    for zoom in zooms:
        unit_m = 40_075_016.686 * math.cos(math.radians(_MIDDLE[1])) / (1 << zoom) / EXTENT
        here = [one for one in shapes if one.from_zoom <= zoom]
        drawn = np.array([_in_units(one.shape, zoom, unit_m) for one in here], dtype=object)
        tree = shapely.STRtree(drawn)
        west, north = (int(edge) for edge in _units(np.array([(BOX[0], BOX[3])]), zoom)[0] // EXTENT)
        east, south = (int(edge) for edge in _units(np.array([(BOX[2], BOX[1])]), zoom)[0] // EXTENT)
        for x in range(west, east + 1):
            for y in range(north, south + 1):
                made[zoom, x, y] = _tile(here, drawn, tree, (x * EXTENT, y * EXTENT))
    return made


def write(path: Path) -> Path:
    """Write the map as MBTiles."""
    path.unlink(missing_ok=True)
    layers = ("landuse", "landcover", "water", "waterway", "building", "transportation")
    about = {
        "name": "Kota Nusa Raya", "attribution": ATTRIBUTION, "minzoom": str(ZOOMS[0]), "maxzoom": str(ZOOMS[-1]),
        "bounds": ",".join(str(edge) for edge in BOX), "format": "pbf",
        "json": json.dumps({"vector_layers": [{"id": layer, "fields": {"class": "String"}} for layer in layers]}),
    }  # fmt: skip
    return mbtiles(path, tiles(city()), **about)


# --- ground ------------------------------------------------------------------------------------------------------------
def _built(
    places: Sequence[dict[str, str]], water: shapely.Geometry, dice: random.Random
) -> tuple[list[shapely.Geometry], list[Streets]]:
    """Return where houses stand and the streets there: around the named places of each village, and in some hamlets."""
    areas: list[shapely.Geometry] = []
    streets: list[Streets] = []
    villages: dict[str, dict[str, Point]] = {}
    for row in places:
        villages.setdefault(row["village"], {})[row["name"]] = metres(float(row["lon"]), float(row["lat"]))
    roads = {row["name"] for row in places if row["kind"] == "street"}
    hulls = [shapely.MultiPoint(list(points.values())).convex_hull for points in villages.values()]
    nearest = shapely.get_parts(shapely.voronoi_polygons(shapely.union_all([hull.centroid for hull in hulls]), extend_to=water))
    for hull, points in zip(hulls, villages.values(), strict=True):
        own = next(cell for cell in nearest if cell.contains(hull.centroid))
        area = shapely.difference(shapely.intersection(hull.buffer(_TOWN_M), own), water.buffer(30))
        streets.append(village_streets(area, [one for one in points.items() if one[0] in roads], dice))
        beside = [line.buffer(45) for line in streets[-1].named.values()]
        areas.append(shapely.difference(shapely.union_all([area, *beside]), water.buffer(10)))
    for at in lines.HAMLETS:
        areas.append(_blob(metres(*at), dice.uniform(200, 330), dice))
        streets.append(village_streets(areas[-1], (), dice))
    return areas, streets


def _class_of(street: str) -> str:
    return "service" if street.startswith("Gang") else "tertiary"


def _on_land(line: shapely.LineString, water: shapely.Geometry) -> shapely.LineString:
    return max(shapely.get_parts(shapely.difference(line, water.buffer(10))), key=shapely.length)


def _spot(places: Iterable[dict[str, str]], name: str, reach_m: float, dice: random.Random) -> shapely.Geometry:
    row = next(row for row in places if row["name"] == name)
    return _blob(metres(float(row["lon"]), float(row["lat"])), reach_m, dice)


def _blob(middle: Point, reach_m: float, dice: random.Random) -> shapely.Geometry:
    """Return an area that is almost round."""
    phases = [dice.uniform(0, 2 * math.pi) for _ in range(3)]
    turns = [2 * math.pi * step / 48 for step in range(48)]
    reach = [reach_m * (1 + sum(0.11 * math.sin((n + 2) * turn + phase) for n, phase in enumerate(phases))) for turn in turns]
    return shapely.Polygon(
        [(middle[0] + far * math.cos(turn), middle[1] + far * math.sin(turn)) for far, turn in zip(reach, turns, strict=True)]
    )


def _smooth(line: Sequence[Point], *, is_closed: bool = False) -> shapely.LineString:
    """Return a curve through all points (Catmull and Rom, centripetal: near points make no loops beside far ones)."""
    points = np.array([metres(*point) for point in line])
    if is_closed:
        points = np.vstack((points[-1:], points, points[:2]))
    else:
        points = np.vstack((2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]))
    spans = np.sqrt(np.linalg.norm(np.diff(points, axis=0), axis=1))[:, None]
    slopes = np.diff(points, axis=0) / spans
    both = (points[2:] - points[:-2]) / (spans[1:] + spans[:-1])
    turns = slopes[:-1] - both + slopes[1:]
    steps = np.linspace(0, 1, 14, endpoint=False)[:, None]
    pieces = [
        (2 * steps**3 - 3 * steps**2 + 1) * points[n]
        + (steps**3 - 2 * steps**2 + steps) * turns[n - 1] * spans[n]
        + (3 * steps**2 - 2 * steps**3) * points[n + 1]
        + (steps**3 - steps**2) * turns[n] * spans[n]
        for n in range(1, len(points) - 2)
    ]
    return shapely.LineString(np.vstack((*pieces, points[-2:-1])))


# --- tiles -------------------------------------------------------------------------------------------------------------
def _units(lon_lat: np.ndarray, zoom: int) -> np.ndarray:  # type: ignore[type-arg]
    """Return (x, y) rows in units of a tile's grid, from the north-western corner of the world."""
    world = float(EXTENT << zoom)
    sine = np.sin(np.radians(lon_lat[:, 1]))
    return np.column_stack(((lon_lat[:, 0] + 180) / 360, 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi))) * world


def _in_units(shape: shapely.Geometry, zoom: int, unit_m: float) -> shapely.Geometry:
    thin = shape if zoom == ZOOMS[-1] and shape.length < 80 else shapely.simplify(shape, 3 * unit_m)
    return shapely.transform(thin, lambda points: _units(degrees(points), zoom))


def _tile(shapes: Sequence[Shape], drawn: np.ndarray, tree: shapely.STRtree, corner: tuple[int, int]) -> bytes:  # type: ignore[type-arg]
    edges = (
        corner[0] - _TILE_MARGIN,
        corner[1] - _TILE_MARGIN,
        corner[0] + EXTENT + _TILE_MARGIN,
        corner[1] + EXTENT + _TILE_MARGIN,
    )
    rows = np.sort(tree.query(shapely.box(*edges)))
    layers: dict[str, dict[str, list[shapely.Geometry]]] = {}
    for row, cut in zip(rows, shapely.clip_by_rect(drawn[rows], *edges), strict=True):
        at_corner = shapely.transform(cut, lambda points: np.rint(points - corner))
        wanted = shapely.get_dimensions(drawn[row])
        parts = [part for part in shapely.get_parts(at_corner) if shapely.get_dimensions(part) == wanted and not part.is_empty]
        if parts:
            layers.setdefault(shapes[row].layer, {}).setdefault(shapes[row].kind, []).extend(parts)
    return mvt_of_shapes(layers)


if __name__ == "__main__":
    written = write(Path(sys.argv[1]))
    print(f"{written}: {written.stat().st_size:,} bytes")
