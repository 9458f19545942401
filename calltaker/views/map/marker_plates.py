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
from calltaker.views.map.stamps import EDGE_PX, Stamp, StampBook, is_whole

ALWAYS_SAID = {"caller", "offer", "pin"}
_FROM_ZOOM = {"post": 14, "unit": 12, "incident": 8}
_FRAMED = {"caller", "offer", "pin", "incident"}
_FIRST = ("pin", "caller", "offer", "incident", "unit", "post")
_GAP_PX = 3
_FAR_ROWS = 6

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
    must: bool
    has_leader: bool


class PlateLayer:
    """Keeps for each zoom where all words stand, so that they do not jump while the map is moved. `taken` is what they and the
    shapes cover, in pixels of the world; `version` counts how often that changed. `shown` is what they cover on the
    widget, where words that its edge would have cut have changed sides."""

    def __init__(self, stamps: StampBook) -> None:
        self._stamps = stamps
        self._placed_for: tuple[object, ...] = ()
        self._plates: list[_Plate] = []
        self._middles: list[PointPx | None] = []
        self._covered: list[Rect] = []
        self.taken = Placement()
        self.shown = Placement()
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
        if wanted != self._placed_for:
            self._placed_for = wanted
            self._place_all(list(standing), view, ratio, locale, picked)
        self._turn(view)

    def paint(self, painter: QPainter, view: Viewport) -> None:
        """Draw the words where `place` has put them."""
        left, top = view.origin
        drawn = [(one, middle) for one, middle in zip(self._plates, self._middles, strict=True) if middle is not None]
        leaders = [QLineF(*middle, one.at[0] - left, one.at[1] - top) for one, middle in drawn if one.has_leader]
        painter.setPen(QPen(theme.colour("text"), 1.2))
        painter.drawLines(leaders)
        for one, (x_px, y_px) in drawn:
            painter.drawImage(one.stamp.at(round(x_px), round(y_px)).topLeft(), one.stamp.picture)

    # --- inside --------------------------------------------------------------------------------------------------------
    def _place_all(self, shown: list[Standing], view: Viewport, ratio: float, locale: QLocale, picked: MarkerId | None) -> None:
        self.version += 1
        self.taken = Placement()
        self._plates = []
        self._covered = [_covered(marker, at) for marker, at in shown]
        for covered in self._covered:
            self.taken.take(covered)
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
        self._plates.append(_Plate(stamp, at, place, tuple(near), must, has_leader=place in far))
        return True

    def _turn(self, view: Viewport) -> None:
        """Say where the words stand on the widget. Those that its edge would cut change sides; a name for which there is no
        room is left out, and so are the words of what is out of sight."""
        left, top = view.origin
        middles: list[PointPx | None] = [(one.middle[0] - left, one.middle[1] - top) for one in self._plates]
        self._middles, self.shown = middles, Placement()
        for covered in self._covered:
            if view.holds(covered[0] - left, covered[1] - top, 60):
                self.shown.take(_moved(covered, left, top))
        turned = Placement()
        for must in (True, False):
            numbers = [number for number, one in enumerate(self._plates) if one.must == must]
            cut = [number for number in numbers if not is_whole(_rect(middles[number], self._plates[number]), view)]
            for number in numbers:
                rect = _rect(middles[number], self._plates[number])
                if number not in cut and (must or turned.is_free(rect)):
                    self.shown.take(rect)
                elif number not in cut:
                    middles[number] = None
            for number in reversed(cut):  # the most important first
                one = self._plates[number]
                middles[number] = middle = _inside(one, view, self.shown)
                if middle is not None:
                    self.shown.take(_rect(middle, one))
                    turned.take(_rect(middle, one))


def _inside(one: _Plate, view: Viewport, taken: Placement) -> PointPx | None:
    """Return where words stand whole; None when their marker is out of sight, or when there is no room for what may be left
    out."""
    left, top = view.origin
    if not view.holds(one.at[0] - left, one.at[1] - top):
        return None
    whole = [place for x, y in one.beside for place in ((x - left, y - top),) if is_whole(_rect(place, one), view)]
    free = [place for place in whole if taken.is_free(_rect(place, one))]
    if free or not one.must:
        return free[0] if free else None
    return whole[0] if whole else _pushed((one.middle[0] - left, one.middle[1] - top), one.stamp.size, view)


def _pushed(middle: PointPx, size: tuple[float, float], view: Viewport) -> PointPx:
    half_x, half_y = size[0] / 2 + EDGE_PX, size[1] / 2 + EDGE_PX
    x, y = max(half_x, min(view.width - half_x, middle[0])), max(half_y, min(view.height - half_y, middle[1]))
    return x, y


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


def _rect(middle: PointPx | None, one: _Plate) -> Rect:
    return rect_around(middle or one.middle, one.stamp.size)


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
