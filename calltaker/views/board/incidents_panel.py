"""The open incidents (F3), above them the reports that are not sent yet. Enter shows one in the form; L links the call to it, X
closes it or throws a report away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from calltaker.desk.board import STALE_AFTER_S
from calltaker.models.incidents import PROGRESS_COLUMN, incidents_model
from calltaker.models.roles import KEY_ROLE
from calltaker.views.common import Panel, Pill, label, table_view
from calltaker.views.dispatch.prompt import in_one_piece

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.unsent import UnsentController
    from db.rows import IncidentRow

_WIDTHS_PX = (60, 200)
_STRETCH = 1


class IncidentsPanel(Panel):
    """`opened` (incident id, or key of a report): a person wants to see it. `link_requested`, `close_requested`,
    `note_requested` (the same)."""

    opened = Signal(str)
    link_requested = Signal(str)
    close_requested = Signal(str)
    note_requested = Signal(str)

    def __init__(self, desk: Desk, board: BoardController, unsent: UnsentController, parent: QWidget | None = None) -> None:
        super().__init__("", "F3", parent)
        self.set_title(self.tr("Open incidents"))
        self._board = board
        self._unsent = unsent
        self._model = incidents_model(desk.catalogue, desk.settings.seat.language, self)
        self.view = table_view(self._model, name=self.tr("Open incidents"), stretch=_STRETCH, widths=_WIDTHS_PX, lines=2)
        self.view.setMinimumHeight(120)
        self._age = Pill()
        self._age.hide()
        self.view.horizontalHeader().hide()
        self._hint = label("", "small", wrap=True)
        self._hint.hide()
        self.header.addWidget(self._age)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._hint)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(lambda _index: self._emit(self.opened))
        board.incidents_changed.connect(self._on_changed)
        unsent.changed.connect(self._on_changed)
        board.ticked.connect(self._on_tick)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._on_changed()
        self._on_current()

    def focus_list(self) -> None:
        """A person pressed F3."""
        if self.selected() is None and self._model.rowCount():
            self.view.selectRow(0)
        self.view.setFocus()

    def selected(self) -> IncidentRow | None:
        """Return the incident or report under the cursor; a report has no number."""
        index = self.view.currentIndex()
        key = index.data(KEY_ROLE) if index.isValid() else ""
        return self._unsent.row(key) or self._board.incident(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._hint.setVisible(event.type() == QEvent.Type.FocusIn)
        if watched is self.view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            wanted = {
                Qt.Key.Key_Return: self.opened,
                Qt.Key.Key_Enter: self.opened,
                Qt.Key.Key_L: self.link_requested,
                Qt.Key.Key_X: self.close_requested,
                Qt.Key.Key_C: self.note_requested,
            }.get(Qt.Key(event.key()))
            if wanted is not None and event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}:
                self._emit(wanted)
                return True
        return super().eventFilter(watched, event)

    def _emit(self, wanted: SignalInstance) -> None:
        row = self.selected()
        if row is not None:
            wanted.emit(row.incident_id)

    def _on_current(self) -> None:
        """Name the keys that do something with this row."""
        row = self.selected()
        if row is not None and self._unsent.row(row.incident_id) is not None:
            hint = self.tr("Enter opens · X throws away")
        else:
            hint = self.tr("Enter opens · L links the call · C note · X closes")
        self._hint.setText(in_one_piece(hint.split(" · ")))

    def _on_changed(self) -> None:
        self._model.set_rows((*self._unsent.rows(), *self._board.incidents))

    def _on_tick(self) -> None:
        """Ages tick; a list that could not be read says how old it is."""
        self._model.refresh(PROGRESS_COLUMN)
        age_s = self._board.age_s()
        is_stale = age_s is not None and age_s > STALE_AFTER_S
        if is_stale:
            self._age.show_state(self.tr("as of {seconds} s ago").format(seconds=round(age_s or 0)), "warning")
        self._age.setVisible(is_stale)
