"""Is the database there and of the shape this program needs? Answered without Alembic, so that the line may ask."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import sqlalchemy as sa

from db.engine import make_engine, parse, sqlite_path
from db.errors import (
    DatabaseError,
    DatabaseMissingError,
    DatabaseReadOnlyError,
    DatabaseTooNewError,
    DatabaseTooOldError,
    DatabaseUnreachableError,
    NotADatabaseError,
)
from db.models import SCHEMA_VERSION

_NO_SUCH_DATABASE = 'database "'


def check(url: str, *, read_only: bool = False) -> None:
    """Return when the database can be used. Raises the `DatabaseError` that says what is wrong and what to do."""
    path = sqlite_path(parse(url))
    if path is not None:
        _check_file(path, read_only=read_only)
    found = _revision(url)
    where = show(url)
    if found is None:
        raise DatabaseMissingError(f"the database {where} is empty; create it with `calltaker init`")
    if found > SCHEMA_VERSION:
        raise DatabaseTooNewError(
            f"the database {where} was made by a newer program (its version is {found}, this one knows {SCHEMA_VERSION}); "
            "install the newer program"
        )
    if found < SCHEMA_VERSION:
        raise DatabaseTooOldError(
            f"the database {where} has version {found} and needs {SCHEMA_VERSION}; run `python -m db.migrate`"
        )


def show(url: str) -> str:
    """Return the address as a person may see it: no password, no options."""
    parsed = parse(url)
    path = sqlite_path(parsed)
    return str(path) if path is not None else f"{parsed.host or 'localhost'}/{parsed.database}"


def plain_error(error: BaseException, url: str) -> DatabaseError:
    """Return what an error of the driver, or SQLAlchemy's wrapping of it, means for a person."""
    if isinstance(error, sa.exc.DBAPIError) and error.orig is not None:
        return plain_error(error.orig, url)
    where = show(url)
    cause = (str(error).strip() or type(error).__name__).splitlines()[0]
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return NotADatabaseError(f"the file {where} is not a database of this program, or it is damaged ({cause})")
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM")):
        return DatabaseReadOnlyError(f"the database {where} may not be written ({cause})")
    if type(error).__module__.startswith("psycopg") and _NO_SUCH_DATABASE in cause and "does not exist" in cause:
        return DatabaseMissingError(f"the server has no database of this name: {where}; create it first")
    return DatabaseUnreachableError(f"the database {where} cannot be reached ({cause})")


def _check_file(path: Path, *, read_only: bool) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise DatabaseMissingError(f"there is no database at {path}; create it with `calltaker init`") from error
    except OSError as error:
        raise DatabaseUnreachableError(f"the database {path} cannot be opened ({error.strerror})") from error
    if not path.is_file():
        raise NotADatabaseError(f"{path} is not a file")
    if size == 0:
        raise DatabaseMissingError(f"the database {path} is empty; create it with `calltaker init`")
    if not os.access(path, os.R_OK):
        raise DatabaseUnreachableError(f"the database {path} may not be read by this user")
    if not read_only:
        _check_writable(path)


def _check_writable(path: Path) -> None:
    """A write-ahead log is a file beside the database: the folder must be writable, not the file alone."""
    if not os.access(path, os.W_OK):
        raise DatabaseReadOnlyError(f"the database {path} may not be written by this user")
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return  # a full disk is the journal's business: it has a reserve
        raise DatabaseReadOnlyError(f"the folder {path.parent} may not be written ({error.strerror})") from error


def _revision(url: str) -> str | None:
    """Return the database's revision, `None` when it has none."""
    engine = make_engine(url, "ro")
    try:
        with engine.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    except sa.exc.DBAPIError as error:
        raise plain_error(error, url) from error
