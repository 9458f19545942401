"""The nearest places of a kind, by exact distances along the ellipsoid ("garis lurus", never a driving distance)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
import numpy as np

from db.gazetteer.place import Kind, Place
from db.geodesy import LEAST_NORTH_M, distance_m
from db.region.geodesic import Floats, approximate_distances_m, metres_per_degree

_SLACK = 1.01  # far more than the approximation is wrong by


class NearPlaces:
    """Places made ready to be asked many times; those without coordinates are left out."""

    def __init__(self, places: Iterable[Place]) -> None:
        by_kind: dict[Kind, list[Place]] = {}
        for place in places:
            if place.lat is not None and place.lon is not None:
                by_kind.setdefault(place.kind, []).append(place)
        self._by_kind = {kind: _Located(found) for kind, found in by_kind.items()}

    def nearest(self, lat: float, lon: float, kinds: Collection[Kind] | None = None, limit: int = 1) -> list[Place]:
        """Return at most `limit` places of each kind (None = every kind there is) with `distance_m` set, nearest first.
        Equal distances are ordered by code."""
        wanted = self._by_kind if kinds is None else dict.fromkeys(kinds)
        found = [place for kind in wanted if kind in self._by_kind for place in self._by_kind[kind].nearest(lat, lon, limit)]
        return sorted(found, key=_by_distance)


class _Located:
    """Places of one kind with their coordinates as arrays."""

    def __init__(self, places: list[Place]) -> None:
        self._places = places
        self._lats: Floats = np.array([place.lat for place in places], dtype=np.float64)
        self._lons: Floats = np.array([place.lon for place in places], dtype=np.float64)

    def nearest(self, lat: float, lon: float, limit: int) -> list[Place]:
        """Take any few that are near, look again at all that may be nearer than the last of them, measure those exactly."""
        if limit <= 0:
            return []
        last = min(limit, len(self._places)) - 1
        north, east = metres_per_degree(lat)
        plain = ((self._lats - lat) * north) ** 2 + ((self._lons - lon) * east) ** 2
        some = np.argpartition(plain, last)[: last + 1]
        within_m = float(approximate_distances_m(lat, lon, self._lats[some], self._lons[some]).max()) * _SLACK
        rows = np.flatnonzero(np.abs(self._lats - lat) * LEAST_NORTH_M <= within_m)
        rough_m = approximate_distances_m(lat, lon, self._lats[rows], self._lons[rows])
        within_m = float(np.partition(rough_m, last)[last]) * _SLACK
        measured = [self._measured(int(row), lat, lon) for row in rows[rough_m <= within_m]]
        return sorted(measured, key=_by_distance)[:limit]

    def _measured(self, row: int, lat: float, lon: float) -> Place:
        exact_m = distance_m(lat, lon, float(self._lats[row]), float(self._lons[row]))
        return msgspec.structs.replace(self._places[row], distance_m=exact_m)


def nearest(
    places: Iterable[Place], lat: float, lon: float, kinds: Collection[Kind] | None = None, limit: int = 1
) -> list[Place]:
    """Ask once; whoever asks again and again keeps a `NearPlaces`."""
    return NearPlaces(places).nearest(lat, lon, kinds, limit)


def _by_distance(place: Place) -> tuple[float, str]:
    return place.distance_m or 0.0, place.code
