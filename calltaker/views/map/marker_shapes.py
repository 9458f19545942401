"""The shapes of the markers, around the point (0, 0) that they stand on. Each kind is told by its form alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from calltaker.domain.map_scene import Marker
from calltaker.theme.fonts import base_font
from calltaker.theme.live import theme
from calltaker.theme.signs import priority_sign, state_sign
from calltaker.views.map.stamps import Drawing

REACH_PX = 20
"""No shape reaches farther from its point, except the pin upwards."""
PIN_PX = 34
_CENTRE = Qt.AlignmentFlag.AlignCenter


def tone_of(marker: Marker) -> str:
    """Return the tone (a colour's name in the theme) of a marker."""
    match marker.kind:
        case "caller":
            return state_sign(marker.state).tone
        case "incident":
            return priority_sign(marker.priority).tone
        case "unit":
            return state_sign(marker.state).tone
        case "post":
            return "dim"
    return "accent"


def box_of(marker: Marker) -> QRectF:
    """Return what a shape covers around its point, for laying words beside it and for the mouse."""
    match marker.kind:
        case "pin":
            return QRectF(-12, -PIN_PX, 24, PIN_PX + 2)
        case "caller":
            return QRectF(-17, -17, 34, 34)
        case "post":
            return QRectF(-8, -8, 16, 16)
    return QRectF(-12, -12, 24, 24)


def drawing(marker: Marker) -> Drawing:
    """Return box and painting of a marker's shape."""
    paint = {"caller": _caller, "offer": _offer, "pin": _pin, "incident": _incident, "unit": _unit, "post": _post}[marker.kind]
    box = QRectF(-REACH_PX, -PIN_PX - 4, 2 * REACH_PX, PIN_PX + 4 + REACH_PX)
    return box, lambda painter: paint(painter, marker)


def _incident(painter: QPainter, marker: Marker) -> None:
    path = _PRIORITY_PATHS.get(marker.priority, _dot(5))
    _ground(painter, path)
    if marker.priority == 4:
        painter.strokePath(path, QPen(_colour("p4"), 4))
        return
    painter.fillPath(path, _colour(tone_of(marker)))


def _caller(painter: QPainter, marker: Marker) -> None:
    """A filled disc with the sign of its state; a ring around it while it rings."""
    tone = _colour(tone_of(marker))
    if marker.state == "ringing":
        _ground(painter, _circle(16), 5)
        painter.strokePath(_circle(16), QPen(tone, 2.5))
    _ground(painter, _circle(11))
    painter.fillPath(_circle(11), tone)
    _glyph(painter, state_sign(marker.state).shape, QColor(theme.tokens.map_land), QRectF(-11, -11, 22, 22))


def _offer(painter: QPainter, _marker: Marker) -> None:
    path = _circle(9)
    _ground(painter, path)
    painter.fillPath(path, QColor(theme.tokens.map_land))
    painter.strokePath(path, QPen(_colour("accent"), 2.2, Qt.PenStyle.DotLine))
    _glyph(painter, "+", _colour("accent"), QRectF(-9, -10, 18, 18), 15)


def _pin(painter: QPainter, marker: Marker) -> None:
    """A drop whose tip is the place: full when the caller said that it is right, hollow until then."""
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(QPointF(-3, -9), QPointF(-11, -13), QPointF(-11, -21))
    path.arcTo(QRectF(-11, -32, 22, 22), 180, -180)
    path.cubicTo(QPointF(11, -13), QPointF(3, -9), QPointF(0, 0))
    _ground(painter, path)
    accent, land = _colour("accent"), QColor(theme.tokens.map_land)
    painter.fillPath(path, accent if marker.is_verified else land)
    painter.strokePath(path, QPen(accent, 2.5))
    if marker.is_verified:
        _glyph(painter, "✓", land, QRectF(-11, -32, 22, 22), 13)
    else:
        painter.fillPath(_circle(4.5).translated(0, -21), accent)


def _unit(painter: QPainter, marker: Marker) -> None:
    """A vehicle seen from the side: a box on two wheels."""
    tone = _colour(tone_of(marker))
    body = QPainterPath()
    body.addPolygon(QPolygonF([QPointF(x, y) for x, y in ((-11, -7), (4, -7), (4, -3), (9, -3), (11, 1), (11, 5), (-11, 5))]))
    body.closeSubpath()
    wheels = _circle(2.8).translated(-6, 6)
    wheels.addPath(_circle(2.8).translated(6, 6))
    _ground(painter, body)
    _ground(painter, wheels)
    painter.fillPath(body, tone)
    painter.fillPath(wheels, tone)
    painter.strokePath(wheels, QPen(QColor(theme.tokens.map_land), 1.4))


def _post(painter: QPainter, marker: Marker) -> None:
    path = _POST_PATHS.get(marker.state, _POST_PATHS["post"])
    _ground(painter, path, 3.5)
    painter.fillPath(path, _colour("text"))


def _ground(painter: QPainter, path: QPainterPath, width_px: float = 5) -> None:
    """A rim of the land's colour, so that no shape drowns in what lies below."""
    painter.strokePath(path, QPen(QColor(theme.tokens.map_land), width_px))


def _glyph(painter: QPainter, text: str, colour: QColor, box: QRectF, size_px: int = 12) -> None:
    font = base_font()
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, _CENTRE, text)


def _colour(tone: str) -> QColor:
    return theme.colour(tone)


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


_dot = _circle


def _closed(*corners: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path


def _cross(arm: float, half: float) -> QPainterPath:
    a, h = arm, half
    return _closed(
        (-h, -a), (h, -a), (h, -h), (a, -h), (a, h), (h, h), (h, a), (-h, a), (-h, h), (-a, h), (-a, -h), (-h, -h)
    )  # fmt: skip


_PRIORITY_PATHS = {
    1: _closed((-10, -10), (10, -10), (10, 10), (-10, 10)),
    2: _closed((0, -12), (12, 9), (-12, 9)),
    3: _closed((0, -12), (12, 0), (0, 12), (-12, 0)),
    4: _circle(8),
}
_POST_PATHS = {
    "fire": _closed((0, -9), (5, -2), (6, 3), (3, 7), (-3, 7), (-6, 3), (-5, -2)),
    "police": _closed((-7, -7), (0, -9), (7, -7), (6, 2), (0, 9), (-6, 2)),
    "hospital": _cross(8, 3),
    "clinic": _cross(6, 2),
    "medical": _closed((-8, -4), (8, -4), (8, 4), (-8, 4)),
    "disaster": _closed((0, -8), (7, -4), (7, 4), (0, 8), (-7, 4), (-7, -4)),
    "post": _closed((0, -8), (8, -1), (8, 7), (-8, 7), (-8, -1)),
}
"""Flame, shield, large cross, small cross, vehicle box, hexagon, house: a word stands beside each as well."""
