"""The mouse on the map: drag, wheel, double click, and a click that asks "where is this?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from calltaker.views.map.mercator import Viewport

if TYPE_CHECKING:
    from calltaker.views.map.map_view import MapView

_NOTCH = 120  # eighths of a degree that one notch of a wheel turns; touch pads send less at a time


class Hand:
    def __init__(self, view: MapView) -> None:
        self._view = view
        self._pressed_at: QPointF | None = None
        self._from: Viewport | None = None
        self._turned = 0

    def press(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._from = None

    def move(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.position() - self._pressed_at
        if self._from is None and way.manhattanLength() >= QApplication.startDragDistance():
            self._from = self._view.viewport
        if self._from is not None:
            self._view.look(self._from.panned(-way.x(), -way.y()))

    def release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        was_click = self._from is None
        self._pressed_at = self._from = None
        if was_click:
            self._view.point_at(event.position().x(), event.position().y())

    def double_click(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.zoom(1, (event.position().x(), event.position().y()))

    def wheel(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self._pressed_at = self._from = None  # a drag that went on would pull the map back to where it began
            self._view.zoom(steps, (event.position().x(), event.position().y()))
        event.accept()
