"""A server that dies, hangs or answers too late: the journal says so, loses nothing, and goes on when it is back."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Sequence

import psycopg
import pytest
from support import postgres

from db import audit, migrate
from db import events as log
from db.engine import make_engine
from db.journal import Journal, JournalUnavailableError, named
from tests.db import facts

pytestmark = pytest.mark.postgres
Opens = Callable[..., Journal]


@pytest.fixture
def own_server() -> Iterator[postgres.Postgres]:
    """A server that this test may kill."""
    if postgres.bin_dir() is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql-15)")
    running = postgres.start()
    yield running
    running.close()


@pytest.fixture
def own_url(own_server: postgres.Postgres) -> str:
    url = own_server.new_database()
    migrate.upgrade(url)
    return url


def test_a_server_that_died_is_said_and_found_again(own_server: postgres.Postgres, own_url: str, open_journal: Opens) -> None:
    journal = open_journal(own_url)
    journal.append([facts.ringing("call-1")])
    own_server.stop("immediate")
    (answer,) = named([facts.answered("call-1")])
    for _ in range(2):
        with pytest.raises(JournalUnavailableError):
            journal.append([answer])
    with pytest.raises(JournalUnavailableError):
        journal.save_draft("call-1", "{}")

    own_server.start()

    assert journal.append([answer])[0].seat_seq == 2
    assert journal.append([answer])[0].seat_seq == 2
    journal.save_draft("call-1", "{}")
    assert audit.verify(own_url) == ()


def test_a_restart_between_two_appends_goes_unnoticed(own_server: postgres.Postgres, own_url: str, open_journal: Opens) -> None:
    journal = open_journal(own_url)
    journal.append([facts.ringing("call-1")])
    own_server.stop()
    own_server.start()

    assert journal.append([facts.answered("call-1")])[0].seat_seq == 2


def test_a_server_that_hangs_does_not_hold_the_journal_for_ever(
    own_server: postgres.Postgres, own_url: str, open_journal: Opens
) -> None:
    journal = open_journal(own_url)
    batch = named([facts.ringing("call-1")])
    own_server.signal(signal.SIGSTOP)
    try:
        with pytest.raises(JournalUnavailableError):
            journal.append(batch)
    finally:
        own_server.signal(signal.SIGCONT)

    _append_at_last(journal, batch)
    assert journal.head_seq == 1
    assert audit.verify(own_url) == ()


def _append_at_last(journal: Journal, batch: Sequence[log.NewEvent]) -> None:
    """Append as the line does, again and again: what the server had of the first attempt may hold its locks a little longer."""
    end_s = time.monotonic() + 60
    while True:
        try:
            journal.append(batch)
        except JournalUnavailableError:
            assert time.monotonic() < end_s
        else:
            return


def test_a_lost_reply_to_commit_is_healed_by_appending_again(
    server_url: str, open_journal: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_journal(server_url)
    batch = named([facts.ringing("call-1"), facts.opened("incident-1", "call-1")])
    commit = journal._store.commit

    def commit_and_lose_the_reply() -> None:
        commit()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(journal._store, "commit", commit_and_lose_the_reply)
    with pytest.raises(JournalUnavailableError):
        journal.append(batch)
    monkeypatch.undo()

    assert [event.seat_seq for event in journal.append(batch)] == [1, 2]
    assert journal.head_seq == 2
    assert audit.verify(server_url) == ()


def test_another_that_holds_the_log_ends_in_an_error_not_in_a_wait(server_url: str, open_journal: Opens) -> None:
    journal = open_journal(server_url)
    engine = make_engine(server_url, "rw", statement_timeout_ms=0)
    with engine.connect() as other:
        other.exec_driver_sql("BEGIN")
        other.exec_driver_sql("SELECT * FROM clock FOR UPDATE")
        with pytest.raises(JournalUnavailableError, match="does not take"):
            journal.append([facts.ringing("call-1")])
        other.exec_driver_sql("ROLLBACK")

    assert journal.append([facts.ringing("call-1")])[0].seat_seq == 1


def test_two_writers_of_one_seat_never_break_its_chain(server_url: str, open_journal: Opens) -> None:
    one, two = open_journal(server_url), open_journal(server_url)

    for turn in range(4):
        (one, two)[turn % 2].append([facts.ringing(f"call-{turn}")])

    assert one.append([facts.ringing("last")])[0].seat_seq == 5
    assert audit.verify(server_url) == ()
