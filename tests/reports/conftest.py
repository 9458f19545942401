"""One invented month for all tests of reports, on each engine. Read only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection
from support import postgres
from support.invented_month import CALLS, DAYS, END_US
from support.log_factory import fill

from db.reader import open_reader


@pytest.fixture(scope="session")
def month_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('month') / 'journal.sqlite3'}"
    fill(url, CALLS, days=DAYS, end_us=END_US)
    return url


@pytest.fixture(scope="session")
def month_on_server() -> Iterator[str]:
    if postgres.bin_dir() is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql-15)")
    server = postgres.start()
    url = server.new_database()
    fill(url, CALLS, days=DAYS, end_us=END_US)
    yield url
    server.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def either_url(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue("month_url" if request.param == "sqlite" else "month_on_server")


@pytest.fixture
def month(either_url: str) -> Iterator[Connection]:
    connection = open_reader(either_url)
    yield connection
    connection.close()
