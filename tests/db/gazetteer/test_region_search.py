"""Streets, landmarks, posts and areas of a region are ranked together with the official list."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from db.gazetteer.build import build_region, is_sound
from db.gazetteer.gazetteer import IndexedGazetteer, open_gazetteer
from db.gazetteer.place import Place
from tests.db.gazetteer import made_up_town
from tests.db.gazetteer.made_up_town import HOME


@pytest.fixture(scope="module")
def town(national_path: Path, tmp_path_factory: pytest.TempPathFactory) -> IndexedGazetteer:
    region = tmp_path_factory.mktemp("region") / "names.npz"
    build_region(made_up_town.places(), region)
    return open_gazetteer(national_path, region)


@pytest.mark.parametrize(
    ("text", "name", "village", "rest"),
    [
        ("jl mawar no 12 rt 3 depan masjid kel mekarsari", "Jalan Mawar", "Mekarsari", "no 12 rt 3 depan masjid"),
        ("jl mawar karangjati", "Jalan Mawar", "Karangjati", ""),
        ("karangjati mawar 12", "Jalan Mawar", "Karangjati", "12"),
        ("gg mawar 2 RT 05/RW 01", "Gang Mawar II", "Mekarsari", "RT 05/RW 01"),
        ("jln djend soedirman 45", "Jalan Jenderal Sudirman", "Banyubiru", "45"),
        ("jl kh ahmad dahlan", "Jalan Kiai Haji Ahmad Dahlan", "Banyubiru", ""),
        ("perum gria asri blok C3", "Perumahan Griya Asri", "Karangjati", "blok C3"),
        ("komplek griya asri", "Perumahan Griya Asri", "Karangjati", "komplek"),
        ("depan masjid al ikhlas", "Masjid Al Ikhlas", "Sukadamai", "depan"),
        ("lawan arah psr besar", "Pasar Besar", "Banyubiru", "lawan arah"),
        ("mlati rya", "Jalan Melati Raya", "Sukadamai", ""),
        ("pkm banyubiru", "Puskesmas Banyubiru", "Banyubiru", ""),
        ("rsud nusa", "RSUD Nusa Raya", "Banyubiru", ""),
        ("damkar utara", "Pos Pemadam Kebakaran Utara", "Mekarsari", ""),
    ],
)
def test_a_place_of_the_town_is_found_first(town: IndexedGazetteer, text: str, name: str, village: str, rest: str):
    found = town.search(text, home=HOME)[0]
    assert (found.name, found.village, found.rest) == (name, village, rest)
    assert (found.kabkota, found.lat is not None) == ("Kota Nusa Raya", True)


def test_an_area_that_the_official_list_lacks_is_found(town: IndexedGazetteer):
    found = town.search("kel karangjati nusa timur", home=HOME)[0]
    assert (found.code, found.kecamatan) == ("99.71.04.1001", "Nusa Timur")


def test_streets_do_not_hide_the_villages(town: IndexedGazetteer):
    assert town.search("mek", home=HOME)[0].name == "Mekarsari"
    assert town.search("jl mek", home=HOME)[0].name == "Jalan Mekar"


def test_one_name_in_two_villages_gives_the_choice(town: IndexedGazetteer):
    found = town.search("jl mawar", home=HOME, limit=2)
    assert {place.village for place in found} == {"Mekarsari", "Karangjati"}


def test_a_place_that_names_no_area_is_of_the_region(town: IndexedGazetteer):
    found = town.search("gudang logis", home=HOME)[0]
    assert (found.code, found.phone) == ("csv:gudang", "0210000112")


def test_the_rest_of_the_country_stays_findable(town: IndexedGazetteer):
    assert town.search("kel pancoran mas depok", home=HOME)[0].kabkota == "Kota Depok"


def test_everything_is_listed_once_and_found_by_code(town: IndexedGazetteer, national: IndexedGazetteer):
    streets = town.all_places("street")
    assert len(streets) == 7
    assert len(town.all_places()) == len(national.all_places()) + len(made_up_town.places())
    assert town.by_code(streets[0].code) == streets[0]


def test_a_region_gives_its_coordinates_to_the_official_list(national_path: Path, tmp_path: Path):
    code = "35.15.01.2001"
    region = tmp_path / "names.npz"
    build_region(
        [Place(code=code, name="Nama Lain", kind="village", kecamatan="Lain", kabkota="Lain", lat=-7.5, lon=112.6)], region
    )
    merged = open_gazetteer(national_path, region)
    official = open_gazetteer(national_path).by_code(code)
    assert official is not None
    place = merged.by_code(code)
    assert place is not None
    assert (place.name, place.kabkota, place.lat, place.lon) == (official.name, "Kabupaten Sidoarjo", -7.5, 112.6)
    found = merged.search(f"{official.name} {official.kecamatan}", home="35.15")
    assert [one.code for one in found].count(code) == 1
    assert found[0].lat == -7.5
    assert len(merged.all_places("village")) == 83_762


def test_an_empty_region_changes_nothing(national_path: Path, tmp_path: Path):
    build_region([], tmp_path / "names.npz")
    assert open_gazetteer(national_path, tmp_path / "names.npz").search("kota depok")[0].code == "32.76"


def test_a_damaged_region_is_said_and_left_out(national_path: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture):
    region = tmp_path / "names.npz"
    build_region(made_up_town.places(), region)
    assert is_sound(region)
    region.write_bytes(region.read_bytes()[:-100])
    assert not is_sound(region)
    with caplog.at_level(logging.WARNING):
        opened = open_gazetteer(national_path, region)
    assert "names.npz: damaged" in caplog.text
    assert opened.search("kota depok")[0].code == "32.76"
