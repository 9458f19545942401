"""What stands on the map, gathered from calls, board and the form on the screen; told again whenever that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.desk.map_markers import (
    caller_markers,
    incident_markers,
    is_echo,
    pin_markers,
    post_markers,
    unit_markers,
)
from calltaker.desk.now import ClockUs, now_us
from calltaker.domain.map_scene import MapScene, Marker
from calltaker.places.wire import RegionSketch, Sketch

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController

GROWS_OLD_EVERY_MS = 15_000


class MapSceneController(QObject):
    """`scene_changed` (MapScene): a marker came, went or differs. `sketch_changed` (RegionSketch): the region was (re)read.
    Several changes in one turn of the event loop are told once."""

    scene_changed = Signal(object)
    sketch_changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        forms: FormController,
        board: BoardController,
        parent: QObject | None = None,
        *,
        clock_us: ClockUs = now_us,
    ) -> None:
        super().__init__(parent)
        self._desk, self._forms, self._board = desk, forms, board
        self._clock_us = clock_us
        self.scene = MapScene()
        self.sketch = RegionSketch()
        self._posts: list[Marker] = []  # hundreds that never change, while a scene is gathered at every key
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._aging = QTimer(self, interval=GROWS_OLD_EVERY_MS)
        self._aging.timeout.connect(self.refresh)
        for changed in (
            desk.calls.call_changed,
            desk.calls.queue_changed,
            desk.calls.current_changed,
            board.incidents_changed,
            board.units_changed,
            forms.changed,
            forms.shown,
        ):
            changed.connect(self._soon.start)
        desk.places.state_changed.connect(self.read_sketch)

    def start(self) -> None:
        self._aging.start()
        self.read_sketch()
        self.refresh()

    def read_sketch(self) -> None:
        """Ask for the region's names, borders and posts; the process of places says when it can answer (again)."""
        if not self._desk.places.problem and self._desk.places.progress_pct >= 100:
            self._desk.places.ask(Sketch(), self._take_sketch, key="map.sketch")

    def refresh(self) -> None:
        """Gather the scene again, and tell it when it differs."""
        form = self._forms.current
        language = self._desk.settings.seat.language
        incidents = (row for row in self._board.incidents if form is None or row.incident_id != form.incident_id)
        calls = self._desk.calls
        callers = caller_markers(calls.open_calls(), calls.current_id, self._clock_us())
        pins = pin_markers(form.key, form.state, self._clock_us()) if form else []
        scene = MapScene(
            markers=(
                *self._posts,
                *unit_markers(self._board.units),
                *incident_markers(incidents, self._desk.catalogue, language),
                *callers,
                *(pin for pin in pins if not is_echo(pin, callers)),
            )
        )
        if scene != self.scene:
            self.scene = scene
            self.scene_changed.emit(scene)

    def _take_sketch(self, sketch: Any) -> None:
        if isinstance(sketch, RegionSketch) and sketch != self.sketch:
            self.sketch = sketch
            self._posts = post_markers(sketch.posts)
            self.sketch_changed.emit(sketch)
            self.refresh()
