"""The window's end of the process that paints map tiles. A few tiles are on their way at a time, so that what is wanted now
never waits behind what was wanted before; when the process dies, another one is asked for what is still missing."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from calltaker.desk.child_process import ChildProcess
from calltaker.desk.ports import TilesPort
from calltaker.tiles.wire import TILE_PX, AnyFromPainter, Paint, Sources, Theme, Tile

_Address = tuple[int, int, int]
_ON_THEIR_WAY = 6
SILENCE_MS = 30_000
"""A painter that owes a tile for this long hangs (a broken image, a disk that went away): it is ended, another one follows."""
_DEATHS_A_TILE = 3
"""A tile at which the process died this often is given up: it would take the others with it for ever."""

_log = logging.getLogger("ui")


class TilesClient(TilesPort):
    """`TilesPort` over `python -m calltaker.tiles`. `home_code`: Kemendagri code of the centre's own region."""

    def __init__(self, region_dir: Path, home_code: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = "night"
        self._missing: dict[_Address, None] = {}  # in order, most wanted first
        self._asked: set[_Address] = set()
        self._deaths_at: Counter[_Address] = Counter()
        self._is_attached = False  # the painter has told its sources: it is up
        self._child = ChildProcess("calltaker.tiles", ("--region", str(region_dir), "--home", home_code), self)
        self._child.received.connect(self._on_received)
        self._child.lost.connect(self._on_lost)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._on_silence)

    @property
    def pid(self) -> int:
        """The process that paints, 0 while none runs."""
        return self._child.pid

    def start(self) -> None:
        self._child.start()

    def stop(self) -> None:
        """End the painter for good."""
        self._missing.clear()
        self._silence.stop()
        self._child.stop()

    def want(self, theme: Theme, tiles: tuple[_Address, ...]) -> None:
        if theme != self._theme:
            self._theme = theme
            self._asked.clear()
        self._missing = dict.fromkeys(tiles)
        if not tiles or (tiles[0] in self._asked and self._asked <= self._missing.keys()):
            return  # what is on its way is what is wanted
        self._ask()

    def _ask(self) -> None:
        batch = tuple(self._missing)[:_ON_THEIR_WAY]
        if not batch:
            return
        sent = self._is_attached and self._child.send(msgspec.msgpack.encode(Paint(theme=self._theme, tiles=batch)))
        self._asked = set(batch) if sent else set()
        self._watch()

    def _watch(self) -> None:
        """Begin to wait anew for the next tile, if one is owed."""
        if self._asked:
            self._silence.start()
        else:
            self._silence.stop()

    def _on_silence(self) -> None:
        _log.error("the painter of tiles owes a tile for %d s", SILENCE_MS // 1000)
        self._child.kill()

    def _on_lost(self, _words: str) -> None:
        self._is_attached = False
        if culprit := next((tile for tile in self._missing if tile in self._asked), None):
            self._blame(culprit)
        self._asked.clear()
        self._watch()

    def _blame(self, tile: _Address) -> None:
        """Tiles are painted in the order in which they were asked for: the first one that did not come was at work."""
        self._deaths_at[tile] += 1
        if self._deaths_at[tile] < _DEATHS_A_TILE:
            return
        _log.error("the painter of tiles ended %d times at tile %d/%d/%d; it stays empty", _DEATHS_A_TILE, *tile)
        del self._missing[tile], self._deaths_at[tile]
        self.arrived.emit(self._theme, *tile, QImage())

    def _on_received(self, payload: bytes) -> None:
        try:
            message = msgspec.msgpack.decode(payload, type=AnyFromPainter)
        except msgspec.MsgspecError:
            _log.exception("the painter of tiles said something that nobody understands")
            return
        if isinstance(message, Sources):
            self._on_sources(message)
        else:
            self._on_tile(message)

    def _on_sources(self, sources: Sources) -> None:
        for problem in sources.problems:
            _log.warning("map: %s", problem)
        self.attributions, self.layer = sources.attributions, sources.layer
        self.min_zoom, self.max_zoom = sources.min_zoom, sources.max_zoom
        self._is_attached = True
        self.sources_changed.emit()
        if not self._asked:
            self._ask()

    def _on_tile(self, tile: Tile) -> None:
        address = (tile.z, tile.x, tile.y)
        if tile.theme == self._theme:
            self._missing.pop(address, None)
            self._asked.discard(address)
            self._deaths_at.pop(address, None)
        self._watch()
        self.arrived.emit(tile.theme, *address, _image(tile.pixels))
        if not self._asked:
            self._ask()


def _image(pixels: bytes) -> QImage:
    """Return the tile as an image of its own; what is not a whole tile is an empty one."""
    if len(pixels) != TILE_PX * TILE_PX * 4:
        return QImage()
    return QImage(pixels, TILE_PX, TILE_PX, QImage.Format.Format_RGB32).copy()
