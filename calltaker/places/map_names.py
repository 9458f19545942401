"""The names that the map writes where somebody looks closely: streets and landmarks. A region has tens of thousands; the
window never gets more than it can show."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from calltaker.places.wire import Label
from db.gazetteer.place import Kind, Place

NAMED_KINDS: tuple[Kind, ...] = ("landmark", "street")
"""The first is written first. Areas have their own labels, and the posts of those who help are markers with their names."""
LOCAL_RANK = 3

_Numbers = npt.NDArray[np.intp]


class MapNames:
    """Places made ready to be asked many times; those without a name or coordinates are left out."""

    def __init__(self, places: Sequence[Place]) -> None:
        ranked = sorted(
            (place for place in places if place.kind in NAMED_KINDS and place.name and place.lat is not None),
            key=lambda place: NAMED_KINDS.index(place.kind),
        )
        self._places = [place for place in ranked if place.lon is not None]
        self._lats = np.array([place.lat for place in self._places], dtype=np.float64)
        self._lons = np.array([place.lon for place in self._places], dtype=np.float64)

    def within(self, south: float, west: float, north: float, east: float, limit: int) -> tuple[Label, ...]:
        """Return at most `limit` names in a box of degrees, landmarks before streets. Where there are more, each part of the
        box keeps its share. The same box has the same names every time."""
        lats, lons = self._lats, self._lons
        rows = np.flatnonzero((lats >= south) & (lats <= north) & (lons >= west) & (lons <= east))
        if limit <= 0:
            return ()
        if len(rows) > limit:
            side = max(1, math.isqrt(limit))
            down = _share(lats[rows], south, north, side)
            across = _share(lons[rows], west, east, side)
            rows = np.sort(rows[np.argsort(_turns(down * side + across), kind="stable")[:limit]])
        return tuple(_label(self._places[row]) for row in rows.tolist())


def _share(values: npt.NDArray[np.float64], low: float, high: float, parts: int) -> _Numbers:
    """Return in which of so many equal parts each value lies."""
    return np.minimum(((values - low) / max(high - low, 1e-12) * parts).astype(np.intp), parts - 1)


def _turns(cells: _Numbers) -> _Numbers:
    """Return for each row how many rows of its cell stand before it."""
    order = np.argsort(cells, kind="stable")
    sorted_cells = cells[order]
    first = np.searchsorted(sorted_cells, sorted_cells)
    turns = np.empty(len(cells), dtype=np.intp)
    turns[order] = np.arange(len(cells)) - first
    return turns


def _label(place: Place) -> Label:
    return Label(text=place.name, lat=place.lat or 0.0, lon=place.lon or 0.0, rank=LOCAL_RANK, kind=place.kind)
