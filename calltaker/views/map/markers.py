"""All markers of the scene: areas below, shapes above, words beside them where there is room."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from calltaker.domain.map_scene import MapScene, Marker, is_drawable
from calltaker.theme.live import theme
from calltaker.views.map.areas import paint_area
from calltaker.views.map.clip import PointPx
from calltaker.views.map.marker_plates import ALWAYS_SAID, MarkerId, PlateLayer, id_of
from calltaker.views.map.marker_shapes import box_of, drawing
from calltaker.views.map.mercator import Viewport
from calltaker.views.map.stamps import StampBook

_SHAPE_FROM_ZOOM = {"post": 10, "unit": 8}
_PICK_PX = 6
_ASIDE_PX = 22.0
_MOST_RADIUS_M = 5_000_000.0

__all__ = ["MarkerId", "MarkerLayer", "id_of"]


class MarkerLayer:
    """`plates` are the words. `prepare` before `paint`: what lies below may keep free what `plates` cover."""

    def __init__(self, stamps: StampBook) -> None:
        self._stamps = stamps
        self._markers: tuple[Marker, ...] = ()
        self._aside_px: dict[int, float] = {}
        self.plates = PlateLayer(stamps)
        self.picked: MarkerId | None = None

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The markers that are drawn: those with a place."""
        return self._markers

    def set_scene(self, scene: MapScene) -> None:
        self._markers = tuple(_sane(marker) for marker in scene.markers if is_drawable(marker.lat, marker.lon))
        self._aside_px = _asides(self._markers)
        self.plates.forget()

    def prepare(self, view: Viewport, ratio: float, locale: QLocale) -> None:
        """Give all words their places."""
        left, top = view.origin
        standing = ((one, (px[0] + left, px[1] + top)) for one in self._shown(view) for px in (self._px(view, one),))
        self.plates.place(standing, view, ratio, locale, self.picked)

    def paint(self, painter: QPainter, view: Viewport, ratio: float) -> None:
        shown = self._shown(view)
        for marker in shown:
            if marker.kind in ALWAYS_SAID:
                paint_area(painter, view, marker)
        for marker in shown:
            x_px, y_px = self._px(view, marker)
            if view.holds(x_px, y_px, 60):
                key = ("shape", marker.kind, marker.state, marker.priority, marker.is_verified)
                stamp = self._stamps.get(key, ratio, drawing, marker)
                painter.drawImage(stamp.at(round(x_px), round(y_px)).topLeft(), stamp.picture)
                if id_of(marker) == self.picked:
                    _paint_picked(painter, marker, x_px, y_px)
        self.plates.paint(painter, view)

    def at(self, view: Viewport, x_px: float, y_px: float) -> Marker | None:
        """Return the marker under the mouse, the topmost one."""
        for marker in reversed(self._shown(view)):
            place = self._px(view, marker)
            box = box_of(marker).adjusted(-_PICK_PX, -_PICK_PX, _PICK_PX, _PICK_PX)
            if box.contains(QPointF(x_px - place[0], y_px - place[1])):
                return marker
        return None

    def _shown(self, view: Viewport) -> list[Marker]:
        return [marker for marker in self._markers if view.zoom >= _SHAPE_FROM_ZOOM.get(marker.kind, 0)]

    def _px(self, view: Viewport, marker: Marker) -> PointPx:
        x_px, y_px = view.to_px(marker.lat, marker.lon)
        return x_px + self._aside_px.get(id(marker), 0.0), y_px


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


def _sane(marker: Marker) -> Marker:
    """Return a marker that a painter can draw: an area that is none is an unknown one."""
    radius_m = marker.radius_m
    if radius_m is not None and not 0 < radius_m < _MOST_RADIUS_M:
        marker = msgspec.structs.replace(marker, radius_m=None)
    if not all(math.isfinite(lat) and math.isfinite(lon) for lat, lon in marker.outline):
        marker = msgspec.structs.replace(marker, outline=())
    return marker


def _paint_picked(painter: QPainter, marker: Marker, x_px: float, y_px: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 2.5))
    box = box_of(marker).adjusted(-5, -5, 5, 5).translated(x_px, y_px)
    painter.drawRoundedRect(box, 6, 6)
