"""What the writer asks of a database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from db.errors import JournalError, JournalUnavailableError
from db.statements import Statements


class ConflictError(Exception):
    """A row that had to be new was there already; the transaction was taken back."""


class Store(ABC):
    """One writing connection, at the driver's level. Not thread-safe. All errors come out as `JournalError` (the transaction is
    then taken back) or, where a row was not new, as `ConflictError`."""

    #: Whether nobody else can change rows between two transactions, so that they may be remembered.
    alone: bool
    begin_sql: str
    driver_errors: tuple[type[Exception], ...]

    def __init__(self, backend: str) -> None:
        self.statements = Statements(backend)
        self._connection: Any = None
        self._cursor: Any = None

    @property
    def connected(self) -> bool:
        return self._connection is not None

    @abstractmethod
    def connect(self) -> None:
        """Connect, or do nothing when connected. Raises `JournalError` or `DatabaseError`."""

    @abstractmethod
    def explain(self, error: Exception) -> Exception:
        """Return the error of this house that a driver's error means, after bringing the connection to rest."""

    def make_room(self) -> bool:
        """Give back reserved space after a full disk; True when there was some."""
        return False

    @property
    def reserve_gone(self) -> bool:
        """True when reserved space was given back and is not there again."""
        return False

    @abstractmethod
    def tend(self) -> None:
        """Do the small upkeep that may be done between two appends."""

    def close(self) -> None:
        """Let go of the database."""
        connection, self._connection, self._cursor = self._connection, None, None
        if connection is not None:
            connection.close()

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Run one statement inside `transaction`; return the driver's cursor."""
        return self._cursor.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for several rows inside `transaction`."""
        if len(rows) == 1:
            self._cursor.execute(sql, rows[0])
        else:
            self._cursor.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin, commit at the end: what was written is on disk. Any error takes all of it back."""
        self.connect()
        try:
            self.begin()
            yield
            self.commit()
        except self.driver_errors as error:
            self._roll_back()
            raise self.explain(error) from error
        except BaseException:
            self._roll_back()
            raise

    def begin(self) -> None:
        self._cursor.execute(self.begin_sql)

    def commit(self) -> None:
        self._cursor.execute("COMMIT")

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Read outside a transaction."""
        self.connect()
        try:
            found: list[tuple[Any, ...]] = self._cursor.execute(sql, parameters).fetchall()
        except self.driver_errors as error:
            raise self.explain(error) from error
        return found

    def _roll_back(self) -> None:
        if self._connection is None:
            return
        try:
            self._connection.rollback()
        except self.driver_errors:
            self.close()

    def _unavailable(self, what: str) -> JournalError:
        self.close()
        return JournalUnavailableError(what)
