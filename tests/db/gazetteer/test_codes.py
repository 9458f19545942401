"""Kemendagri codes typed instead of names, or beside them."""

from __future__ import annotations

import pytest

from db.gazetteer.codes import code_in
from db.gazetteer.gazetteer import IndexedGazetteer


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("35.15.17.2004", "35.15.17.2004"),
        (" 3515172004 ", "35.15.17.2004"),
        ("35.15.17", "35.15.17"),
        ("351517", "35.15.17"),
        ("35.15", "35.15"),
        ("3515", "35.15"),
        ("35.15.17.", "35.15.17"),
        ("kode 35.15.17.2004, rumah pak lurah", "35.15.17.2004"),
        ("desa 3515172004", "35.15.17.2004"),
    ],
)
def test_a_code_is_read_with_and_without_dots(text: str, code: str):
    found = code_in(text)
    assert found is not None
    assert found.code == code
    assert text[found.start : found.end].strip(". ").replace(".", "") == code.replace(".", "")


@pytest.mark.parametrize(
    "text",
    ["", "35", "61253", "jam 13.01", "tgl 12.10.25", "rumah 3515", "081255501234", "35.15.17.20041", "135.15.17.2004",
     "35.15.17.2004.1", "-7.4412, 112.7180", "3515171234567890", "٣٥.١٥"],
)  # fmt: skip
def test_other_numbers_are_no_codes(text: str):
    assert code_in(text) is None


def test_the_area_of_a_code_comes_first(national: IndexedGazetteer):
    for text in ("35.15.17.2004", "3515172004"):
        assert [place.name for place in national.search(text)] == ["Kalanganyar"]
    assert [(place.name, place.kind) for place in national.search("351517")] == [("Sedati", "kecamatan")]
    assert [place.code for place in national.search("35.15", home="32.71")] == ["35.15"]


def test_words_beside_a_code_are_kept_and_looked_for_too(national: IndexedGazetteer):
    found = national.search("35.15.17.2004 kebonagung depan masjid", home="35.15", limit=3)
    assert (found[0].code, found[0].rest) == ("35.15.17.2004", "kebonagung depan masjid")
    assert "Kebonagung" in [place.name for place in found[1:]]
    assert len(found) <= 3
    assert found[0].score > found[1].score
    same = national.search("kalanganyar 35.15.17.2004", home="35.15")
    assert [place.code for place in same].count("35.15.17.2004") == 1
    assert same[0].rest == ""


def test_what_names_nothing_is_not_answered_with_home(national: IndexedGazetteer):
    for text in ("99.99", "123", "a" * 200, "31m", "99.99.99.9999"):
        assert not [place for place in national.search(text, home="35.15") if place.code.startswith("35.15")]
