"""Streets, landmarks and posts out of an OpenStreetMap extract, in three readings: relations say which ways they are made of,
ways which nodes, nodes where that is. So only the few points that are needed are ever in memory."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import osmium
from numpy.typing import NDArray

from calltaker.regions import osm_tags
from calltaker.regions.assign import with_villages
from calltaker.regions.osm_points import Points, Unsorted
from calltaker.regions.pbf import pieces
from calltaker.regions.report import Report
from calltaker.regions.streets import Parts, merge
from calltaker.regions.surroundings import Surroundings
from db.gazetteer.place import Kind, Place
from db.region.folder import RegionError
from db.region.villages import Villages

ATTRIBUTION = "© OpenStreetMap contributors"
LICENCE = "ODbL 1.0"
MAX_FEATURES = 4_000_000
"""More named things than in the whole of Java: then the wrong file was taken."""
_OUTLINE_NODES = 32
"""So many points of an outline are looked up to find its middle."""
_SAME_PLACE_DEG = 0.002
"""A building and its entrance, both with the name: one place. About 200 m."""
_READINGS = 3


class _Feature(msgspec.Struct):
    """Something that is no street. Its outline is `outline[start:end]` of the extract, or it is a point."""

    code: str
    name: str
    kind: Kind
    phone: str
    start: int = 0
    end: int = 0
    lat: float = np.nan
    lon: float = np.nan


def read_osm(path: Path, villages: Villages | None, surroundings: Surroundings, report: Report) -> list[Place]:
    """Return the places of an extract, with their village where a polygon holds them. What lies far outside is counted in
    `report`. Raises `RegionError`, `OSError`."""
    return _Extract(path, report).places(villages, surroundings)


class _Extract:
    def __init__(self, path: Path, report: Report) -> None:
        self._path = path
        self._size = path.stat().st_size
        self._report = report
        self._readings_done = 0
        self._pool = osmium.io.ThreadPool(1)
        self._parts = Parts()
        self._features: list[_Feature] = []
        self._outlines = array("q")
        self._by_outer_way: dict[int, list[_Feature]] = defaultdict(list)

    def places(self, villages: Villages | None, surroundings: Surroundings) -> list[Place]:
        try:
            self._read_relations()
            self._read_ways()
            points = self._read_nodes()
        except Unsorted as error:
            raise RegionError(f"{self._path}: its nodes are not in order; `osmium sort` mends that") from error
        except (RuntimeError, UnicodeDecodeError) as error:  # what libosmium raises for a blob that is not whole
            raise RegionError(f"{self._path}: the extract is broken: {error}") from error
        lat, lon = self._part_points(points)
        self._place_features(points)
        every = merge(self._parts, lat, lon, villages) + with_villages(self._landmarks(), villages)
        near = [place for place in every if surroundings.has(place.lat or 0.0, place.lon or 0.0)]
        far = len(every) - len(near)
        if not near:
            why = f"all {far} places lie too far from the centre's region" if far else "no named street or place in it"
            raise RegionError(f"{self._path}: {why}")
        if far:
            self._report.bad(0, f"{far} streets and places lie too far from the centre's region")
        return near

    def _pieces(self) -> Iterator[osmium.io.FileBuffer]:
        """Read the file once."""
        for done, piece in pieces(self._path):
            yield piece
            self._report.progress(self._readings_done * self._size + done, _READINGS * self._size)
            if len(self._parts) + len(self._features) > MAX_FEATURES:
                raise RegionError(f"{self._path}: more than {MAX_FEATURES} named things; cut the extract to the region")
        self._readings_done += 1

    def _objects(self, piece: osmium.io.FileBuffer, entities: osmium.osm.osm_entity_bits, wanted: Any) -> Iterator[Any]:
        """Give the objects of one sort that pass a filter; each holds only until the next one comes."""
        yield from osmium.FileProcessor(piece, entities, self._pool).with_filter(wanted)

    def _read_relations(self) -> None:
        keys = osmium.filter.KeyFilter(*osm_tags.KEYS)
        for piece in self._pieces():
            for relation in self._objects(piece, osmium.osm.RELATION, keys):
                outer = next((one.ref for one in relation.members if one.type == "w" and one.role in {"outer", ""}), None)
                if outer is not None and (feature := _feature(f"osm:relation/{relation.id}", dict(relation.tags))):
                    self._by_outer_way[outer].append(feature)
                    self._features.append(feature)

    def _read_ways(self) -> None:
        keys = osmium.filter.KeyFilter("highway", *osm_tags.KEYS)
        outer_ways = osmium.filter.IdFilter(list(self._by_outer_way)) if self._by_outer_way else None
        for piece in self._pieces():
            for way in self._objects(piece, osmium.osm.WAY, keys):
                tags, nodes = dict(way.tags), [node.ref for node in way.nodes]
                if not nodes:
                    continue
                if name := osm_tags.street_name(tags):
                    self._parts.add(way.id, name, nodes)
                elif feature := _feature(f"osm:way/{way.id}", tags):
                    self._outline(feature, nodes)
                    self._features.append(feature)
            for way in self._objects(piece, osmium.osm.WAY, outer_ways) if outer_ways else ():
                for feature in self._by_outer_way.get(way.id, ()):
                    self._outline(feature, [node.ref for node in way.nodes])

    def _outline(self, feature: _Feature, nodes: list[int]) -> None:
        """Keep a few of the nodes, evenly spaced."""
        feature.start = len(self._outlines)
        self._outlines.extend(nodes[:: max(1, len(nodes) // _OUTLINE_NODES)])
        feature.end = len(self._outlines)

    def _read_nodes(self) -> Points:
        points = Points(np.concatenate([np.array(self._parts.nodes), np.array(self._outlines)]), self._pool)
        keys = osmium.filter.KeyFilter(*osm_tags.KEYS)
        for piece in self._pieces():
            for node in self._objects(piece, osmium.osm.NODE, keys):
                if node.location.valid() and (feature := _feature(f"osm:node/{node.id}", dict(node.tags))):
                    feature.lat, feature.lon = node.location.lat, node.location.lon
                    self._features.append(feature)
            points.read(piece)
        points.end()
        return points

    def _part_points(self, points: Points) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return a point of each part: its middle node, else an end of it; NaN when the extract holds none of them."""
        lat, lon = points.at(np.array(self._parts.nodes).reshape(-1, 3))
        for part in np.flatnonzero(np.isnan(lat).all(axis=1)).tolist():
            self._lost(f"way/{self._parts.ways[part]}", self._parts.names[part])
        best = (~np.isnan(lat)).argmax(axis=1)
        every = np.arange(len(lat))
        return lat[every, best], lon[every, best]

    def _place_features(self, points: Points) -> None:
        """Put each outline's point into the middle of its box."""
        for feature in self._features:
            lat, lon = points.at(np.array(self._outlines[feature.start : feature.end]))
            if len(lat) and not np.isnan(lat).all():
                feature.lat = float(np.nanmin(lat) + np.nanmax(lat)) / 2
                feature.lon = float(np.nanmin(lon) + np.nanmax(lon)) / 2

    def _landmarks(self) -> list[Place]:
        places: list[Place] = []
        known: dict[tuple[str, Kind], list[_Feature]] = defaultdict(list)
        for feature in self._features:
            if np.isnan(feature.lat):
                self._lost(feature.code.removeprefix("osm:"), feature.name)
                continue
            same_name = known[feature.name.casefold(), feature.kind]
            if any(abs(one.lat - feature.lat) + abs(one.lon - feature.lon) < _SAME_PLACE_DEG for one in same_name):
                continue
            same_name.append(feature)
            place = Place(code=feature.code, name=feature.name, kind=feature.kind, phone=feature.phone)
            places.append(msgspec.structs.replace(place, lat=round(feature.lat, 6), lon=round(feature.lon, 6)))
        return places

    def _lost(self, what: str, name: str) -> None:
        self._report.bad(0, f"{what} {name}: the extract does not say where it is")


def _feature(code: str, tags: dict[str, str]) -> _Feature | None:
    kind = osm_tags.kind_of(tags)
    name = osm_tags.place_name(tags, kind) if kind else ""
    return _Feature(code=code, name=name, kind=kind, phone=osm_tags.phone(tags)) if kind and name else None
