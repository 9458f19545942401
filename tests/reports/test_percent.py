"""A share in a file is the share on the supervisor's page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from calltaker.reports.statistics import percent_of


@pytest.mark.parametrize(("part", "whole", "wanted"), [(13, 16, 81.3), (1, 3, 33.3), (2, 3, 66.7), (0, 7, 0.0), (7, 7, 100.0)])
def test_halves_go_up(part: int, whole: int, wanted: float) -> None:
    assert percent_of(part, whole) == wanted


def test_of_nothing_there_is_no_share() -> None:
    assert percent_of(0, 0) is None


@given(st.integers(1, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_file_and_the_page_say_the_same(counts: tuple[int, int]) -> None:
    part, whole = counts
    assert f"{percent_of(part, whole):.1f}" == QLocale(QLocale.Language.C).toString(part / whole * 100, "f", 1)
