"""The queue: everybody who rings, talks, holds, or was missed. It never takes the focus by itself, and Enter never answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from calltaker.desk.queue import QueueController, QueueRow
from calltaker.models.queue import CALLER, STATE, queue_model
from calltaker.models.roles import KEY_ROLE
from calltaker.models.rows import RowsModel
from calltaker.views.common import Panel, Pill, label, table_view


class QueuePanel(Panel):
    """`chosen` (row key): Enter on a row, to look at that call. `looked_at` (row key or ""): the row under the cursor while the
    list has the focus, "" when it lost it."""

    chosen = Signal(str)
    looked_at = Signal(str)

    def __init__(self, queue: QueueController, key: str, *, late_after_s: int, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Calls"))
        self._queue = queue
        self._model: RowsModel[QueueRow] = queue_model(late_after_s=late_after_s, parent=self)
        self.table = table_view(self._model, name=self.tr("Calls"), stretch=CALLER, widths=(140, 150), lines=2)
        self.table.horizontalHeader().hide()
        self.table.installEventFilter(self)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._lines = Pill()
        self._empty = label(self.tr("No call is waiting."), "dim")
        self.header.addWidget(self._lines)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        queue.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        rows = self._queue.rows()
        self._model.set_rows(rows)
        self._empty.setVisible(not rows)

    def tick(self) -> None:
        """A second has passed: times go on, and who waits too long moves up."""
        self._model.set_rows(self._queue.rows())
        self._model.refresh(STATE)

    def show_lines(self, in_use: int, total: int) -> None:
        full = total > 0 and in_use >= total
        self._lines.show_state(
            self.tr("Lines {in_use}/{total}").format(in_use=in_use, total=total), "warning" if full else "info"
        )

    def focus_first(self) -> None:
        """Take the cursor into the list, onto its first row when it was nowhere."""
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def row_in_focus(self) -> str:
        """Return the key of the selected row when the list has the focus, else ""."""
        return self._selected_key() if self.table.hasFocus() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.looked_at.emit(self._selected_key() if event.type() == QEvent.Type.FocusIn else "")
        return super().eventFilter(watched, event)

    def _selected_key(self) -> str:
        index = self.table.currentIndex()
        return str(index.data(KEY_ROLE)) if index.isValid() else ""

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(KEY_ROLE)))

    def _on_row_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self.table.hasFocus() and index.isValid():
            self.looked_at.emit(str(index.data(KEY_ROLE)))
