"""The colours of charts for night, day and paper, taken from the theme's tokens.

The heat scale is stepped, dark or light but never in between: on every step the printed count keeps a contrast of at least
7:1 (`tests/gui/supervisor/test_ink.py`), so that the figure is always readable and colour only helps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from calltaker.theme.tokens import DAY, NIGHT, Tokens, contrast

NIGHT_STEPS = ("#14304D", "#1A4468", "#79B8E8", "#A5D2F3", "#D6ECFC")
DAY_STEPS = ("#DCECFB", "#B3D6F5", "#86BDEC", "#1C4A7A", "#0D2C4D")
_LIGHT, _DARK = "#FFFFFF", "#0B0F14"


@dataclass(frozen=True, kw_only=True)
class Ink:
    """Colours as #RRGGBB. `steps` runs from "none" to "most"; `real`, `prank`, `ghost`, `other` are parts of a bar."""

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


def ink_for(tokens: Tokens) -> Ink:
    """Return the ink of a theme, on the ground of its panels."""
    steps = NIGHT_STEPS if tokens.name == NIGHT.name else DAY_STEPS
    return Ink(
        paper=tokens.panel,
        text=tokens.text,
        dim=tokens.dim,
        grid=tokens.line,
        cursor=tokens.p2,
        steps=(tokens.panel, *steps),
        real=tokens.ok,
        prank=tokens.violet,
        ghost=tokens.accent,
        other=tokens.edge,
        met=tokens.ok,
        missed=tokens.p1,
    )


PAPER = replace(ink_for(DAY), paper=_LIGHT, steps=(_LIGHT, *DAY_STEPS))


def text_on(fill: str) -> str:
    """Return the text colour that is read best on `fill`."""
    return _LIGHT if contrast(_LIGHT, fill) >= contrast(_DARK, fill) else _DARK
