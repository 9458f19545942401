"""The real process over its real pipe."""

from __future__ import annotations

from pathlib import Path

from support import made_up_region

from calltaker.places.wire import FindNearest, Locate, NamesIn, Sketch, Understand
from tests.places.child import Child


def test_it_answers_names_points_neighbours_and_the_map(child: Child) -> None:
    lat, lon = made_up_region.inside("D")
    assert child.ask(Understand(text="jl mawar")).places[0].name == "Jalan Mawar"
    assert child.ask(Locate(lat=lat, lon=lon)).where.village == "Banyubiru"
    near = child.ask(FindNearest(lat=lat, lon=lon, kinds=("fire", "hospital"), limit=2)).places
    assert [place.kind for place in near].count("fire") == 2
    assert [place.distance_m for place in near] == sorted(place.distance_m for place in near)
    sketch = child.ask(Sketch())
    assert sketch.name == made_up_region.HOME
    assert sketch.box is not None
    assert {border.is_home for border in sketch.borders} == {True, False}
    assert sketch.attributions == (made_up_region.ATTRIBUTION,)
    assert all(post.kind != "street" for post in sketch.posts)
    south, west, north, east = sketch.box
    named = child.ask(NamesIn(south=south, west=west, north=north, east=east)).labels
    assert "Jalan Mawar" in {label.text for label in named}
    assert {label.rank for label in named} == {3}


def test_nonsense_between_questions_is_survived(child: Child) -> None:
    for rubbish in (b"", b"\xc1", b"\xff" * 1000):
        child.send(rubbish)
    assert child.ask(Locate(lat=-7.9, lon=110.2))


def test_without_any_region_it_answers_coordinates_and_the_official_list(tmp_path: Path) -> None:
    with Child(tmp_path / "nothing", home="3515") as made:
        made.wait_for_names()
        assert made.ask(Understand(text="-7.4467, 112.7183")).points[0].doubts == ("no_village",)
        assert made.ask(Understand(text="sidoarjo")).places
        assert made.ask(Sketch()).box is None
    assert made.exit_code == 0


def test_a_home_code_that_is_none_harms_nothing(tmp_path: Path) -> None:
    with Child(tmp_path, home="abc") as made:
        assert made.ask(Understand(text="-7.4467, 112.7183")).points
    assert made.exit_code == 0
