"""AML messages: both versions, as they come, and everything that must never become a marker."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from telephony.location import aml
from telephony.location.place import LocationProblem, Reason
from telephony.location.septets import unpack

V1 = (
    'A"ML=1;lt=-06.59500;lg=+106.81660;rd=50;top=20260115003000;lc=90;pm=W;si=510101234567890;ei=358239059042542;mcc=510;mnc=10;'
    "ml=129"
)
V2 = (
    'A"ML=2;en=112;et=1768437000;lo=-6.59500,106.81660,20.1;lt=-12;lc=68;lz=240.5,10.0;ls=G;ei=358239059042542;nc=51010;hc=51010;'
    "lg=id-ID"
)
FIX_US = int(datetime(2026, 1, 15, 0, 30, tzinfo=UTC).timestamp()) * 1_000_000


def packed(text: str) -> bytes:
    """The seven-bit packing of TS 23.038."""
    bits = sum(ord(sign) << 7 * at for at, sign in enumerate(text))
    return bits.to_bytes((7 * len(text) + 7) // 8, "little")


def problem_of(data: str | bytes) -> LocationProblem:
    with pytest.raises(LocationProblem) as caught:
        aml.parse(data)
    return caught.value


def test_version_1():
    place = aml.parse(V1)
    assert (place.source, place.shape, place.lat, place.lon, place.target) == ("aml", "circle", -6.595, 106.8166, "device")
    assert (place.method, place.at_us, place.confidence_pct) == ("Wi-Fi", FIX_US, 90)
    assert place.radius_m == pytest.approx(57.03, abs=0.01)  # 50 m at 90 %


def test_version_2_gives_the_same_letters_another_meaning():
    place = aml.parse(V2)
    assert (place.shape, place.lat, place.lon, place.method) == ("circle", -6.595, 106.8166, "GPS")
    assert place.at_us == FIX_US - 12_000_000
    assert place.radius_m == pytest.approx(20.1 * 1.6215, abs=0.01)


def test_nobody_reads_who_the_subscriber_is():
    raw = aml.parse(V1).raw
    assert "si=51010**********;ei=35823905*******;" in raw
    assert len(raw) == len(V1)
    assert "042542" not in aml.parse(V2).raw
    assert "042542" not in problem_of(V2.replace("-6.59500", "x358239059042542")).text()
    assert "4567890" not in problem_of("si = 5101 0123\n4567890, 510101234567890 …").text()


@pytest.mark.parametrize(
    "data",
    [
        V1.lower(),
        V1.upper(),
        V1.removeprefix('A"'),
        V1.replace('A"', "A"),
        V1.replace('A"', "A”").replace("-", "−"),
        f"  {V1}\r\n",
        f"Dari 0812-5550-1234: {V1} Terima kasih",
        "\n".join(V1[at : at + 20] for at in range(0, len(V1), 20)),
        V1.replace(";", " ; ").replace("=", " = "),
        V1.encode(),
        V1.encode("utf-16-be"),
        V1.encode("utf-16-le"),
        V1.encode("utf-16"),
        V1.encode("utf-16-be").hex(),
        V1.encode("utf-16-le").hex(" ").encode(),
        V1 + V1,
        f"{V1}\n{V1.lower()}",
        f"{V1};\r\n{V1};",
        packed(V1),
        packed(V1 + "\r"),
        b"\x06\x05\x04\x0b\x84\0\0" + packed(V1),
        packed(V1).hex(),
        packed(V1).hex(" ").upper().encode(),
    ],
)
def test_a_message_is_known_however_it_was_carried(data):
    place = aml.parse(data)
    assert (place.lat, place.lon, place.method, place.at_us) == (-6.595, 106.8166, "Wi-Fi", FIX_US)


def test_a_data_sms_of_a_real_telephone_is_unpacked():
    data = bytes.fromhex("415193D98BEDD8F4DEECE6A2C962B7DA8E7DEEB56232990B86A3D9623B39B92783EDE86F784F068BD560")
    assert unpack(data) == 'A"ML=1;lt=37.42175;lg=-122.08461;rd=20;top=20150'


@pytest.mark.parametrize(
    "text",
    [
        'A"ML=1;lt=+00.00000;lg=+000.00000;rd=N;top=20260115003000;lc=0;pm=N;ml=67',
        'A"ML=1;lt=0;lg=0;rd=20;top=00000000000000;lc=0;pm=G;',
        'A"ML=1;lt=-6.5;lg=106.8;pm=n;',
        'A"ML=1;pm=N',
        'A"ML=2;lo=0.00000,0.00000,0;',
        'A"ML=2;en=112;et=1768437000;ls=U',
    ],
)
def test_no_fix_is_said_and_never_drawn(text):
    place = aml.parse(text)
    assert (place.shape, place.lat, place.lon, place.radius_m, place.at_us) == ("none", None, None, None, None)


@pytest.mark.parametrize(
    ("fields", "radius_m"),
    [
        ("rd=50;lc=95;", 50),
        ("rd=50;lc=68;", 81.07),
        ("rd=50;", 50),
        ("rd=50;lc=0;", 50),
        ("rd=0;lc=68;", None),
        ("rd=N;", None),
        ("rd=;", None),
        ("", None),
        ("rd=-5;", None),
        ("rd=1e99;", None),
        ("rd=wide;", None),
        ("rd=50", None),  # who knows how the figure went on
    ],
)
def test_a_radius_that_is_not_known_is_none(fields, radius_m):
    place = aml.parse(f"ML=1;lt=-6.595;lg=106.8166;{fields}")
    assert place.radius_m == (None if radius_m is None else pytest.approx(radius_m, abs=0.01))
    assert place.shape == ("circle" if radius_m else "point")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (V1.replace("ml=129", "ml=200"), "ml=200: "),
        (V1.replace("ml=129", "ml=x"), "ml=x: "),
        (V1.replace("rd=50", "rd=ab"), "rd: no radius: ab"),
        (V1.replace("20260115003000", "20261315003000"), "top: no time: 20261315003000"),
        (V2.replace("lt=-12", "lt=id"), "et, lt: no time: 1768437000, id"),
        (V2.replace("1768437000", "999999999999"), "et, lt: no time: 999999999999, -12"),
        (V2.replace("1768437000", "-99999999999"), "et, lt: no time: -99999999999, -12"),
        (V1.replace("20260115003000", "99991231235959"), "top: no time: 99991231235959"),
    ],
)
def test_an_oddity_is_noted_below_the_message(text, note):
    place = aml.parse(text)
    assert place.lat == -6.595
    assert place.raw.splitlines()[1].startswith(note)


@pytest.mark.parametrize("text", [V1.replace("lt=-0", "lt=0"), V2.replace("lo=-", "lo=")])
def test_a_latitude_without_sign_is_noted(text):
    """It reads as north; the standard wants a sign, so it may have been lost."""
    place = aml.parse(text)
    assert place.lat == 6.595
    assert "no sign: " in place.raw.splitlines()[-1]


def test_the_age_of_a_fix_is_not_guessed():
    assert aml.parse(V2.replace("lt=-12;", "")).at_us is None
    assert aml.parse(V2.replace("et=1768437000;", "")).at_us is None
    assert aml.parse(V1.replace("20260115003000", "0" * 14)).at_us is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", Reason.NOT_AML),
        (b"", Reason.NOT_AML),
        ("jl mawar 12", Reason.NOT_AML),
        (b"\xff\x00\xfe\x01", Reason.NOT_AML),
        ("lt=-6.595;lg=106.8166;", Reason.NOT_AML),
        ("\ud800", Reason.NOT_AML),
        ('A"ML=x;lt=-6.595;lg=106.8166;ml=129', Reason.NOT_AML),  # its length is no version
        (f"{V1}\n{V1.replace('-06.59500', '-06.60000')}", Reason.CONFLICT),
        (f"{V1}\n{V2}", Reason.CONFLICT),
        ('A"ML=3;lt=-6.595;lg=106.8166;', Reason.UNKNOWN_VERSION),
        ('A"ML=1', Reason.NO_LOCATION),
        ('A"ML=1;lt=;lg=;', Reason.NO_LOCATION),
        ('A"ML=1;lt=-6.595;', Reason.NO_LOCATION),
        ('A"ML=2;lo=,,;', Reason.NO_LOCATION),
        ('A"ML=1;lt=-6.595;lg=106.8', Reason.CUT_OFF),
        ('A"ML=2;lo=-6.595,106.8', Reason.CUT_OFF),
        ('A"ML=1;lt=999;lg=999;', Reason.OUT_OF_RANGE),
        ('A"ML=1;lt=106.8166;lg=-6.595;', Reason.OUT_OF_RANGE),
        ('A"ML=1;lt=NaN;lg=106.8;', Reason.BAD_NUMBER),
        ('A"ML=1;lt=inf;lg=106.8;', Reason.BAD_NUMBER),
        ('A"ML=1;lt=-6,595;lg=106,8;', Reason.BAD_NUMBER),
        ('A"ML=1;lt=1_0;lg=106.8;', Reason.BAD_NUMBER),
        ('A"ML=2;lo=-6,595,106,8166,20;', Reason.BAD_NUMBER),
        ('A"ML=2;lo=-6.595,,20;', Reason.BAD_NUMBER),
        ('A"ML=1;lt=-6.595;lt=-7.595;lg=106.8;', Reason.CONFLICT),
        (V1 + V1.replace("106", "107"), Reason.CONFLICT),
        ("x" * 10_000_000, Reason.TOO_LARGE),
        (b"\xff" * 10_000_000, Reason.TOO_LARGE),
        (V1 + " " * 10_000, Reason.TOO_LARGE),
    ],
)
def test_what_is_not_sure_is_no_place(data, reason):
    problem = problem_of(data)
    assert problem.reason == reason
    assert len(problem.raw) <= 20_000
    assert problem.text().encode()
    assert problem.raw or not data or isinstance(data, bytes)


def test_the_same_field_twice_says_the_same():
    assert aml.parse('A"ML=1;lt=-6.595;lg=106.8166;lt=-6.595;').lat == -6.595
