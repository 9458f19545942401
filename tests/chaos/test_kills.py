"""`kill -9` in a call: a few rounds of what the bench does fifty times. Only a generous bound stands on times."""

from __future__ import annotations

from pathlib import Path

import pytest
from chaos import desk_kills, kills
from support.kamailio import Kamailio

pytestmark = [pytest.mark.sip, pytest.mark.slow]

ROUNDS = 5
DESK_ROUNDS = 3
GENEROUS_BACK_MS = 15_000


def test_a_killed_window_costs_no_call_no_sound_and_no_word(tmp_path: Path) -> None:
    told = kills.kill_windows(tmp_path, ROUNDS)
    counts = {name: told[name] for name in kills.WINDOW_COUNTS}
    assert counts == dict.fromkeys(counts, ROUNDS)
    assert told["clean_end"]
    assert told["audit_findings"] == []


def test_a_killed_line_is_back_with_every_call_on_record(tmp_path: Path) -> None:
    with Kamailio(tmp_path) as registrar:
        told = kills.kill_lines(tmp_path / "seat", ROUNDS, registrar=registrar.host, password=registrar.password)
    counts = {name: told[name] for name in kills.LINE_COUNTS}
    assert counts == dict.fromkeys(counts, ROUNDS)
    assert (told["calls_rung"], told["calls_with_an_end"]) == (2 * ROUNDS, 2 * ROUNDS)
    assert told["clean_end"]
    assert told["audit_findings"] == []
    assert max(told["first_back_ms"], told["back_ms"]["max"]) < GENEROUS_BACK_MS


def test_a_killed_real_window_comes_back_with_call_timer_and_text(tmp_path: Path) -> None:
    told = desk_kills.kill_desks(tmp_path, DESK_ROUNDS)
    counts = {name: told[name] for name in desk_kills.COUNTS}
    assert counts == dict.fromkeys(counts, DESK_ROUNDS)
    assert told["text_lost_ms"]["max"] <= desk_kills.AGE_LIMIT_MS


def test_a_line_killed_under_a_call_over_tcp_takes_the_port_again(tmp_path: Path) -> None:
    """The dead line's connections still stand on the port that the next one must listen on."""
    rounds = 3
    told = kills.kill_lines(tmp_path, rounds, transport="tcp")
    counts = {name: told[name] for name in kills.LINE_COUNTS}
    assert counts == dict.fromkeys(counts, rounds)
    assert (told["calls_rung"], told["calls_with_an_end"]) == (2 * rounds, 2 * rounds)
    assert told["clean_end"]
    assert told["audit_findings"] == []
