"""Names of streets and landmarks: asked for when the map rests, written where nothing else is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from calltaker.domain.map_scene import MapScene
from calltaker.places.wire import Label, Names, NamesIn
from calltaker.views.map import names_wanted
from tests.gui.map.made_up import LAT, LON, local_names, marker, sketch


@pytest.fixture(autouse=True)
def rests_at_once(monkeypatch):
    monkeypatch.setattr(names_wanted, "REST_MS", 0)


@pytest.fixture
def asked(bench) -> list[tuple[object, int]]:
    found: list[tuple[object, int]] = []
    bench.view.names_asked.connect(lambda box, limit: found.append((box, limit)))
    return found


def settle(bench, view=None) -> None:
    if view is not None:
        bench.view.look(view)
    bench.picture()
    for _ in range(3):
        QApplication.processEvents()


def street(text: str, dlat: float = 0.0, dlon: float = 0.0, kind="street") -> Label:
    return Label(text=text, lat=LAT + dlat, lon=LON + dlon, rank=3, kind=kind)


def texts(bench) -> tuple[str, ...]:
    bench.picture()
    return bench.view.layers.local_names.texts


def test_names_are_asked_for_near_and_only_where_they_are_not_known(bench, asked):
    view = bench.view.viewport.centred(LAT, LON, 14)
    settle(bench, view)
    assert asked == [], "from afar streets have no names"
    near = view.centred(LAT, LON, 15)
    settle(bench, near)
    assert len(asked) == 1
    south, west, north, east = asked[0][0]
    assert south < near.to_lat_lon(0, near.height)[0] < near.to_lat_lon(0, 0)[0] < north
    assert west < near.to_lat_lon(0, 0)[1] < near.to_lat_lon(near.width, 0)[1] < east
    settle(bench, near.panned(40, -40))
    assert len(asked) == 1, "a short pan shows what is known"
    settle(bench, near.panned(near.width, 0))
    assert len(asked) == 2
    bench.view.ask_names_again()
    settle(bench)
    assert len(asked) == 3


def test_a_map_in_motion_asks_once(bench, asked):
    view = bench.view.viewport.centred(LAT, LON, 16)
    for step in range(8):
        bench.view.look(view.panned(400 * step, 0))
        bench.view.grab()
    settle(bench)
    assert len(asked) == 1


def test_as_many_names_as_there_is_room_for(make_bench):
    found = {}
    for width, height in ((420, 400), (1800, 1000)):
        bench = make_bench(width, height)
        limits: list[int] = []
        bench.view.names_asked.connect(lambda _box, limit, limits=limits: limits.append(limit))
        settle(bench, bench.view.viewport.centred(LAT, LON, 16))
        found[width] = limits[0]
    assert 60 <= found[420] < found[1800] <= 400


def test_no_name_covers_another_or_the_words_of_a_marker(bench):
    bench.panel.set_sketch(sketch())
    caller = marker("caller", "c1", label="0812-5550-1234", state="talking", radius_m=120.0, is_current=True)
    bench.panel.set_scene(MapScene(markers=(caller,)))
    bench.view.look(bench.view.viewport.centred(LAT, LON, 16))
    bench.view.set_names((street("Jalan Di Bawah Pin"), *local_names(200)))
    shown = texts(bench)
    assert "Jalan Di Bawah Pin" not in shown
    assert 10 < len(shown) < 200
    assert shown[0].startswith("Taman"), "landmarks have their place first"


def test_a_street_known_by_many_points_is_named_once(bench):
    bench.view.look(bench.view.viewport.centred(LAT, LON, 16))
    bench.view.set_names([street("Jalan Raya", 0.0006 * n) for n in range(-3, 4)])
    assert 1 <= texts(bench).count("Jalan Raya") <= 3


def test_what_is_written_stays_when_more_names_come(bench):
    bench.view.look(bench.view.viewport.centred(LAT, LON, 16))
    bench.view.set_names([street("Jalan Lama")])
    assert texts(bench) == ("Jalan Lama",)
    bench.view.set_names([street("Taman Baru", kind="landmark"), street("Jalan Lama")])
    assert texts(bench) == ("Jalan Lama",)


def test_names_stay_while_the_map_moves_and_go_from_afar(bench):
    view = bench.view.viewport.centred(LAT, LON, 16)
    bench.view.look(view)
    bench.view.set_names(local_names(150))
    before = texts(bench)
    bench.view.look(view.panned(33, 21))
    assert texts(bench) == before
    bench.view.look(view.centred(LAT, LON, 13))
    without = bench.picture()
    bench.view.set_names(())
    assert bench.picture() == without


def test_the_room_answers_from_the_process_of_places(seat, qtbot):
    seat.places.names = (street("Jalan Mawar"),)
    view = seat.map.panel.view
    view.look(view.viewport.centred(LAT, LON, 16))
    qtbot.waitUntil(lambda: view.grab() and view.layers.local_names.texts == ("Jalan Mawar",), timeout=2_000)
    wanted = [request for request in seat.places.asked if isinstance(request, NamesIn)]
    assert len(wanted) == 1
    assert wanted[0].south < LAT < wanted[0].north
    seat.places.state_changed.emit()
    qtbot.waitUntil(lambda: sum(isinstance(one, NamesIn) for one in seat.places.asked) == 2, timeout=2_000)


def test_an_answer_for_a_window_that_was_closed_is_dropped(seat, qtbot):
    late = []
    seat.map.toggle_window()
    window = seat.map.window
    seat.places.ask = lambda request, done, *, key="": late.append(done) if isinstance(request, NamesIn) else None
    window.panel.view.look(window.panel.view.viewport.centred(LAT, LON, 16))
    qtbot.waitUntil(lambda: bool(window.panel.view.grab() and late), timeout=2_000)
    window.close()
    QApplication.processEvents()
    for done in late:
        done(Names(labels=(street("Jalan Mawar"),)))
