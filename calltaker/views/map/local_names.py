"""The names of streets and landmarks where somebody looks closely. They keep out of the way of all other words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from calltaker.places.wire import Label
from calltaker.theme.live import theme
from calltaker.views.map.clip import PointPx
from calltaker.views.map.mercator import Viewport, world_of
from calltaker.views.map.names import LOCAL_RANK, font_of, halo
from calltaker.views.map.placement import Placement, Rect
from calltaker.views.map.stamps import Drawing, StampBook, is_whole, name_box, paint_name

FROM_ZOOM = 15
_GAP_PX = 5.0
_AGAIN_PX = 320.0  # a street that is known by several points is named once on a screen or so
_ASIDE_PX, _ASIDE_M = (
    30.0,
    30.0,
)  # a street's name may stand so far above or below its point: nearer to it than to the next street
_DOT_PX = 2.5
_NEW_PER_FRAME = 6

_Named = tuple[str, bool, float, float]
"""Text, whether it is a street, place in the world of 1 × 1."""


class LocalNameLayer:
    def __init__(self, stamps: StampBook) -> None:
        self._stamps = stamps
        self._names: list[_Named] = []
        self._boxes: dict[tuple[str, bool], QRectF] = {}  # of the names at hand
        self._boxes_for: tuple[object, ...] = ()
        self._placed_for: tuple[object, ...] = ()
        self._placed: list[tuple[_Named, float]] = []

    @property
    def texts(self) -> tuple[str, ...]:
        """What was found room for."""
        return tuple(name[0] for name, _aside_px in self._placed)

    def set_names(self, labels: Sequence[Label]) -> None:
        """Take the names of a view, the most important first. What is written already stays where there is a choice."""
        names = [(label.text, label.kind == "street", *world_of(label.lat, label.lon)) for label in labels]
        written = {name for name, _aside_px in self._placed}
        kept = {name[:2] for name in names} & self._boxes.keys()
        self._boxes = {key: self._boxes[key] for key in kept}
        self._names = sorted(names, key=lambda name: name not in written)
        self._placed_for = ()

    def paint(
        self,
        painter: QPainter,
        view: Viewport,
        ratio: float,
        others: Sequence[Placement],
        version: tuple[int, ...],
        shown: Placement,
    ) -> bool:
        """Draw the names beside what `others` cover, in pixels of the world; `version` changes with them. Those that an
        edge cuts, or what is `shown` on the widget covers, are left out of this frame. True when some wait for the next one."""
        if view.zoom < FROM_ZOOM:
            return False
        may_make = 0 if self._place(view, others, version) else _NEW_PER_FRAME  # one frame does one of the two
        left, top = view.origin
        made_before = self._stamps.made
        waits = False
        for (text, is_street, x, y), aside_px in self._placed:
            x_px, y_px = x * view.scale - left, y * view.scale - top + aside_px
            if not view.holds(x_px, y_px, 160):
                continue
            key = ("local", text, is_street)
            if self._stamps.made - made_before >= may_make and not self._stamps.has(key, ratio):
                waits = True
                continue
            stamp = self._stamps.get(key, ratio, _drawing, text, is_street)
            rect = stamp.rect(x_px, y_px)
            if is_whole(rect, view) and shown.is_free(rect):
                painter.drawImage(stamp.at(round(x_px), round(y_px)).topLeft(), stamp.picture)
        return waits

    def _place(self, view: Viewport, others: Sequence[Placement], version: tuple[int, ...]) -> bool:
        """Give the names their places; False when they have them already."""
        wanted = (view.zoom, theme.tokens.name, theme.zoom_pct, version)
        if wanted == self._placed_for:
            return False
        self._placed_for = wanted
        taken = Placement()
        self._placed = []
        look = (theme.tokens.name, theme.zoom_pct)
        if look != self._boxes_for:
            self._boxes_for, self._boxes = look, {}
        fonts = {is_street: _font(is_street=is_street) for is_street in (False, True)}
        most_px = min(_ASIDE_PX, _ASIDE_M / view.metres_per_px)
        asides = (0.0, -most_px, most_px)
        written: defaultdict[str, list[PointPx]] = defaultdict(list)
        for name in self._names:
            text, is_street, x, y = name
            at = (x * view.scale, y * view.scale)
            if any(math.dist(at, other) < _AGAIN_PX for other in written[text]):
                continue
            box = self._boxes.get((text, is_street))
            if box is None:
                box = self._boxes[text, is_street] = _box(text, fonts[is_street], is_street=is_street)
            for aside_px in asides if is_street else (0.0,):
                rect = _rect(box, (at[0], at[1] + aside_px))
                if all(other.is_free(rect) for other in others) and taken.try_take(rect):
                    written[text].append(at)
                    self._placed.append((name, aside_px))
                    break
        return True


def _drawing(text: str, is_street: bool) -> Drawing:
    font = _font(is_street=is_street)
    return _box(text, font, is_street=is_street), lambda painter: _paint(painter, text, font, is_street=is_street)


def _box(text: str, font: QFont, *, is_street: bool) -> QRectF:
    """Return what a name covers around its point: a street's lies on it, a landmark's below its dot."""
    box = name_box(text, font)
    if is_street:
        return box
    return box.translated(0, _below(box)).united(QRectF(-_DOT_PX - 1, -_DOT_PX - 1, 2 * _DOT_PX + 2, 2 * _DOT_PX + 2))


def _paint(painter: QPainter, text: str, font: QFont, *, is_street: bool) -> None:
    ink = QColor(theme.tokens.dim if is_street else theme.tokens.text)
    if is_street:
        paint_name(painter, text, font, ink, halo())
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo())
    painter.drawEllipse(QPointF(0, 0), _DOT_PX + 1, _DOT_PX + 1)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), _DOT_PX, _DOT_PX)
    painter.translate(0, _below(name_box(text, font)))
    paint_name(painter, text, font, ink, halo())


def _below(box: QRectF) -> float:
    return _DOT_PX + box.height() / 2


def _font(*, is_street: bool) -> QFont:
    font = font_of(LOCAL_RANK)
    font.setItalic(is_street)
    return font


def _rect(box: QRectF, at: PointPx) -> Rect:
    gap = _GAP_PX
    return at[0] + box.left() - gap, at[1] + box.top() - gap, at[0] + box.right() + gap, at[1] + box.bottom() + gap
