"""Read-only connections for the screens and reports, and the guarantee that one query sees one moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db.check import plain_error
from db.engine import make_engine

P = ParamSpec("P")
R = TypeVar("R")

_BEGIN = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
_INSIDE = "calltaker.snapshot"


def open_reader(url: str, *, statement_timeout_ms: int = 5000) -> Connection:
    """Return a connection that cannot write; every statement sees the newest commit. One thread at a time.
    Raises `DatabaseError`. A report that reads years asks for a longer `statement_timeout_ms` (0 = none; servers only)."""
    try:
        return make_engine(url, "ro", statement_timeout_ms=statement_timeout_ms).connect()
    except sa.exc.DBAPIError as error:
        raise plain_error(error, url) from error


def snapshot(query: Callable[Concatenate[Connection, P], R]) -> Callable[Concatenate[Connection, P], R]:
    """Make a function of several statements see one moment of the log. A failure leaves the connection usable."""

    @wraps(query)
    def run(connection: Connection, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if connection.info.get(_INSIDE):
            return query(connection, *args, **kwargs)
        connection.exec_driver_sql(_BEGIN[connection.dialect.name])
        info = connection.info
        info[_INSIDE] = True
        try:
            return query(connection, *args, **kwargs)
        finally:
            info.pop(_INSIDE, None)
            connection.rollback()

    return run
