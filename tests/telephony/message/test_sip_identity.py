"""Who calls: the order of identities, privacy and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telephony.sip.address import parse_address, split_list
from telephony.sip.message import Identity, caller_identity, parse_message


def identity(*headers: str) -> Identity:
    return caller_identity(parse_message(("INVITE sip:112@a SIP/2.0\r\n" + "\r\n".join(headers) + "\r\n\r\n").encode()))


FROM = 'From: "Sari" <sip:081255501234@pbx>;tag=1'


def test_the_order_is_asserted_then_remote_party_then_from():
    asserted = 'P-Asserted-Identity: "Budi" <sip:+6281255505678@pbx>'
    remote = 'Remote-Party-ID: "Rini" <sip:081255509999@pbx>;party=calling;screen=yes'
    assert identity(FROM, remote, asserted).number_raw == "+6281255505678"
    assert identity(FROM, remote).number_raw == "081255509999"
    assert identity(FROM).number_raw == "081255501234"
    assert identity(FROM, remote, asserted).display_name == "Budi"
    assert identity(FROM, remote, asserted).asserted_identity == "sip:+6281255505678@pbx"


def test_a_name_missing_at_the_better_identity_comes_from_the_next():
    assert identity(FROM, "P-Asserted-Identity: <tel:+6281255505678;x=1>") == Identity(
        number_raw="+6281255505678", display_name="Sari", asserted_identity="tel:+6281255505678;x=1", withheld=False
    )


def test_of_two_asserted_identities_the_one_with_a_number_is_used():
    found = identity("P-Asserted-Identity: <sip:sari@pbx>, <tel:+6281255505678>", FROM)
    assert found.number_raw == "+6281255505678"
    assert found.asserted_identity == "sip:sari@pbx, tel:+6281255505678"


@pytest.mark.parametrize(
    "headers",
    [
        ('From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=1',),
        ("From: <sip:Restricted@pbx>;tag=1",),
        ("From: <sip:pbx>;tag=1",),
        ("From: <sip:112@pbx>;tag=1",),
        ("From: <sip:0@pbx>;tag=1",),
        ("From:",),
        ("From: garbage",),
        (),
        (FROM, "Privacy: id"),
        (FROM, "Privacy: header;user"),
        (FROM, "Remote-Party-ID: <sip:081255509999@pbx>;privacy=full"),
        (FROM, "P-Asserted-Identity: <sip:+6281255505678@pbx>", "Privacy: id; critical"),
    ],
)
def test_withheld_callers_have_neither_number_nor_name(headers):
    found = identity(*headers)
    assert found.withheld
    assert (found.number_raw, found.display_name) == ("", "")


def test_a_withheld_caller_keeps_what_the_network_asserts_for_the_record():
    found = identity(FROM, "P-Asserted-Identity: <sip:+6281255505678@pbx>", "Privacy: id")
    assert found.asserted_identity == "sip:+6281255505678@pbx"


def test_identities_that_name_nobody_are_passed_over():
    assert identity("P-Asserted-Identity: <sip:anonymous@pbx>", FROM).number_raw == "081255501234"
    assert identity("P-Asserted-Identity: <sip:112@pbx>", FROM).number_raw == "081255501234"
    assert identity("Remote-Party-ID: <sip:112@pbx>;party=called", FROM).number_raw == "081255501234"


def test_privacy_none_withholds_nothing():
    assert identity(FROM, "Privacy: none").number_raw == "081255501234"


@pytest.mark.parametrize(
    ("value", "name", "user"),
    [
        ('"Ibu \\"Ani\\" \\\\ Café 🚒" <sip:0812@h>', 'Ibu "Ani" \\ Café 🚒', "0812"),
        ('"a <sip:9@h>, b" <sip:0812:secret@h;p=1>;tag=x', "a <sip:9@h>, b", "0812"),
        ("Bapak  Joko <sip:%2B62812@h>", "Bapak Joko", "+62812"),
        ("sip:0812@h;tag=x", "", "0812"),
        ("<sip:0812;phone-context=+62@h;user=phone>", "", "0812"),
        ('"never closed <sip:0812@h>', "never closed", "0812"),
        ('"x\x07\u202ey" <tel:0812>', "x y", "0812"),
        ("<sip:0812@h", "", "0812"),
        ("<urn:service:sos>", "", ""),
        ("<SIPS:0812@[::1]:5061;transport=tcp>", "", "0812"),
    ],
)
def test_addresses_are_read_leniently(value, name, user):
    address = parse_address(value)
    assert (address.display_name, address.user) == (name, user)


@given(st.text(max_size=80), st.from_regex(r"[0-9]{3,15}", fullmatch=True))
def test_any_quoted_name_survives(name, number):
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    address = parse_address(f'"{quoted}" <sip:{number}@h>;tag=1')
    assert address.user == number
    assert address.parameters == {"tag": "1"}


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    for element in split_list(text):
        parse_address(element)
