"""The box that holds Indonesia, with its seas. Latitude and longitude cannot be mistaken for each other in it."""

from __future__ import annotations

SOUTH, NORTH, WEST, EAST = -11.5, 6.5, 94.5, 141.5


def is_inside(lat: float, lon: float) -> bool:
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def is_plausible(lat: float, lon: float) -> bool:
    """Return whether the point lies inside in either order, or would with a minus."""
    return (abs(lat) <= -SOUTH and WEST <= lon <= EAST) or (abs(lon) <= -SOUTH and WEST <= lat <= EAST)
