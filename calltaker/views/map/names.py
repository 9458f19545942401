"""The names of the region: kabupaten before kecamatan before villages, and none over another."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from calltaker.places.wire import Border, Label
from calltaker.theme.fonts import base_font
from calltaker.theme.live import theme
from calltaker.views.map.mercator import Viewport, world_of
from calltaker.views.map.placement import Placement
from calltaker.views.map.stamps import Drawing, StampBook, is_whole, name_box, paint_name

LOCAL_RANK = 3
"""Streets and landmarks; the names of a region are of a lower rank."""
_FROM_ZOOM = (5, 8, 11)  # by rank
_UNTIL_ZOOM = (12, 15, 21)
_SIZE_PT = (15.0, 13.5, 12.0, 11.0)
_GAP_PX = 6.0
_ASIDES_PX = (0, -16, 16, -32, 32, -48, 48)  # the name of an area may stand anywhere in it
_NEW_PER_FRAME = 24  # names drawn for the first time in one frame; the next frame draws the rest

Named = tuple[str, int, float, float]
"""Text, rank, place in the world of 1 × 1."""


class NameLayer:
    """`taken` is what the names cover, in pixels of the world; `version` counts how often that changed."""

    def __init__(self, stamps: StampBook) -> None:
        self._stamps = stamps
        self._names: list[Named] = []
        self._placed_for: tuple[int, str, int] | None = None
        self._placed: list[Named] = []
        self.taken = Placement()
        self.version = 0

    def set_names(self, labels: Iterable[Label], borders: Iterable[Border] = ()) -> None:
        """Take the labels, and the names of the neighbours (the own region's name is the map's)."""
        names = [
            (label.text, label.rank, *world_of(label.lat, label.lon))
            for label in labels
            if label.text and 0 <= label.rank < LOCAL_RANK
        ]
        known = {name[0] for name in names}
        names += [
            (border.name, 0, *_middle(border))
            for border in borders
            if border.rings and not border.is_home and border.name not in known
        ]
        self._names = sorted(names, key=lambda name: name[1])
        self._placed_for = None

    def paint(self, painter: QPainter, view: Viewport, ratio: float, shown: Placement) -> bool:
        """Draw the names that no edge cuts, a little aside where something of `shown` would cover them. True when some wait for
        the next frame."""
        self._place(view)
        left, top = view.origin
        made_before = self._stamps.made
        waits = False
        drawn = Placement()
        for text, rank, x, y in self._placed:
            x_px, y_px = x * view.scale - left, y * view.scale - top
            if not view.holds(x_px, y_px, 120):
                continue
            key = ("name", text, rank)
            if self._stamps.made - made_before >= _NEW_PER_FRAME and not self._stamps.has(key, ratio):
                waits = True
                continue
            stamp = self._stamps.get(key, ratio, _drawing, text, rank)
            for aside_px in _ASIDES_PX:
                rect = stamp.rect(x_px, y_px + aside_px)
                if is_whole(rect, view) and shown.is_free(rect) and drawn.try_take(rect):
                    painter.drawImage(stamp.at(round(x_px), round(y_px) + aside_px).topLeft(), stamp.picture)
                    break
        return waits

    def _place(self, view: Viewport) -> None:
        """Place all names of the region once a zoom, so that none comes or goes while the map is moved."""
        wanted = (view.zoom, theme.tokens.name, theme.zoom_pct)
        if wanted == self._placed_for:
            return
        self._placed_for = wanted
        self.version += 1
        self.taken = Placement()
        self._placed = []
        fonts = [font_of(rank) for rank in range(LOCAL_RANK)]
        for name in self._names:
            text, rank, x, y = name
            if _FROM_ZOOM[rank] <= view.zoom <= _UNTIL_ZOOM[rank] and self.taken.try_take(
                _rect(name_box(text, fonts[rank]), x * view.scale, y * view.scale)
            ):
                self._placed.append(name)


def font_of(rank: int) -> QFont:
    font = base_font(zoom_pct=theme.zoom_pct)
    font.setPointSizeF(_SIZE_PT[rank] * max(1.0, theme.zoom_pct / 100))
    font.setWeight(QFont.Weight.DemiBold if rank < 2 else QFont.Weight.Normal)
    if rank == 0:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.5)
    return font


def _drawing(text: str, rank: int) -> Drawing:
    font = font_of(rank)
    tokens = theme.tokens
    ink = QColor(tokens.text if rank < 2 else tokens.dim)
    return name_box(text, font), lambda painter: paint_name(painter, text, font, ink, halo())


def halo() -> QColor:
    """The land's own colour, not quite opaque."""
    colour = QColor(theme.tokens.map_land)
    colour.setAlpha(220)
    return colour


def _rect(box: QRectF, x: float, y: float) -> tuple[float, float, float, float]:
    return x + box.left() - _GAP_PX, y + box.top() - _GAP_PX, x + box.right() + _GAP_PX, y + box.bottom() + _GAP_PX


def _middle(border: Border) -> tuple[float, float]:
    """Return the middle of the largest ring's box: good enough for a name."""
    ring = max(border.rings, key=len)
    lats, lons = [point[0] for point in ring], [point[1] for point in ring]
    return world_of((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
