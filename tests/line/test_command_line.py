"""The verbs of the command line as an administrator meets them: what is done, and one sentence for what cannot be."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.seat import Seat, running_line

from calltaker.__main__ import main
from calltaker.missing_library import missing_library
from db.models import SCHEMA_VERSION


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    with Seat(tmp_path / "seat") as made:
        yield made


class Said:
    """Runs a verb in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, seat: Seat, *arguments: str) -> tuple[int, str]:
        """Return the exit code and everything that was said."""
        self._capsys.readouterr()
        code = main([*arguments, "--data-dir", str(seat.folder)])
        said = self._capsys.readouterr()
        return code, said.out + said.err


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(capsys)


def one_sentence(text: str) -> str:
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    assert lines[0].endswith(".")
    assert "Traceback" not in text
    return lines[0]


def test_init_makes_a_seat_from_nothing_and_may_be_repeated(seat: Seat, say: Said) -> None:
    for name in ("settings.toml", "journal.sqlite3", "journal.sqlite3-wal", "journal.sqlite3-shm"):
        (seat.folder / name).unlink(missing_ok=True)
    for _ in range(2):
        code, said = say(seat, "init")
        assert code == 0, said
    assert "udp_port" in (seat.folder / "settings.toml").read_text()
    _, listed = say(seat, "agency", "list")
    assert listed.count("DAMKAR\t") == 1
    assert "PMK-01" in say(seat, "unit", "list")[1]


def test_the_directory_is_edited_with_and_without_a_running_line(tmp_path: Path, say: Said) -> None:
    with running_line(tmp_path / "seat") as seat:
        with seat.client() as window:
            order = ("agency", "set", "damkar", "--name", "Damkar Contoh", "--phone", "0000113", "--keys", "113,api")
            assert say(seat, *order)[0] == 0
            assert window.wait_event("agency.defined").event.actor == "administrator"
        assert say(seat, "unit", "set", "PMK-09", "--agency", "damkar", "--base", "Pos Timur")[0] == 0
    assert say(seat, "agency", "set", "DAMKAR", "--voice-uri", "sip:113@pbx.contoh")[0] == 0
    assert say(seat, "agency", "list")[1] == "DAMKAR\tDamkar Contoh\t0000113\tsip:113@pbx.contoh\t113,api\n"
    assert say(seat, "unit", "list")[1] == "PMK-09\tDAMKAR\t\tPos Timur\tready\n"
    code, said = say(seat, "agency", "set", "nobody")
    assert code == 3
    assert "NOBODY" in one_sentence(said)


def test_a_broken_settings_file(seat: Seat, say: Said) -> None:
    seat.write_settings("[sip]\nudp_port = 'x'\n")
    for verb in ("line", "run", "init", "agency", "doctor"):
        code, said = say(seat, verb)
        assert "sip.udp_port" in one_sentence(said.replace(" [settings]", "."))
        assert code == (1 if verb == "doctor" else 3)


def test_a_newer_database(seat: Seat) -> None:
    with sqlite3.connect(seat.folder / "journal.sqlite3") as database:
        (table,) = database.execute("SELECT name FROM sqlite_master WHERE name LIKE '%version%'").fetchone()
        database.execute(f"UPDATE {table} SET version_num = '9999'")
    database.close()
    done = seat.run("line")
    assert done.returncode == 3
    assert "newer" in one_sentence(done.stderr)
    assert str(SCHEMA_VERSION) in done.stderr


def test_a_folder_without_a_database(seat: Seat) -> None:
    (seat.folder / "journal.sqlite3").unlink()
    done = seat.run("line")
    assert done.returncode == 3
    assert "calltaker init" in one_sentence(done.stderr)


def test_a_folder_that_cannot_be_used(seat: Seat) -> None:
    """A file where a folder should be stands for a folder without rights: the tests may run as root, who has all."""
    (seat.folder / "recordings").write_text("in the way")
    for verb in (["line"], ["run", "--no-window"]):
        done = seat.run(*verb)
        assert done.returncode == 3
        assert str(seat.folder) in one_sentence(done.stderr)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(seat: Seat) -> None:
    seat.folder.chmod(0o500)
    try:
        assert str(seat.folder) in one_sentence(seat.run("line").stderr)
    finally:
        seat.folder.chmod(0o700)


def test_a_second_copy(seat: Seat) -> None:
    seat.start("run", "--no-window")
    seat.client().close()
    for verb in (["run", "--no-window"], ["line"]):
        second = seat.run(*verb)
        assert second.returncode == 2
        assert "running already" in one_sentence(second.stderr)
    assert seat.stop() == 0


def test_a_port_that_is_taken(seat: Seat, say: Said) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(seat.address)
        done = seat.run("line")
        assert done.returncode == 3
        assert str(seat.port) in one_sentence(done.stderr)
        code, examined = say(seat, "doctor", "--json")
    assert "port_taken" in [finding["code"] for finding in json.loads(examined)["findings"]]
    assert code == 1


def test_a_wrong_password_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    secret.chmod(0o644)
    account = f'[[sip.accounts]]\nname = "112"\nuri = "sip:112@a"\npassword_file = "{secret}"\n'
    with Seat(tmp_path / "seat", sip=account) as seat:
        done = seat.run("line")
    assert done.returncode == 3
    assert "chmod 600" in one_sentence(done.stderr)


def test_the_doctor_finds_a_changed_log_and_nothing_in_a_good_one(seat: Seat, say: Said) -> None:
    assert say(seat, "init")[0] == 0
    code, said = say(seat, "doctor", "--json")
    assert code == 0, said
    with sqlite3.connect(seat.folder / "journal.sqlite3") as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE event SET actor = 'somebody' WHERE seat_seq = 1")
    database.close()
    code, said = say(seat, "doctor")
    assert code == 1
    assert "ERROR" in said


def test_the_doctor_names_agencies_that_forwarding_cannot_reach(seat: Seat, say: Said) -> None:
    def sample_addresses() -> list[str]:
        findings = json.loads(say(seat, "doctor", "--json")[1])["findings"]
        return [finding["subject"] for finding in findings if finding["code"] == "agency_sample_address"]

    assert say(seat, "init")[0] == 0
    (before,) = sample_addresses()
    codes = before.split(", ")
    assert {"PSC119", "DAMKAR"} <= set(codes)
    assert say(seat, "agency", "set", "PSC119", "--voice-uri", "sip:119@192.0.2.19")[0] == 0
    assert sample_addresses() == [", ".join(code for code in codes if code != "PSC119")]
    assert say(seat, "agency", "set", "PSC119", "--voice-uri", "sip:119@localhost:5060")[0] == 0
    assert sample_addresses() == [before]
    for code in codes:
        assert say(seat, "agency", "set", code, "--remove")[0] == 0
    assert sample_addresses() == []


def test_the_doctor_makes_no_file_beside_a_line_that_never_ran(seat: Seat, say: Said) -> None:
    say(seat, "doctor")
    assert not seat.settings.run_dir.exists() or list(seat.settings.run_dir.iterdir()) == []


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libX11.so.6", "libx11-6"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libpulse.so.0", "libpulse0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ],
)
def test_a_missing_library_is_named_with_its_package(library: str, package: str) -> None:
    words = missing_library(ImportError(f"{library}: cannot open shared object file: No such file or directory"))
    assert library in words
    assert f"apt-get install {package})" in words
    assert "pjsua2" in missing_library(ModuleNotFoundError("No module named 'pjsua2'", name="pjsua2"))


@pytest.mark.parametrize(
    ("verb", "module", "library", "package"),
    [
        (("desk",), "PySide6", "libEGL.so.1", "libegl1"),
        (("run",), "PySide6", "libEGL.so.1", "libegl1"),
        (("line",), "pjsua2", "libpulse.so.0", "libpulse0"),
    ],
)
def test_a_verb_without_its_library_says_what_to_install(
    seat: Seat, tmp_path: Path, verb: tuple[str, ...], module: str, library: str, package: str
) -> None:
    stubs = tmp_path / "stubs" / module
    stubs.mkdir(parents=True)
    (stubs / "__init__.py").write_text(f'raise ImportError("{library}: cannot open shared object file: No such file")\n')
    done = seat.run(*verb, PYTHONPATH=str(stubs.parent))
    assert done.returncode == 3
    assert f"apt-get install {package}" in one_sentence(done.stderr)
