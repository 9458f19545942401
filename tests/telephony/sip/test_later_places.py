"""A place that comes in a later message of a call: seen whatever the method, and harmless."""

from __future__ import annotations

import pytest
from support.phone_process import PhoneProcess
from support.sip_call import PeerCall
from support.sip_peer import SipPeer
from support.sip_text import sdp

from telephony.commands import Answer, HangUp
from telephony.events import CallEnded, CallRinging, DtmfReceived, LocationReceived
from telephony.location import geolocation
from telephony.sip.flood_limit import FloodLimit
from telephony.sip.later_place import BURST, place_in
from tests.telephony.location.documents import circle, document

PLACE = document(circle(lat=-6.6))
GEOLOCATION = ("Geolocation", "<cid:place@a>")


def multipart(*parts: tuple[str, str, bytes]) -> tuple[str, bytes]:
    """Return (content type, body) of (type, id, content) parts."""
    body = b"".join(
        f"--e\r\nContent-Type: {kind}\r\nContent-ID: <{name}>\r\n\r\n".encode() + content + b"\r\n"
        for kind, name, content in parts
    )
    return "multipart/mixed;boundary=e", body + b"--e--\r\n"


def send_place(call: PeerCall, method: str) -> None:
    """Send a place alone, or in an INVITE beside an offer."""
    if method == "INVITE":
        offer = sdp(call.peer.host, call.rtp.port, "sendrecv", call.dialog.cseq + 1)
        kind, body = multipart(("application/sdp", "sdp@a", offer), ("application/pidf+xml", "place@a", PLACE))
    else:
        kind, body = multipart(("application/pidf+xml", "place@a", PLACE))
    call.request(method, [GEOLOCATION, ("Content-Type", kind)], body)


def talking(phone: PhoneProcess, caller: SipPeer) -> tuple[PeerCall, str]:
    call = caller.invite(phone.udp)
    call_id = phone.wait(CallRinging).call_id
    phone.submit(Answer(call_id=call_id))
    call.wait("200")
    return call, call_id


@pytest.mark.sip
def test_a_place_is_told_whatever_message_brings_it(phone: PhoneProcess, caller: SipPeer) -> None:
    call, call_id = talking(phone, caller)
    for method in ("INFO", "UPDATE", "MESSAGE", "INVITE"):
        send_place(call, method)
        received = phone.wait(LocationReceived, call_id, where=lambda told, method=method: told.method == method)
        ((place,), problem) = geolocation.all_from_parts(received.headers, received.parts)
        assert (place.lat, problem) == (-6.6, "")
    call.request("UPDATE", [("Geolocation", "<https://lis.invalid/abc>")])
    referred = phone.wait(LocationReceived, call_id, count=5)
    assert (referred.headers[0].value, referred.parts) == ("<https://lis.invalid/abc>", ())
    call.info("application/dtmf-relay", b"Signal=5\r\nDuration=160\r\n")
    assert phone.wait(DtmfReceived, call_id).digit == "5"
    phone.submit(HangUp(call_id=call_id))
    call.wait("BYE")
    phone.wait(CallEnded, call_id)


@pytest.mark.sip
def test_a_call_that_rings_goes_on_ringing_and_a_flood_ends(phone: PhoneProcess, caller: SipPeer) -> None:
    call = caller.invite(phone.udp)
    call_id = phone.wait(CallRinging).call_id
    call.wait("180")
    for _ in range(BURST):
        send_place(call, "INFO")
    phone.wait(LocationReceived, call_id, count=BURST)
    send_place(call, "UPDATE")
    for _ in range(20):
        send_place(call, "INFO")
    phone.submit(Answer(call_id=call_id))
    call.wait("200 INVITE")
    call.bye()
    phone.wait(CallEnded, call_id)
    assert sum(isinstance(event, LocationReceived) for event in phone.events) <= BURST + 1


def test_only_a_request_with_a_place_is_looked_at() -> None:
    assert place_in(b"") is None
    assert place_in(b"INFO sip:112@a SIP/2.0\r\n\r\n") is None
    assert place_in(b"INFO sip:112@a SIP/2.0\r\nContent-Type: text/plain\r\n\r\ngeolocation") is None
    found = place_in(b"INFO sip:112@a SIP/2.0\r\nContent-Type: APPLICATION/PIDF+XML\r\n\r\n" + PLACE)
    assert found is not None
    assert (found[0], found[1], found[2][0].content) == ("INFO", (), PLACE)


def test_a_place_every_few_seconds_is_never_too_many() -> None:
    limit = FloodLimit(8, 0.2)
    assert all(limit.takes(second) for second in range(0, 600, 5))
    assert (sum(limit.takes(600.0) for _ in range(100)), limit.dropped) == (8, 92)
