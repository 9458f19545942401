"""Raster tiles of imported files as our tiles: 256 px ones four at a time, parents scaled up beyond the file's last zoom,
and light maps turned down for the night."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from calltaker.theme.tokens import NIGHT
from calltaker.tiles.archive import Archive, ArchiveError
from calltaker.tiles.grid import Tile
from calltaker.tiles.wire import TILE_PX, Theme

_KEPT_IMAGES = 48
_SAMPLES = 6
_MAX_IMAGE_MB = 32
_LIGHT_FROM = 0.6
"""Mean brightness from which a map is dark lines on light paper, and is inverted at night; photographs lie below it."""
_DARK_UP_TO = 0.25
_PHOTO_AT_NIGHT = 0.55
_INK_AT_NIGHT = 205.0
_COLOUR_AT_NIGHT = 0.45
_LUMA = (0.0722, 0.7152, 0.2126)  # blue, green, red, as the bytes of a pixel lie
_Matrix = np.ndarray[tuple[int, int], np.dtype[np.int32]]
_PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied


class RasterMap:
    """One file. Raises `ArchiveError` when its tiles are no images that can be read."""

    def __init__(self, archive: Archive) -> None:
        QImageReader.setAllocationLimit(_MAX_IMAGE_MB)
        self._archive = archive
        self._kept: OrderedDict[Tile, QImage | None] = OrderedDict()
        samples = [image for data in archive.samples(_SAMPLES) if (image := decoded(data))]
        if not samples:
            raise ArchiveError(f"{archive.path.name}: its tiles are no PNG, JPEG or WebP images")
        self._is_small = samples[0].width() <= TILE_PX // 2
        self._brightness = float(np.mean([_brightness(image) for image in samples]))

    @property
    def name(self) -> str:
        return self._archive.path.name

    @property
    def max_zoom(self) -> int:
        """The last zoom at which our tiles are sharp."""
        return self._archive.max_zoom - self._is_small

    def paint(self, tile: Tile, theme: Theme) -> QImage | None:
        """Return the tile, transparent where the file has nothing, None when it has nothing at all. Raises `ArchiveError`."""
        image = self._joined(tile)
        if image is not None and theme == "night" and self._brightness > _DARK_UP_TO:
            _turn_down(image, is_inverted=self._brightness >= _LIGHT_FROM)
        return image

    def _joined(self, tile: Tile) -> QImage | None:
        quarters: tuple[QImage | None, ...] = ()
        if self._is_small and tile.z < self._archive.max_zoom:
            quarters = tuple(self._image(child) for child in tile.children())
        parent = None if quarters and all(quarters) else self._from_parent(tile)
        if parent is None and not any(quarters):
            return None
        image = QImage(TILE_PX, TILE_PX, _PREMULTIPLIED)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if parent is not None:
            painter.drawImage(QRectF(0, 0, TILE_PX, TILE_PX), *parent)
        half = TILE_PX / 2
        for number, quarter in enumerate(quarters):
            if quarter is not None:
                place = QRectF(number % 2 * half, number // 2 * half, half, half)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                painter.drawImage(place, quarter, QRectF(quarter.rect()))
        painter.end()
        return image

    def _from_parent(self, tile: Tile) -> tuple[QImage, QRectF] | None:
        """Return the image in which the tile lies, and where: the tile itself, or beyond the last zoom its forefather."""
        levels = max(0, tile.z - self._archive.max_zoom)
        image = self._image(tile.parent(levels))
        if image is None:
            return None
        parts = 1 << levels
        side = image.width() / parts
        return image, QRectF(tile.x % parts * side, tile.y % parts * side, side, side)

    def _image(self, tile: Tile) -> QImage | None:
        if tile in self._kept:
            self._kept.move_to_end(tile)
            return self._kept[tile]
        data = self._archive.tile(tile)
        self._kept[tile] = image = decoded(data) if data else None
        if len(self._kept) > _KEPT_IMAGES:
            self._kept.popitem(last=False)
        return image


def is_opaque(image: QImage) -> bool:
    """Whether nothing shines through."""
    return bool(_pixels(image)[..., 3].min() == 255)


def decoded(data: bytes) -> QImage | None:
    """Return a PNG, JPEG or WebP image; nothing else is even tried."""
    kind = _kind(data)
    image = QImage.fromData(data, kind) if kind else QImage()  # type: ignore[arg-type]  # text is what it takes
    return None if image.isNull() else image.convertToFormat(_PREMULTIPLIED)


def _kind(data: bytes) -> str:
    if data.startswith(b"\x89PNG"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _pixels(image: QImage) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    """Return the image's own memory: rows of blue, green, red, alpha."""
    return np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.width(), 4)


def _brightness(image: QImage) -> float:
    """Return the mean brightness of what is not transparent, 0 to 1."""
    blue, green, red, alpha = (float(mean) for mean in _pixels(image).reshape(-1, 4).mean(axis=0))
    luma = sum(weight * mean for weight, mean in zip(_LUMA, (blue, green, red), strict=True))
    return luma / alpha if alpha else 0.0


def _turn_down(image: QImage, *, is_inverted: bool) -> None:
    """Darken a photograph; turn a light map over so that its paper gets the colour of the night's land and its ink is light,
    hues kept but paler. Colours are premultiplied and the arithmetic is linear. Whole numbers plane by plane: a matrix product
    in floats takes seven times as long, and sixty times when others want the processors too."""
    pixels = _pixels(image)
    matrix = _INVERSION if is_inverted else _DIMMING
    planes = [pixels[..., channel].astype(np.int32) for channel in range(4)]
    for channel in range(3):
        turned = planes[0] * matrix[0, channel]
        for other in range(1, 4):
            turned += planes[other] * matrix[other, channel]
        turned >>= 8
        pixels[..., channel] = np.clip(turned, 0, planes[3])


def _inversion() -> _Matrix:
    """Return the matrix from (blue, green, red, alpha): paper, plus ink where it was dark, plus a part of the colour."""
    land = QColor(NIGHT.map_land)
    paper = np.array((land.blue(), land.green(), land.red())) / 255
    ink = _INK_AT_NIGHT / 255 - paper
    matrix = np.eye(4)
    matrix[:3, :3] = np.eye(3) * _COLOUR_AT_NIGHT - np.outer(_LUMA, ink + _COLOUR_AT_NIGHT)
    matrix[3, :3] = paper + ink
    return _in_256ths(matrix)


def _in_256ths(matrix: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> _Matrix:
    return np.rint(matrix * 256).astype(np.int32)


_INVERSION = _inversion()
_DIMMING = _in_256ths(np.eye(4) * _PHOTO_AT_NIGHT)
