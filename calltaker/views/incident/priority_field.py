"""Four priorities side by side, each with shape, word and key; the reason is asked beneath when a person goes another way."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from calltaker.theme.signs import priority_sign
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.common import set_property

PRIORITIES = (1, 2, 3, 4)


class PriorityField(QWidget):
    """`chosen` ("1".."4"): a person chose. Digits and arrows work when it has the focus; `confirmed`: Enter, go on."""

    chosen = Signal(str)
    confirmed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for priority in PRIORITIES:
            button = QPushButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumHeight(MIN_TARGET_PX)
            self._buttons.addButton(button, priority)
            row.addWidget(button, 1)
        self._buttons.idClicked.connect(lambda priority: self.chosen.emit(str(priority)))
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Show the priority in force ("" = none yet)."""
        for priority in PRIORITIES:
            button = self._buttons.button(priority)
            sign = priority_sign(priority)
            with QSignalBlocker(button):
                button.setChecked(value == str(priority))
            button.setText(sign.text)
            button.setToolTip(f"Alt+{priority}")
            button.setAccessibleName(sign.said)
            set_property(button, "tone", sign.tone)
        self._value = value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed in {"1", "2", "3", "4"}:
            self.chosen.emit(typed)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            now = int(self._value) if self._value else 2
            self.chosen.emit(str(min(max(now + step, 1), 4)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)
