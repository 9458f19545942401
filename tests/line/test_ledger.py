"""What happens to facts while the disk takes them, while it does not, and afterwards."""

from __future__ import annotations

import pytest
from support.scripted_journal import LedgerBench, ScriptedJournal, fact

from calltaker.line import ledger as ledger_module
from calltaker.line.hub import Hub
from calltaker.line.journal_thread import JournalThread
from calltaker.line.ledger import Entry, Ledger
from calltaker.line.wire import Health
from db.errors import (
    DatabaseTooNewError,
    DatabaseUnreachableError,
    JournalFullError,
    JournalLockedError,
    JournalUnavailableError,
)
from db.events import CallEnded, DtmfReceived, NewEvent, new_event


@pytest.fixture(autouse=True)
def _retry_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "RETRY_S", 0.0)


def named(subject: str) -> Entry:
    return Entry((new_event(subject, DtmfReceived(digit="1"), event_id=f"id-{subject}", at_us=1),))


def test_what_waits_is_written_together_and_shown_in_order() -> None:
    bench = LedgerBench()
    bench.ledger.open()
    bench.ledger.commit([named("a"), named("b")])
    assert bench.journal.transactions == [2]
    assert bench.shown() == [("a", True), ("b", True)]


def test_a_wrong_wish_is_refused_alone() -> None:
    bench = LedgerBench()
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
    bench = LedgerBench()
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
    bench = LedgerBench()
    bench.ledger.open()
    bench.journal.failure = JournalFullError("full")
    bench.ledger.commit([named("a")])
    bench.ledger.try_again()
    bench.journal.failure = None
    bench.ledger.try_again()
    assert [event.subject for event in bench.journal.written] == ["a"]


def test_a_fact_whose_commit_was_in_doubt_is_not_written_twice() -> None:
    bench = LedgerBench()
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
    bench = LedgerBench()
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
    bench = LedgerBench()
    bench.ledger.open()
    bench.journal.failure = JournalFullError("full")
    assert bench.ledger.save_drafts({"c1": "old"}) == {"c1": ("journal_full", "full")}
    bench.ledger.save_drafts({"c1": "new"})
    bench.journal.failure = None
    bench.ledger.try_again()
    assert bench.journal.saved == {"c1": "new"}


def test_a_repeated_wish_is_acknowledged_but_shown_once() -> None:
    bench = LedgerBench()
    bench.ledger.open()
    for _ in range(2):
        bench.ledger.commit([Entry(named("a").events, bench.answered)])
    assert bench.answers == [("", ""), ("", "")]
    assert bench.shown() == [("a", True)]


def test_a_server_that_is_away_at_the_start_is_tried_again_and_recovery_comes_first() -> None:
    bench = LedgerBench(recovery=[new_event("cut", CallEnded(by="line", code=0, reason="line died", answered=False))])
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
    bench = LedgerBench()
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
    bench = LedgerBench()

    def fails(_writer: object) -> tuple[NewEvent, ...]:
        raise JournalUnavailableError("gone again")

    bench.ledger._recover = fails
    bench.ledger.open()
    assert bench.journal.closed
    assert bench.ledger.retry_in_s is not None


def test_a_surprise_does_not_leave_kept_facts_waiting_for_ever() -> None:
    bench = LedgerBench()
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
    bench = LedgerBench()
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
