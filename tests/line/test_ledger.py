"""What happens to facts while the disk takes them, while it does not, and afterwards."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import pytest
from support.scripted_journal import ScriptedJournal, SeenWindow

from calltaker.line import ledger as ledger_module
from calltaker.line.hub import Hub
from calltaker.line.inbox import Draft, Fact, Wish
from calltaker.line.journal_thread import JournalThread
from calltaker.line.ledger import Entry, Ledger
from calltaker.line.wire import Committed, Health, decode_push
from db.errors import (
    DatabaseTooNewError,
    DatabaseUnreachableError,
    JournalFullError,
    JournalLockedError,
    JournalUnavailableError,
)
from db.events import CallAnswered, CallEnded, DtmfReceived, Event, NewEvent, OutcomeSet, new_event


class Bench:
    """A ledger over a scripted journal, with one window attached."""

    def __init__(self, recovery: Sequence[NewEvent] = ()) -> None:
        self.journal = ScriptedJournal()
        self.hub = Hub("seat-1", Health())
        self.window = SeenWindow()
        self.ledger = Ledger(self.hub, lambda: self.journal, lambda _writer: recovery)
        self.hub.attach(self.window)
        self.answers: list[tuple[str, str]] = []

    def answered(self, _events: tuple[Event, ...], error: str, detail: str) -> None:
        self.answers.append((error, detail))

    def shown(self) -> list[tuple[str, bool]]:
        """(digit or kind, durable) of what the window was told, in order."""
        pushes = [decode_push(frame[4:]) for frame in self.window.frames]
        return [(push.event.subject, push.durable) for push in pushes if isinstance(push, Committed)]


@pytest.fixture(autouse=True)
def _retry_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "RETRY_S", 0.0)


def fact(subject: str) -> NewEvent:
    return new_event(subject, DtmfReceived(digit="1"))


def wait_until(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end_s
        time.sleep(0.005)


def named(subject: str) -> Entry:
    return Entry((new_event(subject, DtmfReceived(digit="1"), event_id=f"id-{subject}", at_us=1),))


def test_what_waits_is_written_together_and_shown_in_order() -> None:
    bench = Bench()
    bench.ledger.open()
    bench.ledger.commit([named("a"), named("b")])
    assert bench.journal.transactions == [2]
    assert bench.shown() == [("a", True), ("b", True)]


def test_a_wrong_wish_is_refused_alone() -> None:
    bench = Bench()
    bench.ledger.open()
    wrong = NewEvent(kind="no.such", subject="x", payload=fact("x").payload, id="id-x", at_us=1)
    bench.ledger.commit([named("a"), Entry((wrong,), bench.answered), named("b")])
    assert bench.answers == [("journal_refused", "unknown kind no.such")]
    assert bench.shown() == [("a", True), ("b", True)]


@pytest.mark.parametrize(
    ("failure", "state", "code"),
    [(JournalFullError("full"), "full", "journal_full"), (JournalUnavailableError("gone"), "failing", "journal_away")],
)
def test_facts_are_kept_and_written_once_when_the_disk_takes_them_again(failure: Exception, state: str, code: str) -> None:
    bench = Bench()
    bench.ledger.open()
    bench.journal.failure = failure
    bench.ledger.commit([named("a"), Entry((fact("w"),), bench.answered)])
    bench.ledger.commit([named("b")])
    assert bench.hub.health.journal == state
    assert bench.hub.health.journal_backlog == 2
    assert bench.answers == [(code, str(failure))]
    assert bench.shown() == [("a", False), ("b", False)]
    bench.journal.failure = None
    bench.ledger.try_again()
    bench.ledger.commit([named("c")])
    assert [event.subject for event in bench.journal.written] == ["a", "b", "c"]
    assert bench.shown() == [("a", False), ("b", False), ("c", True)]
    assert (bench.hub.health.journal, bench.hub.health.journal_backlog, bench.hub.health.journal_problem) == ("ok", 0, "")


def test_an_attempt_that_fails_again_keeps_everything() -> None:
    bench = Bench()
    bench.ledger.open()
    bench.journal.failure = JournalFullError("full")
    bench.ledger.commit([named("a")])
    bench.ledger.try_again()
    bench.journal.failure = None
    bench.ledger.try_again()
    assert [event.subject for event in bench.journal.written] == ["a"]


def test_a_fact_whose_commit_was_in_doubt_is_not_written_twice() -> None:
    bench = Bench()
    bench.ledger.open()
    entry = named("a")
    bench.journal.append(entry.events)  # the server had it, the answer was lost
    bench.journal.failure = JournalUnavailableError("connection lost")
    bench.ledger.commit([entry])
    bench.journal.failure = None
    bench.ledger.try_again()
    assert [event.subject for event in bench.journal.written] == ["a"]
    assert bench.shown() == [("a", False)]


def test_a_kept_fact_that_is_wrong_does_not_hold_up_the_others() -> None:
    bench = Bench()
    bench.ledger.open()
    wrong = NewEvent(kind="no.such", subject="x", payload=fact("x").payload, id="id-x", at_us=1)
    bench.journal.failure = JournalFullError("full")
    bench.ledger.commit([named("a")])
    bench.ledger.commit([Entry((wrong,))])
    bench.ledger.commit([named("b")])
    bench.journal.failure = None
    bench.ledger.try_again()
    assert [event.subject for event in bench.journal.written] == ["a", "b"]
    assert bench.hub.health.journal == "ok"


def test_drafts_survive_in_memory_and_reach_the_disk_later() -> None:
    bench = Bench()
    bench.ledger.open()
    bench.journal.failure = JournalFullError("full")
    assert bench.ledger.save_drafts({"c1": "old"}) == {"c1": ("journal_full", "full")}
    bench.ledger.save_drafts({"c1": "new"})
    bench.journal.failure = None
    bench.ledger.try_again()
    assert bench.journal.saved == {"c1": "new"}


def test_a_repeated_wish_is_acknowledged_but_shown_once() -> None:
    bench = Bench()
    bench.ledger.open()
    for _ in range(2):
        bench.ledger.commit([Entry(named("a").events, bench.answered)])
    assert bench.answers == [("", ""), ("", "")]
    assert bench.shown() == [("a", True)]


def test_a_server_that_is_away_at_the_start_is_tried_again_and_recovery_comes_first() -> None:
    bench = Bench(recovery=[new_event("cut", CallEnded(by="line", code=0, reason="line died", answered=False))])
    away = [DatabaseUnreachableError("no server")]

    def open_writer() -> ScriptedJournal:
        if away:
            raise away.pop()
        return bench.journal

    bench.ledger._open_writer = open_writer
    bench.ledger.open()
    assert bench.hub.health.journal == "failing"
    bench.ledger.commit([named("a")])
    bench.ledger.try_again()
    assert [event.subject for event in bench.journal.written] == ["cut", "a"]


def test_a_journal_that_a_dying_line_still_holds_is_tried_again() -> None:
    bench = Bench()
    held = [JournalLockedError("another program writes")]

    def open_writer() -> ScriptedJournal:
        if held:
            raise held.pop()
        return bench.journal

    bench.ledger._open_writer = open_writer
    bench.ledger.open()
    bench.ledger.commit([named("a")])
    bench.ledger.try_again()
    assert [event.subject for event in bench.journal.written] == ["a"]


def test_a_journal_that_fails_while_it_is_read_back_is_let_go_of() -> None:
    bench = Bench()

    def fails(_writer: object) -> tuple[NewEvent, ...]:
        raise JournalUnavailableError("gone again")

    bench.ledger._recover = fails
    bench.ledger.open()
    assert bench.journal.closed
    assert bench.ledger.retry_in_s is not None


def test_a_surprise_does_not_leave_kept_facts_waiting_for_ever() -> None:
    bench = Bench()
    bench.ledger.open()
    bench.journal.failure = JournalFullError("full")
    bench.ledger.commit([named("a")])
    bench.journal.failure = RecursionError()
    with pytest.raises(RecursionError):
        bench.ledger.try_again()
    assert bench.ledger.retry_in_s is not None
    bench.journal.failure = None
    bench.ledger.try_again()
    assert [event.subject for event in bench.journal.written] == ["a"]


def test_a_long_backlog_is_written_in_groups_and_one_wrong_fact_costs_only_its_group_the_speed() -> None:
    bench = Bench()
    bench.ledger.open()
    bench.journal.failure = JournalFullError("full")
    wrong = NewEvent(kind="no.such", subject="x", payload=fact("x").payload, id="id-x", at_us=1)
    bench.ledger.commit([named(f"a{number}") for number in range(600)])
    bench.ledger.commit([Entry((wrong,))])
    bench.journal.failure = None
    bench.ledger.try_again()
    assert len(bench.journal.written) == 600
    assert max(bench.journal.transactions) == ledger_module.BACKLOG_GROUP
    assert len(bench.journal.transactions) == 2 + 600 % 256


def test_a_database_that_a_person_must_mend_stops_the_start() -> None:
    hub = Hub("seat-1", Health())

    def open_writer() -> ScriptedJournal:
        raise DatabaseTooNewError("newer")

    thread = JournalThread(Ledger(hub, open_writer, lambda _writer: ()))
    thread.start()
    assert isinstance(thread.wait_until_open(), DatabaseTooNewError)


def test_the_thread_writes_everything_before_it_ends() -> None:
    bench = Bench()
    thread = JournalThread(bench.ledger)
    thread.start()
    assert thread.wait_until_open() is None
    for number in range(300):
        thread.submit(Fact(lambda number=number: (fact(f"f{number}"),)))
    thread.submit(Wish((new_event("call", OutcomeSet(outcome="test")),), bench.answered))
    thread.submit(Draft("call", "old", bench.answered))
    thread.submit(Draft("call", "new", bench.answered))
    assert thread.stop()
    assert [event.subject for event in bench.journal.written] == [*(f"f{number}" for number in range(300)), "call"]
    assert bench.journal.saved == {"call": "new"}
    assert bench.answers == [("", "")] * 3
    assert bench.journal.closed


def test_the_thread_tries_again_by_itself() -> None:
    bench = Bench()
    thread = JournalThread(bench.ledger)
    thread.start()
    thread.wait_until_open()
    bench.journal.failure = JournalUnavailableError("gone")
    thread.submit(Fact(lambda: (new_event("a", CallAnswered()),)))
    wait_until(lambda: bench.hub.health.journal_backlog == 1)
    bench.journal.failure = None
    wait_until(lambda: bench.hub.health.journal == "ok")
    assert thread.stop()
    assert [event.subject for event in bench.journal.written] == ["a"]


def test_a_surprise_costs_only_the_item_that_brought_it() -> None:
    bench = Bench()
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
    assert thread.stop()
    assert [event.subject for event in bench.journal.written] == ["a", "odd", "b"]
    assert bench.shown() == [("a", True), ("b", True)]


def test_what_happens_while_the_journal_hangs_is_shown_once_and_written_once() -> None:
    bench = Bench()
    thread = JournalThread(bench.ledger)
    hangs, append = threading.Event(), bench.journal.append

    def slow(events: Sequence[NewEvent]) -> tuple[Event, ...]:
        hangs.wait(10)
        return append(events)

    bench.journal.append = slow
    thread.start()
    for subject in ("a", "b", "c"):
        thread.submit(Fact(lambda subject=subject: (fact(subject),)))
    thread.submit(Wish((new_event("call", OutcomeSet(outcome="test")),), bench.answered))
    wait_until(lambda: len(bench.shown()) == 3)
    assert bench.answers == []
    hangs.set()
    thread.submit(Fact(lambda: (fact("d"),)))
    assert thread.stop()
    assert [event.subject for event in bench.journal.written] == ["a", "b", "c", "call", "d"]
    assert bench.shown() == [("a", False), ("b", False), ("c", False), ("call", True), ("d", True)]
    assert bench.answers == [("", "")]


def test_what_was_shown_early_is_kept_when_the_journal_fails_at_last() -> None:
    bench = Bench()
    thread = JournalThread(bench.ledger)
    hangs, append = threading.Event(), bench.journal.append

    def fails_late(_events: Sequence[NewEvent]) -> tuple[Event, ...]:
        hangs.wait(10)
        bench.journal.append = append
        raise JournalUnavailableError("the server was gone")

    bench.journal.append = fails_late
    thread.start()
    thread.submit(Fact(lambda: (fact("a"),)))
    wait_until(lambda: bench.shown() == [("a", False)])
    hangs.set()
    wait_until(lambda: bench.hub.health.journal == "ok" and bench.journal.written != [])
    thread.submit(Fact(lambda: (fact("b"),)))
    assert thread.stop()
    assert [event.subject for event in bench.journal.written] == ["a", "b"]
    assert bench.shown() == [("a", False), ("b", True)]
