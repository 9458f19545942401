"""What the window and the painter of tiles say to each other: msgpack of one struct a frame (`calltaker.child_side`).

Tiles are those of the web: Web Mercator, (0, 0) in the north-west, 2^z a side.
"""

from __future__ import annotations

from typing import Literal

import msgspec

TILE_PX = 512
Theme = Literal["night", "day"]
Layer = Literal["raster", "vector", "polygons", "none"]


class Paint(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The tiles that the window wants now, most wanted first. A newer `Paint` replaces what an older one still waits for."""

    theme: Theme
    tiles: tuple[tuple[int, int, int], ...]  # (z, x, y)


class Tile(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One tile. `pixels` are `TILE_PX` × `TILE_PX` of Qt's Format_RGB32 (4 bytes, native order); b"" = there is nothing to
    be shown here (outside of everything imported)."""

    theme: Theme
    z: int
    x: int
    y: int
    pixels: bytes


class Sources(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Pushed before the first tile, and again whenever it changes (something was imported): then every tile painted before
    is out of date. `layer` is the best of what the tiles are made of. `attributions` must stand on the map. `problems` are
    sentences for the log and the doctor (a file that cannot be read)."""

    layer: Layer
    min_zoom: int = 0
    max_zoom: int = 19
    attributions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


AnyFromPainter = Tile | Sources
