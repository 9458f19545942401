"""What belongs to every map: grid, cross, edge of the focus, and below it the band of scale bar and attributions."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from calltaker.theme.fonts import base_font
from calltaker.theme.live import theme
from calltaker.theme.tokens import SMALL_PT
from calltaker.views.map.distances import metres_text, scale_bar
from calltaker.views.map.mercator import Viewport

SCALE_MOST_PX = 96
_PAD_PX, _BAR_PX = 4, 7
_ATTRIBUTION_FLAGS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_GRID_LEAST_PX = 130
_STEPS_DEG = (10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002)
_CROSS_PX, _HOLE_PX = 18, 5
_NO_BREAK = "\u00a0"


def paint_grid(painter: QPainter, view: Viewport) -> None:
    """Lines of latitude and longitude: even an empty map shows that it moves and how far."""
    per_degree_px = view.scale / 360
    step = min((step for step in _STEPS_DEG if step * per_degree_px >= _GRID_LEAST_PX), default=_STEPS_DEG[0])
    north, west = view.to_lat_lon(0, 0)
    south, east = view.to_lat_lon(view.width, view.height)
    painter.setPen(QPen(QColor(theme.tokens.map_grid), 1))
    for index in range(math.floor(west / step), math.ceil(east / step) + 1):
        x_px = view.to_px(0, index * step)[0]
        painter.drawLine(QLineF(x_px, 0, x_px, view.height))
    for index in range(math.floor(south / step), math.ceil(north / step) + 1):
        y_px = view.to_px(index * step, 0)[1]
        painter.drawLine(QLineF(0, y_px, view.width, y_px))


def band_height(width_px: float, attributions: tuple[str, ...]) -> int:
    """Return how high the band below the map must be for the scale bar and all attributions, whole."""
    text_px = _attribution_box(width_px, attributions).height() if attributions else 0.0
    return math.ceil(max(QFontMetricsF(small_font()).height() + _BAR_PX, text_px)) + 2 * _PAD_PX


def paint_band(
    painter: QPainter, band: QRectF, metres_per_px: float, attributions: tuple[str, ...], locale: QLocale
) -> tuple[QRectF, QRectF]:
    """Paint the band below the map, where it covers no marker and none covers it. Returns the boxes of scale bar and words."""
    painter.fillRect(band, QColor(theme.tokens.panel))
    scale_box = _paint_scale(painter, band, metres_per_px, locale)
    if not attributions:
        return scale_box, QRectF()
    box = _attribution_box(band.width(), attributions)
    box.moveCenter(band.center())
    box.moveRight(band.right() - _PAD_PX)
    painter.setFont(small_font())
    painter.setPen(theme.colour("dim"))
    painter.drawText(box, _ATTRIBUTION_FLAGS, _attribution_text(attributions))
    return scale_box, box


def _paint_scale(painter: QPainter, band: QRectF, metres_per_px: float, locale: QLocale) -> QRectF:
    """Paint the scale bar, true at the centre's latitude; return what it covers."""
    length_m, length_px = scale_bar(metres_per_px, SCALE_MOST_PX)
    box = QRectF(band.left() + _PAD_PX, band.top() + _PAD_PX, SCALE_MOST_PX, band.height() - 2 * _PAD_PX)
    painter.setFont(small_font())
    painter.setPen(theme.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, metres_text(length_m, locale))
    left, bottom = box.left() + 1, box.top() + QFontMetricsF(small_font()).height() + _BAR_PX - 1
    painter.setPen(QPen(theme.colour("text"), 2))
    painter.drawLine(QLineF(left, bottom - 5, left, bottom))
    painter.drawLine(QLineF(left, bottom, left + length_px, bottom))
    painter.drawLine(QLineF(left + length_px, bottom, left + length_px, bottom - 5))
    return box


def _attribution_text(attributions: tuple[str, ...]) -> str:
    return f"{_NO_BREAK}· ".join(one.replace(" ", _NO_BREAK) for one in attributions)  # a line ends between two owners


def _attribution_box(width_px: float, attributions: tuple[str, ...]) -> QRectF:
    room = QRectF(0, 0, max(80.0, width_px - SCALE_MOST_PX - 4 * _PAD_PX), 1_000)
    return QFontMetricsF(small_font()).boundingRect(room, _ATTRIBUTION_FLAGS, _attribution_text(attributions))


def paint_cross(painter: QPainter, x_px: float, y_px: float, *, is_spot: bool) -> None:
    """Paint the cross: strong on a chosen spot, faint where the keyboard would choose one."""
    size = _CROSS_PX if is_spot else _CROSS_PX * 0.6
    lines = [
        QLineF(x_px - size, y_px, x_px - _HOLE_PX, y_px),
        QLineF(x_px + _HOLE_PX, y_px, x_px + size, y_px),
        QLineF(x_px, y_px - size, x_px, y_px - _HOLE_PX),
        QLineF(x_px, y_px + _HOLE_PX, x_px, y_px + size),
    ]
    rim = QColor(theme.tokens.map_land)
    painter.setPen(QPen(rim, 6 if is_spot else 4))
    painter.drawLines(lines)
    painter.setPen(QPen(theme.colour("accent" if is_spot else "dim"), 2.5 if is_spot else 1.5))
    painter.drawLines(lines)


def paint_focus(painter: QPainter, view: Viewport) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.drawRect(QRectF(1, 1, view.width - 2, view.height - 2))


def paint_empty(painter: QPainter, view: Viewport, text: str) -> None:
    """Say at the top that there is no map, calmly: nothing that needs one waits for it."""
    box = QRectF(12, 10, view.width - 24, view.height / 2)
    painter.setFont(small_font())
    painter.setPen(theme.colour("dim"))
    painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)


def small_font() -> QFont:
    font = base_font(zoom_pct=theme.zoom_pct)
    font.setPointSizeF(SMALL_PT * max(1.0, theme.zoom_pct / 100))
    return font
