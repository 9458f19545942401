"""Round trips through every form, doubts, and what must never become a point."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from telephony.location.outline import distance_m
from telephony.location.typed import Doubt, GeoPoint, Reason, Rejected, parse
from tests.telephony.location.typed_writers import WRITERS

BOGOR = (-6.6, 106.8)
latitudes = st.floats(-11.4, 6.4).map(lambda degrees: round(degrees, 6)).filter(lambda degrees: abs(degrees) > 0.001)
longitudes = st.floats(94.6, 141.4).map(lambda degrees: round(degrees, 6))
STREET = "jalan jl jl. gang gg blok no no. nomor rt rw rt. rw. kel kec desa dusun perum km lantai kamar rumah warung masjid"
COUNTED = (
    "orang anak depan sebelah simpang toko usia tahun jam pukul tanggal tgl harga rp Rp lama baru x lt ke dari dan sdn ruko"
)
LIKE_LETTERS = "utara selatan timur barat s t u b S T U B N E m bt ls kavling kav sampai melati mawar Sidomulyo Karanganyar"
WORDS = [*STREET.split(), *COUNTED.split(), *LIKE_LETTERS.split(), *"-/,.():;°'"]


def point(text: str, home: tuple[float, float] | None = None) -> GeoPoint:
    answer = parse(text, home=home)
    assert isinstance(answer, GeoPoint), (text, answer)
    return answer


def reason(text: str, home: tuple[float, float] | None = None) -> str:
    answer = parse(text, home=home)
    assert isinstance(answer, Rejected), (text, answer)
    return answer.reason


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=25, deadline=None)
@given(lat=latitudes, lon=longitudes)
@example(lat=-6.595, lon=106.8166)
@example(lat=-6.9999999, lon=109.9999999)
@example(lat=3.5952, lon=98.6722)
@example(lat=-0.05, lon=100.05)
@example(lat=0.5, lon=95.0)
@example(lat=0.005, lon=109.33)
def test_a_written_point_is_read_back_or_said_to_be_unclear(form: str, lat: float, lon: float) -> None:
    writer, within_m = WRITERS[form]
    text = writer(lat, lon)
    found = point(text)
    assert distance_m((lat, lon), (found.lat, found.lon)) <= within_m, text
    if lat > 0 and found.form == "decimal" and not any(letter in text for letter in "NUE+"):
        assert found.suggestion is None or Doubt.UNCLEAR_HEMISPHERE in found.doubts
    near_equator = abs(lat) < 1
    at_home = parse(text, home=(lat, lon))
    assert isinstance(at_home, GeoPoint)
    allowed = {Doubt.SWAPPED, Doubt.VIEWPORT} | ({Doubt.UNCLEAR_HEMISPHERE, Doubt.SIGN_MISSING} if near_equator else set())
    assert set(at_home.doubts) <= allowed, text


@settings(max_examples=200, deadline=None)
@given(lat=latitudes.filter(lambda lat: lat < -0.01), lon=longitudes, pattern=st.sampled_from(["{} {}", "{}, {}", "{};{}"]))
def test_a_forgotten_minus_is_never_taken_in_silence(lat: float, lon: float, pattern: str) -> None:
    answer = point(pattern.format(f"{-lat:.6f}", f"{lon:.6f}"), (lat, lon))
    assert answer.lat > 0
    assert Doubt.SIGN_MISSING in answer.doubts
    assert answer.suggestion is not None
    assert (answer.suggestion.lat, answer.suggestion.lon) == (lat, lon)


numbers = st.one_of(
    st.integers(0, 999).map(str),
    st.integers(0, 10**13).map(str),
    st.tuples(st.integers(0, 200), st.integers(0, 99)).map(lambda pair: f"{pair[0]}.{pair[1]}"),
    st.tuples(st.integers(0, 200), st.integers(0, 9)).map(lambda pair: f"{pair[0]},{pair[1]}"),
    st.integers(1, 999).map(lambda thousands: f"{thousands}.000"),
    st.tuples(st.integers(1, 31), st.integers(1, 12), st.integers(2000, 2030)).map(lambda date: "{}-{}-{}".format(*date)),
    st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda time: "{:02}:{:02}".format(*time)),
    st.tuples(st.integers(1, 20), st.integers(1, 20)).map(lambda pair: "{:03}/{:03}".format(*pair)),
    st.integers(10**9, 10**12).map(lambda number: f"+62{number}"),
)
address = st.lists(st.one_of(st.sampled_from(WORDS), numbers), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=address, street=st.sampled_from(["jalan melati", "Sidomulyo", "gang mawar", "toko baru"]))
@example(text="5 106", street="gang mawar")
@example(text="6.25 106.75", street="toko baru")
@example(text="6 30 106 45", street="jalan melati")
@example(text="95.000 00:00", street="jalan melati")
@example(text="00:00 1.000 95.000", street="jalan melati")
def test_a_place_name_with_numbers_is_never_a_point(text: str, street: str) -> None:
    for written in (f"{street} {text}", f"{text} {street}"):
        assert isinstance(parse(written, home=BOGOR), Rejected), written


@settings(max_examples=500, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_gives_an_answer(text: str) -> None:
    answer = parse(text, home=BOGOR)
    if isinstance(answer, GeoPoint):
        assert answer.matched
        assert -11.5 <= answer.lat <= 11.5
        assert 94.5 <= answer.lon <= 141.5
        assert answer.lat <= 6.5 or Doubt.SIGN_MISSING in answer.doubts


@pytest.mark.parametrize(
    ("minus", "name"),
    [(sign, f"U+{ord(sign):04X}") for sign in "-\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe63\uff0d\u00ad\u2796"],
)
def test_no_minus_is_ever_lost(minus: str, name: str) -> None:
    for text in (
        f"{minus}5.5950, 106.8166",
        f"{minus}5,5950 106,8166",
        f"lat {minus}5.5950 lon 106.8166",
        f"({minus}5.5950 106.8166)",
    ):
        assert point(text).lat == -5.595, name


BEFORE = (
    "jl melati 5", "jl melati 5:", "lokasi: 6:", "RT 3", "RT 03/05", "km 7", "no 12", "lantai 2,", "pukul 07:30", "07:30:15",
    "07.30", "15/01/2026 07.30",
    "15-01-26", "081255501234", "3 orang", "blok S 6", "Rp 6.500", "akurasi 12 m", "250", "106", "48", "zona 48", "kec 2:",
)  # fmt: skip
FORMS = (
    "-6.59500, 106.81660", "6.59500 S 106.81660 E", "6,59500 LS 106,81660 BT", "6.5950S, 106.8166E", "S 6.59500 E 106.81660",
    "6 35.7000 S 106 48.9960 E", "6 35 42.00 S 106 48 59.76 E", "6\u00b035'42.0\"S 106\u00b048'59.8\"E",
    "106.81660 BT 6.59500 LS",
    "lat -6.59500 lon 106.81660", "06:35:42.0 S 106:48:59.8 E",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_numbers_around_a_position_never_move_it(form: str) -> None:
    """A house, a time, a height beside it: the same place, or none, or a question."""
    for around in BEFORE:
        for text in (f"{around} {form}", f"{around}\n{form}", f"{form} {around}", f"{around} {form} {around}"):
            answer = parse(text, home=BOGOR)
            if isinstance(answer, GeoPoint) and {Doubt.SEVERAL, Doubt.COARSE}.isdisjoint(answer.doubts):
                assert distance_m((-6.595, 106.8166), (answer.lat, answer.lon)) < 20, (text, answer)
    assert distance_m((-6.595, 106.8166), (point(form, BOGOR).lat, point(form, BOGOR).lon)) < 20


def test_a_short_code_belongs_to_the_town_beside_it() -> None:
    near_home = point("CR48+2J Kota Contoh", BOGOR)
    assert near_home.doubts == (Doubt.NEAR_HOME_ASSUMED,)
    assert near_home.rest == "Kota Contoh"
    elsewhere = point("CR48+2J Kota Contoh", (-7.2, 112.7))
    assert distance_m((near_home.lat, near_home.lon), (elsewhere.lat, elsewhere.lon)) > 500_000


def test_several_positions_are_all_told() -> None:
    answer = point("-6.5950,106.8166 atau -7.9312,112.6205", BOGOR)
    assert Doubt.SEVERAL in answer.doubts
    assert [(other.lat, other.lon) for other in answer.others] == [(-7.9312, 112.6205)]
    assert answer.others[0].matched == "-7.9312,112.6205"


def test_home_may_be_anything_with_a_position() -> None:
    home = point("-6.6000, 106.8000")
    answer = parse("CR48+2J", home=home)
    assert isinstance(answer, GeoPoint)
    with pytest.raises(ValueError, match="home"):
        parse("CR48+2J", home=(float("nan"), 106.8))


def test_what_was_read_is_named_when_it_is_refused() -> None:
    answer = parse("48.8566, 2.3522")
    assert isinstance(answer, Rejected)
    assert answer.detail == "48.8566, 2.3522"
    assert reason("6°61'00\"S 106°10'00\"E") == Reason.OUT_OF_RANGE
