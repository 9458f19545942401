"""A report without a call: kept while something else is in front, found again by keys, thrown away only on purpose."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from calltaker.app.incident_room import build_incident_room
from calltaker.domain.form import FormState
from calltaker.models.roles import ASIDE_ROLE, SECOND_ROLE
from db import events as log
from db import models as t
from tests.gui.incident.bench import Bench, delete_now
from tests.gui.incident.test_send import ring_and_type

WALK_IN = "kebakaran toko pasar baru"


def listed(bench: Bench, role: int = 0) -> list[str]:
    model = bench.panel("incidents").view.model()
    return [model.index(row, 1).data(role) for row in range(model.rowCount())]


def somebody_walks_in(bench: Bench):
    typist = bench.open()
    typist.press("Ctrl+N")
    typist.type(WALK_IN)
    return typist


def test_the_minute_of_a_walk_in_and_a_call(bench: Bench) -> None:
    typist = somebody_walks_in(bench)
    call_id = bench.line.ring("+6281255501234")
    assert bench.form.one_line.text() == WALK_IN
    typist.press("F9")
    assert bench.form.one_line.text() == ""
    typist.type("laka motor jl kenanga 3")
    typist.press("Ctrl+Return")
    assert bench.line.calls[call_id].incident_id
    typist.press("F3", "Home", "Return")
    assert bench.form.one_line.text() == WALK_IN
    assert bench.form._whose.text() == "New incident, no call"
    assert bench.form.one_line.hasFocus()
    typist.type(" lantai 2")
    bench.form.fields.editor("place_text").setFocus()
    typist.press("Ctrl+Return")
    walk_in = bench.line.payloads("incident.opened")[-1]
    assert walk_in.call_id == ""
    assert walk_in.fields["summary"] == f"{WALK_IN} lantai 2"
    assert bench.line.kinds().count("call.linked") == 1
    assert bench.incident.unsent.rows() == ()
    assert len(listed(bench)) == 2


def test_it_stands_at_the_top_of_the_list_and_says_that_it_is_not_sent(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return", "Ctrl+N")
    assert len(listed(bench)) == 1
    typist.type(WALK_IN)
    assert len(listed(bench)) == 2
    assert "not sent" in listed(bench, ASIDE_ROLE)[0]
    model = bench.panel("incidents").view.model()
    assert model.index(0, 0).data(SECOND_ROLE) == "draft"
    assert bench.form.one_line.hasFocus()


def test_words_without_a_type_are_shown_themselves(bench: Bench) -> None:
    typist = bench.open()
    typist.press("Ctrl+N")
    typist.type("pak lurah menunggu")
    assert listed(bench) == ["pak lurah menunggu"]


def test_a_second_report_hides_no_first(bench: Bench) -> None:
    typist = somebody_walks_in(bench)
    typist.press("Ctrl+N")
    typist.type("pohon tumbang")
    assert len(listed(bench)) == 2
    typist.press("F3", "Home", "Return")
    assert bench.form.one_line.text() == WALK_IN


def test_it_survives_a_new_window(bench: Bench, qtbot: QtBot) -> None:
    somebody_walks_in(bench)
    qtbot.waitUntil(lambda: any(WALK_IN in draft for draft in bench.line.drafts.values()), timeout=10_000)
    room = build_incident_room(bench.desk)
    bench.line.attach()
    assert room.panels["form"].one_line.text() == WALK_IN
    room.handlers["incident.save"]()
    opened = bench.line.payloads("incident.opened")[-1]
    assert opened.call_id == ""
    assert "call.linked" not in bench.line.kinds()
    qtbot.waitUntil(lambda: not bench.line.drafts, timeout=10_000)
    delete_now(room.panels["form"])


def test_a_call_in_hand_comes_before_it_in_a_new_window(bench: Bench, qtbot: QtBot) -> None:
    typist = somebody_walks_in(bench)
    bench.line.ring()
    typist.press("F9")
    typist.type("laka")
    qtbot.waitUntil(lambda: len(bench.line.drafts) == 2, timeout=10_000)
    room = build_incident_room(bench.desk)
    bench.line.attach()
    assert room.panels["form"].one_line.text() == "laka"
    assert room.panels["incidents"].view.model().rowCount() == 1
    delete_now(room.panels["form"])


def test_the_keys_that_are_named_below_the_list_are_those_of_the_row(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return", "Ctrl+N")
    typist.type(WALK_IN)
    typist.press("F3", "Home")
    hint = bench.panel("incidents")._hint
    assert "throws" in hint.text()
    assert "closes" not in hint.text()
    typist.press("Down")
    assert "closes" in hint.text()


def test_it_is_thrown_away_on_purpose_only(bench: Bench, qtbot: QtBot) -> None:
    typist = somebody_walks_in(bench)
    qtbot.waitUntil(lambda: bool(bench.line.drafts), timeout=10_000)
    typist.press("F3", "X", "Escape")
    assert len(listed(bench)) == 1
    typist.press("X", "1")
    assert len(listed(bench)) == 1, "the keys that close an incident throw nothing away"
    typist.press("X", "2")
    assert listed(bench) == []
    qtbot.waitUntil(lambda: not bench.line.drafts, timeout=10_000)
    assert bench.form.one_line.text() == ""
    assert bench.incident.forms.current is None
    assert bench.panel("incidents").view.hasFocus()
    assert bench.line.kinds().count("incident.opened") == 0


def test_thrown_away_it_leaves_nothing_in_the_empty_form(bench: Bench) -> None:
    typist = somebody_walks_in(bench)
    assert bench.form._picks_row.isVisible()
    typist.press("F3", "X", "2")
    assert bench.form._whose.text() == "No call"
    assert not bench.form._picks_row.isVisible()


def test_thrown_away_while_the_line_is_away_it_does_not_come_back(bench: Bench, qtbot: QtBot) -> None:
    typist = somebody_walks_in(bench)
    qtbot.waitUntil(lambda: any(WALK_IN in draft for draft in bench.line.drafts.values()), timeout=10_000)
    bench.line.go_away()
    typist.press("F3", "X", "2")
    bench.line.attach()
    assert listed(bench) == []
    assert bench.form.one_line.text() == ""
    qtbot.waitUntil(lambda: not bench.line.drafts, timeout=10_000)


@pytest.mark.parametrize("handler", ["incident.save", "incident.send"])
def test_one_that_the_log_has_is_not_opened_again_by_a_new_window(bench: Bench, qtbot: QtBot, handler: str) -> None:
    """The window died after the log had the report and before it could forget the draft."""
    typist = somebody_walks_in(bench)
    bench.form.fields.editor("place_text").setFocus()
    typist.type("pasar baru")
    qtbot.waitUntil(lambda: any("pasar baru" in draft for draft in bench.line.drafts.values()), timeout=10_000)
    before = dict(bench.line.drafts)
    bench.line.loses_reply = True
    bench.room.handlers[handler]()
    bench.line.drafts = before
    room = build_incident_room(bench.desk)
    bench.line.attach()
    assert room.panels["incidents"].view.model().rowCount() == 1
    assert room.panels["form"].one_line.text() == WALK_IN
    sent = bench.line.kinds().count("referral.sent")
    room.handlers[handler]()
    opened = sa.select(sa.func.count()).select_from(t.event).where(t.event.c.kind == "incident.opened")
    assert bench.desk.worker.connection.execute(opened).scalar() == 1
    assert bench.line.kinds().count("referral.sent") == sent
    delete_now(room.panels["form"])


def test_what_was_sent_while_the_question_stood_there_is_not_thrown_away(bench: Bench) -> None:
    typist = somebody_walks_in(bench)
    bench.form.fields.editor("place_text").setFocus()
    typist.type("pasar baru")
    bench.room.handlers["incident.close"]()
    typist.press("Ctrl+Return", "2")
    assert bench.incident.forms.current is not None
    assert bench.incident.forms.current.number
    assert bench.form.one_line.text() == WALK_IN


def test_thrown_away_from_the_form_the_hands_are_in_the_list(bench: Bench) -> None:
    typist = somebody_walks_in(bench)
    bench.room.handlers["incident.close"]()
    typist.press("2")
    assert bench.panel("incidents").view.hasFocus()
    assert bench.form.fields.editor("place_text").text() == ""


def test_thrown_away_from_the_form_the_call_in_hand_shows_again(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "laka")
    typist.press("Ctrl+N")
    typist.type(WALK_IN)
    bench.room.handlers["incident.close"]()
    typist.press("2")
    assert bench.form.one_line.text() == "laka"
    assert listed(bench) == []


def test_a_note_or_link_needs_a_number_first(bench: Bench) -> None:
    typist = somebody_walks_in(bench)
    for key in ("C", "L"):
        typist.press("F3", key)
        assert bench.said[-1][1] == "warning"
        assert "F3" not in bench.said[-1][0]
    assert bench.line.kinds().count("call.linked") == 0


def test_what_was_written_for_a_call_that_ended_is_listed_until_it_is_judged(bench: Bench) -> None:
    typist, first = ring_and_type(bench, "laka")
    assert listed(bench) == []
    bench.line.caller_hangs_up(first)
    assert len(listed(bench)) == 1
    second = bench.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("banjir")
    bench.line.caller_hangs_up(second)
    assert len(listed(bench)) == 2
    typist.press("F3", "Home", "X")
    assert bench.said[-1][1] == "warning"
    assert len(listed(bench)) == 2
    typist.press("Return")
    assert bench.form.one_line.text() == "laka"
    assert bench.desk.calls.current_id == first
    bench.line.commit(first, log.OutcomeSet(outcome="prank_child"))
    assert len(listed(bench)) == 1


def test_what_was_written_for_a_call_that_nobody_knows_any_more_can_be_thrown_away(bench: Bench) -> None:
    bench.line.drafts["a-call-of-yesterday"] = FormState().typed("summary", "kemarin").to_json()
    bench.line.attach()
    typist = bench.open()
    assert listed(bench) == ["kemarin"]
    typist.press("F3", "X", "2")
    assert listed(bench) == []
    assert not bench.line.drafts


@pytest.mark.parametrize("bench", [{"language": "id"}], indirect=True)
def test_in_indonesian_nothing_breaks(bench: Bench) -> None:
    somebody_walks_in(bench)
    assert len(listed(bench)) == 1
