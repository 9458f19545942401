"""Sizes come back at the next start; nothing else is kept beside the log."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from support.typist import open_window

from calltaker.views import main_window
from calltaker.views.main_window import MainWindow


def test_a_moved_splitter_comes_back(seat, tmp_path, qtbot):
    columns = seat.window._splitters["columns_with_map"]
    columns.setSizes([500, 500, 366])
    QApplication.processEvents()
    wanted = columns.sizes()
    seat.window.close()
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert {"window", "columns_with_map"} <= set(store.allKeys()) <= {"window", "columns_with_map", "left", "right"}
    panels = {name: type(seat.calls.panel.parentWidget())() for name in ("queue", "form", "units", "map")}
    again = MainWindow("112", panels, store)
    qtbot.addWidget(again)
    open_window(again)
    assert again._splitters["columns_with_map"].sizes() == pytest.approx(wanted, abs=4)


@pytest.mark.parametrize("fills", [True, False])
def test_the_first_start_fills_the_screen_and_the_next_does_as_it_was_closed(qapp, tmp_path, qtbot, monkeypatch, fills):
    screen = qapp.primaryScreen().availableSize()
    monkeypatch.setattr(main_window, "MINIMUM_PX", (screen.width() - 1, screen.height() - 1))
    store = QSettings(str(tmp_path / "first.ini"), QSettings.Format.IniFormat)
    first = MainWindow("112", {}, store)
    qtbot.addWidget(first)
    first.appear()
    assert first.isMaximized()
    if not fills:
        first.showNormal()
    first.close()
    again = MainWindow("112", {}, store)
    qtbot.addWidget(again)
    again.appear()
    assert again.isMaximized() == fills


def test_a_screen_that_is_too_small_is_not_filled(qapp, tmp_path, qtbot, monkeypatch):
    screen = qapp.primaryScreen().availableSize()
    monkeypatch.setattr(main_window, "MINIMUM_PX", (screen.width() + 1, screen.height() + 1))
    window = MainWindow("112", {}, QSettings(str(tmp_path / "small.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.appear()
    assert not window.isMaximized()


def test_at_the_first_start_the_queue_has_the_largest_share_of_its_column(seat):
    QApplication.processEvents()
    queue, incidents, history = seat.window._splitters["left"].sizes()
    assert queue > incidents > 0
    assert history > 0
