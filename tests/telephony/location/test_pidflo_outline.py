"""The border of an area: where it lies, which way it points, how it grows to 95 %."""

from __future__ import annotations

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from telephony.location import outline, pidflo
from telephony.location.place import CallerLocation, Reason
from tests.telephony.location.documents import (  # fmt: skip
    CIVIC,
    CIVIC_LINE,
    DEGREE,
    LAT,
    LON,
    METRE,
    POS,
    SRS,
    circle,
    device,
    document,
    geopriv,
    only,
    presence,
    reason_of,
    ring,
)

NORMAL_68 = '<con:confidence pdf="normal">68</con:confidence>'
GROWN = 1.6215  # from 68 % to 95 % of a normal distribution in two dimensions


def ellipse(major: float, minor: float, orientation: str = f"<gs:orientation {DEGREE}>43</gs:orientation>") -> str:
    return (
        f"<gs:Ellipse {SRS}>{POS}<gs:semiMajorAxis {METRE}>{major}</gs:semiMajorAxis>"
        f"<gs:semiMinorAxis {METRE}>{minor}</gs:semiMinorAxis>{orientation}</gs:Ellipse>"
    )


def sector(inner: float, outer: float, start: float, opening: float) -> str:
    return (
        f"<gs:ArcBand {SRS}>{POS}<gs:innerRadius {METRE}>{inner}</gs:innerRadius><gs:outerRadius {METRE}>{outer}"
        f"</gs:outerRadius><gs:startAngle {DEGREE}>{start}</gs:startAngle><gs:openingAngle {DEGREE}>{opening}"
        "</gs:openingAngle></gs:ArcBand>"
    )


def seen_from(lat: float, lon: float, corner: tuple[float, float]) -> tuple[float, float]:
    """Return (distance in m, bearing 0..360) by the geodesic."""
    line = Geodesic.WGS84.Inverse(lat, lon, *corner)
    return line["s12"], line["azi1"] % 360


@given(metres=st.floats(1, 50_000), bearing=st.floats(0, 360), lat=st.floats(-11, 6))
def test_a_destination_is_where_the_geodesic_ends(metres, bearing, lat):
    end = Geodesic.WGS84.Direct(lat, LON, bearing, metres)
    off = Geodesic.WGS84.Inverse(end["lat2"], end["lon2"], *outline.destination((lat, LON), metres, bearing))
    assert off["s12"] <= metres / 1000 + 0.001


def test_an_ellipse_points_clockwise_from_north():
    place = only(document(ellipse(775, 100)))
    assert len(place.outline) == 36
    assert seen_from(LAT, LON, place.outline[0]) == (pytest.approx(775, abs=1), pytest.approx(43, abs=0.1))
    assert seen_from(LAT, LON, place.outline[9]) == (pytest.approx(100, abs=1), pytest.approx(133, abs=0.2))
    assert seen_from(LAT, LON, place.outline[18]) == (pytest.approx(775, abs=1), pytest.approx(223, abs=0.1))


def test_its_axes_grow_with_the_confidence():
    place = only(document(ellipse(775, 100) + NORMAL_68))
    assert place.radius_m == pytest.approx(775 * GROWN, rel=1e-3)
    assert seen_from(LAT, LON, place.outline[0])[0] == pytest.approx(775 * GROWN, rel=2e-3)
    assert seen_from(LAT, LON, place.outline[9])[0] == pytest.approx(100 * GROWN, rel=5e-3)


@pytest.mark.parametrize("shape", [ellipse(775, 100, ""), ellipse(100, 775)])
def test_an_ellipse_that_may_lie_either_way_is_a_circle_around_it(shape):
    place = only(document(shape))
    assert (place.shape, place.radius_m, place.outline) == ("ellipse", 775, ())


def test_an_orientation_that_is_no_angle_is_no_place():
    assert reason_of(document(ellipse(9, 2, "<gs:orientation>north</gs:orientation>"))).reason == Reason.BAD_NUMBER
    assert reason_of(document(ellipse(9, 2, '<gs:orientation uom="mil">3</gs:orientation>'))).reason == Reason.UNKNOWN_UNIT


def test_a_sector_has_both_arcs():
    place = only(document(sector(1661, 2215, 266, 120)))
    corners = [seen_from(LAT, LON, corner) for corner in place.outline]
    assert len(corners) == 2 * (120 / 5 + 1)
    assert corners[0] == (pytest.approx(2215, abs=3), pytest.approx(266, abs=0.1))
    assert corners[24] == (pytest.approx(2215, abs=3), pytest.approx(26, abs=0.1))
    assert corners[25] == (pytest.approx(1661, abs=3), pytest.approx(26, abs=0.1))
    assert corners[-1] == (pytest.approx(1661, abs=3), pytest.approx(266, abs=0.1))


def test_a_sector_without_hole_ends_at_the_antenna_and_a_full_turn_is_the_outer_circle():
    assert only(document(sector(0, 500, 0, 90))).outline[-1] == (LAT, LON)
    whole = only(document(sector(100, 500, 0, 360)))
    assert (whole.lat, whole.lon, whole.radius_m) == (LAT, LON, 500)
    assert {round(seen_from(LAT, LON, corner)[0]) for corner in whole.outline} == {500}


SQUARE = ((-6.595, 106.816), (-6.595, 106.818), (-6.597, 106.818), (-6.597, 106.816))


@pytest.mark.parametrize("shape", ["polygon", "prism"])
def test_a_polygon_keeps_its_corners_and_grows_about_its_middle(shape):
    height = " 20" if shape == "prism" else ""
    corners = " ".join(f"{lat} {lon}{height}" for lat, lon in (*SQUARE, SQUARE[0]))
    base = f"<gml:Polygon>{ring(corners)}</gml:Polygon>"
    info = f"<gs:Prism><gs:base>{base}</gs:base><gs:height {METRE}>2</gs:height></gs:Prism>" if height else base
    assert only(document(info)).outline == SQUARE
    grown = only(document(info + NORMAL_68))
    assert grown.outline[0] == (
        pytest.approx(-6.596 + 0.001 * GROWN, abs=1e-5),
        pytest.approx(106.817 - 0.001 * GROWN, abs=1e-5),
    )


@pytest.mark.parametrize(
    "info", [f"<gml:Point {SRS}>{POS}</gml:Point>", circle(), circle(radius=0), CIVIC, sector(0, 0, 0, 90)]
)
def test_what_is_round_or_a_point_has_no_corners(info):
    assert only(document(info)).outline == ()


def test_every_place_says_whose_it_is():
    xml = presence(
        f"<dm:person>{geopriv(circle(lat=-1))}</dm:person>", device(circle(lat=-3)),
        f"<tuple><status>{geopriv(circle(lat=-2))}</status></tuple>", geopriv(circle(lat=-5)),
    )  # fmt: skip
    assert [(place.target, place.lat) for place in pidflo.parse(xml)] == [
        ("device", -3),
        ("tuple", -2),
        ("person", -1),
        ("", -5),
    ]


def test_several_descriptions_of_one_place_stay_in_their_order():
    """RFC 5491 §3.4: the coarse one first, and none is dropped."""
    info = circle(radius=500) + f"<gml:Point>{POS}</gml:Point>" + CIVIC
    places = pidflo.parse(document(info))
    assert [(place.shape, place.civic) for place in places] == [("circle", CIVIC_LINE), ("point", CIVIC_LINE)]
    two = geopriv(circle(lat=-1)).replace(
        "</gp:location-info>", f"</gp:location-info><gp:location-info>{CIVIC}</gp:location-info>"
    )
    assert [place.shape for place in pidflo.parse(presence(f"<dm:device>{two}</dm:device>"))] == ["circle", "civic"]


def test_a_thousand_places_are_not_stored_with_the_call():
    good, bad = f"<gml:Point>{POS}</gml:Point>", "<gml:Point/>"
    for info, locations, problems in ((good * 500, 16, 0), (bad * 500, 0, 16), ((good + bad) * 250, 8, 8)):
        reading = pidflo.read(document(info))
        assert (len(reading.locations), len(reading.problems)) == (locations, problems)
    assert len(pidflo.read(presence(*(device(good * 10) for _ in range(30)))).locations) == 16


EXTENDED = (
    '<cl:civicAddress xmlns:x="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr:ext" xmlns:y="urn:example">'
    "<cl:country>ID</cl:country><cl:A3>Contoh</cl:A3><x:STPS>Jalan</x:STPS><cl:RD>Melati</cl:RD><x:HNP>B</x:HNP>"
    "<cl:HNO>12</cl:HNO><x:MP>4.2</x:MP><x:PN>TL 77</x:PN><y:RD>lain</y:RD><y:Shelf><y:Row>3</y:Row> A</y:Shelf><cl:LMK/>"
    "</cl:civicAddress>"
)


def test_civic_extensions_are_read():
    place: CallerLocation = only(document(EXTENDED))
    assert place.civic == "Jalan Melati B 12, MP 4.2, PN TL 77, Contoh, ID, RD=lain, Shelf=A 3"
