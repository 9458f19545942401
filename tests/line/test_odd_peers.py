"""What a peer says in odd words must not cost the fact that it said it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.seat import Seat, running_line
from support.sip_peer import SipPeer

from calltaker.line.plain_client import PlainClient
from calltaker.line.wire import Health
from db.events import CallEnded, CallRefused, TransferFailed, decode
from telephony import commands

pytestmark = pytest.mark.sip

LATIN_1 = b"Besetzt f\xfcr Sie"
AS_WRITTEN = "Besetzt f\\xfcr Sie"


class LatinPeer(SipPeer):
    """Says `WORDS` in Latin-1, as some old PBXs do."""

    def send(self, data: bytes, address: tuple[str, int]) -> None:
        super().send(data.replace(b"WORDS", LATIN_1), address)


def answered(seat: Seat, window: PlainClient, peer: SipPeer) -> str:
    peer.invite(seat.address)
    call_id = window.wait_event("call.ringing").event.subject
    window.order(commands.Answer(call_id=call_id))
    window.wait_event("call.answered", subject=call_id)
    return call_id


def wait_until(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end_s
        time.sleep(0.002)


def test_reasons_in_latin_1_are_on_record(tmp_path: Path) -> None:
    with running_line(tmp_path / "seat") as seat, seat.client() as window, LatinPeer("081255501234") as peer:
        window.order(commands.Dial(new_call_id="out-1", target_uri=f"sip:agency@127.0.0.1:{peer.port}"))
        peer.wait_call().respond(486, "WORDS")
        ended = window.wait_event("call.ended", subject="out-1").event
        payload: CallEnded = decode(ended.kind, ended.payload)
        assert (payload.code, payload.reason) == (486, AS_WRITTEN)

        call_id = answered(seat, window, peer)
        for call in peer.calls.values():
            call.refer_script = ((100, "Trying"), (486, "WORDS"))
        window.order(commands.TransferBlind(call_id=call_id, target_uri="sip:119@127.0.0.1"))
        failed = window.wait_event("call.transfer_failed", subject=call_id).event
        told: TransferFailed = decode(failed.kind, failed.payload)
        assert told.reason == AS_WRITTEN
        with seat.client(name="second") as second:
            assert second.snapshot.health.lines_in_use == 1


def test_a_refused_caller_with_an_odd_name_is_on_record(tmp_path: Path) -> None:
    with running_line(tmp_path / "seat") as seat, seat.client() as window, LatinPeer("081255501234") as peer:
        for _ in range(4):
            peer.invite(seat.address).wait("180")
        peer.invite(seat.address, sender='"WORDS" <sip:081255501239@127.0.0.1>')
        refused = window.wait_event("call.refused").event
        payload: CallRefused = decode(refused.kind, refused.payload)
        assert payload.number == "+6281255501239"


def test_a_flood_of_digits_fills_neither_the_log_nor_the_screen(tmp_path: Path) -> None:
    with running_line(tmp_path / "seat") as seat, seat.client() as window, SipPeer("081255501234") as peer:
        call = peer.invite(seat.address)
        call_id = window.wait_event("call.ringing").event.subject
        window.order(commands.Answer(call_id=call_id))
        call.wait("200")
        for sent in range(1, 1001):
            call.info("application/dtmf-relay", b"Signal=5\r\nDuration=160\r\n")
            if sent % 50 == 0:  # the peer sends nothing twice, so nothing may overflow the socket
                wait_until(lambda sent=sent: sum(message.method == "INFO" for message in list(call.messages)) == sent)
        peer.invite(seat.address).wait("180")
        window.wait_event("call.ringing")
        with seat.client(name="second") as second:
            (flooded,) = (one for one in second.snapshot.calls if one.call_id == call_id)
        assert 0 < len(flooded.dtmf) < 200


def test_a_registrar_that_refuses_in_latin_1_keeps_no_window_out(tmp_path: Path) -> None:
    with LatinPeer("pbx") as registrar:
        answers: list[bytes] = []
        send: Callable[[bytes, tuple[str, int]], None] = registrar.send

        def refuse(data: bytes, address: tuple[str, int]) -> None:
            answers.append(data)
            send(data.replace(b"SIP/2.0 481 OK", b"SIP/2.0 403 WORDS"), address)

        registrar.send = refuse
        address = f"127.0.0.1:{registrar.port}"
        account = f'[[sip.accounts]]\nname = "112"\nuri = "sip:112@{address}"\nregistrar = "sip:{address}"\nuser = "112"\n'
        with running_line(tmp_path / "seat", sip=account) as seat:
            window = attached(seat)
            health = window.snapshot.health
            while not any(line.code for line in health.lines):
                push = window.wait(lambda push: isinstance(push, Health))
                assert isinstance(push, Health)
                health = push
            assert (health.lines[0].code, health.lines[0].reason) == (403, AS_WRITTEN)
            window.close()
            attached(seat).close()


def attached(seat: Seat) -> PlainClient:
    """A window on a line that is not registered."""
    while True:
        try:
            return PlainClient(seat.settings, name="test", timeout_s=60.0)
        except OSError:
            assert seat.process is not None
            assert seat.process.poll() is None, seat.errors()
