"""Puts boxes where none covers another, first come first served. Pure; any unit."""

from __future__ import annotations

from collections import defaultdict

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Placement:
    """A box is looked for among its neighbours in a grid only, so that thousands are placed in milliseconds."""

    def __init__(self, cell: float = 96.0) -> None:
        self._cell = cell
        self._boxes: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)

    def is_free(self, box: Rect) -> bool:
        left, top, right, bottom = box
        return not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for cell in self._cells(box)
            for other in self._boxes.get(cell, ())
        )

    def take(self, box: Rect) -> None:
        for cell in self._cells(box):
            self._boxes[cell].append(box)

    def try_take(self, box: Rect) -> bool:
        """Take the box when it is free."""
        free = self.is_free(box)
        if free:
            self.take(box)
        return free

    def _cells(self, box: Rect) -> list[tuple[int, int]]:
        left, top, right, bottom = (int(edge // self._cell) for edge in box)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
