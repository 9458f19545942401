"""Is the log what was written? Chain, gaps, folds, the file itself, recordings. It only reads: run it beside the shift."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db.audits import chains, folds, recordings
from db.audits.finding import Finding, error
from db.check import check, show
from db.errors import DatabaseError
from db.reader import open_reader, snapshot

__all__ = ["Finding", "verify"]

_FIRST_FEW = 20


def verify(url: str, recordings_dir: Path | None = None) -> tuple[Finding, ...]:
    """Return what is wrong, worst kind first in the order it was looked for; nothing = all is well. Never raises for a damaged
    log: that it cannot be read is a finding. Without `recordings_dir` the recordings are left out."""
    try:
        check(url, read_only=True)
        with open_reader(url, statement_timeout_ms=0) as connection:
            return _verify(connection, url, recordings_dir)
    except DatabaseError as problem:
        return (error("database_unusable", show(url), str(problem)),)


@snapshot
def _verify(c: Connection, url: str, recordings_dir: Path | None) -> tuple[Finding, ...]:
    parts: list[tuple[str, Callable[[Connection], Iterator[Finding]]]] = [
        ("the file", _integrity),
        ("the events", chains.findings),
        ("the tables", folds.findings),
    ]
    if recordings_dir is not None:
        folder = recordings_dir
        parts.append(("the recordings", lambda connection: recordings.findings(connection, folder)))
    found: list[Finding] = []
    for what, part in parts:
        try:
            found.extend(part(c))  # what was found before the part broke off stays
        except sa.exc.DBAPIError as problem:
            found.append(error("unreadable", show(url), f"{what} cannot be read to the end ({problem.orig})"))
    return tuple(found)


def _integrity(c: Connection) -> Iterator[Finding]:
    """SQLite looks through its own pages; a server does that with its checksums."""
    if c.dialect.name != "sqlite":
        return
    for (line,) in c.exec_driver_sql(f"PRAGMA integrity_check({_FIRST_FEW})"):
        if line != "ok":
            yield error("file_damaged", "database", f"the file of the database is damaged: {line}")
