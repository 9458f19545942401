"""All markers of the scene: areas below, shapes above, words beside them where there is room."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from calltaker.domain.map_scene import MapScene, Marker, is_drawable
from calltaker.theme.live import theme
from calltaker.views.map.areas import paint_area
from calltaker.views.map.marker_shapes import box_of, drawing, tone_of
from calltaker.views.map.marker_words import lines_of
from calltaker.views.map.mercator import Viewport, world_of
from calltaker.views.map.placement import Placement, Rect
from calltaker.views.map.plates import plate
from calltaker.views.map.stamps import Stamp, StampBook

_SHAPE_FROM_ZOOM = {"post": 10, "unit": 8}
_WORDS_FROM_ZOOM = {"post": 14, "unit": 12, "incident": 8}
_FRAMED = {"caller", "offer", "pin", "incident"}
_FIRST = ("pin", "caller", "offer", "incident", "unit", "post")
_GAP_PX = 3
_PICK_PX = 6


class MarkerLayer:
    """Keeps for each zoom where every marker's words stand, so that they do not jump while the map is moved."""

    def __init__(self, stamps: StampBook) -> None:
        self._stamps = stamps
        self._markers: tuple[Marker, ...] = ()
        self._words_for: tuple[object, ...] = ()
        self._words: list[tuple[Stamp, float, float]] = []
        self.picked = ""

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The markers that are drawn: those with a place."""
        return self._markers

    def set_scene(self, scene: MapScene) -> None:
        self._markers = tuple(marker for marker in scene.markers if is_drawable(marker.lat, marker.lon))
        self._words_for = ()

    def paint(self, painter: QPainter, view: Viewport, ratio: float, locale: QLocale) -> None:
        shown = [marker for marker in self._markers if view.zoom >= _SHAPE_FROM_ZOOM.get(marker.kind, 0)]
        for marker in shown:
            if marker.kind in {"caller", "offer", "pin"}:
                paint_area(painter, view, marker)
        for marker in shown:
            x_px, y_px = view.to_px(marker.lat, marker.lon)
            if view.holds(x_px, y_px, 60):
                key = ("shape", marker.kind, marker.state, marker.priority, marker.is_verified)
                stamp = self._stamps.get(key, ratio, drawing, marker)
                painter.drawImage(stamp.at(round(x_px), round(y_px)).topLeft(), stamp.picture)
                if marker.key == self.picked:
                    _paint_picked(painter, marker, x_px, y_px)
        self._paint_words(painter, view, ratio, locale)

    def at(self, view: Viewport, x_px: float, y_px: float) -> Marker | None:
        """Return the marker under the mouse, the topmost one."""
        for marker in reversed(self._markers):
            if view.zoom >= _SHAPE_FROM_ZOOM.get(marker.kind, 0):
                place = view.to_px(marker.lat, marker.lon)
                box = box_of(marker).adjusted(-_PICK_PX, -_PICK_PX, _PICK_PX, _PICK_PX)
                if box.contains(QPointF(x_px - place[0], y_px - place[1])):
                    return marker
        return None

    # --- words ---------------------------------------------------------------------------------------------------------
    def _paint_words(self, painter: QPainter, view: Viewport, ratio: float, locale: QLocale) -> None:
        wanted = (view.zoom, self.picked, theme.tokens.name, theme.zoom_pct, ratio, locale.name())
        if wanted != self._words_for:
            self._words_for = wanted
            self._place_words(view, ratio, locale)
        left, top = view.origin
        for stamp, x, y in self._words:
            x_px, y_px = x - left, y - top
            if view.holds(x_px, y_px, 180):
                painter.drawImage(stamp.at(round(x_px), round(y_px)).topLeft(), stamp.picture)

    def _place_words(self, view: Viewport, ratio: float, locale: QLocale) -> None:
        """Give the words of the most important markers their place first. Callers, the pin and what was picked always have
        theirs; another marker whose words would cover something is a shape without words at this zoom."""
        taken = Placement()
        self._words = []
        shown = [marker for marker in self._markers if view.zoom >= _SHAPE_FROM_ZOOM.get(marker.kind, 0)]
        at = {id(marker): _world_px(view, marker) for marker in shown}
        for marker in shown:
            taken.take(_moved(marker, at[id(marker)]))
        for marker in sorted(shown, key=self._order):
            must = marker.kind in {"caller", "pin", "offer"} or marker.key == self.picked
            if not must and view.zoom < _WORDS_FROM_ZOOM.get(marker.kind, 0):
                continue
            lines = lines_of(marker, locale)
            tone, is_framed = tone_of(marker), marker.kind in _FRAMED or marker.key == self.picked
            stamp = self._stamps.get(("words", lines, tone, is_framed), ratio, plate, lines, tone, is_framed)
            places = _beside(marker, at[id(marker)], stamp.size)
            free = next((place for place in places if taken.is_free(_rect(place, stamp.size))), None)
            if free is None and not must:
                continue
            place = free or places[0]
            taken.take(_rect(place, stamp.size))
            self._words.append((stamp, *place))
        self._words.reverse()  # the most important words are drawn last, on top

    def _order(self, marker: Marker) -> tuple[bool, bool, int, int]:
        return marker.key != self.picked, not marker.is_current, _FIRST.index(marker.kind), marker.priority or 9


def _world_px(view: Viewport, marker: Marker) -> tuple[float, float]:
    x, y = world_of(marker.lat, marker.lon)
    return x * view.scale, y * view.scale


def _moved(marker: Marker, at: tuple[float, float]) -> Rect:
    box = box_of(marker).translated(*at)
    return box.left(), box.top(), box.right(), box.bottom()


def _beside(marker: Marker, at: tuple[float, float], size: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the middles where the words may stand: right, left, above, below, then the corners."""
    box = box_of(marker)
    right, left = at[0] + box.right() + _GAP_PX + size[0] / 2, at[0] + box.left() - _GAP_PX - size[0] / 2
    above, below = at[1] + box.top() - _GAP_PX - size[1] / 2, at[1] + box.bottom() + _GAP_PX + size[1] / 2
    level = at[1] + box.center().y()
    sides = [(right, level), (left, level), (at[0], above), (at[0], below)]
    return [*sides, (right, above), (right, below), (left, above), (left, below)]


def _rect(middle: tuple[float, float], size: tuple[float, float]) -> Rect:
    return middle[0] - size[0] / 2, middle[1] - size[1] / 2, middle[0] + size[0] / 2, middle[1] + size[1] / 2


def _paint_picked(painter: QPainter, marker: Marker, x_px: float, y_px: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 2.5))
    box = box_of(marker).adjusted(-5, -5, 5, 5).translated(x_px, y_px)
    painter.drawRoundedRect(box, 6, 6)
