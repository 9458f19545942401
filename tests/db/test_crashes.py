"""The writer dies, the disk is full, a second writer comes: nothing acknowledged is lost, and it is said in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import audit, migrate
from db.ballast import Ballast
from db.journal import Journal, JournalFullError, JournalLockedError
from tests.db import facts
from tests.db.conftest import ticket
from tests.db.killing import kill_rounds

Opens = Callable[..., Journal]
MB = 1024 * 1024


@pytest.mark.timeout(180)
def test_killing_the_writer_loses_nothing_acknowledged(url: str) -> None:
    report = kill_rounds(url, rounds=12, seed=112)

    assert report.rounds == 12
    assert report.acknowledged > 12
    assert report.lost == 0
    assert report.findings == ()


def test_a_second_writer_of_a_file_is_refused(sqlite_url: str, open_journal: Opens) -> None:
    first = open_journal(sqlite_url)
    second = Journal(sqlite_url, "seat-2", numbering=ticket)
    with pytest.raises(JournalLockedError, match="another program"):
        second.open()

    first.append([facts.ringing("call-1")])
    first.close()
    second.open()
    second.close()


def test_a_writer_of_another_process_is_refused_and_its_death_frees_the_file(sqlite_url: str, open_journal: Opens) -> None:
    command = [sys.executable, "-m", "tests.db.writer_process", sqlite_url, "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(JournalLockedError):
            open_journal(sqlite_url)
        other.kill()
        other.stdout.read()
    open_journal(sqlite_url).append([facts.ringing("call-1")])


# --- a full disk -------------------------------------------------------------------------------------------------------
@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 6 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root on Linux may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def disk_url(small_disk: Path) -> str:
    address = f"sqlite:///{small_disk / 'journal.sqlite3'}"
    migrate.upgrade(address)
    return address


def fill(folder: Path, leave_bytes: int = 0) -> Path:
    """Fill the file system with one file."""
    heap = folder / "heap"
    with heap.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - leave_bytes))
    return heap


def append_until_full(journal: Journal, name: str) -> int:
    """Return how many were taken before the disk was full."""
    for count in range(100_000):
        try:
            journal.append([facts.ringing(f"{name}-{count}")])
        except JournalFullError as error:
            assert "no space left" in str(error)  # noqa: PT017 - the loop is the point
            return count
    raise AssertionError("the disk never filled")


def test_a_full_disk_is_said_survived_and_the_journal_goes_on(disk_url: str, small_disk: Path, open_journal: Opens) -> None:
    journal = open_journal(disk_url, ballast_bytes=0)
    journal.append([facts.ringing("first")])
    heap = fill(small_disk, leave_bytes=256 * 1024)
    count = append_until_full(journal, "call")
    assert journal.head_seq == count + 1
    assert len(journal.events("first")) == 1

    heap.unlink()

    assert journal.append([facts.ringing("after")])[0].seat_seq == count + 2
    journal.close()
    assert audit.verify(disk_url) == ()


def test_the_reserve_carries_the_shift_over_a_full_disk(disk_url: str, small_disk: Path, open_journal: Opens) -> None:
    journal = open_journal(disk_url, ballast_bytes=MB)
    assert not journal.reserve_gone
    heap = fill(small_disk)

    count = append_until_full(journal, "call")

    assert count > 100
    assert journal.reserve_gone
    heap.unlink()
    journal.append([facts.ringing("after")])
    journal.close()
    assert not open_journal(disk_url, ballast_bytes=MB).reserve_gone
    assert audit.verify(disk_url) == ()


def test_a_journal_opens_on_a_full_disk_by_its_reserve(disk_url: str, small_disk: Path, open_journal: Opens) -> None:
    first = open_journal(disk_url, ballast_bytes=MB)
    first.append([facts.ringing("call-1")])
    first.close()
    fill(small_disk)

    journal = open_journal(disk_url, ballast_bytes=MB)

    assert journal.append([facts.answered("call-1")])[0].seat_seq == 2
    assert journal.reserve_gone


def test_drafts_use_the_reserve_too(disk_url: str, small_disk: Path, open_journal: Opens) -> None:
    journal = open_journal(disk_url, ballast_bytes=MB)
    fill(small_disk)

    for key in range(200):
        journal.save_draft("call-1", "kebakaran " * 20 + str(key))

    assert journal.drafts()["call-1"].endswith("199")


def test_a_reserve_is_laid_down_only_where_there_is_room(tmp_path: Path) -> None:
    huge = Ballast(tmp_path / "huge", 1 << 60)
    assert not huge.restore(at_once=True)
    assert not huge.path.exists()

    small = Ballast(tmp_path / "small", MB)
    assert small.restore(at_once=True)
    assert small.kept
    assert small.path.stat().st_blocks * 512 >= MB
    assert small.release()
    assert not small.release()
    assert not small.restore()
    assert small.restore(at_once=True)
