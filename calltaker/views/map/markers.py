"""All markers of the scene: areas below, shapes above, words beside them where there is room."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from calltaker.domain.map_scene import MapScene, Marker, is_drawable
from calltaker.theme.live import theme
from calltaker.views.map.areas import UNKNOWN_PX, paint_area
from calltaker.views.map.clip import PointPx
from calltaker.views.map.marker_shapes import box_of, drawing, tone_of
from calltaker.views.map.marker_words import has_unknown_radius, wordings
from calltaker.views.map.mercator import Viewport
from calltaker.views.map.placement import Placement, Rect
from calltaker.views.map.plates import plate
from calltaker.views.map.stamps import Stamp, StampBook

_SHAPE_FROM_ZOOM = {"post": 10, "unit": 8}
_WORDS_FROM_ZOOM = {"post": 14, "unit": 12, "incident": 8}
_FRAMED = {"caller", "offer", "pin", "incident"}
_FIRST = ("pin", "caller", "offer", "incident", "unit", "post")
_ALWAYS_SAID = {"caller", "offer", "pin"}
_GAP_PX = 3
_PICK_PX = 6
_ASIDE_PX = 22.0
_FAR_ROWS = 6

MarkerId = tuple[str, str]
_MOST_RADIUS_M = 5_000_000.0


def id_of(marker: Marker) -> MarkerId:
    """Return what tells a marker from all others: a call and its pin have one key."""
    return marker.kind, marker.key


class MarkerLayer:
    """Keeps for each zoom where every marker's words stand, so that they do not jump while the map is moved."""

    def __init__(self, stamps: StampBook) -> None:
        self._stamps = stamps
        self._markers: tuple[Marker, ...] = ()
        self._words_for: tuple[object, ...] = ()
        self._words: list[tuple[Stamp, float, float, PointPx | None]] = []
        self._aside_px: dict[int, float] = {}
        self.picked: MarkerId | None = None

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The markers that are drawn: those with a place."""
        return self._markers

    def set_scene(self, scene: MapScene) -> None:
        self._markers = tuple(_sane(marker) for marker in scene.markers if is_drawable(marker.lat, marker.lon))
        self._words_for = ()
        self._aside_px = _asides(self._markers)

    def paint(self, painter: QPainter, view: Viewport, ratio: float, locale: QLocale) -> None:
        shown = [marker for marker in self._markers if view.zoom >= _SHAPE_FROM_ZOOM.get(marker.kind, 0)]
        for marker in shown:
            if marker.kind in _ALWAYS_SAID:
                paint_area(painter, view, marker)
        for marker in shown:
            x_px, y_px = self._px(view, marker)
            if view.holds(x_px, y_px, 60):
                key = ("shape", marker.kind, marker.state, marker.priority, marker.is_verified)
                stamp = self._stamps.get(key, ratio, drawing, marker)
                painter.drawImage(stamp.at(round(x_px), round(y_px)).topLeft(), stamp.picture)
                if id_of(marker) == self.picked:
                    _paint_picked(painter, marker, x_px, y_px)
        self._paint_words(painter, view, ratio, locale)

    def at(self, view: Viewport, x_px: float, y_px: float) -> Marker | None:
        """Return the marker under the mouse, the topmost one."""
        for marker in reversed(self._markers):
            if view.zoom >= _SHAPE_FROM_ZOOM.get(marker.kind, 0):
                place = self._px(view, marker)
                box = box_of(marker).adjusted(-_PICK_PX, -_PICK_PX, _PICK_PX, _PICK_PX)
                if box.contains(QPointF(x_px - place[0], y_px - place[1])):
                    return marker
        return None

    def _px(self, view: Viewport, marker: Marker) -> PointPx:
        x_px, y_px = view.to_px(marker.lat, marker.lon)
        return x_px + self._aside_px.get(id(marker), 0.0), y_px

    # --- words ---------------------------------------------------------------------------------------------------------
    def _paint_words(self, painter: QPainter, view: Viewport, ratio: float, locale: QLocale) -> None:
        wanted = (view.zoom, self.picked, theme.tokens.name, theme.zoom_pct, ratio, locale.name())
        if wanted != self._words_for:
            self._words_for = wanted
            self._place_words(view, ratio, locale)
        left, top = view.origin
        leaders = [QLineF(x - left, y - top, to[0] - left, to[1] - top) for _stamp, x, y, to in self._words if to is not None]
        painter.setPen(QPen(theme.colour("text"), 1.2))
        painter.drawLines(leaders)
        for stamp, x, y, _to in self._words:
            x_px, y_px = x - left, y - top
            if view.holds(x_px, y_px, 180):
                painter.drawImage(stamp.at(round(x_px), round(y_px)).topLeft(), stamp.picture)

    def _place_words(self, view: Viewport, ratio: float, locale: QLocale) -> None:
        """Give the words of the most important markers their place first. Callers, the pin, P1 and what was picked always have
        theirs; another marker says less where there is little room, and is a shape without words where there is none."""
        taken = Placement()
        self._words = []
        shown = [marker for marker in self._markers if view.zoom >= _SHAPE_FROM_ZOOM.get(marker.kind, 0)]
        left, top = view.origin
        at = {id(one): (px[0] + left, px[1] + top) for one in shown for px in (self._px(view, one),)}
        for marker in shown:
            taken.take(_moved(marker, at[id(marker)]))
        for marker in sorted(shown, key=self._order):
            must = marker.kind in _ALWAYS_SAID or marker.priority == 1 or id_of(marker) == self.picked
            if not must and view.zoom < _WORDS_FROM_ZOOM.get(marker.kind, 0):
                continue
            tone, is_framed = tone_of(marker), marker.kind in _FRAMED or id_of(marker) == self.picked
            for lines in wordings(marker, locale):
                stamp = self._stamps.get(("words", lines, tone, is_framed), ratio, plate, lines, tone, is_framed)
                if self._place_one(taken, marker, at[id(marker)], stamp, must=must):
                    break
        self._words.reverse()  # the most important words are drawn last, on top

    def _place_one(self, taken: Placement, marker: Marker, at: PointPx, stamp: Stamp, *, must: bool) -> bool:
        """Put words beside their marker; those that must be said go farther off in a crowd, with a line leading back."""
        near = _beside(marker, at, stamp.size)
        far = _farther(near, at, stamp.size) if must else []
        free = next((place for place in (*near, *far) if taken.is_free(_rect(place, stamp.size))), None)
        if free is None and not must:
            return False
        place = free or near[0]
        taken.take(_rect(place, stamp.size))
        self._words.append((stamp, *place, at if place in far else None))
        return True

    def _order(self, marker: Marker) -> tuple[bool, bool, int, int]:
        return id_of(marker) != self.picked, not marker.is_current, _FIRST.index(marker.kind), marker.priority or 9


def _asides(markers: Iterable[Marker]) -> dict[int, float]:
    """Return how far posts and units that stand on one point are drawn beside each other: three engines, not one."""
    count: Counter[tuple[float, float]] = Counter()
    asides: dict[int, float] = {}
    for marker in markers:
        if marker.kind in {"post", "unit"}:
            place = (round(marker.lat, 5), round(marker.lon, 5))
            asides[id(marker)] = count[place] * _ASIDE_PX
            count[place] += 1
    return asides


def _moved(marker: Marker, at: PointPx) -> Rect:
    box = _covered(marker).translated(*at)
    return box.left(), box.top(), box.right(), box.bottom()


def _sane(marker: Marker) -> Marker:
    """Return a marker that a painter can draw: an area that is none is an unknown one."""
    radius_m = marker.radius_m
    if radius_m is not None and not 0 < radius_m < _MOST_RADIUS_M:
        marker = msgspec.structs.replace(marker, radius_m=None)
    if not all(math.isfinite(lat) and math.isfinite(lon) for lat, lon in marker.outline):
        marker = msgspec.structs.replace(marker, outline=())
    return marker


def _covered(marker: Marker) -> QRectF:
    """Return what words must keep free: the shape, and the ring with the question mark where there is one."""
    reach = UNKNOWN_PX
    ring = QRectF(-reach, -reach, 2 * reach, 2 * reach) if has_unknown_radius(marker) else QRectF()
    return box_of(marker).united(ring)


def _beside(marker: Marker, at: PointPx, size: tuple[float, float]) -> list[PointPx]:
    """Return the middles where the words may stand: right, left, above, below, then the corners."""
    box = _covered(marker)
    right, left = at[0] + box.right() + _GAP_PX + size[0] / 2, at[0] + box.left() - _GAP_PX - size[0] / 2
    above, below = at[1] + box.top() - _GAP_PX - size[1] / 2, at[1] + box.bottom() + _GAP_PX + size[1] / 2
    level = at[1] + box.center().y()
    sides = [(right, level), (left, level), (at[0], above), (at[0], below)]
    return [*sides, (right, above), (right, below), (left, above), (left, below)]


def _farther(near: list[PointPx], at: PointPx, size: tuple[float, float]) -> list[PointPx]:
    """Return places around a crowd, the nearest first."""
    (right, _), (left, _) = near[:2]
    step, out = size[1] + _GAP_PX, 4 * _GAP_PX
    rows = [sign * row * step for row in range(1, _FAR_ROWS + 1) for sign in (1, -1)]
    places = [(x, at[1] + row) for row in rows for x in (right + out, left - out, at[0])]
    return sorted(places, key=lambda place: math.dist(place, at))


def _rect(middle: PointPx, size: tuple[float, float]) -> Rect:
    return middle[0] - size[0] / 2, middle[1] - size[1] / 2, middle[0] + size[0] / 2, middle[1] + size[1] / 2


def _paint_picked(painter: QPainter, marker: Marker, x_px: float, y_px: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 2.5))
    box = box_of(marker).adjusted(-5, -5, 5, 5).translated(x_px, y_px)
    painter.drawRoundedRect(box, 6, 6)
