"""What the log knows of a place: notes that expire, incidents nearby, the time it took to locate a call. Both engines."""

from __future__ import annotations

import pytest

from db import events as log
from db.queries import board, places, statistics
from tests.db import facts

LAT, LON = -7.91, 110.21
NEAR = {"lat": "-7.910500", "lon": "110.210000"}  # 55 m south
FAR = {"lat": "-7.930000", "lon": "110.210000"}
YEAR_US = 365 * 86_400 * facts.SECOND_US


def note(note_id: str, at_us: int = facts.FIRST_US, **more) -> log.NewEvent:
    payload = {
        "hazard": "dog",
        "text": "anjing galak di halaman",
        "expires_us": facts.FIRST_US + YEAR_US,
        "lat": LAT,
        "lon": LON,
    }
    return log.new_event(note_id, log.PlaceNoteAdded(**(payload | more)), actor="petugas", at_us=at_us)


def test_a_note_is_found_at_its_place_and_by_its_number(journal, reader) -> None:
    journal.append([note("n1", radius_m=80.0), note("n2", lat=None, lon=None, number=facts.CALLER)])
    found = places.notes(reader, now_us=facts.FIRST_US, lat=LAT - 0.0005, lon=LON, number=facts.CALLER)
    assert [(one.note_id, one.distance_m is None) for one in found] == [("n1", False), ("n2", True)]
    assert found[0].distance_m == pytest.approx(55.3, abs=1)
    assert places.notes(reader, now_us=facts.FIRST_US, lat=LAT - 0.01, lon=LON) == ()
    assert places.notes(reader, now_us=facts.FIRST_US) == ()


def test_a_note_next_door_is_read_too_as_far_as_the_caller_may_be_away(journal, reader) -> None:
    journal.append([note("n1", radius_m=100.0), note("n2", lat=None, lon=None, number=facts.CALLER)])
    near = {"now_us": facts.FIRST_US, "lat": LAT - 0.0015, "lon": LON}
    assert places.notes(reader, **near) == ()
    assert [one.note_id for one in places.notes(reader, **near, doubt_m=80.0)] == ["n1"]
    assert places.notes(reader, **near, doubt_m=1e9)[0].is_here
    here = {one.note_id: one.is_here for one in places.notes(reader, now_us=facts.FIRST_US, number=facts.CALLER)}
    assert here == {"n2": True}


def test_a_note_is_over_at_its_day_or_when_somebody_takes_it_away(journal, reader) -> None:
    journal.append([note("n1"), note("n2")])
    journal.append([log.new_event("n1", log.PlaceNoteEnded(reason="anjing sudah pindah"), actor="penyelia")])
    assert [one.note_id for one in places.notes(reader, now_us=facts.FIRST_US, lat=LAT, lon=LON)] == ["n2"]
    assert places.notes(reader, now_us=facts.FIRST_US + YEAR_US, lat=LAT, lon=LON) == ()


@pytest.mark.parametrize("wrong", [{"text": " "}, {"lat": None}, {"expires_us": 0}])
def test_a_note_that_could_not_be_found_or_never_ends_is_refused(journal, wrong) -> None:
    with pytest.raises(Exception, match="a note on a place"):
        journal.append([note("n1", **wrong)])


def test_incidents_near_a_point_are_found_nearest_first_open_or_closed(journal, reader) -> None:
    journal.append([facts.opened("i1", at_us=facts.FIRST_US, **FAR), facts.opened("i2", at_us=facts.FIRST_US, **NEAR)])
    journal.append([log.new_event("i2", log.IncidentClosed(informed="yes"), at_us=facts.FIRST_US + 1)])
    found = places.incidents_near(reader, lat=LAT, lon=LON, radius_m=3000, since_us=0)
    assert [one.row.incident_id for one in found] == ["i2", "i1"]
    assert places.incidents_near(reader, lat=LAT, lon=LON, radius_m=100, since_us=0)[0].row.state == "closed"
    assert places.incidents_near(reader, lat=LAT, lon=LON, radius_m=100, since_us=facts.FIRST_US + 1) == ()


def test_an_incident_moves_when_its_fields_say_so_and_leaves_when_they_are_no_position(journal, reader) -> None:
    journal.append([facts.opened("i1", at_us=facts.FIRST_US, **FAR)])
    journal.append([facts.field_set("i1", "lat", NEAR["lat"])])
    assert len(places.incidents_near(reader, lat=LAT, lon=LON, radius_m=100, since_us=0)) == 1
    journal.append([facts.field_set("i1", "lat", "tidak tahu")])
    assert places.incidents_near(reader, lat=LAT, lon=LON, radius_m=100, since_us=0) == ()


def test_the_first_confirmation_of_a_place_is_what_is_measured(journal, reader) -> None:
    journal.append([facts.ringing("c1", at_us=facts.FIRST_US)])
    for source, after_ms in (("name", 9_400), ("map", 30_000)):
        payload = log.CallLocationConfirmed(source=source, after_ms=after_ms, keys_ms=(100, 900))
        journal.append([log.new_event("c1", payload)])
    times = statistics.location_times(reader, start_us=facts.FIRST_US, end_us=facts.FIRST_US + 1)
    assert (times.located, times.by_source, times.p50_ms) == (1, {"name": 1}, 9_400)


def test_a_unit_has_its_base_on_the_board(journal, reader) -> None:
    journal.append([log.new_event("PMK-01", log.UnitDefined(agency="DAMKAR", lat=LAT, lon=LON))])
    assert (board.units(reader)[0].lat, board.units(reader)[0].lon) == (LAT, LON)
