"""The theme in force. One per application, like the palette it sets; the window's thread only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from calltaker.theme.fonts import base_font, load_fonts
from calltaker.theme.palette import palette
from calltaker.theme.qss import stylesheet
from calltaker.theme.tokens import DAY, NIGHT, THEMES, Tokens

ZOOM_STEPS_PCT = (90, 100, 110, 125, 150)


class Theme(QObject):
    """Holds the tokens and the zoom. `changed` tells what is painted by hand (icons, charts, delegates) to paint again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tokens = NIGHT
        self._zoom_pct = 100
        self._fonts_loaded = False

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def zoom_pct(self) -> int:
        return self._zoom_pct

    def colour(self, tone: str) -> QColor:
        """Return the colour of a tone (`calltaker.theme.tokens.Tokens`); "" is plain text."""
        return QColor(self._tokens.tone(tone))

    def apply(self, name: str, zoom_pct: int = 100) -> None:
        """Dress the application. `name` is "night" or "day"; raises `KeyError` for another."""
        self._tokens, self._zoom_pct = THEMES[name], zoom_pct
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("a theme needs a QApplication")
        if not self._fonts_loaded:
            load_fonts()
            app.setStyle("Fusion")
            self._fonts_loaded = True
        app.setStyleSheet("")  # replacing a sheet in one step costs three times as much as taking it away first
        app.setFont(base_font(zoom_pct=zoom_pct))
        app.setPalette(palette(self._tokens))
        app.setStyleSheet(stylesheet(self._tokens, zoom_pct=zoom_pct))
        self.changed.emit()

    def toggle(self) -> None:
        """Night to day and back; nothing else changes, no shape, no place."""
        self.apply(DAY.name if self._tokens is NIGHT else NIGHT.name, self._zoom_pct)

    def zoom(self, steps: int) -> None:
        """Grow (positive) or shrink the text by steps of `ZOOM_STEPS_PCT`."""
        nearest = min(range(len(ZOOM_STEPS_PCT)), key=lambda at: abs(ZOOM_STEPS_PCT[at] - self._zoom_pct))
        wanted = min(max(nearest + steps, 0), len(ZOOM_STEPS_PCT) - 1)
        self.apply(self._tokens.name, ZOOM_STEPS_PCT[wanted])


theme = Theme()
"""The one theme of the application."""
