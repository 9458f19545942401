"""The thread of the journal: everything is written in its order, and a journal that hangs holds up nobody."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import pytest
from support.scripted_journal import LedgerBench, fact

from calltaker.line import journal_thread
from calltaker.line import ledger as ledger_module
from calltaker.line.inbox import Draft, Fact, Wish
from calltaker.line.journal_thread import JournalThread
from db.errors import JournalUnavailableError
from db.events import CallAnswered, Event, NewEvent, OutcomeSet, new_event


@pytest.fixture(autouse=True)
def _retry_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "RETRY_S", 0.0)


@pytest.fixture(autouse=True)
def _nothing_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow this machine is; a test in which something hangs takes the patience of the seat."""
    monkeypatch.setattr(journal_thread, "PATIENCE_S", 60.0)


def wait_until(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end_s
        time.sleep(0.005)


def test_the_thread_writes_everything_before_it_ends() -> None:
    bench = LedgerBench()
    thread = JournalThread(bench.ledger)
    thread.start()
    assert thread.wait_until_open() is None
    for number in range(300):
        thread.submit(Fact(lambda number=number: (fact(f"f{number}"),)))
    thread.submit(Wish((new_event("call", OutcomeSet(outcome="test")),), bench.answered))
    thread.submit(Draft("call", "old", bench.answered))
    thread.submit(Draft("call", "new", bench.answered))
    assert thread.stop(60)
    assert [event.subject for event in bench.journal.written] == [*(f"f{number}" for number in range(300)), "call"]
    assert bench.journal.saved == {"call": "new"}
    assert bench.answers == [("", "")] * 3
    assert bench.journal.closed


def test_the_thread_tries_again_by_itself() -> None:
    bench = LedgerBench()
    thread = JournalThread(bench.ledger)
    thread.start()
    thread.wait_until_open()
    bench.journal.failure = JournalUnavailableError("gone")
    thread.submit(Fact(lambda: (new_event("a", CallAnswered()),)))
    wait_until(lambda: bench.hub.health.journal_backlog == 1)
    bench.journal.failure = None
    wait_until(lambda: bench.hub.health.journal == "ok")
    assert thread.stop(60)
    assert [event.subject for event in bench.journal.written] == ["a"]


def test_a_surprise_costs_only_the_item_that_brought_it() -> None:
    bench = LedgerBench()
    thread = JournalThread(bench.ledger)
    publish = bench.hub.publish

    def surprised(event: Event, *, durable: bool = True) -> None:
        if event.subject == "odd":
            raise RecursionError
        publish(event, durable=durable)

    bench.hub.publish = surprised
    for subject in ("a", "odd", "b"):
        thread.submit(Fact(lambda subject=subject: (fact(subject),)))
    thread.start()
    assert thread.stop(60)
    assert [event.subject for event in bench.journal.written] == ["a", "odd", "b"]
    assert bench.shown() == [("a", True), ("b", True)]


def test_what_happens_while_the_journal_hangs_is_shown_once_and_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = LedgerBench()
    thread = JournalThread(bench.ledger)
    hangs, append = threading.Event(), bench.journal.append
    monkeypatch.setattr(journal_thread, "PATIENCE_S", 0.3)

    def slow(events: Sequence[NewEvent]) -> tuple[Event, ...]:
        hangs.wait(60)
        return append(events)

    bench.journal.append = slow
    thread.start()
    for subject in ("a", "b", "c"):
        thread.submit(Fact(lambda subject=subject: (fact(subject),)))
    thread.submit(Wish((new_event("call", OutcomeSet(outcome="test")),), bench.answered))
    wait_until(lambda: len(bench.shown()) == 3)
    assert bench.answers == []
    monkeypatch.setattr(journal_thread, "PATIENCE_S", 60.0)
    hangs.set()
    thread.submit(Fact(lambda: (fact("d"),)))
    assert thread.stop(60)
    assert [event.subject for event in bench.journal.written] == ["a", "b", "c", "call", "d"]
    assert bench.shown() == [("a", False), ("b", False), ("c", False), ("call", True), ("d", True)]
    assert bench.answers == [("", "")]


def test_what_was_shown_early_is_kept_when_the_journal_fails_at_last(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = LedgerBench()
    thread = JournalThread(bench.ledger)
    hangs, append = threading.Event(), bench.journal.append
    monkeypatch.setattr(journal_thread, "PATIENCE_S", 0.3)

    def fails_late(_events: Sequence[NewEvent]) -> tuple[Event, ...]:
        hangs.wait(60)
        bench.journal.append = append
        raise JournalUnavailableError("the server was gone")

    bench.journal.append = fails_late
    thread.start()
    thread.submit(Fact(lambda: (fact("a"),)))
    wait_until(lambda: bench.shown() == [("a", False)])
    monkeypatch.setattr(journal_thread, "PATIENCE_S", 60.0)
    hangs.set()
    wait_until(lambda: bench.hub.health.journal == "ok" and bench.journal.written != [])
    thread.submit(Fact(lambda: (fact("b"),)))
    assert thread.stop(60)
    assert [event.subject for event in bench.journal.written] == ["a", "b"]
    assert bench.shown() == [("a", False), ("b", True)]
