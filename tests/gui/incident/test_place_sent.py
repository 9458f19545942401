"""What leaves the desk says one place: a point that was set for other words is neither sent nor kept in silence."""

from __future__ import annotations

import msgspec
import pytest

from calltaker.desk.now import now_us
from db import events as log
from tests.gui.incident.bench import Bench
from tests.gui.incident.place_facts import LAT, LON, locate, network, street, understand
from tests.gui.incident.test_place_candidates import value
from tests.gui.incident.test_send import ring_and_type

INCIDENT = "018f0000-0000-7000-8000-000000000001"
PLACE = ("place_text", "lat", "lon", "village", "location_source", "location_verified")


def fire_in_another_street(bench: Bench, **ringing: object):
    """Take a street, then type another one over it; the point of the first is still there."""
    understand(bench, jl_mawar_12=(street("12"),))
    locate(bench)
    typist = bench.open()
    bench.line.ring("+6281255501234", **ringing)
    typist.press("F9")
    typist.type("kebakaran rumah jl mawar 12")
    typist.press("Down", "Return")
    assert value(bench, "lat") == f"{LAT:.6f}"
    retype(bench, typist, "jl melati 9")
    return typist


def retype(bench: Bench, typist, words: str) -> None:
    editor = bench.form.fields.editor("place_text")
    editor.setFocus()
    editor.selectAll()
    typist.type(words)


def opened(bench: Bench) -> dict[str, str]:
    (payload,) = bench.line.payloads("incident.opened")
    return {name: payload.fields.get(name, "") for name in PLACE}


def renamed(bench: Bench):
    """Take a street, then type on what makes another one of it."""
    understand(bench, jl_mawar=(street(),))
    locate(bench)
    typist = bench.open()
    bench.line.ring("+6281255501234")
    typist.press("F9")
    typist.type("kebakaran rumah")
    bench.form.fields.editor("place_text").setFocus()
    typist.type("jl mawar")
    typist.press("Down", "Return")
    editor = bench.form.fields.editor("place_text")
    editor.setFocus()
    editor.end(False)
    return typist


def test_a_word_that_makes_another_name_leaves_the_point_out(bench: Bench) -> None:
    typist = renamed(bench)
    typist.type(" 12")
    assert not bench.location.is_adrift
    message = bench.incident.dispatch_panel.message
    assert "Bumi Asri" in message.toPlainText()
    typist.type(" timur")
    assert bench.location.is_adrift
    assert "Bumi Asri" not in message.toPlainText()
    typist.press("Ctrl+Return")
    assert opened(bench) == dict.fromkeys(PLACE, "") | {"place_text": "Jalan Mawar 12 timur"}
    assert "Jalan Mawar" in bench.said[-1][0]


def test_a_place_that_was_told_as_a_landmark_keeps_its_point(bench: Bench) -> None:
    understand(bench, jl_mawar_timur=(street("timur"),))
    locate(bench)
    typist, _ = ring_and_type(bench, "kebakaran")
    bench.form.fields.editor("landmark").setFocus()
    typist.type("jl mawar timur")
    bench.form.fields.editor("place_text").setFocus()
    typist.press("Down", "Return")
    assert (value(bench, "place_text"), value(bench, "lat")) == ("Jalan Mawar", f"{LAT:.6f}")
    assert not bench.location.is_adrift


def test_the_point_is_kept_for_the_new_words_by_two_keys(bench: Bench) -> None:
    typist = renamed(bench)
    typist.type(" timur")
    typist.press("Down", "Return")
    assert not bench.location.is_adrift
    typist.press("Ctrl+Return")
    assert opened(bench)["lat"] == f"{LAT:.6f}"
    assert opened(bench)["place_text"] == "Jalan Mawar timur"


def test_a_street_of_the_very_number_is_asked_about(bench: Bench) -> None:
    typist = renamed(bench)
    second = msgspec.structs.replace(street(), code="osm:way/2", name="Jalan Mawar II", lat=LAT + 0.01)
    understand(bench, Jalan_Mawar_2=(second,), Jalan_Mawar_3=(street("3"),))
    typist.type(" 2")
    assert bench.location.is_adrift
    typist.press("Backspace")
    typist.type("3")
    assert not bench.location.is_adrift


@pytest.mark.parametrize("key", ["Ctrl+Return", "Ctrl+S"])
def test_a_point_of_other_words_is_not_sent_and_that_is_said(bench: Bench, key: str) -> None:
    typist = fire_in_another_street(bench)
    typist.press(key)
    assert opened(bench) == dict.fromkeys(PLACE, "") | {"place_text": "jl melati 9"}
    text, level = bench.said[-1]
    assert "Jalan Mawar" in text
    assert level == "warning"
    assert all("Mawar" not in one.message and f"{LAT:.5f}" not in one.message for one in bench.line.payloads("referral.sent"))


def test_where_a_point_of_other_words_is_left_out_the_phones_own_comes_back(bench: Bench) -> None:
    typist = fire_in_another_street(bench, location=network(-7.95, 110.3))
    typist.press("Ctrl+Return")
    assert (opened(bench)["lat"], opened(bench)["location_source"]) == ("-7.950000", "pidf-lo")


def test_a_later_message_of_an_open_incident_leaves_it_out_too(bench: Bench) -> None:
    understand(bench, jl_mawar_12=(street("12"),))
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    typist.press("Down", "Return", "Ctrl+Return")
    retype(bench, typist, "jl melati 9")
    typist.press("Ctrl+S")
    said = {one.field: one.value for one in bench.line.payloads("incident.field_set")}
    assert (said["place_text"], said["lat"], said["lon"]) == ("jl melati 9", "", "")


def test_the_network_alone_is_sent_as_it_came(bench: Bench) -> None:
    locate(bench)
    typist = bench.open()
    bench.line.ring("+6281255501234", location=network(at_us=1_700_000_000_000_000))
    typist.press("F9")
    typist.type("kebakaran rumah jl mawar 12")
    typist.press("Ctrl+Return")
    (payload,) = bench.line.payloads("incident.opened")
    wanted = {"lat": f"{LAT:.6f}", "lon": f"{LON:.6f}", "radius_m": "85", "location_source": "pidf-lo"}
    assert {name: payload.fields[name] for name in wanted} == wanted
    assert payload.fields["location_at_us"] == "1700000000000000"
    assert payload.fields["village"] == "Bumi Asri, Kec. Nusa Utara, Kota Contoh"
    assert "location_verified" not in payload.fields


def test_the_point_of_an_incident_that_the_log_holds_belongs_to_its_words(bench: Bench) -> None:
    """An incident of another seat, or of this one before its window was started again."""
    typist = bench.open()
    place = {"lat": f"{LAT:.6f}", "lon": f"{LON:.6f}", "location_source": "name", "place_text": "Jalan Mawar 12"}
    bench.line.commit(INCIDENT, log.IncidentOpened(fields={"type_code": "KB-01", "priority": "1", **place}), event_id=INCIDENT)
    bench.incident.forms.show_incident(INCIDENT)
    assert not bench.location.is_adrift
    retype(bench, typist, "jl melati 9")
    assert bench.location.is_adrift


def test_a_point_moved_by_another_seat_belongs_to_the_words_of_that_seat(bench: Bench) -> None:
    understand(bench, jl_mawar_12=(street("12"),))
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    typist.press("Down", "Return", "Ctrl+Return")
    form = bench.incident.forms.current
    for name, text in (("place_text", "jl melati 9"), ("lat", "-7.910000"), ("lon", "110.250000")):
        seen = tuple(one.event_id for one in form.detail.fields if one.field == name)
        bench.line.commit(form.incident_id, log.IncidentFieldSet(field=name, value=text, sees=seen))
    assert (value(bench, "place_text"), value(bench, "lat")) == ("jl melati 9", "-7.910000")
    assert not bench.location.is_adrift


def test_a_linked_call_leaves_the_words_of_its_place_as_a_note(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    typist.press("Ctrl+Return")
    bench.line.caller_hangs_up(call_id)
    bench.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("api besar")
    retype(bench, typist, "gang buntu 4")
    typist.press("F3", "L")
    assert bench.line.payloads("incident.note_added")[0].text == "api besar · gang buntu 4"


def test_nothing_is_looked_for_around_a_point_of_other_words(bench: Bench) -> None:
    fire_in_another_street(bench)
    nearby = bench.incident.nearby_keys.controller
    nearby.look()
    assert not nearby._asked.has_point
    assert nearby._asked.village_code == ""


def test_a_point_whose_words_were_taken_out_asks_where_it_is(bench: Bench) -> None:
    typist = fire_in_another_street(bench)
    editor = bench.form.fields.editor("place_text")
    editor.selectAll()
    typist.press("Delete", "Ctrl+Return")
    assert not bench.line.payloads("incident.opened")
    assert "where is it" in bench.said[-1][0]
    assert value(bench, "lat") == f"{LAT:.6f}"


def test_where_the_telephone_was_an_hour_ago_is_asked_about(bench: Bench) -> None:
    typist = bench.open()
    bench.line.ring("+6281255501234", location=network(at_us=now_us() - 3_600_000_000))
    typist.press("F9")
    typist.type("kebakaran rumah")
    typist.press("Ctrl+Return")
    assert not bench.line.payloads("incident.opened")


def test_coordinates_that_stood_for_a_point_go_with_it_when_no_place_is_known(bench: Bench) -> None:
    typist = bench.open()
    bench.line.ring("+6281255501234", location=network())
    typist.press("F9")
    typist.type("kebakaran rumah")
    typist.press("Ctrl+G", "Ctrl+B")
    assert value(bench, "place_text") == "-7.89500, 110.22000"
    typist.press("Alt+0", "Ctrl+Return")
    assert opened(bench) == dict.fromkeys(PLACE, "") | {"location_source": "none"}
    assert all("-7.895" not in one.message for one in bench.line.payloads("referral.sent"))


# --- the caller's word for it ------------------------------------------------------------------------------------------
def sent_from_a_street(bench: Bench):
    understand(bench, jl_mawar_12=(street("12"),))
    locate(bench)
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    typist.press("Down", "Return", "Ctrl+Return")
    return typist


def ticks(bench: Bench) -> list[log.IncidentFieldSet]:
    return [one for one in bench.line.payloads("incident.field_set") if one.field == "location_verified"]


def test_a_tick_names_the_place_it_was_given_for(bench: Bench) -> None:
    typist = sent_from_a_street(bench)
    typist.press("Ctrl+B", "Ctrl+S")
    assert [(one.value, one.place["place_text"], one.place["lat"]) for one in ticks(bench)] == [
        ("1", "Jalan Mawar 12", f"{LAT:.6f}")
    ]
    typist.press("Ctrl+B", "Ctrl+S")
    assert (ticks(bench)[-1].value, ticks(bench)[-1].place) == ("", {})


def test_a_tick_is_not_one_for_the_place_that_another_seat_has_set_meanwhile(bench: Bench) -> None:
    typist = sent_from_a_street(bench)
    form = bench.incident.forms.current
    typist.press("Ctrl+B")
    assert bench.location.is_verified
    seen = tuple(one.event_id for one in form.detail.fields if one.field == "lat")
    bench.line.commit(form.incident_id, log.IncidentFieldSet(field="lat", value="-7.700000", sees=seen))
    assert value(bench, "lat") == "-7.700000"
    assert not bench.location.is_verified
    typist.press("Ctrl+S")
    assert not ticks(bench)
