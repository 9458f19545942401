"""Shapely geometries as one QPainterPath, without a Python object a point."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from calltaker.tiles.grid import Tile

Shapes = npt.NDArray[np.object_]
_MOVE, _LINE = 0, 1
_ODD_EVEN = 0
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])


def path_of(shapes: Shapes, tile: Tile) -> QPainterPath:
    """Return the lines and the rings of polygons, in pixels of the tile, as QDataStream reads a path: the number of elements,
    their kinds and points, where the last one began, the fill rule."""
    lines = shapely.get_parts(shapes)
    is_area = shapely.get_dimensions(lines) == 2
    lines = np.concatenate((lines[shapely.get_dimensions(lines) == 1], shapely.get_rings(lines[is_area])))
    points, owner = shapely.get_coordinates(lines, return_index=True)
    path = QPainterPath()
    if not len(points):
        return path
    west, north, _east, _south = tile.box()
    elements = np.empty(len(points), _ELEMENT)
    elements["kind"] = np.where(np.diff(owner, prepend=-1) != 0, _MOVE, _LINE)
    elements["x"], elements["y"] = ((points - (west, north)) * tile.px_per_unit).T
    begin = int(np.flatnonzero(elements["kind"] == _MOVE)[-1])
    head, tail = np.array([len(points)], ">i4"), np.array([begin, _ODD_EVEN], ">i4")
    written = QByteArray(head.tobytes() + elements.tobytes() + tail.tobytes())  # the stream only points at it
    stream = QDataStream(written, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path
    return path
