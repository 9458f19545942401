"""One place a form: nothing of an earlier place stays behind, and a point that belongs to other words is never silent."""

from __future__ import annotations

import msgspec
import pytest

from calltaker.desk.open_form import OpenForm
from calltaker.domain import place_choice, place_drift
from calltaker.domain.form import FormState
from calltaker.domain.live_call import LiveCall
from calltaker.domain.place_choice import PLACE_FIELDS, near_ones
from db.events import Location
from db.gazetteer import Place
from db.region.whereabouts import Whereabouts

VILLAGE = Place(
    code="99.71.01.1002",
    name="Sukadamai",
    kind="village",
    kecamatan="Nusa Utara",
    kabkota="Kota Nusa Raya",
    lat=-7.9,
    lon=110.2,
)
STREET = Place(
    code="osm:way/1",
    name="Jalan Mawar",
    kind="street",
    village="Sukadamai",
    village_code="99.71.01.1002",
    kecamatan="Nusa Utara",
    kabkota="Kota Nusa Raya",
    lat=-7.895,
    lon=110.22,
    rest="12 rt 3",
)
KECAMATAN = Place(code="99.71.01", name="Nusa Utara", kind="kecamatan", kabkota="Kota Nusa Raya")
HERE = Whereabouts(
    lat=-7.9,
    lon=110.2,
    is_exact=True,
    is_home=True,
    village_code="99.71.01.1002",
    village="Sukadamai",
    kecamatan="Nusa Utara",
    kabkota="Kota Nusa Raya",
    kabkota_code="99.71",
)
FULL = "Sukadamai, Kec. Nusa Utara, Kota Nusa Raya"


def test_an_area_sets_its_village_and_no_point() -> None:
    fields = place_choice.by_name(VILLAGE)
    assert (fields["village"], fields["village_code"], fields["lat"], fields["lon"]) == (FULL, VILLAGE.code, "", "")


def test_a_street_sets_its_point_and_the_village_it_lies_in() -> None:
    fields = place_choice.by_name(STREET)
    assert (fields["lat"], fields["lon"], fields["radius_m"]) == ("-7.895000", "110.220000", "")
    assert (fields["village"], fields["location_source"]) == (FULL, "name")


def test_a_kecamatan_names_no_village() -> None:
    fields = place_choice.by_name(KECAMATAN)
    assert (fields["village"], fields["village_code"]) == ("Kec. Nusa Utara, Kota Nusa Raya", "99.71.01")


@pytest.mark.parametrize("fields", [place_choice.by_name(VILLAGE), place_choice.by_point(-7.9, 110.2, "map")])
def test_a_choice_sets_every_field_of_a_place(fields: dict[str, str]) -> None:
    assert set(fields) == set(PLACE_FIELDS)


def test_a_point_without_polygons_names_no_village() -> None:
    near = Whereabouts(lat=-7.9, lon=110.2, approximate="Jalan Mawar, 240 m")
    assert place_choice.by_where(near) == {"village": "", "village_code": ""}
    assert place_choice.by_where(HERE)["village"] == FULL


@pytest.mark.parametrize(("area", "inside"), [("99.71.01.1002", True), ("99.71.01", True), ("99.71", True), ("99.71.0", False)])
def test_a_point_lies_in_an_area_by_whole_parts_of_its_code(area: str, inside: bool) -> None:
    place = Place(code=area, name="x", kind="kecamatan")
    assert place_choice.is_inside(HERE, place) is inside


def test_typed_words_are_kept_behind_the_name() -> None:
    assert place_choice.named_words(STREET) == "Jalan Mawar 12 rt 3"
    assert place_choice.named_words(KECAMATAN) == "Kec. Nusa Utara"
    assert place_choice.named_words(msgspec.structs.replace(VILLAGE, rest="jl melati 9")) == "jl melati 9, Sukadamai"


def test_namesakes_are_those_that_the_words_name_as_well() -> None:
    other = msgspec.structs.replace(VILLAGE, code="99.71.03.1002", kecamatan="Nusa Selatan")
    away = msgspec.structs.replace(VILLAGE, code="35.15.03.1002", kecamatan="Waru")
    assert place_choice.namesakes([VILLAGE, other, away, STREET], "9971") == [VILLAGE, other]
    assert place_choice.namesakes([VILLAGE, msgspec.structs.replace(other, rest="utara")], "9971") == [VILLAGE]
    assert place_choice.namesakes([away, msgspec.structs.replace(away, code="35.16.03.1002")], "9971")[1:] != []
    assert place_choice.namesakes([], "9971") == []


def test_the_village_that_was_named_stands_before_a_street_that_was_not() -> None:
    elsewhere = msgspec.structs.replace(STREET, rest="suka damai", village_code="99.71.02.1001")
    other_street = msgspec.structs.replace(STREET, name="Gang Dahlia", rest="mawar", village_code=VILLAGE.code)
    named = msgspec.structs.replace(VILLAGE, rest="jl mawar")
    for street in (elsewhere, other_street):
        assert place_choice.named_area_first([street, named]) == [named, street]
    right = msgspec.structs.replace(STREET, rest="12 rt 3", village_code=VILLAGE.code)
    assert place_choice.named_area_first([right, named]) == [right, named]
    behind = msgspec.structs.replace(elsewhere, rest="depan pasar sukadamai")
    market = msgspec.structs.replace(VILLAGE, rest="jl mawar depan pasar")
    assert place_choice.named_area_first([behind, market]) == [behind, market]
    assert place_choice.named_area_first([]) == []


@pytest.mark.parametrize(
    ("text", "form", "rest", "words"),
    [
        ("-7.9, 110.2", "decimal", "", "-7.9, 110.2"),
        ("rumah kuning -7.9, 110.2", "decimal", "rumah kuning", "rumah kuning -7.9, 110.2"),
        ("https://maps.example/?q=-7.9,110.2", "link", "", "-7.90000, 110.20000"),
        ("dekat pasar https://maps.example/?q=-7.9,110.2", "link", "dekat pasar", "dekat pasar"),
        ('A"ML=1;lt=-7.9;lg=110.2;rd=50', "aml", "", "-7.90000, 110.20000"),
        ("x" * 200, "decimal", "", "-7.90000, 110.20000"),
    ],
)
def test_words_beside_a_point_are_for_people(text: str, form: str, rest: str, words: str) -> None:
    assert place_choice.point_words(text, form, -7.9, 110.2, rest) == words


# --- adrift ------------------------------------------------------------------------------------------------------------
def settled(words: str, place: Place = STREET) -> OpenForm:
    form = OpenForm(key="call-1", call_id="call-1")
    form.set_place({"place_text": words} | place_choice.by_name(place), place.name)
    return form


@pytest.mark.parametrize("words", ["Jalan Mawar 12 rt 3", "jl mawar no 12", "depan Jl. MAWAR 5", "mawar"])
def test_more_words_leave_the_point_where_it_is(words: str) -> None:
    form = settled("Jalan Mawar 12")
    form.typed("place_text", words)
    assert not place_drift.is_adrift(form.state)


@pytest.mark.parametrize("words", ["Jalan Melati 12", "", "Jalan Maw"])
@pytest.mark.parametrize("place", [STREET, VILLAGE])
def test_other_words_leave_the_point_or_village_adrift(words: str, place: Place) -> None:
    form = settled(place.name, place)
    form.typed("place_text", words)
    assert place_drift.is_adrift(form.state)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("-7.7, 112.5", "-7.5, 112.7"),
        ("-7.895, 110.22", "7.895, 110.22"),
        ("\u22127.895, 110.22", "7.895, 110.22"),
        ("-7.895, 110.22", "-7.89, 110.225"),
        ("Blok 3 Nomor 5 Melati", "Blok 5 Nomor 3 Melati"),
    ],
)
def test_exchanged_figures_are_other_words(before: str, now: str) -> None:
    form = OpenForm(key="call-1", call_id="call-1")
    form.set_place({"place_text": before} | place_choice.by_point(-7.9, 110.2, "typed"), before)
    form.typed("place_text", f"{before} depan masjid")
    assert not place_drift.is_adrift(form.state)
    form.typed("place_text", now)
    assert place_drift.is_adrift(form.state)


def test_a_phones_point_is_true_whatever_the_words_say() -> None:
    form = OpenForm(key="call-1", call_id="call-1")
    form.set_place({"place_text": "jl mawar"} | place_choice.by_point(-7.9, 110.2, "aml"), "")
    form.typed("place_text", "jl melati")
    assert not place_drift.is_adrift(form.state)


def test_the_words_of_a_point_survive_a_draft() -> None:
    form = settled("Jalan Mawar 12")
    form.typed("place_text", "Jalan Melati")
    assert place_drift.is_adrift(FormState.from_json(form.state.to_json()))


# --- confirmed ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("name", "value"), [("place_text", "jl melati"), ("lat", "-7.8"), ("village_code", "99.71.01.1001")])
def test_a_place_that_is_changed_is_confirmed_no_longer(name: str, value: str) -> None:
    form = settled("Jalan Mawar")
    form.typed("location_verified", "1")
    form.typed(name, value)
    assert form.state.value("location_verified") == ""


def test_the_same_value_or_another_field_takes_nothing_back() -> None:
    form = settled("Jalan Mawar")
    form.typed("location_verified", "1")
    form.typed("place_text", "Jalan Mawar")
    form.typed("landmark", "depan masjid")
    assert form.state.value("location_verified") == "1"


def test_a_village_that_polygons_tell_takes_nothing_back_and_overwrites_nothing() -> None:
    form = OpenForm(key="call-1", call_id="call-1")
    form.set_place({"place_text": "x"} | place_choice.by_point(-7.9, 110.2, "map"), "x")
    form.typed("location_verified", "1")
    assert form.learn_village(place_choice.by_where(HERE))
    assert (form.state.value("village"), form.state.value("location_verified")) == (FULL, "1")
    assert not form.learn_village({"village": "Lain", "village_code": "99.71.01.1001"})


# --- offers ------------------------------------------------------------------------------------------------------------
def at(lat: float, lon: float, **fields: object) -> Location:
    return Location(source="pidf-lo", shape="circle", lat=lat, lon=lon, **fields)  # type: ignore[arg-type]


def call_with(**fields: object) -> LiveCall:
    call = LiveCall(call_id="c", direction="in", state="talking", line="112", number="", number_raw="", started_at_us=1)
    return LiveCall(**{name: getattr(call, name) for name in call.__struct_fields__} | fields)  # type: ignore[arg-type]


def test_later_places_come_first_and_the_one_in_force_is_not_offered() -> None:
    first, other, later, last = at(-7.9, 110.2), at(-7.91, 110.2), at(-7.92, 110.2), at(-7.93, 110.2)
    call = call_with(location=first, more_locations=(other,), later_locations=(later, last))
    state = FormState().from_network("lat", "-7.900000").from_network("lon", "110.200000")
    assert place_choice.offers(state, place_choice.locations_of(call)) == (last, later, other)


def test_what_cannot_be_a_place_is_never_offered() -> None:
    hopeless = (
        at(0.0, 0.0),
        at(999.0, 110.2),
        Location(source="pidf-lo", shape="reference", reference="https://lis.example.org/1"),
        Location(source="aml", shape="none"),
    )
    assert place_choice.offers(FormState(), hopeless) == ()


def test_an_address_is_offered_until_it_stands_in_the_words() -> None:
    address = Location(source="pidf-lo", shape="civic", civic="Jalan Mawar 12")
    assert place_choice.offers(FormState(), (address, address)) == (address,)
    assert place_choice.offers(FormState().typed("place_text", "Jalan Mawar 12; dekat pasar"), (address,)) == ()


def place(code: str, name: str, kind: str = "village", rest: str = "", **more: str) -> Place:
    return Place(code=code, name=name, kind=kind, rest=rest, **more)


def test_what_is_only_alike_in_another_province_does_not_stand_in_the_way() -> None:
    street = place("csv:mawar", "Jalan Mawar", "street", "12", village_code="35.15.01.2001")
    alike = place("53.05.14.2001", "Mawar", rest="12")
    beside = place("35.78.01.1001", "Mawar", rest="12")
    assert near_ones([street, alike, beside], "3515", ["35.78"]) == [street, beside]


def test_what_explains_more_of_the_words_stays_wherever_it_is() -> None:
    here = place("35.15.01.2001", "Sidomulyo", rest="medan")
    there = place("12.71.01.1001", "Sidomulyo")
    assert near_ones([here, there], "3515") == [here, there]


def test_a_best_place_elsewhere_keeps_all_the_others() -> None:
    there, here = place("12.71.01.1001", "Sidomulyo"), place("35.15.01.2001", "Sidomulyo")
    assert near_ones([there, here], "3515") == [there, here]
    assert near_ones([], "3515") == []
