"""From the ring to the incident on its way, by keys alone."""

from __future__ import annotations

from calltaker.line.wire import Append
from db import events as log
from tests.gui.incident.bench import Bench

FIRE = "kebakaran rumah jl mawar 12 rt 3 dekat masjid, 2 orang terjebak"


def ring_and_type(bench: Bench, text: str = FIRE):
    typist = bench.open()
    call_id = bench.line.ring("+6281255501234")
    typist.press("F9")
    typist.type(text)
    return typist, call_id


def test_fire_is_sent_with_two_keys_besides_content(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench)
    typist.press("Ctrl+Return")
    assert typist.orders <= 6
    append = next(request for request in bench.line.sent if isinstance(request, Append))
    kinds = [event.kind for event in append.events]
    assert kinds[:3] == ["incident.opened", "call.linked", "call.outcome_set"]
    assert set(kinds[3:]) == {"referral.sent"}
    opened = bench.line.payloads("incident.opened")[0]
    assert opened.fields["type_code"] == "KB-01"
    assert opened.fields["priority"] == "1"
    assert opened.fields["trapped"] == "2"
    assert opened.fields["callback_number"] == "+6281255501234"
    assert opened.call_id == call_id
    referrals = bench.line.payloads("referral.sent")
    assert referrals[0].agency == "DAMKAR"
    assert referrals[0].role == "lead"
    assert {"POLRES", "PSC119"} <= {one.agency for one in referrals}
    assert bench.line.calls[call_id].outcome == "emergency"
    assert bench.line.calls[call_id].incident_id
    assert bench.said[-1][1] == "info"
    assert "0001" in bench.said[-1][0]


def test_message_carries_the_number_the_journal_gave_and_is_what_the_screen_says(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    sent = bench.line.payloads("referral.sent")[0].message
    assert "No 0001" in sent
    assert log.NUMBER_TO_COME not in sent
    assert bench.panel("dispatch").message.toPlainText() == sent


def test_what_is_missing_is_said_and_gets_the_focus(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "kebakaran rumah")
    typist.press("Ctrl+Return")
    assert "incident.opened" not in bench.line.kinds()
    assert bench.said[-1][1] == "warning"
    assert bench.form.fields.editor("place_text").hasFocus()
    typist.type("jl mawar 12")
    typist.press("Ctrl+Return")
    assert bench.line.kinds().count("incident.opened") == 1


def test_sending_twice_sends_once(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return", "Ctrl+Return")
    assert bench.line.kinds().count("incident.opened") == 1
    agencies = [one.agency for one in bench.line.payloads("referral.sent")]
    assert len(agencies) == len(set(agencies))


def test_a_refusal_of_the_line_is_said_and_a_second_try_opens_one_incident(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    bench.line.refuse("journal_full")
    typist.press("Ctrl+Return")
    (alarm,) = (text for text, level in bench.said if level == "alarm")  # a draft that could not be saved may be said after it
    assert alarm.startswith("NOT SENT")
    bench.line.refuse("")
    typist.press("Ctrl+Return")
    assert bench.line.kinds().count("incident.opened") == 1
    appends = (request for request in bench.line.sent if isinstance(request, Append))
    first, second = (append for append in appends if append.events[0].kind == "incident.opened")
    assert [event.id for event in first.events] == [event.id for event in second.events]


def test_a_lost_reply_and_a_second_try_open_one_incident(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench)
    bench.line.loses_reply = True
    typist.press("Ctrl+Return")
    assert bench.said[-1][1] == "alarm"
    bench.form.fields.editor("landmark").setFocus()
    bench.form.fields.editor("landmark").selectAll()
    typist.type("depan SPBU")
    typist.press("Ctrl+Return")
    assert bench.said[-1][1] == "info"
    (row,) = bench.panel("incidents")._model.rows
    agencies = [one.agency for one in row.referrals]
    assert len(agencies) == len(set(agencies)) > 2
    typist.press("Tab")
    (row,) = bench.panel("incidents")._model.rows
    assert row.landmark == "depan SPBU"
    assert bench.line.calls[call_id].incident_id == row.incident_id


def test_a_call_that_ends_leaves_the_incident_that_somebody_reads(bench: Bench) -> None:
    typist, first = ring_and_type(bench)
    typist.press("Ctrl+Return")
    bench.line.caller_hangs_up(first)
    second = bench.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("dua")
    third = bench.line.ring("+6281255503333")
    typist.press("F9", "F3", "Return")
    bench.form.fields.editor("reporter_name").setFocus()
    typist.type("Bu ")
    bench.line.caller_hangs_up(third)
    bench.line.caller_hangs_up(second)
    typist.type("Ratna")
    assert bench.form.fields.editor("reporter_name").text() == "Bu Ratna"
