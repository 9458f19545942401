"""The scripted line tells the same facts as the real one."""

from __future__ import annotations

from typing import Any

import pytest

from telephony import commands as order
from telephony import events as fact
from telephony.fake import LINES, Script, ScriptedPhone
from telephony.phone import Phone


class Desk:
    """Holds a phone and what it said."""

    def __init__(self, **script: Any) -> None:
        self.events: list[fact.AnyTelephonyEvent] = []
        self.refusals: list[str] = []
        self.phone = ScriptedPhone(
            on_event=self.events.append,
            on_refused=lambda _command, code, _detail: self.refusals.append(code),
            script=Script(**script),
        )
        self.phone.start()

    def kinds(self, call_id: str = "") -> list[str]:
        return [type(event).__name__ for event in self.events if not call_id or getattr(event, "call_id", "") == call_id]

    def take(self, number: str = "081255501234") -> str:
        call_id = self.phone.ring(number)
        self.phone.submit(order.Answer(call_id=call_id))
        return call_id


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_is_a_phone(desk: Desk) -> None:
    phone: Phone = desk.phone
    assert desk.kinds() == ["RegistrationChanged"]
    phone.stop()


def test_a_call_from_ring_to_end(desk: Desk) -> None:
    call_id = desk.take()
    desk.phone.press(call_id, "1")
    desk.phone.submit(order.Mute(call_id=call_id, muted=True))
    desk.phone.submit(order.HangUp(call_id=call_id))
    expected = ["CallRinging", "CallAnswered", "AudioStarted", "DtmfReceived", "CallMuted", "CallEnded"]
    assert desk.kinds(call_id) == expected


def test_a_withheld_caller_gives_up(desk: Desk) -> None:
    call_id = desk.phone.ring("")
    desk.phone.give_up(call_id)
    ringing, ended = desk.events[-2:]
    assert isinstance(ringing, fact.CallRinging)
    assert isinstance(ended, fact.CallEnded)
    assert (ringing.number_raw, ended.by, ended.answered, ended.code) == ("", "caller", False, 487)


def test_answering_holds_the_other(desk: Desk) -> None:
    first, second = desk.take(), desk.take()
    assert desk.kinds(first)[-1] == "CallHeld"
    desk.phone.submit(order.Resume(call_id=first))
    assert desk.kinds(second)[-1] == "CallHeld"
    assert desk.kinds(first)[-1] == "CallResumed"


def test_the_fifth_call_is_refused_and_not_dialled(desk: Desk) -> None:
    for _ in range(LINES):
        assert desk.phone.ring("08125550")
    assert desk.phone.ring("081255509999") == ""
    assert desk.kinds()[-1] == "CallRefused"
    desk.phone.submit(order.Dial(new_call_id="x", target_uri="tel:113"))
    assert desk.refusals == ["all_lines_busy"]


def test_transfers_and_conference() -> None:
    desk = Desk(busy={"tel:113"}, silent={"tel:110"})
    call_id = desk.take()
    desk.phone.submit(order.TransferBlind(call_id=call_id, target_uri="tel:113"))
    assert desk.kinds(call_id)[-1] == "TransferFailed"
    desk.phone.submit(order.Dial(new_call_id="agency", target_uri="tel:119", on_behalf_of=call_id))
    desk.phone.submit(order.Conference(call_ids=(call_id, "agency")))
    assert desk.kinds()[-2:] == ["CallResumed", "ConferenceStarted"]
    desk.phone.submit(order.TransferAttended(call_id=call_id, consult_call_id="agency"))
    assert desk.kinds()[-4:] == ["TransferStarted", "TransferSucceeded", "CallEnded", "CallEnded"]
    desk.phone.submit(order.Dial(new_call_id="busy", target_uri="tel:113"))
    assert desk.kinds("busy") == ["CallDialed", "CallEnded"]
    desk.phone.submit(order.Dial(new_call_id="silent", target_uri="tel:110"))
    assert desk.kinds("silent") == ["CallDialed"]
    desk.phone.stop()
    assert desk.kinds("silent")[-1] == "CallEnded"


def test_orders_that_cannot_be_carried_out(desk: Desk) -> None:
    call_id = desk.phone.ring("0812")
    for command in (
        order.Answer(call_id="nobody"),
        order.Hold(call_id=call_id),
        order.Dial(new_call_id="x", target_uri="113"),
        order.Conference(call_ids=()),
    ):
        desk.phone.submit(command)
    assert desk.refusals == ["no_such_call", "call_not_ready", "bad_target", "bad_request"]
