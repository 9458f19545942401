"""The map: draws what it has, moves by keys and mouse, and lets a person choose a spot. It never takes the focus by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from calltaker.domain.map_scene import MapScene, Marker
from calltaker.places.wire import Label, RegionSketch
from calltaker.views.map.distances import reach_of
from calltaker.views.map.follow import Follow, goal_of
from calltaker.views.map.furniture import band_height
from calltaker.views.map.hand import Hand
from calltaker.views.map.keys import command_of
from calltaker.views.map.layers import LatLon, Layers, Look
from calltaker.views.map.markers import id_of
from calltaker.views.map.mercator import CIRCLE_SHARE, Box, Viewport
from calltaker.views.map.names_wanted import NamesWanted
from calltaker.views.map.tile_cache import TileCache

INDONESIA: Box = (-11.0, 95.0, 6.0, 141.0)
UNKNOWN_RADIUS_ZOOM = 15
NEAREST_BY_ITSELF = 16
LEAST_ACROSS_M = 300.0
"""Nearer than this the map never turns by itself: what is around a place says more than the place."""
_LEAST_PX = (320, 200)


class MapView(QWidget):
    """`spot_changed`: a person chose a point, moved or dropped it (`spot`). `pin_requested` (lat, lon): put the pin there.
    `picked` (Marker or None): what the keys or the mouse stand on. `left`: Esc, back to the form. `names_asked` (Box, limit):
    which streets and landmarks are there? Answer with `set_names`."""

    spot_changed = Signal()
    pin_requested = Signal(float, float)
    picked = Signal(object)
    left = Signal()
    names_asked = Signal(object, int)

    def __init__(
        self, cache: TileCache, *, clock_s: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setAccessibleName(self.tr("Map"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click looks; what is typed then still goes where it went before
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._cache = cache
        self.layers = Layers(cache)
        self._follow = Follow(clock_s)
        self._hand = Hand(self)
        self._names_wanted = NamesWanted(self)
        self._names_wanted.asked.connect(self.names_asked)
        self.viewport = Viewport(x=0.5, y=0.5, zoom=3).fitted(INDONESIA)
        self._is_at_start = True
        self.spot: LatLon | None = None
        self.scene = MapScene()
        cache.changed.connect(self._on_cache_changed)

    def minimumSizeHint(self) -> QSize:
        return QSize(*_LEAST_PX)

    @property
    def is_whole(self) -> bool:
        """True when no tile of what it shows is missing."""
        return self._cache.has_all(id(self))

    # --- what is shown -------------------------------------------------------------------------------------------------
    def set_scene(self, scene: MapScene) -> None:
        """Show these markers. The map turns to a new place only while no hand is on it."""
        self.scene = scene
        self.layers.markers.set_scene(scene)
        goal = self._follow.next_goal(scene, is_placing=self.spot is not None)
        if goal is not None:
            self._show_marker(goal)
        self.update()

    def set_sketch(self, sketch: RegionSketch) -> None:
        self.layers.set_sketch(sketch)
        self._fit_viewport()
        if self._is_at_start:
            self._fit_start()
        self.update()

    def set_names(self, labels: Sequence[Label]) -> None:
        """Show the names of streets and landmarks that were asked for."""
        self.layers.local_names.set_names(labels)
        self.update()

    def ask_names_again(self) -> None:
        """The region was read again, or whoever was asked is there again."""
        self._names_wanted.forget()

    # --- moving --------------------------------------------------------------------------------------------------------
    def pan(self, dx_px: float, dy_px: float) -> None:
        """Move the map, or the chosen spot once there is one."""
        if self.spot is None:
            self.look(self.viewport.panned(dx_px, dy_px))
            return
        x_px, y_px = self.viewport.to_px(*self.spot)
        if not self.viewport.holds(x_px + dx_px, y_px + dy_px, -40):
            self.look(self.viewport.panned(dx_px, dy_px))
            x_px, y_px = self.viewport.to_px(*self.spot)
        self.choose_spot(x_px + dx_px, y_px + dy_px)

    def zoom(self, steps: int, around_px: tuple[float, float] | None = None) -> None:
        around = around_px or (self.viewport.to_px(*self.spot) if self.spot else None)
        self.look(self.viewport.zoomed(steps, around))

    def look(self, viewport: Viewport) -> None:
        """A person moved the map."""
        self._follow.touch()
        self._move(viewport)

    def show_region(self) -> None:
        """Show the whole region; without one, all markers; without any, the country."""
        self._follow.touch()
        self._fit_start()

    def show_goal(self) -> None:
        """Turn to the pin, the caller in hand, or who rings."""
        goal = goal_of(self.scene)
        if goal is not None:
            self._follow.touch()
            self._show_marker(goal)
            self._pick(goal)

    def show_incident(self, step: int) -> None:
        """Turn to the next (1) or the last (-1) open incident, in the order of the board."""
        incidents = [marker for marker in self.layers.markers.markers if marker.kind == "incident"]
        if not incidents:
            return
        ids, picked = [id_of(marker) for marker in incidents], self.layers.markers.picked
        now = ids.index(picked) if picked in ids else (-1 if step > 0 else 0)
        marker = incidents[(now + step) % len(incidents)]
        self._follow.touch()
        self._move(self.viewport.centred(marker.lat, marker.lon, max(self.viewport.zoom, UNKNOWN_RADIUS_ZOOM - 1)))
        self._pick(marker)

    # --- choosing ------------------------------------------------------------------------------------------------------
    def choose_spot(self, x_px: float, y_px: float) -> None:
        self._follow.touch()
        self.spot = self.viewport.to_lat_lon(x_px, y_px)
        self.spot_changed.emit()
        self.update()

    def point_at(self, x_px: float, y_px: float) -> None:
        """The mouse points: on a marker it is picked, its place is the spot."""
        if not self.viewport.holds(x_px, y_px):
            return
        marker = self.layers.markers.at(self.viewport, x_px, y_px)
        self._pick(marker)
        if marker is not None:
            x_px, y_px = self.viewport.to_px(marker.lat, marker.lon)
        self.choose_spot(x_px, y_px)

    def place_pin(self) -> None:
        """Choose the middle of the map as the spot; with a spot chosen, put the pin there."""
        if self.spot is None:
            self.choose_spot(self.viewport.width / 2, self.viewport.height / 2)
            return
        spot = self.spot
        self.drop_spot()
        self.pin_requested.emit(*spot)

    def place_chosen(self) -> None:
        """Put the pin on the spot when there is one."""
        if self.spot is not None:
            self.place_pin()

    def drop_spot(self) -> None:
        """Let go of the spot and of what was picked."""
        self._pick(None)
        if self.spot is not None:
            self.spot = None
            self.spot_changed.emit()
        self.update()

    def leave(self) -> None:
        """Esc: what was begun is dropped, the person goes on with the form."""
        self.drop_spot()
        self.left.emit()

    # --- events --------------------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_empty = self.layers.sketch.box is None and self._cache.layer == "none"
        look = Look(
            spot=self.spot,
            has_focus=self.hasFocus(),
            locale=self.locale(),
            ratio=self.devicePixelRatioF(),
            empty_text=self.tr("No map of the region was imported. Places and pins work without it.") if is_empty else "",
        )
        waits = self.layers.paint(painter, self.viewport, look)
        painter.end()
        self._cache.need(id(self), self.layers.tiles.needed(self.viewport))
        self._names_wanted.look(self.viewport)
        if waits:
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event, is_fine=self.spot is not None)
        if command is None:
            super().keyPressEvent(event)
        else:
            command(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hand.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._hand.wheel(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_viewport()
        if self._is_at_start:
            self._fit_start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._cache.need_no_more(id(self))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- inside --------------------------------------------------------------------------------------------------------
    def _on_cache_changed(self) -> None:
        self._fit_viewport()
        self.update()

    def _fit_viewport(self) -> None:
        """The map is what the band below it leaves; both change with the size, the text's zoom and the attributions."""
        height = self.height() - band_height(self.width(), self.layers.attributions)
        if (self.viewport.width, self.viewport.height) != (self.width(), height):
            self.viewport = replace(self.viewport, width=max(1, self.width()), height=max(1, height))

    def _move(self, viewport: Viewport) -> None:
        self._is_at_start = False
        self.viewport = viewport
        self.update()

    def _fit_start(self) -> None:
        markers = self.layers.markers.markers
        box = self.layers.sketch.box
        if box is None and markers:
            lats, lons = [marker.lat for marker in markers], [marker.lon for marker in markers]
            box = (min(lats), min(lons), max(lats), max(lons))
        self.viewport = self.viewport.fitted(box or INDONESIA, max_zoom=UNKNOWN_RADIUS_ZOOM)
        self.update()

    def _show_marker(self, marker: Marker) -> None:
        """Centre on a marker, as near as its radius allows; never so near that nothing is recognised."""
        centred = self.viewport.centred(marker.lat, marker.lon)
        reach_m = reach_of(marker)
        zoom = UNKNOWN_RADIUS_ZOOM
        if reach_m is not None:
            zoom = min(NEAREST_BY_ITSELF, centred.zoom_for(max(reach_m, LEAST_ACROSS_M / 2 * CIRCLE_SHARE)))
        self._move(replace(centred, zoom=zoom))

    def _pick(self, marker: Marker | None) -> None:
        self.layers.markers.picked = id_of(marker) if marker else None
        self.picked.emit(marker)
        self.update()
