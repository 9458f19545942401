"""The map with its heading and the strip below it. The desk has one, the window of its own another; both show one scene."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from calltaker.domain.map_scene import MapScene, Marker
from calltaker.places.wire import RegionSketch
from calltaker.views.common import KeyedButton, Panel
from calltaker.views.map.distances import straight_line_text
from calltaker.views.map.follow import goal_of
from calltaker.views.map.info_strip import InfoStrip
from calltaker.views.map.map_view import MapView
from calltaker.views.map.marker_words import said
from calltaker.views.map.markers import id_of
from calltaker.views.map.tile_cache import TileCache
from db.geodesy import distance_m

_SAME_PLACE_M = 1.0


class MapPanel(Panel):
    """`point_asked` (lat, lon): which village is this? Answer with `show_where`. `pin_requested` (lat, lon): put the form's pin
    there. `left`: Esc. `window_requested`: the map in a window of its own."""

    point_asked = Signal(float, float)
    pin_requested = Signal(float, float)
    left = Signal()
    window_requested = Signal()

    def __init__(
        self, cache: TileCache, locale: QLocale, key: str = "", window_key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Map"))
        self.setLocale(locale)
        self.view = MapView(cache)
        self.strip = InfoStrip()
        self._where = ""
        self._marker: Marker | None = None
        self._add_buttons(window_key)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.strip)
        self.view.spot_changed.connect(self._on_spot_changed)
        self.view.picked.connect(self._on_picked)
        self.view.pin_requested.connect(self.pin_requested)
        self.view.left.connect(self.left)
        self.strip.pin_requested.connect(self.view.place_chosen)

    def set_scene(self, scene: MapScene) -> None:
        self.view.set_scene(scene)
        if self._marker is not None:
            self._marker = next((one for one in scene.markers if id_of(one) == id_of(self._marker)), None)
            self._say()

    def set_sketch(self, sketch: RegionSketch) -> None:
        self.view.set_sketch(sketch)

    def show_where(self, text: str) -> None:
        """Say where the chosen spot is."""
        self._where = text
        self._say()

    def focus_map(self) -> None:
        """A person pressed the key of the map."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- inside --------------------------------------------------------------------------------------------------------
    def _add_buttons(self, window_key: str) -> None:
        for sign, name, steps in (("−", self.tr("Farther"), -1), ("+", self.tr("Nearer"), 1)):
            button = KeyedButton(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _checked=False, steps=steps: self.view.zoom(steps))
            self.header.addWidget(button)
        if window_key:
            button = KeyedButton(self.tr("Own window"), window_key)
            button.clicked.connect(self.window_requested)
            self.header.addWidget(button)

    def _on_spot_changed(self) -> None:
        self._where = ""
        self._say()
        if self.view.spot is not None:
            self.point_asked.emit(*self.view.spot)

    def _on_picked(self, marker: Marker | None) -> None:
        self._marker = marker
        self._say()

    def _say(self) -> None:
        """Say what is chosen: coordinates, the marker there, the village, and how far it is from the place of the call."""
        spot, marker = self.view.spot, self._marker
        point = spot or ((marker.lat, marker.lon) if marker else None)
        if point is None:
            self.strip.show_keys()
            self.view.setAccessibleDescription("")
            return
        words = said(marker, self.locale()) if marker else ""
        second = " · ".join(filter(None, (words, self._where, self._distance(point))))
        first = f"{point[0]:.5f}, {point[1]:.5f}"
        if spot is not None:
            self.strip.show_spot(first, second)
        else:
            self.strip.show_marker(first, second)
        self.view.setAccessibleDescription(f"{first} · {second}")

    def _distance(self, point: tuple[float, float]) -> str:
        goal = goal_of(self.view.scene)
        if goal is None:
            return ""
        metres = distance_m(goal.lat, goal.lon, *point)
        if metres < _SAME_PLACE_M:
            return ""
        words = self.tr("{distance} from the place") if goal.kind == "pin" else self.tr("{distance} from the caller")
        return words.format(distance=straight_line_text(metres, self.locale()))
