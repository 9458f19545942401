"""The two databases under the writer: how to begin and commit, and what a failure of each means."""

from __future__ import annotations

from db.engine import parse, sqlite_path
from db.stores.base import ConflictError, Store
from db.stores.sqlite import SqliteStore

__all__ = ["ConflictError", "SqliteStore", "Store", "open_store"]


def open_store(url: str, *, ballast_bytes: int) -> Store:
    """Return the writing connection to the database of `url`, not yet connected. Raises `DatabaseError`."""
    path = sqlite_path(parse(url))
    if path is None:
        from db.stores.postgres import PostgresStore  # noqa: PLC0415 - a seat on a file starts without the server's driver

        return PostgresStore(url)
    return SqliteStore(url, path, ballast_bytes=ballast_bytes)
