"""Stalls are found with the guilty stack; mistakes are logged once, told in plain words, and the desk stays up."""

from __future__ import annotations

import logging
import sys
import threading
import time

import pytest
from PySide6.QtCore import QLocale

from calltaker.app.faults import QUIET_S, Faults
from calltaker.app.translation import load_translation
from calltaker.desk.stall import StallWatch, _stack_of


def guilty_wait(caplog):
    """Stand still until the watchdog has seen it, however late it comes to run."""
    wait_for_log(caplog, "guilty_wait")


def wait_for_log(caplog, words):
    end_s = time.monotonic() + 60
    while words not in caplog.text and time.monotonic() < end_s:
        time.sleep(0.01)


def test_a_stall_names_who_is_guilty(qapp, qtbot, caplog):
    watch = StallWatch()
    watch.start()
    try:
        qtbot.waitUntil(lambda: len(watch.lateness_ms) > 2, timeout=10_000)
        with caplog.at_level(logging.WARNING, logger="ui"):
            guilty_wait(caplog)
            qtbot.waitUntil(lambda: max(watch.lateness_ms) >= 100, timeout=10_000)
    finally:
        watch.stop()
    assert any("guilty_wait" in record.getMessage() for record in caplog.records)
    assert any("stood still" in record.getMessage() for record in caplog.records)


def test_a_full_disk_does_not_end_the_watch(qapp, qtbot, caplog, monkeypatch):
    def no_room():
        monkeypatch.undo()
        raise OSError(28, "No space left on device")

    watch = StallWatch()
    monkeypatch.setattr("calltaker.desk.stall.tempfile.TemporaryFile", no_room)
    watch.start()
    try:
        with caplog.at_level(logging.WARNING, logger="ui"):
            wait_for_log(caplog, "No space left")
            qtbot.waitUntil(lambda: max(watch.lateness_ms, default=0) >= 100, timeout=10_000)
            guilty_wait(caplog)
    finally:
        watch.stop()
    assert "guilty_wait" in caplog.text


@pytest.mark.parametrize("digits", [8, 16])
def test_the_stack_of_a_thread_is_found_however_long_its_number_is_written(digits, monkeypatch):
    heads = [
        f"{kind} 0x{number:0{digits}x} (most recent call first):"
        for kind, number in (("Thread", 0x1AB), ("Current thread", 0x1A))
    ]
    told = f"{heads[0]}\n  other\n\n{heads[1]}\n  mine\n"
    monkeypatch.setattr("faulthandler.dump_traceback", lambda file, all_threads: file.write(told.encode()))
    assert "mine" in _stack_of(0x1A)
    assert "other" in _stack_of(0x1AB)
    assert _stack_of(0xAB) == ""


def test_at_rest_it_beats_slowly_and_still_finds_a_stall(qapp, qtbot, caplog):
    watch = StallWatch()
    watch.rest(True)
    watch.start()
    try:
        assert watch._timer.interval() == 50
        with caplog.at_level(logging.WARNING, logger="ui"):
            guilty_wait(caplog)
            qtbot.waitUntil(lambda: bool(watch.lateness_ms), timeout=10_000)
        watch.rest(False)
        assert watch._timer.interval() == 10
    finally:
        watch.stop()
    assert any("guilty_wait" in record.getMessage() for record in caplog.records)


@pytest.fixture
def told():
    return []


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def faults(qapp, told, clock):
    made = Faults(lambda text, level: told.append((text, level)), clock_s=lambda: clock[0])
    made.install()
    yield made
    made.remove()


def make_a_mistake(error):
    raise error("a mistake")


def raise_and_report(error=ValueError):
    try:
        make_a_mistake(error)
    except error:
        sys.excepthook(*sys.exc_info())


def test_a_mistake_is_told_once_and_logged_with_its_stack(faults, told, qtbot, caplog):
    for _ in range(21):
        raise_and_report()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert len(told) == 1
    assert "mistake" in told[0][0]
    criticals = [record for record in caplog.records if record.levelno == logging.CRITICAL]
    assert len(criticals) == 1
    assert criticals[0].exc_info is not None


def test_after_a_minute_it_is_told_again(faults, told, clock):
    raise_and_report()
    clock[0] = QUIET_S + 1
    raise_and_report()
    assert len(told) == 2


def test_another_mistake_is_told_at_once(faults, told):
    raise_and_report(ValueError)
    raise_and_report(KeyError)
    assert len(told) == 2


def test_a_mistake_on_another_thread_is_told_on_this_one(faults, told, qtbot):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)


def test_hooks_are_given_back(faults):
    faults.remove()
    assert sys.excepthook != faults.on_fault


def test_a_missing_translation_is_said_in_the_log(qapp, caplog):
    before = QLocale()
    try:
        assert not load_translation(qapp, "xx")
    finally:
        QLocale.setDefault(before)
    assert "cannot be read" in caplog.text
