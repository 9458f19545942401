"""Stacked bars, one per day: real calls at the foot, then pranks, ghosts and the rest. Each part has its own hatch."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QLocale, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter

from calltaker.charts.chart import CENTRE, LEFT, RIGHT, Cell, frame_cursor
from calltaker.charts.heat_map import short_count
from calltaker.charts.ink import Ink

HATCHES = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.SolidPattern,
)


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One day. `parts` = real, pranks, ghosts, others; they sum up to the bar's height."""

    label: str
    parts: tuple[int, int, int, int]
    words: str

    @property
    def total(self) -> int:
        return sum(self.parts)


@dataclass(frozen=True, kw_only=True)
class DayBars:
    """`part_names` name the four parts in the legend."""

    title: str
    locale: QLocale
    part_names: tuple[str, str, str, str]
    bars: tuple[Bar, ...]

    @property
    def shape(self) -> tuple[int, int]:
        return (1, len(self.bars)) if self.bars else (0, 0)

    @property
    def most(self) -> int:
        return max((bar.total for bar in self.bars), default=0)

    def words_at(self, cell: Cell) -> str:
        return self.bars[cell[1]].words

    def least_size(self, metrics: QFontMetricsF) -> QSizeF:
        legend = sum(metrics.horizontalAdvance(name) + metrics.height() * 2.2 for name in self.part_names)
        return QSizeF(max(legend, 4.0 * len(self.bars)) + self._left(metrics), metrics.height() * 8)

    def _left(self, metrics: QFontMetricsF) -> float:
        return metrics.horizontalAdvance(short_count(self.most, self.locale)) + metrics.height() * 0.5

    def _plot(self, area: QRectF, metrics: QFontMetricsF) -> QRectF:
        line = metrics.height()
        return area.adjusted(self._left(metrics), line * 2.9, 0, -line * 1.4)

    def cell_rect(self, area: QRectF, metrics: QFontMetricsF, cell: Cell) -> QRectF:
        plot = self._plot(area, metrics)
        width = min(plot.width() / max(len(self.bars), 1), metrics.height() * 5)
        return QRectF(plot.left() + cell[1] * width, plot.top(), width, plot.height())

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, cursor: Cell | None = None) -> None:
        painter.save()
        metrics = QFontMetricsF(painter.font(), painter.device())
        self._paint_scale(painter, area, ink, metrics)
        for column, bar in enumerate(self.bars):
            self._paint_bar(painter, self.cell_rect(area, metrics, (0, column)), bar, ink, metrics)
        self._paint_labels(painter, area, ink, metrics)
        self._paint_legend(painter, area, ink, metrics)
        if cursor is not None:
            around = self.cell_rect(area, metrics, cursor).adjusted(0, -metrics.height() * 1.1, 0, 0)
            frame_cursor(painter, around, ink, metrics.height() * 0.16)
        painter.restore()

    def _paint_scale(self, painter: QPainter, area: QRectF, ink: Ink, metrics: QFontMetricsF) -> None:
        plot = self._plot(area, metrics)
        for share in {0.0, 0.5, 1.0} if self.most > 1 else {0.0, 1.0}:
            y = plot.bottom() - plot.height() * share
            painter.setPen(QColor(ink.grid))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(QColor(ink.dim))
            count = round(self.most * share)
            text = QRectF(area.left(), y - metrics.height() / 2, self._left(metrics) - metrics.height() * 0.3, metrics.height())
            painter.drawText(text, RIGHT, short_count(count, self.locale))

    def _paint_bar(self, painter: QPainter, slot: QRectF, bar: Bar, ink: Ink, metrics: QFontMetricsF) -> None:
        if not bar.total:
            return
        gap = min(slot.width() * 0.14, metrics.height() * 0.4)
        bottom = slot.bottom()
        for count, colour, hatch in zip(bar.parts, (ink.real, ink.prank, ink.ghost, ink.other), HATCHES, strict=True):
            height = slot.height() * count / self.most
            part = QRectF(slot.left() + gap, bottom - height, slot.width() - 2 * gap, height)
            self._fill(painter, part, colour, hatch)
            if count and slot.width() > metrics.height() * 0.5:
                painter.setPen(QColor(colour))
                painter.drawRect(part)
            bottom -= height
        text = short_count(bar.total, self.locale)
        if metrics.horizontalAdvance(text) <= slot.width():
            above = QRectF(slot.left(), bottom - metrics.height(), slot.width(), metrics.height())
            painter.fillRect(above.adjusted(gap, 0, -gap, -1), QColor(ink.paper))
            painter.setPen(QColor(ink.text))
            painter.drawText(above, CENTRE, text)

    @staticmethod
    def _fill(painter: QPainter, part: QRectF, colour: str, hatch: Qt.BrushStyle) -> None:
        """Fill with a tint under the hatch, so that a hatched part does not look empty."""
        tint = QColor(colour)
        tint.setAlphaF(0.25)
        painter.fillRect(part, tint)
        painter.fillRect(part, QBrush(QColor(colour), hatch))

    def _paint_labels(self, painter: QPainter, area: QRectF, ink: Ink, metrics: QFontMetricsF) -> None:
        """Name every n-th day, so that no two names touch."""
        painter.setPen(QColor(ink.dim))
        free_from = area.left()
        for column, bar in enumerate(self.bars):
            slot = self.cell_rect(area, metrics, (0, column))
            width = metrics.horizontalAdvance(bar.label) + metrics.height() * 0.5
            left = min(max(slot.center().x() - width / 2, area.left()), area.right() - width)
            if left < free_from:
                continue
            painter.drawText(QRectF(left, slot.bottom() + metrics.height() * 0.2, width, metrics.height()), CENTRE, bar.label)
            free_from = left + width

    def _paint_legend(self, painter: QPainter, area: QRectF, ink: Ink, metrics: QFontMetricsF) -> None:
        box = metrics.height()
        x = area.left() + self._left(metrics)
        colours = (ink.real, ink.prank, ink.ghost, ink.other)
        for name, colour, hatch in zip(self.part_names, colours, HATCHES, strict=True):
            self._fill(painter, QRectF(x, area.top(), box, box), colour, hatch)
            painter.setPen(QColor(colour))
            painter.drawRect(QRectF(x, area.top(), box, box))
            painter.setPen(QColor(ink.text))
            width = metrics.horizontalAdvance(name)
            painter.drawText(QRectF(x + box * 1.4, area.top(), width + 2, box), LEFT, name)
            x += box * 2.2 + width
