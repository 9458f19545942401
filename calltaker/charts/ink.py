"""The colours of charts for night, day and paper.

The heat scale is stepped, dark or light but never in between: on every step the printed count keeps a contrast of at least
7:1 (`tests/gui/supervisor/test_ink.py`), so that the figure is always readable and colour only helps.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, kw_only=True)
class Ink:
    """Colours as #rrggbb. `steps` runs from "none" to "most"; `real`, `prank`, `ghost`, `other` are parts of a bar."""

    paper: str
    text: str
    dim: str
    grid: str
    cursor: str
    steps: tuple[str, ...]
    real: str
    prank: str
    ghost: str
    other: str
    met: str
    missed: str


NIGHT = Ink(
    paper="#161b22",
    text="#e6edf3",
    dim="#a9b4c0",
    grid="#3a4450",
    cursor="#ffd866",
    steps=("#161b22", "#14304d", "#1a4468", "#79b8e8", "#a5d2f3", "#d6ecfc"),
    real="#6fd3a0",
    prank="#ffb454",
    ghost="#9fb3c8",
    other="#4a5866",
    met="#6fd3a0",
    missed="#ff9d94",
)
DAY = Ink(
    paper="#ffffff",
    text="#10161d",
    dim="#3f4a56",
    grid="#b6bfc9",
    cursor="#7a3e00",
    steps=("#ffffff", "#dcecfb", "#b3d6f5", "#86bdec", "#1c4a7a", "#0d2c4d"),
    real="#1d7a4c",
    prank="#b35c00",
    ghost="#5c6f82",
    other="#c3ccd5",
    met="#145c38",
    missed="#98180f",
)
PAPER = DAY


def ink_for(palette: QPalette) -> Ink:
    """Return the ink that is readable on the palette's base colour."""
    return NIGHT if palette.color(QPalette.ColorRole.Base).lightness() < 128 else DAY


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2), 0 to 1."""
    value = QColor(colour)

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(value.redF()) + 0.7152 * linear(value.greenF()) + 0.0722 * linear(value.blueF())


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2), 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(fill: str) -> str:
    """Return the text colour that is read best on `fill`."""
    light, dark = "#ffffff", "#0b0f14"
    return light if contrast(light, fill) >= contrast(dark, fill) else dark
