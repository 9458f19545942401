"""Recordings that cannot be written, headsets that fail, lines that stop in the middle of something."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from support.kamailio import Kamailio
from support.phone_process import PhoneProcess, wait_for_length
from support.sip_peer import SipPeer

from telephony import commands as order
from telephony import events as fact
from telephony.sip.config import AccountConfig

pytestmark = pytest.mark.sip


def test_a_call_goes_on_when_it_cannot_be_recorded(tmp_path: Path, caller: SipPeer) -> None:
    with PhoneProcess(tmp_path, legs_folder=str(tmp_path / "no-such-folder")) as phone:
        call = caller.invite(phone.udp)
        call_id = phone.wait(fact.CallRinging).call_id
        phone.submit(order.Answer(call_id=call_id))
        assert phone.wait(fact.RecordingFailed, call_id).reason
        phone.wait(fact.AudioStarted, call_id)
        assert not phone.has(fact.RecordingStarted)
        call.bye()
        phone.wait(fact.CallEnded, call_id)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_while_the_call_goes_on(tmp_path: Path, caller: SipPeer) -> None:
    with PhoneProcess(tmp_path, disk_full=True) as phone:
        caller.invite(phone.udp)
        call_id = phone.wait(fact.CallRinging).call_id
        phone.submit(order.Answer(call_id=call_id))
        phone.wait(fact.AudioStarted, call_id)
        assert "disk" in phone.wait(fact.RecordingFailed, call_id).reason
        assert not phone.has(fact.CallEnded)


def test_a_killed_line_leaves_what_was_said(tmp_path: Path, caller: SipPeer) -> None:
    phone = PhoneProcess(tmp_path)
    caller.invite(phone.udp)
    call_id = phone.wait(fact.CallRinging).call_id
    phone.submit(order.Answer(call_id=call_id))
    started = phone.wait(fact.RecordingStarted, call_id)
    phone.wait(fact.AudioStarted, call_id)
    for leg in (started.caller_leg, started.desk_leg):
        wait_for_length(Path(leg), 1.5)
    phone.process.kill()
    phone.stop()
    for leg in (started.caller_leg, started.desk_leg):
        assert Path(leg).stat().st_size - 44 > 1.0 * 32000


def test_a_line_stops_though_nobody_answers(tmp_path: Path) -> None:
    """The registrar is frozen and the caller is gone: recordings are closed all the same."""
    folder = tmp_path / "registrar"
    folder.mkdir()
    with Kamailio(folder) as registrar:
        account = AccountConfig(
            name="pbx", uri=f"sip:112@{registrar.host}", registrar=registrar.host, user="112", password=registrar.password
        )
        direct = AccountConfig(name="direct", uri="sip:direct@127.0.0.1")
        with PhoneProcess(tmp_path, accounts=(account, direct)) as phone:
            phone.wait(fact.RegistrationChanged, where=lambda event: event.line == "pbx" and event.registered)
            with SipPeer("0812") as caller:
                caller.invite(phone.udp, to="direct")
                call_id = phone.wait(fact.CallRinging).call_id
                phone.submit(order.Answer(call_id=call_id))
                phone.wait(fact.AudioStarted, call_id)
            registrar.freeze()
            assert phone.stop() == 0
            assert phone.wait(fact.CallEnded, call_id).by == "line"
            assert all(path.stat().st_size > 44 for path in phone.wait_legs(call_id))


def test_a_headset_that_fails_is_logged_and_the_call_goes_on(tmp_path: Path, caller: SipPeer) -> None:
    with PhoneProcess(tmp_path, headset="broken") as phone:
        call = caller.invite(phone.udp)
        call_id = phone.wait(fact.CallRinging).call_id
        phone.submit(order.Answer(call_id=call_id))
        phone.wait(fact.AudioStarted, call_id)
        phone.wait_words("microphone is gone")
        call.bye()
        phone.wait(fact.CallEnded, call_id)


def test_a_line_without_headset_takes_calls(tmp_path: Path, caller: SipPeer) -> None:
    with PhoneProcess(tmp_path, headset="none") as phone:
        call = caller.invite(phone.udp)
        call_id = phone.wait(fact.CallRinging).call_id
        phone.submit(order.Answer(call_id=call_id))
        phone.wait(fact.AudioStarted, call_id)
        call.bye()
        sizes = [path.stat().st_size for path in phone.wait_legs(call_id)]
        assert abs(sizes[0] - sizes[1]) <= 1280


def test_orders_that_cross_with_the_end_of_a_call_are_refused(phone: PhoneProcess, caller: SipPeer) -> None:
    """The caller hangs up at the very moment at which the desk answers, holds or forwards."""
    for number in range(10):
        call = caller.invite(phone.udp)
        call_id = phone.wait(fact.CallRinging, count=number + 1).call_id
        call.wait("180")
        if number % 2:
            phone.submit(order.Answer(call_id=call_id))
            call.wait("200 INVITE")
            call.bye()
        else:
            call.cancel()
            phone.submit(order.Answer(call_id=call_id))
        phone.submit(order.Hold(call_id=call_id))
        phone.submit(order.TransferBlind(call_id=call_id, target_uri="sip:119@127.0.0.1"))
        phone.submit(order.HangUp(call_id=call_id))
        phone.wait(fact.CallEnded, call_id)
    assert phone.process.poll() is None
    caller.invite(phone.udp).wait("180")


def test_orders_wake_the_line_out_of_its_wait_and_nothing_is_said_of_it(phone: PhoneProcess, caller: SipPeer) -> None:
    """The datagrams that wake it are no messages: no answer, no warning, and calls go on as before."""
    for number in range(200):
        phone.submit(order.Hold(call_id=f"nobody-{number}"))
    while len(phone.refusals) < 200:
        phone.wait_refusal("no_such_call")
        assert phone.process.poll() is None
        time.sleep(0.01)
    caller.invite(phone.udp).wait("180")
    assert phone.stderr == ""
