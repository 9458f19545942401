"""PIDF-LO documents: shapes, order, confidence, and everything that must never become a marker."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from db.events import Location
from telephony.location import pidflo
from telephony.location.outline import distance_m
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

SQUARE = "-6.595 106.816 -6.595 106.818 -6.597 106.818 -6.597 106.816 -6.595 106.816"
CUBE = "-6.595 106.816 20 -6.595 106.818 20 -6.597 106.818 20 -6.597 106.816 20 -6.595 106.816 20"


def axes(major: float, minor: float) -> str:
    return f"<gs:semiMajorAxis {METRE}>{major}</gs:semiMajorAxis><gs:semiMinorAxis {METRE}>{minor}</gs:semiMinorAxis>"


def test_a_circle_with_all_that_is_told():
    xml = document(circle())
    assert only(xml) == CallerLocation(
        shape="circle", lat=LAT, lon=LON, radius_m=85.5, confidence_pct=95, method="Cell", raw=xml.decode(), target="device",
        at_us=int(datetime(2026, 1, 15, 0, 30, tzinfo=UTC).timestamp()) * 1_000_000,
    )  # fmt: skip


def test_a_place_fits_the_log():
    place = only(document(circle() + CIVIC))
    assert place.__struct_fields__ == Location.__struct_fields__
    assert msgspec.to_builtins(msgspec.convert(msgspec.to_builtins(place), Location)) == msgspec.to_builtins(place)


@pytest.mark.parametrize(
    ("xml", "shape", "radius_m"),
    [
        (f"<gml:Point {SRS}>{POS}</gml:Point>", "point", None),
        (f'<gml:Point srsName="urn:ogc:def:crs:EPSG::4979"><gml:pos>{LAT} {LON} 240</gml:pos></gml:Point>', "point", None),
        (circle(radius=0), "circle", None),
        (f'<gs:Circle {SRS}>{POS}<gs:radius uom="urn:ogc:def:uom:EPSG::9002">100</gs:radius></gs:Circle>', "circle", 30.48),
        (f"<gs:Sphere>{POS}<gs:radius {METRE}>850.24</gs:radius></gs:Sphere>", "sphere", 850.24),
        (f"<gs:Ellipse {SRS}>{POS}{axes(775, 100)}<gs:orientation {DEGREE}>43</gs:orientation></gs:Ellipse>", "ellipse", 775),
        (f"<gs:Ellipsoid>{POS}{axes(3.3, 7.7)}<gs:verticalAxis {METRE}>28</gs:verticalAxis></gs:Ellipsoid>", "ellipsoid", 7.7),
    ],
)
def test_shapes_with_a_centre(xml, shape, radius_m):
    place = only(document(xml))
    assert (place.shape, place.lat, place.lon) == (shape, LAT, LON)
    assert place.radius_m == (None if radius_m is None else pytest.approx(radius_m))
    assert (place.confidence_pct is None) == (radius_m is None)


@pytest.mark.parametrize(
    ("xml", "shape"),
    [
        (f"<gml:Polygon {SRS}>{ring(SQUARE)}</gml:Polygon>", "polygon"),
        (f"<gs:Prism><gs:base><gml:Polygon>{ring(CUBE)}</gml:Polygon></gs:base><gs:height {METRE}>2</gs:height></gs:Prism>",
         "prism"),
        ("<gml:Polygon><gml:exterior><gml:LinearRing>" + "".join(
            f"<gml:pos>{lat} {lon}</gml:pos>" for lat, lon in
            ((-6.595, 106.816), (-6.595, 106.818), (-6.597, 106.818), (-6.597, 106.816), (-6.595, 106.816))
        ) + "</gml:LinearRing></gml:exterior></gml:Polygon>", "polygon"),
    ],
)  # fmt: skip
def test_polygons_become_a_circle_that_covers_them(xml, shape):
    place = only(document(xml))
    assert (place.shape, place.lat, place.lon) == (shape, pytest.approx(-6.596), pytest.approx(106.817))
    assert place.radius_m == pytest.approx(distance_m((-6.596, 106.817), (-6.595, 106.816)))


def arc_band(inner: float, outer: float, start: float, opening: float) -> bytes:
    return document(
        f"<gs:ArcBand {SRS}>{POS}<gs:innerRadius {METRE}>{inner}</gs:innerRadius><gs:outerRadius {METRE}>{outer}"
        f"</gs:outerRadius><gs:startAngle {DEGREE}>{start}</gs:startAngle><gs:openingAngle {DEGREE}>{opening}"
        "</gs:openingAngle></gs:ArcBand>"
    )


@given(
    inner=st.floats(0, 5000), width=st.floats(1, 5000), start=st.floats(0, 360), opening=st.floats(1, 360),
    along=st.floats(0, 1), out=st.floats(0, 1),
)  # fmt: skip
def test_an_arc_band_lies_within_its_circle(inner, width, start, opening, along, out):
    place = only(arc_band(inner, inner + width, start, opening))
    end = Geodesic.WGS84.Direct(LAT, LON, start + opening * along, inner + width * out)
    assert distance_m((place.lat, place.lon), (end["lat2"], end["lon2"])) <= place.radius_m * 1.01 + 1


@pytest.mark.parametrize(
    ("confidence", "radius_m", "said"),
    [
        ('<con:confidence pdf="normal">68</con:confidence>', 138.6, 68),
        ('<con:confidence pdf="rectangular">67</con:confidence>', 101.8, 67),
        ("<con:confidence>68</con:confidence>", 138.6, 68),
        ('<con:confidence pdf="normal">95</con:confidence>', 85.5, 95),
        ('<con:confidence pdf="unknown">99</con:confidence>', 83.8, 99),
        ("<con:confidence>unknown</con:confidence>", 85.5, None),
        ("<con:confidence>0</con:confidence>", 85.5, None),
        ("<con:confidence>nan</con:confidence>", 85.5, None),
        ("<con:confidence>100</con:confidence>", 85.5, 100),
    ],
)
def test_the_radius_is_scaled_to_95_percent(confidence, radius_m, said):
    place = only(document(circle() + confidence))
    assert place.radius_m == pytest.approx(radius_m, abs=0.1)
    assert place.confidence_pct == said


def test_a_civic_address_alone_and_beside_a_shape():
    assert only(document(CIVIC)) == CallerLocation(
        shape="civic", civic=CIVIC_LINE, method="Cell", at_us=1768437000000000, raw=document(CIVIC).decode(), target="device"
    )
    both = only(document(circle() + CIVIC))
    assert (both.shape, both.civic) == ("circle", CIVIC_LINE)


def test_the_device_comes_before_the_tuple_and_the_person():
    xml = presence(
        f"<dm:person>{geopriv(circle(lat=-1))}</dm:person>",
        f"<tuple><status>{geopriv(circle(lat=-2))}</status><timestamp>2026-01-15T07:30:00Z</timestamp></tuple>",
        device(circle(lat=-3)),
        device(circle(lat=-4)),
        geopriv(circle(lat=-5)),
    )
    assert [place.lat for place in pidflo.parse(xml)] == [-3, -4, -2, -1, -5]
    assert pidflo.parse(xml)[2].at_us is not None


@pytest.mark.parametrize(
    "timestamp",
    [
        "",
        "yesterday",
        "2026-01-15T07:30:00",
        "9999-12-31T23:59:59-14:00x",
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00",
        "1969-12-31T23:59:59Z",
    ],
)
def test_a_time_that_may_be_wrong_is_none(timestamp):
    assert only(presence(device(circle(), timestamp=timestamp))).at_us is None


@pytest.mark.parametrize(
    ("info", "reason"),
    [
        (circle(lat=106.8166, lon=-6.595), Reason.OUT_OF_RANGE),  # axes swapped: never repaired
        (circle(lat=91), Reason.OUT_OF_RANGE),
        (circle(lon=-180.5), Reason.OUT_OF_RANGE),
        (circle(radius=-1), Reason.OUT_OF_RANGE),
        (circle(radius="1e12"), Reason.OUT_OF_RANGE),
        (circle(lat=0, lon=0), Reason.NULL_ISLAND),
        (circle(lat="0.00000", lon="-0.0"), Reason.NULL_ISLAND),
        (circle(lat="NaN"), Reason.BAD_NUMBER),
        (circle(lat="INF"), Reason.BAD_NUMBER),
        (circle(lat="-6,595"), Reason.BAD_NUMBER),
        (circle(lat="1_0"), Reason.BAD_NUMBER),
        (circle(lat="1e999"), Reason.BAD_NUMBER),
        (circle(lat="٦"), Reason.BAD_NUMBER),
        (circle(radius="wide"), Reason.BAD_NUMBER),
        (circle(srs='srsName="urn:ogc:def:crs:OGC:1.3:CRS84"'), Reason.UNKNOWN_SRS),
        (circle(srs='srsName="EPSG:3857"'), Reason.UNKNOWN_SRS),
        (circle(srs='srsName="urn:ogc:def:crs:EPSG::43260"'), Reason.UNKNOWN_SRS),
        (circle().replace("9001", "9030"), Reason.UNKNOWN_UNIT),
        (circle(lat="", lon=""), Reason.BAD_SHAPE),
        (circle(lat="1 2 3"), Reason.BAD_SHAPE),
        (f"<gs:Circle>{POS}</gs:Circle>", Reason.BAD_SHAPE),
        ("<gml:Point/>", Reason.BAD_SHAPE),
        (f"<gml:Polygon>{ring('1 1 1 2 1 1')}</gml:Polygon>", Reason.BAD_SHAPE),
        (f"<gml:Polygon>{ring('1 1 1 2 2 2 2 1')}</gml:Polygon>", Reason.BAD_SHAPE),
        (f"<gml:Polygon>{ring('')}</gml:Polygon>", Reason.BAD_SHAPE),
        (f"<gml:Polygon>{ring('1 2 ' * 1001)}</gml:Polygon>", Reason.TOO_COMPLEX),
        ("<gml:LineString/>", Reason.UNKNOWN_SHAPE),
        ("<cl:civicAddress/>", Reason.NO_LOCATION),
        ("", Reason.NO_LOCATION),
    ],
)
def test_what_is_not_sure_is_no_place(info, reason):
    xml = document(info)
    problem = reason_of(xml)
    assert problem.reason == reason
    assert problem.raw.startswith("<?xml")
    assert problem.text().startswith(reason)


def test_an_arc_band_that_cannot_be_is_no_place():
    assert reason_of(arc_band(500, 100, 0, 90)).reason == Reason.BAD_SHAPE
    assert reason_of(arc_band(0, 100, 0, 361)).reason == Reason.BAD_SHAPE
    assert reason_of(arc_band(0, 100, 1e300, 90)).reason == Reason.OUT_OF_RANGE  # no digit left that says which way
    assert only(arc_band(0, 100, 0, 360)).radius_m == 100


@pytest.mark.parametrize("unit", ["m", "Metre", "metres", "meters", "urn:ogc:def:uom:OGC:1.0:metre", "EPSG:9001"])
def test_a_metre_has_many_names(unit):
    assert only(document(circle().replace("urn:ogc:def:uom:EPSG::9001", unit))).radius_m == 85.5


@pytest.mark.parametrize(("unit", "angle"), [("degrees", 90), ("urn:ogc:def:uom:EPSG::9101", 1.5708), ("rad", 1.5708)])
def test_an_angle_has_many_names(unit, angle):
    xml = arc_band(0, 100, 0, 90).decode().replace(">90<", f">{angle}<").replace("urn:ogc:def:uom:EPSG::9102", unit)
    assert only(xml.encode()).radius_m == pytest.approx(only(arc_band(0, 100, 0, 90)).radius_m, abs=0.1)


def test_a_ring_closes_by_its_figures():
    listed = "-6.59 106.81 -6.60 106.81 -6.60 106.82 -6.59 106.82"
    closed = document(f"<gml:Polygon>{ring(f'{listed} -6.590 +106.8100')}</gml:Polygon>")
    assert only(closed).outline == only(document(f"<gml:Polygon>{ring(f'{listed} -6.59 106.81')}</gml:Polygon>")).outline


@pytest.mark.parametrize("languages", [("en", "id"), ("id", "en"), ("en", "id-ID"), ("", "in")])
def test_of_several_languages_the_local_one_is_shown(languages):
    address = "<cl:civicAddress xml:lang='{0}'><cl:RD>Jalan {0}</cl:RD></cl:civicAddress>"
    xml = document("".join(address.format(language) for language in languages))
    assert only(xml).civic == f"Jalan {next(language for language in languages if language[:1] == 'i')}"
