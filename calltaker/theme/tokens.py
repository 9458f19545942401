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
    controls, `line` only decorates. `p1`–`p4` are the priorities, `violet` is pranks and ghosts.

    `map_*`: `outside` is what no imported file knows, `grid` the lines of latitude and longitude there, `village`, `border`
    (of kecamatan) and `home` (of the kabupaten or kota) are lines, the rest grounds. The map stays calm: names and markers,
    drawn over it in the colours of the desk, are what a person reads."""

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
    map_outside: str
    map_land: str
    map_water: str
    map_green: str
    map_built: str
    map_building: str
    map_road: str
    map_main_road: str
    map_road_edge: str
    map_rail: str
    map_grid: str
    map_village: str
    map_border: str
    map_home: str

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
    map_outside="#0B0F13",
    map_land="#1E262D",
    map_water="#12304A",
    map_green="#1B2A26",
    map_built="#232A32",
    map_building="#2A333D",
    map_road="#414D59",
    map_main_road="#524D39",
    map_road_edge="#141A20",
    map_rail="#48535F",
    map_grid="#1A2128",
    map_village="#45515E",
    map_border="#7D8A97",
    map_home="#8FB8DE",
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
    map_outside="#DDE2E7",
    map_land="#F8F6F0",
    map_water="#C6DCEC",
    map_green="#DFEBD8",
    map_built="#EFECE5",
    map_building="#E2DCD0",
    map_road="#FFFFFF",
    map_main_road="#F9E7B4",
    map_road_edge="#CFC9BD",
    map_rail="#C9C4BA",
    map_grid="#CBD2D9",
    map_village="#BDB5A5",
    map_border="#7C7363",
    map_home="#2F5C85",
)

THEMES: dict[str, Tokens] = {NIGHT.name: NIGHT, DAY.name: DAY}

_GROUNDS = ("window", "panel", "raised", "input", "selected")
_MAP_GROUNDS = ("map_outside", "map_land", "map_water", "map_green", "map_built", "map_building", "map_road", "map_main_road")
_INKS = ("text", "dim", "accent", "p1", "p2", "p3", "p4", "ok", "violet")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *product(_INKS, _GROUNDS),
    *product(("text",), _MAP_GROUNDS),
    ("on_fill", "primary"),
    ("on_fill", "alarm"),
)
EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    *product(("edge", "accent", "p1", "p2", "ok"), _GROUNDS),
    *product(("map_border", "map_home"), ("map_outside", "map_land", "map_water")),
    ("on_fill", "alarm"),
)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
