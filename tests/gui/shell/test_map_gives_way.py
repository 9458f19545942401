"""On a small screen the map stands where the questions, the dispatch and the units are: whoever asks for those sees them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from support.typist import open_window

from calltaker.views.main_window import MainWindow


@pytest.mark.parametrize("key", ["Ctrl+J", "Ctrl+D", "F6", "F9"])
def test_what_the_map_covers_comes_back_when_a_key_asks_for_it(seat, key: str) -> None:
    seat.window.resize(1366, 768)
    seat.hands.press("F5")
    assert seat.window.map_place.is_shown
    seat.hands.press("Escape")
    assert seat.window.map_place.is_shown, "the map is glanced at while typing"
    seat.ring()
    seat.hands.press(key)
    assert not seat.window.map_place.is_shown


def test_the_covered_column_has_its_width_again_after_a_start_with_the_map_open(seat, tmp_path, qtbot) -> None:
    seat.window.resize(1366, 768)
    before = seat.window._splitters["columns_with_map"].sizes()
    seat.hands.press("F5")
    QApplication.processEvents()
    seat.window.close()
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    panels = {name: type(seat.calls.panel.parentWidget())() for name in ("queue", "form", "units", "map")}
    again = MainWindow("112", panels, store)
    qtbot.addWidget(again)
    open_window(again)
    assert again._splitters["columns_with_map"].sizes() == pytest.approx(before, abs=8)


def test_a_wide_screen_keeps_its_map(seat) -> None:
    seat.window.resize(1920, 1080)
    seat.hands.press("F5", "Ctrl+J")
    assert seat.window.map_place.is_shown
