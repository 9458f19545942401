"""Hold, mute, digits, two calls at once, dialling out: real SIP and RTP."""

from __future__ import annotations

import time

import pytest
from support.phone_process import MIC_HERTZ, PhoneProcess, leg_paths, wait_for_length
from support.sip_peer import PeerCall, SipPeer

from telephony import commands as order
from telephony import events as fact
from telephony.sip.config import AccountConfig

pytestmark = pytest.mark.sip
CALLER_HERTZ, AGENCY_HERTZ = 1000, 1800


def take(phone: PhoneProcess, peer: SipPeer) -> tuple[str, PeerCall]:
    """Let `peer` call and answer it. Return our call id and the peer's call."""
    rung = sum(isinstance(event, fact.CallRinging) for event in phone.events)
    call = peer.invite(phone.udp)
    call_id = phone.wait(fact.CallRinging, count=rung + 1).call_id
    phone.submit(order.Answer(call_id=call_id))
    phone.wait(fact.AudioStarted, call_id)
    return call_id, call


def dial(phone: PhoneProcess, peer: SipPeer, call_id: str = "out-1", **options: object) -> PeerCall:
    phone.submit(order.Dial(new_call_id=call_id, target_uri=f"sip:{peer.user}@{peer.host}:{peer.port}", **options))
    call = peer.wait_call()
    call.respond(180, "Ringing")
    return call


def test_hold_parts_the_sound_and_resume_brings_it_back(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    phone.submit(order.Hold(call_id=call_id))
    phone.wait(fact.CallHeld, call_id)
    call.wait("INVITE")
    assert call.directions[-1] == "sendonly"
    call.hears_no(MIC_HERTZ)
    phone.hears_no(CALLER_HERTZ)
    phone.submit(order.Resume(call_id=call_id))
    phone.wait(fact.CallResumed, call_id)
    call.hears(MIC_HERTZ)
    phone.hears(CALLER_HERTZ)
    assert call.directions == ["sendonly", "sendrecv"]


def test_both_legs_keep_their_length_through_a_hold(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    phone.submit(order.Hold(call_id=call_id))
    phone.wait(fact.CallHeld, call_id)
    call.rtp.sending = False
    for leg in leg_paths(phone.folder, call_id):
        wait_for_length(leg, leg.stat().st_size / 32_000 + 1.5)
    call.bye()
    sizes = [path.stat().st_size for path in phone.wait_legs(call_id)]
    assert abs(sizes[0] - sizes[1]) <= 1280
    assert min(sizes) > 1.5 * 32000


def test_mute_stops_the_microphone_but_not_the_recording(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    phone.submit(order.Mute(call_id=call_id, muted=True))
    assert phone.wait(fact.CallMuted, call_id).muted
    call.hears_no(MIC_HERTZ)
    phone.hears(CALLER_HERTZ)
    phone.submit(order.Mute(call_id=call_id, muted=False))
    phone.wait(fact.CallMuted, call_id, count=2)
    call.hears(MIC_HERTZ)
    call.bye()
    sizes = [path.stat().st_size for path in phone.wait_legs(call_id)]
    assert abs(sizes[0] - sizes[1]) <= 1280


def test_digits_go_both_ways(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    call.rtp.dial("19#")
    digits = [phone.wait(fact.DtmfReceived, call_id, count=count) for count in (1, 2, 3)]
    assert [(event.digit, event.method) for event in digits] == [("1", "rfc4733"), ("9", "rfc4733"), ("#", "rfc4733")]
    phone.submit(order.SendDtmf(call_id=call_id, digits="5*0"))
    assert phone.wait(fact.DtmfSent, call_id).digits == "5*0"
    deadline = time.monotonic() + 30
    while call.rtp.digits() != "5*0" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert call.rtp.digits() == "5*0"
    call.info("application/dtmf-relay", b"Signal=7\r\nDuration=160\r\n")
    last = phone.wait(fact.DtmfReceived, call_id, count=4)
    assert (last.digit, last.method) == ("7", "info")


def test_a_second_call_is_answered_while_the_first_is_put_on_hold(
    phone: PhoneProcess, caller: SipPeer, agency: SipPeer
) -> None:
    first, first_call = take(phone, caller)
    second, second_call = take(phone, agency)
    phone.wait(fact.CallHeld, first)
    first_call.hears_no(MIC_HERTZ)
    second_call.hears(MIC_HERTZ)
    phone.hears_no(CALLER_HERTZ)
    phone.hears(AGENCY_HERTZ)
    phone.submit(order.Resume(call_id=first))
    phone.wait(fact.CallHeld, second)
    phone.wait(fact.CallResumed, first)
    first_call.hears(MIC_HERTZ)
    phone.submit(order.HangUp(call_id=first))
    assert phone.wait(fact.CallEnded, first).by == "desk"
    assert not phone.has(fact.CallEnded, second)


def test_the_fifth_call_is_refused_and_told(phone: PhoneProcess, caller: SipPeer) -> None:
    calls = [caller.invite(phone.udp) for _ in range(4)]
    for call in calls:
        call.wait("180")
    fifth = caller.invite(phone.udp, sender="<sip:081255509999@contoh.id>")
    fifth.wait("486")
    refused = phone.wait(fact.CallRefused)
    assert (refused.code, refused.number_raw) == (486, "081255509999")
    assert refused.from_uri == "sip:081255509999@contoh.id"
    calls[0].cancel()
    phone.wait(fact.CallEnded)
    caller.invite(phone.udp).wait("180")


def test_sound_that_stops_is_told_and_told_again_when_it_is_back(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    call.rtp.sending = False
    assert phone.wait(fact.AudioLost, call_id).silent_s == 3.0
    call.rtp.sending = True
    phone.wait(fact.AudioStarted, call_id, count=2)
    assert sum(isinstance(event, fact.AudioLost) for event in phone.events) == 1


def test_a_caller_without_sound_is_told_and_a_held_one_is_not(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    phone.submit(order.Hold(call_id=call_id))
    phone.wait(fact.CallHeld)
    call.rtp.sending = False
    silent = caller.invite(phone.udp)
    silent.rtp.sending = False
    second = phone.wait(fact.CallRinging, count=2).call_id
    phone.submit(order.Answer(call_id=second))
    phone.wait(fact.AudioLost, second)
    assert not phone.has(fact.AudioStarted, second)
    assert not phone.has(fact.AudioLost, call_id)


def test_a_call_back_carries_its_priority_and_both_hear_each_other(phone: PhoneProcess, agency: SipPeer) -> None:
    call = dial(phone, agency, callback=True)
    assert call.invite is not None
    assert call.invite.get("priority") == "psap-callback"
    dialed = phone.wait(fact.CallDialed, "out-1")
    assert dialed.line == "112"
    assert not phone.has(fact.CallAnswered)
    call.answer()
    phone.wait(fact.CallAnswered, "out-1")
    phone.wait(fact.AudioStarted, "out-1")
    phone.wait(fact.RecordingStarted, "out-1")
    call.hears(MIC_HERTZ)
    phone.hears(AGENCY_HERTZ)
    call.bye()
    ended = phone.wait(fact.CallEnded, "out-1")
    assert (ended.by, ended.answered) == ("caller", True)
    phone.wait_legs("out-1")


def test_a_call_that_is_refused_or_hung_up_before_the_answer_ends(phone: PhoneProcess, agency: SipPeer) -> None:
    refused = dial(phone, agency, "busy")
    assert "priority" not in {name for name, _ in refused.invite.headers}  # type: ignore[union-attr]
    refused.respond(486, "Busy Here")
    ended = phone.wait(fact.CallEnded, "busy")
    assert (ended.code, ended.answered) == (486, False)
    given_up = dial(phone, agency, "given-up")
    phone.submit(order.HangUp(call_id="given-up"))
    given_up.wait("CANCEL")
    ended = phone.wait(fact.CallEnded, "given-up")
    assert (ended.by, ended.answered) == ("desk", False)


def test_dialling_holds_the_caller(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, _ = take(phone, caller)
    dial(phone, agency, on_behalf_of=call_id)
    phone.wait(fact.CallHeld, call_id)
    assert phone.wait(fact.CallDialed).on_behalf_of == call_id


@pytest.mark.parametrize(
    "target",
    [
        "",
        "119",
        "http://contoh.id",
        "sip:",
        "sip:@",
        "tel:",
        "tel:abc",
        "sip:a b@c",
        "sip:a@b\r\nX: y",
        "sip:<a@b>",
        "sip:" + "a" * 300,
    ],
)
def test_bad_targets_are_refused(phone: PhoneProcess, target: str) -> None:
    phone.submit(order.Dial(new_call_id="x", target_uri=target))
    command, _, detail = phone.wait_refusal("bad_target")
    assert isinstance(command, order.Dial)
    assert detail
    assert not phone.has(fact.CallDialed)


def test_orders_that_cannot_be_carried_out_come_back(phone: PhoneProcess, caller: SipPeer) -> None:
    phone.submit(order.Answer(call_id="nobody"))
    phone.wait_refusal("no_such_call")
    caller.invite(phone.udp)
    call_id = phone.wait(fact.CallRinging).call_id
    for command in (
        order.Hold(call_id=call_id),
        order.SendDtmf(call_id=call_id, digits="1"),
        order.Mute(call_id=call_id, muted=True),
    ):
        phone.submit(command)
    phone.submit(order.Conference(call_ids=(call_id,)))
    phone.wait_refusal("bad_request")
    assert [code for _, code, _ in phone.refusals] == [
        "no_such_call",
        "call_not_ready",
        "call_not_ready",
        "call_not_ready",
        "bad_request",
    ]


def test_a_telephone_number_goes_to_the_domain_of_the_outbound_line(tmp_path, agency: SipPeer) -> None:
    account = AccountConfig(name="pbx", uri="sip:112@127.0.0.1", proxy=f"127.0.0.1:{agency.port}")
    with PhoneProcess(tmp_path, accounts=(account,)) as phone:
        phone.submit(order.Dial(new_call_id="t", target_uri="tel:+62812-5550-1234"))
        call = agency.wait_call()
        assert call.invite is not None
        assert call.invite.start.split()[1] == f"sip:+6281255501234@127.0.0.1:{agency.port};user=phone"
        call.respond(486, "Busy Here")
        phone.wait(fact.CallEnded)


def test_calls_over_tcp(phone: PhoneProcess) -> None:
    with SipPeer("081255505678", transport="tcp") as peer:
        call = peer.invite(phone.tcp)
        call_id = phone.wait(fact.CallRinging).call_id
        phone.submit(order.Answer(call_id=call_id))
        phone.wait(fact.AudioStarted, call_id)
        call.hears(MIC_HERTZ)
        phone.submit(order.HangUp(call_id=call_id))
        call.wait("BYE")
        phone.submit(order.Dial(new_call_id="out", target_uri=f"sip:x@127.0.0.1:{peer.port};transport=tcp"))
        out = peer.wait_call()
        out.answer()
        phone.wait(fact.AudioStarted, "out")
        out.bye()
        phone.wait(fact.CallEnded, "out")
