"""Figures in messages from strangers."""

from __future__ import annotations

import math
import re

NULL_ISLAND_DEG = 1e-4

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")


def read_number(text: str) -> float | None:
    """Return a finite number written with ASCII digits and a full stop, else None. Nothing is guessed: no comma, no blanks."""
    value = float(text) if _NUMBER.fullmatch(text) else math.nan
    return value if math.isfinite(value) else None


def is_null_island(lat: float, lon: float) -> bool:
    """Return whether a position is (0, 0), which is what a device without a fix sends."""
    return abs(lat) < NULL_ISLAND_DEG and abs(lon) < NULL_ISLAND_DEG
