"""Two streets of one name in one village are told apart by what is near them."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from calltaker.places.knowledge import Knowledge, Region
from calltaker.places.telling_apart import beside
from calltaker.places.understanding import understand
from db.gazetteer import Place
from db.region.lookup import Lookup
from db.region.nearest import NearPlaces

HERE = (-7.9, 110.2)
STREET = Place(code="osm:way/1", name="Jalan Mawar", kind="street", village="Sukadamai", lat=HERE[0], lon=HERE[1])


def moved(north_deg: float, east_deg: float, place: Place = STREET, **fields: object) -> Place:
    return msgspec.structs.replace(place, code="other", lat=HERE[0] + north_deg, lon=HERE[1] + east_deg, **fields)


def around(*places: Place) -> Region:
    return Region(Lookup(None, "9971", places), NearPlaces(places), places)


def test_places_that_differ_are_not_measured(knowledge: Knowledge) -> None:
    assert beside([STREET, moved(0.01, 0, village="Lain")], knowledge.region) == ()
    assert beside([], knowledge.region) == ()
    assert understand("jl mawar", knowledge, 5).beside == ()


@pytest.mark.parametrize(
    ("north", "east", "direction"),
    [
        (0.01, 0, 0),
        (0.01, 0.01, 1),
        (0, 0.01, 2),
        (-0.01, 0.01, 3),
        (-0.01, 0, 4),
        (-0.01, -0.01, 5),
        (0, -0.01, 6),
        (0.01, -0.01, 7),
    ],
)
def test_the_direction_is_from_what_is_near_to_the_place(north: float, east: float, direction: int) -> None:
    post = moved(0, 0, name="Polsek", kind="police")
    region = around(post)
    _, second = beside([STREET, moved(north, east)], region)
    assert second is not None
    assert (second.name, second.direction) == ("Polsek", direction)
    assert 1_000 < second.distance_m < 1_700


def test_a_namesake_or_what_is_far_says_nothing(knowledge: Knowledge) -> None:
    namesake = moved(0.001, 0, kind="landmark")
    far = moved(0.2, 0, name="Pasar", kind="landmark")
    first, _ = beside([STREET, moved(0.01, 0)], dataclasses.replace(knowledge.region, near=NearPlaces([namesake, far])))
    assert first is not None
    assert first.name == ""


def test_without_a_region_nothing_is_known() -> None:
    assert beside([STREET, moved(0.01, 0)], around()) == (None, None)
    nowhere = msgspec.structs.replace(STREET, lat=None)
    assert beside([STREET, nowhere], around(moved(0, 0, name="Polsek", kind="police")))[1] is None
