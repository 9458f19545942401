"""Where a place may be: circle, ellipse, sector or polygon as it was sent, at 95 %. Old places are drawn broken."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from calltaker.domain.map_scene import Marker
from calltaker.theme.fonts import base_font
from calltaker.theme.live import theme
from calltaker.views.map.clip import PointPx, clipped
from calltaker.views.map.marker_shapes import tone_of
from calltaker.views.map.marker_words import has_unknown_radius
from calltaker.views.map.mercator import Viewport, metres_per_px

UNKNOWN_PX = 30
"""Radius of the ring that says "nobody knows how far"; it means no distance."""
_CORNERS = 180
_MARGIN_PX = 8
_ALPHA = 26


def paint_area(painter: QPainter, view: Viewport, marker: Marker) -> None:
    """Paint the area of a marker below all shapes; nothing for a marker that has none."""
    colour = theme.colour(tone_of(marker))
    x_px, y_px = view.to_px(marker.lat, marker.lon)
    if has_unknown_radius(marker):
        if view.holds(x_px, y_px, UNKNOWN_PX):
            _paint_unknown(painter, x_px, y_px, colour)
        return
    corners = _corners(view, marker, (x_px, y_px))
    margin = _MARGIN_PX
    seen = clipped(corners, (-margin, -margin, view.width + margin, view.height + margin))
    if len(seen) > 2:
        ground = QColor(colour)
        ground.setAlpha(_ALPHA)
        painter.setBrush(ground)
        painter.setPen(_pen(colour, is_broken=marker.is_stale))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in seen]))


def _corners(view: Viewport, marker: Marker, centre: PointPx) -> list[PointPx]:
    if marker.outline:
        return [view.to_px(lat, lon) for lat, lon in marker.outline]
    if marker.radius_m is None:
        return []
    radius_px = marker.radius_m / metres_per_px(marker.lat, view.zoom)
    steps = (2 * math.pi * step / _CORNERS for step in range(_CORNERS))
    return [(centre[0] + radius_px * math.cos(turn), centre[1] + radius_px * math.sin(turn)) for turn in steps]


def _paint_unknown(painter: QPainter, x_px: float, y_px: float, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour, is_broken=True))
    painter.drawEllipse(QPointF(x_px, y_px), UNKNOWN_PX, UNKNOWN_PX)
    badge = QPointF(x_px - UNKNOWN_PX * 0.71, y_px - UNKNOWN_PX * 0.71)
    painter.setBrush(QColor(theme.tokens.map_land))
    painter.setPen(QPen(colour, 1.5))
    painter.drawEllipse(badge, 9, 9)
    font = base_font()
    font.setPixelSize(14)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.drawText(QRectF(badge.x() - 9, badge.y() - 9, 18, 18), Qt.AlignmentFlag.AlignCenter, "?")


def _pen(colour: QColor, *, is_broken: bool) -> QPen:
    pen = QPen(colour, 2)
    if is_broken:
        pen.setDashPattern([4, 3])
    return pen
