"""Every colour and size of the window, in two frozen tables. Nothing is hard-coded in a widget.

Dark is a choice for the night shift, not a decoration: dark on light reads better in a lit room, light on dark with eyes
adapted to a dark one (ux reference C1). Text keeps a contrast of at least 7:1 on every ground it is used on, edges and focus
rings 3:1; `TEXT_PAIRS` and `EDGE_PAIRS` name what is in use, and the tests compute them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

BASE_PT = 13.0
SMALL_PT = 12.0
KEY_PT = 16.0
TIMER_PT = 20.0
MIN_TARGET_PX = 32
MIN_TEXT_CONTRAST = 7.0
MIN_EDGE_CONTRAST = 3.0


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """One theme; colours as `#RRGGBB`. Grounds: window, panel, raised, input, selected, primary, alarm. `edge` outlines
    controls, `line` only decorates. `p1`–`p4` are the priorities, `violet` is pranks and ghosts."""

    name: str
    window: str
    panel: str
    raised: str
    input: str
    selected: str
    line: str
    edge: str
    accent: str
    text: str
    dim: str
    p1: str
    p2: str
    p3: str
    p4: str
    ok: str
    violet: str
    primary: str
    alarm: str
    on_fill: str

    def tone(self, tone: str) -> str:
        """Return the colour of a tone (a field name here); "" is plain text. Raises `AttributeError` for an unknown one."""
        return str(getattr(self, tone or "text"))


NIGHT = Tokens(
    name="night",
    window="#11151A",
    panel="#181D23",
    raised="#20272F",
    input="#0C1014",
    selected="#15293D",
    line="#343E49",
    edge="#7D8A97",
    accent="#79BFFF",
    text="#E9EDF2",
    dim="#B9C3CE",
    p1="#FFA299",
    p2="#FFB65A",
    p3="#FFE08A",
    p4="#C3CBD4",
    ok="#86D6B4",
    violet="#CBB4F0",
    primary="#1C5690",
    alarm="#8F1D1D",
    on_fill="#FFFFFF",
)

DAY = Tokens(
    name="day",
    window="#E4E8EC",
    panel="#F7F8FA",
    raised="#ECEFF3",
    input="#FFFFFF",
    selected="#D3E5F7",
    line="#C3CAD2",
    edge="#5F6974",
    accent="#0A477D",
    text="#12161B",
    dim="#39424C",
    p1="#861313",
    p2="#663700",
    p3="#4B4100",
    p4="#39424C",
    ok="#084A31",
    violet="#47276F",
    primary="#1C5690",
    alarm="#8F1D1D",
    on_fill="#FFFFFF",
)

THEMES: dict[str, Tokens] = {NIGHT.name: NIGHT, DAY.name: DAY}

_GROUNDS = ("window", "panel", "raised", "input", "selected")
_INKS = ("text", "dim", "accent", "p1", "p2", "p3", "p4", "ok", "violet")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (*product(_INKS, _GROUNDS), ("on_fill", "primary"), ("on_fill", "alarm"))
EDGE_PAIRS: tuple[tuple[str, str], ...] = (*product(("edge", "accent", "p1", "p2", "ok"), _GROUNDS), ("on_fill", "alarm"))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
