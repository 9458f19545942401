"""`python -m calltaker.tiles.vector FILE…`: draws vector MBTiles. A process of its own, because the renderer ends the whole
process for things as small as a graphics library that is not there. No Qt.

Frames in: msgpack of `Draw`; frames out: the pixels of each, in order, red green blue alpha, premultiplied.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from calltaker.child_side import Pipe
from calltaker.theme.tokens import THEMES
from calltaker.tiles.archive import open_archive
from calltaker.tiles.grid import Tile, latitude, longitude
from calltaker.tiles.style import style
from calltaker.tiles.wire import TILE_PX, Theme

CANNOT_DRAW = 3
"""How the process ends on a computer without the graphics library that it needs."""


class Draw(msgspec.Struct, frozen=True):
    theme: Theme
    z: int
    x: int
    y: int


class Renderer:
    """The maps of the files, one a theme, made when it is first wanted."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._layers = {path: open_archive(path).vector_layers for path in files}
        self._maps: dict[Theme, Any] = {}

    def draw(self, wanted: Draw) -> bytes:
        """Return the pixels of a tile. Raises `RuntimeError` where the renderer does not abort."""
        renderer = self._map(wanted.theme)
        west, north, east, south = Tile(wanted.z, wanted.x, wanted.y).box()
        renderer.setZoom(wanted.z)  # first: at zoom 0 every centre is pulled to the equator
        renderer.setCenter(longitude((west + east) / 2), latitude((north + south) / 2))
        return bytes(renderer.renderBuffer())

    def _map(self, theme: Theme) -> Any:
        if theme not in self._maps:
            import pymgl  # noqa: PLC0415 - after the environment says that there is no screen

            text = msgspec.json.encode(style(self._layers, THEMES[theme])).decode()
            self._maps[theme] = pymgl.Map(text, TILE_PX, TILE_PX)
            try:
                self._maps[theme].load()
            except RuntimeError as error:
                _give_up(str(error))
        return self._maps[theme]


def _give_up(why: str) -> None:
    """End at once: what the renderer did not make it cannot take down either."""
    sys.stderr.write(f"vector maps cannot be drawn here: {why.strip()}\n")
    sys.stderr.flush()
    os._exit(CANNOT_DRAW)


def main(files: Sequence[str]) -> int:
    os.environ.setdefault("EGL_PLATFORM", "surfaceless")
    pipe, renderer = Pipe(), Renderer([Path(name) for name in files])
    try:
        for frames in pipe.frames():
            for frame in frames:
                pipe.send(renderer.draw(msgspec.msgpack.decode(frame, type=Draw)))
    except BrokenPipeError:
        pass  # the painter is gone, and so is the need
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
