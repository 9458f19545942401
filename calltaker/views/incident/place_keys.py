"""Keys for the candidates of the place, pressed in the line they were typed into: the focus stays where the hands are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from calltaker.views.incident.place_strip import PlaceStrip

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_HELD = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class PlaceKeys(QObject):
    """Down and Up go through the candidates, Enter takes the one that was gone to, Esc puts them away. Without candidates every
    key does what it always does. `took` (index, line); `dismissed`; `wanted`: Down where the candidates were put away."""

    took = Signal(int, object)
    dismissed = Signal()
    wanted = Signal()

    def __init__(self, strip: PlaceStrip, place: QLineEdit, one_line: QLineEdit) -> None:
        super().__init__(strip)
        self._strip = strip
        self._place = place
        for line in (place, one_line):
            line.installEventFilter(self)
            line.textEdited.connect(lambda _text: strip.forget_choice())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers() not in _PLAIN:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            return self._step(watched, _STEPS[key])
        if key in _ENTER:
            return self._take(watched)
        if key == Qt.Key.Key_Escape and self._strip.count:
            self.dismissed.emit()
            return True
        return False

    def _step(self, watched: QObject, step: int) -> bool:
        """Down and Up are taken in any case: left to the form, they would scroll it away from under the line."""
        if self._strip.count:
            self._strip.step(step)
        elif watched is self._place and step > 0:
            self.wanted.emit()
        return True

    def _take(self, watched: QObject) -> bool:
        index = self._strip.chosen_index(with_sure=watched is self._place)
        if index < 0:
            return False
        self.took.emit(index, watched)
        return True


class KeyWatch(QObject):
    """`pressed`: a key was pressed in one of the widgets. Which one it was is told to nobody; Ctrl, Shift and the like are part
    of the key they are held with."""

    pressed = Signal()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _HELD:
            self.pressed.emit()
        return False
