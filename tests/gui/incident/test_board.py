"""The board: open incidents, units, notes, links, closing; and who has it."""

from __future__ import annotations

import time
from unittest.mock import patch

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from calltaker.models.incidents import progress_text
from calltaker.views.common import RowTable
from db import events as log
from tests.gui.incident.bench import Bench
from tests.gui.incident.test_send import ring_and_type


def sent_fire(bench: Bench):
    typist, call_id = ring_and_type(bench)
    typist.press("Ctrl+Return")
    return typist, call_id


def advanced(bench: Bench) -> list[tuple[str, str]]:
    return [(one.state, one.reason) for one in bench.line.payloads("referral.advanced")]


def test_enter_opens_an_incident_of_the_board_in_the_form(bench: Bench) -> None:
    typist, call_id = sent_fire(bench)
    bench.line.caller_hangs_up(call_id)
    bench.line.ring("+6281255502222")
    typist.press("F9", "F3", "Return")
    assert bench.form.one_line.text().startswith("kebakaran")
    assert "0001" in bench.form._whose.text()


@pytest.mark.parametrize("key", ["F3", "F6", "Ctrl+D"])
def test_the_row_on_which_the_keys_of_a_list_work_is_painted_as_chosen(bench: Bench, qtbot: QtBot, key: str) -> None:
    typist, _ = sent_fire(bench)
    typist.press(key)
    table = QApplication.focusWidget()
    assert isinstance(table, RowTable)
    qtbot.waitUntil(lambda: [index.row() for index in table.selectionModel().selectedRows()] == [0], timeout=10_000)
    assert table.currentIndex().row() == 0


def test_a_question_about_an_agency_chooses_no_unit(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+D", "5")
    QApplication.processEvents()
    assert not bench.panel("units").view.selectionModel().hasSelection()


def test_a_second_caller_is_linked_and_what_was_typed_becomes_a_note(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    second = bench.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("saya juga lihat api di jl mawar")
    typist.press("F3", "L")
    call = bench.line.calls[second]
    assert call.incident_id == bench.line.payloads("call.linked")[0].incident_id
    assert call.outcome == "repeat"
    assert bench.line.payloads("incident.note_added")[0].text == "saya juga lihat api di jl mawar"
    assert bench.line.kinds().count("incident.opened") == 1
    assert bench.form.one_line.text().startswith("kebakaran rumah")
    assert not bench.line.payloads("incident.field_set")


def test_closing_asks_how_the_reporter_was_told(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("F3", "X")
    assert not bench.line.payloads("incident.closed")
    typist.press("2")
    assert bench.line.payloads("incident.closed")[0].informed == "unreachable"
    assert bench.panel("incidents")._model.rowCount() == 0


def test_escape_leaves_a_question_and_the_focus_goes_back(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("F3", "X", "Escape")
    assert bench.panel("incidents").view.hasFocus()
    assert not bench.line.payloads("incident.closed")


def test_a_closed_incident_opens_again_with_a_reason(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("F3", "X", "1", "F4")
    bench.room.handlers["incident.close"]()
    typist.type("api menyala lagi")
    typist.press("Return")
    assert bench.line.payloads("incident.reopened")[0].reason == "api menyala lagi"
    assert bench.panel("incidents")._model.rowCount() == 1


def test_a_note(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+K")
    typist.type("gang 2 m, mobil besar tidak masuk")
    typist.press("Return")
    assert bench.line.payloads("incident.note_added")[0].text.startswith("gang 2 m")
    assert bench.form.one_line.hasFocus()


def test_the_steps_of_an_agency_by_digit(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+D", "1", "2", "3", "4")
    assert [state for state, _ in advanced(bench)] == ["acknowledged", "en_route", "on_scene", "handled"]


def test_the_next_step_by_one_key(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+E", "Ctrl+E")
    assert [state for state, _ in advanced(bench)] == ["acknowledged", "en_route"]


def test_an_obstacle_needs_its_reason(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+D", "6")
    assert not advanced(bench)
    typist.press("Return")
    assert not advanced(bench)
    typist.press("4", "Return")
    assert advanced(bench) == [("obstructed", "no_access")]


def test_a_refuser_is_not_asked_again_by_the_next_send(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    before = len(bench.line.payloads("referral.sent"))
    typist.press("Ctrl+D", "5", "1", "Return", "F4", "Ctrl+Return")
    assert advanced(bench)[0][0] == "refused"
    assert len(bench.line.payloads("referral.sent")) == before


def test_an_agency_unticked_gets_nothing_and_one_added_does(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+D", "Down", "Space")
    bench.panel("dispatch").add_line.setFocus()
    typist.type("dlh")
    typist.press("Return", "Ctrl+Return")
    agencies = [one.agency for one in bench.line.payloads("referral.sent")]
    assert "POLRES" not in agencies
    assert "DLH" in agencies
    assert "DAMKAR" in agencies


def test_a_picked_unit_goes_with_its_agency(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("F6", "Home")
    view = bench.panel("units").view
    view.selectRow(next(row for row in range(3) if view.model().index(row, 0).data() == "PMK-03"))
    typist.press("+", "Ctrl+Return")
    lead = next(one for one in bench.line.payloads("referral.sent") if one.agency == "DAMKAR")
    assert lead.units == ("PMK-03",)
    assert bench.line.payloads("unit.state_set")[0].state == "en_route"
    assert view.model().index(view.currentIndex().row(), 2).data().endswith("en route")


def test_copy_gives_the_words_of_the_screen(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == bench.line.payloads("referral.sent")[0].message


def test_a_late_agency_shows_with_sign_and_word(bench: Bench) -> None:
    sent_fire(bench)
    in_five_minutes = time.time_ns() // 1000 + 300_000_000
    with (
        patch("calltaker.models.referrals.now_us", lambda: in_five_minutes),
        patch("calltaker.models.incidents.now_us", lambda: in_five_minutes),
    ):
        assert "LATE" in bench.panel("dispatch")._model.index(0, 1).data()
        row = bench.panel("incidents")._model.rows[0]
        assert "late" in progress_text(row)


def test_a_list_that_cannot_be_read_says_how_old_it_is(bench: Bench) -> None:
    sent_fire(bench)
    bench.desk.worker.problem = "read_failed"
    panel = bench.panel("incidents")
    board = panel._board
    board.read()
    assert bench.said[-1][1] == "warning"
    with patch.object(type(board), "age_s", lambda _self: 12.0):
        board.ticked.emit()
        assert panel._age.isVisible()
        assert "12" in panel._age.text()
    bench.desk.worker.problem = ""
    board.read()
    board.ticked.emit()
    assert not panel._age.isVisible()


def test_what_happens_elsewhere_never_takes_the_focus(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("F3")
    view = bench.panel("incidents").view
    selected = view.currentIndex().row()
    for number in range(5):
        fields = {"type_code": "LL-01", "priority": "4", "place_text": f"jl contoh {number}"}
        bench.line.commit(f"incident-{number}", log.IncidentOpened(fields=fields))
    assert view.hasFocus()
    assert view.currentIndex().row() == selected
    assert view.model().rowCount() == 6


@pytest.mark.parametrize(
    ("verb", "arguments", "kind"),
    [
        ("dispatch.send", {"units": ("PMK-07",), "agencies": ("DLH",)}, "unit.state_set"),
        ("incident.note", {"text": "catatan"}, "incident.note_added"),
        ("incident.close", {"informed": "yes", "reason": ""}, "incident.closed"),
        ("referral.advance", {"agency": "DAMKAR", "state": "handled", "reason": ""}, "referral.advanced"),
    ],
)
def test_verbs_of_the_command_line(bench: Bench, verb: str, arguments: dict[str, object], kind: str) -> None:
    sent_fire(bench)
    number = bench.line.payloads("incident.opened")[0].number
    bench.room.verbs[verb](incident=number, **arguments)
    assert bench.line.kinds().count(kind) == 1


def test_the_command_line_sends_to_an_agency_once(bench: Bench) -> None:
    sent_fire(bench)
    number = bench.line.payloads("incident.opened")[0].number
    before = len(bench.line.payloads("referral.sent"))
    bench.room.verbs["dispatch.send"](incident=number, units=(), agencies=("DLH", "DAMKAR"))
    bench.room.verbs["dispatch.send"](incident=number, units=(), agencies=("DLH",))
    fresh = bench.line.payloads("referral.sent")[before:]
    assert [one.agency for one in fresh] == ["DLH"]
    assert "No 0001" in fresh[0].message


def test_a_new_incident_by_the_command_line(bench: Bench) -> None:
    bench.open()
    bench.room.verbs["incident.new"](text="pohon tumbang jl melati", priority="")
    opened = bench.line.payloads("incident.opened")[0]
    assert opened.call_id == ""
    assert opened.fields["type_code"].startswith("IN")


def test_the_sheet_is_made_beside_the_window(bench: Bench, qtbot: QtBot) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+P")
    folder = bench.desk.settings.exports_dir
    qtbot.waitUntil(lambda: bench.said[-1][0].endswith(".pdf"), timeout=60_000)
    (sheet,) = folder.glob("*.pdf")
    assert sheet.read_bytes().startswith(b"%PDF")


def test_notes_of_the_incident_stand_in_the_form(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+K")
    typist.type("gang 2 m")
    typist.press("Return")
    assert "gang 2 m" in bench.form._notes.text()
