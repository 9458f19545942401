"""Brings a database to the shape this program needs: `python -m db.migrate URL`. A command; the line never imports it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from db.check import check, plain_error
from db.engine import make_engine, parse, sqlite_path
from db.errors import DatabaseError, DatabaseMissingError, DatabaseTooOldError

__all__ = ["check", "downgrade", "main", "upgrade", "using"]


def upgrade(url: str, revision: str = "head") -> None:
    """Create the database or bring it forward; one that is right stays as it is. Raises `DatabaseError`."""
    path = sqlite_path(parse(url))
    if path is not None:
        _make_folder(path.absolute().parent)
    try:
        check(url)
    except (DatabaseMissingError, DatabaseTooOldError):
        with using(url) as config:
            command.upgrade(config, revision)


def downgrade(url: str, revision: str) -> None:
    """Take the newest revisions back ("base" removes every table). Raises `DatabaseError`."""
    with using(url) as config:
        command.downgrade(config, revision)


@contextmanager
def using(url: str) -> Iterator[Config]:
    """Give Alembic's configuration with an open connection. Failures of the database become `DatabaseError`."""
    engine = make_engine(url, "rwc", statement_timeout_ms=0)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    else:
        engine = engine.execution_options(isolation_level="READ COMMITTED")
    config = Config()
    config.set_main_option("script_location", str(resources.files("db") / "migrations").replace("%", "%%"))
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            yield config
    except sa.exc.DBAPIError as error:
        raise plain_error(error, url) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"the folder {folder} for the database cannot be made: {error.strerror}") from error


def main(arguments: list[str]) -> int:
    """Upgrade the database named on the command line; 0 = it is ready."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m db.migrate URL\n")
        return 2
    try:
        upgrade(arguments[0])
    except DatabaseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
