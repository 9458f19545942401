"""What the one field of the place is understood as: names, positions with their doubts, refusals with their reason."""

from __future__ import annotations

import dataclasses

import pytest
from support import made_up_region

from calltaker.places.knowledge import Home, Knowledge, Region
from calltaker.places.understanding import LONGEST_NAME_CHARS, named_in, understand
from calltaker.places.wire import Understood
from db.region.lookup import Lookup
from db.region.nearest import NearPlaces

SUKADAMAI = made_up_region.inside("B")
AML = 'A"ML=1;lt={lat:+.5f};lg={lon:+.5f};rd=50;top=20260717141935;lc=90;pm=W'
PIDF = (
    '<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10" '
    'xmlns:gml="http://www.opengis.net/gml" xmlns:gs="http://www.opengis.net/pidflo/1.0" entity="pres:a@example.org">'
    '<tuple id="t"><status><gp:geopriv><gp:location-info><gs:Circle srsName="urn:ogc:def:crs:EPSG::4326">'
    '<gml:pos>{lat} {lon}</gml:pos><gs:radius uom="urn:ogc:def:uom:EPSG::9001">80</gs:radius></gs:Circle></gp:location-info>'
    "</gp:geopriv></status></tuple></presence>"
)


def asked(text: str, knowledge: Knowledge) -> Understood:
    return understand(text, knowledge, 5)


def without_region(knowledge: Knowledge) -> Knowledge:
    empty = Region(Lookup(None, "9971"), NearPlaces(()))
    return Knowledge(Home(code="9971"), empty, knowledge.names)


# --- names -------------------------------------------------------------------------------------------------------------
def test_a_street_is_found_and_the_rest_of_the_words_stays(knowledge: Knowledge) -> None:
    best = asked("jl mawar 12 rt 3", knowledge).places[0]
    assert (best.name, best.rest, best.village, best.kecamatan) == ("Jalan Mawar", "12 rt 3", "Sukadamai", "Nusa Utara")


def test_a_name_that_two_kecamatan_have_is_ambiguous(knowledge: Knowledge) -> None:
    answer = asked("sukadamai", knowledge)
    assert answer.is_ambiguous
    assert [place.kecamatan for place in answer.places[:2]] == ["Nusa Utara", "Nusa Selatan"]


def test_a_name_that_is_alone_at_home_is_not_ambiguous(knowledge: Knowledge) -> None:
    answer = asked("banyubiru", knowledge)
    assert answer.places[0].kabkota == made_up_region.HOME
    assert not answer.is_ambiguous


def test_a_name_that_is_nowhere_at_home_is_ambiguous_when_it_is_often_elsewhere(knowledge: Knowledge) -> None:
    assert asked("sidomulyo", knowledge).is_ambiguous


@pytest.mark.parametrize("text", ["99.71.01.1001", " 9971011001 ", "35.15.17.2004", "3515"])
def test_the_code_of_an_area_names_it(text: str, knowledge: Knowledge) -> None:
    answer = asked(text, knowledge)
    assert [place.code.replace(".", "") for place in answer.places] == [text.strip().replace(".", "")]
    assert not answer.points


@pytest.mark.parametrize("text", ["99.99", "1234", "", "  ", "-7.9", "12", "0812-5550-1234", "rt 3 rw 2", "!?", "a" * 30_000])
def test_what_is_no_place_gives_nothing_and_harms_nothing(text: str, knowledge: Knowledge) -> None:
    answer = asked(text, knowledge)
    assert answer.text == text
    assert not answer.points


def test_a_page_pasted_by_mistake_is_searched_by_its_beginning(knowledge: Knowledge) -> None:
    answer = asked("jl mawar " + "kata " * 4_000, knowledge)
    assert answer.rejected or len(answer.places[0].rest) <= LONGEST_NAME_CHARS


def test_loose_words_name_only_whole_villages_near_home(knowledge: Knowledge) -> None:
    assert [place.name for place in named_in("banyubiru", knowledge, 5).places] == ["Banyubiru"]
    assert named_in("sukadamai", knowledge, 5).is_ambiguous
    assert [place.kecamatan for place in named_in("sukadamai, nusa selatan", knowledge, 5).places] == ["Nusa Selatan"]
    for text in ("banyubir", "jl mawar", "sidomulyo", "", "-7.9, 110.2"):
        assert named_in(text, knowledge, 5) == Understood(text=text)
    assert named_in("banyubiru", dataclasses.replace(knowledge, names=None), 5) == Understood(text="banyubiru")


def test_without_an_index_a_name_finds_nothing_and_coordinates_are_read(knowledge: Knowledge) -> None:
    bare = dataclasses.replace(knowledge, names=None)
    assert asked("jl mawar", bare) == Understood(text="jl mawar")
    assert asked("{:.5f}, {:.5f}".format(*SUKADAMAI), bare).points


# --- positions ---------------------------------------------------------------------------------------------------------
def test_a_point_at_home_is_named_by_its_polygon_and_leaves_no_doubt(knowledge: Knowledge) -> None:
    (point,) = asked("{:.5f}, {:.5f}".format(*SUKADAMAI), knowledge).points
    assert point.doubts == ()
    assert (point.where.village, point.where.kecamatan, point.where.is_home) == ("Sukadamai", "Nusa Utara", True)


def test_a_forgotten_minus_is_asked_about_and_the_point_at_home_comes_first(knowledge: Knowledge) -> None:
    lat, lon = SUKADAMAI
    with_minus, as_written = asked(f"{-lat:.5f}, {lon:.5f}", knowledge).points
    assert (with_minus.lat, with_minus.doubts) == (pytest.approx(lat, abs=1e-5), ("sign_changed",))
    assert as_written.lat > 0
    assert {"sign_missing", "no_village", "outside_home", "far_away"} <= set(as_written.doubts)


def test_a_point_of_the_neighbour_is_asked_about(knowledge: Knowledge) -> None:
    (point,) = asked("{:.5f}, {:.5f}".format(*made_up_region.inside("Y")), knowledge).points
    assert point.doubts == ("outside_home",)
    assert point.where.kabkota_code == made_up_region.NEIGHBOUR_CODE


@pytest.mark.parametrize("where", [made_up_region.SEA, made_up_region.LAKE])
def test_a_point_in_no_village_is_asked_about(where: tuple[float, float], knowledge: Knowledge) -> None:
    (point,) = asked("{:.5f}, {:.5f}".format(*where), knowledge).points
    assert "no_village" in point.doubts


def test_without_polygons_every_typed_point_is_asked_about(knowledge: Knowledge) -> None:
    (point,) = asked("{:.5f}, {:.5f}".format(*SUKADAMAI), without_region(knowledge)).points
    assert "no_village" in point.doubts
    assert not point.where.is_exact


def test_the_words_around_a_link_are_kept(knowledge: Knowledge) -> None:
    lat, lon = SUKADAMAI
    (point,) = asked(f"rumah kuning https://www.google.com/maps?q={lat:.6f},{lon:.6f} dekat pasar", knowledge).points
    assert point.form == "link"
    assert "rumah kuning" in point.rest
    assert "dekat pasar" in point.rest


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://maps.app.goo.gl/AbCdEf123", "short_link"),
        ("0.000000, 0.000000", "null_island"),
        ("-7.90000, 210.20000", "out_of_range"),
        ("48.85661, 2.35222", "outside_indonesia"),
    ],
)
def test_a_position_that_cannot_be_used_says_why(text: str, reason: str, knowledge: Knowledge) -> None:
    answer = asked(text, knowledge)
    assert answer.rejected == reason
    assert not answer.points
    assert not answer.places


# --- what phones and networks write ------------------------------------------------------------------------------------
def test_an_aml_message_is_a_point_with_age_and_radius(knowledge: Knowledge) -> None:
    (point,) = asked(AML.format(lat=SUKADAMAI[0], lon=SUKADAMAI[1]), knowledge).points
    assert (point.source, point.where.village, point.doubts) == ("aml", "Sukadamai", ())
    assert point.radius_m is not None
    assert point.radius_m > 50
    assert point.at_us is not None


@pytest.mark.parametrize(
    "text", ["<https://maps.example/?q=-7.93501,110.20893>", "<geo:-7.93501,110.20893>", "< -7.93501, 110.20893 >"]
)
def test_angle_brackets_around_a_link_make_no_document(knowledge: Knowledge, text: str) -> None:
    (point,) = asked(text, knowledge).points
    assert (point.source, point.lat, point.lon) == ("typed", -7.93501, 110.20893)


def test_a_pidf_lo_document_is_a_point(knowledge: Knowledge) -> None:
    (point,) = asked(PIDF.format(lat=SUKADAMAI[0], lon=SUKADAMAI[1]), knowledge).points
    assert (point.source, point.where.village) == ("pidf-lo", "Sukadamai")
    assert point.radius_m is not None


@pytest.mark.parametrize(
    "text", ['A"ML=1;lt=+0.0;lg=+0.0;pm=N', "<presence></presence>", "<geopriv>", "<!DOCTYPE a><presence/>"]
)
def test_a_broken_or_empty_fix_is_refused_with_a_reason(text: str, knowledge: Knowledge) -> None:
    answer = asked(text, knowledge)
    assert answer.rejected
    assert not answer.points


def test_an_address_alone_is_looked_up_by_name(knowledge: Knowledge) -> None:
    civic = PIDF.partition("<gs:Circle")[0] + (
        '<ca:civicAddress xmlns:ca="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr"><ca:country>ID</ca:country>'
        "<ca:RD>Jalan Mawar</ca:RD><ca:HNO>12</ca:HNO></ca:civicAddress></gp:location-info></gp:geopriv></status></tuple>"
        "</presence>"
    )
    answer = asked(civic, knowledge)
    assert answer.text == civic
    assert answer.places[0].name == "Jalan Mawar"
