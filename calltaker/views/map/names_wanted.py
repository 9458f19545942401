"""When a map asks for the names of what it shows: once it rests, and only where the names it has do not reach."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.views.map.local_names import FROM_ZOOM
from calltaker.views.map.mercator import Box, Viewport

REST_MS = 150
_AROUND = 0.25
"""Share of a side of the view that is asked for on each side beyond it: a short pan shows names at once."""
_PX_A_NAME = 9_000
_LEAST, _MOST = 60, 400


class NamesWanted(QObject):
    """`asked` (Box, limit): the names of this box are wanted. After `forget` they are asked for again."""

    asked = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: Viewport | None = None
        self._asked_for: tuple[int, Box] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)

    def look(self, view: Viewport) -> None:
        """The map shows this now."""
        if view != self._view:
            self._view = view
            self._start_or_stop()

    def forget(self) -> None:
        """What was asked for may have changed, or was never answered."""
        self._asked_for = None
        self._start_or_stop()

    def _start_or_stop(self) -> None:
        view = self._view
        if view is None or view.zoom < FROM_ZOOM or self._is_known(view):
            self._rest.stop()
        else:
            self._rest.start()

    def _is_known(self, view: Viewport) -> bool:
        if self._asked_for is None:
            return False
        zoom, (south, west, north, east) = self._asked_for
        here = _box(view, 0.0)
        return zoom == view.zoom and south <= here[0] and west <= here[1] and north >= here[2] and east >= here[3]

    def _ask(self) -> None:
        view = self._view
        if view is None:
            return
        box = _box(view, _AROUND)
        self._asked_for = view.zoom, box
        area_px = view.width * view.height * (1 + 2 * _AROUND) ** 2
        self.asked.emit(box, max(_LEAST, min(_MOST, round(area_px / _PX_A_NAME))))


def _box(view: Viewport, around: float) -> Box:
    across, down = around * view.width, around * view.height
    north, west = view.to_lat_lon(-across, -down)
    south, east = view.to_lat_lon(view.width + across, view.height + down)
    return south, west, north, east
