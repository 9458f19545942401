"""What the screens read, on both engines."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

import resources
from db import events as log
from db.journal import Journal
from db.queries import board, calls, numbers, outcomes, search
from db.reader import open_reader
from tests.db import facts

NOW_US = facts.FIRST_US + 24 * 60 * facts.MINUTE_US


def at(second: int) -> int:
    return facts.FIRST_US + second * facts.SECOND_US


def close(incident_id: str) -> log.NewEvent:
    return log.new_event(incident_id, log.IncidentClosed(informed="yes"))


# --- board -------------------------------------------------------------------------------------------------------------
def test_the_board_shows_open_incidents_most_urgent_and_oldest_first(journal: Journal, reader: Connection) -> None:
    journal.append(
        [
            facts.opened("late-fire", at_us=at(3), priority="1"),
            facts.opened("tree", at_us=at(1), priority="4"),
            facts.opened("fire", at_us=at(2), priority="1"),
            facts.opened("unread", at_us=at(9)),
            facts.opened("done", at_us=at(1), priority="1"),
            close("done"),
        ]
    )

    assert [row.incident_id for row in board.open_incidents(reader)] == ["unread", "fire", "late-fire", "tree"]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], "new"),
        (["sent"], "sent"),
        (["sent", "acknowledged"], "acknowledged"),
        (["en_route", "sent"], "en_route"),
        (["obstructed"], "acknowledged"),
        (["refused"], "new"),
        (["refused", "cancelled"], "new"),
        (["refused", "on_scene"], "on_scene"),
        (["handled", "sent"], "on_scene"),
        (["handled", "handled", "cancelled"], "handled"),
    ],
)
def test_the_state_of_an_incident_follows_its_referrals(
    journal: Journal, reader: Connection, states: list[str], expected: str
) -> None:
    journal.append([facts.opened("i")])
    for place, state in enumerate(states):
        journal.append([facts.sent(f"r{place}", "i")])
        if state != "sent":
            journal.append([facts.advanced(f"r{place}", state, "a reason")])

    assert board.open_incidents(reader)[0].state == expected
    journal.append([close("i")])
    assert board.incident(reader, "i").row.state == "closed"


def test_concurrent_values_are_shown_as_a_conflict_until_one_is_chosen(journal: Journal, reader: Connection) -> None:
    (opened,) = journal.append([facts.opened("i", summary="api")])
    one, two = journal.append([facts.field_set("i", "summary", text, opened.id) for text in ("api besar", "asap")])

    row = board.incident(reader, "i").row
    assert (row.summary, row.conflicts) == ("asap", ("summary",))
    assert {value.value for value in board.incident(reader, "i").fields} == {"api besar", "asap"}

    journal.append([facts.field_set("i", "summary", "api besar", one.id, two.id)])
    assert board.incident(reader, "i").row.conflicts == ()


def test_the_same_value_twice_is_no_conflict(journal: Journal, reader: Connection) -> None:
    (opened,) = journal.append([facts.opened("i", summary="api")])
    journal.append([facts.field_set("i", "summary", "asap", opened.id), facts.field_set("i", "summary", "asap", opened.id)])

    assert board.incident(reader, "i").row.conflicts == ()


HERE = {"place_text": "Jalan Mawar", "lat": "-7.895", "lon": "110.22", "village_code": ""}


def tick(*sees: str, **place: str) -> log.NewEvent:
    return log.new_event("i", log.IncidentFieldSet(field="location_verified", value="1", sees=sees, place=HERE | place))


def is_confirmed(reader: Connection) -> bool:
    detail = board.incident(reader, "i")
    assert detail.row.location_verified is any(one.field == "location_verified" and one.value for one in detail.fields)
    assert board.open_incidents(reader)[0].location_verified is detail.row.location_verified
    return detail.row.location_verified


@pytest.mark.parametrize("is_first", [True, False])
def test_a_tick_holds_for_the_place_it_was_given_for_alone(journal: Journal, reader: Connection, is_first: bool) -> None:
    """A seat ticks the place while another one, unseen by it, sets a newer one: whichever the log gets first."""
    (opened,) = journal.append([facts.opened("i", **HERE)])
    moved = facts.field_set("i", "lat", "-7.700", opened.id)
    journal.append([tick(opened.id)] if is_first else [moved])
    assert is_confirmed(reader) is is_first
    journal.append([moved] if is_first else [tick(opened.id)])
    assert not is_confirmed(reader)
    journal.append([tick(opened.id, lat="-7.700")])
    assert is_confirmed(reader)


def test_a_tick_outlives_the_village_that_polygons_tell_but_not_another_one(journal: Journal, reader: Connection) -> None:
    opened, first = journal.append([facts.opened("i", **HERE), tick()])
    (told,) = journal.append([facts.field_set("i", "village_code", "99.71.01.1001", opened.id)])
    assert is_confirmed(reader)
    journal.append([tick(first.id, village_code="99.71.01.1001")])
    assert is_confirmed(reader)
    journal.append([facts.field_set("i", "village_code", "99.71.01.1002", told.id)])
    assert not is_confirmed(reader)


def test_a_tick_of_another_place_argues_with_no_other_one(journal: Journal, reader: Connection) -> None:
    (opened,) = journal.append([facts.opened("i", **HERE)])
    journal.append([tick(lat="-7.700"), tick()])
    assert is_confirmed(reader)
    journal.append([facts.field_set("i", "lat", "-7.700", opened.id)])
    detail = board.incident(reader, "i")
    assert (detail.row.location_verified, detail.row.conflicts) == (True, ())


def test_a_tick_of_a_log_that_named_no_place_means_what_it_meant(journal: Journal, reader: Connection) -> None:
    (opened,) = journal.append([facts.opened("i", **HERE), facts.field_set("i", "location_verified", "1")])[:1]
    journal.append([facts.field_set("i", "lat", "-7.700", opened.id)])
    assert is_confirmed(reader)


def test_a_place_that_was_confirmed_when_it_was_opened_is_confirmed(journal: Journal, reader: Connection) -> None:
    journal.append([facts.opened("i", **HERE, location_verified="1")])
    assert is_confirmed(reader)


def test_fields_that_cannot_be_read_are_empty_not_wrong(journal: Journal, reader: Connection) -> None:
    wrong = {"lat": "-6.2", "lon": "300", "radius_m": "nan", "victims": "many", "trapped": "-2", "priority": "9"}
    journal.append([facts.opened("i", **wrong)])

    row = board.open_incidents(reader)[0]
    assert (row.lat, row.lon, row.radius_m, row.victims, row.trapped, row.priority) == (None, None, None, 0, 0, 0)


def test_the_detail_holds_notes_calls_and_the_whole_timeline(journal: Journal, reader: Connection) -> None:
    journal.append([facts.ringing("first", at_us=at(1)), facts.opened("i", "first", type_code="KB-01")])
    journal.append([facts.ringing("again", facts.OTHER, at_us=at(2))])
    journal.append(
        [log.new_event("again", log.CallLinked(incident_id="i")), facts.sent("r", "i"), facts.advanced("r", "en_route")]
    )
    journal.append(
        [log.new_event("i", log.IncidentNoteAdded(text="pagar terkunci"), actor="petugas"), facts.ringing("stranger")]
    )

    detail = board.incident(reader, "i")
    assert [call.call_id for call in detail.calls] == ["first", "again"]
    assert [msgspec.json.decode(note.payload)["text"] for note in detail.notes] == ["pagar terkunci"]
    assert [line.kind for line in detail.timeline] == [
        "call.ringing",
        "incident.opened",
        "call.ringing",
        "call.linked",
        "referral.sent",
        "referral.advanced",
        "incident.note_added",
    ]


def test_the_timeline_holds_what_units_did_for_this_incident_alone(journal: Journal, reader: Connection) -> None:
    journal.append([log.new_event("PMK-03", log.UnitDefined(agency="DAMKAR"))])
    journal.append([facts.opened("i"), facts.opened("other")])
    state = log.UnitStateSet
    journal.append([log.new_event("PMK-03", state(state="en_route", incident_id="i"), actor="budi")])
    journal.append([log.new_event("PMK-03", state(state="en_route", incident_id="other"))])
    journal.append([log.new_event("i", log.IncidentClosed(informed="yes"))])
    journal.append([log.new_event("PMK-03", state(state="ready", incident_id="i"))])

    detail = board.incident(reader, "i")
    assert [(line.kind, line.actor) for line in detail.timeline] == [
        ("incident.opened", "petugas"),
        ("unit.state_set", "budi"),
        ("incident.closed", ""),
    ]


def test_what_is_not_there_is_none(reader: Connection) -> None:
    assert board.incident(reader, "nobody") is None
    assert board.incident_by_short_number(reader, "0412") is None
    assert calls.call(reader, "nobody") is None


def test_a_short_number_means_the_open_then_the_newest_incident(journal: Journal, reader: Connection) -> None:
    day_us = 24 * 60 * facts.MINUTE_US
    for day in range(3):
        journal.append([facts.opened(f"day-{day}", at_us=facts.FIRST_US + day * day_us)])
    journal.append([close("day-1"), close("day-2")])

    assert board.incident_by_short_number(reader, "0001").incident_id == "day-0"
    journal.append([close("day-0")])
    assert board.incident_by_short_number(reader, "1").incident_id == "day-2"
    assert board.incident_by_short_number(reader, "9999-112-260115-0001") is not None
    assert board.incident_by_short_number(reader, "1; DROP TABLE event") is None


def test_units_and_agencies_in_force_are_listed(journal: Journal, reader: Connection) -> None:
    journal.append(
        [
            facts.opened("i"),
            log.new_event("DAMKAR", log.AgencyDefined(name="Pemadam", keys=("fire", "113"), acknowledge_within_s=90)),
            log.new_event("OLD", log.AgencyDefined(name="Bubar", active=False)),
            log.new_event("PMK-2", log.UnitDefined(agency="DAMKAR", base="Pos 2")),
            log.new_event("PMK-1", log.UnitDefined(agency="DAMKAR")),
            log.new_event("PMK-9", log.UnitDefined(agency="DAMKAR", active=False)),
            log.new_event("PMK-1", log.UnitStateSet(state="en_route", incident_id="i")),
        ]
    )

    (agency,) = board.agencies(reader)
    assert (agency.code, agency.keys, agency.acknowledge_within_s) == ("DAMKAR", ("fire", "113"), 90)
    assert [(u.callsign, u.state, u.incident_number[-4:]) for u in board.units(reader)] == [
        ("PMK-1", "en_route", "0001"),
        ("PMK-2", "ready", ""),
    ]


# --- numbers -----------------------------------------------------------------------------------------------------------
def test_the_history_of_a_number(journal: Journal, reader: Connection) -> None:
    kinds = ["prank_child", "ghost_silent", "emergency", "prank_adult", "wrong_number"]
    for place, code in enumerate(kinds):
        journal.append([facts.ringing(f"c{place}", at_us=at(place)), facts.outcome(f"c{place}", code)])
    journal.append([facts.ringing("other", facts.OTHER), facts.outcome("other", "prank_child")])
    journal.append([facts.opened("i", "c2", reporter_name="Ibu Contoh"), log.new_event("c2", log.CallLinked(incident_id="i"))])

    history = numbers.history(reader, facts.CALLER, now_us=NOW_US, limit=3)
    assert (history.calls, history.pranks, history.ghosts, history.real) == (5, 2, 1, 1)
    assert (history.last_real_us, history.name) == (at(2), "Ibu Contoh")
    assert [call.call_id for call in history.recent] == ["c4", "c3", "c2"]
    assert [incident.incident_id for incident in history.open_incidents] == ["i"]


def test_an_incident_that_asks_to_be_called_back_belongs_to_that_number(journal: Journal, reader: Connection) -> None:
    journal.append([facts.ringing("c"), facts.opened("i", "c", callback_number=facts.OTHER)])

    assert [row.incident_id for row in numbers.history(reader, facts.OTHER, now_us=NOW_US).open_incidents] == ["i"]
    journal.append([close("i")])
    assert numbers.history(reader, facts.OTHER, now_us=NOW_US).open_incidents == ()


def test_a_withheld_number_has_no_history(journal: Journal, reader: Connection) -> None:
    journal.append([facts.ringing("c", ""), facts.outcome("c", "prank_child")])

    history = numbers.history(reader, "", now_us=NOW_US)
    assert (history.calls, history.pranks, history.recent) == (0, 0, ())


def test_marks_expire_and_are_taken_off(journal: Journal, reader: Connection) -> None:
    def mark(name: str, expires_us: int) -> log.NewEvent:
        return log.new_event(facts.CALLER, log.NumberMarked(mark=name, reason="x", expires_us=expires_us))

    journal.append([mark("warn", NOW_US + 1), mark("known", NOW_US), mark("vulnerable", NOW_US + 1)])
    journal.append([log.new_event(facts.CALLER, log.NumberUnmarked(mark="vulnerable", reason="moved"))])

    assert [m.mark for m in numbers.history(reader, facts.CALLER, now_us=NOW_US).marks] == ["warn"]


# --- calls -------------------------------------------------------------------------------------------------------------
def lost(call_id: str, number: str, second: int) -> list[log.NewEvent]:
    return [facts.ringing(call_id, number, at_us=at(second)), facts.ended(call_id, at(second + 1), was_answered=False)]


def test_missed_calls_are_those_nobody_has_made_good(journal: Journal, reader: Connection) -> None:
    invented = [f"+62812555000{place}" for place in range(6)]
    journal.append([fact for place, number in enumerate(invented) for fact in lost(f"c{place}", number, place)])
    journal.append([*lost("withheld", "", 1), facts.ringing("ringing", "+628125550099", at_us=at(1))])
    refused = log.CallRefused(from_uri="sip:x", number_raw="x", number="+628125550077", code=486, reason="busy")
    journal.append([log.new_event("refused", refused, at_us=at(8))])
    journal.append([facts.dialed("back", invented[1], at_us=at(20)), facts.outcome("c2", "dropped")])
    journal.append([facts.ringing("again", invented[3], at_us=at(20)), facts.answered("again")])
    journal.append(lost("again-lost", invented[4], 21))

    missed = [row.call_id for row in calls.missed(reader, since_us=at(0))]
    assert missed == ["c0", "c4", "c5", "refused", "again-lost"]
    assert [row.call_id for row in calls.missed(reader, since_us=at(6))] == ["refused", "again-lost"]


def test_calls_that_the_line_cut_are_told_when_asked_for(journal: Journal, reader: Connection) -> None:
    numbers = [f"+62812555000{place}" for place in range(3)]
    for place, (number, by) in enumerate(zip(numbers, ("line", "caller", "line"), strict=True)):
        end = log.new_event(f"c{place}", log.CallEnded(by=by, code=0, reason="", answered=True), at_us=at(place + 2))
        journal.append([facts.ringing(f"c{place}", number, at_us=at(place)), facts.answered(f"c{place}"), end])
    journal.append([facts.outcome("c2", "dropped")])
    assert calls.missed(reader, since_us=at(0)) == ()
    assert [row.call_id for row in calls.missed(reader, since_us=at(0), with_cut=True)] == ["c0"]
    journal.append([facts.dialed("back", numbers[0], at_us=at(20))])
    assert calls.missed(reader, since_us=at(0), with_cut=True) == ()


def test_recent_calls_are_newest_first(journal: Journal, reader: Connection) -> None:
    journal.append([facts.ringing(f"c{place}", at_us=at(place)) for place in range(4)])

    assert [row.call_id for row in calls.recent(reader, limit=2)] == ["c3", "c2"]


# --- search ------------------------------------------------------------------------------------------------------------
def test_incidents_are_found_by_words_and_number(journal: Journal, reader: Connection) -> None:
    journal.append(
        [facts.opened("fire", summary="Kebakaran rumah", place_text="Jl. Mawar 12"), facts.opened("tree", summary="pohon 100%")]
    )

    def found(text: str) -> list[str]:
        return sorted(row.incident_id for row in search.incidents(reader, text))

    assert found("mawar KEBAKARAN") == ["fire"]
    assert found("mawar pohon") == []
    assert found("0002") == ["tree"]
    assert found("100%") == ["tree"]
    assert found("%") == ["tree"]
    assert found("  ") == []


def test_calls_are_found_by_the_end_of_their_number(journal: Journal, reader: Connection) -> None:
    journal.append([facts.ringing("one"), facts.ringing("two", facts.OTHER)])

    assert [row.call_id for row in search.calls(reader, "0812-5550-1234")] == ["one"]
    assert [row.call_id for row in search.calls(reader, "9876")] == ["two"]
    assert search.calls(reader, "34") == ()


# --- the connection ----------------------------------------------------------------------------------------------------
def test_a_reader_cannot_write(url: str) -> None:
    with open_reader(url) as connection, pytest.raises(sa.exc.DBAPIError):
        connection.exec_driver_sql("DELETE FROM event")


def test_a_reader_sees_the_newest_commit_after_each_question(journal: Journal, reader: Connection) -> None:
    for place in range(3):
        journal.append([facts.ringing(f"c{place}")])
        assert len(calls.recent(reader, limit=10)) == place + 1
        assert len(calls.missed(reader, since_us=0)) == 0


def test_a_failed_question_leaves_the_reader_usable(journal: Journal, reader: Connection) -> None:
    journal.append([facts.ringing("c")])
    for nonsense in (object(), 1 << 80):
        with pytest.raises((sa.exc.StatementError, OverflowError)):
            calls.missed(reader, since_us=nonsense)

    assert calls.missed(reader, since_us=0) == ()


def test_outcome_groups_are_those_of_the_catalogue() -> None:
    with Path(resources.path("catalogue", "outcomes.csv")).open(encoding="utf-8", newline="") as file:
        groups: dict[str, set[str]] = {}
        for row in csv.DictReader(file):
            groups.setdefault(row["group"], set()).add(row["code"])

    ours = {"prank": outcomes.PRANK, "ghost": outcomes.GHOST, "real": outcomes.REAL, "test": outcomes.TEST}
    assert {name: set(codes) for name, codes in ours.items()} == {name: groups[name] for name in ours}
