"""The same with phones that others have written: baresip and sipp."""

from __future__ import annotations

import socket
import subprocess
import time
from pathlib import Path

import pytest
from support.baresip import Baresip
from support.phone_process import PhoneProcess
from support.sip_peer import PeerCall, SipPeer

from telephony import commands as order
from telephony import events as fact

pytestmark = pytest.mark.sip


def wait_for_log(peer: Baresip, words: str) -> None:
    deadline = time.monotonic() + 60
    while words not in peer.log.lower():
        assert time.monotonic() < deadline, peer.log
        time.sleep(0.1)


def test_baresip_calls_is_held_and_is_sent_to_another_baresip(phone: PhoneProcess, tmp_path: Path) -> None:
    target = "sip:112@{}:{}".format(*phone.udp)
    with Baresip(tmp_path / "fire", "pmk", answers=True) as fire, Baresip(tmp_path / "citizen", "0812", dial=target):
        wait_for_log(fire, "ready")
        call_id = phone.wait(fact.CallRinging).call_id
        phone.submit(order.Answer(call_id=call_id))
        phone.wait(fact.AudioStarted, call_id)
        phone.hears(1200, above=500)
        phone.submit(order.Hold(call_id=call_id))
        phone.wait(fact.CallHeld, call_id)
        phone.submit(order.Resume(call_id=call_id))
        phone.wait(fact.CallResumed, call_id)
        phone.hears(1200, above=500)
        phone.submit(order.TransferBlind(call_id=call_id, target_uri=fire.uri))
        phone.wait(fact.TransferSucceeded, call_id)
        assert phone.wait(fact.CallEnded, call_id).by == "transfer"
        wait_for_log(fire, "established")


def test_baresip_that_cannot_reach_the_target_stays_with_us(phone: PhoneProcess, tmp_path: Path) -> None:
    target = "sip:112@{}:{}".format(*phone.udp)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as nobody, Baresip(tmp_path / "citizen", "0812", dial=target):
        nobody.bind(("127.0.0.1", 0))
        call_id = phone.wait(fact.CallRinging).call_id
        phone.submit(order.Answer(call_id=call_id))
        phone.wait(fact.AudioStarted, call_id)
        own_line = "sip:tak-ada@{}:{}".format(*phone.udp)
        phone.submit(order.TransferBlind(call_id=call_id, target_uri=own_line))
        second = phone.wait(fact.CallRinging, count=2).call_id
        phone.submit(order.HangUp(call_id=second))
        assert phone.wait(fact.TransferFailed, call_id).code == 486
        assert not phone.has(fact.CallEnded, call_id)


def test_the_desk_calls_a_baresip(phone: PhoneProcess, tmp_path: Path) -> None:
    with Baresip(tmp_path / "fire", "pmk", answers=True) as fire:
        wait_for_log(fire, "ready")
        phone.submit(order.Dial(new_call_id="out", target_uri=fire.uri))
        phone.wait(fact.AudioStarted, "out")
        phone.hears(1200, above=500)


def test_a_hundred_calls_of_sipp(phone: PhoneProcess, tmp_path: Path) -> None:
    host, port = phone.udp
    command = [
        "sipp",
        f"{host}:{port}",
        "-sn",
        "uac",
        "-m",
        "100",
        "-r",
        "20",
        "-l",
        "1",
        "-d",
        "20",
        "-i",
        "127.0.0.1",
        "-nostdin",
    ]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as sipp:
        answered: set[str] = set()
        while sipp.poll() is None:
            for event in list(phone.events):
                if isinstance(event, fact.CallRinging) and event.call_id not in answered:
                    answered.add(event.call_id)
                    phone.submit(order.Answer(call_id=event.call_id))
            time.sleep(0.005)
    assert sipp.returncode == 0
    phone.wait(fact.CallEnded, count=100)
    ended = [event for event in phone.events if isinstance(event, fact.CallEnded)]
    assert {(event.by, event.answered) for event in ended} == {("caller", True)}
    for call_id in answered:
        phone.wait_legs(call_id)


def test_calls_in_slots_that_are_used_again_at_once_stay_apart(phone: PhoneProcess, caller: SipPeer) -> None:
    """Eighty calls, three at a time: each is answered, keeps its sound, and only its own caller ends it."""
    running: list[tuple[str, PeerCall]] = []
    for number in range(500, 580):
        call = caller.invite(phone.udp, sender=f"<sip:{number}@contoh.id>")
        call_id = phone.wait(fact.CallRinging, where=lambda event, number=number: event.number_raw == str(number)).call_id
        phone.submit(order.Answer(call_id=call_id))
        call.wait("200 INVITE")
        running.append((call_id, call))
        if len(running) == 3:
            oldest, oldest_call = running.pop(0)
            oldest_call.bye()
            phone.wait(fact.CallEnded, oldest)
            oldest_call.close()
            assert not any(call.has("BYE") or phone.has(fact.CallEnded, call_id) for call_id, call in running)
    phone.wait(fact.AudioStarted, running[-1][0])
