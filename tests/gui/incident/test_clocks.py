"""The clocks of agencies and incidents: they run while somebody is waited for, and stop where it ends."""

from __future__ import annotations

import pytest
from support.domain_rows import NOON_US, incident_row, referral_row

from calltaker.domain.catalogue import load_catalogue
from calltaker.domain.clock import duration_text
from calltaker.models import incidents as incidents_module
from calltaker.models import referrals as referrals_module
from calltaker.models.incidents import incidents_model, progress_text
from calltaker.models.roles import ASIDE_TONE_ROLE, TONE_ROLE
from db import events as log
from tests.gui.incident.bench import Bench
from tests.gui.incident.test_board import sent_fire

HOUR_US = 3_600_000_000


def cells(bench: Bench, role: int = 0) -> list[str]:
    """Return state and clock of the first agency."""
    model = bench.panel("dispatch").view.model()
    return [model.index(0, column).data(role) for column in (1, 2)]


def at(monkeypatch: pytest.MonkeyPatch, now_us: int) -> None:
    for module in (incidents_module, referrals_module):
        monkeypatch.setattr(module, "now_us", lambda: now_us)


def test_an_agency_that_never_answered_is_not_late_for_ever(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    typist, _ = sent_fire(bench)
    sent_at_us = bench.incident.forms.current.detail.row.referrals[0].sent_at_us
    at(monkeypatch, sent_at_us + HOUR_US)
    bench.incident.board.ticked.emit()
    assert cells(bench) == ["▲ LATE", "1:00:00"]
    typist.press("F3", "X", "1")
    closed_at_us = bench.incident.forms.current.detail.row.closed_at_us
    bench.incident.board.ticked.emit()
    assert cells(bench) == ["no answer", duration_text((closed_at_us - sent_at_us) / 1_000_000)]
    assert cells(bench, TONE_ROLE) == ["dim", "dim"]


def test_opened_again_the_clock_goes_on(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    typist, _ = sent_fire(bench)
    sent_at_us = bench.incident.forms.current.detail.row.referrals[0].sent_at_us
    typist.press("F3", "X", "1", "F4")
    bench.room.handlers["incident.close"]()
    typist.type("api menyala lagi")
    typist.press("Return")
    assert "incident.reopened" in bench.line.kinds()
    at(monkeypatch, sent_at_us + HOUR_US)
    assert cells(bench) == ["▲ LATE", "1:00:00"]


def test_an_agency_that_is_obstructed_shows_no_made_up_time(bench: Bench) -> None:
    typist, _ = sent_fire(bench)
    typist.press("Ctrl+D", "6", "4", "Return")
    assert bench.line.payloads("referral.advanced")[0].state == "obstructed"
    assert cells(bench)[1] == ""


def test_a_closed_incident_in_a_list_keeps_its_age_and_is_not_late(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    at(monkeypatch, NOON_US + HOUR_US)
    late = incident_row(state="sent", referrals=(referral_row(),))
    assert progress_text(late) == "1:00:00 · △ 1 late"
    closed = incident_row(state="closed", closed_at_us=NOON_US + 300_000_000, referrals=(referral_row(),))
    assert progress_text(closed).endswith("05:00")
    assert "late" not in progress_text(closed)
    model = incidents_model(load_catalogue(), "en")
    model.set_rows((closed,))
    assert model.index(0, 1).data(ASIDE_TONE_ROLE) not in {"p1", "p2"}


def test_the_event_of_closing_is_what_stops_it(bench: Bench) -> None:
    sent_fire(bench)
    form = bench.incident.forms.current
    bench.line.commit(
        form.incident_id, log.IncidentClosed(informed="yes"), at_us=form.detail.row.referrals[0].sent_at_us + HOUR_US
    )
    assert cells(bench) == ["no answer", "1:00:00"]
