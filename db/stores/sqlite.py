"""The journal in a file: one writer by lock, a reserve of space beside it."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from db.ballast import Ballast
from db.engine import make_engine
from db.errors import JournalFullError, JournalLockedError, JournalRefusedError, JournalUnavailableError
from db.filelock import FileLock
from db.stores.base import ConflictError, Store

_REFUSALS = (sqlite.DataError, OverflowError, sqlite.InterfaceError, sqlite.ProgrammingError)
_LOG_PAGES = 1000
_SHORT_LOG_PAGES = 25


class SqliteStore(Store):
    """`<file>.lock` keeps a second writer out, `<file>.ballast` is the reserve."""

    alone = True
    begin_sql = "BEGIN IMMEDIATE"
    driver_errors = (sqlite.Error, OverflowError)

    def __init__(self, url: str, path: Path, *, ballast_bytes: int) -> None:
        super().__init__("sqlite")
        self._engine = make_engine(url, "rw")
        self._path = path
        self._log_is_short = False
        self._lock = FileLock(path.with_name(f"{path.name}.lock"))
        self.ballast = Ballast(path.with_name(f"{path.name}.ballast"), ballast_bytes)

    def connect(self) -> None:
        if self._connection is not None:
            return
        if not self._take_lock():
            raise JournalLockedError(f"another program writes the journal {self._path}")
        try:
            self._connect()
        except sqlite.Error as error:
            # The files beside the database need a little room, even to open it.
            if not self.ballast.release():
                raise self.explain(error) from error
            self._log_is_short = True
            try:
                self._connect()
            except sqlite.Error as second:
                raise self.explain(second) from second
        if not self._log_is_short:
            self.ballast.restore()
        self._keep_log_to(_SHORT_LOG_PAGES if self._log_is_short else _LOG_PAGES)

    def _connect(self) -> None:
        held = self._engine.raw_connection()  # it raises the driver's own errors
        self._connection = held.driver_connection
        held.detach()
        self._cursor = self._connection.cursor()
        self._cursor.execute("SELECT count(*) FROM clock").fetchone()

    def _take_lock(self) -> bool:
        try:
            return self._lock.take()
        except OSError as error:
            raise JournalUnavailableError(f"the folder {self._path.parent} cannot be written ({error.strerror})") from error

    def explain(self, error: Exception) -> Exception:
        name = getattr(error, "sqlite_errorname", None) or ""
        if isinstance(error, sqlite.IntegrityError):
            return ConflictError(str(error))
        if isinstance(error, _REFUSALS):
            return JournalRefusedError(f"the event cannot be stored: {error}")
        if name.startswith("SQLITE_FULL"):
            return JournalFullError(f"no space left for the journal {self._path}")
        if name.startswith("SQLITE_BUSY"):
            return JournalUnavailableError(f"the journal {self._path} is held by another program ({error})")
        return self._unavailable(f"the journal {self._path} cannot be written ({error})")

    def make_room(self) -> bool:
        """First the log's own space, then the reserve. From then on the log is kept short: the tables need the room too."""
        if self._reuse_log():
            return True
        if not self.ballast.release():
            return False
        self._keep_log_to(_SHORT_LOG_PAGES)
        return True

    def _reuse_log(self) -> bool:
        """Copy the write-ahead log into the database so that its space is used again; True when that freed all of it."""
        if self._connection is None:
            return False
        try:
            _, frames, copied = self._cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite.Error:
            return False  # no room even for that: the reserve comes next
        return bool(frames > 0 and frames == copied)

    @property
    def reserve_gone(self) -> bool:
        return not self.ballast.kept

    def tend(self) -> None:
        if self._log_is_short and self.ballast.restore():
            self._keep_log_to(_LOG_PAGES)

    def _keep_log_to(self, pages: int) -> None:
        """Say how many pages the write-ahead log may hold before they are copied into the database."""
        self._log_is_short = pages == _SHORT_LOG_PAGES
        if self._connection is not None:
            self._cursor.execute(f"PRAGMA wal_autocheckpoint = {pages}").fetchone()

    def close(self) -> None:
        super().close()
        self._lock.release()
