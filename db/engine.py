"""Engines for the two databases, with the settings that the log's promises rest on.

SQLite comes from `sqlcipher3`: the system's own (3.40 in Debian 12) can lose commits when its log file is reset.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2 as sqlite

from db.errors import DatabaseError

SOUND_SQLITE = (3, 51, 3)
"""First version without the WAL-reset bug."""

Mode = Literal["ro", "rw", "rwc"]

_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # only macOS has it; elsewhere it means nothing
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA mmap_size = 0",
)
_POSTGRES_WAITS: dict[str, Any] = {
    "connect_timeout": 2,
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 3000,
}


def parse(url: str) -> URL:
    """Return the address with its driver. Raises `DatabaseError` for anything but SQLite and PostgreSQL."""
    try:
        parsed = make_url(url)
    except sa.exc.ArgumentError as error:
        raise DatabaseError(
            "the address of the database cannot be read: it must be sqlite:/// or postgresql+psycopg://"
        ) from error
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed
    raise DatabaseError("the database must be a file (sqlite:///…) or a PostgreSQL server (postgresql+psycopg://…)")


def sqlite_path(url: URL) -> Path | None:
    """Return the file of an SQLite address, `None` for a server."""
    if url.get_backend_name() != "sqlite":
        return None
    return Path(url.database or "")


def make_engine(url: str, mode: Mode, *, statement_timeout_ms: int = 5000) -> Engine:
    """Return an engine without a pool. `mode`: ro reads, rw writes an existing database, rwc creates the file.

    Connections are in autocommit on the driver's side; who wants a transaction says BEGIN. Raises `DatabaseError`."""
    parsed = parse(url)
    path = sqlite_path(parsed)
    if path is not None:
        return _sqlite_engine(path, mode)
    options = [f"-c statement_timeout={statement_timeout_ms}", "-c lock_timeout=4000", "-c synchronous_commit=on"]
    if mode == "ro":
        options.append("-c default_transaction_read_only=on")
    if statement_timeout_ms:
        options.append("-c idle_in_transaction_session_timeout=10000")
    arguments = _POSTGRES_WAITS | {"options": " ".join(options), "application_name": "calltaker"}
    return sa.create_engine(parsed, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=arguments)


def _sqlite_engine(path: Path, mode: Mode) -> Engine:
    if sqlite.sqlite_version_info < SOUND_SQLITE:
        found, needed = sqlite.sqlite_version, ".".join(map(str, SOUND_SQLITE))
        raise DatabaseError(f"SQLite {found} can lose facts; version {needed} or newer is needed (package sqlcipher3)")
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> Any:
        connection = sqlite.connect(address, uri=True, isolation_level=None, timeout=5, check_same_thread=False)
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            if mode != "ro":
                connection.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            connection.close()
            raise
        return connection

    return sa.create_engine("sqlite://", module=sqlite, creator=connect, poolclass=NullPool)
