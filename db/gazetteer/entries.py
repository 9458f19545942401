"""What an index is made of: names in a tree, so that "bogor" finds what lies in Bogor without standing in each name there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.gazetteer.kinds import index_kind
from db.gazetteer.place import AREA_KINDS, Place
from db.gazetteer.records import Record, record_of

_AREA_TYPE = re.compile(r"^(kabupaten|kota|kab\.|provinsi)\s+(administrasi\s+|adm\.?\s+)?(?=\w)", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
_STREET_TYPE = re.compile(r"^(jalan|jln\.?|jl\.?)\s+(?=\w)", re.IGNORECASE)


class Entry(NamedTuple):
    """`parent` is the position of the area it lies in, -1 for none; `depth` the number of its ancestors. `kabkota` is the code
    as a number (3515), 0 = unknown. Without `record` it is only there for what lies in it."""

    name: str
    kind: str
    parent: int
    depth: int
    kabkota: int
    post_code: int = 0
    aliases: tuple[str, ...] = ()
    record: Record | None = None


def searched_name(kind: str, name: str) -> str:
    """Return the name without the word for what it is: "Kabupaten Bogor" is looked for as bogor, "Jalan Mawar" as mawar."""
    if kind in {"kabkota", "kota", "province"}:
        return _AREA_TYPE.sub("", name)
    return _STREET_TYPE.sub("", name) if kind == "street" else name


def also_searched(kind: str, name: str) -> tuple[str, ...]:
    """Return the full name of a kabupaten or kota, which is typed as often as the bare one."""
    return (name,) if kind in {"kabkota", "kota"} and searched_name(kind, name) != name else ()


def kabkota_number(code: str) -> int:
    """Return 3515 for "35.15", "3515" and any code below; 0 when it says no kabkota."""
    digits = "".join(sign for sign in code[:5] if sign in _DIGITS)[:4]
    return int(digits) if len(digits) == 4 else 0


def post_code_number(post_code: str) -> int:
    return int(post_code) if len(post_code) == 5 and post_code.isascii() and post_code.isdecimal() else 0


def of_places(places: Sequence[Place]) -> list[Entry]:
    """Return the entries of a region's places and of the areas they name, by depth."""
    return _Tree(places).entries()


class _Tree:
    """The areas that the places name, each once, found by the names above it."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._kabkota_of_name: dict[str, int] = {}
        for place in places:
            code = place.code if place.kind in {"kabkota", "kecamatan", "village"} else place.village_code
            if place.kabkota and (number := kabkota_number(code)):
                self._kabkota_of_name.setdefault(place.kabkota, number)
        self._nodes: dict[tuple[str, ...], int] = {}
        self._drafts: list[Entry] = []

    def entries(self) -> list[Entry]:
        for place in self._places:
            path = _path(place)
            parent = self._area(path[:-1] if place.is_area else path)
            self._add(place, path, parent)
        order = sorted(range(len(self._drafts)), key=lambda number: self._drafts[number].depth)
        moved = {old: new for new, old in enumerate(order)}
        moved[-1] = -1
        return [self._drafts[old]._replace(parent=moved[self._drafts[old].parent]) for old in order]

    def _add(self, place: Place, path: tuple[str, ...], parent: int) -> None:
        kind = index_kind(place.kind, place.name)
        code = place.code if place.is_area else place.village_code
        entry = Entry(
            name=searched_name(kind, place.name),
            kind=kind,
            parent=parent,
            depth=self._drafts[parent].depth + 1 if parent >= 0 else 0,
            kabkota=kabkota_number(code) or self._kabkota_of_name.get(place.kabkota, 0),
            post_code=post_code_number(place.post_code),
            aliases=also_searched(kind, place.name),
            record=record_of(place),
        )
        known = self._nodes.get(path) if place.is_area else None
        if known is not None and self._drafts[known].record is None:
            self._drafts[known] = entry
            return
        if place.is_area:
            self._nodes.setdefault(path, len(self._drafts))
        self._drafts.append(entry)

    def _area(self, path: tuple[str, ...]) -> int:
        """Return the area of these names (province, kabkota, kecamatan, village; "" = not said), -1 for none."""
        while path and not path[-1]:
            path = path[:-1]
        if not path:
            return -1
        if path not in self._nodes:
            parent = self._area(path[:-1])
            kind = index_kind(AREA_KINDS[len(path) - 1], path[-1])
            kabkota = self._kabkota_of_name.get(path[1], 0) if len(path) > 1 else 0
            depth = self._drafts[parent].depth + 1 if parent >= 0 else 0
            self._nodes[path] = len(self._drafts)
            self._drafts.append(Entry(searched_name(kind, path[-1]), kind, parent, depth, kabkota))
        return self._nodes[path]


def _path(place: Place) -> tuple[str, ...]:
    """Return the names of the areas down to the place's own when it is an area, else down to the one that it lies in."""
    names = [place.province, place.kabkota, place.kecamatan, place.village]
    if place.is_area:
        level = AREA_KINDS.index(place.kind)
        names = [*names[:level], place.name]
    return tuple(names)
