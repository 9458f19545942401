from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.gazetteer.words import name_words, phonetic, plain, skeleton, split


def test_a_name_becomes_plain_words():
    assert split("Bu Nuapu’u, Kec. Du'en/Ôn") == ["bu", "nuapuu", "kec", "duen", "on"]
    assert name_words("Pulo Ie II") == ["pulo", "ie", "2"]
    assert name_words("I Raya") == ["i", "raya"]  # a numeral does not begin a name


@pytest.mark.parametrize(
    ("old", "new"),
    [("soekaboemi", "sukabumi"), ("djatinegara", "jatinegara"), ("tjirebon", "cirebon"), ("njamplung", "nyamplung")],
)
def test_old_spelling_is_todays(old: str, new: str):
    assert plain(old) == plain(new)


@pytest.mark.parametrize(
    ("heard", "meant"),
    [("pasarian", "pasaryan"), ("pondog", "pondok"), ("sukamatju", "sukamaju"), ("marbau", "marbo"), ("venus", "penus")],
)
def test_what_sounds_alike_is_written_alike(heard: str, meant: str):
    assert phonetic(heard)[:4] == phonetic(meant)[:4]


def test_consonants_are_what_dropped_vowels_leave():
    assert skeleton("sukamaju") == skeleton("skmj") == "skmj"
    assert skeleton("anyar") == "anyr"


@given(st.text())
def test_any_text_gives_words_of_letters_and_digits(text: str):
    for word in split(text):
        assert word.isascii()
        assert word.isalnum()
        assert phonetic(plain(word)).isascii()
        assert skeleton(plain(word))
