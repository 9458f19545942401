"""The outcomes in place: F7 shows them, a digit gives one, Esc leaves. No dialog; the call is the one F7 was pressed for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from calltaker.views.common import KeyedButton, label

Choice = tuple[str, str]
"""(digit, words)."""


class OutcomeStrip(QFrame):
    """`digit_pressed` (digit), `reason_given` (text): what the person chose. The strip lies over the window below `anchor`,
    so that nothing moves, and hands the focus back to where it was."""

    digit_pressed = Signal(str)
    reason_given = Signal(str)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self.setObjectName("panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Outcome of the call"))
        self._anchor = anchor
        self._came_from: QWidget | None = None
        self._digits: set[str] = set()
        self._title = label("", "strong", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(5)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.returnPressed.connect(self._on_reason)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 8, 10, 10)
        outer.addWidget(self._title)
        outer.addLayout(self._grid)
        outer.addWidget(self._reason)
        self.hide()

    def offer(self, title: str, choices: Sequence[Choice]) -> None:
        """Show choices and wait for a digit."""
        self._clear()
        self._title.setText(title)
        self._digits = {digit for digit, _words in choices}
        rows = (len(choices) + 1) // 2
        for place, (digit, words) in enumerate(choices):
            button = KeyedButton(f"{digit}  {words}")
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _checked=False, pressed=digit: self.digit_pressed.emit(pressed))
            self._grid.addWidget(button, place % rows, place // rows)
        self._reason.hide()
        self._open(self)

    def ask_reason(self, title: str) -> None:
        """Ask why; Enter hands it over."""
        self._clear()
        self._title.setText(title)
        self._reason.clear()
        self._reason.show()
        self._open(self._reason)

    def leave(self) -> None:
        """Go away and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.text() in self._digits:
            self.digit_pressed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _on_reason(self) -> None:
        if self._reason.text().strip():
            self.reason_given.emit(self._reason.text().strip())

    def _open(self, focus_on: QWidget) -> None:
        focus = QApplication.focusWidget()
        if not self.isVisible() and focus is not self and focus is not self._reason:
            self._came_from = focus
        self.setParent(self._anchor.window())
        below = self._anchor.mapTo(self._anchor.window(), QPoint(0, self._anchor.height()))
        self.setFixedWidth(self._anchor.width())
        self.move(below)
        self.adjustSize()
        self.show()
        self.raise_()
        focus_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._digits = set()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
