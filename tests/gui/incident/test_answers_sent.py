"""What the caller answered goes out with the report: message, sheet and screen say the same."""

from __future__ import annotations

import pytest

from calltaker.desk import sheet as sheet_module
from db import events as log
from tests.gui.incident.bench import Bench
from tests.gui.incident.test_send import ring_and_type

SAID = "Jawaban: Terbakar: Rumah; Ada orang di dalam/terjebak: Ya"


def test_answers_by_digit_are_in_the_message_that_is_sent(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+J", "1", "1")
    assert f"| {SAID} |" in bench.panel("dispatch").message.toPlainText()
    typist.press("Ctrl+Return")
    sent = bench.line.payloads("referral.sent")[0].message
    assert f"| {SAID} |" in sent
    assert bench.panel("dispatch").message.toPlainText() == sent


def test_an_answer_taken_back_leaves_the_message(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+J", "1")
    typist.press("Up", "Backspace")
    assert "Jawaban" not in bench.panel("dispatch").message.toPlainText()


def test_the_narrative_is_in_the_message(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    bench.form.fields.narrative.setFocus()
    typist.type("api dari dapur")
    typist.press("Ctrl+Return")
    assert "| Uraian: api dari dapur |" in bench.line.payloads("referral.sent")[0].message


def test_an_agency_that_is_sent_later_by_the_command_line_gets_the_answers(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+J", "1", "1", "Ctrl+Return")
    (row,) = bench.incident.board.incidents
    bench.incident.verbs.send(incident=row.number, agencies=("PLN",))
    late = next(one for one in bench.line.payloads("referral.sent") if one.agency == "PLN")
    assert f"| {SAID} |" in late.message


def test_the_sheet_says_what_the_screen_says(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+J", "1", "1", "Ctrl+Return")
    printed: list[tuple[tuple[str, str], ...]] = []
    shipped = sheet_module.sheet_lines
    monkeypatch.setattr(sheet_module, "sheet_lines", lambda *a, **k: printed.append(shipped(*a, **k)) or printed[-1])
    monkeypatch.setattr(sheet_module.ReportProcess, "start", lambda _self: None)
    typist.press("Ctrl+P")
    screen = bench.panel("dispatch").message.toPlainText()
    assert ("Jawaban", SAID.removeprefix("Jawaban: ")) in printed[0]
    for label, value in printed[0]:
        if label not in {"Nomor", "Waktu lapor"}:
            assert " ".join(value.split()) in screen


def test_answers_of_another_seat_are_in_the_message_of_this_one(bench: Bench) -> None:
    incident_id = "0190a000-0000-7000-8000-000000000001"
    answers = '{"Apa yang terbakar?":"Rumah","Apakah ada orang di dalam atau terjebak?":"Ya"}'
    fields = {"summary": "kebakaran", "type_code": "KB-01", "priority": "1", "place_text": "Jl. Mawar 12", "answers": answers}
    typist = bench.open()
    bench.line.commit(incident_id, log.IncidentOpened(fields=fields), event_id=incident_id)
    typist.press("F3", "Return")
    assert f"| {SAID} |" in bench.panel("dispatch").message.toPlainText()


def test_answers_of_a_call_that_is_linked_become_part_of_the_note(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    bench.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("kebakaran rumah")
    typist.press("Ctrl+J", "1", "1", "F3", "L")
    assert bench.line.payloads("incident.note_added")[0].text == f"kebakaran rumah · {SAID.removeprefix('Jawaban: ')}"
