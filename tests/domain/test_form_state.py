from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.domain.catalogue import Catalogue
from calltaker.domain.form import NO_LOCATION, DraftUnreadableError, FieldState, FormState
from calltaker.domain.proposal import Proposal
from db.events import INCIDENT_FIELDS

NOW_US = 1_768_435_200_000_000
fields = st.sampled_from(INCIDENT_FIELDS)
steps = st.lists(st.tuples(st.sampled_from(("typed", "suggested", "from_network")), fields, st.text(max_size=20)), max_size=30)
proposals = st.builds(
    Proposal,
    type_code=st.sampled_from(("", "KB-01", "MD-01")),
    priority=st.integers(0, 4),
    place_text=st.sampled_from(("", "jl mawar 12")),
    landmark=st.sampled_from(("", "dekat masjid")),
    trapped=st.none() | st.integers(0, 9),
    victims=st.none() | st.integers(0, 9),
)


def walk(form: FormState, path: list[tuple[str, str, str]]) -> FormState:
    for step, field, value in path:
        form = getattr(form, step)(field, value)
    return form


@given(steps, fields, st.text(max_size=20), steps, proposals)
def test_what_a_person_set_stays(
    before: list[tuple[str, str, str]], field: str, value: str, after: list[tuple[str, str, str]], proposal: Proposal
) -> None:
    form = walk(FormState(), before).typed(field, value)
    form = walk(form, [step for step in after if step[0] != "typed"]).with_proposal(proposal)
    assert form.value(field) == value
    assert form.origin(field) == "person"


@given(steps, proposals)
def test_a_draft_comes_back_as_it_was(path: list[tuple[str, str, str]], proposal: Proposal) -> None:
    form = walk(FormState(), path).with_proposal(proposal)
    assert FormState.from_json(form.to_json()) == form


@given(proposals, proposals)
def test_only_the_last_proposal_counts(first: Proposal, second: Proposal) -> None:
    assert FormState().with_proposal(first).with_proposal(second) == FormState().with_proposal(second)


@given(steps)
def test_an_incident_starts_with_what_is_not_empty(path: list[tuple[str, str, str]]) -> None:
    form = walk(FormState(), path)
    assert form.as_fields() == {field: form.value(field) for field in INCIDENT_FIELDS if form.value(field)}


def test_a_field_that_a_person_emptied_stays_empty() -> None:
    form = FormState().suggested("place_text", "jl mawar").typed("place_text", "")
    assert form.with_proposal(Proposal(place_text="jl melati")).value("place_text") == ""


def test_a_field_given_back_shows_the_suggestion_again() -> None:
    form = FormState().with_proposal(Proposal(place_text="jl mawar")).typed("place_text", "x").typed("landmark", "y")
    assert form.released("place_text").value("place_text") == "jl mawar"
    assert form.released("place_text").origin("place_text") == "suggestion"
    assert form.released("landmark").origin("landmark") is None


def test_a_proposal_is_withdrawn_when_the_line_no_longer_says_so() -> None:
    form = FormState().with_proposal(Proposal(type_code="KB-01", priority=1, trapped=2))
    assert form.value("trapped") == "2"
    form = form.with_proposal(Proposal(type_code="KB-01", priority=1))
    assert form.origin("trapped") is None
    assert form.value("type_code") == "KB-01"


def test_a_network_place_stands_over_a_suggestion_and_under_a_person() -> None:
    form = FormState().suggested("place_text", "jl mawar").from_network("place_text", "Jalan Mawar 12, Bumi Asri")
    assert form.suggested("place_text", "jl m").origin("place_text") == "network"
    assert form.typed("place_text", "Jl. Mawar 14").from_network("place_text", "x").value("place_text") == "Jl. Mawar 14"
    assert form.from_network("place_text", "").origin("place_text") is None
    assert form.suggested("landmark", "").origin("landmark") is None


def test_the_priority_of_another_type_is_not_taken_over() -> None:
    form = FormState().typed("type_code", "IN-01").with_proposal(Proposal(type_code="KB-01", priority=1))
    assert form.value("priority") == ""
    assert form.with_proposal(Proposal(type_code="IN-01", priority=2)).value("priority") == "2"


@pytest.mark.parametrize(("radius", "is_enough"), [("120", True), ("300", True), ("301", False), ("", False), ("0", False)])
def test_a_point_that_somebody_can_drive_to_needs_no_words(radius: str, is_enough: bool) -> None:
    form = FormState().typed("type_code", "KB-01").typed("priority", "1")
    for name, value in (("lat", "-7.912340"), ("lon", "110.214560"), ("radius_m", radius)):
        form = form.from_network(name, value)
    assert form.missing_to_send(NOW_US) == (() if is_enough else ("place_text",))


@pytest.mark.parametrize(("minutes", "verified", "is_enough"), [(4, "", True), (6, "", False), (6, "1", True)])
def test_where_the_telephone_was_is_not_where_to_drive(minutes: int, verified: str, is_enough: bool) -> None:
    form = FormState().typed("type_code", "KB-01").typed("priority", "1").typed("location_verified", verified)
    at_us = NOW_US - minutes * 60_000_000
    for name, value in (("lat", "-7.9"), ("lon", "110.2"), ("radius_m", "50"), ("location_at_us", str(at_us))):
        form = form.from_network(name, value)
    assert form.missing_to_send(NOW_US) == (() if is_enough else ("place_text",))


def test_missing_to_send() -> None:
    assert FormState().missing_to_send(NOW_US) == ("type_code", "place_text", "priority")
    form = FormState().with_proposal(Proposal(type_code="KB-01", priority=1)).typed("place_text", "  ")
    assert form.missing_to_send(NOW_US) == ("place_text",)
    assert form.typed("location_source", NO_LOCATION).missing_to_send(NOW_US) == ()
    assert form.suggested("location_source", NO_LOCATION).missing_to_send(NOW_US) == ("place_text",)
    assert form.typed("place_text", "jl mawar").missing_to_send(NOW_US) == ()


def test_a_changed_priority_needs_a_reason(catalogue: Catalogue) -> None:
    form = FormState().with_proposal(Proposal(type_code="KR-03", priority=1))
    assert not form.priority_needs_reason(catalogue)
    assert not form.typed("priority", "1").priority_needs_reason(catalogue)
    assert not form.typed("priority", "2").priority_needs_reason(catalogue)
    changed = form.typed("priority", "4")
    assert changed.priority_needs_reason(catalogue)
    assert not changed.typed("priority_reason", "sudah dilerai").priority_needs_reason(catalogue)
    assert not form.typed("priority", "").priority_needs_reason(catalogue)
    assert FormState().typed("priority", "2").priority_needs_reason(catalogue)


def test_an_unknown_field_is_a_mistake_of_the_program() -> None:
    for step in (FormState().typed, FormState().suggested):
        with pytest.raises(KeyError, match="colour"):
            step("colour", "red")
    with pytest.raises(KeyError):
        FormState().value("colour")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"values": {"colour": {"value": "", "origin": "person"}}}', "[" * 5000, '{"values": 1}']
)
def test_a_broken_draft_is_said(text: str) -> None:
    with pytest.raises(DraftUnreadableError):
        FormState.from_json(text)


def test_states_are_values() -> None:
    form = FormState()
    assert form.typed("summary", "x") is not form
    assert form == FormState()
    assert form.typed("summary", "x").values == {"summary": FieldState(value="x", origin="person")}
