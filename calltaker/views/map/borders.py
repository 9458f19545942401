"""The borders of the region and its neighbours, in pieces: a frame prepares and draws only what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from calltaker.places.wire import Border
from calltaker.theme.live import theme
from calltaker.views.map.clip import PointPx, simplified
from calltaker.views.map.mercator import Viewport, world_of

_PIECE_POINTS = 256
_LEAST_PX = 1.5
_HOME_PX, _NEIGHBOUR_PX = 2.4, 1.4


@dataclass
class Piece:
    """`points` in the world of 1 × 1. `drawn` are the lines by zoom, thinned to what is seen, relative to the first point:
    a pixel of a world of zoom 17 is no number for a painter."""

    is_home: bool
    points: list[PointPx]
    drawn: dict[int, QPolygonF] = field(default_factory=dict)

    def __post_init__(self) -> None:
        xs, ys = [x for x, _y in self.points], [y for _x, y in self.points]
        self.box = (min(xs), min(ys), max(xs), max(ys))

    def line(self, view: Viewport) -> QPolygonF:
        line = self.drawn.get(view.zoom)
        if line is None:
            start_x, start_y = self.points[0]
            scaled = [((x - start_x) * view.scale, (y - start_y) * view.scale) for x, y in self.points]
            line = self.drawn[view.zoom] = QPolygonF([QPointF(x, y) for x, y in simplified(scaled, _LEAST_PX)])
        return line


class BorderLayer:
    def __init__(self) -> None:
        self._pieces: list[Piece] = []

    @property
    def points_prepared(self) -> int:
        """How many corners have been made ready to be drawn."""
        return sum(line.size() for piece in self._pieces for line in piece.drawn.values())

    def set_borders(self, borders: Iterable[Border]) -> None:
        ordered = sorted(borders, key=lambda border: border.is_home)  # the own one over the others
        self._pieces = [
            Piece(border.is_home, closed[first : first + _PIECE_POINTS + 1])
            for border in ordered
            for ring in border.rings
            for closed in ([world_of(lat, lon) for lat, lon in (*ring, *ring[:1])],)
            for first in range(0, len(closed) - 1, _PIECE_POINTS)
        ]

    def paint(self, painter: QPainter, view: Viewport) -> None:
        left, top = view.origin
        west, north = (left - 4) / view.scale, (top - 4) / view.scale
        east, south = (left + view.width + 4) / view.scale, (top + view.height + 4) / view.scale
        pens = {True: _pen(is_home=True), False: _pen(is_home=False)}
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in self._pieces:
            box = piece.box
            if box[0] <= east and box[2] >= west and box[1] <= south and box[3] >= north:
                x_px, y_px = piece.points[0][0] * view.scale - left, piece.points[0][1] * view.scale - top
                painter.setPen(pens[piece.is_home])
                painter.translate(x_px, y_px)
                painter.drawPolyline(piece.line(view))
                painter.translate(-x_px, -y_px)


def _pen(*, is_home: bool) -> QPen:
    pen = QPen(QColor(theme.tokens.map_home if is_home else theme.tokens.map_border), _HOME_PX if is_home else _NEIGHBOUR_PX)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if not is_home:
        pen.setDashPattern([6, 4])
    return pen
