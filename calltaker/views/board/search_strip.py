"""Ctrl+F: one line and what it finds, over the form while it is open. Enter takes a row, Esc leaves; no dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from calltaker.desk.search import Found
from calltaker.models.roles import KEY_ROLE
from calltaker.models.rows import RowsModel
from calltaker.views.common import label, table_view
from calltaker.views.incident.editors import LineEdit

_WIDTHS_PX = (104, 200, 164)
_STRETCH = 1
_PAGE = 5
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}


class SearchStrip(QFrame):
    """`asked` (text): look for it. `chosen` (row key): Enter. It covers `place` exactly, so that nothing moves and nothing
    shows by halves, and goes away when the focus goes elsewhere."""

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, model: RowsModel[Found], key: str, place: QWidget) -> None:
        super().__init__(place)
        self.setObjectName("panel")
        self._place = place
        self._came_from: QWidget | None = None
        self._model = model
        self.line = LineEdit(self.tr("Search"))
        self.line.setPlaceholderText(self.tr("Words, a ticket number, the end of a telephone number"))
        self.table = table_view(model, name=self.tr("What was found"), stretch=_STRETCH, widths=_WIDTHS_PX, lines=2)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said = label("", "dim", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        title = self.tr("Search").upper()
        column.addWidget(label(f"{title}  {key}", "heading"))
        column.addWidget(self.line)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addWidget(label(self.tr("↑ ↓ choose · Enter opens · Esc leaves"), "small"))
        self.line.textEdited.connect(self.asked)
        self.line.returnPressed.connect(self._take)
        self.line.left.connect(self._on_left)
        self.line.installEventFilter(self)
        self.table.clicked.connect(lambda _index: self._take())
        place.installEventFilter(self)
        self.hide()

    def ask(self, text: str = "") -> None:
        """A person wants to search; with a text it is looked for at once."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.line.setText(text)
        self.setGeometry(self._place.rect())
        self.show()
        self.raise_()
        self.line.setFocus()
        self.asked.emit(text)

    def leave(self) -> None:
        """Go away and give the focus back."""
        before, self._came_from = self._came_from, None
        if before is not None and before.isVisible():
            before.setFocus()
        self.hide()

    def show_found(self, words: str) -> None:
        """The model holds the answer; `words` stand above it. The first row is the one that Enter takes."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.table.setVisible(self._model.rowCount() > 0)
        if self._model.rowCount():
            self.table.selectRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._place and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._place.rect())
        elif watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS and self._model.rowCount():
            here = self.table.currentIndex().row()
            self.table.selectRow(min(max(here + _STEPS[key], 0), self._model.rowCount() - 1))
        else:
            return False
        return True

    def _take(self) -> None:
        index = self.table.currentIndex()
        if self._model.rowCount() and index.isValid():
            self.chosen.emit(str(index.data(KEY_ROLE)))

    def _on_left(self) -> None:
        """Another key led elsewhere: what lies under the strip must be seen. A window that is left keeps it."""
        if QApplication.focusWidget() not in {None, self.line}:
            self.hide()
