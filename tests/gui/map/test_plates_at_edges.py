"""Words beside a marker that is seen are whole, wherever on the map it stands."""

from __future__ import annotations

import pytest

from calltaker.domain.map_scene import MapScene
from calltaker.places.wire import Label
from calltaker.views.map.marker_plates import rect_around
from tests.gui.map.made_up import LAT, LON, marker

NAME = "0812-5550-1234 Ibu Contoh"


def boxes(bench) -> list[tuple[float, float, float, float]]:
    bench.picture()
    plates = bench.view.layers.markers.plates
    return [rect_around(at, one.stamp.size) for one, at in zip(plates._plates, plates._middles, strict=True) if at]


def is_whole(bench, box) -> bool:
    view = bench.view.viewport
    return box[0] >= 0 and box[1] >= 0 and box[2] <= view.width and box[3] <= view.height


@pytest.mark.parametrize("across", [0.02, 0.5, 0.98])
@pytest.mark.parametrize("down", [0.03, 0.5, 0.97])
@pytest.mark.parametrize("kind", ["caller", "incident"])
def test_words_at_the_edge_change_sides(make_bench, kind, across, down):
    bench = make_bench(440, 460)
    one = marker(kind, "c1", label=NAME, state="talking", radius_m=80.0, priority=3)
    bench.panel.set_scene(MapScene(markers=(one,)))
    view = bench.view.viewport.centred(LAT, LON, 15)
    bench.view.look(view.panned((0.5 - across) * view.width, (0.5 - down) * view.height))
    (box,) = boxes(bench)
    assert is_whole(bench, box)
    x_px, y_px = bench.view.viewport.to_px(LAT, LON)
    assert not (box[0] < x_px < box[2] and box[1] < y_px < box[3]), "the shape stays in sight"


def test_words_of_a_marker_out_of_sight_are_not_seen_in_part(bench):
    bench.panel.set_scene(MapScene(markers=(marker("caller", "c1", label=NAME, state="talking", radius_m=80.0),)))
    view = bench.view.viewport.centred(LAT, LON, 15)
    bench.view.look(view.panned(view.width / 2 + 40, 0))
    assert boxes(bench) == []


def test_a_name_that_would_be_cut_is_left_out(make_bench):
    bench = make_bench(440, 460)
    posts = [marker("post", f"p{n}", 0.0003 * n, label=f"Pos Pemadam Utara {n}", state="fire") for n in range(-6, 7)]
    bench.panel.set_scene(MapScene(markers=tuple(posts)))
    view = bench.view.viewport.centred(LAT, LON, 16)
    for share in (0.0, 0.3, 0.49):
        bench.view.look(view.panned(-share * view.width, 0))
        assert all(is_whole(bench, box) for box in boxes(bench))


def test_no_street_is_written_under_words_that_changed_sides(make_bench):
    bench = make_bench(440, 460)
    bench.panel.set_scene(MapScene(markers=(marker("caller", "c1", label=NAME, state="talking", radius_m=80.0),)))
    view = bench.view.viewport.centred(LAT, LON, 16)
    bench.view.look(view.panned(-0.45 * view.width, 0))
    bench.picture()
    (box,) = boxes(bench)
    lat, lon = bench.view.viewport.to_lat_lon((box[0] + box[2]) / 2, box[3] - 2)
    before = bench.picture()
    bench.view.set_names([Label(text="Jalan Tertutup", lat=lat, lon=lon, rank=3, kind="street")])
    assert bench.picture() == before


def test_two_at_one_edge_do_not_cover_each_other(make_bench):
    bench = make_bench(440, 460)
    callers = [marker("caller", f"c{n}", 0.0012 * n, label=f"{NAME} {n}", state="ringing", radius_m=30.0) for n in range(2)]
    bench.panel.set_scene(MapScene(markers=tuple(callers)))
    view = bench.view.viewport.centred(LAT, LON, 15)
    bench.view.look(view.panned(-0.48 * view.width, 0))
    first, second = boxes(bench)
    assert is_whole(bench, first)
    assert is_whole(bench, second)
    assert first[3] <= second[1] or second[3] <= first[1] or first[2] <= second[0] or second[2] <= first[0]
