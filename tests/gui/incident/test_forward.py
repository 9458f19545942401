"""F11: the caller's voice goes to an agency, in three keys, and is never lost."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from db import events as log
from telephony.commands import Conference, Dial, HangUp, Hold, Resume, TransferAttended, TransferBlind
from tests.gui.incident.bench import Bench
from tests.gui.incident.test_send import ring_and_type


def test_forward_is_three_keys(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "nyeri dada, sesak napas, jl anggrek 5")
    typist.reset()
    typist.press("F11", "1", "Return")
    assert typist.orders == 3
    (order,) = [one for one in bench.line.phone_orders() if isinstance(one, TransferBlind)]
    assert (order.call_id, order.target_uri) == (call_id, "sip:119@localhost")
    sent = bench.line.payloads("referral.sent")
    assert [(one.agency, one.channel) for one in sent] == [("PSC119", "transfer")]
    assert bench.line.payloads("referral.advanced")[0].state == "acknowledged"
    assert bench.line.calls[call_id].incident_id


@pytest.mark.parametrize(("typed", "uri"), [("119", "119"), ("fire", "113"), ("dam", "113"), ("polisi", "110"), ("2", "113")])
def test_an_agency_is_meant_by_number_or_word(bench: Bench, typed: str, uri: str) -> None:
    typist, _ = ring_and_type(bench, "x")
    typist.press("F11")
    typist.type(typed)
    typist.press("Return")
    assert bench.line.phone_orders()[-1].target_uri == f"sip:{uri}@localhost"


def test_an_unclear_word_is_said_and_nothing_happens(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "x")
    typist.press("F11")
    typist.type("11")
    typist.press("Return")
    assert bench.said[-1][1] == "warning"
    assert not [one for one in bench.line.phone_orders() if isinstance(one, TransferBlind)]
    typist.press("Escape")
    assert bench.form.one_line.hasFocus()


def test_without_a_caller_there_is_nothing_to_forward(bench: Bench) -> None:
    typist = bench.open()
    typist.press("F11")
    assert bench.said[-1][1] == "warning"


def test_a_failed_transfer_says_that_the_caller_is_still_there(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "x")
    failed = log.TransferFailed(target_uri="sip:119@localhost", code=486, reason="Busy Here")
    with patch.object(bench.line, "_transfer", lambda *_: bench.line.commit(call_id, failed)):
        typist.press("F11", "1", "Return")
    text, level = bench.said[-1]
    assert level == "alarm"
    assert "CALLER" in text
    assert bench.line.payloads("referral.advanced")[-1].state == "cancelled"
    typist.press("F11", "1", "Return")
    assert bench.line.calls[call_id].ended_by == "transfer"


@pytest.mark.parametrize("keys", [("F11", "1", "K"), ("F11", "1", "Ctrl+Return"), ("Shift+F11", "1", "Return")])
def test_keeping_the_caller_holds_calls_and_joins(bench: Bench, keys: tuple[str, ...]) -> None:
    typist, call_id = ring_and_type(bench, "nyeri dada jl anggrek 5")
    typist.press(*keys)
    orders = [one for one in bench.line.phone_orders() if not isinstance(one, TransferBlind)]
    assert isinstance(orders[-2], Hold)
    dial = orders[-1]
    assert isinstance(dial, Dial)
    assert dial.on_behalf_of == call_id
    assert bench.form.one_line.text().startswith("nyeri dada")
    typist.press("Ctrl+F11")
    joined = bench.line.phone_orders()[-1]
    assert joined == TransferAttended(call_id=call_id, consult_call_id=dial.new_call_id)
    assert [one.channel for one in bench.line.payloads("referral.sent")] == ["conference"]
    assert bench.line.payloads("referral.advanced")[-1].state == "acknowledged"


def test_all_three_talk(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "nyeri dada jl anggrek 5")
    typist.press("F11", "1", "K", "Ctrl+Shift+F11")
    order = bench.line.phone_orders()[-1]
    assert isinstance(order, Conference)
    assert order.call_ids[0] == call_id
    assert "All three" in bench.said[-1][0]


def test_the_desk_leaves_a_talk_of_three(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "nyeri dada jl anggrek 5")
    typist.press("F11", "1", "K", "Ctrl+Shift+F11", "Ctrl+F11")
    consult_id = next(one for one in bench.line.phone_orders() if isinstance(one, Dial)).new_call_id
    assert bench.line.phone_orders()[-1] == TransferAttended(call_id=call_id, consult_call_id=consult_id)
    assert [bench.line.calls[one].ended_by for one in (call_id, consult_id)] == ["transfer", "transfer"]
    assert "has the caller" in bench.said[-1][0]


@pytest.mark.parametrize("before", [(), ("Ctrl+Shift+F11",)])
def test_who_could_not_be_connected_is_still_here(bench: Bench, before: tuple[str, ...]) -> None:
    typist, call_id = ring_and_type(bench, "nyeri dada jl anggrek 5")
    typist.press("F11", "1", "K", *before)
    failed = log.TransferFailed(target_uri="", code=503, reason="Service Unavailable")
    with patch.object(bench.line, "_transfer", lambda *_: bench.line.commit(call_id, failed)):
        typist.press("Ctrl+F11")
    text, level = bench.said[-1]
    assert level == "alarm"
    assert "BOTH STILL HERE – Ctrl+F11 to" in text
    assert bench.line.payloads("referral.advanced")[-1].state == "acknowledged"
    typist.press("Ctrl+F11")
    assert "has the caller" in bench.said[-1][0]


def test_a_conference_that_is_refused_loses_nobody(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "nyeri dada jl anggrek 5")
    typist.press("F11", "1", "K")
    bench.line.refuse("call_not_ready")
    typist.press("Ctrl+Shift+F11")
    bench.line.refuse()
    assert "BOTH STILL HERE – Ctrl+Shift+F11 to" in bench.said[-1][0]
    typist.press("Ctrl+Shift+F11")
    assert "All three" in bench.said[-1][0]


def test_an_agency_that_does_not_answer_leaves_the_caller(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "nyeri dada jl anggrek 5")

    def no_answer(order: Dial) -> None:
        dialed = log.CallDialed(line="112", target_uri=order.target_uri, on_behalf_of=order.on_behalf_of)
        bench.line.commit(order.new_call_id, dialed)
        bench.line.commit(order.new_call_id, log.CallEnded(by="caller", code=480, reason="No answer", answered=False))

    with patch.object(bench.line, "_dial", no_answer):
        typist.press("F11", "1", "K")
    text, level = bench.said[-1]
    assert level == "alarm"
    assert "STILL HERE" in text
    assert bench.line.calls[call_id].held
    assert bench.line.payloads("referral.advanced")[-1].state == "cancelled"


def test_typing_never_forwards(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "kkk 1 119 damkar k")
    typist.press("Return", "Return")
    assert not [one for one in bench.line.phone_orders() if isinstance(one, TransferBlind | Dial | HangUp | Resume)]
