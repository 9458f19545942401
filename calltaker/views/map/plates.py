"""The words beside markers as small pictures: a framed plate for what somebody acts on, a plain name for posts and units."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from calltaker.theme.fonts import base_font
from calltaker.theme.live import theme
from calltaker.theme.tokens import SMALL_PT
from calltaker.views.map.names import halo
from calltaker.views.map.stamps import Drawing, name_box, paint_name

_PAD_X_PX, _PAD_Y_PX = 7.0, 3.0
_MOST_PX = 230.0


def plate(lines: tuple[str, ...], tone: str, is_framed: bool) -> Drawing:
    """Return the plate, whose middle is (0, 0). A name too long is cut with an ellipsis;
    how sure a place is, never."""
    if not is_framed:
        text = _fitted(lines[0], _font(bold=False))
        return name_box(text, _font(bold=False)), lambda painter: _paint_plain(painter, text)
    fonts = (_font(bold=True), *(_font(bold=False) for _ in lines[1:]))
    texts = (_fitted(lines[0], fonts[0]), *lines[1:])
    width = max(QFontMetricsF(font).horizontalAdvance(text) for text, font in zip(texts, fonts, strict=True))
    height = sum(QFontMetricsF(font).height() for font in fonts)
    box = QRectF(0, 0, width + 2 * _PAD_X_PX, height + 2 * _PAD_Y_PX)
    box.moveCenter(QPointF(0, 0))
    return box.adjusted(-1, -1, 1, 1), lambda painter: _paint_framed(painter, box, texts, fonts, tone)


def _paint_plain(painter: QPainter, text: str) -> None:
    paint_name(painter, text, _font(bold=False), theme.colour("text"), halo())


def _paint_framed(painter: QPainter, box: QRectF, lines: tuple[str, ...], fonts: tuple[QFont, ...], tone: str) -> None:
    ground = QColor(theme.tokens.panel)
    ground.setAlpha(242)
    painter.setBrush(ground)
    painter.setPen(QPen(theme.colour(tone), 1.2))
    painter.drawRoundedRect(box, 4, 4)
    top = box.top() + _PAD_Y_PX
    for place, (text, font) in enumerate(zip(lines, fonts, strict=True)):
        height = QFontMetricsF(font).height()
        painter.setFont(font)
        painter.setPen(theme.colour("text" if place == 0 else "dim"))
        line = QRectF(box.left() + _PAD_X_PX, top, box.width() - 2 * _PAD_X_PX + 2, height)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        top += height


def _font(*, bold: bool) -> QFont:
    font = base_font(zoom_pct=theme.zoom_pct)
    font.setPointSizeF(SMALL_PT * max(1.0, theme.zoom_pct / 100))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _fitted(text: str, font: QFont) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, _MOST_PX * max(1.0, theme.zoom_pct / 100))
