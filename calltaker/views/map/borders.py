"""The borders of the region and its neighbours. Prepared once a zoom, in pieces: a frame draws only what it shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from calltaker.places.wire import Border
from calltaker.theme.live import theme
from calltaker.views.map.clip import PointPx, simplified
from calltaker.views.map.mercator import Viewport, world_of

_PIECE_POINTS = 64
_LEAST_PX = 1.5
_HOME_PX, _NEIGHBOUR_PX = 2.4, 1.4


class BorderLayer:
    """Pieces are kept relative to the first point of their ring: a pixel of a world of zoom 17 is no number for a painter."""

    def __init__(self) -> None:
        self._rings: list[tuple[bool, list[PointPx]]] = []
        self._zoom = -1
        self._pieces: list[tuple[bool, PointPx, QPolygonF, QRectF]] = []

    def set_borders(self, borders: Iterable[Border]) -> None:
        ordered = sorted(borders, key=lambda border: border.is_home)  # the own one over the others
        self._rings = [
            (border.is_home, [world_of(lat, lon) for lat, lon in ring])
            for border in ordered
            for ring in border.rings
            if len(ring) > 1
        ]
        self._zoom = -1

    def paint(self, painter: QPainter, view: Viewport) -> None:
        if view.zoom != self._zoom:
            self._prepare(view)
        left, top = view.origin
        seen = QRectF(left, top, view.width, view.height).adjusted(-4, -4, 4, 4)
        pens = {True: _pen(is_home=True), False: _pen(is_home=False)}
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for is_home, start, points, box in self._pieces:
            if seen.intersects(box):
                painter.setPen(pens[is_home])
                painter.save()
                painter.translate(start[0] - left, start[1] - top)
                painter.drawPolyline(points)
                painter.restore()

    def _prepare(self, view: Viewport) -> None:
        self._zoom = view.zoom
        self._pieces = []
        for is_home, ring in self._rings:
            closed = [(x * view.scale, y * view.scale) for x, y in (*ring, ring[0])]
            points = simplified(closed, _LEAST_PX)
            for first in range(0, len(points) - 1, _PIECE_POINTS):
                self._pieces.append(_piece(is_home, points[first : first + _PIECE_POINTS + 1]))


def _piece(is_home: bool, points: list[PointPx]) -> tuple[bool, PointPx, QPolygonF, QRectF]:
    start = points[0]
    polygon = QPolygonF([QPointF(x - start[0], y - start[1]) for x, y in points])
    box = polygon.boundingRect().translated(*start).adjusted(-1, -1, 1, 1)
    return is_home, start, polygon, box


def _pen(*, is_home: bool) -> QPen:
    pen = QPen(QColor(theme.tokens.map_home if is_home else theme.tokens.map_border), _HOME_PX if is_home else _NEIGHBOUR_PX)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if not is_home:
        pen.setDashPattern([6, 4])
    return pen
