"""Streets and houses of a made-up village: a grid that bends, with the named streets where they are said to be. Metres."""

from __future__ import annotations

import math
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import shapely

Point = tuple[float, float]
_BLOCK_M = (85.0, 150.0)
_APART_M = 50.0
_STEP_M = 30.0


@dataclass
class Streets:
    """`named` by name; `lanes` have none."""

    named: dict[str, shapely.LineString] = field(default_factory=dict)
    lanes: list[shapely.LineString] = field(default_factory=list)


def bent(point: Point) -> Point:
    """Bend the plane a little: no street of the city is quite straight."""
    x, y = point
    return x + 34 * math.sin(y / 310 + 0.7) + 15 * math.sin(x / 170), y + 34 * math.sin(x / 290 + 1.9) + 13 * math.sin(y / 150)


def straightened(point: Point) -> Point:
    """Undo `bent`."""
    x, y = point
    for _ in range(30):
        back = bent((x, y))
        x, y = x + point[0] - back[0], y + point[1] - back[1]
    return x, y


def village_streets(area: shapely.Geometry, named: Sequence[tuple[str, Point]], dice: random.Random) -> Streets:
    """Lay a grid over the area in which every named street runs through its point."""
    turn = dice.uniform(0.1, math.pi / 2 - 0.1)
    middle = straightened((area.centroid.x, area.centroid.y))
    grid = _Grid(turn, middle, reach=0.75 * max(area.bounds[2] - area.bounds[0], area.bounds[3] - area.bounds[1]))
    for name, point in named:
        grid.add(name, point, 170.0 if name.startswith("Gang") else dice.uniform(330, 800))
    grid.fill(dice)
    return grid.streets(area, dice)


@dataclass
class _Grid:
    """Two families of lines, at positions of its own axes. A named line is (name, where it is centred, how long it is)."""

    turn: float
    middle: Point
    reach: float
    lines: tuple[dict[float, tuple[str, float, float] | None], ...] = field(default_factory=lambda: ({}, {}))

    def add(self, name: str, point: Point, length_m: float) -> None:
        at = self._own(point)
        room = [min((abs(at[axis] - other) for other in self.lines[axis]), default=math.inf) for axis in (0, 1)]
        axis = 0 if room[0] >= room[1] else 1
        self.lines[axis][at[axis]] = (name, at[1 - axis], length_m)

    def fill(self, dice: random.Random) -> None:
        for family in self.lines:
            named, at = list(family), -self.reach + dice.uniform(0, _BLOCK_M[0])
            while at < self.reach:
                if all(abs(at - other) > _APART_M for other in named):
                    family[at] = None
                at += dice.uniform(*_BLOCK_M)

    def streets(self, area: shapely.Geometry, dice: random.Random) -> Streets:
        made = Streets()
        for axis in (0, 1):
            crossings = sorted(self.lines[1 - axis])
            for at, name in sorted(self.lines[axis].items()):
                if name is not None:
                    start, end = _between_crossings(crossings, name[1], name[2])
                    made.named[name[0]] = self._line(axis, at, start, end)
                for start, end in _runs(crossings, dice):
                    seen = shapely.intersection(self._line(axis, at, start, end), area)
                    made.lanes += [part for part in shapely.get_parts(seen) if part.length > 25]
        return made

    def _line(self, axis: int, at: float, start: float, end: float) -> shapely.LineString:
        steps = max(2, math.ceil((end - start) / _STEP_M))
        along = [start + (end - start) * step / steps for step in range(steps + 1)]
        return shapely.LineString([self._bent((at, other) if axis == 0 else (other, at)) for other in along])

    def _own(self, point: Point) -> Point:
        x, y = straightened(point)
        x, y = x - self.middle[0], y - self.middle[1]
        return x * math.cos(self.turn) + y * math.sin(self.turn), y * math.cos(self.turn) - x * math.sin(self.turn)

    def _bent(self, own: Point) -> Point:
        x = own[0] * math.cos(self.turn) - own[1] * math.sin(self.turn) + self.middle[0]
        y = own[1] * math.cos(self.turn) + own[0] * math.sin(self.turn) + self.middle[1]
        return bent((x, y))


def _between_crossings(crossings: Sequence[float], centre: float, length_m: float) -> tuple[float, float]:
    """Return where a named street begins and ends: at crossings, so that it is nowhere cut off."""
    first = max(0, bisect_right(crossings, centre - length_m / 2) - 1)
    last = min(len(crossings) - 1, bisect_left(crossings, centre + length_m / 2))
    return min(crossings[first], centre - 20), max(crossings[last], centre + 20)


def _runs(crossings: Sequence[float], dice: random.Random) -> list[tuple[float, float]]:
    """Return the pieces of a line that are built: some blocks have no lane on one side."""
    runs: list[tuple[float, float]] = []
    for start, end in pairwise(crossings):
        if dice.random() < 0.8:
            runs.append((runs.pop()[0], end) if runs and runs[-1][1] == start else (start, end))
    return runs


def houses(
    lanes: Iterable[shapely.LineString], keep_off: Sequence[tuple[shapely.Geometry, float]], dice: random.Random
) -> list[shapely.Polygon]:
    """Return houses on both sides of the lanes; none nearer to anything of `keep_off` than its metres, none on another."""
    made: list[shapely.Polygon] = []
    taken: set[tuple[int, int]] = set()
    for lane in lanes:
        at = dice.uniform(6, 14)
        while at < lane.length - 6:
            here, ahead = lane.interpolate(at), lane.interpolate(at + 1)
            turn = math.atan2(ahead.y - here.y, ahead.x - here.x)
            for side in (-1, 1):
                long, deep = dice.uniform(4.5, 7.5), dice.uniform(4, 6.5)
                off = side * (7.5 + deep + dice.uniform(0, 4))
                x, y = here.x - off * math.sin(turn), here.y + off * math.cos(turn)
                cell = round(x / 13), round(y / 13)
                if dice.random() < 0.82 and cell not in taken:
                    taken.add(cell)
                    made.append(_house((x, y), turn, long, deep))
            at += dice.uniform(14, 21)
    boxes = np.array(made, dtype=object)
    for what, apart_m in keep_off:
        tree = shapely.STRtree(shapely.get_parts(what))
        near = tree.query(boxes, predicate="dwithin", distance=apart_m)[0]
        boxes = np.delete(boxes, np.unique(near))
    return list(boxes)


def _house(middle: Point, turn: float, long: float, deep: float) -> shapely.Polygon:
    cos, sin = math.cos(turn), math.sin(turn)
    corners = ((-long, -deep), (long, -deep), (long, deep), (-long, deep))
    return shapely.Polygon([(middle[0] + a * cos - b * sin, middle[1] + a * sin + b * cos) for a, b in corners])
