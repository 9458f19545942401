"""Facts of the telephone in the words of the log."""

from __future__ import annotations

import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.line import translate
from calltaker.line.translate import BY_LINE, Translator
from db import events as log
from telephony import commands
from telephony import events as seen

PIDF = """<?xml version="1.0"?>
<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="pres:a@b"
  xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10" xmlns:gml="http://www.opengis.net/gml"
  xmlns:gs="http://www.opengis.net/pidflo/1.0">
 <tuple id="t"><status><gp:geopriv><gp:location-info>
  <gs:Circle srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>-7.35 109.9</gml:pos>
   <gs:radius uom="urn:ogc:def:uom:EPSG::9001">30</gs:radius></gs:Circle>
 </gp:location-info></gp:geopriv></status></tuple></presence>"""


def ringing(**changes: object) -> seen.CallRinging:
    return seen.CallRinging(**{
        "at_us": 5, "call_id": "c1", "line": "trunk", "sip_call_id": "x", "request_uri": "sip:112@a", "from_uri": "sip:b@c",
        "display_name": "Budi", "asserted_identity": "", "number_raw": "81255501234", "source_address": "127.0.0.1:5",
        "headers": (), "parts": (), "raw": b"INVITE", **changes,
    })  # fmt: skip


@pytest.fixture
def translator() -> Translator:
    return Translator({"trunk": "national_no_zero", "pbx": "e164"})


def payload_of(event: log.NewEvent) -> typing.Any:
    return log.decode(event.kind, event.payload)


def test_the_number_is_read_by_the_rule_of_its_line(translator: Translator) -> None:
    (event,) = translator.translate(ringing())
    assert (event.subject, event.at_us, event.actor) == ("c1", 5, BY_LINE)
    assert payload_of(event).number == "+6281255501234"
    (event,) = translator.translate(ringing(line="pbx", number_raw="6281255501234"))
    assert payload_of(event).number == "+6281255501234"


def test_a_withheld_number_stays_empty_with_its_reason(translator: Translator) -> None:
    (event,) = translator.translate(ringing(number_raw="anonymous"))
    assert (payload_of(event).number, payload_of(event).number_note) == ("", "withheld")


def test_a_location_in_the_message_is_read(translator: Translator) -> None:
    parts = (seen.BodyPart("application/pidf+xml", "loc@x", PIDF.encode()),)
    headers = (seen.Header("Geolocation", "<cid:loc@x>"),)
    (event,) = translator.translate(ringing(headers=headers, parts=parts))
    location = payload_of(event).location
    assert (location.shape, location.lat, location.lon) == ("circle", -7.35, 109.9)
    assert payload_of(event).location_problem == ""


def test_a_location_that_cannot_be_read_costs_nothing_but_itself(
    translator: Translator, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = (seen.BodyPart("application/pidf+xml", "loc@x", b"<broken"),)
    (event,) = translator.translate(ringing(parts=parts))
    assert payload_of(event).location is None
    assert "<broken" in payload_of(event).location_problem

    def surprise(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("calltaker.line.caller_location.geolocation.all_from_parts", surprise)
    (event,) = translator.translate(ringing())
    assert payload_of(event).location_problem == "not_read: RecursionError"


def test_every_place_is_on_record_and_its_document_once(translator: Translator) -> None:
    both = PIDF.replace("</gp:location-info>", "<gml:Point><gml:pos>-7.36 109.9</gml:pos></gml:Point></gp:location-info>")
    parts = (seen.BodyPart("application/pidf+xml", "loc@x", both.encode()),)
    headers = (seen.Header("Geolocation", "<https://lis.invalid/abc>, <cid:loc@x>"),)
    (event,) = translator.translate(ringing(headers=headers, parts=parts))
    payload = payload_of(event)
    assert (payload.location.shape, payload.location.raw, payload.location_problem) == ("circle", both, "")
    assert [(place.shape, place.lat, place.raw) for place in payload.more_locations] == [
        ("point", -7.36, ""), ("reference", None, "https://lis.invalid/abc"),
    ]  # fmt: skip


def later(*, content: bytes = PIDF.encode(), geolocation: str = "<cid:loc@x>") -> seen.LocationReceived:
    return seen.LocationReceived(
        at_us=9, call_id="c1", method="INFO", headers=(seen.Header("Geolocation", geolocation),),
        parts=(seen.BodyPart("application/pidf+xml", "loc@x", content),),
    )  # fmt: skip


def test_a_later_place_stands_beside_the_first_ones(translator: Translator) -> None:
    (event,) = translator.translate(later())
    assert (event.kind, event.subject, event.at_us, event.actor) == ("call.location_received", "c1", 9, BY_LINE)
    payload = payload_of(event)
    assert (payload.location.lat, payload.problem, payload.via) == (-7.35, "", "sip")
    events = translator.translate(later(geolocation="<https://lis.invalid/abc>, <cid:loc@x>"))
    assert [payload_of(event).location.shape for event in events] == ["circle", "reference"]


def test_a_later_place_that_cannot_be_read_is_on_record_too(translator: Translator) -> None:
    (event,) = translator.translate(later(content=b"<broken"))
    assert payload_of(event).location is None
    assert payload_of(event).problem.startswith("not_xml: ")
    first, second = translator.translate(later(content=b"<broken", geolocation="<cid:loc@x>, <sip:a@b>, <sip:c@d>"))
    assert payload_of(first).location.reference == "sip:a@b"
    assert payload_of(first).problem.startswith("not_xml: ")
    assert (payload_of(second).location.reference, payload_of(second).problem) == ("sip:c@d", "")


def test_what_a_person_did_carries_the_name_until_the_call_ends(translator: Translator) -> None:
    translator.note_order(commands.Answer(call_id="c1"), "sari")
    assert translator.translate(seen.CallAnswered(at_us=1, call_id="c1"))[0].actor == "sari"
    assert translator.translate(seen.DtmfReceived(at_us=1, call_id="c1", digit="1"))[0].actor == BY_LINE
    by_desk = seen.CallEnded(at_us=1, call_id="c1", by="desk", code=200, reason="OK", answered=True)
    assert translator.translate(by_desk)[0].actor == "sari"
    assert translator.translate(seen.CallAnswered(at_us=1, call_id="c1"))[0].actor == BY_LINE


def test_a_call_back_is_known_from_its_order(translator: Translator) -> None:
    order = commands.Dial(new_call_id="c2", target_uri="tel:0812-5550-1234", on_behalf_of="c1", callback=True)
    translator.note_order(order, "sari")
    (event,) = translator.translate(seen.CallDialed(at_us=1, call_id="c2", line="pbx", target_uri=order.target_uri))
    dialed = payload_of(event)
    assert (dialed.number, dialed.callback, event.actor) == ("+6281255501234", True, "sari")


def test_each_call_of_a_conference_gets_the_fact(translator: Translator) -> None:
    events = translator.translate(seen.ConferenceStarted(at_us=1, call_ids=("a", "b")))
    assert [(event.subject, payload_of(event).call_ids) for event in events] == [("a", ("a", "b")), ("b", ("b", "a"))]


def test_every_fact_is_either_on_record_or_health() -> None:
    kinds = set(typing.get_args(seen.AnyTelephonyEvent))
    assert kinds - set(translate._MAKERS) == {seen.RegistrationChanged, seen.AudioDeviceChanged}


@given(raw=st.binary(max_size=200), number=st.text(max_size=40), kind=st.text(max_size=30))
def test_whatever_is_sent_the_call_is_on_record(raw: bytes, number: str, kind: str) -> None:
    clean = number.encode("utf-8", "replace").decode()
    parts = (seen.BodyPart(kind.encode("utf-8", "replace").decode(), "x", raw),)
    (event,) = Translator({}).translate(ringing(number_raw=clean, parts=parts, raw=raw))
    assert payload_of(event).raw == raw
