"""Ctrl+F finds incidents and calls in the log, in place and by keys alone."""

from __future__ import annotations

import pytest

from tests.gui.incident.bench import Bench
from tests.gui.incident.test_send import FIRE, ring_and_type


@pytest.fixture
def sent(bench: Bench):
    """Two incidents stand in the log; their calls are over and the desk is quiet. Return the hands."""
    typist, first = ring_and_type(bench)
    typist.press("Ctrl+Return")
    bench.line.caller_hangs_up(first)
    second = bench.line.ring("+6281255509876")
    typist.press("F9")
    typist.type("pohon tumbang jl melati")
    typist.press("Ctrl+Return")
    bench.line.caller_hangs_up(second)
    return typist


def strip(bench: Bench):
    return next(child for child in bench.form.children() if type(child).__name__ == "SearchStrip")


def found(bench: Bench) -> list[str]:
    model = strip(bench).table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def search(bench: Bench, typist, text: str) -> None:
    typist.press("Ctrl+F")
    typist.type(text)


@pytest.mark.parametrize("text", ["mawar", "MASJID terjebak", "0001", "KB-01"])
def test_an_incident_is_found_by_words_number_or_code_and_enter_opens_it(bench: Bench, sent, text: str) -> None:
    search(bench, sent, text)
    assert found(bench) == ["Kebakaran rumah/permukiman"]
    sent.press("Return")
    assert not strip(bench).isVisible()
    assert bench.form.one_line.text() == FIRE
    assert bench.form.one_line.hasFocus()


def test_a_call_is_found_by_the_end_of_its_number_and_enter_shows_it(bench: Bench, sent) -> None:
    search(bench, sent, "509-876")
    assert found(bench) == ["0812-5550-9876"]
    sent.press("Return")
    assert "0812-5550-9876" in bench.form._whose.text()


def test_arrows_choose_among_several(bench: Bench, sent) -> None:
    search(bench, sent, "jl")
    assert found(bench) == ["Pohon tumbang", "Kebakaran rumah/permukiman"]
    sent.press("Down", "Down", "Return")
    assert bench.form.one_line.text() == FIRE


def test_a_call_that_only_the_log_remembers_opens_its_incident_or_is_said(bench: Bench, sent) -> None:
    lost = bench.line.ring("+6281255504321")
    bench.line.caller_hangs_up(lost)
    bench.desk.calls._calls.clear()
    search(bench, sent, "5504321")
    sent.press("Return")
    assert "belongs to no incident" in bench.said[-1][0]
    search(bench, sent, "5501234")
    sent.press("Return")
    assert bench.form.one_line.text() == FIRE


def test_escape_leaves_and_gives_the_focus_back(bench: Bench, sent) -> None:
    sent.press("F3")
    before = bench.window.focusWidget()
    search(bench, sent, "mawar")
    sent.press("Escape")
    assert not strip(bench).isVisible()
    assert bench.window.focusWidget() is before


@pytest.mark.parametrize("text", ["tidak ada di mana pun", "%", "'; --", "\\"])
def test_nothing_found_is_said_in_words(bench: Bench, sent, text: str) -> None:
    search(bench, sent, text)
    assert found(bench) == []
    assert "Nothing was found" in strip(bench)._said.text()
    sent.press("Return")
    assert strip(bench).isVisible()


def test_a_log_that_cannot_be_read_is_said(bench: Bench, sent) -> None:
    bench.desk.worker.problem = "The log could not be read."
    search(bench, sent, "mawar")
    assert "could not be read" in strip(bench)._said.text()


def test_a_late_answer_to_an_older_question_is_dropped(bench: Bench, sent) -> None:
    bench.desk.worker.hold()
    search(bench, sent, "mawar")
    sent.press("Ctrl+F")
    sent.type("melati")
    bench.desk.worker.release(last_first=True)
    assert found(bench) == ["Pohon tumbang"]


def test_a_call_that_is_answered_meanwhile_gets_the_screen(bench: Bench, sent) -> None:
    search(bench, sent, "mawar")
    bench.line.ring("+6281255507777")
    sent.press("F9")
    assert not strip(bench).isVisible()
    sent.type("api")
    assert bench.form.one_line.text() == "api"


def test_what_was_found_covers_the_form_whole(bench: Bench, sent) -> None:
    search(bench, sent, "jl")
    assert strip(bench).geometry() == bench.form.rect()
    bench.window.resize(1500, 900)
    sent.press("Down")
    assert strip(bench).geometry() == bench.form.rect()
