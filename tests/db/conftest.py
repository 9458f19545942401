"""Every test of the log runs on both engines: SQLite in a temporary folder, and a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import postgres

from db import migrate
from db.journal import Journal
from db.reader import open_reader


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Postgres]:
    """One PostgreSQL for the session of a test worker."""
    if postgres.bin_dir() is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql-15)")
    running = postgres.start()
    yield running
    running.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database in which nothing is yet (for SQLite: no file)."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'journal.sqlite3'}"
        return
    running: postgres.Postgres = request.getfixturevalue("server")
    url = running.new_database()
    yield url
    running.drop_database(url)


@pytest.fixture
def url(empty_url: str) -> str:
    """A database of the current shape."""
    migrate.upgrade(empty_url)
    return empty_url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """For what only a file can do."""
    address = f"sqlite:///{tmp_path / 'file.sqlite3'}"
    migrate.upgrade(address)
    return address


@pytest.fixture
def server_url(server: postgres.Postgres) -> Iterator[str]:
    """For what only a server can do."""
    address = server.new_database()
    migrate.upgrade(address)
    yield address
    server.drop_database(address)


@pytest.fixture
def open_journal() -> Iterator[Callable[..., Journal]]:
    """Open journals that are closed at the end. A small reserve keeps the tests quick."""
    opened: list[Journal] = []

    def make(url: str, seat: str = "seat-1", **options: object) -> Journal:
        journal = Journal(url, seat, **({"numbering": ticket, "ballast_bytes": 0} | options))
        journal.open()
        opened.append(journal)
        return journal

    yield make
    for journal in opened:
        journal.close()


@pytest.fixture
def journal(url: str, open_journal: Callable[..., Journal]) -> Journal:
    return open_journal(url)


@pytest.fixture
def reader(url: str) -> Iterator[object]:
    with open_reader(url) as connection:
        yield connection


def ticket(at_us: int, counter: int) -> str:
    del at_us
    return f"9999-112-260115-{counter:04d}"
