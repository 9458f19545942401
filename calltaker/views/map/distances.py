"""Lengths on the map in words, always said to be a straight line."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QLocale

from calltaker.domain.map_scene import Marker
from db.geodesy import distance_m


def reach_of(marker: Marker) -> float | None:
    """Return how far from its marker a place may be, None when nobody knows."""
    if marker.outline:
        return max(distance_m(marker.lat, marker.lon, *corner) for corner in marker.outline)
    return marker.radius_m


def metres_text(metres: float, locale: QLocale) -> str:
    """Return "850 m" or "1.4 km" as the language writes numbers."""
    if metres < 1_000:
        return f"{locale.toString(round(metres))} m"
    tenths = round(metres / 100)
    return f"{locale.toString(tenths / 10, 'f', 1 if tenths % 10 and metres < 100_000 else 0)} km"


def straight_line_text(metres: float, locale: QLocale) -> str:
    """Return a distance with the warning that no road is meant."""
    words = QCoreApplication.translate("MapWords", "{distance} straight line")
    return words.format(distance=metres_text(metres, locale))


def scale_bar(metres_per_px: float, most_px: float) -> tuple[float, float]:
    """Return the length of a scale bar of 1, 2 or 5 times a power of ten, in metres and in pixels, at most `most_px` long."""
    most_m = metres_per_px * most_px
    power = 10.0 ** math.floor(math.log10(most_m))
    length_m = max(step * power for step in (1, 2, 5) if step * power <= most_m)
    return length_m, length_m / metres_per_px
