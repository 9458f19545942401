"""A label that wraps and claims the height it then needs: in a narrow column everything else gives way first."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_LONG_WORD = re.compile(r"\S{30}(?=\S)")


class WrappedLabel(QLabel):
    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def say(self, text: str) -> None:
        """Show other words. What has no space (a link) may wrap inside: it would make the column wider than the screen."""
        self.setText(_LONG_WORD.sub("\\g<0>\u200b", text))
        self._claim()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim()

    def _claim(self) -> None:
        self.setMinimumHeight(0)  # a label's height is never said to be less than its minimum: it could only grow
        if self.text():
            self.setMinimumHeight(self.heightForWidth(self.width()))
