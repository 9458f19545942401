"""The map's tiles as the window gets them: from the start of the painter to its first tile, a tile of each layer, a kill."""

from __future__ import annotations

import os
import signal
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from support import made_up_tiles as made

from bench.report import Row, spread
from calltaker.app.last_events import let_children_end
from calltaker.desk.tiles_client import TilesClient

VILLAGES = 350
STARTS = 5
KILLS = 5
ZOOMS = (9, 10, 11, 12, 13, 14, 16)
FIRST_TILE_GOAL_MS = 700.0
LONGEST_WAIT_S = 30.0


def rows() -> list[Row]:
    app = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        regions = {layer: made.region(Path(folder) / layer, VILLAGES) for layer in ("polygons", "vector", "raster")}
        made.vector_mbtiles(regions["vector"] / "maps" / "rekaan.mbtiles", range(9, 15))
        made.mbtiles(regions["raster"] / "maps" / "rekaan.mbtiles", _photo_tiles())
        table = _starts(app, regions["polygons"])
        for layer, region in regions.items():
            table += spread("map tiles", f"one tile, {layer}", _tiles(app, region, layer), note=f"{VILLAGES} villages, z9–16")
        table += _kills(app, regions["polygons"])
        let_children_end()
        return table


def _starts(app: QCoreApplication, region: Path) -> list[Row]:
    told_ms, first_ms = [], []
    for _start in range(STARTS):
        started_s = time.perf_counter()
        client, seen = _client(region)
        client.want("night", _around(12))
        client.start()
        _until(app, lambda seen=seen: seen["sources"])
        told_ms.append((time.perf_counter() - started_s) * 1e3)
        _until(app, lambda seen=seen: seen["tiles"])
        first_ms.append((time.perf_counter() - started_s) * 1e3)
        client.stop()
    first = statistics.median(first_ms)
    note = f"n={STARTS}, max {max(first_ms):.0f} ms"
    goal = f"goal {FIRST_TILE_GOAL_MS:g} ms"
    return [
        Row("map tiles", "painter started → sources, median", statistics.median(told_ms), "ms"),
        Row("map tiles", "painter started → first tile, median", first, "ms", goal, first / FIRST_TILE_GOAL_MS, note),
    ]


def _tiles(app: QCoreApplication, region: Path, layer: str) -> list[float]:
    """One tile asked for at a time: the whole way there and back, both themes."""
    client, seen = _client(region)
    client.start()
    _until(app, lambda: seen["sources"])
    assert client.layer == layer
    client.want("night", _around(12)[:1])
    _until(app, lambda: seen["tiles"])
    took_ms = []
    for theme in ("night", "day"):
        for tile in (tile for zoom in ZOOMS for tile in _around(zoom)):
            count, started_s = len(seen["tiles"]), time.perf_counter()
            client.want(theme, (tile,))
            _until(app, lambda count=count: len(seen["tiles"]) > count)
            took_ms.append((time.perf_counter() - started_s) * 1e3)
    client.stop()
    return took_ms


def _kills(app: QCoreApplication, region: Path) -> list[Row]:
    """The painter is killed while a tile is wanted: until that tile is there all the same."""
    took_ms = []
    for _kill in range(KILLS):
        client, seen = _client(region)
        client.start()
        _until(app, lambda seen=seen: seen["sources"])
        os.kill(client.pid, signal.SIGKILL)
        started_s = time.perf_counter()
        client.want("night", _around(12))
        _until(app, lambda seen=seen: len(seen["tiles"]) == len(_around(12)))
        took_ms.append((time.perf_counter() - started_s) * 1e3)
        client.stop()
    note = f"n={KILLS}, max {max(took_ms):.0f} ms, a pause of 200 ms before the new start included"
    return [Row("map tiles", "painter killed → all nine tiles there, median", statistics.median(took_ms), "ms", note=note)]


def _client(region: Path) -> tuple[TilesClient, dict[str, list[object]]]:
    client = TilesClient(region)
    seen: dict[str, list[object]] = {"sources": [], "tiles": []}
    client.sources_changed.connect(lambda: seen["sources"].append(client.layer))
    client.arrived.connect(lambda *arrival: seen["tiles"].append(arrival[1:4]))
    return client, seen


def _around(zoom: int) -> tuple[tuple[int, int, int], ...]:
    z, x, y = made.tile_at(zoom)
    return tuple((z, x + right, y + down) for right in (0, -1, 1) for down in (0, -1, 1))


def _photo_tiles() -> dict[tuple[int, int, int], bytes]:
    """Small tiles of a busy picture: the work of decoding does not depend on what is shown."""
    picture = made.png(lambda x, y: ((x * 7 + y * 3) % 200, (x ^ y) % 160, (x * y) % 130))
    tiles = {}
    for zoom in range(9, 16):
        z, x, y = made.tile_at(zoom)
        tiles |= {(z, x + right, y + down): picture for right in range(-4, 5) for down in range(-4, 5)}
    return tiles


def _until(app: QCoreApplication, is_there: Callable[[], object]) -> None:
    ends_s = time.monotonic() + LONGEST_WAIT_S
    while not is_there():
        if time.monotonic() > ends_s:
            raise TimeoutError("the painter of tiles does not answer")
        app.processEvents()
        time.sleep(0.001)  # the painter needs the processor more
