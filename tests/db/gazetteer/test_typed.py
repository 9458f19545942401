from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.gazetteer.typed import HINT_WEIGHT, read


def wanted(text: str) -> list[str]:
    return [" ".join(word.forms[0]) for word in read(text).words]


@pytest.mark.parametrize(
    ("text", "names", "aside"),
    [
        ("jl mawar no 12 rt 3 depan pasar", ["mawar", "pasar"], "no 12 rt 3 depan"),
        ("Jln. Melati RT03/RW 04, kel. sukadamai", ["melati", "sukadamai"], "RT03/RW 04"),
        ("perum griya asri blok C3 no.12", ["perum", "griya", "asri"], "blok C3 no.12"),
        ("mawar rt/rw 03/04", ["mawar"], "rt/rw 03/04"),
        ("sukadamai rt 5", ["sukadamai"], "rt 5"),
        ("di desa sukadamai", ["sukadamai"], ""),
        ("kel", ["kel"], ""),
        ("no", ["no"], ""),
        ("kavling indah", ["kavling", "indah"], ""),
    ],
)
def test_names_are_told_from_the_rest(text: str, names: list[str], aside: str):
    typed = read(text)
    assert wanted(text) == names
    assert typed.rest([]) == aside


def test_a_level_word_speaks_of_the_words_behind_it():
    levels = {word.forms[0][0]: word.level for word in read("kel mekarsari kec nusa utara kab bogor, mawar ").words}
    assert levels == {
        "mekarsari": "village", "nusa": "kecamatan", "utara": "kecamatan", "bogor": "kabkota", "mawar": "",
    }  # fmt: skip
    assert [word.level for word in read("kota bogor").words] == ["kota", "kota"]


def test_what_stands_behind_depan_is_a_hint():
    mawar, pasar, kel = read("jl mawar depan pasar kel banyubiru").words
    assert (mawar.weight, pasar.weight, kel.weight) == (1, HINT_WEIGHT, 1)
    assert [word.weight for word in read("dekat pasar besar").words] == [1, 1]


def test_abbreviations_are_read_beside_the_word():
    (word,) = read("jaksel").words
    assert word.forms == (("jaksel",), ("jakarta", "selatan"))


def test_only_the_last_word_may_be_unfinished():
    assert [word.is_finished for word in read("suka maj").words] == [True, False]
    assert [word.is_finished for word in read("suka maj ").words] == [True, True]


def test_an_unexplained_word_takes_its_level_word_along():
    typed = read("jl anggrek kel mekarsari")
    assert typed.rest([typed.words[0]]) == "jl anggrek"


@given(st.text(max_size=60))
def test_any_text_is_read_and_the_rest_is_from_it(text: str):
    typed = read(text)
    for piece in typed.rest(list(typed.words)).split():
        assert piece in text
