"""The Geolocation header: by value, by reference, broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telephony.location.geolocation import Found, all_from_parts, from_message
from telephony.sip.message import SipMessage, parse_message
from tests.telephony.location.documents import CIVIC, LAT, circle, document

PLACE = document(circle())
BAD = document(circle(lat=0, lon=0))


def invite(*headers: str, parts: tuple[tuple[str, str, bytes], ...] = ()) -> SipMessage:
    head = "".join(
        f"{header}\r\n" for header in ("INVITE sip:112@a SIP/2.0", *headers, "Content-Type: multipart/mixed;boundary=e")
    )
    body = b"".join(
        f"--e\r\nContent-Type: {kind}\r\nContent-ID: <{content_id}>\r\n\r\n".encode() + content + b"\r\n"
        for kind, content_id, content in parts
    )
    return parse_message(head.encode() + b"\r\n" + (body + b"--e--\r\n" if parts else b""))


SDP = ("application/sdp", "sdp@a", b"v=0\r\n")
PIDF = ("application/pidf+xml", "place@a", PLACE)


def test_by_value():
    place, problem = from_message(invite('Geolocation: <cid:place@a>;inserted-by="net"', parts=(SDP, PIDF)))
    assert place is not None
    assert (place.lat, place.source, problem) == (LAT, "pidf-lo", "")
    assert place.raw == PLACE.decode()


@pytest.mark.parametrize(
    "headers",
    [
        ("Geolocation: <https://lis.invalid/abc>, <cid:place@a>",),
        ("Geolocation: <https://lis.invalid/abc>", "geolocation: <CID:place%40a>"),
        ("Geolocation: cid:place@a",),
        ("Geolocation: cid:place@a;inserted-by=net",),
        ("Geolocation: <cid:\r\n place@a>\r\n ;x=y",),
        ("Geolocation: <cid:<place@a>>",),
        ("Geolocation: <cid://place@a>",),
        ('Geolocation: "a, b" <cid:place@a>', "Geolocation-Routing: yes"),
        (),  # a sender that forgets the header
    ],
)
def test_by_value_comes_first_wherever_it_stands(headers):
    place, problem = from_message(invite(*headers, parts=(SDP, PIDF)))
    assert place is not None
    assert (place.lat, problem) == (LAT, "")


def test_by_reference_is_not_fetched_but_kept():
    message = invite("Geolocation: <https://lis.invalid/abc>;x=1, <sips:lis@b.invalid>", "Geolocation: <pres:c@d.invalid>")
    place, problem = from_message(message)
    assert place is None
    assert problem == "by_reference: https://lis.invalid/abc sips:lis@b.invalid pres:c@d.invalid"


def test_a_percent_sign_may_be_part_of_the_name():
    for named, written in (("a%2Bb@a", "a%2Bb@a"), ("a+b@a", "a%2Bb@a"), ("a%zz@a", "a%zz@a")):
        part = ("application/pidf+xml", named, PLACE)
        assert from_message(invite(f"Geolocation: <cid:{written}>", parts=(SDP, part)))[1] == ""


def test_of_two_parts_of_one_name_the_first_is_meant():
    twin = ("application/pidf+xml", "place@a", document(circle(lat=-7)))
    place, problem = from_message(invite("Geolocation: <cid:place@a>", parts=(SDP, PIDF, twin)))
    assert place is not None
    assert (place.lat, problem) == (LAT, "")


def test_a_reference_shows_all_its_signs():
    (place,) = all_from_parts(invite("Geolocation: <https://lis.invalid/\u202ea\x7f>").headers, ()).locations
    assert place.reference == "https://lis.invalid/\ufffda\ufffd"


def test_nothing_sent_is_no_problem():
    assert from_message(invite()) == (None, "")
    assert from_message(invite(parts=(SDP,))) == (None, "")


def test_a_part_that_is_not_there():
    assert from_message(invite("Geolocation: <cid:other@a>", parts=(SDP,))) == (None, "missing_part: cid:other@a")
    place, problem = from_message(invite("Geolocation: <cid:other@a>", parts=(SDP, PIDF)))
    assert place is not None
    assert problem == "missing_part: cid:other@a"


def test_a_broken_place_is_told_with_its_text():
    place, problem = from_message(invite("Geolocation: <cid:place@a>", parts=(("application/pidf+xml", "place@a", BAD),)))
    assert place is None
    assert problem.startswith("null_island: 0, 0\n<?xml")
    assert BAD.decode() in problem


def test_a_broken_place_beside_a_good_one():
    parts = (("application/pidf+xml", "bad@a", BAD), PIDF)
    place, problem = from_message(invite("Geolocation: <cid:bad@a>, <cid:place@a>", parts=parts))
    assert place is not None
    assert place.lat == LAT
    assert problem.startswith("null_island")


@pytest.mark.parametrize("value", ["garbage", "<>", '"', ";;;"])
def test_a_header_that_says_nothing(value):
    place, problem = from_message(invite(f"Geolocation: {value}"))
    assert place is None
    assert problem == f"bad_header: {value}"


def test_a_single_body_that_is_the_place():
    raw = b"MESSAGE sip:112@a SIP/2.0\r\nGeolocation: <cid:p>\r\nContent-ID: <p>\r\nContent-Type: application/pidf+xml\r\n\r\n"
    place, problem = from_message(parse_message(raw + PLACE))
    assert place is not None
    assert problem == ""


@given(st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=60), st.binary(max_size=60))
def test_any_header_and_body(value, content):
    message = invite(f"Geolocation: {value}", parts=(("application/pidf+xml", "p", content), SDP))
    place, problem = from_message(message)
    assert place is None
    assert problem


def every(message: SipMessage) -> Found:
    return all_from_parts(message.headers, message.parts)


def test_every_value_is_kept_those_by_reference_last():
    found = every(
        invite(
            "Geolocation: <https://lis.invalid/abc>;inserted-by=net;routing-allowed=yes, <cid:second@a>, <cid:place@a>",
            "Geolocation-Routing: yes",
            'Geolocation-Error: 100 ; code="Cannot Process Location"',
            "Geolocation: <https://lis.invalid/abc>, <sips:lis@b.invalid>",
            parts=(
                PIDF,
                SDP,
                ("application/pidf+xml", "unnamed@a", document(CIVIC)),
                ("text/xml", "second@a", document(circle(lat=-1))),
            ),
        )
    )
    assert [(place.shape, place.lat, place.reference) for place in found.locations] == [
        ("circle", -1, ""),
        ("circle", LAT, ""),
        ("civic", None, ""),
        ("reference", None, "https://lis.invalid/abc"),
        ("reference", None, "sips:lis@b.invalid"),
    ]
    assert found.problem == ""


def test_a_reference_is_a_place_that_is_not_known_yet():
    (place,), problem = every(invite("Geolocation: <https://lis.invalid/abc>"))
    assert (place.reference, place.raw, place.lat, problem) == ("https://lis.invalid/abc", "https://lis.invalid/abc", None, "")


def test_a_broken_document_is_told_once_with_its_text():
    twice = document(circle(lat=0, lon=0) + circle(lat=99))
    found = every(invite("Geolocation: <cid:a>, <https://lis.invalid>", parts=(("application/pidf+xml", "a", twice),)))
    assert [place.shape for place in found.locations] == ["reference"]
    lines = found.problem.splitlines()
    assert (lines[0], lines[1][:12], found.problem.count("</presence>")) == ("null_island: 0, 0", "out_of_range", 1)


def test_routing_without_a_place_is_nothing():
    assert every(invite("Geolocation-Routing: no", 'Geolocation-Error: 200 ; code="Permission"')) == Found((), "")


def test_a_thousand_values_are_not_stored_with_the_call():
    found = every(invite("Geolocation: " + ", ".join(f"<https://lis.invalid/{number}>" for number in range(1000))))
    assert len(found.locations) == 16
