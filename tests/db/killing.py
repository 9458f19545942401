"""Kill a writer at any moment, again and again, and count what it had acknowledged and what is there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import sqlalchemy as sa

from db import audit, models
from db.engine import make_engine
from db.reader import open_reader

_ROOT = Path(__file__).resolve().parents[2]


class KillReport(msgspec.Struct, kw_only=True):
    """`committed_unsaid`: on disk, but the writer died before it could say so, which is allowed."""

    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    committed_unsaid: int = 0
    findings: tuple[str, ...] = ()


def kill_rounds(url: str, rounds: int, seed: int) -> KillReport:
    """Start a writer, kill -9 it within the 120 ms after its first, second or third event, look at the log; `rounds` times on
    one database."""
    dice = random.Random(seed)
    report = KillReport()
    said: set[str] = set()
    for number in range(rounds):
        said |= _one_life(url, str(number), 1 + number % 3, dice.uniform(0, 0.12))
        report.rounds += 1
    with open_reader(url) as connection:
        there = set(connection.execute(sa.select(models.event.c.id)).scalars())
    report.acknowledged = len(said)
    report.lost = len(said - there)
    report.committed_unsaid = len(there - said)
    report.findings = tuple(finding.text for finding in audit.verify(url))
    return report


def _one_life(url: str, name: str, events: int, life_s: float) -> set[str]:
    """Return the ids that the writer acknowledged. A line it was killed in the middle of was not said."""
    command = [sys.executable, "-m", "tests.db.writer_process", url, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=_ROOT) as writer:
        assert writer.stdout is not None
        os.set_blocking(writer.stdout.fileno(), True)
        first = b"".join(writer.stdout.readline() for _ in range(events))
        assert first.count(b"\n") == events, "the writer ended before its first events"
        time.sleep(life_s)
        writer.kill()
        text = first + writer.stdout.read()
    return set(text.decode().split("\n")[:-1])


def integrity(url: str) -> str:
    """Return SQLite's own word on the file."""
    with make_engine(url, "ro").connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar_one())
