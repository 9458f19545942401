from __future__ import annotations

import msgspec
import pytest
from support.domain_rows import NOON_US, referral_row

from calltaker.domain.catalogue import Catalogue
from calltaker.domain.dispatch import (
    DISPATCHER,
    NEXT_STATES,
    Recipient,
    acknowledge_by_us,
    answer_wait_s,
    may_advance,
    needs_reason,
    recipients,
    referral_lateness,
)
from db.rows import AgencyRow

SECOND_US = 1_000_000


def codes(found: tuple[Recipient, ...]) -> list[tuple[str, str]]:
    return [(recipient.agency_code, recipient.role) for recipient in found]


def test_the_run_card_of_a_house_fire(catalogue: Catalogue, agencies: tuple[AgencyRow, ...]) -> None:
    assert codes(recipients("KB-01", catalogue, agencies)) == [
        ("DAMKAR", "lead"), ("POLRES", "co"), ("PSC119", "co"), ("PLN", "co"), ("BPBD", "co"), ("PDAM", "co"),
    ]  # fmt: skip


def test_every_type_has_a_lead(catalogue: Catalogue, agencies: tuple[AgencyRow, ...]) -> None:
    for code in catalogue.types:
        found = codes(recipients(code, catalogue, agencies))
        assert [role for _agency, role in found].count("lead") == 1
        assert len({agency for agency, _role in found}) == len(found)


def test_a_lead_that_the_directory_lacks_goes_to_the_dispatcher(catalogue: Catalogue, agencies: tuple[AgencyRow, ...]) -> None:
    without = tuple(agency for agency in agencies if agency.code not in {"DAMKAR", "PLN"})
    found = codes(recipients("KB-01", catalogue, without))
    assert found[0] == (DISPATCHER, "lead")
    assert ("PLN", "co") not in found
    assert codes(recipients("no such type", catalogue, agencies)) == [(DISPATCHER, "lead")]
    assert recipients("KB-01", catalogue, ()) == ()


def test_a_referral_never_leaves_its_end() -> None:
    assert {state for state, following in NEXT_STATES.items() if not following} == {"handled", "refused", "cancelled"}
    for state, following in NEXT_STATES.items():
        assert set(following) <= set(NEXT_STATES) - {state, "sent"}
        assert not may_advance(state, state)


def test_the_usual_way_is_proposed_first() -> None:
    way = ["sent"]
    while NEXT_STATES[way[-1]]:
        way.append(NEXT_STATES[way[-1]][0])
    assert way == ["sent", "acknowledged", "en_route", "on_scene", "handled"]


def test_steps_may_be_skipped_but_not_taken_back() -> None:
    assert may_advance("sent", "on_scene")
    assert may_advance("obstructed", "en_route")
    assert not may_advance("on_scene", "acknowledged")
    assert not may_advance("nonsense", "handled")


def test_reasons() -> None:
    assert {state for state in NEXT_STATES if needs_reason(state)} == {"refused", "obstructed"}


@pytest.mark.parametrize(
    ("after_s", "late"), [(0, "none"), (71, "none"), (72, "amber"), (119, "amber"), (120, "red"), (9999, "red")]
)
def test_lateness_of_an_urgent_referral(after_s: int, late: str) -> None:
    assert referral_lateness(referral_row(), NOON_US + after_s * SECOND_US, priority=1) == late


@pytest.mark.parametrize(("priority", "allowed_s"), [(0, 120), (1, 120), (2, 300), (3, 900), (4, 86_400), (7, 86_400)])
def test_less_urgent_ones_have_more_time(priority: int, allowed_s: int) -> None:
    row = referral_row()
    assert acknowledge_by_us(row, priority) == NOON_US + allowed_s * SECOND_US
    assert referral_lateness(row, NOON_US + allowed_s * SECOND_US - 1, priority) == "amber"
    assert referral_lateness(row, NOON_US + allowed_s * SECOND_US, priority) == "red"


def test_an_agency_with_more_time_keeps_it() -> None:
    row = referral_row(due_us=NOON_US + 1000 * SECOND_US)
    assert acknowledge_by_us(row, 3) == NOON_US + 1000 * SECOND_US
    assert acknowledge_by_us(row, 1) == NOON_US + 1000 * SECOND_US


def test_closing_the_incident_stops_the_clock() -> None:
    closed_at_us = NOON_US + 100 * SECOND_US
    assert referral_lateness(referral_row(), NOON_US + 10**12, closed_at_us=closed_at_us) == "none"
    assert answer_wait_s(referral_row(), NOON_US + 10**12, closed_at_us=closed_at_us) == 100


def test_how_long_an_answer_is_waited_for() -> None:
    assert answer_wait_s(referral_row(), NOON_US + 7 * SECOND_US) == 7
    answered = referral_row(state="handled", acknowledged_at_us=NOON_US + 90 * SECOND_US, ended_at_us=NOON_US + 900 * SECOND_US)
    assert answer_wait_s(answered, NOON_US + 10**12) == 90
    refused = referral_row(state="refused", ended_at_us=NOON_US + 30 * SECOND_US)
    assert answer_wait_s(refused, NOON_US + 10**12) == 30


def test_how_long_an_obstructed_agency_took_to_answer_is_not_made_up() -> None:
    assert answer_wait_s(referral_row(state="obstructed"), NOON_US + 10**12) is None


@pytest.mark.parametrize("state", [state for state in NEXT_STATES if state != "sent"])
def test_an_answer_stops_the_clock(state: str) -> None:
    row = msgspec.structs.replace(referral_row(), state=state)
    assert referral_lateness(row, NOON_US + 10**12) == "none"
