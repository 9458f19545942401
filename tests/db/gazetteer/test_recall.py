"""Whether the right place is found from what tired people type: a modest sample here, thousands in the bench."""

from __future__ import annotations

from collections import Counter

import pytest

from db.gazetteer.gazetteer import IndexedGazetteer
from tests.db.gazetteer import recall
from tests.db.gazetteer.noise import HOME_KINDS, NATIONAL_KINDS, draw, official_records


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


def test_the_beginnings_of_village_and_kecamatan_need_fewer_keys(national: IndexedGazetteer):
    villages = recall.villages(120)
    straight = recall.letters_until_shown(national.search, villages)
    in_two = recall.letters_until_shown(national.search, villages, beginning=3)
    assert recall.within(in_two, 5) >= 0.93
    assert recall.within(in_two, 5) > recall.within(straight, 5)


def test_what_is_least_possible_is_known():
    """A check of the yardstick: the share that can show by a letter is what five places for each beginning hold."""
    steady, free = recall.fewest_letters(is_steady=True), recall.fewest_letters(is_steady=False)
    assert len(steady) == len(free) == 83_762
    assert recall.within(steady, 1) == recall.within(free, 1)
    assert all(recall.within(free, letters) >= recall.within(steady, letters) for letters in range(1, 20))
    homes = Counter((record.code[:5], record.name.lower()[:3]) for record in official_records() if record.kind == "village")
    by_three = sum(min(recall.SHOWN, count) for count in homes.values()) / len(steady)
    assert recall.within(steady, 3) == pytest.approx(by_three, abs=0.005)


def test_the_noise_is_the_same_each_time():
    assert [query.text for query in draw(22)] == [query.text for query in draw(22)]
    assert {query.kind for query in draw(22)} == set(HOME_KINDS)


@pytest.mark.parametrize("kind", HOME_KINDS)
def test_the_noise_changes_what_it_names(kind: str):
    clean = {f"{query.wanted.name} {query.wanted.kecamatan}".lower() for query in draw(55)}
    assert {query.text for query in draw(55) if query.kind == kind} - clean
