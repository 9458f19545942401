"""The map in the desk: keys lead to it, the pin goes to whoever sets places, a second window lends the desk's keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from calltaker.places.wire import Located
from calltaker.views.map.map_window import other_screen
from db import events as log
from tests.gui.map.made_up import LAT, LON


def test_f5_goes_to_the_map_and_its_pin_goes_to_the_form(seat):
    seat.hands.press("F5")
    assert seat.map.panel.view.hasFocus()
    seat.hands.press("P")
    assert "Bumi Asri, Kec. Nusa Utara, Kota Nusa Raya" in seat.map.panel.strip.text
    seat.hands.press("P")
    assert len(seat.pins) == 1


def test_an_answer_for_a_spot_that_was_left_is_dropped(seat):
    replies = []
    seat.places.ask = lambda request, done, *, key="": replies.append(done)
    view = seat.map.panel.view
    view.choose_spot(100, 100)
    view.choose_spot(300, 200)
    replies[0](Located(where=seat.places.where))
    assert "Bumi Asri" not in seat.map.panel.strip.text
    replies[1](Located(where=seat.places.where))
    assert "Bumi Asri" in seat.map.panel.strip.text


def test_a_spot_never_becomes_another_calls_place(seat):
    seat.map.panel.view.choose_spot(100, 100)
    seat.forms.show_new()
    assert seat.map.panel.view.spot is None


def test_a_call_puts_its_marker_on_both_maps_and_moves_no_focus(seat):
    seat.hands.press("Shift+F5")
    seat.window.activateWindow()
    seat.form.setFocus()
    QApplication.processEvents()
    where = log.Location(source="pidf-lo", shape="circle", lat=LAT, lon=LON, radius_m=50.0)
    seat.line.ring(location=where)
    QApplication.processEvents()
    assert QApplication.focusWidget() is seat.form
    for view in (seat.map.panel.view, seat.map.window.panel.view):
        assert "caller" in {marker.kind for marker in view.scene.markers}
        assert view.viewport.centre == pytest.approx((LAT, LON), abs=1e-6)


def test_the_second_window_lends_the_desks_keys_and_closes_alone(seat):
    seat.hands.press("Shift+F5")
    assert seat.map.window is not None
    assert QApplication.activeWindow() is seat.map.window
    assert seat.map.window.panel.view.hasFocus()
    seat.hands.press("F8")
    assert QApplication.activeWindow() is seat.map.window, "holding shows nothing on the desk"
    seat.hands.press("F9")
    assert seat.done[-2:] == ["call.hold", "call.answer"]
    assert QApplication.activeWindow() is seat.window, "what is typed next goes into the form"
    seat.map.window.activateWindow()
    seat.map.window.panel.focus_map()
    QApplication.processEvents()
    seat.hands.press("Shift+F5")
    assert seat.map.window is None
    assert seat.window.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seat.line.ring(location=log.Location(source="aml", shape="circle", lat=LAT, lon=LON, radius_m=50.0))
    QApplication.processEvents()
    assert "caller" in {marker.kind for marker in seat.map.panel.view.scene.markers}


def test_the_second_window_comes_back_where_it_was(seat):
    seat.hands.press("Shift+F5")
    seat.map.window.resize(611, 433)
    QApplication.processEvents()
    seat.map.window.close()
    QApplication.processEvents()
    seat.map.toggle_window()
    assert (seat.map.window.width(), seat.map.window.height()) == (611, 433)


def test_esc_in_the_second_window_goes_back_to_the_desk(seat, qtbot):
    seat.hands.press("Shift+F5")
    with qtbot.waitSignal(seat.map.left):
        seat.hands.press("Esc")
    assert QApplication.activeWindow() is seat.window


def test_the_other_screen_is_taken_when_there_is_one(qapp):
    here = qapp.primaryScreen()
    there = object()
    assert other_screen(here, [here, there]) is there
    assert other_screen(here, [here]) is None
