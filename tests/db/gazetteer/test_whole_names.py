"""Whole names among the loose words of a line: both what must be found and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.gazetteer.build import build_region
from db.gazetteer.gazetteer import IndexedGazetteer, open_gazetteer
from db.gazetteer.ordinary import ORDINARY_WORDS
from tests.db.gazetteer import made_up_town

HOME = "35.15"


def named(
    national: IndexedGazetteer, text: str, home: str = HOME, neighbours: tuple[str, ...] = ()
) -> list[tuple[str, str, str]]:
    return [(place.name, place.kecamatan, place.kind) for place in national.named(text, home=home, neighbours=neighbours)]


@pytest.mark.parametrize(
    "text",
    ["kalanganyar sedati", "sedati kalanganyar", "kalanganyar, sedati", "KALANGANYAR Sedati", "kalangan yar sedati",
     "kalanganjar sedati", "puyuh kalanganyar, rombeng sedati"],
)  # fmt: skip
def test_a_village_with_its_kecamatan_is_the_only_answer(national: IndexedGazetteer, text: str):
    assert named(national, text) == [("Kalanganyar", "Sedati", "village")]


def test_a_bare_name_gives_all_that_have_it_at_home(national: IndexedGazetteer):
    assert named(national, "kalanganyar") == [("Kalanganyar", "Sedati", "village")]
    assert {kind for _name, _kecamatan, kind in named(national, "sukodono")} == {"village", "kecamatan"}
    assert len(named(national, "kebonagung")) > 1


@pytest.mark.parametrize(
    "text", ["", ",,,", "kalangany", "kalanganyarr", "kalangnyar", "banyu", "\x00", "\ud800", "🚒", "a" * 500, "x, " * 300]
)
def test_nothing_begun_and_nothing_alike_is_an_answer(national: IndexedGazetteer, text: str):
    assert named(national, text) == []


def test_what_is_far_away_is_no_answer_and_neighbours_come_behind_home(national: IndexedGazetteer):
    assert named(national, "pancoran mas") == []
    assert named(national, "kalanganyar", home="32.76") == []
    assert named(national, "kalanganyar", home="32.76", neighbours=(HOME,)) == [("Kalanganyar", "Sedati", "village")]
    both = national.named("sidomulyo", home=HOME, neighbours=("35.16",), limit=20)
    at_home = [place.code.startswith(HOME) for place in both]
    assert at_home == sorted(at_home, reverse=True)
    assert national.named("kalanganyar", home="", limit=5) == []
    assert national.named("kalanganyar", home=HOME, limit=0) == []


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("sawah", "36.74"), ("mekar", "74.71"), ("mawar", "63.71"), ("sumber", "32.09"), ("baru", "31.75"), ("pasar", "17.09"),
        ("kebon", "18.03"), ("tukang", "33.22"), ("pinggir", "14.03"), ("rahayu", "32.04"), ("tarik", "35.15"),
    ],
)  # fmt: skip
def test_a_name_that_is_an_ordinary_word_is_none_by_itself(national: IndexedGazetteer, text: str, home: str):
    assert text in ORDINARY_WORDS
    assert named(national, text, home=home) == []


def test_an_ordinary_word_beside_its_kecamatan_is_a_name(national: IndexedGazetteer):
    assert ("Sawah", "Ciputat", "village") in named(national, "sawah ciputat", home="36.74")
    assert ("Sumber", "Sumber", "village") in named(national, "sumber sumber", home="32.09")
    assert named(national, "tambak sawah")[0][0].replace(" ", "").lower() == "tambaksawah"


def test_areas_of_a_region_that_the_list_lacks_are_named_too(national_path: Path, tmp_path: Path):
    build_region(made_up_town.places(), tmp_path / "names.npz")
    town = open_gazetteer(national_path, tmp_path / "names.npz")
    assert [place.name for place in town.named("karangjati", home=made_up_town.HOME)] == ["Karangjati"]
    assert not town.named("griya asri", home=made_up_town.HOME)
