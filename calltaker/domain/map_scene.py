"""What stands on the map, as values: made by controllers, drawn by the map, known to nobody else."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

MarkerKind = Literal["caller", "offer", "pin", "incident", "unit", "post"]


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """`caller`: a call that rings or talks and brought a place; `offer`: another place the network sent; `pin`: the place of
    the form on the screen. `key` is the id of what it stands for (call, incident, call sign).

    `radius_m` at 95 %, None = unknown and drawn as a point with a question mark, never as an exact one; `outline` replaces the
    circle where the area is none. `priority` 1–4 for incidents. `state` as in the tables ("ringing", "talking", "ready" …).
    `is_stale`: older than five minutes, drawn broken. `is_verified`: the caller said that it is right."""

    kind: MarkerKind
    key: str
    lat: float
    lon: float
    label: str = ""
    radius_m: float | None = None
    outline: tuple[tuple[float, float], ...] = ()
    priority: int = 0
    state: str = ""
    is_stale: bool = False
    is_current: bool = False
    is_verified: bool = False


class MapScene(msgspec.Struct, frozen=True, kw_only=True):
    """All markers; later ones are drawn over earlier ones."""

    markers: tuple[Marker, ...] = ()


def is_drawable(lat: float | None, lon: float | None) -> bool:
    """True for a point that may stand on the map: two numbers in range, and not (0, 0), which is what a device without a fix
    sends."""
    if lat is None or lon is None or not (math.isfinite(lat) and math.isfinite(lon)):
        return False
    is_null_island = abs(lat) < 0.001 and abs(lon) < 0.001
    return abs(lat) <= 85.0 and abs(lon) <= 180.0 and not is_null_island
