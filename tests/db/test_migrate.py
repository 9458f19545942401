"""The tables are what the migrations make, forward and back; and what is wrong with a database is said in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from support.ports import free_port

from db import audit, migrate
from db.check import check
from db.engine import make_engine
from db.errors import (
    DatabaseError,
    DatabaseMissingError,
    DatabaseTooNewError,
    DatabaseTooOldError,
    DatabaseUnreachableError,
    NotADatabaseError,
)
from db.journal import Journal
from db.models import SCHEMA_VERSION, incident, metadata
from tests.db import facts


def test_the_migrations_make_the_tables_of_the_models(url: str) -> None:
    with make_engine(url, "ro").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata) == []


def test_the_models_name_the_newest_revision(sqlite_url: str) -> None:
    with migrate.using(sqlite_url) as config:
        assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_VERSION


def test_down_and_up_again(url: str) -> None:
    migrate.downgrade(url, "base")
    with make_engine(url, "ro").connect() as connection:
        assert set(sa.inspect(connection).get_table_names()) <= {"alembic_version"}

    migrate.upgrade(url)
    check(url)


def test_an_older_log_gets_the_points_of_its_incidents(url: str, open_journal: Callable[..., Journal]) -> None:
    """What the migration fills in is what folding the events gives, conflicts and nonsense included."""
    moved, odd, plain = facts.new_id(), facts.new_id(), facts.new_id()
    journal = open_journal(url)
    journal.append(
        [facts.opened(moved, lat="-7.1", lon="112.1"), facts.opened(odd, lat="-7,1", lon="nan"), facts.opened(plain)]
    )
    journal.append([facts.field_set(moved, "lat", "-7.2", moved), facts.field_set(moved, "lon", "112.2", moved)])
    journal.append(
        [facts.field_set(moved, "lat", "-7.3", moved), facts.field_set(odd, "lon", "200"), facts.field_set(odd, "lat", "")]
    )
    journal.close()
    before = _points(url)
    migrate.downgrade(url, "0001")
    with pytest.raises(DatabaseTooOldError):
        check(url)

    migrate.upgrade(url)
    assert _points(url) == before == {moved: (-7.3, 112.2), odd: (None, None), plain: (None, None)}
    assert audit.verify(url) == ()


def _points(url: str) -> dict[str, tuple[float | None, float | None]]:
    with make_engine(url, "ro").connect() as connection:
        rows = connection.execute(sa.select(incident.c.incident_id, incident.c.lat, incident.c.lon))
        return {row.incident_id: (row.lat, row.lon) for row in rows}


def test_upgrading_twice_changes_nothing(url: str) -> None:
    migrate.upgrade(url)
    check(url)


def test_a_missing_database_is_said(empty_url: str) -> None:
    with pytest.raises(DatabaseMissingError, match=r"create it|is empty"):
        check(empty_url)


def test_a_newer_and_an_older_database_are_said(url: str) -> None:
    _set_revision(url, "9999")
    with pytest.raises(DatabaseTooNewError, match="newer program"):
        check(url)
    with pytest.raises(DatabaseTooNewError):
        migrate.upgrade(url)

    _set_revision(url, "0000")
    with pytest.raises(DatabaseTooOldError, match="migrate"):
        check(url)


def test_a_file_that_is_no_database_is_said_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite3"
    file.write_text("Kepada Yth. " * 1000, encoding="utf-8")

    with pytest.raises(NotADatabaseError, match="not a database"):
        check(f"sqlite:///{file}")
    with pytest.raises(DatabaseError):
        migrate.upgrade(f"sqlite:///{file}")
    assert file.read_text(encoding="utf-8").startswith("Kepada")


def test_a_missing_folder_is_made_but_only_by_the_upgrade(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'new' / 'folder' / 'journal.sqlite3'}"
    with pytest.raises(DatabaseMissingError):
        check(address)

    migrate.upgrade(address)
    check(address)


@pytest.mark.parametrize("address", ["mysql://host/db", "sqlite://", "nonsense", ""])
def test_an_address_of_another_kind_is_said(address: str) -> None:
    with pytest.raises(DatabaseError, match="must be"):
        check(address)


def test_a_server_that_is_not_there_is_said_without_the_password() -> None:
    address = f"postgresql+psycopg://petugas:rahasia@127.0.0.1:{free_port()}/centre"

    with pytest.raises(DatabaseUnreachableError, match=r"127\.0\.0\.1/centre") as caught:
        check(address)
    assert "rahasia" not in str(caught.value)


@pytest.mark.postgres
def test_a_database_the_server_does_not_have_is_missing(server_url: str) -> None:
    with pytest.raises(DatabaseMissingError, match="no database of this name"):
        check(f"{server_url}_elsewhere")


@pytest.mark.skipif(os.name != "posix", reason="changes the user of a child process")
def test_a_read_only_folder_is_said() -> None:
    with tempfile.TemporaryDirectory() as folder:  # every parent of it may be entered by anybody
        address = f"sqlite:///{folder}/journal.sqlite3"
        migrate.upgrade(address)
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", _CHECK_AS_NOBODY, address]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        Path(folder).chmod(0o755)

    assert done.stdout.startswith("DatabaseReadOnlyError"), done.stdout + done.stderr


def test_the_command_says_what_is_wrong_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.sqlite3"
    file.write_text("x" * 5000, encoding="utf-8")

    assert migrate.main([f"sqlite:///{file}"]) == 1
    assert "not a database" in capsys.readouterr().err
    assert migrate.main([]) == 2
    assert migrate.main([f"sqlite:///{tmp_path / 'good.sqlite3'}"]) == 0


_CHECK_AS_NOBODY = """
import os, sys
from db.check import check
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    check(sys.argv[1])
except Exception as error:
    print(type(error).__name__, error)
"""


def _set_revision(url: str, revision: str) -> None:
    engine = make_engine(url, "rw").execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
