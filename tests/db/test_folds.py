"""The folds as plain functions: the same rows whatever the engine, the batches or the order of what is concurrent."""

from __future__ import annotations

import random
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from db import events as log
from db.audits.folds import fold_all
from db.records import CallRecord, FieldRecord, IncidentRecord, MarkRecord, Record, ReferralRecord, UnitRecord
from tests.db import facts


def as_events(news: list[log.NewEvent], seat: str = "seat-1", first_us: int = facts.FIRST_US) -> list[log.Event]:
    """Number the facts as a seat would, a second apart."""
    return [
        log.Event(
            id=new.id or facts.new_id(),
            seat=seat,
            seat_seq=number,
            at_us=new.at_us or first_us + number * facts.SECOND_US,
            hlc=((first_us + number * facts.SECOND_US) // 1000) << 16,
            actor=new.actor,
            subject=new.subject,
            kind=new.kind,
            ver=new.ver,
            payload=new.payload,
            hash="",
        )
        for number, new in enumerate(news, start=1)
    ]


def folded(news: list[log.NewEvent]) -> dict[tuple[str, tuple[str, ...]], Any]:
    return fold_all(as_events(news))


def at(second: int) -> int:
    return facts.FIRST_US + second * facts.SECOND_US


def test_a_call_from_ring_to_end() -> None:
    seal = facts.sealed("call-1", "2026-01-15/call-1.wav", "ab")
    rows = folded([facts.ringing("call-1"), facts.answered("call-1"), facts.ended("call-1", by="caller"), seal])

    call: CallRecord = rows["call", ("call-1",)]
    assert (call.direction, call.number, call.ringing_at_us, call.answered_at_us) == ("in", facts.CALLER, at(1), at(2))
    assert (call.ended_at_us, call.ended_by, call.recording_path, call.recording_s) == (
        at(3),
        "caller",
        "2026-01-15/call-1.wav",
        1.5,
    )


def test_a_second_end_does_not_move_the_first() -> None:
    call = folded([facts.ringing("c"), facts.ended("c", by="caller"), facts.ended("c", by="line")])["call", ("c",)]

    assert (call.ended_at_us, call.ended_by) == (at(2), "caller")


def test_an_outcome_is_corrected_and_undone() -> None:
    first, second = (msgspec.structs.replace(facts.outcome("c", code), id=facts.new_id()) for code in ("pocket", "prank_child"))
    stale = log.new_event("c", log.OutcomeUndone(undoes=first.id))
    undo = log.new_event("c", log.OutcomeUndone(undoes=second.id))

    assert folded([facts.ringing("c"), first, second, stale])["call", ("c",)].outcome == "prank_child"
    undone = folded([facts.ringing("c"), first, second, undo])["call", ("c",)]
    assert (undone.outcome, undone.outcome_event_id, undone.outcome_at_us) == ("", "", None)


def test_a_refused_call_never_rang() -> None:
    refused = log.new_event(
        "c", log.CallRefused(from_uri="sip:x", number_raw="x", number=facts.CALLER, code=486, reason="busy")
    )
    call = folded([refused])["call", ("c",)]

    assert (call.refused, call.ended_by, call.answered_at_us) == (True, "refused", None)


def test_an_incident_is_closed_and_opened_again() -> None:
    close = log.new_event("i", log.IncidentClosed(informed="yes", reason="done"), actor="petugas")
    again = log.new_event("i", log.IncidentReopened(reason="fire is back"))

    closed: IncidentRecord = folded([facts.opened("i"), close])["incident", ("i",)]
    assert (closed.closed_at_us, closed.closed_by, closed.informed) == (at(2), "petugas", "yes")
    assert folded([facts.opened("i"), close, again])["incident", ("i",)].closed_at_us is None


def test_a_referral_keeps_the_first_time_of_every_state() -> None:
    steps = ["en_route", "obstructed", "en_route", "on_scene", "handled"]
    rows = folded([facts.sent("r", "i"), *(facts.advanced("r", state, "road") for state in steps)])

    referral: ReferralRecord = rows["referral", ("r",)]
    assert (referral.acknowledged_at_us, referral.en_route_at_us, referral.on_scene_at_us) == (at(2), at(2), at(5))
    assert (referral.state, referral.ended_at_us) == ("handled", at(6))


def test_a_referral_that_goes_on_has_not_ended() -> None:
    rows = folded([facts.sent("r", "i"), facts.advanced("r", "refused", "no crew"), facts.advanced("r", "acknowledged")])

    assert rows["referral", ("r",)].ended_at_us is None


def test_a_unit_keeps_its_state_when_it_is_described_anew() -> None:
    define = log.new_event("PMK-1", log.UnitDefined(agency="DAMKAR"))
    go = log.new_event("PMK-1", log.UnitStateSet(state="en_route", incident_id="i"))
    rename = log.new_event("PMK-1", log.UnitDefined(agency="DAMKAR", name="Tangki", active=False))

    unit: UnitRecord = folded([define, go, go, rename])["unit", ("PMK-1",)]
    assert (unit.state, unit.incident_id, unit.since_us, unit.name, unit.active) == ("en_route", "i", at(2), "Tangki", False)


def test_a_mark_is_set_renewed_and_taken_off() -> None:
    mark = log.new_event(facts.CALLER, log.NumberMarked(mark="warn", reason="3 pranks", expires_us=at(100)), actor="penyelia")
    off = log.new_event(facts.CALLER, log.NumberUnmarked(mark="warn", reason="new owner"))
    key = ("number_mark", (facts.CALLER, "warn"))

    row: MarkRecord = folded([mark])[key]
    assert (row.marked_by, row.active) == ("penyelia", True)
    assert folded([mark, off])[key].active is False
    assert folded([mark, off, mark])[key].active is True


def test_unknown_kinds_are_passed_over() -> None:
    ring, *_ = as_events([facts.ringing("c")])
    newer = msgspec.structs.replace(ring, kind="call.beamed", seat_seq=2)

    assert set(fold_all([ring, newer])) == {("call", ("c",))}


# --- the register of an incident's fields -----------------------------------------------------------------------------
def live(rows: dict[Any, Record]) -> dict[str, dict[str, str]]:
    values: dict[str, dict[str, str]] = {}
    for row in rows.values():
        if isinstance(row, FieldRecord) and not row.superseded_by and row.hlc:
            values.setdefault(row.field, {})[row.event_id] = row.value
    return values


class Editors(RuleBasedStateMachine):
    """Three people edit one incident; each sees what has reached them. No value vanishes unless an edit that saw it took its
    place, and every order of arrival gives the same live values."""

    @initialize()
    def open(self) -> None:
        self.seen: list[list[log.Event]] = [[], [], []]
        self.all: list[log.Event] = []

    @rule(who=st.integers(0, 2), field=st.sampled_from(["summary", "place_text"]), value=st.text(max_size=5))
    def edit(self, who: int, field: str, value: str) -> None:
        sees = live(fold_all(self.seen[who])).get(field, {})
        (event,) = as_events([facts.field_set("i", field, value, *sees)], f"seat-{who}", facts.FIRST_US + len(self.all) * 10**6)
        self.all.append(event)
        self.seen[who].append(event)

    @rule(who=st.integers(0, 2), seed=st.integers(0, 1000), share=st.floats(0, 1))
    def receive(self, who: int, seed: int, share: float) -> None:
        """Some of the others' edits arrive, in any order, maybe before what they refer to."""
        dice = random.Random(seed)
        missing = [event for event in self.all if event not in self.seen[who] and dice.random() < share]
        dice.shuffle(missing)
        self.seen[who].extend(missing)

    @invariant()
    def nothing_vanishes_unseen(self) -> None:
        values = live(fold_all(self.all))
        taken = {seen for event in self.all for seen in log.decode(event.kind, event.payload).sees}
        for event in self.all:
            field = log.decode(event.kind, event.payload).field
            assert (event.id in values.get(field, {})) == (event.id not in taken)

    @invariant()
    def order_does_not_matter(self) -> None:
        shuffled = list(self.all)
        random.Random(len(shuffled)).shuffle(shuffled)
        assert live(fold_all(shuffled)) == live(fold_all(self.all)) == live(fold_all([*self.all, *shuffled]))


TestEditors = Editors.TestCase
TestEditors.settings = settings(max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))


@given(order=st.permutations(range(4)))
@settings(max_examples=24, deadline=None)
def test_first_values_are_superseded_in_any_order(order: list[int]) -> None:
    opening = msgspec.structs.replace(facts.opened("i", summary="api"), id=facts.new_id())
    one = facts.field_set("i", "summary", "kebakaran", opening.id, event_id=facts.new_id())
    two = facts.field_set("i", "summary", "asap", opening.id, event_id=facts.new_id())
    chosen = facts.field_set("i", "summary", "kebakaran rumah", one.id, two.id, event_id=facts.new_id())
    events = as_events([opening, one, two, chosen])

    assert live(fold_all([events[place] for place in order])) == {"summary": {chosen.id: "kebakaran rumah"}}
