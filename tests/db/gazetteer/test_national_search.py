from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.gazetteer.gazetteer import MAX_TYPED_SIGNS, IndexedGazetteer
from db.gazetteer.place import Place
from db.gazetteer.scoring import MAX_CACHED_WORDS


def best(national: IndexedGazetteer, text: str, home: str | None = None) -> Place:
    return national.search(text, home=home)[0]


def test_the_whole_list_is_there(national: IndexedGazetteer):
    places = national.all_places()
    assert Counter(place.kind for place in places) == {"province": 38, "kabkota": 514, "kecamatan": 7285, "village": 83762}
    assert len({place.code for place in places}) == 91_599
    villages = [place for place in places if place.kind == "village"]
    assert all(place.kecamatan and place.kabkota and place.province and place.village == place.name for place in villages)
    assert len({place.post_code for place in villages}) > 10_000
    assert national.all_places("province")[0].name == "Aceh"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("dki", "31"), ("diy", "34"), ("nad", "11"), ("ntb", "52"), ("irian jaya", "91"),
        ("kota jogja", "34.71"), ("ujung pandang", "73.71"), ("kukar", "64.02"), ("jaksel", "31.74"), ("tangsel", "36.74"),
        ("kab bogor", "32.01"), ("kota bogor", "32.71"), ("kab. gunung kidul", "34.03"), ("bogor", "32.01"),
        ("kec. cibinong kab bogor", "32.01.01"),
        ("soerabaja", "35.78"), ("tjirebon kota", "32.74"), ("djokjakarta", "34"), ("kabupaten pontianak", "61.02"),
        ("mmpwh", "61.02"), ("bnywngi", "35.10"),
    ],
)  # fmt: skip
def test_areas_are_found_by_what_people_call_them(national: IndexedGazetteer, text: str, code: str):
    assert code in [place.code for place in national.search(text, limit=3)]


@pytest.mark.parametrize(
    "text",
    [
        "pancoran mas depok", "pncrn ms dpk", "pancoranmas depok", "pan coran mas depok", "depok pancoran mas",
        "pantjoran mas depok", "pamcoran mas depko", "kel pancoran mas kota depok", "PANCORAN MAS, DEPOK",
    ],
)  # fmt: skip
def test_one_place_typed_in_many_ways(national: IndexedGazetteer, text: str):
    assert {"32.76.01", "32.76.01.1006"} & {place.code for place in national.search(text, limit=3)}


def test_a_village_always_says_where_it_is(national: IndexedGazetteer):
    found = national.search("sidomulyo", limit=50)
    assert len({(place.kecamatan, place.kabkota) for place in found if place.kind == "village"}) > 40


def test_home_ranks_first_and_the_rest_stays_findable(national: IndexedGazetteer):
    for home in ("35.15", "3515"):
        first = national.search("sukodono", home=home, limit=3)[0]
        assert first.code.startswith("35.15")
    assert best(national, "sukodono lumajang", home="35.15").kabkota == "Kabupaten Lumajang"
    assert best(national, "kota kendari", home="35.15").code == "74.71"


def test_neighbours_come_before_the_rest(national: IndexedGazetteer):
    near = national.search("sidomulyo", neighbours=("35.16",), limit=1)[0]
    assert near.code.startswith("35.16")


def test_a_few_letters_show_what_begins_with_them(national: IndexedGazetteer):
    for text, count in (("s", 5), ("su", 5), ("suk", 3)):
        found = national.search(text, home="35.15", limit=count)
        assert len(found) == count
        assert all(place.name.lower().removeprefix("kabupaten ").startswith(text) for place in found)
        assert all(place.code.startswith("35.15") for place in found)


@pytest.mark.parametrize(
    "text", ["sumber/sumber", "SUMBER SUMBER kab cirebon", "kel sumber kec sumber", "kelurahan sumber sumber"]
)
def test_a_name_said_twice_is_the_village_in_the_kecamatan_of_that_name(national: IndexedGazetteer, text: str):
    found = national.search(text, limit=5)
    assert ("village", "Sumber", "Sumber") in [(place.kind, place.name, place.kecamatan) for place in found[:3]]


@pytest.mark.parametrize(
    "text",
    [
        "pak tolong ada kebakaran di desa kalanganyar kecamatan sedati",
        "halo bu saya mau lapor kecelakaan di kalanganyar sedati sekarang",
        "mohon bantuan ambulans ke kalanganyar sedati, ada korban 2 orang",
        "lokasinya kalanganyar sedati cepat",
    ],
)
def test_what_callers_say_around_a_place_is_not_looked_for(national: IndexedGazetteer, text: str):
    assert best(national, text).code == "35.15.17.2004"


def test_what_was_said_around_a_place_is_kept(national: IndexedGazetteer):
    assert best(national, "halo tolong kirim bantuan ke kalanganyar sedati").rest == "halo tolong kirim bantuan"


def test_a_name_with_a_spoken_word_is_found(national: IndexedGazetteer):
    assert best(national, "aek tolong").name == "Aek Tolong"
    assert best(national, "desa tolong lede").name == "Tolong"
    assert "Tolong" in [place.name for place in national.search("tolong lede", limit=5)]


@pytest.mark.parametrize("home", ["", "99.99", "abc", "35", "²²²²", "٣٥.١٥", "\ud800", "35.15.17.2004", "3515172004"])
def test_any_home_is_taken(national: IndexedGazetteer, home: str):
    found = national.search("kalanganyar", home=home)
    assert found[0].name == "Kalanganyar"
    assert found[0].code.startswith("35.15") or not home.startswith(("35.15", "3515"))


@pytest.mark.parametrize("limit", [-5, 0, 1, 10**9])
def test_any_limit_is_taken(national: IndexedGazetteer, limit: int):
    assert len(national.search("sidomulyo", limit=limit)) <= max(limit, 0)


def test_a_code_that_nobody_can_write_is_none(national: IndexedGazetteer):
    assert national.by_code("\ud800") is None


def test_a_post_code_finds_its_villages(national: IndexedGazetteer):
    wanted = national.by_code("32.76.01.1006")
    assert wanted is not None
    found = national.search(f"{wanted.post_code} pancoran mas")
    assert wanted.code in [place.code for place in found]
    assert {place.post_code for place in national.search(wanted.post_code, limit=3)} == {wanted.post_code}


def test_what_is_not_matched_is_given_back_as_typed(national: IndexedGazetteer):
    found = best(national, "Kel Pancoran Mas no 12 RT 3 depan Masjid, Depok")
    assert found.kabkota == "Kota Depok"
    assert found.rest == "no 12 RT 3 depan Masjid"
    assert best(national, "pncoran mas dpok").rest == ""


def test_a_code_finds_its_place(national: IndexedGazetteer):
    place = national.by_code("31.74")
    assert place is not None
    assert (place.name, place.kind, place.lat) == ("Kota Administrasi Jakarta Selatan", "kabkota", None)
    assert national.by_code("99.99") is None


@pytest.mark.parametrize("text", ["", "   ", "...", "🚒", "улица", "rt 3 rw 4", "\x00", "di"])
def test_what_names_nothing_finds_nothing_or_something_but_never_fails(national: IndexedGazetteer, text: str):
    assert len(national.search(text)) <= 8
    assert national.search("bogor", limit=0) == []


def test_a_pasted_page_is_read_to_a_limit(national: IndexedGazetteer):
    text = "pancoran mas " + "kata lain " * 10_000
    assert best(national, text).rest == best(national, text[:MAX_TYPED_SIGNS]).rest
    assert len(national._scorer._cached) <= MAX_CACHED_WORDS


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(max_size=80))
def test_any_text_is_answered(national: IndexedGazetteer, text: str):
    scores = [place.score for place in national.search(text, home="35.15")]
    assert scores == sorted(scores, reverse=True)
