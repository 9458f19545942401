"""The map as a person meets it: painted without waiting, moved by keys and mouse, never taking the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calltaker.domain.map_scene import MapScene
from calltaker.theme.live import theme
from calltaker.theme.tokens import DAY, NIGHT
from calltaker.views.map.map_view import MapView
from tests.gui.map.made_up import LAT, LON, FakeTiles, marker, ring, scene, sketch

TALKING = marker("caller", "c1", label="0812-5550-1234", state="talking", radius_m=120.0, is_current=True)


def show(bench, *markers) -> None:
    bench.panel.set_sketch(sketch())
    bench.panel.set_scene(MapScene(markers=markers))
    QApplication.processEvents()


def touch(bench) -> None:
    """A hand on the map keeps it from turning by itself."""
    bench.view._follow.touch()


# --- tiles --------------------------------------------------------------------------------------------------------------
def test_the_first_picture_waits_for_no_tile(bench):
    show(bench, TALKING)
    colour = bench.colour_at(LAT, LON, 8, 0)
    assert colour == QColor(NIGHT.ok), "the caller stands on a plain ground"


def test_only_what_is_seen_and_a_ring_around_it_is_asked_for_once(bench):
    show(bench, TALKING)
    bench.picture()
    orders = len(bench.tiles.wanted)
    name, tiles = bench.tiles.wanted[-1]
    assert name == "night"
    assert len(tiles) == len(set(tiles)) <= (2 + 1 + 2) * (2 + 1 + 2)
    assert tiles[0] == bench.view.viewport.tiles(bench.view.viewport.zoom)[0], "the middle comes first"
    for _ in range(3):
        bench.view.update()
        bench.picture()
    assert len(bench.tiles.wanted) == orders, "asked once"
    bench.tiles.answer()
    bench.picture()
    assert len(bench.tiles.wanted) == orders, "nothing is missing any more"


def test_no_tile_finer_than_its_source(bench):
    bench.tiles.max_zoom = 12
    show(bench, TALKING)
    bench.picture()
    assert {z for z, _x, _y in bench.tiles.wanted[-1][1]} == {12}


def test_a_parent_stands_in_until_the_tile_comes(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.picture()
    bench.tiles.answer()
    away = bench.view.viewport.to_lat_lon(300, 200)
    bench.view.zoom(1)
    assert bench.colour_at(*away) != QColor(NIGHT.map_outside)


def test_a_dead_painter_takes_nothing_away_and_a_new_one_is_asked_again(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.picture()
    bench.tiles.answer(most=4)
    before = bench.picture()
    bench.tiles.layer = "none"
    bench.tiles.restart()
    assert bench.picture() == before
    bench.tiles.layer = "vector"
    orders = len(bench.tiles.wanted)
    bench.tiles.restart()
    assert bench.picture() == before
    assert len(bench.tiles.wanted) == orders + 1
    assert len(bench.tiles.wanted[-1][1]) >= 4


def test_after_an_import_every_tile_is_painted_anew(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.picture()
    bench.tiles.answer()
    before, seen = bench.picture(), set(bench.tiles.wanted[-1][1])
    bench.tiles.restart()
    assert bench.picture() == before, "the old ones stay until the new ones come"
    assert set(bench.tiles.wanted[-1][1]) == seen
    bench.tiles.answer()
    orders = len(bench.tiles.wanted)
    bench.picture()
    assert len(bench.tiles.wanted) == orders


def test_night_and_day_have_tiles_of_their_own(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.picture()
    bench.tiles.answer()
    theme.toggle()
    bench.picture()
    assert bench.tiles.wanted[-1][0] == "day"
    assert bench.colour_at(LAT, LON, 40, 40) in (QColor(DAY.map_outside), QColor(DAY.map_grid))


def test_it_is_whole_when_no_tile_of_the_theme_in_force_is_missing(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.picture()
    assert not bench.view.is_whole
    bench.tiles.answer(most=1)
    assert not bench.view.is_whole
    bench.tiles.answer()
    assert bench.view.is_whole
    theme.toggle()
    assert not bench.view.is_whole
    bench.picture()
    bench.tiles.answer()
    assert bench.view.is_whole
    bench.panel.hide()
    assert not bench.view.is_whole


def test_a_hidden_map_asks_for_nothing(bench):
    show(bench)
    bench.picture()
    bench.panel.hide()
    assert bench.cache._needs == {}


def test_few_tiles_are_kept(bench):
    for step in range(60):
        bench.view.look(bench.view.viewport.centred(LAT + step * 0.05, LON, 14))
        bench.picture()
        bench.tiles.answer()
    assert len(bench.cache._images) <= 96


# --- what is drawn ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "fields", "tone", "dx"),
    [
        ("caller", {"state": "ringing"}, "p2", 8),
        ("incident", {"priority": 1}, "p1", 8),
        ("incident", {"priority": 2}, "p2", 0),
        ("incident", {"priority": 3}, "p3", 0),
        ("incident", {"priority": 4}, "p4", 8),
        ("unit", {"state": "ready", "label": "Damkar-1"}, "ok", 0),
        ("post", {"state": "hospital", "label": "RS"}, "text", 0),
    ],
)
def test_markers_are_painted_in_shape_and_colour(bench, kind, fields, tone, dx):
    bench.view.look(bench.view.viewport.centred(LAT, LON, 16))
    show(bench, marker(kind, "m", **fields))
    assert bench.colour_at(LAT, LON, dx, 0) == QColor(NIGHT.tone(tone))


def test_shapes_differ_without_their_colour(bench):
    """P1 is a square, P2 a triangle, P3 a diamond, P4 a ring: told by corners and middle alone."""
    ground = QColor(NIGHT.map_outside)
    probes = {}
    for priority in (1, 2, 3, 4):
        bench.view.look(bench.view.viewport.centred(LAT, LON, 16))
        show(bench, marker("incident", "m", priority=priority))
        tone = QColor(NIGHT.tone(f"p{priority}"))
        probes[priority] = tuple(
            bench.colour_at(LAT, LON, dx, dy) == tone for dx, dy in ((0, 0), (8, -8), (9, 7), (8, 0), (0, -9))
        )
    assert ground != QColor(NIGHT.p1)
    assert len(set(probes.values())) == 4, probes


def test_an_outline_is_drawn_as_it_is(bench):
    """A ring-shaped polygon: inside is tinted, beside it (within the same bounding circle) is not."""
    corners = ((LAT, LON), (LAT, LON + 0.01), (LAT - 0.01, LON + 0.01))
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    show(bench, marker("caller", "c", 0.02, 0.02, state="ringing", outline=corners, is_current=True))
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    inside = bench.colour_at(LAT - 0.0037, LON + 0.0063)
    beside = bench.colour_at(LAT - 0.0063, LON + 0.0037)
    assert inside != beside
    assert beside in (QColor(NIGHT.map_outside), QColor(NIGHT.map_grid))


def test_an_old_place_is_drawn_broken(bench):
    def edge_pixels(**fields) -> int:
        bench.view.look(bench.view.viewport.centred(LAT, LON, 15))
        show(bench, marker("caller", "c", state="ringing", radius_m=300.0, **fields))
        picture, tone = bench.picture(), QColor(NIGHT.p2)
        return sum(picture.pixelColor(x, y) == tone for x in range(picture.width()) for y in range(0, picture.height(), 2))

    assert edge_pixels(is_stale=True) < 0.8 * edge_pixels(is_stale=False)


def test_null_island_is_never_drawn(bench):
    lost = marker("caller", "c", -LAT, -LON, state="ringing", label="0812", radius_m=50.0)
    show(bench, lost)
    bench.view.look(bench.view.viewport.centred(0.0, 0.0, 12))
    with_marker = bench.picture()
    show(bench)
    assert bench.picture() == with_marker
    assert bench.view.layers.markers.markers == ()


def test_a_radius_as_large_as_a_province_does_no_harm(bench):
    show(bench, marker("caller", "c", state="ringing", radius_m=90_000.0))
    bench.view.look(bench.view.viewport.centred(LAT, LON, 19))
    assert bench.colour_at(LAT, LON, 8, 0) == QColor(NIGHT.p2)


def test_whose_data_it_is_stands_whole_on_the_map(make_bench):
    bench = make_bench(400, 420)
    show(bench, TALKING)
    bench.picture()
    assert bench.view.layers.attributions == ("© Peta Contoh", "© OpenStreetMap contributors", "Batas desa: contoh")
    box, scale = bench.view.layers.attribution_box, bench.view.layers.scale_box
    assert QRectF(bench.view.rect()).contains(box)
    assert not box.intersects(scale)
    assert min(box.top(), scale.top()) >= bench.view.viewport.height, "below the map, so that no marker is covered"


def test_without_a_map_the_markers_stand_on_a_grid(make_bench):
    bench = make_bench(layer="none")
    bench.panel.set_scene(MapScene(markers=(TALKING,)))
    assert bench.colour_at(LAT, LON, 8, 0) == QColor(NIGHT.ok)


def test_units_on_one_point_stand_beside_each_other(bench):
    show(bench, *(marker("unit", f"Damkar-{n}", label=f"Damkar-{n}", state="ready") for n in range(3)))
    bench.view.look(bench.view.viewport.centred(LAT, LON, 15))
    found = [
        bench.view.layers.markers.at(bench.view.viewport, bench.view.width() / 2 + 22 * n, bench.view.height() / 2)
        for n in range(3)
    ]
    assert [one.key for one in found if one] == ["Damkar-0", "Damkar-1", "Damkar-2"]


def test_borders_of_thousands_of_corners_are_thinned(bench):
    show(bench)
    bench.panel.set_sketch(sketch(corners=20_000))
    bench.view.show_region()
    bench.picture()
    points = bench.view.layers.borders.points_prepared
    assert points < 6_000
    assert len(ring(LAT, LON, 0.1, 20_000)) == 20_000


# --- keys ---------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("key", "dx", "dy"),
    [("Left", -80, 0), ("Right", 80, 0), ("Up", 0, -80), ("Down", 0, 80), ("Shift+Left", -320, 0), ("Shift+Down", 0, 320)],
)
def test_arrows_move_the_map(bench, key, dx, dy):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.panel.focus_map()
    left, top = bench.view.viewport.origin
    bench.hands.press(key)
    assert bench.view.viewport.origin == pytest.approx((left + dx, top + dy), abs=1)


@pytest.mark.parametrize(("key", "step"), [("+", 1), ("=", 1), ("PgUp", 1), ("-", -1), ("PgDown", -1)])
def test_keys_zoom(bench, key, step):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.panel.focus_map()
    bench.hands.press(key)
    assert bench.view.viewport.zoom == 14 + step


def test_keys_lead_to_caller_incidents_and_region(bench):
    first = marker("incident", "i1", 0.05, priority=1, label="Kebakaran")
    second = marker("incident", "i2", -0.05, priority=2, label="Banjir")
    show(bench, first, second, TALKING)
    bench.panel.focus_map()
    bench.hands.press("N")
    assert bench.view.viewport.centre == pytest.approx((first.lat, first.lon), abs=1e-6)
    assert "P1" in bench.panel.strip.text
    assert "straight line" in bench.panel.strip.text
    bench.hands.press("N")
    assert bench.view.viewport.centre == pytest.approx((second.lat, second.lon), abs=1e-6)
    bench.hands.press("Shift+N")
    assert bench.view.viewport.centre == pytest.approx((first.lat, first.lon), abs=1e-6)
    bench.hands.press("C")
    assert bench.view.viewport.centre == pytest.approx((LAT, LON), abs=1e-6)
    bench.hands.press("Home")
    assert bench.view.viewport.centre == pytest.approx((LAT, LON), abs=1e-3)
    assert bench.view.viewport.zoom < 12


def test_the_pin_is_put_by_keys_to_the_pixel(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 16))
    bench.panel.focus_map()
    view = bench.view.viewport
    bench.hands.press("P", "Right", "Shift+Up")
    assert bench.pins == []
    bench.hands.press("Return")
    assert bench.pins == [pytest.approx(view.to_lat_lon(view.width / 2 + 2, view.height / 2 - 20), abs=1e-7)]
    assert bench.view.spot is None
    assert bench.asked[-1] == bench.pins[0]


def test_enter_without_a_spot_puts_no_pin(bench):
    show(bench)
    bench.panel.focus_map()
    bench.hands.press("Return")
    assert bench.pins == []


def test_the_spot_drags_the_map_along_at_its_edge(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 16))
    bench.panel.focus_map()
    bench.hands.press("P", *["Shift+Right"] * 40)
    assert bench.view.spot is not None
    assert bench.view.viewport.holds(*bench.view.viewport.to_px(*bench.view.spot))


def test_esc_drops_the_spot_and_goes_back_to_the_form(bench, qtbot):
    show(bench)
    bench.panel.focus_map()
    bench.hands.press("P")
    with qtbot.waitSignal(bench.panel.left):
        bench.hands.press("Esc")
    assert bench.view.spot is None
    assert bench.pins == []


def test_keys_of_the_desk_are_not_the_maps(bench):
    show(bench)
    bench.panel.focus_map()
    before = bench.view.viewport
    bench.hands.press("Ctrl+N", "Ctrl+C", "Alt+1", "F9", "Ctrl+P")
    assert bench.view.viewport == before
    assert bench.view.spot is None


# --- mouse --------------------------------------------------------------------------------------------------------------
def test_a_click_says_where_it_is_and_leaves_the_focus(bench):
    show(bench, TALKING)
    bench.click(100, 120)
    assert bench.view.spot == pytest.approx(bench.view.viewport.to_lat_lon(100, 120), abs=1e-9)
    bench.panel.show_where("Bumi Asri, Nusa Utara, Kota Nusa Raya")
    assert f"{bench.view.spot[0]:.5f}, {bench.view.spot[1]:.5f}" in bench.panel.strip.text
    assert "Bumi Asri" in bench.panel.strip.text
    assert "straight line" in bench.panel.strip.text
    assert bench.form.hasFocus(), "what is typed next still goes into the form"
    bench.panel.strip._button.click()
    assert len(bench.pins) == 1
    assert bench.form.hasFocus()


def test_a_click_on_a_marker_says_what_it_is(bench):
    show(bench, marker("incident", "i1", 0.001, 0.001, priority=1, label="Kebakaran rumah"))
    bench.view.look(bench.view.viewport.centred(LAT, LON, 15))
    bench.click(*bench.view.viewport.to_px(LAT + 0.001, LON + 0.001))
    assert "P1  Kebakaran rumah" in bench.panel.strip.text
    assert bench.view.accessibleDescription().endswith("Kebakaran rumah")


def test_dragging_moves_the_map_and_chooses_nothing(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    left, top = bench.view.viewport.origin
    QTest.mousePress(bench.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
    for x_px in (220, 260, 290):
        QTest.mouseMove(bench.view, QPoint(x_px, 230))
    QTest.mouseRelease(bench.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(290, 230))
    assert bench.view.viewport.origin == pytest.approx((left - 90, top - 30), abs=1)
    assert bench.view.spot is None


def test_the_wheel_zooms_around_the_mouse(bench):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    at = QPointF(150, 100)
    before = bench.view.viewport.to_lat_lon(150, 100)
    wheel = QWheelEvent(
        at, bench.view.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bench.view, wheel)
    assert bench.view.viewport.zoom == 15
    assert bench.view.viewport.to_px(*before) == pytest.approx((150, 100), abs=1.5)


# --- calm ---------------------------------------------------------------------------------------------------------------
def test_a_ringing_call_moves_no_focus_and_turns_a_resting_map(bench):
    show(bench)
    bench.form.setFocus()
    rings = marker("caller", "c2", 0.05, state="ringing", radius_m=400.0)
    bench.panel.set_scene(MapScene(markers=(rings,)))
    assert bench.form.hasFocus()
    view = bench.view.viewport
    assert view.centre == pytest.approx((rings.lat, rings.lon), abs=1e-6)
    assert 2 * 400.0 / view.metres_per_px <= 0.6 * min(view.width, view.height)


@pytest.mark.parametrize("hand", ["touch", "placing"])
def test_a_ringing_call_moves_nothing_under_a_persons_hand(bench, hand):
    show(bench)
    if hand == "placing":
        bench.view.place_pin()
        bench.clock.s += 60
    else:
        touch(bench)
        bench.clock.s += 19
    before = bench.view.viewport
    bench.panel.set_scene(MapScene(markers=(marker("caller", "c2", 0.05, state="ringing"),)))
    assert bench.view.viewport == before
    assert bench.view.layers.markers.markers


def test_typing_goes_on_in_the_form_while_everything_happens(bench):
    show(bench)
    bench.hands.type("jl mawar")
    bench.panel.set_scene(scene())
    bench.picture()
    bench.tiles.answer()
    bench.click(50, 50)
    bench.hands.type(" p12")
    assert bench.form.text() == "jl mawar p12"
    assert bench.pins == []


def test_two_maps_share_their_tiles(bench, qtbot):
    show(bench)
    bench.view.look(bench.view.viewport.centred(LAT, LON, 14))
    bench.picture()
    bench.tiles.answer()
    orders = len(bench.tiles.wanted)
    other = MapView(bench.cache)
    qtbot.addWidget(other)
    other.resize(bench.view.size())
    other.look(bench.view.viewport)
    other.grab()
    assert len(bench.tiles.wanted) == orders
    assert isinstance(bench.tiles, FakeTiles)


@pytest.mark.parametrize("size", [(440, 520), (1300, 950)])
@pytest.mark.parametrize("radius_m", [8.0, 120.0, 900.0, 6_000.0])
def test_a_circle_takes_about_a_third_of_the_map_and_leaves_streets_around_it(make_bench, size, radius_m):
    bench = make_bench(*size)
    show(bench, marker("caller", "c", state="ringing", radius_m=radius_m))
    view = bench.view.viewport
    side_m = min(view.width, view.height) * view.metres_per_px
    assert side_m >= 300.0
    share = 2 * radius_m / side_m
    assert share <= 0.5
    assert share >= 0.25 or view.zoom == 16


def test_a_sector_of_a_mast_is_seen_whole(bench):
    corners = ((LAT, LON), (LAT + 0.03, LON + 0.01), (LAT + 0.03, LON + 0.02), (LAT + 0.01, LON + 0.03))
    show(bench, marker("caller", "c", state="ringing", outline=corners, is_current=True))
    assert all(bench.view.viewport.holds(*bench.view.viewport.to_px(*corner)) for corner in corners)
