"""What a line leaves over when it names no place in words of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.domain.catalogue import Catalogue
from calltaker.domain.reading.loose import MOST_LOOSE_WORDS
from calltaker.domain.triage import Triage


@pytest.fixture(scope="module")
def triage(catalogue: Catalogue) -> Triage:
    return Triage(catalogue)


@pytest.mark.parametrize(
    ("line", "loose"),
    [
        ("banjir kalanganyar sedati", "kalanganyar sedati"),
        ("kebakaran rumah kalanganyar, 2 orang terjebak", "kalanganyar"),
        ("Kalanganyar Sedati kebakaran", "Kalanganyar Sedati"),
        ("kecelakaan motor kalanganyar korban 3 sedati", "kalanganyar, sedati"),
        ("banjir, kalanganyar, sedati", "kalanganyar, sedati"),
        ("kebakaran wonokasian selatan", "wonokasian selatan"),
    ],
)
def test_what_means_nothing_else_is_left(triage: Triage, line: str, loose: str) -> None:
    proposal = triage.propose(line)
    assert proposal.loose == loose
    assert loose not in proposal.as_fields().values()


@pytest.mark.parametrize(
    "line",
    [
        "", "kebakaran rumah", "banjir", "anak hilang dari pagi", "pohon tumbang", "pohon waru tumbang",
        "orang pingsan di rumah",
        "tolong cepat pak", "rumah pak wonokasian terbakar", "anak bu sedati hilang", "namanya kalanganyar pingsan",
        "kebakaran besar", "kbakaran rmh", "air masuk rumah", "2 korban luka",
    ],
)  # fmt: skip
def test_words_of_the_trade_and_of_people_are_not(triage: Triage, line: str) -> None:
    assert triage.propose(line).loose == ""


@pytest.mark.parametrize(
    "line",
    ["banjir jl kalanganyar sedati", "banjir desa kalanganyar sedati", "kebakaran dekat pasar sedati", "banjir di kalanganyar"],
)
def test_a_place_that_says_so_itself_leaves_nothing(triage: Triage, line: str) -> None:
    proposal = triage.propose(line)
    assert proposal.place_text or proposal.landmark
    assert proposal.loose == ""


@given(line=st.text(max_size=200))
def test_what_is_left_stands_in_the_line(triage: Triage, line: str) -> None:
    loose = triage.propose(line).loose
    assert len(loose.replace(",", " ").split()) <= MOST_LOOSE_WORDS
    assert all(piece in line for piece in loose.split(", "))
