"""What may be the same incident, and who is near: offered by distance, time and type."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from support.domain_rows import incident_row

from calltaker.domain.nearby import Asked, duplicates, nearest_units, reach
from db.rows import UnitRow

NOW_US = 1_768_435_200_000_000
MINUTE_US = 60_000_000
LAT, LON = -7.93, 110.22
FIRE, OTHER_FIRE, CRASH, FLOOD = "KB-01", "KB-03", "LL-01", "BA-01"


def row(incident_id: str, *, north_m: float | None = 0.0, minutes: float = 10, **more):
    point = {} if north_m is None else {"lat": LAT + north_m / 110_600, "lon": LON}
    plain = incident_row(incident_id=incident_id, opened_at_us=int(NOW_US - minutes * MINUTE_US), closed_at_us=None)
    return msgspec.structs.replace(plain, **({"type_code": FIRE, "lat": None, "lon": None, "radius_m": None} | point | more))


def asked(**more) -> Asked:
    return Asked(**({"type_code": FIRE, "lat": LAT, "lon": LON} | more))


def ids(found) -> list[str]:
    return [one.row.incident_id for one in found]


def test_the_same_kind_nearby_is_offered_nearest_first() -> None:
    rows = [row("far", north_m=900), row("near", north_m=50, type_code=OTHER_FIRE), row("beyond", north_m=1100)]
    found = duplicates(asked(), rows, NOW_US)
    assert ids(found) == ["near", "far"]
    assert round(found[0].distance_m or 0) in range(48, 53)
    assert found[0].minutes == 10


def test_another_kind_must_be_closer_and_younger() -> None:
    rows = [row("close", north_m=150, type_code=CRASH), row("off", north_m=300, type_code=CRASH)]
    assert ids(duplicates(asked(), rows, NOW_US)) == ["close"]
    assert duplicates(asked(), [row("old", north_m=10, type_code=CRASH, minutes=121)], NOW_US) == ()


def test_a_flood_is_wide_and_long() -> None:
    rows = [row("b", north_m=2900, type_code=FLOOD, minutes=20 * 60)]
    assert ids(duplicates(asked(type_code=FLOOD), rows, NOW_US)) == ["b"]
    assert reach(FLOOD, "BA-05").radius_m == 3000


def test_uncertain_callers_widen_the_circle_but_not_over_the_town() -> None:
    rows = [row("i", north_m=1900)]
    assert ids(duplicates(asked(radius_m=1000), rows, NOW_US)) == ["i"]
    assert duplicates(asked(radius_m=50_000), [row("i", north_m=3100)], NOW_US) == ()


def test_without_a_point_the_words_of_the_place_do() -> None:
    rows = [row("same", north_m=None, place_text="jl. Mawar no 12"), row("other", north_m=None, place_text="jl melati 12")]
    found = duplicates(asked(lat=None, lon=None, place_text="rumah di jalan mawar rt 3"), rows, NOW_US)
    assert ids(found) == ["same"]
    assert found[0].distance_m is None


def test_two_villages_with_the_same_street_are_two_places() -> None:
    there = row("there", north_m=None, place_text="jl mawar", village_code="99.71.01.1001")
    here = asked(lat=None, lon=None, place_text="jl mawar", village_code="99.71.02.1001")
    assert duplicates(here, [there], NOW_US) == ()


def test_a_kecamatan_holds_its_villages() -> None:
    there = row("there", north_m=None, place_text="jl mawar", village_code="99.71.01.1001")
    here = asked(lat=None, lon=None, place_text="jl mawar", village_code="99.71.01")
    assert ids(duplicates(here, [there], NOW_US)) == ["there"]


def test_the_form_s_own_incident_and_closed_ones_are_no_duplicates() -> None:
    rows = [row("own"), row("closed", closed_at_us=NOW_US)]
    assert duplicates(asked(incident_id="own"), rows, NOW_US) == ()


@given(st.lists(st.floats(-5000, 5000), max_size=12), st.integers(0, 60 * 48))
def test_never_more_than_asked_for_and_always_in_order(norths: list[float], minutes: int) -> None:
    rows = [row(str(place), north_m=north, minutes=minutes) for place, north in enumerate(norths)]
    found = duplicates(asked(), rows, NOW_US)
    assert len(found) <= 3
    assert [one.distance_m for one in found] == sorted(one.distance_m or 0 for one in found)


def test_units_are_near_by_their_base() -> None:
    def unit(callsign: str, lat: float | None) -> UnitRow:
        return UnitRow(
            callsign=callsign, agency="DAMKAR", name="", base="", state="ready", incident_id="", incident_number="",
            since_us=0, lat=lat, lon=LON,
        )  # fmt: skip

    near = nearest_units([unit("PMK-2", LAT - 0.02), unit("PMK-1", LAT - 0.01), unit("PMK-9", None)], LAT, LON)
    assert [one.unit.callsign for one in near] == ["PMK-1", "PMK-2"]
    assert round(near[0].distance_m) in range(1104, 1108)
