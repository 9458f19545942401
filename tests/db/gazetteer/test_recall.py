"""Whether the right place is found from what tired people type: a modest sample here, thousands in the bench."""

from __future__ import annotations

import pytest

from db.gazetteer.gazetteer import IndexedGazetteer
from tests.db.gazetteer import recall
from tests.db.gazetteer.noise import HOME_KINDS, NATIONAL_KINDS, draw


def test_the_country_is_found_from_noisy_queries(national: IndexedGazetteer):
    found = recall.measure(national.search, draw(540, kinds=NATIONAL_KINDS))
    assert found.first >= 0.92
    assert found.of_five >= 0.97


def test_home_is_found_from_noisy_queries(national: IndexedGazetteer):
    found = recall.measure(national.search, draw(440, kinds=HOME_KINDS), at_home=True)
    assert found.first >= 0.94
    assert found.of_five >= 0.99


def test_the_right_village_shows_after_a_few_letters(national: IndexedGazetteer):
    letters = recall.letters_until_shown(national.search, recall.villages(120))
    assert all(typed <= goal for typed, goal in zip(recall.percentiles(letters), (3, 6, 10), strict=True))


def test_the_noise_is_the_same_each_time():
    assert [query.text for query in draw(22)] == [query.text for query in draw(22)]
    assert {query.kind for query in draw(22)} == set(HOME_KINDS)


@pytest.mark.parametrize("kind", HOME_KINDS)
def test_the_noise_changes_what_it_names(kind: str):
    clean = {f"{query.wanted.name} {query.wanted.kecamatan}".lower() for query in draw(55)}
    assert {query.text for query in draw(55) if query.kind == kind} - clean
