"""Hands on a keyboard that count. A key taken by a shortcut never reaches a widget, so keys are counted here, where they are
pressed; content (what the caller said, typed as text) is counted apart from orders. There is no mouse."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


class Typist:
    """Presses keys on the active window, wherever its focus is."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.orders = 0
        self.content = 0

    def press(self, *keys: str) -> None:
        """Press keys by their portable names, one after the other: "F9", "Ctrl+Return", "1"."""
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
            self.orders += 1

    def type(self, text: str) -> None:
        """Type content: letter by letter, as a person does."""
        for letter in text:
            QTest.keyClicks(self._target(), letter)
            self.content += 1
        QApplication.processEvents()

    def reset(self) -> None:
        self.orders = self.content = 0

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def open_window(window: QWidget, width_px: int = 1366, height_px: int = 768) -> Typist:
    """Show a window of a size, make it active (focus tests need that) and return hands for it."""
    window.resize(width_px, height_px)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    assert QApplication.activeWindow() is window
    return Typist(window)
