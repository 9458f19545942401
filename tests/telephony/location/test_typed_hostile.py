"""Hostile text: never an exception, never long work."""

from __future__ import annotations

import sys

import pytest

from telephony.location.coordinates import grids
from telephony.location.typed import MAX_CHARS, GeoPoint, Reason, Rejected, parse
from tests.telephony.location import typed_fuzzer

UNITS = [
    "6", "6.", "-6.5 ", "6,5,", "1 ", "-", "+", "\u00b0", "6\u00b0", "6\u00b03'", "6 35 42 ", "S", "S ",
    "LS 6 ", "lat ", "lintang ", "lat:6 ", "https://", "http://a?q=", "https://maps.google.com/?q=", "%25",
    "%", "&q=-6", "/@", "!3d-6.5", "!3d1!4d1", "?q=http://", "geo:", "geo:1,1;", "geo:1,1?q=", "CR48+",
    "CR48+2J ", "22222222", "48M", "48MYT", "48 M YT 1 ", "700846 ", "700846 9270656 ", "1d1m1s", "0635.7S",
    "+06", "+06.5-", ",", ".", " ", "\u200f", "\u00ad", "\u0301", "a.", "a-", "www.", "maps.a.", "'", '"',
    "dan ", "6/", "6 35 42 S ", "5 6.5 S 106.8 E ", "12 ", "1.5 2.5 ", "999999 ", "E 700000 ", "700846 9270656\n",
    "48M 700846 9270656 ", "48MYT0084670656 ", "6\u00b035'42\" ", "-6.5950,106.8166 ", "lat:6.5,", "x: ",
]  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_repetition_costs_little(unit: str) -> None:
    """Counts the lines of Python run; the patterns themselves are held by the time limit. At most 59,000 are needed."""
    text = (unit * MAX_CHARS)[:MAX_CHARS]
    lines = 0

    def count(_frame: object, event: str, _arg: object) -> object:
        nonlocal lines
        lines += event == "line"
        return count

    sys.settrace(count)
    try:
        parse(text, home=(-6.6, 106.8))
    finally:
        sys.settrace(None)
    assert lines < 100_000


@pytest.mark.parametrize("unit", ["700846 ", "700846 9270656 ", "E 700000 ", "48 700846 9270656 "])
def test_the_whole_text_is_not_searched_again_for_each_number(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    searched = 0

    class Counting:
        def search(self, _text: str) -> None:
            nonlocal searched
            searched += 1

    monkeypatch.setattr(grids, "_SAYS_UTM", Counting())
    parse((unit * MAX_CHARS)[:MAX_CHARS], home=(-6.6, 106.8))
    assert searched == 1


def test_a_position_behind_many_numbers_is_found() -> None:
    """What bounds the work loses nothing."""
    for numbers in ("6/" * 900, "1.5 2.5 " * 200, "6\u00b03' " * 300, "12 " * 600, "700846 " * 200, "48.8566, 2.3522 " * 100):
        for written in ("-6.5950, 106.8166", "6\u00b035'42\"S 106\u00b048'59.8\"E", "6.5950 LS 106.8166 BT", "-6.595 106.8166"):
            answer = parse(f"{numbers} lalu {written} lalu {numbers}", home=(-6.6, 106.8))
            assert isinstance(answer, GeoPoint), (numbers[:12], written)
            assert (round(answer.lat, 3), round(answer.lon, 3)) == (-6.595, 106.817)


def test_megabytes_are_refused_unread() -> None:
    for text in ("-6.5950, 106.8166 " * 600_000, "9" * 10_000_000, "\u200b" * 5_000_000, "a" * (MAX_CHARS + 1)):
        answer = parse(text)
        assert isinstance(answer, Rejected)
        assert answer.reason == Reason.TOO_LONG


def test_blanks_around_do_not_count() -> None:
    assert not isinstance(parse(" " * 1_000_000 + "-6.5950, 106.8166" + "\n" * 1_000_000), Rejected)


def test_lone_surrogates_and_nulls_are_text() -> None:
    for text in (
        "\ud800-6.5950, 106.8166\udfff",
        "-6.5950,\x00106.8166",
        "https://maps.google.com/?q=\ud800%ff%fe",
        "\0" * 100,
    ):
        parse(text, home=(-6.6, 106.8))


def test_mutated_positions_never_raise() -> None:
    assert typed_fuzzer.run(seed=112, rounds=4_000).rounds == 4_000
