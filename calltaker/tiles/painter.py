"""Paints a tile from the best that was imported; what that leaves empty is filled by the next best."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from calltaker.theme.tokens import THEMES
from calltaker.tiles.archive import ArchiveError
from calltaker.tiles.grid import Tile
from calltaker.tiles.ground import paint_ground
from calltaker.tiles.imported import Imported, fingerprint, open_region
from calltaker.tiles.raster import is_opaque
from calltaker.tiles.wire import Layer, Sources, Theme

MIN_ZOOM = 4
"""All of Indonesia on a screen."""
MAX_ZOOM = 19

_log = logging.getLogger("tiles")


class Painter:
    """From the top: raster maps (the most detailed first), the vector maps, the village polygons, the plain ground.
    Over every map stand the borders of kecamatan and kabupaten, as far as the villages are known."""

    def __init__(self, folder: Path, home: str = "") -> None:
        self._folder = folder
        self._home = home
        self._seen = fingerprint(folder)
        self._imported = open_region(folder, home)

    @property
    def sources(self) -> Sources:
        """What the tiles are made of now; it changes with imports, and while the vector renderer rests."""
        imported = self._imported
        problem = imported.vector.problem if imported.vector is not None else ""
        return Sources(
            layer=_best(imported),
            min_zoom=MIN_ZOOM,
            max_zoom=MAX_ZOOM,
            attributions=imported.attributions,
            problems=tuple(filter(None, (*imported.problems, problem))),
        )

    def look_again(self) -> None:
        """Open the folder again when something was imported or removed."""
        seen = fingerprint(self._folder)
        if seen != self._seen:
            self._seen = seen
            self._imported.close()
            self._imported = open_region(self._folder, self._home)

    def close(self) -> None:
        self._imported.close()

    def paint(self, theme: Theme, tile: Tile) -> bytes:
        """Return the pixels of a tile (`wire.Tile.pixels`)."""
        if not tile.exists:
            return b""
        tokens, imported = THEMES[theme], self._imported
        rasters = self._rasters(tile, theme)
        is_covered = bool(rasters) and is_opaque(rasters[-1])
        below = None if is_covered or imported.vector is None else self._tried(imported.vector.paint, tile, theme)
        image = below or paint_ground(tile, tokens)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        villages = imported.villages if imported.villages and imported.villages.covers(tile) else None
        if villages and not is_covered and below is None:
            villages.draw_land(painter, tile, tokens)
        for raster in reversed(rasters):
            painter.drawImage(0, 0, raster)
        if villages:
            villages.draw_borders(painter, tile, tokens)
        painter.end()
        return bytes(image.constBits())

    def _rasters(self, tile: Tile, theme: Theme) -> list[QImage]:
        """Return what raster maps have of the tile, the uppermost first, down to the first one that hides all below it."""
        found: list[QImage] = []
        for raster in sorted(self._imported.rasters, key=lambda one: -min(one.max_zoom, tile.z)):
            image = self._tried(raster.paint, tile, theme)
            if image is not None:
                found.append(image)
                if is_opaque(image):
                    break
        return found

    def _tried(self, paint: Callable[[Tile, Theme], QImage | None], tile: Tile, theme: Theme) -> QImage | None:
        """Return what a map has of the tile; a file that fails in the middle is named once, and leaves a gap."""
        try:
            return paint(tile, theme)
        except ArchiveError as error:
            if str(error) not in self._imported.problems:
                _log.error("%s", error)
                self._imported.problems.append(str(error))
            return None


def _best(imported: Imported) -> Layer:
    if imported.rasters:
        return "raster"
    if imported.vector is not None and not imported.vector.problem:
        return "vector"
    return "polygons" if imported.villages is not None else "none"
