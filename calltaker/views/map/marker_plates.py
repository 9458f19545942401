"""Where the words of the markers stand: beside them, none over another, and whole as long as their marker is seen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QLocale
from PySide6.QtGui import QPainter, QPen

from calltaker.domain.map_scene import Marker
from calltaker.theme.live import theme
from calltaker.views.map.areas import UNKNOWN_PX
from calltaker.views.map.clip import PointPx
from calltaker.views.map.marker_shapes import box_of, tone_of
from calltaker.views.map.marker_words import has_unknown_radius, wordings
from calltaker.views.map.mercator import Viewport
from calltaker.views.map.placement import Placement, Rect
from calltaker.views.map.plates import plate
from calltaker.views.map.stamps import Stamp, StampBook

ALWAYS_SAID = {"caller", "offer", "pin"}
_FROM_ZOOM = {"post": 14, "unit": 12, "incident": 8}
_FRAMED = {"caller", "offer", "pin", "incident"}
_FIRST = ("pin", "caller", "offer", "incident", "unit", "post")
_GAP_PX = 3
_FAR_ROWS = 6
_EDGE_PX = 3

MarkerId = tuple[str, str]
Standing = tuple[Marker, PointPx]
"""A marker and the pixel of the world, at the zoom in force, on which it is drawn."""


def id_of(marker: Marker) -> MarkerId:
    """Return what tells a marker from all others: a call and its pin have one key."""
    return marker.kind, marker.key


@dataclass(frozen=True)
class _Plate:
    """`middle` is its place, `beside` are all places near its marker, in pixels of the world. `must`: it is always shown."""

    stamp: Stamp
    at: PointPx
    middle: PointPx
    beside: tuple[PointPx, ...]
    covered: Rect
    must: bool
    has_leader: bool


class PlateLayer:
    """Keeps for each zoom where all words stand, so that they do not jump while the map is moved. `taken` is what they and the
    shapes cover, in pixels of the world; `version` counts how often that changed."""

    def __init__(self, stamps: StampBook) -> None:
        self._stamps = stamps
        self._placed_for: tuple[object, ...] = ()
        self._plates: list[_Plate] = []
        self.taken = Placement()
        self.version = 0

    def forget(self) -> None:
        """The markers changed."""
        self._placed_for = ()

    def place(
        self, standing: Iterable[Standing], view: Viewport, ratio: float, locale: QLocale, picked: MarkerId | None
    ) -> None:
        """Give the words of the most important markers their place first. Callers, the pin, P1 and what was picked always have
        theirs; another marker says less where there is little room, and is a shape without words where there is none."""
        wanted = (view.zoom, picked, theme.tokens.name, theme.zoom_pct, ratio, locale.name())
        if wanted == self._placed_for:
            return
        self._placed_for = wanted
        self.version += 1
        self.taken = Placement()
        self._plates = []
        shown = list(standing)
        for marker, at in shown:
            self.taken.take(_covered(marker, at))
        for marker, at in sorted(shown, key=lambda one: _order(one[0], picked)):
            must = marker.kind in ALWAYS_SAID or marker.priority == 1 or id_of(marker) == picked
            if not must and view.zoom < _FROM_ZOOM.get(marker.kind, 0):
                continue
            tone, is_framed = tone_of(marker), marker.kind in _FRAMED or id_of(marker) == picked
            for lines in wordings(marker, locale):
                stamp = self._stamps.get(("words", lines, tone, is_framed), ratio, plate, lines, tone, is_framed)
                if self._place_one(marker, at, stamp, must=must):
                    break
        self._plates.reverse()  # the most important words are drawn last, on top

    def paint(self, painter: QPainter, view: Viewport) -> None:
        left, top = view.origin
        middles = self._middles(view)
        leaders = [
            QLineF(middle[0], middle[1], one.at[0] - left, one.at[1] - top)
            for one, middle in zip(self._plates, middles, strict=True)
            if one.has_leader
        ]
        painter.setPen(QPen(theme.colour("text"), 1.2))
        painter.drawLines(leaders)
        for one, (x_px, y_px) in zip(self._plates, middles, strict=True):
            if view.holds(x_px, y_px, 180):
                painter.drawImage(one.stamp.at(round(x_px), round(y_px)).topLeft(), one.stamp.picture)

    # --- inside --------------------------------------------------------------------------------------------------------
    def _place_one(self, marker: Marker, at: PointPx, stamp: Stamp, *, must: bool) -> bool:
        """Put words beside their marker; those that must be said go farther off in a crowd, with a line leading back."""
        covered = _covered(marker, at)
        near = _beside(covered, at, stamp.size)
        far = _farther(near, at, stamp.size) if must else []
        free = next((place for place in (*near, *far) if self.taken.is_free(rect_around(place, stamp.size))), None)
        if free is None and not must:
            return False
        place = free or near[0]
        self.taken.take(rect_around(place, stamp.size))
        self._plates.append(_Plate(stamp, at, place, tuple(near), covered, must, has_leader=place in far))
        return True

    def _middles(self, view: Viewport) -> list[PointPx]:
        """Return where the words stand on the widget: those that its edge would cut change sides."""
        left, top = view.origin
        middles = [(one.middle[0] - left, one.middle[1] - top) for one in self._plates]
        cut = [
            number
            for number, (one, middle) in enumerate(zip(self._plates, middles, strict=True))
            if view.holds(one.at[0] - left, one.at[1] - top) and not _is_inside(rect_around(middle, one.stamp.size), view)
        ]
        if cut:
            taken = Placement()
            for number, (one, middle) in enumerate(zip(self._plates, middles, strict=True)):
                taken.take(_moved(one.covered, left, top))
                if number not in cut and view.holds(*middle, 180):
                    taken.take(rect_around(middle, one.stamp.size))
            for number in reversed(cut):  # the most important first
                middles[number] = _inside(self._plates[number], middles[number], view, taken)
                taken.take(rect_around(middles[number], self._plates[number].stamp.size))
        return middles


def _inside(one: _Plate, middle: PointPx, view: Viewport, taken: Placement) -> PointPx:
    """Return where words stand whole; what may be left out stays where it is when there is no such place."""
    left, top = view.origin
    size = one.stamp.size
    places = [(x - left, y - top) for x, y in one.beside]
    whole = [place for place in places if _is_inside(rect_around(place, size), view)]
    free = [place for place in whole if taken.is_free(rect_around(place, size))]
    if free or not one.must:
        return next(iter((*free, middle)))
    return next(iter((*whole, _pushed(middle, size, view))))


def _pushed(middle: PointPx, size: tuple[float, float], view: Viewport) -> PointPx:
    half_x, half_y = size[0] / 2 + _EDGE_PX, size[1] / 2 + _EDGE_PX
    x, y = max(half_x, min(view.width - half_x, middle[0])), max(half_y, min(view.height - half_y, middle[1]))
    return x, y


def _is_inside(rect: Rect, view: Viewport) -> bool:
    edge = _EDGE_PX
    return rect[0] >= edge and rect[1] >= edge and rect[2] <= view.width - edge and rect[3] <= view.height - edge


def _order(marker: Marker, picked: MarkerId | None) -> tuple[bool, bool, int, int]:
    return id_of(marker) != picked, not marker.is_current, _FIRST.index(marker.kind), marker.priority or 9


def _covered(marker: Marker, at: PointPx) -> Rect:
    """Return what words must keep free: the shape, and the ring with the question mark where there is one."""
    box = box_of(marker)
    reach = UNKNOWN_PX if has_unknown_radius(marker) else 0.0
    return (
        at[0] + min(box.left(), -reach),
        at[1] + min(box.top(), -reach),
        at[0] + max(box.right(), reach),
        at[1] + max(box.bottom(), reach),
    )


def _moved(rect: Rect, left: float, top: float) -> Rect:
    return rect[0] - left, rect[1] - top, rect[2] - left, rect[3] - top


def _beside(covered: Rect, at: PointPx, size: tuple[float, float]) -> list[PointPx]:
    """Return the middles where the words may stand: right, left, above, below, then the corners."""
    right, left = covered[2] + _GAP_PX + size[0] / 2, covered[0] - _GAP_PX - size[0] / 2
    above, below = covered[1] - _GAP_PX - size[1] / 2, covered[3] + _GAP_PX + size[1] / 2
    level = (covered[1] + covered[3]) / 2
    sides = [(right, level), (left, level), (at[0], above), (at[0], below)]
    return [*sides, (right, above), (right, below), (left, above), (left, below)]


def _farther(near: Sequence[PointPx], at: PointPx, size: tuple[float, float]) -> list[PointPx]:
    """Return places around a crowd, the nearest first."""
    (right, _), (left, _) = near[:2]
    step, out = size[1] + _GAP_PX, 4 * _GAP_PX
    rows = [sign * row * step for row in range(1, _FAR_ROWS + 1) for sign in (1, -1)]
    places = [(x, at[1] + row) for row in rows for x in (right + out, left - out, at[0])]
    return sorted(places, key=lambda place: math.dist(place, at))


def rect_around(middle: PointPx, size: tuple[float, float]) -> Rect:
    """Return the box of a size around its middle."""
    return middle[0] - size[0] / 2, middle[1] - size[1] / 2, middle[0] + size[0] / 2, middle[1] + size[1] / 2
