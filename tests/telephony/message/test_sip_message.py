"""Raw SIP messages: what a well-made, a sloppy and a hostile sender writes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telephony.events import BodyPart, Header
from telephony.sip import message as sip
from telephony.sip.message import MAX_HEADERS, parse_message
from telephony.sip.multipart import MAX_PARTS

INVITE = (
    b"INVITE sip:112@10.0.0.1 SIP/2.0\r\n"
    b"v: SIP/2.0/UDP 10.0.0.2;branch=z9hG4bK1\r\n"
    b"Via: SIP/2.0/UDP 10.0.0.3;branch=z9hG4bK2\r\n"
    b'f: "Sari \\"S\\"" <sip:081255501234@10.0.0.2>;tag=1\r\n'
    b"To: <sip:112@10.0.0.1>\r\n"
    b"i: abc@10.0.0.2\r\n"
    b"Subject: I know you're there,\r\n"
    b"  pick up the phone\r\n"
    b"\tand answer\r\n"
    b"X-Centre:\r\n"
)


def with_body(content_type: bytes, body: bytes) -> bytes:
    return INVITE + b"c: " + content_type + b"\r\nl: %d\r\n\r\n" % len(body) + body


def test_headers_are_unfolded_in_order_and_found_by_either_form():
    message = parse_message(INVITE + b"\r\n")
    assert message.start_line == "INVITE sip:112@10.0.0.1 SIP/2.0"
    assert message.header("via") == message.header("V")
    assert [value[-1] for value in message.header("Via")] == ["1", "2"]
    assert message.header("From") == ('"Sari \\"S\\"" <sip:081255501234@10.0.0.2>;tag=1',)
    assert message.header("Call-ID") == ("abc@10.0.0.2",)
    assert message.header("subject") == ("I know you're there, pick up the phone and answer",)
    assert message.header("X-Centre") == ("",)
    assert message.header("X-Other") == ()
    assert message.headers[0].name == "v"
    assert message.parts == ()
    assert message.problems == ()


def test_line_feeds_alone_and_leading_empty_lines_are_understood():
    message = parse_message(b"\r\n\n" + with_body(b"text/plain", b"halo").replace(b"\r\n", b"\n"))
    assert message.start_line.startswith("INVITE")
    assert message.parts == (BodyPart("text/plain", "", b"halo"),)


def test_bytes_that_are_no_utf8_are_escaped_not_lost():
    message = parse_message(b"INVITE x SIP/2.0\r\nX-A: caf\xe9 caf\xc3\xa9\r\n\r\n")
    assert message.header("x-a") == ("caf\\xe9 café",)


def test_a_line_without_colon_is_kept_and_reported():
    message = parse_message(b"INVITE x SIP/2.0\r\nnonsense\r\nTo: <sip:a@b>\r\n\r\n")
    assert Header("", "nonsense") in message.headers
    assert message.header("To") == ("<sip:a@b>",)
    assert message.problems == ("header_without_colon",)


@pytest.mark.parametrize(
    ("length", "expected", "problem"),
    [(b"2", b"ha", ()), (b"4", b"halo", ()), (b"99", b"halo", ("body_too_short",)),
     (b"-1", b"halo", ("bad_content_length",)), (b"\xd9\xa3", b"halo", ("bad_content_length",)), (b"0", None, ())],
)  # fmt: skip
def test_content_length_bounds_the_body(length, expected, problem):
    message = parse_message(INVITE + b"Content-Type: a/b\r\nContent-Length: " + length + b"\r\n\r\nhalo")
    assert message.parts == (() if expected is None else (BodyPart("a/b", "", expected),))
    assert message.problems == problem


SDP = b"v=0\r\no=- 0 0 IN IP4 10.0.0.2\r\n"
PIDF = b"<presence>\r\n\r\n\xff\x00</presence>"


@pytest.mark.parametrize("content_type", [
    b'multipart/mixed;boundary="a b:=\\"1"', b'Multipart/Mixed ; charset=x; BOUNDARY = "a b:=\\"1"',
])  # fmt: skip
def test_multipart_with_quoted_boundary_keeps_the_bytes(content_type):
    edge = b'--a b:="1'
    body = (
        b"preamble --a b\r\n" + edge + b"\r\nContent-Type: application/sdp\r\n\r\n" + SDP + b"\r\n"
        + edge + b"  \r\ncontent-id: <place@10.0.0.2>\r\nc: application/pidf+xml\r\n;charset=x\r\n\r\n" + PIDF + b"\r\n"
        + edge + b"--\r\nepilogue"
    )  # fmt: skip
    message = parse_message(with_body(content_type, body))
    # the second part's folded line begins without a blank, so the headers end before it
    assert message.parts[0] == BodyPart("application/sdp", "", SDP)
    assert message.parts[1].content_id == "place@10.0.0.2"
    assert message.parts[1].content.endswith(PIDF)
    assert len(message.parts) == 2


def test_nested_multipart_gives_its_leaves_in_order():
    inner = b"--in\r\n\r\nfirst\r\n--in\r\nContent-Type: a/b;\r\n x=1\r\n\r\nsecond\r\n--in--"
    body = b"--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n" + inner + b"\r\n--out\r\n\r\nthird\r\n--out--"
    message = parse_message(with_body(b"multipart/mixed; boundary=out", body))
    assert [part.content for part in message.parts] == [b"first", b"second", b"third"]
    assert message.parts[1].content_type == "a/b; x=1"
    assert message.problems == ()


@pytest.mark.parametrize(
    ("content_type", "body", "contents", "problem"),
    [
        (b"multipart/mixed; boundary=x", b"--x\r\n\r\none\r\n--x\r\n\r\ntwo", [b"one", b"two"], "multipart_unclosed"),
        (b"multipart/mixed", b"--x\r\n\r\none\r\n--x--", [b"one"], "multipart_without_boundary"),
        (b"multipart/mixed; boundary=y", b"--x\r\n\r\none\r\n--x--", [b"--x\r\n\r\none\r\n--x--"], "multipart_without_parts"),
        (b"multipart/mixed; boundary=x", b"--xy\r\n--x--\r\n", [b"--xy\r\n--x--\r\n"], "multipart_without_parts"),
        (b"multipart/mixed; boundary=x", b"--x\nContent-Type: a/b\n<p/>\n--x--", [b"<p/>"], "part_without_empty_line"),
        (b"multipart/mixed; boundary=x", b"--x\n\n\n--x--", [b""], None),
        (b"multipart/mixed; boundary=x", b"--x\n--x--", [b""], None),
    ],
)
def test_broken_multipart_is_read_as_far_as_it_goes(content_type, body, contents, problem):
    message = parse_message(with_body(content_type, body))
    assert [part.content for part in message.parts] == contents
    assert message.problems == ((problem,) if problem else ())


def test_work_is_bounded():
    parts = parse_message(with_body(b"multipart/mixed; boundary=x", b"--x\n\na\n" * 50_000))
    assert len(parts.parts) == MAX_PARTS
    assert "too_many_parts" in parts.problems
    headers = parse_message(b"INVITE x SIP/2.0\r\n" + b"A: 1\r\n" * 100_000 + b"\r\n")
    assert len(headers.headers) == MAX_HEADERS
    deep = b"x"
    for level in range(40):
        edge = b"--%d" % level
        deep = edge + b"\r\nContent-Type: multipart/mixed; boundary=%d\r\n\r\n" % (level - 1) + deep + b"\r\n" + edge + b"--"
    assert "multipart_too_deep" in parse_message(with_body(b"multipart/mixed; boundary=39", deep)).problems
    assert parse_message(b"A" * 3_000_000).problems[-1] == "head_too_long"


pieces = st.sampled_from(
    [b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b";", b'"', b"\\", b"<", b">", b"--x", b"--x--", b"\r\n\r\n", b"multipart/mixed",
     b"boundary=x", b"Content-Type: ", b"Content-Length: 5",
     b"From: ", b"P-Asserted-Identity: ", b"sip:1@b", b"Privacy: id", b"\xff"]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=400), st.lists(pieces, max_size=40).map(b"".join)))
@example(b"")
@example(b"\n\n")
@example(b":\r\n:\r\n\r\n")
@example(b'c: multipart/mixed;boundary="\r\n\r\n--')
def test_any_bytes_give_a_message_and_an_identity(raw):
    message = parse_message(raw)
    identity = sip.caller_identity(message)
    assert not (identity.withheld and identity.number_raw)
    assert sum(len(part.content) for part in message.parts) <= len(raw)


@given(st.lists(st.binary(max_size=60).filter(lambda content: b"--edge" not in content), min_size=1, max_size=5))
def test_what_was_packed_comes_out_again(contents):
    body = b"".join(b"--edge\r\nContent-Type: a/b\r\n\r\n" + content + b"\r\n" for content in contents) + b"--edge--\r\n"
    message = parse_message(with_body(b"multipart/mixed; boundary=edge", body))
    assert [part.content for part in message.parts] == contents
