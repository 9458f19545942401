"""Text fields of the form: they tell when they are left, and take values from elsewhere without disturbing the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_SELECTS_ALL = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
"""How the focus comes when Qt selects a whole line by itself."""


class LineEdit(QLineEdit):
    """One line. `left`: the focus went elsewhere."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def show_text(self, text: str) -> None:
        """Show a value that came from elsewhere; what a person is typing is the value already and is left alone."""
        if self.text() != text:
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)


class OneLine(LineEdit):
    """The line that a whole call is typed into. The focus never selects it, however it comes: the next letter would erase what
    the caller said."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setObjectName("oneLine")
        self.setPlaceholderText(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _SELECTS_ALL:
            self.end(False)

    def go_on(self) -> None:
        """Take the focus, with the cursor behind the last word."""
        self.setFocus()
        self.end(False)


class TextBox(QPlainTextEdit):
    """Several lines. Tab leaves it. `edited` (text): a person changed it; `left`: the focus went elsewhere."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._is_showing = False
        self.textChanged.connect(self._on_text_changed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def show_text(self, text: str) -> None:
        """Show a value that came from elsewhere."""
        if self.toPlainText() != text:
            self._is_showing = True
            self.setPlainText(text)
            self._is_showing = False

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self.edited.emit(self.toPlainText())
