"""Every way in which positions were seen written, and what must never become one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from telephony.location.outline import distance_m
from telephony.location.typed import GeoPoint, Rejected, parse

CORPUS = Path(__file__).parent / "typed_corpus.csv"


def cases() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def home_of(case: dict[str, str]) -> tuple[float, float] | None:
    if not case["home"]:
        return None
    lat, lon = case["home"].split()
    return float(lat), float(lon)


def text_of(case: dict[str, str]) -> str:
    return case["text"].replace("\\n", "\n").replace("\\t", "\t")


@pytest.mark.parametrize("case", cases(), ids=lambda case: repr(case["text"][:60]))
def test_the_corpus(case: dict[str, str]) -> None:
    answer = parse(text_of(case), home=home_of(case))
    if case["expected"] != "point":
        assert isinstance(answer, Rejected), answer
        assert answer.reason == case["expected"]
        return
    assert isinstance(answer, GeoPoint), answer
    there = float(case["lat"]), float(case["lon"])
    assert distance_m(there, (answer.lat, answer.lon)) <= float(case["within_m"]), answer
    assert set(answer.doubts) == set(case["doubts"].split())
    if case["form"]:
        assert answer.form == case["form"]
    if case["rest"]:
        assert answer.rest == case["rest"]


def test_the_corpus_is_large_enough() -> None:
    expected = [case["expected"] for case in cases()]
    assert len(expected) >= 200
    assert len(expected) - expected.count("point") >= 60
    assert len({(case["text"], case["home"]) for case in cases()}) == len(expected)
