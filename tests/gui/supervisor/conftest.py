"""The supervisor's page over an invented month, on fakes for line and worker; the queries are real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.invented_month import CALLS, DAYS, END_US
from support.log_factory import fill

from calltaker.theme.live import theme
from db import migrate
from db.reader import open_reader
from tests.gui.supervisor.page_bench import PageBench

NOON_US = END_US - 12 * 3_600_000_000
"""The desk's clock in these tests: noon of the last day of the month."""


@pytest.fixture(scope="session")
def month_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('month') / 'journal.sqlite3'}"
    fill(url, CALLS, days=DAYS, end_us=END_US)
    return url


@pytest.fixture
def open_page(tmp_path: Path, qapp: object, qtbot: object) -> Iterator[Callable[..., PageBench]]:
    """Open a page over a log: `open_page(url, width, height, **seat)`. The clock stands at noon of 2026-11-14."""
    theme.apply("night")
    opened: list[PageBench] = []

    def make(url: str, width_px: int = 1366, height_px: int = 640, **seat: str) -> PageBench:
        bench = PageBench(url, tmp_path, open_reader(url), NOON_US, (width_px, height_px), seat)
        opened.append(bench)
        return bench

    yield make
    for bench in opened:
        bench.close()


@pytest.fixture
def page(open_page: Callable[..., PageBench], month_url: str) -> PageBench:
    return open_page(month_url)


@pytest.fixture
def empty_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    migrate.upgrade(url)
    return url
