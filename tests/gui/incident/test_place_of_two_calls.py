"""Two callers at once: what the network, the process of places or a person says of one never lands in the other's form."""

from __future__ import annotations

from calltaker.places.wire import Locate, Located
from db import events as log
from tests.gui.incident.bench import Bench
from tests.gui.incident.place_facts import BUMI_SELATAN, BUMI_UTARA, LAT, LON, here, locate, network, outside, understand
from tests.gui.incident.test_place_candidates import rows, value

FAR = (-7.95, 110.3)


def two_calls(bench: Bench):
    """Answer two calls, each with its place; the second one's form is on the screen."""
    typist = bench.open()
    first = bench.line.ring("+6281255501111", location=network())
    typist.press("F9")
    typist.type("x")
    second = bench.line.ring("+6281255502222", location=network(*FAR))
    typist.press("F9")
    typist.type("y")
    return typist, first, second


def opened(bench: Bench) -> dict[str, dict[str, str]]:
    return {one.call_id: one.fields for one in bench.line.payloads("incident.opened")}


def test_each_call_is_sent_with_its_own_place(bench: Bench) -> None:
    bench.desk.places.answers[Locate] = lambda one: Located(where=(here if one.lat == LAT else outside)(one.lat, one.lon))
    typist, first, second = two_calls(bench)
    for call_id, street in ((second, "jl melati"), (first, "jl mawar")):
        bench.incident.forms.show_call(call_id)
        bench.form.one_line.setFocus()
        bench.form.one_line.selectAll()
        typist.type(f"kebakaran rumah {street}")
        typist.press("Ctrl+Return")
    found = opened(bench)
    assert (found[first]["lat"], found[first]["village_code"]) == (f"{LAT:.6f}", "99.99.01.1001")
    assert (found[second]["lat"], found[second]["village_code"]) == (f"{FAR[0]:.6f}", "99.98.01.2001")
    assert (found[first]["place_text"], found[second]["place_text"]) == ("jl mawar", "jl melati")


def test_a_later_place_of_the_call_in_the_background_is_offered_in_its_own_form_alone(bench: Bench) -> None:
    locate(bench)
    typist, first, _second = two_calls(bench)
    bench.line.commit(first, log.CallLocationReceived(location=network(-7.899, 110.199)))
    assert bench.location.offers() == ()
    typist.press("Ctrl+G")
    assert value(bench, "lat") == f"{FAR[0]:.6f}"
    bench.incident.forms.show_call(first)
    assert [one.lat for one in bench.location.offers()] == [-7.899]
    assert value(bench, "lat") == f"{LAT:.6f}"


def test_villages_that_are_told_late_go_to_the_form_of_their_point(bench: Bench) -> None:
    bench.desk.places.hold()
    locate(bench)
    _typist, first, _second = two_calls(bench)
    bench.incident.forms.show_call(first)
    bench.desk.places.answers[Locate] = lambda one: Located(where=(here if one.lat == LAT else outside)(one.lat, one.lon))
    bench.desk.places.release()
    assert value(bench, "village_code") == "99.99.01.1001"
    bench.incident.forms.show_call(_second)
    assert value(bench, "village_code") == "99.98.01.2001"


def test_names_that_are_found_late_stand_in_the_form_that_asked_and_are_not_lost(bench: Bench) -> None:
    understand(bench, bumi=(BUMI_UTARA,), asri=(BUMI_SELATAN,))
    typist, first, second = two_calls(bench)
    bench.desk.places.hold()
    for call_id, words in ((first, "bumi"), (second, "asri")):
        bench.incident.forms.show_call(call_id)
        bench.form.fields.editor("place_text").setFocus()
        typist.type(words)
    bench.desk.places.release()
    assert [row.startswith("Bumi Asri — Kec. Nusa Selatan") for row in rows(bench)] == [True]
    bench.incident.forms.show_call(first)
    assert [row.startswith("Bumi Asri — Kec. Nusa Utara") for row in rows(bench)] == [True]


def test_a_place_that_waits_for_its_answer_is_not_taken_into_another_form(bench: Bench) -> None:
    understand(bench, bumi=(BUMI_UTARA,), bumi_1=(BUMI_UTARA,))
    typist, first, second = two_calls(bench)
    bench.incident.forms.show_call(first)
    bench.form.fields.editor("place_text").setFocus()
    typist.type("bumi")
    bench.desk.places.hold()
    typist.type(" 1")
    typist.press("Down", "Return")
    bench.incident.forms.show_call(second)
    bench.desk.places.release()
    assert (value(bench, "place_text"), value(bench, "village_code")) == ("", "")
    assert value(bench, "lat") == f"{FAR[0]:.6f}"
    assert value(bench, "lon") != f"{LON:.6f}"
