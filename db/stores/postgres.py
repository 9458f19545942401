"""The journal on a PostgreSQL server, with a connection that may break and come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg import errors as pg

from db.check import plain_error
from db.deadline import Deadline
from db.engine import make_engine
from db.errors import JournalFullError, JournalRefusedError, JournalUnavailableError
from db.stores.base import ConflictError, Store

_LIMIT_S = 7.0
"""Above the limits the server itself keeps (statement 5 s, lock 4 s): only a server that is not there any more meets it."""


class PostgresStore(Store):
    """Every wait has an end: to connect, for a lock, for a statement, for a dead network."""

    alone = False
    begin_sql = "BEGIN"
    driver_errors = (psycopg.Error,)

    def __init__(self, url: str) -> None:
        super().__init__("postgresql")
        self._url = url
        self._engine = make_engine(url, "rw")
        self._kept_alone = False
        self._deadline: Deadline | None = None

    def connect(self) -> None:
        if self._connection is not None and not self._connection.closed:
            return
        try:
            held = self._engine.raw_connection()
        except (psycopg.Error, sa.exc.DBAPIError) as error:
            raise JournalUnavailableError(str(plain_error(error, self._url))) from error
        connection: Any = held.driver_connection
        held.detach()
        connection.add_notice_handler(self._on_notice)
        self._deadline = Deadline(connection.fileno(), _LIMIT_S)
        self._connection = connection
        self._cursor = connection.cursor()

    def begin(self) -> None:
        """A connection that died while nothing was sent is simply made anew."""
        try:
            super().begin()
        except psycopg.OperationalError:
            self.close()
            self.connect()
            super().begin()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.connect()
        with self._limited(), super().transaction():
            yield

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self.connect()
        with self._limited():
            return super().rows(sql, parameters)

    def close(self) -> None:
        deadline, self._deadline = self._deadline, None
        if deadline is not None:
            deadline.close()
        super().close()

    def _limited(self) -> AbstractContextManager[None]:
        return self._deadline.limit() if self._deadline else nullcontext()

    def tend(self) -> None:
        """The server looks after its own space."""

    def commit(self) -> None:
        self._kept_alone = False
        super().commit()
        if self._kept_alone:
            raise self._unavailable("the server kept the facts but its standby did not confirm them")

    def _on_notice(self, notice: pg.Diagnostic) -> None:
        """A commit whose wait for the standby was cancelled "succeeds" with only a warning: it is not acknowledged."""
        if "synchronous replication" in (notice.message_primary or ""):
            self._kept_alone = True

    def explain(self, error: Exception) -> Exception:
        cause = str(error).strip().partition("\n")[0]
        if isinstance(error, psycopg.IntegrityError):
            return ConflictError(cause)
        if isinstance(error, psycopg.DataError | pg.ProgramLimitExceeded):
            return JournalRefusedError(f"the event cannot be stored: {cause}")
        if isinstance(error, pg.DiskFull):
            return JournalFullError(f"no space left on the database server ({cause})")
        return self._unavailable(f"the database server does not take the facts ({cause})")
