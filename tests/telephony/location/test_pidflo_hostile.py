"""PIDF-LO documents that are damaged, sloppy or hostile: a plausible place or a problem, never something between."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telephony.location import pidflo
from telephony.location.outline import distance_m
from telephony.location.place import CallerLocation, Reason
from tests.telephony.location.documents import CIVIC, LAT, circle, device, document, geopriv, only, presence, reason_of, ring

BOMB = b'<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (b"", Reason.NOT_XML),
        (b"\0\0", Reason.NOT_XML),
        (b"lokasi: jl mawar", Reason.NOT_XML),
        (b"\xff\xfe<\0x\0/\0>", Reason.NOT_XML),
        (b'<?xml version="1.0" encoding="none-such"?><x/>', Reason.NOT_XML),
        (document(circle())[:-20], Reason.NOT_XML),
        (b'<?xml version="1.0"?>' + BOMB + b"<x>&b;</x>", Reason.DTD),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', Reason.DTD),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>".encode("utf-16"), Reason.DTD),
        (b"<x>&undefined;</x>", Reason.NOT_XML),
        (b"<x>" * 1000 + b"</x>" * 1000, Reason.TOO_COMPLEX),
        (b"<x>" + b"<y/>" * 20_000 + b"</x>", Reason.TOO_COMPLEX),
        (b"<x>" + b"y" * 10_000_000 + b"</x>", Reason.TOO_LARGE),
        (b"<x/>", Reason.NO_LOCATION),
    ],
)
def test_hostile_and_broken_documents(xml, reason):
    problem = reason_of(xml)
    assert problem.reason == reason
    assert len(problem.raw) <= 20_000


def test_bytes_that_cannot_be_read_are_kept_as_escapes():
    assert reason_of(b"<x>\xff</x>").raw == "<x>\\xff</x>"


def test_a_bad_place_beside_a_good_one_is_told():
    reading = pidflo.read(presence(device(circle(lat=99)), device(circle())))
    assert [place.lat for place in reading.locations] == [LAT]
    assert [problem.reason for problem in reading.problems] == [Reason.OUT_OF_RANGE]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_another_encoding_is_read(encoding, mark):
    text = document(circle()).decode().replace("UTF-8", "UTF-16")
    place = only(f"{mark}{text}".encode(encoding))
    assert place.lat == LAT
    assert place.raw == text  # as a person can read it


def test_the_text_for_the_log_has_no_null_characters():
    assert reason_of(b"<x>\0</x>").raw == "<x></x>"


def test_sloppy_wrapping_and_namespaces_are_understood():
    assert only(document(f"<gml:location>{circle()}</gml:location>")).lat == LAT
    assert only(document(circle()).replace(b"http://www.opengis.net/gml", b"http://www.opengis.net/gml/3.2")).lat == LAT
    assert only(b"\r\n  " + document(circle()) + b"\n\0").lat == LAT


def plausible(places: list[CallerLocation]) -> None:
    for place in places:
        assert (place.lat is None) == (place.lon is None)
        assert place.civic or place.lat is not None
        if place.lat is not None and place.lon is not None:
            assert abs(place.lat) <= 90
            assert abs(place.lon) <= 180
            assert max(abs(place.lat), abs(place.lon)) >= 1e-4
        assert place.radius_m is None or 0 < place.radius_m <= 20_020_000
        assert place.raw


numbers = st.one_of(st.floats(), st.floats(-200, 200), st.sampled_from(["", "x", "1,5", "0", "-0", "1e400"])).map(str)


@given(lat=numbers, lon=numbers, radius=numbers, confidence=numbers)
def test_any_figures_give_a_plausible_place_or_a_problem(lat, lon, radius, confidence):
    reading = pidflo.read(document(circle(lat, lon, radius) + f"<con:confidence>{confidence}</con:confidence>"))
    plausible(reading.locations)
    assert bool(reading.locations) != bool(reading.problems)


@given(corners=st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=12))
def test_any_polygon_lies_within_its_circle(corners):
    listed = " ".join(f"{lat:.6f} {lon:.6f}" for lat, lon in [*corners, corners[0]])
    reading = pidflo.read(document(f'<gml:Polygon srsDimension="2">{ring(listed)}</gml:Polygon>'))
    plausible(reading.locations)
    for place in reading.locations:
        reach = max(distance_m((place.lat, place.lon), (round(lat, 6), round(lon, 6))) for lat, lon in corners)
        assert place.radius_m is None or reach <= place.radius_m + 1


WHOLE = presence(device(circle() + CIVIC), f"<tuple><status>{geopriv(CIVIC)}</status></tuple>")


@given(at=st.integers(0, len(WHOLE)), length=st.integers(0, 60), junk=st.binary(max_size=30))
@example(at=0, length=0, junk=b"")
def test_a_damaged_document_is_never_silently_wrong(at, length, junk):
    reading = pidflo.read(WHOLE[:at] + junk + WHOLE[at + length :])
    plausible(reading.locations)
    assert reading.locations or reading.problems


@given(st.binary(max_size=300))
def test_any_bytes(raw):
    reading = pidflo.read(raw)
    plausible(reading.locations)
    assert reading.locations or reading.problems
