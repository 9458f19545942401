from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.domain_rows import NOON_US, call_row, history, mark_row

from calltaker.domain.catalogue import Catalogue
from calltaker.domain.marks import DAY_US, warning
from calltaker.domain.outcomes import change_needs_reason, group_of
from db.rows import CallRow

MINUTE_US = 60_000_000


def earlier(*outcomes: str, ago_us: int = 10 * MINUTE_US) -> tuple[CallRow, ...]:
    at_us = NOON_US - ago_us
    return tuple(
        call_row(call_id=f"c{n}", outcome=code, ringing_at_us=at_us, ended_at_us=at_us) for n, code in enumerate(outcomes)
    )


def test_a_new_number_says_nothing() -> None:
    said = warning(history(), NOON_US)
    assert said.level == "none"
    assert said.text_key == ""
    assert said.text_args == {}


@pytest.mark.parametrize(("pranks", "level"), [(1, "note"), (2, "note"), (3, "warn"), (4, "warn")])
def test_the_ladder_of_a_day(pranks: int, level: str) -> None:
    past = earlier(*["prank_child"] * pranks)
    said = warning(history(calls=pranks, pranks=pranks, recent=past), NOON_US)
    assert said.level == level
    assert said.pranks_day == pranks
    assert not said.may_limit


def test_five_in_a_day_or_one_false_report_let_the_supervisor_decide() -> None:
    assert warning(history(pranks=5, recent=earlier(*["prank_adult"] * 5)), NOON_US).may_limit
    assert warning(history(pranks=1, recent=earlier("false_report")), NOON_US).may_limit
    assert not warning(history(pranks=1, recent=earlier("false_report", ago_us=2 * DAY_US)), NOON_US).may_limit


def test_old_pranks_are_a_note_only() -> None:
    said = warning(history(pranks=9, recent=earlier(*["prank_child"] * 9, ago_us=2 * DAY_US)), NOON_US)
    assert (said.level, said.pranks, said.pranks_day) == ("note", 9, 0)


def test_a_mark_warns_until_it_expires() -> None:
    assert warning(history(marks=(mark_row(),)), NOON_US).level == "warn"
    assert warning(history(marks=(mark_row(expires_us=NOON_US),)), NOON_US).level == "none"
    assert warning(history(marks=(mark_row(mark="vulnerable"),)), NOON_US).level == "none"


@given(pranks=st.integers(0, 20), ghosts=st.integers(0, 20), real=st.integers(1, 20))
def test_a_real_call_in_the_past_is_always_said(pranks: int, ghosts: int, real: int) -> None:
    said = warning(history(pranks=pranks, ghosts=ghosts, real=real, last_real_us=NOON_US - DAY_US), NOON_US)
    assert "{real}" in said.text_key
    assert said.text_args["real"] == real
    assert said.text_key.format(**said.text_args)
    assert said.last_real_us == NOON_US - DAY_US


def test_silent_calls_are_a_note() -> None:
    said = warning(history(ghosts=4), NOON_US)
    assert said.level == "note"
    assert "{ghosts}" in said.text_key


@pytest.mark.parametrize("outcome", ["", "dropped", "emergency", "ghost_silent"])
def test_a_quick_redial_is_said_and_is_no_prank(outcome: str) -> None:
    said = warning(history(calls=4, recent=earlier(*[outcome] * 4, ago_us=MINUTE_US)), NOON_US)
    assert said.redial
    assert said.pranks_day == 0
    assert said.level == "none"


def test_the_ringing_call_itself_is_no_redial() -> None:
    ringing = call_row(ringing_at_us=NOON_US)
    assert not warning(history(recent=(ringing,)), NOON_US).redial
    assert not warning(history(recent=(ringing, *earlier("dropped"))), NOON_US).redial


def test_callers_without_a_number_are_not_one_person() -> None:
    said = warning(history(number="", pranks=50, real=3, recent=earlier(*["prank_child"] * 9)), NOON_US)
    assert said.level == "none"
    assert said.text_key == ""


@pytest.mark.parametrize(
    ("set_at_us", "needs"),
    [(None, False), (NOON_US, False), (NOON_US - 10_000_000, False), (NOON_US - 10_000_001, True), (NOON_US + 5, False)],
)
def test_an_outcome_is_taken_back_freely_for_ten_seconds(set_at_us: int | None, needs: bool) -> None:
    assert change_needs_reason(set_at_us, NOON_US) is needs


def test_groups(catalogue: Catalogue) -> None:
    assert group_of("prank_adult", catalogue) == "prank"
    assert group_of("false_report", catalogue) == "prank"
    assert group_of("ghost_sounds", catalogue) == "ghost"
    assert group_of("repeat", catalogue) == "real"
    assert group_of("", catalogue) is None
    assert group_of("from a newer program", catalogue) is None
