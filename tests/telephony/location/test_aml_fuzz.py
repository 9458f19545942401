"""Damaged messages and documents, many of them, from fixed seeds: a plausible place or `LocationProblem`, nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telephony.location import aml, pidflo
from telephony.location.place import CallerLocation, LocationProblem
from tests.telephony.location.documents import CIVIC, circle, device, geopriv, presence, ring

ROUNDS = 2_000
SQUARE = "-6.595 106.816 -6.595 106.818 -6.597 106.818 -6.597 106.816 -6.595 106.816"
DOCUMENTS = (
    presence(device(circle() + CIVIC), f"<tuple><status>{geopriv(CIVIC)}</status></tuple>"),
    presence(device(f"<gml:Polygon>{ring(SQUARE)}</gml:Polygon>")),
    presence(
        device(
            "<gs:ArcBand><gml:pos>-6.595 106.8166</gml:pos><gs:innerRadius>100</gs:innerRadius><gs:outerRadius>900"
            "</gs:outerRadius><gs:startAngle>20</gs:startAngle><gs:openingAngle>120</gs:openingAngle></gs:ArcBand>"
            '<con:confidence pdf="normal">68</con:confidence>'
        )
    ),
    presence(
        device(
            "<gs:Ellipse><gml:pos>-6.595 106.8166</gml:pos><gs:semiMajorAxis>775</gs:semiMajorAxis>"
            "<gs:semiMinorAxis>100</gs:semiMinorAxis><gs:orientation>43</gs:orientation></gs:Ellipse>"
        )
    ),
)
MESSAGES = (
    b'A"ML=1;lt=-06.59500;lg=+106.81660;rd=50;top=20260115003000;lc=90;pm=W;si=510101234567890;ei=358239059042542;mcc=510;ml=129',
    b'A"ML=2;en=112;et=1768437000;lo=-6.59500,106.81660,20.1;lt=-12;lc=68;lz=240.5,10.0;ls=G;ei=358239059042542;nc=51010;lg=id-ID',
)
TOKENS = (
    *(sign.encode("latin-1") for sign in "0123456789.-+;=,<>&\"' \0\n\xff"),
    b"999", b"1e400", b"NaN", b"-", b"</", b"<!ENTITY x 'y'>", b"]]>", b"<![CDATA[", b";lt=", b";lg=0", b"ML=2;", b"\xff\xfe",
    b"\r\n", b"&#0;",
)  # fmt: skip


def damaged(chance: random.Random, seeds: tuple[bytes, ...]) -> bytes:
    """Cut, double, swap, and plant what parsers stumble over."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                del data[at : at + chance.randint(1, 12)]
            case 1:
                data[at:at] = chance.choice(TOKENS)
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 40)]
            case 3 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 4:
                other = chance.choice(seeds)
                start = chance.randrange(len(other))
                data[at : at + 8] = other[start : start + chance.randint(1, 40)]
    return bytes(data)


def is_place(parse: Callable[[], Sequence[CallerLocation]]) -> bool:
    """Return whether there are places, all plausible; false for a problem that can be told and stored."""
    try:
        places = parse()
    except LocationProblem as problem:
        return not problem.text().encode()
    for place in places:
        check(place)
    return bool(places)


def check(place: CallerLocation) -> None:
    assert (place.lat is None) == (place.lon is None)
    assert (place.lat is None) == (place.shape in {"civic", "none"})
    for lat, lon in (*place.outline, *([(place.lat, place.lon)] if place.lat is not None and place.lon is not None else [])):
        assert abs(lat) <= 90
        assert abs(lon) <= 180
    assert place.radius_m is None or 0 < place.radius_m <= 20_020_000
    assert place.raw.encode()


@pytest.mark.parametrize("seed", [112, 113, 119])
def test_damaged_documents(seed):
    chance = random.Random(seed)
    good = sum(is_place(lambda: pidflo.parse(damaged(chance, DOCUMENTS))) for _ in range(ROUNDS))
    assert 0 < good < ROUNDS


@pytest.mark.parametrize("seed", [112, 113, 119])
def test_damaged_messages(seed):
    chance = random.Random(seed)
    as_bytes = sum(is_place(lambda: [aml.parse(damaged(chance, MESSAGES))]) for _ in range(ROUNDS))
    as_text = sum(
        is_place(lambda: [aml.parse(damaged(chance, MESSAGES).decode("utf-8", "surrogateescape"))]) for _ in range(ROUNDS)
    )
    assert 0 < as_bytes < ROUNDS
    assert 0 < as_text < ROUNDS


@given(st.one_of(st.text(max_size=200), st.binary(max_size=200)))
def test_any_message(data):
    with pytest.raises(LocationProblem) as caught:
        aml.parse(data)
    assert caught.value.text().encode()


values = st.one_of(st.floats(), st.floats(-200, 200), st.integers(), st.sampled_from(["", "N", "1,5", "-0", "1e400"])).map(str)


@given(
    version=st.sampled_from("12"),
    fields=st.dictionaries(st.sampled_from(["lt", "lg", "lo", "rd", "top", "lc", "pm", "et", "ml"]), values),
)
def test_any_fields(version, fields):
    message = f'A"ML={version};' + "".join(f"{name}={value};" for name, value in fields.items())
    is_place(lambda: [aml.parse(message)])
