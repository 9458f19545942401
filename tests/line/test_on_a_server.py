"""The same seat with its log on a real PostgreSQL, which goes away in the middle of a shift and comes back."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import postgres
from support.seat import running_line
from support.sip_peer import SipPeer

from calltaker.line.wire import Health
from db import audit
from db.queries import calls
from db.reader import open_reader
from telephony import commands

pytestmark = [pytest.mark.sip, pytest.mark.postgres]


@pytest.fixture
def server() -> Iterator[postgres.Postgres]:
    programs = postgres.bin_dir()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql-15)")
    running = postgres.Postgres(programs)
    running.start()
    yield running
    running.close()


def test_calls_go_on_while_the_server_is_away(tmp_path: Path, server: postgres.Postgres) -> None:
    url = server.new_database()
    with running_line(tmp_path / "seat", database=url) as seat, seat.client() as window, SipPeer("081255501234") as peer:
        first = peer.invite(seat.address)
        first_id = window.wait_event("call.ringing").event.subject
        first.wait("180")
        server.stop("immediate")
        first.cancel()
        assert not window.wait_event("call.ended", subject=first_id).durable
        second = peer.invite(seat.address)
        second_id = window.wait_event("call.ringing").event.subject
        assert window.order(commands.Answer(call_id=second_id)).error == ""
        second.wait("200")
        server.start()
        window.wait(lambda push: isinstance(push, Health) and push.journal == "ok" and push.journal_backlog == 0)
        window.order(commands.HangUp(call_id=second_id))
        window.wait_event("call.ended", subject=second_id)
    with open_reader(url) as reader:
        rows = [calls.call(reader, call_id) for call_id in (first_id, second_id)]
    assert [row is not None and row.ended_at_us is not None for row in rows] == [True, True]
    assert [finding.text for finding in audit.verify(url) if finding.severity == "error"] == []


def test_a_call_is_shown_and_answered_while_the_server_hangs(tmp_path: Path, server: postgres.Postgres) -> None:
    """A server that is there but does not answer: the commit of `call.ringing` waits for it, the caller does not."""
    url = server.new_database()
    with running_line(tmp_path / "seat", database=url) as seat, seat.client() as window, SipPeer("081255501234") as peer:
        server.signal(signal.SIGSTOP)
        try:
            call = peer.invite(seat.address)
            rung = window.wait_event("call.ringing")
            assert not rung.durable
            call_id = rung.event.subject
            assert window.order(commands.Answer(call_id=call_id)).error == ""
            call.wait("200")
        finally:
            server.signal(signal.SIGCONT)
        window.order(commands.HangUp(call_id=call_id))
        window.wait_event("call.ended", subject=call_id)
        window.wait_event("recording.sealed", subject=call_id)
        with seat.client(name="second") as second:
            if second.snapshot.health.journal_backlog:
                second.wait(lambda push: isinstance(push, Health) and push.journal_backlog == 0)
    with open_reader(url) as reader:
        row = calls.call(reader, call_id)
    assert row is not None
    assert row.answered_at_us is not None
    assert [finding.text for finding in audit.verify(url) if finding.severity == "error"] == []
