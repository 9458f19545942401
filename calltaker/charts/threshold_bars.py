"""Shares against a wanted share: one bar per standard with a tick at the target, the figure and its verdict in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from calltaker.charts.chart import LEFT, Cell, frame_cursor
from calltaker.charts.ink import Ink


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """`name` is printed above the bar, `verdict` at its right. `share` is None when nothing was counted, `target` when
    nobody asks for one; both run from 0 to 1."""

    name: str
    share: float | None
    target: float | None
    verdict: str
    words: str

    @property
    def is_met(self) -> bool:
        return self.share is None or self.target is None or self.share >= self.target


@dataclass(frozen=True, kw_only=True)
class ThresholdBars:
    title: str
    bars: tuple[Threshold, ...]

    @property
    def shape(self) -> tuple[int, int]:
        return (len(self.bars), 1) if self.bars else (0, 0)

    def words_at(self, cell: Cell) -> str:
        return self.bars[cell[0]].words

    def _verdict_width(self, metrics: QFontMetricsF) -> float:
        return max((metrics.horizontalAdvance(bar.verdict) for bar in self.bars), default=0.0) + metrics.height()

    def least_size(self, metrics: QFontMetricsF) -> QSizeF:
        names = max((metrics.horizontalAdvance(bar.name) for bar in self.bars), default=0.0)
        width = max(names, metrics.height() * 8 + self._verdict_width(metrics))
        return QSizeF(width + metrics.height(), max(len(self.bars), 1) * metrics.height() * 2.5)

    def cell_rect(self, area: QRectF, metrics: QFontMetricsF, cell: Cell) -> QRectF:
        height = min(area.height() / max(len(self.bars), 1), metrics.height() * 4)
        return QRectF(area.left(), area.top() + cell[0] * height, area.width(), height)

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, cursor: Cell | None = None) -> None:
        painter.save()
        metrics = QFontMetricsF(painter.font(), painter.device())
        for row, bar in enumerate(self.bars):
            self._paint_bar(painter, self.cell_rect(area, metrics, (row, 0)), bar, ink, metrics)
        if cursor is not None:
            frame_cursor(painter, self.cell_rect(area, metrics, cursor), ink, metrics.height() * 0.16)
        painter.restore()

    def _paint_bar(self, painter: QPainter, slot: QRectF, bar: Threshold, ink: Ink, metrics: QFontMetricsF) -> None:
        line, pad = metrics.height(), metrics.height() * 0.4
        painter.setPen(QColor(ink.text))
        painter.drawText(QRectF(slot.left() + pad, slot.top() + line * 0.2, slot.width() - pad, line), LEFT, bar.name)
        verdict = self._verdict_width(metrics)
        track = QRectF(slot.left() + pad, slot.top() + line * 1.4, slot.width() - verdict - pad, line * 0.95)
        painter.setPen(QColor(ink.grid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(track)
        colour = ink.met if bar.is_met else ink.missed
        if bar.share is not None:
            painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * bar.share, track.height())), QColor(colour))
        if bar.target is not None:
            x = track.left() + track.width() * bar.target
            for tick, width in ((ink.paper, line * 0.3), (ink.text, line * 0.12)):
                painter.setPen(QPen(QColor(tick), width))
                painter.drawLine(QLineF(x, track.top() - line * 0.15, x, track.bottom() + line * 0.15))
        painter.setPen(QColor(ink.dim if bar.share is None or bar.target is None else colour))
        painter.drawText(QRectF(track.right() + line * 0.6, track.top(), verdict, track.height()), LEFT, bar.verdict)
