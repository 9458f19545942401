"""Streets as a caller names them. A map cuts a street at every crossing; here all parts of one name in one village are one
place, whose point is a point of the street itself."""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from calltaker.regions.assign import NONE, in_village, rows_of
from db.gazetteer.place import Place
from db.region.villages import Villages

CELL_DEG = 0.02
"""About 2.2 km. Without polygons, parts of one name in the same or in touching cells are one street."""
_JALAN = re.compile(r"^(jalan|jln?)\b[\s.]*")
_GANG = re.compile(r"^(gang|gg)\b[\s.]*")


class Parts:
    """The named parts of streets in the order of the map: way id, name, and the ids of first, middle and last node."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.ways = array("q")
        self.nodes = array("q")

    def add(self, way: int, name: str, nodes: Sequence[int]) -> None:
        self.ways.append(way)
        self.names.append(sys.intern(name))  # most names come many times
        self.nodes.extend((nodes[len(nodes) // 2], nodes[0], nodes[-1]))

    def __len__(self) -> int:
        return len(self.names)


def merge(parts: Parts, lat: NDArray[np.float64], lon: NDArray[np.float64], villages: Villages | None) -> list[Place]:
    """Return one place for each street of a village (of a neighbourhood, where no polygon is). `lat` and `lon` are a point
    of each part, NaN = unknown; such parts are left out."""
    usable = np.flatnonzero(~np.isnan(lat))
    rows = np.full(len(lat), NONE, dtype=np.int64)
    rows[usable] = rows_of(villages, lat[usable], lon[usable])
    by_name: dict[tuple[str, int], list[int]] = defaultdict(list)
    for part in usable.tolist():
        by_name[_key(parts.names[part]), int(rows[part])].append(part)
    places: list[Place] = []
    for (_, row), group in by_name.items():
        for members in [group] if row != NONE else _neighbourhoods(group, lat, lon):
            place = _place(parts, members, lat, lon)
            places.append(place if villages is None or row == NONE else in_village(place, villages, row))
    return places


def _place(parts: Parts, members: list[int], lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Place:
    first = min(members, key=lambda part: parts.ways[part])
    off = (lat[members] - lat[members].mean()) ** 2 + (lon[members] - lon[members].mean()) ** 2
    middle = members[int(off.argmin())]
    return Place(
        code=f"osm:way/{parts.ways[first]}",
        name=parts.names[first],
        kind="street",
        lat=round(float(lat[middle]), 6),
        lon=round(float(lon[middle]), 6),
    )


def _key(name: str) -> str:
    """Return what is the same for "Jl. Mawar" and "Jalan Mawar"."""
    plain = _GANG.sub("gang ", _JALAN.sub("jalan ", name.casefold()))
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


def _neighbourhoods(group: list[int], lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Iterable[list[int]]:
    """Split the parts of one name into those that lie together."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for part in group:
        cells[int(lat[part] // CELL_DEG), int(lon[part] // CELL_DEG)].append(part)
    while cells:
        start = next(iter(cells))
        together, near = cells.pop(start), [start]
        while near:
            y, x = near.pop()
            for cell in ((y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
                if cell in cells:
                    together += cells.pop(cell)
                    near.append(cell)
        yield together
