"""The keys of the map while it has the focus, in one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from calltaker.views.map.map_view import MapView

PAN_PX, PAN_FAR_PX = 80, 320
FINE_PX, FINE_FAR_PX = 2, 20
"""Steps of the arrows: for the map, and for a spot that was chosen."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_COMMANDS: dict[Qt.Key, Callable[[MapView], None]] = {
    Qt.Key.Key_Plus: lambda view: view.zoom(1),
    Qt.Key.Key_Equal: lambda view: view.zoom(1),
    Qt.Key.Key_PageUp: lambda view: view.zoom(1),
    Qt.Key.Key_Minus: lambda view: view.zoom(-1),
    Qt.Key.Key_PageDown: lambda view: view.zoom(-1),
    Qt.Key.Key_Home: lambda view: view.show_region(),
    Qt.Key.Key_C: lambda view: view.show_goal(),
    Qt.Key.Key_P: lambda view: view.place_pin(),
    Qt.Key.Key_Return: lambda view: view.place_chosen(),
    Qt.Key.Key_Enter: lambda view: view.place_chosen(),
    Qt.Key.Key_Escape: lambda view: view.leave(),
}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def command_of(event: QKeyEvent, *, is_fine: bool) -> Callable[[MapView], None] | None:
    """Return what a key does on the map, `None` when it is not the map's. `is_fine`: arrows move a chosen spot."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if modifiers & ~_PLAIN:
        return None
    is_far = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if key in _ARROWS:
        near, far = (FINE_PX, FINE_FAR_PX) if is_fine else (PAN_PX, PAN_FAR_PX)
        step = far if is_far else near
        dx, dy = _ARROWS[key]
        return lambda view: view.pan(dx * step, dy * step)
    if key == Qt.Key.Key_N:
        return lambda view: view.show_incident(-1 if is_far else 1)
    return _COMMANDS.get(key)
