"""A disk that takes nothing for a while, under a real line: calls ring, are answered, and are on record later."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.seat import Seat, running_line
from support.sip_peer import SipPeer

from calltaker.line.wire import Append, Health, SaveDraft
from db import audit
from db.events import OutcomeSet, new_event
from db.queries import calls
from db.reader import open_reader
from telephony import commands

if sys.platform != "linux":
    pytest.skip("the limit is set from outside with prlimit", allow_module_level=True)

import resource

pytestmark = pytest.mark.sip


def refuse_writes(pid: int, *, refused: bool) -> None:
    """Let no file of the process grow past its first page, or let it again."""
    limit = 4096 if refused else resource.RLIM_INFINITY
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


def test_calls_go_on_while_nothing_can_be_written(tmp_path: Path) -> None:
    with running_line(tmp_path / "seat") as seat, seat.client() as window, SipPeer("081255501234") as peer:
        refuse_writes(seat.line_pid, refused=True)
        call = peer.invite(seat.address)
        rung = window.wait_event("call.ringing")
        call_id = rung.event.subject
        assert not rung.durable
        assert window.order(commands.Answer(call_id=call_id)).error == ""
        call.wait("200")
        assert not window.wait_event("call.answered", subject=call_id).durable
        told = window.request(Append(events=(new_event(call_id, OutcomeSet(outcome="test")),)))
        assert told.error in {"journal_full", "journal_away"}
        assert window.request(SaveDraft(call_id=call_id, form='{"a":1}')).error in {"journal_full", "journal_away"}
        with seat.client(name="second") as second:
            assert second.snapshot.health.journal in {"full", "failing"}
            assert [one.state for one in second.snapshot.calls] == ["talking"]
            assert second.snapshot.drafts == {call_id: '{"a":1}'}
        refuse_writes(seat.line_pid, refused=False)
        window.wait(lambda push: isinstance(push, Health) and push.journal == "ok" and push.journal_backlog == 0)
        assert window.request(Append(events=(new_event(call_id, OutcomeSet(outcome="test")),))).error == ""
        window.order(commands.HangUp(call_id=call_id))
        window.wait_event("call.ended", subject=call_id)
    with open_reader(seat.settings.database_url) as reader:
        row = calls.call(reader, call_id)
    assert row is not None
    assert row.answered_at_us is not None
    assert row.ended_at_us is not None
    assert row.outcome == "test"
    assert [finding.text for finding in audit.verify(seat.settings.database_url) if finding.severity == "error"] == []


@contextmanager
def full_disk_for_children() -> Iterator[None]:
    """What is started inside cannot write one byte to any file."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_line_that_died_comes_back_on_a_full_disk(tmp_path: Path) -> None:
    with Seat(tmp_path / "seat") as seat, SipPeer("081255501234") as peer:
        seat.start("line")
        with seat.client() as window:
            cut = peer.invite(seat.address)
            cut_id = window.wait_event("call.ringing").event.subject
            cut.wait("180")  # a caller who has heard nothing yet sends the INVITE again, to the next line
        assert seat.process is not None
        seat.process.kill()
        seat.process.wait()
        with full_disk_for_children():
            seat.start("line")
        with seat.client() as window:
            call = peer.invite(seat.address)
            call_id = window.wait_event("call.ringing").event.subject
            assert window.order(commands.Answer(call_id=call_id)).error == ""
            call.wait("200")
            refuse_writes(seat.process.pid, refused=False)
            window.wait(lambda push: isinstance(push, Health) and push.journal == "ok" and push.journal_backlog == 0)
            with seat.client(name="second") as second:
                states = {one.call_id: one.state for one in second.snapshot.calls}
            assert states == {cut_id: "ended", call_id: "talking"}
            window.order(commands.HangUp(call_id=call_id))
            window.wait_event("call.ended", subject=call_id)
        assert seat.stop() == 0, seat.errors()
    with open_reader(seat.settings.database_url) as reader:
        rows = [calls.call(reader, call_id) for call_id in (cut_id, call_id)]
    assert [row is not None and row.ended_at_us is not None for row in rows] == [True, True]
