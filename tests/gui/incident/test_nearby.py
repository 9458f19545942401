"""What is known around the place of the form: warnings, earlier incidents, possible doubles, who is near."""

from __future__ import annotations

from time import monotonic

import pytest

from calltaker.desk.nearby import UNSEEN_S
from calltaker.desk.now import now_us
from calltaker.places.wire import FindNearest, Near
from db import events as log
from db.events import Location
from db.gazetteer import Place
from tests.gui.incident.bench import Bench

LAT, LON = -7.9123, 110.2145
HERE = Location(source="pidf-lo", shape="circle", lat=LAT, lon=LON, radius_m=50.0)
DAY_US = 86_400_000_000
FIRE = "kebakaran rumah jl mawar 12"


def note(**more) -> log.PlaceNoteAdded:
    plain = {"hazard": "dog", "text": "rantai lepas", "expires_us": now_us() + 90 * DAY_US, "lat": LAT, "lon": LON}
    return log.PlaceNoteAdded(**(plain | more))


def answered(bench: Bench, number: str = "+6281255501234", **fields):
    typist = bench.open()
    call_id = bench.line.ring(number, **fields)
    typist.press("F9")
    look(bench)
    return typist, call_id


def look(bench: Bench) -> None:
    """Let the short rest pass."""
    controller(bench).look()


def controller(bench: Bench):
    return bench.incident.nearby_keys.controller


def strip(bench: Bench):
    return bench.incident.nearby_keys.strip


def shown(bench: Bench) -> str:
    notes = [note.text() for note in strip(bench)._notes if not note.isHidden()]
    texts = [line.text.toolTip() for line in strip(bench)._doubles if not line.isHidden()]
    return "\n".join([*notes, *texts, strip(bench)._history.toolTip(), strip(bench)._near.toolTip()])


def test_a_warning_of_the_place_is_there_when_the_next_call_is_answered(bench: Bench) -> None:
    bench.line.commit("n1", note(), actor="Budi")
    typist, _ = answered(bench, location=HERE)
    assert "dangerous dog: rantai lepas (0 m, until" in shown(bench)
    assert not strip(bench).isHidden()
    typist.type(FIRE)
    typist.press("Ctrl+Return")
    assert "| AWAS: anjing galak: rantai lepas |" in bench.line.payloads("referral.sent")[0].message


def test_a_warning_on_the_number_is_shown_but_no_crew_is_warned_of_another_place(bench: Bench) -> None:
    bench.line.commit("n1", note(lat=LAT + 0.05, number="+6281255501234"))
    typist, _ = answered(bench, location=HERE)
    assert "rantai lepas (5.5 km" in shown(bench)
    typist.type(FIRE)
    typist.press("Ctrl+Return")
    assert "AWAS" not in bench.line.payloads("referral.sent")[0].message


def test_an_ordinary_call_costs_no_room(bench: Bench) -> None:
    answered(bench)
    assert strip(bench).isHidden()


def test_a_warning_is_written_with_a_few_keys_and_taken_away_with_a_reason(bench: Bench) -> None:
    typist, _ = answered(bench, location=HERE)
    typist.press("Ctrl+H", "1")
    typist.type("dua ekor di halaman")
    typist.press("Return")
    written = bench.line.payloads("place_note.added")[0]
    assert (written.hazard, written.text, written.lat, written.number) == ("dog", "dua ekor di halaman", LAT, "+6281255501234")
    assert 179 * DAY_US < written.expires_us - now_us() <= 180 * DAY_US
    look(bench)
    assert "dua ekor di halaman" in shown(bench)
    strip(bench)._end.click()
    typist.type("sudah pindah")
    typist.press("Return")
    look(bench)
    assert "dua ekor" not in shown(bench)
    assert bench.line.payloads("place_note.ended")[0].reason == "sudah pindah"


def test_a_warning_may_begin_with_its_words(bench: Bench) -> None:
    typist, _ = answered(bench, location=HERE)
    typist.press("Ctrl+H")
    typist.type("anjing galak di halaman")
    typist.press("Return", "1")
    written = bench.line.payloads("place_note.added")[0]
    assert (written.hazard, written.text) == ("dog", "anjing galak di halaman")


def test_a_warning_that_was_begun_is_never_written_down_for_another_call(bench: Bench) -> None:
    typist, _ = answered(bench, location=HERE)
    typist.press("Ctrl+H")
    typist.type("anjing galak")
    bench.line.ring("+6281255509876")
    typist.press("F9")
    assert not bench.incident.nearby_keys.prompt.is_open
    assert "anjing galak" in bench.said[-1][0]
    typist.type("orang pingsan")
    typist.press("Return", "1")
    assert bench.line.payloads("place_note.added") == []


def test_nothing_can_be_warned_of_without_place_or_number(bench: Bench) -> None:
    typist, _ = answered(bench, "")
    typist.press("Ctrl+H")
    assert bench.said[-1] == ("A warning needs a place on the map or a number.", "warning")


def test_a_second_caller_of_one_fire_is_linked_with_one_key(bench: Bench) -> None:
    typist, _ = answered(bench, location=HERE)
    typist.type(FIRE)
    typist.press("Ctrl+Return", "F12", "F12")
    near = Location(source="pidf-lo", shape="circle", lat=LAT + 0.001, lon=LON, radius_m=80.0)
    second = bench.line.ring("+6281255509876", location=near)
    typist.press("F9")
    typist.type("rumah terbakar besar")
    look(bench)
    assert "◇ The same? 0001" in shown(bench)
    assert "110 m straight line" in shown(bench)
    line = strip(bench)._doubles[0].text
    assert line.height() >= line.heightForWidth(line.width()), "nobody links to what cannot be read"
    typist.press("Ctrl+L")
    linked = [event.subject for event in bench.line.committed_events if event.kind == "call.linked"]
    assert linked[-1] == second
    assert bench.line.calls[second].outcome == "repeat"
    assert bench.line.payloads("incident.note_added")[0].text == "rumah terbakar besar"
    assert len(bench.line.payloads("incident.opened")) == 1


def test_an_incident_that_has_just_come_to_the_front_is_not_linked_by_a_key_meant_for_another(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [f"018f0000-0000-7000-8000-00000000000{number}" for number in (1, 2)]
    far, near = (
        log.IncidentOpened(fields={"lat": f"{LAT + north:.6f}", "lon": f"{LON:.6f}", "type_code": "KB-01"})
        for north in (0.005, 0.001)
    )
    bench.line.commit(ids[0], far)
    typist, _ = answered(bench, location=HERE)
    typist.type(FIRE)
    look(bench)
    assert controller(bench).best_double.row.incident_id == ids[0]
    bench.line.commit(ids[1], near)
    bench.incident.board.read()
    assert controller(bench).best_double.row.incident_id == ids[1]
    typist.press("Ctrl+L")
    assert not bench.line.payloads("call.linked")
    assert bench.said[-1][1] == "warning"
    later_s = monotonic() + UNSEEN_S
    monkeypatch.setattr("calltaker.desk.nearby.monotonic", lambda: later_s)
    typist.press("Ctrl+L")
    assert bench.line.payloads("call.linked")[0].incident_id == ids[1]


def two_fires(bench: Bench):
    """Two incidents near the caller; the first is 110 m away, the second 550 m."""
    ids = [f"018f0000-0000-7000-8000-00000000000{number}" for number in (1, 2)]
    for incident_id, north in zip(ids, (0.001, 0.005), strict=True):
        fields = {"lat": f"{LAT + north:.6f}", "lon": f"{LON:.6f}", "type_code": "KB-01"}
        bench.line.commit(incident_id, log.IncidentOpened(fields=fields))
    typist, _ = answered(bench, location=HERE)
    typist.type(FIRE)
    look(bench)
    return typist, ids


def test_the_second_of_two_possible_doubles_has_a_key_too(bench: Bench) -> None:
    typist, ids = two_fires(bench)
    assert [line.button.isVisible() for line in strip(bench)._doubles] == [True, True]
    assert controller(bench).double(1).row.incident_id == ids[1]
    typist.press("Ctrl+Shift+L")
    assert [one.incident_id for one in bench.line.payloads("call.linked")] == [ids[1]]


def test_a_second_double_that_has_just_come_is_looked_at_first(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    typist, _ids = two_fires(bench)
    between = log.IncidentOpened(fields={"lat": f"{LAT + 0.003:.6f}", "lon": f"{LON:.6f}", "type_code": "KB-01"})
    bench.line.commit("018f0000-0000-7000-8000-000000000003", between)
    bench.incident.board.read()
    typist.press("Ctrl+Shift+L")
    assert not bench.line.payloads("call.linked")
    assert bench.said[-1][1] == "warning"


def test_without_a_second_double_its_key_says_so(bench: Bench) -> None:
    typist, _ = answered(bench, location=HERE)
    typist.press("Ctrl+Shift+L")
    assert bench.said[-1] == ("No second incident is offered.", "warning")


def test_a_warning_is_taken_away_by_keys_alone(bench: Bench) -> None:
    bench.line.commit("n1", note())
    typist, _ = answered(bench, location=HERE)
    typist.press("Ctrl+Shift+H")
    typist.type("sudah pindah")
    typist.press("Return")
    assert bench.line.payloads("place_note.ended")[0].reason == "sudah pindah"
    look(bench)
    typist.press("Ctrl+Shift+H")
    assert bench.said[-1] == ("There is no warning here.", "warning")


def test_of_several_warnings_one_is_chosen_those_that_find_no_room_too(bench: Bench) -> None:
    for number in (1, 2, 3):
        bench.line.commit(f"n{number}", note(text=f"anjing {number}", expires_us=now_us() + (90 + number) * DAY_US))
    typist, _ = answered(bench, location=HERE)
    assert "1 more" in strip(bench)._more_notes.toolTip()
    third = controller(bench).nearby.notes[2]
    typist.press("Ctrl+Shift+H", "3")
    typist.type("sudah pindah")
    typist.press("Return")
    ended = [event.subject for event in bench.line.committed_events if event.kind == "place_note.ended"]
    assert ended == [third.note_id]
    look(bench)
    assert strip(bench)._more_notes.isHidden()


def test_long_warnings_are_read_whole_before_one_of_them_is_chosen(bench: Bench) -> None:
    said = "pernah mengancam petugas dengan parang, jangan masuk sendirian, tunggu polisi di pos kamling depan gang"
    for number, text in enumerate((f"{said} dua", f"{said} tiga", "https://contoh.example/" + "x" * 200)):
        bench.line.commit(f"n{number}", note(text=text))
    typist, _ = answered(bench, location=HERE)
    before_px = bench.form.width()
    typist.press("Ctrl+Shift+H")
    prompt = bench.incident.nearby_keys.prompt
    assert bench.form.width() == before_px
    for part in (prompt, prompt._choices, *strip(bench)._notes):
        assert part.width() <= before_px
    assert prompt._choices.height() >= prompt._choices.heightForWidth(prompt._choices.width())
    assert prompt._choices.text().count("parang") == 2
    typist.press("2")
    assert prompt.is_open


def test_a_sign_that_is_no_digit_chooses_nothing(bench: Bench) -> None:
    for number in (1, 2):
        bench.line.commit(f"n{number}", note(text=f"anjing {number}"))
    typist, _ = answered(bench, location=HERE)
    typist.press("Ctrl+Shift+H")
    prompt = bench.incident.nearby_keys.prompt
    prompt._line.setText("²")
    prompt._line.textEdited.emit("²")
    typist.press("Return")
    assert prompt.is_open


def test_a_warning_that_is_over_is_not_sent_with_a_form_that_was_left(bench: Bench) -> None:
    bench.line.commit("n1", note())
    _typist, first = answered(bench, location=HERE)
    form = bench.incident.forms.current
    assert form.warnings
    bench.line.ring("", location=None)
    bench.incident.forms.show_new()
    bench.line.commit("n1", log.PlaceNoteEnded(reason="sudah pindah"))
    bench.incident.forms.show_call(first)
    look(bench)
    assert form.warnings == ()


def test_what_happened_here_before_is_said(bench: Bench) -> None:
    opened = log.IncidentOpened(fields={"lat": f"{LAT:.6f}", "lon": f"{LON:.6f}", "type_code": "KB-01"})
    bench.line.commit("018f0000-0000-7000-8000-000000000001", opened)
    bench.line.commit("018f0000-0000-7000-8000-000000000001", log.IncidentClosed(informed="yes"))
    answered(bench, location=HERE)
    assert "Here before: 1 × in 2 years" in shown(bench)


def test_who_the_run_card_sends_is_named_before_who_is_nearer(bench: Bench) -> None:
    for callsign, agency, north in (("POL-01", "POLRES", 0.005), ("PMK-03", "DAMKAR", 0.01)):
        bench.line.commit(callsign, log.UnitDefined(agency=agency, base="Pos", lat=LAT + north, lon=LON))
    bench.incident.board.read()
    typist, _ = answered(bench, location=HERE)
    assert "POL-01 550 m · PMK-03 1.1 km" in shown(bench)
    typist.type("kebakaran rumah")
    look(bench)
    assert "PMK-03 1.1 km · POL-01 550 m" in shown(bench)


def test_the_nearest_unit_and_hospital_are_named_with_their_straight_line(bench: Bench) -> None:
    bench.line.commit("PMK-03", log.UnitDefined(agency="DAMKAR", base="Pos Utara", lat=LAT + 0.01, lon=LON))
    hospital = Place(code="csv:rsud", name="RSUD Nusa", kind="hospital", lat=LAT, lon=LON + 0.02, distance_m=2204.0)
    bench.desk.places.answers[FindNearest] = Near(places=(hospital,))
    bench.incident.board.read()
    answered(bench, location=HERE)
    assert "Nearest (straight line): PMK-03 1.1 km · RSUD Nusa 2.2 km" in shown(bench)


def test_what_is_learnt_late_of_another_call_s_place_is_dropped(bench: Bench) -> None:
    bench.line.commit("n1", note())
    bench.desk.worker.hold()
    answered(bench, location=HERE)
    bench.incident.forms.show_new()
    bench.desk.worker.release()
    assert controller(bench).nearby.notes == ()
    assert strip(bench).isHidden()
