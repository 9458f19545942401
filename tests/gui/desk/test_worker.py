"""The worker: off the window's thread, newest wins, a failed read is told and the next one works."""

from __future__ import annotations

import threading

import pytest
import sqlalchemy as sa

from calltaker.desk.worker import Worker
from db.migrate import upgrade


@pytest.fixture
def database(tmp_path):
    url = f"sqlite:///{tmp_path / 'journal.sqlite3'}"
    upgrade(url)
    return url


@pytest.fixture
def said():
    return []


@pytest.fixture
def worker(qapp, database, said):
    made = Worker(database, lambda text, level: said.append((text, level)))
    made.start()
    yield made
    made.stop()


def test_the_job_runs_elsewhere_and_the_answer_comes_here(worker, qtbot):
    where = []
    worker.submit(lambda _connection: threading.get_ident(), lambda ident: where.extend((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(where), timeout=10_000)
    assert where[0] != threading.get_ident() == where[1]


def test_it_cannot_write(worker, qtbot, said):
    worker.submit(lambda connection: connection.execute(sa.text("DELETE FROM event")), lambda _: None)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert "could not be read" in said[0][0]


def test_of_waiting_jobs_with_one_key_only_the_newest_runs(worker, qtbot):
    gate, ran, done = threading.Event(), [], []
    worker.submit(lambda _connection: gate.wait(10), lambda _: None)
    for number in range(20):
        worker.submit(lambda _connection, number=number: ran.append(number), done.append, key="search")
    worker.submit(lambda _connection: "last", done.append)
    gate.set()
    qtbot.waitUntil(lambda: "last" in done, timeout=10_000)
    assert ran == [19]


def test_jobs_without_a_key_all_run_in_order(worker, qtbot):
    done = []
    for number in range(20):
        worker.submit(lambda _connection, number=number: number, done.append)
    qtbot.waitUntil(lambda: len(done) == 20, timeout=10_000)
    assert done == list(range(20))


def test_after_a_failure_the_next_job_works_on_a_fresh_connection(worker, qtbot):
    failed, done = [], []
    worker.submit(lambda _connection: 1 / 0, done.append, failed.append)
    worker.submit(lambda connection: connection.execute(sa.text("SELECT count(*) FROM event")).scalar(), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert done == [0]
    assert "could not be read" in failed[0]


def test_a_missing_database_is_told_and_read_once_it_is_there(qapp, tmp_path, qtbot):
    url = f"sqlite:///{tmp_path / 'later.sqlite3'}"
    worker, failed, done = Worker(url, lambda *_: None), [], []
    worker.start()
    try:
        worker.submit(lambda connection: connection.execute(sa.text("SELECT 1")).scalar(), done.append, failed.append)
        qtbot.waitUntil(lambda: bool(failed), timeout=10_000)
        upgrade(url)
        worker.submit(lambda connection: connection.execute(sa.text("SELECT 1")).scalar(), done.append, failed.append)
        qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    finally:
        worker.stop()


def test_stopping_drops_what_waits(qapp, database):
    worker, gate = Worker(database, lambda *_: None), threading.Event()
    worker.start()
    worker.submit(lambda _connection: gate.wait(10), lambda _: None)
    worker.submit(lambda _connection: None, lambda _: None)
    gate.set()
    worker.stop(10)
    assert not worker._thread.is_alive()
