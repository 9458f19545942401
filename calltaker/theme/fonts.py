"""The shipped fonts: Inter for everything, B612 Mono (made for cockpits) where 0 and O must not be confused."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

import resources
from calltaker.theme.tokens import BASE_PT, SMALL_PT

TEXT_FAMILY = "Inter"
MONO_FAMILY = "B612 Mono"
_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "B612Mono-Regular.otf", "B612Mono-Bold.otf")


class FontMissingError(RuntimeError):
    """A shipped font cannot be loaded; the text names the file."""


def load_fonts() -> None:
    """Make the shipped fonts known to Qt. Raises `FontMissingError`."""
    for name in _FILES:
        file = resources.path("fonts", name)
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissingError(f"font cannot be loaded: {file}")


def base_font(*, zoom_pct: int = 100) -> QFont:
    """Return the window's font. All its digits have one width, so that a running timer does not tremble."""
    font = QFont(TEXT_FAMILY)
    font.setPointSizeF(max(SMALL_PT, BASE_PT * zoom_pct / 100))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
