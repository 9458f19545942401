"""The made-up city hangs together: what it names exists, and it lies on its own map."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
import pytest

import resources
from calltaker.domain.catalogue import Catalogue
from calltaker.training.scenes import citizen_called, load_scenes


@pytest.fixture(scope="module")
def town() -> dict[str, Any]:
    return msgspec.json.decode(resources.path("demo_town", "town.json").read_bytes(), type=dict[str, Any])


@pytest.fixture(scope="module")
def units() -> list[dict[str, Any]]:
    return msgspec.json.decode(resources.path("demo_town", "units.json").read_bytes(), type=list[dict[str, Any]])


def test_it_is_as_large_as_a_small_city(town: dict[str, Any]) -> None:
    assert (town["name"], town["region_code"], town["utc_offset_minutes"]) == ("Kota Nusa Raya", "9971", 420)
    assert len(town["districts"]) == 4
    assert sum(len(district["villages"]) for district in town["districts"]) == 12
    assert len(town["streets"]) >= 60


def test_every_place_lies_in_a_village_of_the_city(town: dict[str, Any]) -> None:
    districts = {village["name"]: district["name"] for district in town["districts"] for village in district["villages"]}
    for place in (*town["streets"], *town["landmarks"], *town["posts"]):
        assert districts[place["village"]] == place["district"]
        assert -7.98 < place["lat"] < -7.88
        assert 110.15 < place["lon"] < 110.29


def test_names_and_codes_are_unique(town: dict[str, Any], units: list[dict[str, Any]]) -> None:
    codes = [village["code"] for district in town["districts"] for village in district["villages"]]
    for names in (codes, [street["name"] for street in town["streets"]], [unit["callsign"] for unit in units]):
        assert not [name for name, count in Counter(names).items() if count > 1]


def test_units_and_posts_belong_to_agencies(town: dict[str, Any], units: list[dict[str, Any]], catalogue: Catalogue) -> None:
    agencies = {agency.code for agency in catalogue.agencies}
    posts = {post["name"] for post in town["posts"]}
    assert {post["agency"] for post in town["posts"]} <= agencies
    for unit in units:
        assert unit["agency"] in agencies
        assert unit["base"] in posts


@pytest.mark.parametrize(
    ("uri", "scene"),
    [
        ("<sip:+6281355507712@127.0.0.1;user=phone>", "fallen_tree"),
        ("sip:0251555018@127.0.0.1", "chest_pain"),
        ("sip:psc119@127.0.0.1", ""),
        ("sip:119@127.0.0.1", ""),
        ("", ""),
    ],
)
def test_a_citizen_who_is_called_back_is_known_by_the_number(uri: str, scene: str) -> None:
    found = citizen_called(uri, load_scenes().values())
    assert (found.id if found else "") == scene
