"""Nothing that comes over the wire stops the line: a real call works before and after every batch of broken messages.

The batches keep below 40 INVITEs a second, as every real trunk does; the flood test shows what happens beyond.
"""

from __future__ import annotations

import itertools
import random
import socket
import time
import uuid
from collections.abc import Callable, Iterable

import pytest
from support.phone_process import MIC_HERTZ, PhoneProcess
from support.sip_peer import SipPeer
from support.sip_text import build, sdp

from telephony import commands as order
from telephony import events as fact
from tests.telephony.sip.torture_messages import messages

pytestmark = pytest.mark.sip
PAUSE_S = 1 / 35
_numbers = itertools.count(1)
Send = Callable[[PhoneProcess, Iterable[bytes]], None]


def a_call_works(phone: PhoneProcess) -> None:
    """Ring, answer, hear each other, hang up; calls that the batch left ringing are cleared away first."""
    read_all(phone)
    for ringing in [event for event in phone.events if isinstance(event, fact.CallRinging)]:
        if not phone.has(fact.CallEnded, ringing.call_id):
            phone.submit(order.HangUp(call_id=ringing.call_id))
            phone.wait(fact.CallEnded, ringing.call_id)
    user = f"08125550{next(_numbers):04}"
    with SipPeer(user) as peer:
        call = peer.invite(phone.udp)
        call_id = phone.wait(fact.CallRinging, where=lambda event: event.number_raw == user).call_id
        call.wait("180")
        phone.submit(order.Answer(call_id=call_id))
        phone.wait(fact.AudioStarted, call_id)
        call.hears(MIC_HERTZ, above=2000)
        phone.submit(order.HangUp(call_id=call_id))
        call.wait("BYE")
        phone.wait(fact.CallEnded, call_id)
    assert phone.process.poll() is None


def send_datagrams(phone: PhoneProcess, batch: Iterable[bytes]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        for message in batch:
            wire.sendto(message[:65000], phone.udp)
            lives_after(phone, message)


def send_connections(phone: PhoneProcess, batch: Iterable[bytes]) -> None:
    """Every message on a connection of its own, as a broken one poisons the stream."""
    for message in batch:
        with socket.create_connection(phone.tcp, timeout=5) as wire:
            wire.sendall(message)
        lives_after(phone, message)


def lives_after(phone: PhoneProcess, message: bytes) -> None:
    time.sleep(PAUSE_S)
    assert phone.process.poll() is None, f"ended by {message[:300]!r}: {phone.stderr[-2000:]}"


def test_there_are_enough_messages() -> None:
    assert len(messages("127.0.0.1", 5060, "udp")) >= 45


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("transport", "send"), [("udp", send_datagrams), ("tcp", send_connections)])
def test_broken_messages(phone: PhoneProcess, transport: str, send: Send) -> None:
    a_call_works(phone)
    batch = list(messages(*phone.udp, transport).values())
    third = len(batch) // 3 + 1
    for start in range(0, len(batch), third):
        send(phone, batch[start : start + third])
        a_call_works(phone)


def test_random_datagrams(phone: PhoneProcess) -> None:
    chance = random.Random(112)
    a_call_works(phone)
    send_datagrams(phone, (chance.randbytes(chance.choice((1, 3, 20, 200, 1400, 4000, 9000))) for _ in range(300)))
    a_call_works(phone)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_messages_with_random_damage(phone: PhoneProcess, seed: int) -> None:
    chance = random.Random(seed)
    whole = list(messages(*phone.udp, "udp").values())

    def damaged() -> bytes:
        message = bytearray(chance.choice(whole).replace(b"@siksa", b"%d@siksa" % chance.randrange(10**9)))
        for _ in range(chance.choice((1, 2, 5))):
            at = chance.randrange(len(message) + 1)
            match chance.randrange(4):
                case 0:
                    message[at : at + 1] = chance.randbytes(1)
                case 1:
                    del message[at : at + chance.randrange(30)]
                case 2:
                    message[at:at] = message[at : at + chance.randrange(50)]
                case _:
                    message[at:at] = chance.choice((b"\r\n", b";", b"<", b'"', b"%00", b"9" * 20, b"\xff"))
        return bytes(message)

    a_call_works(phone)
    send_datagrams(phone, (damaged() for _ in range(250)))
    a_call_works(phone)


def test_headers_of_64_kilobytes_ring_over_udp_and_are_told_over_tcp(phone: PhoneProcess, caller: SipPeer) -> None:
    a_call_works(phone)
    before = sum(isinstance(event, fact.CallRinging) for event in phone.events)
    large = [("X-Besar", "A" * 64_000)]
    call = caller.invite(phone.udp, headers=large)
    call.wait("180")
    ringing = phone.wait(fact.CallRinging, count=before + 1)
    assert ringing.number_raw == caller.user
    with SipPeer("081255504321", transport="tcp") as peer:
        peer.invite(phone.tcp, headers=large)
        refused = phone.wait(fact.CallRefused)
        assert (refused.number_raw, refused.code) == ("081255504321", 513)
    phone.submit(order.HangUp(call_id=ringing.call_id))
    phone.wait(fact.CallEnded, ringing.call_id)
    a_call_works(phone)


def test_the_message_is_kept_byte_for_byte(phone: PhoneProcess, caller: SipPeer) -> None:
    body = (
        b"--b\r\nContent-Type: application/sdp\r\n\r\n"
        + sdp("127.0.0.1", 40000)
        + b"\r\n--b\r\nContent-Type: a/b\r\n\r\n\x00\xff\xfe\r\n--b--\r\n"
    )
    call = caller.invite(
        phone.udp,
        headers=[("X-Bita", "\udcff\udc80"), ("x-lipat", "satu\r\n dua")],
        body=body,
        content_type="multipart/mixed;boundary=b",
    )
    ringing = phone.wait(fact.CallRinging)
    call.wait("180")
    assert ringing.raw.endswith(b"\r\n\r\n" + body)
    assert b"X-Bita: \xff\x80\r\nx-lipat: satu\r\n dua\r\n" in ringing.raw
    assert [part.content_type for part in ringing.parts] == ["application/sdp", "a/b"]
    assert {header.name: header.value for header in ringing.headers}["x-lipat"] == "satu dua"


def test_a_call_whose_message_was_cut_still_gets_its_sound(phone: PhoneProcess, caller: SipPeer) -> None:
    """The stack reads 4000 bytes of a datagram: of this message the end of the location and the last boundary are lost."""

    def body(port: int) -> bytes:
        location = b"<presence>" + b"x" * 5000 + b"</presence>"
        parts = (
            b"Content-Type: application/sdp\r\n\r\n" + sdp("127.0.0.1", port),
            b"Content-Type: application/pidf+xml\r\n\r\n" + location,
        )
        return b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"

    call = caller.invite(phone.udp, body=body, content_type="multipart/mixed;boundary=b")
    call_id = phone.wait(fact.CallRinging).call_id
    phone.submit(order.Answer(call_id=call_id))
    phone.wait(fact.AudioStarted, call_id)
    call.hears(MIC_HERTZ, above=2000)


def test_a_flood_of_calls_is_slowed_down_and_survived(phone: PhoneProcess) -> None:
    """100 calls a second, each cancelled at once: twice what the stack bears without the brake."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        wire.bind(("127.0.0.1", 0))
        for _ in range(200):
            for message in invite_and_cancel(phone.udp, wire.getsockname()[1]):
                wire.sendto(message, phone.udp)
            time.sleep(0.01)
            assert phone.process.poll() is None, phone.stderr
    a_call_works(phone)


def read_all(phone: PhoneProcess) -> None:
    """Return when the phone has read and told everything that came before: datagrams keep their order, and so do its words.
    What comes over connections has no such order; it is looked at in the same turn of the loop, so two turns are waited for."""
    for _ in range(2):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
            wire.bind(("127.0.0.1", 0))
            wire.settimeout(0.5)
            _ask_until_answered(phone, wire)
        last = f"nobody-{uuid.uuid4().hex}"
        phone.submit(order.Hold(call_id=last))
        phone.wait_refusal("no_such_call", where=lambda command, last=last: command == order.Hold(call_id=last))


def _ask_until_answered(phone: PhoneProcess, wire: socket.socket) -> None:
    """Send OPTIONS as often as it takes: the kernel drops what does not fit."""
    end_s = time.monotonic() + 60
    while True:
        wire.sendto(options(phone.udp, wire.getsockname()[1]), phone.udp)
        try:
            wire.recv(65535)
        except TimeoutError:
            assert time.monotonic() < end_s, phone.stderr
            assert phone.process.poll() is None, phone.stderr
        else:
            return


def options(phone: tuple[str, int], own_port: int) -> bytes:
    token, uri = uuid.uuid4().hex, f"sip:112@{phone[0]}:{phone[1]}"
    headers = [
        ("Via", f"SIP/2.0/UDP 127.0.0.1:{own_port};branch=z9hG4bK{token}"),
        ("From", f"<sip:tanya@contoh.id>;tag={token}"),
        ("To", f"<{uri}>"),
        ("Call-ID", token),
        ("CSeq", "1 OPTIONS"),
        ("Max-Forwards", "70"),
    ]
    return build(f"OPTIONS {uri} SIP/2.0", headers)


def invite_and_cancel(phone: tuple[str, int], own_port: int) -> tuple[bytes, bytes]:
    token, uri = uuid.uuid4().hex, f"sip:112@{phone[0]}:{phone[1]}"
    headers = [
        ("Via", f"SIP/2.0/UDP 127.0.0.1:{own_port};branch=z9hG4bK{token}"),
        ("From", f"<sip:banjir@contoh.id>;tag={token}"),
        ("To", f"<{uri}>"),
        ("Call-ID", token),
        ("Contact", f"<sip:banjir@127.0.0.1:{own_port}>"),
        ("Max-Forwards", "70"),
    ]
    offer = [*headers, ("CSeq", "1 INVITE"), ("Content-Type", "application/sdp")]
    invite = build(f"INVITE {uri} SIP/2.0", offer, sdp("127.0.0.1", 40000))
    return invite, build(f"CANCEL {uri} SIP/2.0", [*headers, ("CSeq", "1 CANCEL")])
