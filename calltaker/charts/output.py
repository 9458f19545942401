"""A chart as bytes of a PNG or of a one-page PDF, made in memory by the painter of the screen.

Files are written by a child process (`calltaker.reports save`): the window's thread never waits for a disk.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from calltaker.charts.chart import LEFT, Chart
from calltaker.charts.ink import PAPER, Ink


def png_bytes(chart: Chart, size: QSize, font: QFont, ink: Ink = PAPER) -> bytes:
    """Return a PNG of `size` pixels with the title above the chart."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(ink.paper))
    painter = QPainter(image)
    painter.setFont(font)
    _paint_titled(painter, QRectF(image.rect()), chart, ink)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def pdf_bytes(chart: Chart, font: QFont, ink: Ink = PAPER) -> bytes:
    """Return one A4 page, lying, with the title above the chart; the text stays text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(chart.title)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(36, 36, 36, 36))
    )
    painter = QPainter(writer)
    painter.setFont(font)
    _paint_titled(painter, QRectF(0, 0, writer.width(), writer.height()), chart, ink)
    painter.end()
    return bytes(buffer.data().data())


def _paint_titled(painter: QPainter, page: QRectF, chart: Chart, ink: Ink) -> None:
    line = QFontMetricsF(painter.font(), painter.device()).height()
    painter.setPen(QColor(ink.text))
    painter.drawText(QRectF(page.left() + line, page.top() + line * 0.5, page.width() - 2 * line, line), LEFT, chart.title)
    chart.paint(painter, page.adjusted(line, line * 2, -line, -line), ink)
