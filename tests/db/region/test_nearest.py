"""The nearest places: the same as measuring to every one of them."""

from __future__ import annotations

import random

from support import made_up_region

from db.gazetteer.place import Place
from db.geodesy import distance_m
from db.region.nearest import NearPlaces, nearest

RANDOM = random.Random(112)


def scattered(count: int, *, width: float) -> list[Place]:
    kinds = ("fire", "police", "hospital", "street")
    return [
        Place(
            code=f"csv:{number}",
            name=f"Tempat {number}",
            kind=RANDOM.choice(kinds),
            lat=RANDOM.uniform(-7.9 - width, -7.9 + width),
            lon=RANDOM.uniform(110.2 - width, 110.2 + width),
        )
        for number in range(count)
    ]


def by_hand(places: list[Place], lat: float, lon: float, kinds: tuple[str, ...], limit: int) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    for kind in kinds:
        far = [
            (distance_m(lat, lon, place.lat, place.lon), place.code)
            for place in places
            if place.kind == kind and place.lat is not None and place.lon is not None
        ]
        found += sorted(far)[:limit]
    return sorted(found)


def test_it_is_what_measuring_to_every_place_gives() -> None:
    for count, width in ((1, 0.1), (7, 0.1), (400, 0.3), (300, 8.0)):
        places = scattered(count, width=width)
        near = NearPlaces(places)
        for _ in range(5):
            lat, lon = RANDOM.uniform(-8.5, -7.5), RANDOM.uniform(109.8, 110.6)
            for kinds, limit in ((("fire",), 1), (("police", "hospital"), 3), (("street", "fire"), 500)):
                found = near.nearest(lat, lon, kinds, limit)
                assert [(place.distance_m, place.code) for place in found] == by_hand(places, lat, lon, kinds, limit)


def test_each_kind_has_its_own_limit_and_none_means_all_kinds() -> None:
    places = made_up_region.places()
    lat, lon = made_up_region.inside("D")
    found = nearest(places, lat, lon, ("fire", "hospital", "police"), limit=2)
    assert [place.kind for place in found].count("fire") == 2
    assert [place.kind for place in found].count("hospital") == 2
    assert [place.kind for place in found].count("police") == 1
    assert [place.distance_m for place in found] == sorted(place.distance_m or 0 for place in found)
    assert {place.kind for place in nearest(places, lat, lon)} == {place.kind for place in places}


def test_places_without_coordinates_and_kinds_nobody_has_are_no_answer() -> None:
    placeless = Place(code="csv:1", name="Pos", kind="fire")
    assert nearest([placeless], -7.9, 110.2, ("fire", "police")) == []
    assert nearest(made_up_region.places(), -7.9, 110.2, ("fire",), limit=0) == []


def test_equal_distances_are_ordered_by_code() -> None:
    twins = [Place(code=code, name="Pos", kind="fire", lat=-7.9, lon=110.2) for code in ("csv:b", "csv:a", "csv:c")]
    assert [place.code for place in nearest(twins, -7.9, 110.21, ("fire",), limit=2)] == ["csv:a", "csv:b"]


def test_the_other_side_of_the_date_line_is_near() -> None:
    there = [
        Place(code="csv:east", name="Pos", kind="fire", lat=0.0, lon=-179.9),
        Place(code="csv:west", name="Pos", kind="fire", lat=0.0, lon=178.0),
    ]
    assert nearest(there, 0.0, 179.9, ("fire",))[0].code == "csv:east"
