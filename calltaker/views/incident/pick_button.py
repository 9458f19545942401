"""A quick pick whose long name is cut at its end (the tool tip has it whole), never in its middle."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from calltaker.views.common import KeyedButton

_FRAME_PX = 24


class PickButton(KeyedButton):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._name = name
        super().__init__(name, parent=parent)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(80, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room_px = self.width() - _FRAME_PX
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room_px).replace("&", "&&")
        if shown != self.text():
            self.setText(shown)
