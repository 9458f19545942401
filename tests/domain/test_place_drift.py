"""Which words may be added to those of a place while its point stays: what only narrows it down, never what renames it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.desk.open_form import OpenForm
from calltaker.domain import place_choice, place_drift
from calltaker.domain.form import FormState
from db.gazetteer import Place

STREET = Place(
    code="osm:way/1",
    name="Jalan Mawar",
    kind="street",
    village="Krian",
    village_code="99.71.01.1002",
    kecamatan="Nusa Utara",
    kabkota="Kota Nusa Raya",
    lat=-7.895,
    lon=110.22,
)
VILLAGE = Place(code="99.71.01.1002", name="Sukadamai", kind="village", kecamatan="Nusa Utara", kabkota="Kota Nusa Raya")


def taken(place: Place, words: str = "") -> FormState:
    """A form whose place was taken by name; `words` stand there then, or those that taking it leaves."""
    form = OpenForm(key="call-1", call_id="call-1")
    chosen = words or place_choice.named_words(place)
    form.set_place({"place_text": chosen} | place_choice.by_name(place), place_drift.meant_words(place))
    return form.state


def now(state: FormState, words: str) -> bool:
    return place_drift.is_adrift(state.typed("place_text", words))


def test_a_long_text_costs_no_time_and_any_change_of_it_is_asked_about() -> None:
    text = "Jalan Mawar " + "dekat pak lurah di sana " * 3_000  # word by word it is minutes
    state = taken(STREET)
    assert now(state, text)
    state = state.with_point_of(text)
    assert not now(state, f" {text}")
    assert now(state, f"{text} timur")


REFINED = [
    "Jalan Mawar 12",
    "Jalan Mawar 12A",
    "Jalan Mawar 12 A",
    "Jalan Mawar no. 12",
    "Jalan Mawar nomor 12 B",
    "Jalan Mawar 12-14",
    "Jalan Mawar no 12 rt 3 rw 4",
    "Jalan Mawar rt 03/04",
    "Jalan Mawar blok C 5",
    "Jalan Mawar km 3",
    "Jalan Mawar gang 3",
    "Jalan Mawar gg. II",
    "jl mawar 12",
    "Jalan Mawar depan masjid",
    "Jalan Mawar depan masjid Al Ikhlas timur",
    "Jalan Mawar 12 sebelah toko Melati",
    "Jalan Mawar dekat Jalan Melati",
    "Jalan Mawar di belakang gang Melati",
    "di depan Jalan Mawar 12",
    "masjid Al Ikhlas Jalan Mawar",
    "Jalan Mawar masjid Al Ikhlas",
    "Jalan Mawar, rumah pak Budi cat hijau",
    "Jalan Mawar rumah kuning",
    "Jalan Mawar Indomaret",
    "Jalan Mawar pertigaan",
    "Jalan Mawar Krian",
    "Jalan Mawar, Krian, Nusa Utara",
    "Jalan Mawar kel. Krian kec. Nusa Utara",
    "Jalan Mawar Kota Nusa Raya",
    "Jalan Mawar 12 Krian 61262",
]
RENAMED = [
    "Jalan Mawar Timur",
    "Jalan Mawar Timur 12",
    "Jalan Mawar 12 Timur",
    "Jl Mawar Tim",
    "Jalan Mawar Baru",
    "Jalan Mawar Raya",
    "Jalan Mawar Dalam",
    "Jalan Mawar II",
    "Jalan Mawar A",
    "Jalan Mawar Merah",
    "Jalan Kebun Mawar",
    "Gang Mawar",
    "Jalan Mawar gang Melati",
    "Jalan Mawar Jalan Melati",
    "Jalan Mawar Utara",  # a part of the kecamatan's name is not the kecamatan
    "Jalan Mawar Waru",
    "Jalan Mawar, Waru",
    "Jalan Mawar kec. Waru",
    "Jalan Mawar perumahan Griya Asri",
    "depan masjid Jalan Mawar Timur",
    "Jalan Mawar 12, Jalan Melati 3",
]


@pytest.mark.parametrize("words", REFINED)
def test_what_only_narrows_a_place_down_leaves_its_point(words: str) -> None:
    assert not now(taken(STREET), words)


@pytest.mark.parametrize("words", RENAMED)
def test_what_renames_a_place_loosens_its_point(words: str) -> None:
    assert now(taken(STREET), words)


@pytest.mark.parametrize(
    ("words", "is_loose"),
    [
        ("Sukadamai rt 3", False),
        ("jl mawar 9, Sukadamai", False),
        ("Sukadamai jalan Mawar", False),
        ("dusun Krajan, Sukadamai", False),
        ("Desa Sukadamai depan balai desa", False),
        ("Sukadamai Timur", True),
        ("Karang Sukadamai", True),
        ("Sukadamai, Nusa Utara", False),
        ("Sukadamai kec. Waru", True),
    ],
)
def test_an_area_holds_its_streets_but_no_other_area(words: str, is_loose: bool) -> None:
    assert now(taken(VILLAGE), words) is is_loose


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("timur 12", "Jalan Mawar timur 12"),
        ("perum griya asri", "Jalan Mawar perum griya asri"),
        ("depan masjid", "Jalan Mawar"),
    ],
)
def test_a_place_that_was_taken_with_words_keeps_its_point_beside_them(rest: str, words: str) -> None:
    state = taken(msgspec.structs.replace(STREET, rest=rest))
    assert not place_drift.is_adrift(state)
    assert not now(state, f"{words} rt 3")


def test_words_that_were_chosen_with_the_place_are_its_name_from_then_on() -> None:
    state = taken(msgspec.structs.replace(STREET, rest="timur 12"))
    assert not now(state, "Jalan Mawar timur 14")
    assert now(state, "Jalan Mawar 12")


def test_words_beside_bare_figures_name_what_had_no_name() -> None:
    form = OpenForm(key="call-1", call_id="call-1")
    form.set_place({"place_text": "-7.9, 110.2"} | place_choice.by_point(-7.9, 110.2, "typed"), "-7.9, 110.2")
    assert not now(form.state, "Jalan Mawar Timur -7.9, 110.2")
    assert not now(form.state, "-7.9, 110.2 Jalan Mawar Timur")


def test_a_pin_is_held_to_its_words_too() -> None:
    form = OpenForm(key="call-1", call_id="call-1")
    form.set_place({"place_text": "jl mawar"} | place_choice.by_point(-7.9, 110.2, "map"), "jl mawar")
    assert not now(form.state, "jl mawar 12 depan toko")
    assert now(form.state, "jl mawar timur")


def test_a_street_whose_name_says_little_is_named_by_what_stands_behind_it() -> None:
    state = taken(msgspec.structs.replace(STREET, name="Jalan Raya"))
    assert now(state, "Jalan Raya Stasiun")
    assert not now(state, "Jalan Raya, stasiun")
    assert not now(state, "Jalan Raya depan stasiun")


def test_a_direction_that_is_a_kecamatan_must_be_called_one() -> None:
    state = taken(msgspec.structs.replace(STREET, kecamatan="Barat"))
    assert now(state, "Jalan Mawar Barat")
    assert not now(state, "Jalan Mawar kec. Barat")


def test_without_a_village_every_other_area_is_asked_about() -> None:
    nowhere = msgspec.structs.replace(STREET, village="", village_code="", kecamatan="", kabkota="")
    assert now(taken(nowhere), "Jalan Mawar Krian")
    assert not now(taken(nowhere), "Jalan Mawar 12 depan pasar Krian")


TYPED = (
    "12|12a|rt 3|rw|depan|masjid|timur|II|gang|gg. 3|Krian|kec.|Nusa|Utara|jl|Mawar|no.5|al-ikhlas|(samping|toko)|Jend.|-7.9,"
    "|110.2|km 4,5|dekat jalan|’|𝔛|perum|,|61262"
)


@given(
    st.lists(st.sampled_from(TYPED.split("|")), max_size=6),
    st.sampled_from([STREET, VILLAGE, msgspec.structs.replace(STREET, name="Gg. Mawar II No. 3")]),
)
def test_a_place_is_never_adrift_from_the_words_it_was_taken_with(rest: list[str], place: Place) -> None:
    with_rest = msgspec.structs.replace(place, rest=" ".join(rest))
    state = taken(with_rest)
    assert not place_drift.is_adrift(state), (state.point_text, state.value("place_text"))


# --- another place of the added words ----------------------------------------------------------------------------------
def numbered(name: str) -> Place:
    return msgspec.structs.replace(STREET, code="osm:way/2", name=name, lat=-7.88)


@pytest.mark.parametrize(
    ("words", "name", "is_other"),
    [
        ("Jalan Mawar 2", "Jalan Mawar II", True),
        ("Jl Mawar 2 rt 3", "Jalan Mawar 2", True),
        ("Jalan Mawar 2", "Jalan Mawar", False),
        ("Jalan Mawar 3", "Jalan Mawar 2", False),
        ("Jalan Mawar Krian", "Jalan Mawar Krian", True),
        ("Jalan Mawar 2", "Jalan Melati 2", False),
    ],
)
def test_added_words_that_are_the_name_of_a_known_place_loosen_the_point(words: str, name: str, is_other: bool) -> None:
    state = taken(STREET).typed("place_text", words)
    assert not place_drift.is_adrift(state)
    assert place_drift.names_another(state, numbered(name)) is is_other
    assert place_drift.is_adrift(state.with_other_place(words))
    assert not now(state.with_other_place("Jalan Mawar 2"), "Jalan Mawar 4")
    assert not place_drift.is_adrift(state.with_other_place(words).with_point_of(words))


def test_an_area_or_a_phones_point_is_not_doubted_by_a_name() -> None:
    area = msgspec.structs.replace(VILLAGE, name="Mawar 2")
    assert not place_drift.names_another(taken(STREET).typed("place_text", "Jalan Mawar 2"), area)
    form = OpenForm(key="call-1", call_id="call-1")
    form.set_place({"place_text": "Jalan Mawar 2"} | place_choice.by_point(-7.9, 110.2, "aml"), "Jalan Mawar")
    assert not place_drift.names_another(form.state, numbered("Jalan Mawar 2"))
