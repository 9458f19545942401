"""A map panel on made-up ports, shown, with somebody's hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from support.typist import Typist, open_window

from calltaker.theme.live import theme
from calltaker.views.map.map_panel import MapPanel
from calltaker.views.map.map_view import MapView
from calltaker.views.map.tile_cache import TileCache
from tests.gui.map.made_up import FakeTiles
from tests.gui.map.seat import Seat


class Clock:
    def __init__(self) -> None:
        self.s = 1_000.0

    def __call__(self) -> float:
        return self.s


@dataclass
class Bench:
    """`form` is a text field beside the map, where a person types."""

    tiles: FakeTiles
    cache: TileCache
    panel: MapPanel
    form: QLineEdit
    clock: Clock
    hands: Typist
    pins: list[tuple[float, float]] = field(default_factory=list)
    asked: list[tuple[float, float]] = field(default_factory=list)

    @property
    def view(self) -> MapView:
        return self.panel.view

    def picture(self) -> QImage:
        QApplication.processEvents()
        return self.view.grab().toImage()

    def colour_at(self, lat: float, lon: float, dx: int = 0, dy: int = 0) -> QColor:
        x_px, y_px = self.view.viewport.to_px(lat, lon)
        return self.picture().pixelColor(round(x_px) + dx, round(y_px) + dy)

    def click(self, x_px: float, y_px: float) -> None:
        at = QPoint(round(x_px), round(y_px))
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QApplication.processEvents()


@pytest.fixture
def make_bench(qapp, qtbot) -> Callable[..., Bench]:
    def make(width_px: int = 700, height_px: int = 600, layer: str = "vector") -> Bench:
        theme.apply("night")
        tiles = FakeTiles(layer)
        cache = TileCache(tiles)
        window = QWidget()
        panel = MapPanel(cache, QLocale(QLocale.Language.Indonesian), "F5", "Shift+F5")
        form = QLineEdit()
        layout = QVBoxLayout(window)
        layout.addWidget(panel, 1)
        layout.addWidget(form)
        qtbot.addWidget(window)
        clock = Clock()
        panel.view._follow._clock_s = clock
        hands = open_window(window, width_px, height_px)
        form.setFocus()
        bench = Bench(tiles, cache, panel, form, clock, hands)
        panel.pin_requested.connect(lambda lat, lon: bench.pins.append((lat, lon)))
        panel.point_asked.connect(lambda lat, lon: bench.asked.append((lat, lon)))
        QApplication.processEvents()
        return bench

    return make


@pytest.fixture
def bench(make_bench) -> Bench:
    return make_bench()


@pytest.fixture
def seat(qapp, qtbot, tmp_path):
    made = Seat(tmp_path)
    qtbot.addWidget(made.window)
    yield made
    if made.map.window is not None:
        made.map.window.close()
