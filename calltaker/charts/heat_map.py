"""Counts by row and column (hour of the day by weekday): a coloured step and the printed count in every cell."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from calltaker.charts.chart import CENTRE, LEFT, Cell, frame_cursor
from calltaker.charts.ink import Ink, text_on


def short_count(count: int, locale: QLocale) -> str:
    """Return a count in at most four signs: 999, 1.2k, 14k, in the way of the person's language."""
    if count < 1000:
        return str(count)
    return locale.toString(count / 1000, "f", 1 if count < 9950 else 0) + "k"


def step_of(count: int, most: int, steps: int) -> int:
    """Return the step 0 … steps-1 of a count; 0 is kept for "none", so that one call in a quiet week is still seen."""
    if count <= 0 or most <= 0:
        return 0
    return min(steps - 1, 1 + (count - 1) * (steps - 1) // most)


def step_ranges(most: int, steps: int) -> tuple[tuple[int, int], ...]:
    """Return the first and last count of every step in use, for the legend."""
    ranges = [(0, 0)]
    bounds: dict[int, list[int]] = {}
    for step in range(1, steps):
        # the inverse of step_of: the smallest count whose step is `step`
        first = 1 + -(-(step - 1) * most // (steps - 1))
        last = -(-step * most // (steps - 1))
        if first <= min(last, most):
            bounds[step] = [first, min(last, most)]
    return tuple(ranges + [(first, last) for first, last in bounds.values()])


@dataclass(frozen=True, kw_only=True)
class HeatMap:
    """`values[row][column]` and the sentence of each. `total_name` heads the sums at the right and at the bottom."""

    title: str
    locale: QLocale
    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]
    words: tuple[tuple[str, ...], ...]
    total_name: str

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.row_names), len(self.column_names)

    @property
    def most(self) -> int:
        return max((count for row in self.values for count in row), default=0)

    def words_at(self, cell: Cell) -> str:
        return self.words[cell[0]][cell[1]]

    def _name_width(self, metrics: QFontMetricsF) -> float:
        return (
            max((metrics.horizontalAdvance(name) for name in (*self.row_names, self.total_name)), default=0.0)
            + metrics.height() * 0.6
        )

    def _total_width(self, metrics: QFontMetricsF) -> float:
        return max(metrics.horizontalAdvance(self.total_name), metrics.horizontalAdvance("888.888")) + metrics.height() * 0.5

    def least_size(self, metrics: QFontMetricsF) -> QSizeF:
        rows, columns = self.shape
        width = self._name_width(metrics) + columns * (metrics.horizontalAdvance("888") + 4) + self._total_width(metrics)
        return QSizeF(width, (rows + 2) * metrics.height() * 1.2 + metrics.height() * 1.7)

    def cell_rect(self, area: QRectF, metrics: QFontMetricsF, cell: Cell) -> QRectF:
        rows, columns = self.shape
        left, legend = self._name_width(metrics), metrics.height() * 1.7
        width = (area.width() - left - self._total_width(metrics)) / max(columns, 1)
        height = (area.height() - legend) / (rows + 2)
        return QRectF(area.left() + left + cell[1] * width, area.top() + (cell[0] + 1) * height, width, height)

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, cursor: Cell | None = None) -> None:
        painter.save()
        metrics = QFontMetricsF(painter.font(), painter.device())
        most = self.most
        for row, counts in enumerate(self.values):
            for column, count in enumerate(counts):
                fill = ink.steps[step_of(count, most, len(ink.steps))]
                rect = self.cell_rect(area, metrics, (row, column))
                self._paint_cell(painter, rect, fill, ink, count, metrics)
        self._paint_names(painter, area, ink, metrics)
        self._paint_legend(painter, area, ink, metrics)
        if cursor is not None:
            frame_cursor(painter, self.cell_rect(area, metrics, cursor), ink, metrics.height() * 0.16)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, fill: str, ink: Ink, count: int, metrics: QFontMetricsF) -> None:
        gap = metrics.height() * 0.05
        inner = rect.adjusted(gap, gap, -gap, -gap)
        painter.fillRect(inner, QColor(fill))
        painter.setPen(QColor(ink.grid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner)
        painter.setPen(QColor(text_on(fill) if count else ink.dim))
        painter.drawText(rect, CENTRE, short_count(count, self.locale) if count else "·")

    def _paint_names(self, painter: QPainter, area: QRectF, ink: Ink, metrics: QFontMetricsF) -> None:
        rows, columns = self.shape
        painter.setPen(QColor(ink.dim))
        left = QRectF(area.left(), 0, self._name_width(metrics), 0)
        for row, name in enumerate((*self.row_names, self.total_name)):
            cell = self.cell_rect(area, metrics, (row, 0))
            painter.drawText(QRectF(left.left(), cell.top(), left.width(), cell.height()), LEFT, name)
        for column, name in enumerate((*self.column_names, self.total_name)):
            cell = self.cell_rect(area, metrics, (-1, column))
            painter.drawText(self._wide(cell, area, column == columns), CENTRE, name)
        painter.setPen(QColor(ink.text))
        sums = [sum(row) for row in self.values]
        for row, total in enumerate((*sums, sum(sums))):
            cell = self.cell_rect(area, metrics, (row, columns))
            painter.drawText(self._wide(cell, area, last=True), CENTRE, self.locale.toString(total))
        for column in range(columns):
            cell = self.cell_rect(area, metrics, (rows, column))
            painter.drawText(cell, CENTRE, short_count(sum(row[column] for row in self.values), self.locale))

    @staticmethod
    def _wide(cell: QRectF, area: QRectF, last: bool) -> QRectF:
        """Return the cell, stretched to the edge of the chart for the column of sums."""
        return QRectF(cell.left(), cell.top(), area.right() - cell.left(), cell.height()) if last else cell

    def _paint_legend(self, painter: QPainter, area: QRectF, ink: Ink, metrics: QFontMetricsF) -> None:
        box = metrics.height()
        x, y = area.left() + self._name_width(metrics), area.bottom() - box * 1.2
        for first, last in step_ranges(self.most, len(ink.steps)):
            fill = ink.steps[step_of(last, self.most, len(ink.steps))]
            painter.fillRect(QRectF(x, y, box, box), QColor(fill))
            painter.setPen(QColor(ink.grid))
            painter.drawRect(QRectF(x, y, box, box))
            text = str(first) if first == last else f"{first}–{last}"
            painter.setPen(QColor(ink.dim))
            width = metrics.horizontalAdvance(text)
            painter.drawText(QRectF(x + box * 1.3, y, width + 2, box), LEFT, text)
            x += box * 2.2 + width
