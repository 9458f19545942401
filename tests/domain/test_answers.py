from __future__ import annotations

import json

import pytest

from calltaker.domain.answers import told_answers
from calltaker.domain.catalogue import Catalogue


def told(catalogue: Catalogue, type_code: str = "KB-01", **answers: str) -> tuple[str, ...]:
    return told_answers(json.dumps(answers), type_code, catalogue)


def test_answers_are_headed_by_the_short_words_of_the_protocol(catalogue: Catalogue) -> None:
    answers = {"Apa yang terbakar?": "Rumah", "Apakah ada orang di dalam atau terjebak?": "Ya"}
    assert told(catalogue, **answers) == ("Terbakar: Rumah", "Ada orang di dalam/terjebak: Ya")


def test_they_stand_in_the_order_of_the_protocol_and_those_of_another_one_after_them(catalogue: Catalogue) -> None:
    answers = {
        "Ada yang digigit?": "Ya",
        "Apakah ada orang di dalam atau terjebak?": "Tidak tahu",
        "Apa yang terbakar?": "Lahan",
    }
    assert told(catalogue, **answers) == (
        "Terbakar: Lahan",
        "Ada orang di dalam/terjebak: Tidak tahu",
        "Ada yang digigit: Ya",
    )


def test_a_question_without_short_words_stands_for_itself_without_what_it_explains(catalogue: Catalogue) -> None:
    answers = {"Mobil damkar bisa masuk (lebar gang)?": "motor saja", "Tinggi air (mata kaki/lutut/pinggang/dada)?": "lutut"}
    assert told(catalogue, "LN-01", **answers) == ("Mobil damkar bisa masuk: motor saja", "Tinggi air: lutut")


def test_words_over_several_lines_and_empty_answers(catalogue: Catalogue) -> None:
    assert told(catalogue, **{"Apa yang terjadi?": " dua\n motor ", "Lokasi?": "  "}) == ("Apa yang terjadi: dua motor",)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"a": 7}', '{"a": {"b": "c"}}'])
def test_what_cannot_be_read_says_nothing(catalogue: Catalogue, text: str) -> None:
    assert told_answers(text, "KB-01", catalogue) == ()


def test_every_question_of_every_protocol_has_short_words(catalogue: Catalogue) -> None:
    for protocol in catalogue.protocols:
        for question in protocol.questions:
            assert 0 < len(question.short) <= 30, question.text
