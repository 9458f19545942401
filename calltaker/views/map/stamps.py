"""Small pictures that are drawn once and then only stamped: a name with its halo, a sign. What makes a frame cheap."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from calltaker.theme.live import theme
from calltaker.views.map.mercator import Viewport
from calltaker.views.map.placement import Rect

_KEPT = 3_000
_HALO_PX = 3.0
EDGE_PX = 3.0
"""So far words stay away from the edge of the map."""

Drawing = tuple[QRectF, Callable[[QPainter], None]]
"""The box of a picture around the point (0, 0) that it stands for, and what paints into it."""


@dataclass(frozen=True)
class Stamp:
    """`picture` is put so that its pixel `hot` lies on the point that it stands for. `size` is in the widget's pixels."""

    picture: QImage
    hot: QPointF
    size: tuple[float, float]

    def at(self, x_px: float, y_px: float) -> QRectF:
        return QRectF(x_px - self.hot.x(), y_px - self.hot.y(), *self.size)

    def rect(self, x_px: float, y_px: float) -> Rect:
        left, top = x_px - self.hot.x(), y_px - self.hot.y()
        return left, top, left + self.size[0], top + self.size[1]


class StampBook:
    """Stamps by what they show, in the theme and at the zoom of the text in force. `made` counts what had to be drawn."""

    def __init__(self) -> None:
        self._stamps: OrderedDict[Hashable, Stamp] = OrderedDict()
        self.made = 0

    def get(self, key: Hashable, ratio: float, draw: Callable[..., Drawing], *arguments: Any) -> Stamp:
        """Return the stamp of a key; the first time, `draw(*arguments)` says how it is made."""
        whole = (key, ratio, theme.tokens.name, theme.zoom_pct)
        stamp = self._stamps.get(whole)
        if stamp is None:
            box, paint = draw(*arguments)
            stamp = self._stamps[whole] = _made(box, paint, ratio)
            self.made += 1
            if len(self._stamps) > _KEPT:
                self._stamps.popitem(last=False)
        return stamp

    def has(self, key: Hashable, ratio: float) -> bool:
        return (key, ratio, theme.tokens.name, theme.zoom_pct) in self._stamps


def _made(box: QRectF, paint: Callable[[QPainter], None], ratio: float) -> Stamp:
    whole = box.toAlignedRect()
    picture = QImage(round(whole.width() * ratio), round(whole.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-whole.x(), -whole.y())
    paint(painter)
    painter.end()
    return Stamp(picture, QPointF(-whole.x(), -whole.y()), (whole.width(), whole.height()))


def is_whole(rect: Rect, view: Viewport) -> bool:
    """True for words that no edge of the map cuts."""
    edge = EDGE_PX
    return rect[0] >= edge and rect[1] >= edge and rect[2] <= view.width - edge and rect[3] <= view.height - edge


def name_box(text: str, font: QFont) -> QRectF:
    """Return the box of a name whose middle is (0, 0), halo included."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 2 * _HALO_PX, metrics.height() + 2
    return QRectF(-width / 2, -height / 2, width, height)


def paint_name(painter: QPainter, text: str, font: QFont, ink: QColor, halo: QColor) -> None:
    """Paint a name around (0, 0), readable on any ground."""
    metrics = QFontMetricsF(font)
    path = QPainterPath()
    path.addText(-metrics.horizontalAdvance(text) / 2, (metrics.ascent() - metrics.descent()) / 2, font, text)
    pen = QPen(halo, 2 * _HALO_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, ink)
