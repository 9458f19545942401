"""A chart on the screen: arrows move a cursor over its cells and the words of the cell are told. Window's thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from calltaker.charts.chart import CENTRE, Cell, Chart
from calltaker.charts.ink import ink_for
from calltaker.theme.live import theme

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
"""Rows and columns that an arrow moves the cursor by."""


class ChartView(QWidget):
    """`words_changed` tells the cell under the cursor; it is the accessible description too, so a reader speaks it.
    `cell_chosen` (row, column) comes with Enter."""

    words_changed = Signal(str)
    cell_chosen = Signal(int, int)

    def __init__(self, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._empty_text = empty_text
        self._cursor: Cell = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("chart")
        self.setAccessibleName(empty_text)
        theme.changed.connect(self._on_theme_changed)

    @property
    def chart(self) -> Chart | None:
        return self._chart

    @property
    def cursor_cell(self) -> Cell:
        return self._cursor

    @property
    def words(self) -> str:
        """The cell under the cursor in words; says that there is nothing when the chart is empty."""
        if self._chart is None or self._chart.shape == (0, 0):
            return self._empty_text
        return self._chart.words_at(self._cursor)

    def set_chart(self, chart: Chart) -> None:
        """Show new figures; the cursor stays where it was, as far as the chart still reaches there."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self._move_to(self._cursor)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        if self._chart is None:
            return QSize(200, 120)
        least = self._chart.least_size(QFontMetricsF(self.font(), self))
        return QSize(int(least.width()) + 1, int(least.height()) + 1)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = ink_for(theme.tokens)
        painter.fillRect(self.rect(), QColor(ink.paper))
        if self._chart is None or self._chart.shape == (0, 0):
            painter.setPen(QColor(ink.dim))
            painter.drawText(self.rect(), CENTRE, self._empty_text)
            return
        self._chart.paint(painter, self._area(), ink, self._cursor if self.hasFocus() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._chart is None or self._chart.shape == (0, 0):
            super().keyPressEvent(event)
            return
        rows, columns = self._chart.shape
        row, column = self._cursor
        key = Qt.Key(event.key())
        if key in STEPS:
            self._move_to((row + STEPS[key][0], column + STEPS[key][1]))
        elif key == Qt.Key.Key_Home:
            self._move_to((0 if columns == 1 else row, 0))
        elif key == Qt.Key.Key_End:
            self._move_to((rows - 1 if columns == 1 else row, columns - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cell_chosen.emit(row, column)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._chart is None:
            return
        metrics = QFontMetricsF(self.font(), self)
        rows, columns = self._chart.shape
        for cell in ((row, column) for row in range(rows) for column in range(columns)):
            if self._chart.cell_rect(self._area(), metrics, cell).contains(event.position()):
                self._move_to(cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.words_changed.emit(self.words)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1, 1, -2, -2)

    def _move_to(self, cell: Cell) -> None:
        rows, columns = self._chart.shape if self._chart else (0, 0)
        self._cursor = (max(0, min(cell[0], rows - 1)), max(0, min(cell[1], columns - 1)))
        words = self.words
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.words_changed.emit(words)
        self.update()
