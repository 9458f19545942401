"""The units (F6). + picks one for the incident on the screen; digits note what a unit says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from calltaker.models.roles import KEY_ROLE
from calltaker.models.units import ShownUnit, units_model
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.common import Panel, label, table_view

if TYPE_CHECKING:
    from calltaker.desk.board import BoardController

_WIDTHS_PX = (84, 100, 128, 52)
_STRETCH = 1
_STATE_KEYS = {"1": "ready", "2": "en_route", "3": "on_scene", "4": "out_of_service"}


class UnitsPanel(Panel):
    """`state_said` (call sign, state): a unit reported. `pick_requested` (call sign): send it to the incident on the screen."""

    state_said = Signal(str, str)
    pick_requested = Signal(str)

    def __init__(self, board: BoardController, parent: QWidget | None = None) -> None:
        super().__init__("", "F6", parent)
        self.set_title(self.tr("Units"))
        self._board = board
        self._distances: Mapping[str, str] = {}
        self._model = units_model(self)
        self.view = table_view(self._model, name=self.tr("Units"), stretch=_STRETCH, widths=_WIDTHS_PX)
        self.view.horizontalHeader().hide()
        self.view.setMinimumHeight(3 * MIN_TARGET_PX)
        self.body.addWidget(self.view, 1)
        self._hint = label(self.tr("+ picks · 1 ready 2 en route 3 on scene 4 out"), "small", wrap=True)
        self._hint.hide()
        self.body.addWidget(self._hint)
        self.view.installEventFilter(self)
        board.units_changed.connect(self._on_changed)
        self._on_changed()

    def focus_list(self) -> None:
        """A person pressed F6."""
        if not self.view.currentIndex().isValid() and self._model.rowCount():
            self.view.selectRow(0)
        self.view.setFocus()

    def show_distances(self, distances: Mapping[str, str]) -> None:
        """Show how far the bases are, by call sign. The order stays: a place learnt is a place kept."""
        if distances != self._distances:
            self._distances = dict(distances)
            self._on_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._hint.setVisible(event.type() == QEvent.Type.FocusIn)
        if watched is self.view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            callsign = self.view.currentIndex().data(KEY_ROLE)
            if callsign and event.text() in _STATE_KEYS:
                self.state_said.emit(callsign, _STATE_KEYS[event.text()])
                return True
            if callsign and event.text() == "+":
                self.pick_requested.emit(callsign)
                return True
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        units = (ShownUnit(unit=unit, distance=self._distances.get(unit.callsign, "")) for unit in self._board.units)
        self._model.set_rows(tuple(units))
