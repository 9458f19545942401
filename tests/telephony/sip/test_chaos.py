"""Fifteen seconds of orders and callers in random order: the line lives, and every call has one end and its recording."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest
from support.phone_process import PhoneProcess
from support.sip_peer import PeerCall, SipPeer

from telephony import commands as order
from telephony import events as fact

pytestmark = pytest.mark.sip
SECONDS = 15.0
LATEST_S = 60.0  # a machine that is short of time gets more of it until there were calls enough
MIN_CALLS = 10


def random_order(chance: random.Random, running: list[str], number: int, agency: SipPeer) -> order.AnyCommand:
    one, other = chance.choice(running), chance.choice(running)
    target = chance.choice((f"sip:{agency.user}@127.0.0.1:{agency.port}", "sip:tak-ada@127.0.0.1:9"))
    choices: list[order.AnyCommand] = [
        order.Answer(call_id=one), order.Answer(call_id=other), order.HangUp(call_id=one), order.Hold(call_id=one),
        order.Resume(call_id=one), order.Mute(call_id=one, muted=bool(number % 2)), order.SendDtmf(call_id=one, digits="1#"),
        order.TransferBlind(call_id=one, target_uri="sip:tak-ada@127.0.0.1:9"), order.Conference(call_ids=(one, other)),
        order.TransferAttended(call_id=one, consult_call_id=other), order.Dial(new_call_id=f"dial-{number}", target_uri=target),
    ]  # fmt: skip
    return chance.choice(choices)


def random_caller_deed(chance: random.Random, call: PeerCall) -> None:
    match chance.randrange(4):
        case 0:
            call.cancel()
        case 1:
            call.bye()
        case 2 if call.has("200 INVITE"):
            call.reinvite(chance.choice(("sendonly", "inactive", "sendrecv")))
        case _:
            call.rtp.dial("5")


@pytest.mark.parametrize("seed", [11, 12])
def test_any_order_at_any_time(tmp_path, caller: SipPeer, agency: SipPeer, seed: int) -> None:
    chance = random.Random(seed)
    agency.auto_answer_after_s = 0.05
    with PhoneProcess(tmp_path, transfer_timeout_s=1.0) as phone:
        calls: list[PeerCall] = []
        until, number = time.monotonic() + SECONDS, 0
        begun: list[str] = []
        while time.monotonic() < until or (len(begun) <= MIN_CALLS and time.monotonic() < until + LATEST_S):
            number += 1
            ended = {event.call_id for event in phone.events if isinstance(event, fact.CallEnded)}
            begun = [event.call_id for event in phone.events if isinstance(event, fact.CallRinging | fact.CallDialed)]
            running = [call_id for call_id in begun if call_id not in ended] or ["nobody"]
            if number % 5 == 0 and len(calls) < 6:
                call = caller.invite(phone.udp, sender=f"<sip:08125550{number}@contoh.id>")
                call.refer_script = chance.choice((((100, "Trying"), (200, "OK")), ((486, "Busy Here"),), ((100, "Trying"),)))
                calls.append(call)
            elif number % 5 == 1 and calls:
                random_caller_deed(chance, chance.choice(calls))
            else:
                phone.submit(random_order(chance, running, number, agency))
            for call in [call for call in calls if call.ended_by_other or call.has("4xx INVITE") or call.has("200 BYE")]:
                call.close()
                calls.remove(call)
            assert phone.process.poll() is None, phone.stderr[-3000:]
            time.sleep(chance.choice((0.0, 0.01, 0.05)))
        assert phone.stop() == 0
    all_begun = {event.call_id for event in phone.events if isinstance(event, fact.CallRinging | fact.CallDialed)}
    ends = Counter(event.call_id for event in phone.events if isinstance(event, fact.CallEnded))
    recorded = {event.call_id for event in phone.events if isinstance(event, fact.RecordingStarted)}
    assert ends == dict.fromkeys(all_begun, 1)
    assert recorded <= set(phone.legs_closed)
    assert len(all_begun) > MIN_CALLS
