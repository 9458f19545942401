"""Suggestions, drafts, two calls, two people: what a form must never get wrong."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from calltaker.app.incident_room import build_incident_room
from calltaker.domain.form import FormState
from calltaker.line.wire import Append, SaveDraft
from db import events as log
from tests.gui.incident.bench import Bench, delete_now
from tests.gui.incident.test_send import FIRE, ring_and_type


def drafts(bench: Bench) -> list[SaveDraft]:
    return [request for request in bench.line.sent if isinstance(request, SaveDraft)]


def saved_summary(bench: Bench, call_id: str) -> str:
    return FormState.from_json(bench.line.drafts[call_id]).value("summary")


def field_sets(bench: Bench, field: str) -> list[log.IncidentFieldSet]:
    return [one for one in bench.line.payloads("incident.field_set") if one.field == field]


def test_a_suggestion_is_marked_and_enter_makes_it_a_persons(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    place = bench.form.fields.editor("place_text")
    assert place.text() == "jl mawar 12 rt 3"
    assert "suggested" in place.accessibleDescription()
    place.setFocus()
    typist.press("Return")
    assert place.accessibleDescription() == ""
    assert bench.form.fields.editor("landmark").hasFocus()
    assert "incident.opened" not in bench.line.kinds()


@pytest.mark.parametrize("way", [("F4",), ("Tab", "F4"), ("Tab", "Shift+Tab"), ("F11", "Escape")])
def test_the_focus_never_selects_what_was_typed(bench: Bench, way: tuple[str, ...]) -> None:
    typist, _ = ring_and_type(bench)
    typist.press(*way)
    assert bench.form.one_line.hasFocus()
    typist.type(" api")
    assert bench.form.one_line.text() == FIRE + " api"


def test_f4_leads_behind_the_last_word(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Home", "F4")
    typist.type(" api")
    assert bench.form.one_line.text() == FIRE + " api"


def test_a_suggestion_never_overwrites_what_a_person_set(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    place = bench.form.fields.editor("place_text")
    place.setFocus()
    place.selectAll()
    typist.type("jl anggrek 5")
    typist.press("F4", "End")
    typist.type(" dekat pasar jl melati 9")
    assert place.text() == "jl anggrek 5"


def test_an_emptied_field_stays_empty(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    trapped = bench.form.fields.editor("trapped")
    assert trapped.text() == "2"
    trapped.setFocus()
    trapped.selectAll()
    typist.press("Delete")
    bench.form.one_line.setFocus()
    typist.press("End")
    typist.type(" cepat")
    assert trapped.text() == ""


def test_the_number_of_the_call_is_there_and_marked(bench: Bench) -> None:
    ring_and_type(bench, "x")
    number = bench.form.fields.editor("callback_number")
    assert number.text() == "0812-5550-1234"
    assert "from the call" in number.accessibleDescription()


def test_a_location_of_the_call_never_goes_over_a_typed_place(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "pohon tumbang jl melati")
    found = log.Location(source="pidf-lo", shape="circle", lat=-8.46, lon=118.73, radius_m=50.0)
    bench.line.calls[call_id] = msgspec.structs.replace(bench.line.calls[call_id], location=found)
    bench.line.attach()
    typist.press("Ctrl+Return")
    opened = bench.line.payloads("incident.opened")[0]
    assert opened.fields["place_text"] == "jl melati"
    assert opened.fields["lat"] == "-8.460000"
    assert opened.fields["location_source"] == "pidf-lo"


def test_two_calls_keep_two_forms(bench: Bench, qtbot: QtBot) -> None:
    typist = bench.open()
    first = bench.line.ring("+6281255501111")
    typist.press("F9")
    typist.type("pohon tumbang jl melati")
    second = bench.line.ring("+6281255502222")
    assert bench.form.one_line.text() == "pohon tumbang jl melati"
    typist.press("F9")
    assert bench.form.one_line.text() == ""
    assert bench.form.one_line.hasFocus()
    typist.type("kecelakaan motor jl kenanga")
    qtbot.waitUntil(lambda: saved_summary(bench, first) == "pohon tumbang jl melati", timeout=5000)
    typist.press("Ctrl+Return")
    opened = bench.line.payloads("incident.opened")
    assert [one.call_id for one in opened] == [second]
    assert opened[0].fields["callback_number"] == "+6281255502222"
    bench.desk.calls.select(first)
    bench.line.caller_hangs_up(second)
    bench.form.focus_one_line()
    assert bench.form.one_line.text() == "pohon tumbang jl melati"


def test_a_call_that_ends_does_not_put_another_form_under_the_hands(bench: Bench) -> None:
    typist = bench.open()
    bench.line.ring("+6281255501111")
    typist.press("F9")
    typist.type("satu")
    second = bench.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("dua tiga")
    bench.line.caller_hangs_up(second)
    typist.type(" empat")
    assert bench.form.one_line.text() == "dua tiga empat"


def test_twenty_calls_ring_while_somebody_types(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "")
    for at, letter in enumerate(FIRE[:20]):
        typist.type(letter)
        bench.line.ring(f"+62812555060{at:02d}")
    assert bench.form.one_line.text() == FIRE[:20]
    assert bench.form.one_line.hasFocus()
    assert bench.desk.calls.current_id == call_id


def test_every_change_reaches_the_disk_of_the_line(bench: Bench, qtbot: QtBot) -> None:
    _typist, call_id = ring_and_type(bench)
    qtbot.waitUntil(lambda: saved_summary(bench, call_id) == FIRE, timeout=5000)
    assert len(drafts(bench)) < len(FIRE)


def test_a_draft_comes_back_after_the_window_was_killed(bench: Bench) -> None:
    call_id = bench.line.ring("+6281255501234")
    bench.answer()
    typed = FormState().typed("summary", FIRE).typed("reporter_name", "Bu Ratna")
    bench.line.drafts[call_id] = typed.to_json()
    bench.line.attach()
    assert bench.form.one_line.text() == FIRE
    assert bench.form.fields.editor("reporter_name").text() == "Bu Ratna"
    assert bench.form.fields.editor("callback_number").text() == "0812-5550-1234"
    assert bench.form.fields.type_field.text().startswith("KB-01")


def test_an_unreadable_draft_is_said_and_harms_nothing(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    call_id = bench.line.ring("+6281255501234")
    bench.line.drafts[call_id] = "{broken"
    bench.line.attach()
    assert bench.said[-1][1] == "warning"
    assert "cannot be read" in caplog.text


def test_what_is_typed_while_the_line_is_away_is_saved_when_it_is_back(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "a")
    bench.line.go_away()
    typist.type("bc")
    bench.form.fields.editor("landmark").setFocus()
    assert [level for _text, level in bench.said].count("warning") <= 1
    bench.line.attach()
    assert FormState.from_json(bench.line.drafts[call_id]).value("summary").startswith("a")


# --- after the incident exists -----------------------------------------------------------------------------------------
def test_an_edit_is_said_when_the_field_is_left_and_names_what_was_seen(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    opened = next(event for event in bench.line.committed_events if event.kind == "incident.opened")
    reporter = bench.form.fields.editor("landmark")
    reporter.setFocus()
    reporter.selectAll()
    typist.type("depan masjid")
    assert not field_sets(bench, "landmark")
    typist.press("Tab")
    (said,) = field_sets(bench, "landmark")
    assert said.value == "depan masjid"
    assert said.sees == (opened.id,)


def test_an_edit_is_said_after_a_second_of_rest(bench: Bench, qtbot: QtBot) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    bench.form.fields.editor("reporter_name").setFocus()
    typist.type("Bu Ratna")
    qtbot.waitUntil(lambda: bool(field_sets(bench, "reporter_name")), timeout=5000)
    assert bench.form.fields.editor("reporter_name").hasFocus()


def other_seat_sets(bench: Bench, field: str, value: str, sees: tuple[str, ...] = ()) -> None:
    incident_id = bench.line.payloads("call.linked")[0].incident_id
    bench.line.commit(incident_id, log.IncidentFieldSet(field=field, value=value, sees=sees), actor="Dewi")


def test_two_values_stand_side_by_side_until_a_person_chooses(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    other_seat_sets(bench, "place_text", "jl mawar 21")
    strip = bench.form.conflicts
    assert strip.isVisible()
    assert bench.form.one_line.hasFocus()
    buttons = [button for button in strip.findChildren(type(bench.form.fields._no_location).__mro__[1]) if button.text()]
    assert any("jl mawar 21" in button.text() for button in buttons)
    next(button for button in buttons if "jl mawar 21" in button.text()).click()
    assert len(field_sets(bench, "place_text")[-1].sees) == 2
    assert not strip.isVisible()
    assert bench.form.fields.editor("place_text").text() == "jl mawar 21"


def test_a_value_of_another_seat_shows_and_what_is_being_typed_stays(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    opened = next(event for event in bench.line.committed_events if event.kind == "incident.opened")
    bench.form.fields.editor("reporter_name").setFocus()
    typist.type("Bu Ra")
    other_seat_sets(bench, "landmark", "depan SPBU", (opened.id,))
    assert bench.form.fields.editor("landmark").text() == "depan SPBU"
    typist.type("tna")
    assert bench.form.fields.editor("reporter_name").text() == "Bu Ratna"
    assert not bench.form.conflicts.isVisible()


def test_an_edit_that_the_line_refuses_waits_and_is_said(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    bench.form.fields.editor("reporter_name").setFocus()
    typist.type("Bu Ratna")
    bench.line.refuse("journal_full")
    typist.press("Tab")
    assert bench.said[-1][1] == "alarm"
    assert not field_sets(bench, "reporter_name")
    bench.line.refuse("")
    bench.line.attach()
    assert field_sets(bench, "reporter_name")[-1].value == "Bu Ratna"


# --- priority, place, type ---------------------------------------------------------------------------------------------
def test_another_priority_needs_its_reason(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Alt+3")
    reason = bench.form.fields.editor("priority_reason")
    assert reason.hasFocus()
    typist.press("Ctrl+Return")
    assert "incident.opened" not in bench.line.kinds()
    typist.type("sudah padam")
    typist.press("Ctrl+Return")
    opened = bench.line.payloads("incident.opened")[0]
    assert (opened.fields["priority"], opened.fields["priority_reason"]) == ("3", "sudah padam")


def test_no_place_known_is_an_answer(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "kebakaran rumah")
    typist.press("Alt+0", "Ctrl+Return")
    assert bench.line.kinds().count("incident.opened") == 1


@pytest.mark.parametrize("typed", ["kb04", "KB-04", "vehicle fire", "truk"])
@pytest.mark.parametrize("bench", [{"language": "en"}], indirect=True)
def test_a_type_is_found_by_code_name_or_word(bench: Bench, typed: str) -> None:
    typist, _ = ring_and_type(bench, "x")
    bench.form.fields.type_field.setFocus()
    typist.type(typed)
    typist.press("Return")
    assert bench.form.fields.type_field.text().startswith("KB-04")
    assert bench.form.fields.priority_field.hasFocus()


def test_half_a_word_is_no_choice(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    bench.form.fields.type_field.setFocus()
    typist.type("ambul")
    typist.press("Tab")
    assert bench.form.fields.type_field.text().startswith("KB-01")


def test_answers_by_digit_become_form_answers(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+J", "1", "2")
    typist.press("Ctrl+Return")
    answers = msgspec.json.decode(bench.line.payloads("incident.opened")[0].fields["answers"])
    assert len(answers) == 2


def test_unconscious_and_not_breathing_shows_cpr(bench: Bench) -> None:
    ring_and_type(bench, "kecelakaan motor jl kenanga, korban tidak sadar dan tidak bernapas")
    assert bench.panel("protocol")._urgent.isVisible()


def test_enter_and_space_send_nothing(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    for _ in range(14):
        typist.press("Return", "Space", "Tab")
    assert not [request for request in bench.line.sent if isinstance(request, Append)]


def test_a_restarted_window_shows_the_incident_of_the_running_call(bench: Bench, qtbot: QtBot) -> None:
    typist, call_id = ring_and_type(bench)
    typist.press("Ctrl+Return")
    again = build_incident_room(bench.desk)
    bench.line.attach()
    form = again.panels["form"]
    assert form.one_line.text() == FIRE
    assert "0001" in form._whose.text()
    qtbot.waitUntil(lambda: call_id not in bench.line.drafts, timeout=5000)
    delete_now(form)


def test_a_prank_leaves_no_draft(bench: Bench, qtbot: QtBot) -> None:
    typist, call_id = ring_and_type(bench, "anak kecil")
    assert call_id in bench.line.drafts
    bench.line.commit(call_id, log.OutcomeSet(outcome="prank_child"))
    bench.line.caller_hangs_up(call_id)
    typist.press("F4")
    qtbot.waitUntil(lambda: call_id not in bench.line.drafts, timeout=5000)


def test_a_number_typed_as_people_write_it_is_stored_in_one_way(bench: Bench) -> None:
    typist = bench.open()
    bench.line.ring("")
    typist.press("F9")
    typist.type("kebakaran rumah jl mawar 12")
    bench.form.fields.editor("callback_number").setFocus()
    typist.type("0812 5550 7777")
    typist.press("Tab", "Ctrl+Return")
    assert bench.line.payloads("incident.opened")[0].fields["callback_number"] == "+6281255507777"


def test_a_closed_incident_is_not_changed_by_typing(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    incident_id = bench.line.payloads("call.linked")[0].incident_id
    bench.line.commit(incident_id, log.IncidentClosed(informed="yes"))
    assert bench.form.one_line.hasFocus()
    typist.type("x")
    assert bench.form.one_line.text() == FIRE
    assert bench.said[-1][1] == "warning"


def test_cpr_sends_the_ambulance_too(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "pohon tumbang jl melati, satu orang tidak sadar dan tidak bernapas")
    typist.press("Ctrl+Return")
    assert "PSC119" in {one.agency for one in bench.line.payloads("referral.sent")}


def test_a_question_without_given_answers_takes_words(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "pohon tumbang jl melati")
    typist.press("Ctrl+J")
    typist.type("menutup dua lajur")
    typist.press("Return")
    typist.type("tidak")
    typist.press("Up")
    typist.press("F4", "Ctrl+Return")
    answers = msgspec.json.decode(bench.line.payloads("incident.opened")[0].fields["answers"])
    assert list(answers.values()) == ["menutup dua lajur", "tidak"]
