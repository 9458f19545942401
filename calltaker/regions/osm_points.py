"""Where the nodes are that streets and outlines need, and no others: an extract of Java has 200 million."""

from __future__ import annotations

import math

import numpy as np
import osmium
from numpy.typing import NDArray

_END = np.iinfo(np.int64).max


class Unsorted(ValueError):  # noqa: N818 - a state of the file
    """The nodes of the extract are not in the order of their ids."""


class Points:
    """Feed it every piece of the extract in turn with `read`, then `end`, then ask `at`. Memory: 24 bytes a needed node and 16
    bytes a node of one piece."""

    def __init__(self, needed: NDArray[np.int64], pool: osmium.io.ThreadPool) -> None:
        self._ids: NDArray[np.int64] = np.unique(needed)
        self._lat = np.full(len(self._ids), np.nan)
        self._lon = np.full(len(self._ids), np.nan)
        self._pool = pool
        self._waiting: tuple[int, osmium.index.LocationTable] | None = None

    def read(self, piece: osmium.io.FileBuffer) -> None:
        """Keep the needed nodes of a piece. Raises `Unsorted`."""
        first = next((node.id for node in osmium.FileProcessor(piece, osmium.osm.NODE, self._pool)), None)
        if first is None:
            return
        table = osmium.index.create_map("sparse_mem_array")
        with osmium.io.Reader(piece, osmium.osm.NODE, self._pool) as reader:
            osmium.apply(reader, osmium.NodeLocationsForWays(table))
        self._look_up(first)
        self._waiting = first, table

    def end(self) -> None:
        self._look_up(_END)
        self._waiting = None

    def at(self, nodes: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return latitudes and longitudes in the shape of `nodes`, all of which were needed; NaN = not in the extract."""
        rows = np.searchsorted(self._ids, nodes)
        return self._lat[rows], self._lon[rows]

    def _look_up(self, before: int) -> None:
        """Ask the piece that waits for the ids that it can hold: from its first one to the first one of the next piece."""
        if self._waiting is None:
            return
        first, table = self._waiting
        if before <= first:
            raise Unsorted
        low, high = np.searchsorted(self._ids, (first, before)).tolist()
        for row, node in enumerate(self._ids[low:high].tolist(), start=low):
            try:
                location = table.get(node)
            except KeyError:
                continue  # cut away at the edge of the extract
            if location.valid() and not math.isnan(location.lat):
                self._lat[row], self._lon[row] = location.lat, location.lon
