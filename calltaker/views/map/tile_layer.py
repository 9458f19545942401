"""Draws the tiles that are there; where one is missing, its parent or its children, larger or smaller than life."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from calltaker.tiles.wire import TILE_PX
from calltaker.views.map.mercator import Viewport
from calltaker.views.map.tile_cache import Need, TileCache, TileId

_PARENTS = 5
_MAX_SHRINK = 2  # tiles of a nearer zoom than the map's, when their source begins only there


class TileLayer:
    def __init__(self, cache: TileCache) -> None:
        self._cache = cache

    def needed(self, view: Viewport) -> Need:
        """Return the tiles to be asked for."""
        zoom = self._cache.tile_zoom(view.zoom)
        if zoom - view.zoom > _MAX_SHRINK:
            return Need()
        seen = view.tiles(zoom)
        return Need(tuple(seen), tuple(tile for tile in view.tiles(zoom, ring=1) if tile not in seen))

    def paint(self, painter: QPainter, view: Viewport) -> None:
        zoom = self._cache.tile_zoom(view.zoom)
        if zoom - view.zoom > _MAX_SHRINK:
            return
        for tile in view.tiles(zoom):
            image = self._cache.image(tile)
            place = place_of(view, tile)
            if image is None:
                self._paint_stand_in(painter, view, tile, place)
            elif not image.isNull():
                _draw(painter, place, image)

    def _paint_stand_in(self, painter: QPainter, view: Viewport, tile: TileId, place: QRectF) -> None:
        z, x, y = tile
        for up in range(1, min(_PARENTS, z) + 1):
            image = self._cache.image((z - up, x >> up, y >> up))
            if image is not None and not image.isNull():
                part_px = image.width() / 2**up
                left, top = (x & ((1 << up) - 1)) * part_px, (y & ((1 << up) - 1)) * part_px
                _draw(painter, place, image, QRectF(left, top, part_px, part_px))
                return
        for child in ((z + 1, 2 * x + dx, 2 * y + dy) for dx in (0, 1) for dy in (0, 1)):
            image = self._cache.image(child)
            if image is not None and not image.isNull():
                _draw(painter, place_of(view, child), image)


def place_of(view: Viewport, tile: TileId) -> QRectF:
    """Return where a tile lies on the widget."""
    z, x, y = tile
    size_px = view.scale / 2**z
    left, top = view.origin
    return QRectF(x * size_px - left, y * size_px - top, size_px, size_px)


def _draw(painter: QPainter, place: QRectF, image: QImage, part: QRectF | None = None) -> None:
    if part is None and place.width() == image.width() == TILE_PX:
        painter.drawImage(place.topLeft(), image)
        return
    was_smooth = painter.testRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
    painter.drawImage(place, image, part or QRectF(image.rect()), Qt.ImageConversionFlag.AutoColor)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=was_smooth)
