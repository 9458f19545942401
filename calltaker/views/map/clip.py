"""Cuts areas and lines to what is seen before Qt gets them: an outline of a whole province at street level would be drawn in
coordinates that no painter was made for. Pure; pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

PointPx = tuple[float, float]
Window = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def clipped(area: Sequence[PointPx], window: Window) -> list[PointPx]:
    """Return the part of a closed area inside the window (Sutherland and Hodgman), [] when none is."""
    left, top, right, bottom = window
    sides: tuple[tuple[Callable[[PointPx], float], int, float], ...] = (
        (lambda p: p[0] - left, 0, left),
        (lambda p: right - p[0], 0, right),
        (lambda p: p[1] - top, 1, top),
        (lambda p: bottom - p[1], 1, bottom),
    )
    corners = list(area)
    for inside, axis, at in sides:
        kept: list[PointPx] = []
        for index, here in enumerate(corners):
            before = corners[index - 1]
            if (inside(before) >= 0) != (inside(here) >= 0):
                kept.append(_crossing(before, here, axis, at))
            if inside(here) >= 0:
                kept.append(here)
        corners = kept
    return corners


def _crossing(first: PointPx, second: PointPx, axis: int, at: float) -> PointPx:
    share = (at - first[axis]) / (second[axis] - first[axis])
    other = first[1 - axis] + share * (second[1 - axis] - first[1 - axis])
    return (at, other) if axis == 0 else (other, at)


def simplified(points: Sequence[PointPx], least_px: float = 1.0) -> list[PointPx]:
    """Return the points without those nearer than `least_px` to the one before; first and last stay."""
    if len(points) < 3:
        return list(points)
    kept = [points[0]]
    for point in points[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least_px:
            kept.append(point)
    return [*kept, points[-1]]
