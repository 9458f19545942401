"""The beginnings of a village's and its kecamatan's name together find it with the fewest keys."""

from __future__ import annotations

import pytest

from db.gazetteer.gazetteer import IndexedGazetteer
from tests.db.gazetteer import recall
from tests.db.gazetteer.noise import Query


@pytest.mark.parametrize("text", ["kal s", "kal sed", "kalang s", "kala seda", "kal sed sido", "kalang sidoarjo"])
def test_a_village_is_found_by_the_beginnings_of_its_names(national: IndexedGazetteer, text: str):
    found = national.search(text, home="35.15", limit=5)
    assert ("Kalanganyar", "Sedati") in [(place.name, place.kecamatan) for place in found]


def test_single_letters_show_what_begins_with_them_at_home(national: IndexedGazetteer):
    found = national.search("k s", home="35.15", limit=5)
    assert len(found) == 5
    for place in found:
        assert place.code.startswith("35.15")
        assert place.name.lower().startswith("k")
        assert place.kecamatan.lower().startswith("s")


def test_the_words_of_one_name_are_beginnings_too(national: IndexedGazetteer):
    assert "Pancoran Mas" in [place.name for place in national.search("pancor m", home="32.76", limit=3)]
    assert national.search("tapian nauli i", home="12.01", limit=5)[0].name.startswith("Tapian Nauli I")


def test_all_of_what_was_typed_in_order_comes_before_beginnings(national: IndexedGazetteer):
    """A person who types a name of several words to its end is not led astray by a kecamatan that begins like its last."""
    place = national.search("pancoran mas", home="32.76")[0]
    assert place.name == "Pancoran Mas"


def test_two_places_said_elsewhere_are_still_found_from_home(national: IndexedGazetteer):
    for text in ("sukodono lumajang", "kota kendari", "kalanganyar sedati"):
        away = national.search(text, home="32.71", limit=3)
        assert not away[0].code.startswith("32.71")


def test_three_letters_and_one_show_nearly_every_village(national: IndexedGazetteer):
    shown = 0
    villages = recall.villages(150)
    for village in villages:
        query = Query("", f"{village.name[:3]} {village.kecamatan[:1]}".lower(), village)
        places = national.search(query.text, home=query.home, limit=recall.SHOWN)
        shown += any(query.is_hit(place.code, place.name, place.kecamatan) for place in places)
    assert shown / len(villages) >= 0.9
