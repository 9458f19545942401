"""A log that was tampered with or damaged is told from one that was not."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from db import audit, models
from db.engine import make_engine
from db.journal import Journal
from tests.db import facts

Opens = Callable[..., Journal]


@pytest.fixture
def written(url: str, open_journal: Opens) -> str:
    """A log of one answered call, one incident with a corrected field and a note, and a referral; the writer has left."""
    journal = open_journal(url)
    journal.append([facts.ringing("call-1"), facts.answered("call-1")])
    (opened,) = journal.append([facts.opened("incident-1", "call-1", summary="kebakaran")])
    journal.append([facts.field_set("incident-1", "summary", "kebakaran rumah", opened.id)])
    journal.append([facts.sent("referral-1", "incident-1"), facts.advanced("referral-1", "en_route"), facts.ended("call-1")])
    journal.close()
    return url


def _codes(url: str, recordings: Path | None = None) -> set[str]:
    return {finding.code for finding in audit.verify(url, recordings)}


def _tamper(url: str, *statements: str) -> None:
    engine = make_engine(url, "rw").execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_sound_log_has_no_findings(written: str) -> None:
    assert audit.verify(written) == ()


def test_an_empty_log_has_no_findings(url: str) -> None:
    assert audit.verify(url) == ()


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["UPDATE event SET actor = 'someone else' WHERE seat_seq = 3"], "event_changed"),
        (["UPDATE event SET payload = '{\"by\":\"desk\"}' WHERE seat_seq = 7"], "event_changed"),
        (["UPDATE event SET at_us = at_us + 1 WHERE seat_seq = 1"], "event_changed"),
        (["DELETE FROM event WHERE seat_seq = 2"], "event_missing"),
        (["DELETE FROM event WHERE seat_seq >= 6"], "event_missing"),
        (["DELETE FROM event"], "event_missing"),
        (["DELETE FROM seat_head"], "head_missing"),
        (["UPDATE clock SET gseq = gseq + 5"], "clock_differs"),
        (["UPDATE event SET seat_seq = 1000 - seat_seq WHERE seat_seq IN (3, 4)",
          "UPDATE event SET seat_seq = seat_seq - 993 WHERE seat_seq IN (996, 997)"], "event_changed"),
        (["UPDATE call SET outcome = 'prank_child'"], "row_differs"),
        (["UPDATE incident_field SET value = 'x' WHERE superseded_by <> ''"], "row_differs"),
        (["DELETE FROM referral"], "row_missing"),
        (["INSERT INTO ticket_day VALUES ('991231', 7)"], "row_without_event"),
        (["UPDATE ticket_day SET counter = 9"], "row_differs"),
    ],
)  # fmt: skip
def test_tampering_is_found(written: str, statements: list[str], code: str) -> None:
    _tamper(written, *statements)

    assert code in _codes(written)


def test_one_changed_event_is_told_once(written: str) -> None:
    _tamper(written, "UPDATE event SET actor = 'someone else' WHERE seat_seq = 2")

    assert [finding.code for finding in audit.verify(written)] == ["event_changed"]


def test_a_kind_of_a_newer_program_is_kept_skipped_and_reported(written: str, open_journal: Opens) -> None:
    _tamper(written, "UPDATE event SET kind = 'call.beamed' WHERE seat_seq = 2")

    codes = {finding.code: finding.severity for finding in audit.verify(written)}
    assert codes["unknown_kind"] == "warning"
    assert [event.kind for event in open_journal(written).events("call-1")] == ["call.ringing", "call.beamed", "call.ended"]


def test_recordings_are_compared_with_their_hash(url: str, open_journal: Opens, tmp_path: Path) -> None:
    sound = b"RIFF" + bytes(1000)
    (tmp_path / "call-1.wav").write_bytes(sound)
    digest = hashlib.sha256(sound).hexdigest()
    journal = open_journal(url)
    for call_id in ("call-1", "call-2"):
        journal.append([facts.ringing(call_id), facts.sealed(call_id, f"{call_id}.wav", digest)])
    (tmp_path / "call-2.wav").write_bytes(sound)
    journal.close()

    assert audit.verify(url, tmp_path) == ()
    (tmp_path / "call-1.wav").write_bytes(sound[:-1] + b"\1")
    (tmp_path / "call-2.wav").unlink()
    assert {(f.code, f.subject) for f in audit.verify(url, tmp_path)} == {
        ("recording_changed", "call-1"),
        ("recording_missing", "call-2"),
    }


def test_a_log_that_is_not_there_is_a_finding(empty_url: str) -> None:
    assert _codes(empty_url) == {"database_unusable"}


def test_bit_flips_in_a_file_are_found(sqlite_url: str, open_journal: Opens) -> None:
    journal = open_journal(sqlite_url)
    for number in range(300):
        journal.append([facts.ringing(f"call-{number}"), facts.answered(f"call-{number}")])
    journal.close()
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    whole = file.read_bytes()
    assert _codes(sqlite_url) == set()
    rows = _everything(sqlite_url)
    dice = random.Random(112)
    told = 0

    for _ in range(12):
        damaged = bytearray(whole)
        place = whole.index(b"call-", dice.randrange(len(whole) * 3 // 4))
        damaged[place] ^= 1 << dice.randrange(7)
        file.write_bytes(damaged)
        if _codes(sqlite_url):
            told += 1
        else:  # the flip hit what a page no longer uses
            assert _everything(sqlite_url) == rows, f"a flipped bit at {place} went unseen"
    assert told > 0


def test_every_table_of_folds_is_audited() -> None:
    from db.records import RECORDS

    own = {"event", "clock", "seat_head", "draft"}
    assert {record.TABLE for record in RECORDS} == set(models.metadata.tables) - own
    for record in RECORDS:
        table = models.metadata.tables[record.TABLE]
        assert list(record.__struct_fields__) == [column.name for column in table.c]
        assert [column.name for column in table.primary_key] == list(record.__struct_fields__[: record.KEY])


def test_findings_speak_plainly(written: str) -> None:
    _tamper(written, "DELETE FROM event WHERE seat_seq = 2")

    (missing,) = [finding for finding in audit.verify(written) if finding.code == "event_missing"]
    assert missing.text == "1 events of seat-1 are missing after number 1"
    assert missing.severity == "error"


def test_auditing_leaves_the_log_as_it_is(written: str) -> None:
    before = _everything(written)
    audit.verify(written)
    assert _everything(written) == before


def _everything(url: str) -> list[object]:
    with make_engine(url, "ro").connect() as c:
        return [c.execute(sa.select(table).order_by(*table.primary_key)).all() for table in models.metadata.sorted_tables]
