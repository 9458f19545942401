"""The tiles that were painted, shared by all maps of the window. What is missing is asked for; nobody waits for it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from calltaker.theme.live import theme

if TYPE_CHECKING:
    from calltaker.desk.ports import TilesPort
    from calltaker.tiles.wire import Theme

TileId = tuple[int, int, int]
"""z, x, y."""
KEPT_TILES = 96  # about 1 MB each


@dataclass(frozen=True)
class Need:
    """What a map shows, most wanted first, and the ring around it, which the next pan shows."""

    seen: tuple[TileId, ...] = ()
    around: tuple[TileId, ...] = ()


class TileCache(QObject):
    """`changed`: a tile arrived, or what tiles are made of. A painter that dies takes nothing away: its tiles stay until better
    ones come."""

    changed = Signal()

    def __init__(self, port: TilesPort, parent: QObject | None = None, *, kept: int = KEPT_TILES) -> None:
        super().__init__(parent)
        self._port = port
        self._kept = kept
        self._images: OrderedDict[tuple[str, TileId], QImage] = OrderedDict()
        self._needs: dict[int, Need] = {}
        self._asked_first: set[TileId] = set()
        self._asked: set[TileId] = set()
        self._asked_theme = ""
        self._out_of_date: set[tuple[str, TileId]] = set()
        port.arrived.connect(self._on_arrived)
        port.sources_changed.connect(self._on_sources_changed)
        theme.changed.connect(self.changed)

    @property
    def attributions(self) -> tuple[str, ...]:
        return self._port.attributions

    @property
    def layer(self) -> str:
        return self._port.layer

    def tile_zoom(self, zoom: int) -> int:
        """Return the zoom of the tiles that are shown at a zoom of the map: tiles end where their source ends."""
        return max(self._port.min_zoom, min(self._port.max_zoom, zoom))

    def image(self, tile: TileId) -> QImage | None:
        """Return a tile in the theme in force; `None` = not here (yet), a null image = nothing is known there."""
        key = (theme.tokens.name, tile)
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def need(self, viewer: int, need: Need) -> None:
        """Say which tiles a map shows now."""
        self._needs[viewer] = need
        self._ask()

    def need_no_more(self, viewer: int) -> None:
        """A map is not seen any more."""
        self._needs.pop(viewer, None)

    def has_all(self, viewer: int) -> bool:
        """True when every tile that this map shows is here, in the theme in force and of what is imported now."""
        need = self._needs.get(viewer)
        return need is not None and all(self._is_fresh(theme.tokens.name, tile) for tile in need.seen)

    def _ask(self) -> None:
        """Ask for what is missing when any of it has not been asked for, or not as urgently: a new order replaces the one
        before."""
        name: Theme = "day" if theme.tokens.name == "day" else "night"
        seen = [tile for need in self._needs.values() for tile in need.seen if not self._is_fresh(name, tile)]
        around = [tile for need in self._needs.values() for tile in need.around if not self._is_fresh(name, tile)]
        missing = tuple(dict.fromkeys((*seen, *around)))
        is_asked = self._asked_first.issuperset(seen) and self._asked.issuperset(missing)
        if name != self._asked_theme or not is_asked:
            self._asked_first, self._asked, self._asked_theme = set(seen), set(missing), name
            self._port.want(name, missing)

    def _is_fresh(self, name: str, tile: TileId) -> bool:
        return (name, tile) in self._images and (name, tile) not in self._out_of_date

    def _on_arrived(self, name: str, z: int, x: int, y: int, image: QImage) -> None:
        tile = (z, x, y)
        self._images[name, tile] = image
        self._images.move_to_end((name, tile))
        self._out_of_date.discard((name, tile))
        shown = sum(len(need.seen) + len(need.around) for need in self._needs.values())
        # fewer tiles kept than shown would be asked for again for ever
        while len(self._images) > max(self._kept, 2 * shown):
            dropped, _image = self._images.popitem(last=False)
            self._out_of_date.discard(dropped)
        if name == self._asked_theme:
            self._asked.discard(tile)
        self.changed.emit()

    def _on_sources_changed(self) -> None:
        """A painter began, or something was imported: the tiles painted before are out of date, but stay until new ones come.
        What an earlier painter was asked for may never come."""
        self._out_of_date = set(self._images)
        self._asked_theme = ""
        self._ask()
        self.changed.emit()
