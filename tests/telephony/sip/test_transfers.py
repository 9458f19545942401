"""Blind and attended transfer and the local conference, over real SIP."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from support.hearing import loudest
from support.phone_process import MIC_HERTZ, PhoneProcess
from support.rtp import strength
from support.sip_peer import PeerCall, SipPeer

from telephony import commands as order
from telephony import events as fact

pytestmark = pytest.mark.sip
CALLER_HERTZ, AGENCY_HERTZ = 1000, 1800
TARGET = "sip:119@127.0.0.1"


def take(phone: PhoneProcess, peer: SipPeer) -> tuple[str, PeerCall]:
    call = peer.invite(phone.udp)
    call_id = phone.wait(fact.CallRinging).call_id
    phone.submit(order.Answer(call_id=call_id))
    phone.wait(fact.AudioStarted, call_id)
    return call_id, call


def consult(phone: PhoneProcess, agency: SipPeer, on_behalf_of: str) -> PeerCall:
    target = f"sip:{agency.user}@{agency.host}:{agency.port}"
    phone.submit(order.Dial(new_call_id="consult", target_uri=target, on_behalf_of=on_behalf_of))
    call = agency.wait_call()
    call.answer()
    phone.wait(fact.AudioStarted, "consult")
    return call


def test_a_caller_is_sent_on_and_our_leg_ends_when_the_target_has_answered(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    call.refer_script = ((100, "Trying"), (180, "Ringing"), (200, "OK"))
    phone.submit(order.TransferBlind(call_id=call_id, target_uri=TARGET))
    assert call.wait("REFER").get("refer-to").strip("<>") == TARGET
    assert phone.wait(fact.TransferStarted, call_id).target_uri == TARGET
    phone.wait(fact.TransferSucceeded, call_id)
    call.wait("BYE")
    ended = phone.wait(fact.CallEnded, call_id)
    assert (ended.by, ended.answered) == ("transfer", True)


@pytest.mark.parametrize(
    "script", [((100, "Trying"), (486, "Busy Here")), ((100, "Trying"), (180, "Ringing"), (603, "Decline"))]
)
def test_the_caller_stays_when_the_target_does_not_answer(phone: PhoneProcess, caller: SipPeer, script) -> None:
    call_id, call = take(phone, caller)
    call.refer_script = script
    phone.submit(order.TransferBlind(call_id=call_id, target_uri=TARGET))
    assert phone.wait(fact.TransferFailed, call_id).code == script[-1][0]
    assert not phone.has(fact.CallEnded)
    call.hears(MIC_HERTZ)
    call.refer_script = ((200, "OK"),)
    phone.submit(order.TransferBlind(call_id=call_id, target_uri=TARGET))
    phone.wait(fact.TransferSucceeded, call_id)
    phone.wait(fact.CallEnded, call_id)


def test_a_refused_refer_is_a_failed_transfer(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    call.refer_code = 501
    phone.submit(order.TransferBlind(call_id=call_id, target_uri=TARGET))
    assert phone.wait(fact.TransferFailed, call_id).code == 501
    assert not phone.has(fact.CallEnded)


def test_a_transfer_without_outcome_is_given_up_and_a_late_success_obeyed(tmp_path, caller: SipPeer) -> None:
    with PhoneProcess(tmp_path, transfer_timeout_s=0.5) as phone:
        call_id, call = take(phone, caller)
        call.refer_script = ((100, "Trying"),)
        phone.submit(order.TransferBlind(call_id=call_id, target_uri=TARGET))
        assert phone.wait(fact.TransferFailed, call_id).code == 408
        assert not phone.has(fact.CallEnded)
        call.notify(((200, "OK"),))
        phone.wait(fact.TransferSucceeded, call_id)
        assert phone.wait(fact.CallEnded, call_id).by == "transfer"


def test_a_caller_who_hangs_up_in_a_transfer_has_hung_up(phone: PhoneProcess, caller: SipPeer) -> None:
    call_id, call = take(phone, caller)
    call.refer_script = ((100, "Trying"),)
    phone.submit(order.TransferBlind(call_id=call_id, target_uri=TARGET))
    phone.wait(fact.TransferStarted)
    phone.submit(order.TransferBlind(call_id=call_id, target_uri=TARGET))
    phone.wait_refusal("call_not_ready")
    call.bye()
    assert phone.wait(fact.CallEnded, call_id).by == "caller"
    assert not phone.has(fact.TransferSucceeded)


def test_the_caller_is_connected_with_the_consulted_agency(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, call = take(phone, caller)
    agency_call = consult(phone, agency, call_id)
    call.refer_script = ((100, "Trying"),)
    phone.submit(order.TransferAttended(call_id=call_id, consult_call_id="consult"))
    refer_to = call.wait("REFER").get("refer-to")
    assert "Replaces=" in refer_to
    assert agency_call.dialog.call_id.partition("@")[0] in refer_to
    assert phone.wait(fact.TransferStarted).consult_call_id == "consult"
    agency_call.bye()  # the caller's INVITE with Replaces has taken this leg's place
    phone.wait(fact.TransferSucceeded, call_id)
    assert phone.wait(fact.CallEnded, "consult").by == "transfer"
    assert phone.wait(fact.CallEnded, call_id).by == "transfer"
    call.wait("BYE")


def test_an_attended_transfer_succeeds_with_the_final_notify_too(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, _ = take(phone, caller)
    agency_call = consult(phone, agency, call_id)
    phone.submit(order.TransferAttended(call_id=call_id, consult_call_id="consult"))
    phone.wait(fact.TransferSucceeded, call_id)
    phone.wait(fact.CallEnded, call_id)
    phone.wait(fact.CallEnded, "consult")
    agency_call.wait("BYE")


def test_an_attended_transfer_that_fails_keeps_both(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, call = take(phone, caller)
    consult(phone, agency, call_id)
    call.refer_script = ((100, "Trying"), (503, "Service Unavailable"))
    phone.submit(order.TransferAttended(call_id=call_id, consult_call_id="consult"))
    assert phone.wait(fact.TransferFailed, call_id).code == 503
    assert not phone.has(fact.CallEnded)


def test_the_desk_leaves_a_conference_by_an_attended_transfer(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, call = take(phone, caller)
    agency_call = consult(phone, agency, call_id)
    phone.submit(order.Conference(call_ids=(call_id, "consult")))
    phone.wait(fact.ConferenceStarted)
    call.refer_script = ((100, "Trying"), (503, "Service Unavailable"))
    phone.submit(order.TransferAttended(call_id=call_id, consult_call_id="consult"))
    phone.wait(fact.TransferFailed, call_id)
    call.hears(AGENCY_HERTZ, above=2000)  # a transfer that failed parts nobody
    call.refer_script = ((100, "Trying"), (200, "OK"))
    phone.submit(order.TransferAttended(call_id=call_id, consult_call_id="consult"))
    phone.wait(fact.TransferSucceeded, call_id)
    phone.wait(fact.CallEnded, call_id)
    phone.wait(fact.CallEnded, "consult")
    assert "Replaces=" in call.wait("REFER").get("refer-to")
    agency_call.wait("BYE")


def test_everybody_hears_everybody_in_a_conference(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, call = take(phone, caller)
    agency_call = consult(phone, agency, call_id)
    phone.submit(order.Conference(call_ids=(call_id, "consult")))
    assert phone.wait(fact.ConferenceStarted).call_ids == (call_id, "consult")
    phone.wait(fact.CallResumed, call_id)
    call.hears(MIC_HERTZ, above=2000)
    call.hears(AGENCY_HERTZ, above=2000)
    agency_call.hears(MIC_HERTZ, above=2000)
    agency_call.hears(CALLER_HERTZ, above=2000)
    phone.hears(CALLER_HERTZ, above=2000)
    phone.hears(AGENCY_HERTZ, above=2000)
    agency_call.bye()
    phone.wait(fact.CallEnded, "consult")
    call.hears(MIC_HERTZ, above=2000)
    call.hears_no(AGENCY_HERTZ, below=200)


def test_every_recording_of_a_conference_hears_all(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, call = take(phone, caller)
    agency_call = consult(phone, agency, call_id)
    phone.submit(order.Conference(call_ids=(call_id, "consult")))
    phone.wait(fact.ConferenceStarted)
    call.hears(MIC_HERTZ)
    call.hears(AGENCY_HERTZ, above=2000)
    agency_call.hears(CALLER_HERTZ, above=2000)
    call.bye()
    agency_call.bye()
    for one, own, other in ((call_id, CALLER_HERTZ, AGENCY_HERTZ), ("consult", AGENCY_HERTZ, CALLER_HERTZ)):
        caller_leg, desk_leg = phone.wait_legs(one)
        voice, desk = samples(caller_leg), loudest(samples(desk_leg), 16000, other)
        assert strength(loudest(voice, 16000, own), own, 16000) > 2000
        assert strength(desk, other, 16000) > 2000
        assert strength(desk, MIC_HERTZ, 16000) > 2000


def samples(path: Path) -> array[int]:
    data = path.read_bytes()[44:]
    return array("h", data[: len(data) // 2 * 2])


def test_a_held_member_leaves_the_conference(phone: PhoneProcess, caller: SipPeer, agency: SipPeer) -> None:
    call_id, call = take(phone, caller)
    agency_call = consult(phone, agency, call_id)
    phone.submit(order.Conference(call_ids=(call_id, "consult")))
    phone.wait(fact.ConferenceStarted)
    phone.submit(order.Hold(call_id=call_id))
    phone.wait(fact.CallHeld, call_id, count=2)
    agency_call.hears_no(CALLER_HERTZ, below=200)
    agency_call.hears(MIC_HERTZ, above=2000)
    call.hears_no(AGENCY_HERTZ, below=200)
