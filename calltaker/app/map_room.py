"""The room of the map: scene, panel and second window, wired together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSettings, Signal

from calltaker.app.room import Desk, Room
from calltaker.desk.map_scene import MapSceneController
from calltaker.desk.now import ClockUs, now_us
from calltaker.places.wire import Locate, Located, Names, NamesIn
from calltaker.views.keymap import key_text
from calltaker.views.map.map_panel import MapPanel
from calltaker.views.map.map_window import MapWindow
from calltaker.views.map.mercator import Box
from calltaker.views.map.tile_cache import TileCache
from calltaker.views.map.where_words import where_text

if TYPE_CHECKING:
    from calltaker.app.incident_room import IncidentRoom
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController


class MapRoom(QObject):
    """Lives as long as its panel; `room` is what the window gets. `pin_placed` (lat, lon): a person put the pin of the form on
    the screen there. `left`: Esc on the map, the person wants to go on with the form."""

    pin_placed = Signal(float, float)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        forms: FormController,
        board: BoardController,
        geometry_store: QSettings,
        *,
        clock_us: ClockUs = now_us,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._store = geometry_store
        self._locale = QLocale(QLocale.Language.Indonesian if desk.settings.seat.language == "id" else QLocale.Language.English)
        self.cache = TileCache(desk.tiles, self)
        self.scene = MapSceneController(desk, forms, board, self, clock_us=clock_us)
        self.panel = MapPanel(self.cache, self._locale, key_text("focus.map"), key_text("map.window"))
        self.window: MapWindow | None = None
        self._connect(self.panel)
        self.panel.window_requested.connect(self.toggle_window)
        forms.shown.connect(self._on_form_shown)
        desk.places.state_changed.connect(self._on_places_changed)
        self.room = Room(
            panels={"map": self.panel},
            handlers={"focus.map": self.focus_map, "map.window": self.toggle_window},
        )
        self.setParent(self.panel)
        self.scene.start()

    def focus_map(self) -> None:
        """F5, on the desk as well as in the map's own window."""
        self.panel.focus_map()

    def toggle_window(self) -> None:
        """Shift+F5: open the map in a window of its own, or close that one."""
        if self.window is not None:
            self.window.close()
            return
        panel = MapPanel(self.cache, self._locale)
        self._connect(panel)
        self.window = MapWindow(panel, self.panel.window(), self._store)
        self.window.closed.connect(self._on_window_closed)
        self.panel.destroyed.connect(self.window.deleteLater)
        panel.set_sketch(self.scene.sketch)
        panel.set_scene(self.scene.scene)
        self.window.show()
        panel.focus_map()

    # --- inside --------------------------------------------------------------------------------------------------------
    def _connect(self, panel: MapPanel) -> None:
        self.scene.scene_changed.connect(panel.set_scene)
        self.scene.sketch_changed.connect(panel.set_sketch)
        panel.point_asked.connect(lambda lat, lon: self._locate(panel, lat, lon))
        panel.pin_requested.connect(self.pin_placed)
        panel.left.connect(self._on_left)
        panel.view.names_asked.connect(lambda box, limit: self._name(panel, box, limit))

    def _locate(self, panel: MapPanel, lat: float, lon: float) -> None:
        """Ask for the village of a spot; an answer for a spot that was left is dropped."""

        def done(reply: object) -> None:
            if isinstance(reply, Located) and panel.view.spot == (lat, lon):
                panel.show_where(where_text(reply.where, self._desk.settings.centre.neighbours))

        self._desk.places.ask(Locate(lat=lat, lon=lon), done, key=f"map.locate.{id(panel)}")

    def _name(self, panel: MapPanel, box: Box, limit: int) -> None:
        """Ask for the names of streets and landmarks in a view; of several questions of a map only the last is answered."""

        def done(reply: object) -> None:
            if isinstance(reply, Names) and panel in self._panels():
                panel.view.set_names(reply.labels)

        south, west, north, east = box
        wanted = NamesIn(south=south, west=west, north=north, east=east, limit=limit)
        self._desk.places.ask(wanted, done, key=f"map.names.{id(panel)}")

    def _on_places_changed(self) -> None:
        for panel in self._panels():
            panel.view.ask_names_again()

    def _panels(self) -> list[MapPanel]:
        return [self.panel, *([self.window.panel] if self.window else [])]

    def _on_left(self) -> None:
        self.panel.window().activateWindow()
        self.left.emit()

    def _on_form_shown(self, _key: str) -> None:
        """A spot was chosen for the form that was on the screen then: it must not become another call's place."""
        for panel in self._panels():
            panel.view.drop_spot()

    def _on_window_closed(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None


def with_map(incident: IncidentRoom, desk: Desk, store: QSettings) -> MapRoom:
    """Return the room of the map beside that of the form: a pin on the map is the place of the form on the screen."""
    made = MapRoom(desk, incident.forms, incident.board, store)
    made.pin_placed.connect(incident.location.place_pin)
    made.left.connect(incident.form_panel.focus_one_line)
    return made
