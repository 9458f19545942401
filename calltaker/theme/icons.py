"""Lucide icons in the colours of the theme. A file's `currentColor` is replaced, so one drawing serves both themes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from calltaker.theme.live import theme

_SCALES = (1, 2)  # device pixel ratios drawn beforehand


def icon(name: str, tone: str = "text", size_px: int = 18) -> QIcon:
    """Return the icon of `resources/icons/<name>.svg` in a tone of the theme in force. Raises `FileNotFoundError`."""
    return _drawn(name, theme.tokens.tone(tone), size_px)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size_px: int) -> QIcon:
    svg = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    drawn = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(size_px * scale, size_px * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        drawn.addPixmap(pixmap)
    return drawn


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
