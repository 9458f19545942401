"""The timeline of the incident in front: who did what when, read by keys, growing while it is read."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt

from db import events as log
from tests.gui.incident.bench import Bench
from tests.gui.incident.test_board import sent_fire
from tests.gui.incident.test_send import ring_and_type

KEY = "Ctrl+I"


def strip(bench: Bench):
    return bench.incident.timeline_keys.strip


def lines(bench: Bench) -> list[str]:
    return strip(bench).text.toPlainText().splitlines()


def said(bench: Bench) -> list[str]:
    """Return what was done, without time."""
    return [line.split("\t", 1)[1] for line in lines(bench) if "\t" in line]


def test_it_tells_what_was_done_the_newest_at_the_bottom(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+D", "1", "F4", "Ctrl+K")
    typist.type("gang sempit")
    typist.press("Return", KEY)
    told = said(bench)
    assert told[0].endswith("0812-5550-1234: the call came in")
    begun = next(line for line in told if "incident 0001" in line)
    assert "Kebakaran rumah/permukiman" in begun
    assert "P1" in begun
    assert "jl mawar 12 rt 3" in begun
    assert any(line.endswith("0812-5550-1234: the call belongs to this incident") for line in told)
    assert any(line.endswith("Damkar: sent by message") for line in told)
    assert any(line.endswith("Damkar: acknowledged") for line in told)
    assert told[-1].endswith("note: gang sempit")
    operator = bench.desk.settings.seat.operator
    assert begun.startswith(f"{operator}: ")


def test_a_changed_field_shows_what_it_was(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    landmark = bench.form.fields.editor("landmark")
    landmark.setFocus()
    landmark.selectAll()
    typist.type("depan SPBU")
    typist.press("Alt+2", "Tab")
    reason = bench.form.fields.editor("priority_reason")
    reason.setFocus()
    typist.type("api kecil")
    typist.press("Tab", KEY)
    told = said(bench)
    assert any("landmark: dekat masjid → depan SPBU" in line for line in told)
    assert any("priority: ■ P1 → ▲ P2" in line for line in told)


def test_answers_and_the_confirmed_place_are_said_in_words(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+J", "1", "F4", "Ctrl+B")
    typist.press(KEY)
    told = said(bench)
    assert any("answered: Terbakar: Rumah" in line for line in told)
    assert any("the caller confirmed the place" in line for line in told)


def test_a_point_is_one_line_not_seven(bench: Bench) -> None:
    sent_fire(bench)
    incident_id = bench.incident.forms.current.incident_id
    point = {"lat": "-7.500000", "lon": "110.500000", "radius_m": "40", "location_source": "map", "village": "Bumi Asri"}
    for name, value in point.items():
        bench.line.commit(incident_id, log.IncidentFieldSet(field=name, value=value), actor="sari")
    bench.room.handlers["incident.timeline"]()
    about = [line for line in said(bench) if "point:" in line]
    assert len(about) == 1
    assert about[0].startswith("sari: point: ")
    assert "-7.500000, 110.500000 (± 40 m" in about[0]
    assert "Bumi Asri" in about[0]


def test_an_obstacle_is_named_and_units_are_told(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    incident_id = bench.incident.forms.current.incident_id
    typist.press("Ctrl+D", "6", "4", "Return")
    bench.line.commit("PMK-03", log.UnitStateSet(state="on_scene", incident_id=incident_id), actor="budi")
    bench.line.commit("PMK-07", log.UnitStateSet(state="on_scene", incident_id="another"), actor="budi")
    typist.press(KEY)
    language = bench.desk.settings.seat.language
    obstacle = bench.desk.catalogue.obstacles["no_access"].name(language)
    assert any(line.endswith(f"Damkar: obstructed, {obstacle}") for line in said(bench))
    assert said(bench)[-1] == "budi: PMK-03: on scene"
    assert not any("PMK-07" in line for line in said(bench))


def test_it_grows_while_it_is_open_and_moves_no_focus(bench: Bench) -> None:
    typist, call_id = sent_fire(bench)
    typist.press(KEY)
    before = len(lines(bench))
    incident_id = bench.incident.forms.current.incident_id
    bench.line.commit(incident_id, log.IncidentNoteAdded(text="dari kursi 2"), actor="budi")
    assert said(bench)[-1] == "budi: note: dari kursi 2"
    bench.line.commit("PMK-03", log.UnitStateSet(state="on_scene", incident_id=incident_id), actor="budi")
    assert said(bench)[-1] == "budi: PMK-03: on scene"
    bench.line.caller_hangs_up(call_id)
    assert said(bench)[-1].endswith("the caller hung up")
    assert len(lines(bench)) == before + 3
    assert strip(bench).text.hasFocus()


def test_while_it_is_closed_nothing_moves_the_focus(bench: Bench) -> None:
    sent_fire(bench)
    incident_id = bench.incident.forms.current.incident_id
    assert bench.form.one_line.hasFocus()
    bench.line.commit(incident_id, log.IncidentNoteAdded(text="x"), actor="budi")
    assert bench.form.one_line.hasFocus()
    assert not strip(bench).isVisible()


@pytest.mark.parametrize("key", ["Escape", KEY])
def test_escape_or_the_key_again_gives_the_focus_back(bench: Bench, key: str) -> None:
    typist, _ = sent_fire(bench)
    bench.form.fields.editor("landmark").setFocus()
    typist.press(KEY)
    assert strip(bench).isVisible()
    assert strip(bench).text.hasFocus()
    typist.press(key)
    assert not strip(bench).isVisible()
    assert bench.form.fields.editor("landmark").hasFocus()


def test_answering_a_call_puts_it_away(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press(KEY)
    bench.line.ring("+6281255502222")
    assert strip(bench).isVisible()
    typist.press("F9")
    typist.type("dua")
    assert not strip(bench).isVisible()
    assert bench.form.one_line.text() == "dua"


def test_letters_change_nothing_and_arrows_scroll(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    incident_id = bench.incident.forms.current.incident_id
    for number in range(60):
        bench.line.commit(incident_id, log.IncidentNoteAdded(text=f"catatan {number}"), actor="budi")
    typist.press(KEY)
    bar = strip(bench).text.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    typist.type("x")
    typist.press("Home")
    assert bar.value() == 0
    typist.press("Down")
    assert 0 < bar.value() < bar.maximum()
    at = bar.value()
    bench.line.commit(incident_id, log.IncidentNoteAdded(text="baru"), actor="budi")
    assert bar.value() == at
    typist.press("End")
    bench.line.commit(incident_id, log.IncidentNoteAdded(text="lebih baru"), actor="budi")
    assert bar.value() == bar.maximum()
    assert said(bench)[-1] == "budi: note: lebih baru"


def test_without_an_incident_it_says_so(bench: Bench) -> None:
    typist = bench.open()
    typist.press(KEY)
    assert bench.said[-1][1] == "warning"
    assert not strip(bench).isVisible()
    ring_and_type(bench)
    typist.press(KEY)
    assert bench.said[-1][1] == "warning"
    assert bench.form.one_line.hasFocus()


def test_another_incident_in_front_shows_its_own(bench: Bench) -> None:
    typist, first = sent_fire(bench)
    bench.line.caller_hangs_up(first)
    bench.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("pohon tumbang jl melati")
    typist.press("Ctrl+Return", KEY)
    assert any("pohon tumbang" in line.casefold() for line in said(bench))
    assert not any("mawar" in line for line in said(bench))


def test_values_that_this_program_cannot_read_stop_neither_the_form_nor_the_timeline(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    form = bench.incident.forms.current
    for name, value in {"answers": "[[", "priority": "²", "lat": "x", "victims": "banyak"}.items():
        told = log.IncidentFieldSet(field=name, value=value)
        if name != "priority":
            bench.line.commit(form.incident_id, told, actor="budi")
        row = form.detail.timeline[-1].__class__(
            event_id="e",
            at_us=0,
            actor="budi",
            kind=told.KIND,
            subject=form.incident_id,
            payload=msgspec.json.encode(told).decode(),
        )
        assert bench.incident.timeline_keys.controller.words_of((row,)) is not None
    typist.press(KEY)
    assert any("lat" in line or "point: " in line for line in said(bench))
    assert form.answers == {}


def test_facts_of_a_newer_program_are_named_not_lost(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    form = bench.incident.forms.current
    strange = form.detail.timeline[0].__class__(
        event_id="e", at_us=form.detail.timeline[-1].at_us, actor="budi", kind="incident.of_tomorrow", subject="i", payload="{}"
    )
    told = bench.incident.timeline_keys.controller.words_of((*form.detail.timeline, strange))
    assert told[-1].what == "incident.of_tomorrow"
    typist.press(KEY)
    assert strip(bench).text.accessibleName()
    assert strip(bench).text.focusPolicy() != Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("bench", [{"language": "id"}], indirect=True)
def test_closing_and_opening_again(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("F3", "X", "1", "F4")
    bench.room.handlers["incident.close"]()
    typist.type("api menyala lagi")
    typist.press("Return", KEY)
    assert said(bench)[-1].endswith("api menyala lagi")


def test_without_an_incident_in_the_form_it_says_how_to_get_one_there(bench: Bench) -> None:
    typist = bench.open()
    typist.press(KEY)
    assert "F3, then Enter" in bench.message.text()
