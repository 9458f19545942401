"""The map's frames: first paint without tiles, cached frames while panning, a zoom step, a new marker."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bench.report import Row, spread
from calltaker.domain.map_scene import MapScene
from calltaker.theme.live import theme
from calltaker.views.map.map_panel import MapPanel
from calltaker.views.map.tile_cache import TileCache
from tests.gui.map.made_up import LAT, LON, FakeTiles, local_names, marker, sketch

SIZE_PX = (1100, 800)
LABELS, MARKERS, FRAMES = 500, 100, 300
LOCAL_NAMES = 250
SCENE = f"{LABELS} names, {MARKERS} markers"
FRAME_GOAL_MS, FIRST_GOAL_MS = 33.0, 1_000.0


def rows() -> list[Row]:
    """Return the figures of one map of 1100 × 800 with 500 names, borders of 20,000 corners and 100 markers."""
    app = QApplication.instance() or QApplication([])
    theme.apply("night")
    tiles = FakeTiles()
    panel = MapPanel(TileCache(tiles), QLocale(QLocale.Language.Indonesian))
    view = panel.view
    view.resize(*SIZE_PX)
    frame = QImage(*SIZE_PX, QImage.Format.Format_RGB32)
    region, markers = sketch(labels=LABELS, corners=20_000), scene_of(MARKERS)

    def paint() -> None:
        view.render(frame)

    def first() -> None:
        panel.set_sketch(region)
        panel.set_scene(markers)
        paint()

    first_ms = _ms(first)
    view.look(view.viewport.centred(LAT, LON, 13))
    paint()
    tiles.answer()
    paint()
    panned: list[float] = []
    for step in range(FRAMES):
        view.look(view.viewport.panned(7 if step % 60 < 30 else -7, 3 if step % 40 < 20 else -3))
        panned.append(_ms(paint))
    zoomed: list[float] = []
    for step in range(40):
        view.look(view.viewport.zoomed(1 if step % 2 == 0 else -1))
        zoomed.append(_ms(paint))
    near = view.viewport.centred(LAT, LON, 16)
    view.look(near)
    paint()
    tiles.answer()
    paint()
    named: list[float] = []
    for step in range(60):
        view.look(near.panned(9 * step, 3 * step))
        if step % 10 == 0:
            view.set_names(local_names(LOCAL_NAMES + step // 10))
        named.append(_ms(paint))
    view.look(near.centred(LAT, LON, 13))
    paint()
    arriving: list[float] = []
    for count in range(40):
        ringing = marker("caller", f"new{count}", 0.001 * count, state="ringing", label=f"0812-5550-{count:04}", radius_m=80.0)
        more = msgspec.structs.replace(markers, markers=(*markers.markers, ringing))
        arriving.append(_ms(lambda more=more: (panel.set_scene(more), paint())))
    panel.deleteLater()
    del app
    return [
        Row("map", "first paint, no tile there", first_ms, "ms", f"goal {FIRST_GOAL_MS:g} ms", first_ms / FIRST_GOAL_MS),
        *spread("map", "cached frame while panning", panned, goal_p99_ms=FRAME_GOAL_MS, note=SCENE),
        *spread("map", "frame after a zoom step", zoomed),
        *spread("map", "frame with names of streets, new ones every tenth", named, goal_p99_ms=FRAME_GOAL_MS),
        *spread("map", "a caller more, and its frame", arriving),
    ]


def scene_of(count: int) -> MapScene:
    """Return `count` markers spread over the region, of all kinds that stand there in numbers."""
    kinds = ("incident", "unit", "post", "incident")
    return MapScene(
        markers=tuple(
            marker(
                kinds[n % 4],
                f"m{n}",
                ((n * 37) % 100 - 50) / 700,
                ((n * 61) % 100 - 50) / 700,
                label=f"Tanda {n}",
                priority=n % 4 + 1,
                state="fire" if kinds[n % 4] == "post" else "ready",
            )
            for n in range(count)
        )
    )


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000
