"""The journal's figures: what a commit costs beside the raw driver, and what a killed writer loses.

`python -m tests.bench.journal_bench` prints both as JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from db import migrate
from db.journal import Journal
from tests.bench.report import Row
from tests.db import facts, killing


def commit_latency(commits: int = 3000) -> dict[str, Any]:
    """Time `Journal.append` of one ringing call against the same statements sent by the raw driver with the same settings, turn
    by turn on the same disk, so that noise hits both. The raw side is given ready values: no checks, no hash, no JSON."""
    with tempfile.TemporaryDirectory(dir=_disk()) as folder:
        journal_url, raw_url = (f"sqlite:///{Path(folder) / name}.sqlite3" for name in ("journal", "raw"))
        journal = _journal(journal_url)
        raw = _Raw(raw_url, _statements_of_one_append(journal))
        ours, theirs = [], []
        for number in range(commits + 200):
            batch = [facts.ringing(f"call-{number}")]
            took_ms = _timed(lambda batch=batch: journal.append(batch)), _timed(lambda number=number: raw.commit(number))
            if number >= 200:  # the files have grown and the caches are warm
                ours.append(took_ms[0])
                theirs.append(took_ms[1])
        journal.close()
        raw.close()
    result: dict[str, Any] = {"commits": commits}
    for percent in (50, 99):
        journal_ms, raw_ms = _percentile(ours, percent), _percentile(theirs, percent)
        result[f"journal_p{percent}_ms"] = round(journal_ms, 4)
        result[f"raw_p{percent}_ms"] = round(raw_ms, 4)
        result[f"ratio_p{percent}"] = round(journal_ms / raw_ms, 3)
    return result


def kill_rounds(n: int = 200, seed: int = 112) -> dict[str, Any]:
    """Kill the writer `n` times at random moments; `lost` must be 0 and `findings` empty."""
    with tempfile.TemporaryDirectory(dir=_disk()) as folder:
        url = f"sqlite:///{Path(folder) / 'journal.sqlite3'}"
        migrate.upgrade(url)
        report = killing.kill_rounds(url, n, seed)
        return {
            "rounds": report.rounds,
            "acknowledged": report.acknowledged,
            "lost": report.lost,
            "committed_unsaid": report.committed_unsaid,
            "findings": list(report.findings),
            "integrity": killing.integrity(url),
        }


def rows() -> list[Row]:
    """The lines of the bench table."""
    figures, kills = commit_latency(), kill_rounds()
    commit = f"{figures['commits']} commits turn by turn"
    table = []
    for p in (50, 99):
        took_ms, ratio = figures[f"journal_p{p}_ms"], figures[f"ratio_p{p}"]
        table.append(Row("journal", f"commit of one fact, p{p}", took_ms, "ms", "raw driver, same statements", ratio, commit))
    survived = f"{kills['acknowledged']} acknowledged, integrity {kills['integrity']}"
    return [
        *table,
        Row("journal", "acknowledged facts lost to kill -9", kills["lost"], "", f"{kills['rounds']} kills", note=survived),
        Row("journal", "findings of the audit afterwards", len(kills["findings"]), ""),
    ]


class _Raw:
    """The raw driver, committing what one append commits, with nothing but the values' keys changing."""

    def __init__(self, url: str, statements: list[tuple[str, list[Any]]]) -> None:
        migrate.upgrade(url)
        self._statements = statements
        self._connection = sqlite.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "foreign_keys = ON", "mmap_size = 0"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._cursor = self._connection.cursor()
        self._cursor.execute("INSERT INTO seat_head VALUES ('seat-1', 0, 0, '')")

    def commit(self, number: int) -> None:
        execute = self._cursor.execute
        execute("BEGIN IMMEDIATE")
        for sql, values in self._statements:
            if sql.startswith("INSERT INTO event"):
                values[0], values[1], values[3] = number + 1, f"{number:036d}", number + 1
                values[7] = f"call-{number}"
            elif sql.startswith("INSERT INTO call"):
                values[0] = f"call-{number}"
            elif sql.startswith("UPDATE seat_head"):
                values[0], values[2], values[4] = number + 1, f"{number + 1:064d}", f"{number:064d}" if number else ""
            execute(sql, values)
        execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


def _statements_of_one_append(journal: Journal) -> list[tuple[str, list[Any]]]:
    """Return what one append really sends, by listening to one."""
    heard: list[tuple[str, list[Any]]] = []
    store = journal._store
    execute, execute_many = store.execute, store.execute_many

    def hear(sql: str, parameters: Any = ()) -> Any:
        heard.append((sql, list(parameters)))
        return execute(sql, parameters)

    def hear_many(sql: str, rows: Any) -> None:
        heard.extend((sql, list(row)) for row in rows)
        execute_many(sql, rows)

    store.execute, store.execute_many = hear, hear_many  # type: ignore[method-assign, assignment]
    journal.append([facts.ringing("first")])
    store.execute, store.execute_many = execute, execute_many  # type: ignore[method-assign]
    return heard


def _journal(url: str) -> Journal:
    migrate.upgrade(url)
    journal = Journal(url, "seat-1", numbering=lambda _at_us, counter: f"9999-112-260115-{counter:04d}", ballast_bytes=0)
    journal.open()
    return journal


def _disk() -> Path:
    """A folder on a real disk: the system's temporary folder may live in memory."""
    folder = Path(__file__).resolve().parents[2] / "build"
    folder.mkdir(exist_ok=True)
    return folder


def _timed(work: Callable[[], object]) -> float:
    start_ns = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start_ns) / 1e6


def _percentile(values: list[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    json.dump({"commit_latency": commit_latency(), "kill_rounds": kill_rounds()}, sys.stdout, indent=2)
    sys.stdout.write("\n")
