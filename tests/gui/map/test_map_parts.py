"""The pure parts: clipping, placing, distances, scale bar, words, following."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from calltaker.domain.map_scene import MapScene, is_drawable
from calltaker.settings import Neighbour
from calltaker.views.map.clip import clipped, simplified
from calltaker.views.map.distances import metres_text, scale_bar, straight_line_text
from calltaker.views.map.follow import REST_S, Follow, goal_of
from calltaker.views.map.marker_words import has_unknown_radius, lines_of, wordings
from calltaker.views.map.placement import Placement
from calltaker.views.map.where_words import where_text
from db.geodesy import distance_m
from db.region.whereabouts import Whereabouts
from tests.gui.map.made_up import LAT, LON, marker

INDONESIAN = QLocale(QLocale.Language.Indonesian)
coordinates = st.floats(-1e7, 1e7)


@pytest.mark.parametrize(
    ("lat", "lon", "drawn"),
    [(-7.4, 112.7, True), (0.0, 0.0, False), (0.0005, -0.0004, False), (None, 112.7, False), (-7.4, None, False),
     (float("nan"), 112.7, False), (float("inf"), 0.0, False), (999.0, 999.0, False), (0.0, 109.3, True), (-91.0, 0.0, False)],
)  # fmt: skip
def test_what_may_stand_on_the_map(lat, lon, drawn):
    assert is_drawable(lat, lon) is drawn


@given(corners=st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=12))
def test_what_is_clipped_lies_in_the_window(corners):
    for x, y in clipped(corners, (0, 0, 700, 500)):
        assert -1 <= x <= 701
        assert -1 <= y <= 501


def test_clipping_keeps_what_lies_inside_as_it_is():
    triangle = [(10.0, 10.0), (200.0, 20.0), (90.0, 300.0)]
    assert sorted(clipped(triangle, (0, 0, 700, 500))) == sorted(triangle)


def test_an_area_around_the_window_covers_it():
    around = [(-1e6, -1e6), (1e6, -1e6), (1e6, 1e6), (-1e6, 1e6)]
    assert set(clipped(around, (0, 0, 700, 500))) == {(0, 0), (700, 0), (700, 500), (0, 500)}


@given(points=st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50)), min_size=2, max_size=60))
def test_simplifying_keeps_the_ends_and_no_point_strays(points):
    kept = simplified(points, 1.5)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert set(kept) <= set(points)


boxes = st.tuples(st.floats(0, 900), st.floats(0, 900), st.floats(1, 250), st.floats(1, 60))


@given(asked=st.lists(boxes, max_size=60))
def test_no_placed_box_covers_another(asked):
    placement = Placement()
    wanted = [(x, y, x + width, y + height) for x, y, width, height in asked]
    placed = [box for box in wanted if placement.try_take(box)]
    assert placed == wanted[:1] or len(placed) >= min(1, len(wanted))
    for one, other in itertools.combinations(placed, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(metres_per_px=st.floats(0.05, 50_000))
def test_the_scale_bar_is_a_round_length_that_fits(metres_per_px):
    length_m, length_px = scale_bar(metres_per_px, 120)
    assert length_px <= 120.001
    assert length_px >= 120 / 2.6
    assert f"{length_m:.0e}"[0] in "125"


def test_distances_are_geodesic_and_said_to_be_straight():
    metres = distance_m(LAT, LON, LAT, LON + 0.01)
    assert metres == pytest.approx(1104.0, abs=1.0)
    assert straight_line_text(metres, INDONESIAN) == "1,1 km straight line"


@pytest.mark.parametrize(("metres", "text"), [(0.4, "0 m"), (850.0, "850 m"), (5_000.0, "5 km"), (1_440.0, "1,4 km")])
def test_lengths_as_the_language_writes_them(metres, text):
    assert metres_text(metres, INDONESIAN) == text


def test_how_sure_a_place_is_stands_beside_it():
    known = marker("caller", "c", label="0812", state="ringing", radius_m=120.0)
    unknown = marker("caller", "c", label="0812", state="ringing")
    shaped = marker("caller", "c", label="0812", state="ringing", outline=((1.0, 1.0), (1.0, 2.0), (2.0, 1.0)))
    confirmed = marker("pin", "c", label="Jl. Mawar", is_verified=True)
    assert lines_of(known, INDONESIAN)[1].endswith("±120 m")
    assert lines_of(unknown, INDONESIAN)[1].endswith("radius unknown")
    assert [has_unknown_radius(one) for one in (known, unknown, shaped, confirmed)] == [False, True, False, False]
    assert "confirmed" in lines_of(confirmed, INDONESIAN)[1]


def test_an_incident_says_its_priority_even_in_a_crowd():
    full, short = wordings(marker("incident", "i", label="Kebakaran rumah", priority=1), INDONESIAN)
    assert full == ("P1  Kebakaran rumah",)
    assert short == ("P1",)


def test_where_a_point_is_in_words():
    inside = Whereabouts(lat=1, lon=1, is_exact=True, is_home=True, village="Bumi Asri", kecamatan="Nusa", kabkota="Kota Raya")
    guessed = Whereabouts(lat=1, lon=1, approximate="Jalan Mawar, 240 m")
    outside = Whereabouts(lat=1, lon=1, is_exact=True, is_home=False, village="Sukaraja", kabkota_code="99.98")
    neighbours = (Neighbour(region_code="9998", name="112 Kab. Melati", phone="021-5550"),)
    assert where_text(inside) == "Bumi Asri, Kec. Nusa, Kota Raya"
    assert where_text(guessed) == "approximately: Jalan Mawar, 240 m"
    assert where_text(outside, neighbours) == "▲ Outside the region · 112 Kab. Melati 021-5550 · Sukaraja"
    assert where_text(Whereabouts(lat=1, lon=1)) == ""


# --- following ----------------------------------------------------------------------------------------------------------
def test_the_work_in_hand_goes_before_who_rings():
    rings = marker("caller", "c2", state="ringing")
    held = marker("caller", "c3", state="held")
    talks = marker("caller", "c1", state="talking", is_current=True)
    pin = marker("pin", "c1")
    assert goal_of(MapScene(markers=(held,))) is None
    assert goal_of(MapScene(markers=(held, rings))) == rings
    assert goal_of(MapScene(markers=(talks, rings))) == talks
    assert goal_of(MapScene(markers=(pin, talks, rings))) == pin


def test_the_map_turns_only_after_a_rest_and_once_a_place():
    now_s = [100.0]
    follow = Follow(lambda: now_s[0])
    first = MapScene(markers=(marker("caller", "c1", state="ringing"),))
    second = MapScene(markers=(marker("caller", "c2", 0.01, state="ringing"),))
    third = MapScene(markers=(marker("caller", "c3", 0.02, state="ringing"),))
    assert follow.next_goal(first, is_placing=False) is not None
    assert follow.next_goal(first, is_placing=False) is None
    follow.touch()
    now_s[0] += REST_S - 1
    assert follow.next_goal(second, is_placing=False) is None
    now_s[0] += 2
    assert follow.next_goal(second, is_placing=False) is None, "what came while a hand was on the map is left to the key"
    assert follow.next_goal(third, is_placing=True) is None
    assert follow.next_goal(first, is_placing=False) is not None


def test_null_island_is_no_goal():
    scene = MapScene(markers=(marker("caller", "c", -LAT, -LON, state="ringing"),))
    assert (scene.markers[0].lat, scene.markers[0].lon) == (0, 0)
    assert goal_of(scene) is None
