"""`python -m calltaker.tiles --region DIR [--home CODE]`: paints map tiles for the window until its standard input ends."""

from __future__ import annotations

import argparse
import logging
import os
import threading
from collections import deque
from pathlib import Path

import msgspec

from calltaker.child_side import Pipe
from calltaker.tiles.grid import Tile as Address
from calltaker.tiles.painter import Painter
from calltaker.tiles.wire import Paint, Sources, Theme, Tile
from db.region.lookup import kabkota_code

_LOOK_AGAIN_S = 2.0
_LAST_TILE_S = 1.0

_log = logging.getLogger("tiles")


class Wanted:
    """What the window wants, most wanted first: filled by one thread, emptied by another."""

    def __init__(self) -> None:
        self._theme: Theme = "night"
        self._tiles: deque[Address] = deque()
        self._changed = threading.Condition()
        self.is_over = False

    def replace(self, newest: Paint) -> None:
        with self._changed:
            self._theme, self._tiles = newest.theme, deque(Address(*tile) for tile in newest.tiles)
            self._changed.notify()

    def end(self) -> None:
        with self._changed:
            self.is_over = True
            self._changed.notify()

    def take(self, wait_s: float) -> tuple[Theme, Address] | None:
        """Wait for the most wanted tile; None when nothing is wanted."""
        with self._changed:
            self._changed.wait_for(lambda: self._tiles or self.is_over, wait_s)
            return None if self.is_over or not self._tiles else (self._theme, self._tiles.popleft())

    def answered(self, theme: Theme, tile: Address) -> None:
        """Forget a tile that was asked for again while it was being painted."""
        with self._changed:
            if theme == self._theme and tile in self._tiles:
                self._tiles.remove(tile)


def main() -> int:
    parser = argparse.ArgumentParser(prog="calltaker.tiles", description="Paint map tiles for the window.")
    parser.add_argument("--region", type=Path, required=True, help="folder of the imported region")
    parser.add_argument("--home", default="", help="Kemendagri code of the centre's regency or city")
    read = parser.parse_args()
    folder: Path = read.region
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    pipe, wanted, painter = Pipe(), Wanted(), Painter(folder, _known_code(read.home))
    work = threading.Thread(target=_work, args=(pipe, wanted, painter), daemon=True)
    work.start()
    for frames in pipe.frames():
        wanted.replace(msgspec.msgpack.decode(frames[-1], type=Paint))
    wanted.end()
    painter.close()
    work.join(_LAST_TILE_S)
    return 0


def _known_code(code: str) -> str:
    """Return a code as villages have it; what is none is nobody's home."""
    try:
        return kabkota_code(code)
    except ValueError:
        return ""


def _work(pipe: Pipe, wanted: Wanted, painter: Painter) -> None:
    """Thread: tell the sources, then paint what is wanted. The window's death ends it."""
    told: Sources | None = None
    try:
        while not wanted.is_over:
            if painter.sources != told:
                told = painter.sources
                pipe.send(msgspec.msgpack.encode(told))
            if one := wanted.take(_LOOK_AGAIN_S):
                painted = _painted(painter, *one)
                wanted.answered(*one)  # before it is sent: whoever asks after having it gets it anew
                pipe.send(msgspec.msgpack.encode(painted))
            painter.look_again()
    except BrokenPipeError:
        wanted.end()


def _painted(painter: Painter, theme: Theme, tile: Address) -> Tile:
    try:
        pixels = painter.paint(theme, tile)
    except Exception:  # noqa: BLE001 - logged; one tile must not take the others with it
        _log.exception("tile %d/%d/%d could not be painted", *tile)
        pixels = b""
    return Tile(theme=theme, z=tile.z, x=tile.x, y=tile.y, pixels=pixels)


if __name__ == "__main__":
    ended = main()
    os._exit(ended)  # a picture may still be in work, and the interpreter taken apart under it would abort the process
