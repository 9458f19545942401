"""What every chart can do: paint itself into any rectangle, say each of its cells in words."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from calltaker.charts.ink import Ink

Cell = tuple[int, int]
"""Row and column, from 0 at the top left."""

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Chart(Protocol):
    """Frozen data with words. All lengths follow the painter's font, so paper and screens of any density look alike."""

    @property
    def title(self) -> str: ...

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns that the cursor walks; (0, 0) when there is nothing to show."""
        ...

    def words_at(self, cell: Cell) -> str:
        """Return the cell in one sentence, for the ear and for the line under the chart."""
        ...

    def cell_rect(self, area: QRectF, metrics: QFontMetricsF, cell: Cell) -> QRectF:
        """Return where the cell lies when the chart is painted into `area`."""
        ...

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, cursor: Cell | None = None) -> None:
        """Paint everything inside `area`; `cursor` is framed."""
        ...

    def least_size(self, metrics: QFontMetricsF) -> QSizeF:
        """Return the smallest size at which every printed word still fits."""
        ...


def frame_cursor(painter: QPainter, rect: QRectF, ink: Ink, width: float) -> None:
    """Draw the cursor's frame inside `rect`, thick enough to be seen on every fill."""
    pen = painter.pen()
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, stroke in ((ink.paper, width * 1.6), (ink.cursor, width)):
        outline = painter.pen()
        outline.setColor(colour)
        outline.setWidthF(stroke)
        outline.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        outline.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(outline)
        painter.drawRect(inner)
    painter.setPen(pen)
