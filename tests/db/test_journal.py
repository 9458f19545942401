"""The writer: facts in, on disk, in order, exactly once."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from db import chain
from db import events as log
from db.journal import Journal, JournalRefusedError, named
from db.queries import board, calls
from tests.db import facts

Opens = Callable[..., Journal]


def test_events_come_back_as_they_went_in(journal: Journal) -> None:
    written = journal.append([facts.ringing("call-1"), facts.answered("call-1")])

    assert journal.events("call-1") == written
    assert [event.seat_seq for event in written] == [1, 2]
    assert written[0].hlc < written[1].hlc
    assert log.decode(written[0].kind, written[0].payload).number == facts.CALLER


def test_each_event_seals_the_one_before(journal: Journal) -> None:
    first, second = journal.append([facts.ringing("call-1"), facts.ended("call-1")])

    assert first.hash == chain.link(chain.GENESIS, first)
    assert second.hash == chain.link(first.hash, second)


def test_the_chain_goes_on_after_a_restart(url: str, open_journal: Opens) -> None:
    before = open_journal(url)
    (first,) = before.append([facts.ringing("call-1")])
    before.close()
    after = open_journal(url)

    (second,) = after.append([facts.answered("call-1")])

    assert second.seat_seq == 2
    assert second.hash == chain.link(first.hash, second)
    assert after.head_seq == 2


def test_the_hybrid_clock_never_goes_back(journal: Journal) -> None:
    later, earlier = journal.append(
        [facts.ringing("call-1", at_us=facts.FIRST_US), facts.answered("call-1", at_us=facts.FIRST_US - facts.MINUTE_US)]
    )

    assert earlier.at_us < later.at_us
    assert earlier.hlc > later.hlc


def test_the_same_id_again_is_acknowledged_not_repeated(journal: Journal) -> None:
    batch = named([facts.ringing("call-1"), facts.answered("call-1")])
    written = journal.append(batch)

    assert journal.append(batch) == written
    assert journal.head_seq == 2


def test_a_half_known_batch_is_completed(journal: Journal) -> None:
    ring, answer = named([facts.ringing("call-1"), facts.answered("call-1")])
    (written,) = journal.append([ring])

    both = journal.append([ring, answer])

    assert both[0] == written
    assert [event.seat_seq for event in both] == [1, 2]


def test_the_same_id_twice_in_one_batch_is_one_event(journal: Journal) -> None:
    (ring,) = named([facts.ringing("call-1")])

    first, second = journal.append([ring, ring])

    assert first == second
    assert journal.head_seq == 1


def test_an_id_used_for_another_fact_is_refused(journal: Journal) -> None:
    (ring,) = named([facts.ringing("call-1")])
    journal.append([ring])

    with pytest.raises(JournalRefusedError, match="used for another fact"):
        journal.append([msgspec.structs.replace(facts.answered("call-2"), id=ring.id)])


@pytest.mark.parametrize(
    "wrong",
    [
        log.NewEvent(kind="call.teleported", subject="call-1", payload=msgspec.Raw(b"{}")),
        log.NewEvent(kind="call.ended", subject="call-1", payload=msgspec.Raw(b'{"by":')),
        log.NewEvent(kind="call.answered", subject="", payload=msgspec.Raw(b"{}")),
        log.NewEvent(kind="call.answered", subject="a\0b", payload=msgspec.Raw(b"{}")),
        log.NewEvent(kind="call.answered", subject="call-1", payload=msgspec.Raw(b"{}"), ver=2),
        log.NewEvent(kind="call.answered", subject="call-1", payload=msgspec.Raw(b"{}"), at_us=-1),
        log.NewEvent(kind="call.answered", subject="call-1", payload=msgspec.Raw(b"{}"), id="not-a-uuid"),
        facts.advanced("referral-1", "obstructed"),
        facts.advanced("referral-1", "lost_in_space"),
        facts.field_set("incident-1", "colour", "red"),
        log.new_event(facts.CALLER, log.NumberMarked(mark="warn", reason="x", expires_us=1 << 70)),
    ],
)
def test_a_wrong_event_is_refused_and_nothing_of_its_batch_is_kept(journal: Journal, wrong: log.NewEvent) -> None:
    with pytest.raises(JournalRefusedError):
        journal.append([facts.ringing("call-1"), wrong])

    assert journal.head_seq == 0
    assert journal.events("call-1") == ()
    assert journal.append([facts.ringing("call-1")])[0].seat_seq == 1


def test_nothing_to_append_is_nothing_done(journal: Journal) -> None:
    assert journal.append([]) == ()
    assert journal.head_seq == 0


def test_ticket_numbers_count_within_the_local_day(journal: Journal, reader: object) -> None:
    midnight_wib_us = facts.FIRST_US + 17 * 60 * facts.MINUTE_US
    journal.append(
        [facts.opened("incident-1", at_us=midnight_wib_us - 2), facts.opened("incident-2", at_us=midnight_wib_us - 1)]
    )
    journal.append([facts.opened("incident-3", at_us=midnight_wib_us)])

    numbers = {row.incident_id: row.number[-4:] for row in board.open_incidents(reader)}
    assert numbers == {"incident-1": "0001", "incident-2": "0002", "incident-3": "0001"}


def test_ticket_numbers_go_on_after_a_restart_and_a_repeat(url: str, open_journal: Opens) -> None:
    journal = open_journal(url)
    batch = named([facts.opened("incident-1")])
    journal.append(batch)
    journal.append(batch)
    journal.close()

    (event,) = open_journal(url).append([facts.opened("incident-2")])

    assert log.decode(event.kind, event.payload).counter == 2


def test_a_referral_carries_the_promise_in_force_when_it_was_sent(journal: Journal, reader: object) -> None:
    fire = log.new_event("DAMKAR", log.AgencyDefined(name="Pemadam", acknowledge_within_s=60))
    later = log.new_event("DAMKAR", log.AgencyDefined(name="Pemadam", acknowledge_within_s=600))
    at_us = facts.FIRST_US
    journal.append([facts.opened("incident-1"), fire, facts.sent("referral-1", "incident-1", at_us=at_us), later])
    journal.append([facts.sent("referral-2", "incident-1", agency="UNKNOWN", at_us=at_us)])

    due_s = {row.referral_id: (row.due_us - at_us) // facts.SECOND_US for row in board.open_incidents(reader)[0].referrals}
    assert due_s == {"referral-1": 60, "referral-2": 120}


def test_drafts_are_kept_per_key_and_forgotten(url: str, open_journal: Opens) -> None:
    journal = open_journal(url)
    for text in ("k", "ke", "keb"):
        journal.save_draft("call-1", text)
    journal.save_draft("call-2", "x")
    journal.save_draft("call-2", "")
    journal.close()

    assert open_journal(url).drafts() == {"call-1": "keb"}


@pytest.mark.postgres
def test_drafts_of_another_seat_are_not_ours(server_url: str, open_journal: Opens) -> None:
    open_journal(server_url, "seat-2").save_draft("call-9", "x")

    assert open_journal(server_url, "seat-1").drafts() == {}


def test_open_calls_are_those_running_and_just_ended(journal: Journal) -> None:
    long_ago = facts.FIRST_US
    journal.append([facts.ringing("old", at_us=long_ago), facts.ended("old", long_ago + 1)])
    journal.append([facts.ringing("running", at_us=long_ago), facts.answered("running")])
    journal.append([facts.ringing("just"), facts.ended("just")])

    assert [(event.subject, event.kind) for event in journal.open_calls()] == [
        ("running", "call.ringing"),
        ("running", "call.answered"),
        ("just", "call.ringing"),
        ("just", "call.ended"),
    ]


def test_a_call_is_refolded_across_a_restart(url: str, open_journal: Opens, reader: object) -> None:
    journal = open_journal(url)
    journal.append([facts.ringing("call-1")])
    journal.close()
    open_journal(url).append([facts.answered("call-1", at_us=facts.FIRST_US)])

    row = calls.call(reader, "call-1")
    assert row is not None
    assert row.answered_at_us == facts.FIRST_US


def test_what_is_said_of_an_unknown_call_is_kept_and_folds_into_nothing(journal: Journal, reader: object) -> None:
    (event,) = journal.append([facts.outcome("never-rang", "prank_child")])

    assert journal.events("never-rang") == (event,)
    assert calls.call(reader, "never-rang") is None


def test_a_nul_in_a_name_is_kept_in_the_event_and_shown_as_unreadable(journal: Journal, reader: object) -> None:
    (event,) = journal.append([facts.ringing("call-1", display_name="a\0b")])

    assert log.decode(event.kind, event.payload).display_name == "a\0b"
    row = calls.call(reader, "call-1")
    assert row is not None
    assert row.display_name == "a\ufffdb"


@pytest.mark.postgres
def test_two_seats_write_one_server(server_url: str, open_journal: Opens) -> None:
    one, two = open_journal(server_url, "seat-1"), open_journal(server_url, "seat-2")
    written = [seat.append([facts.opened(facts.new_id())])[0] for seat in (one, two, one, two)]

    assert [event.seat_seq for event in written] == [1, 1, 2, 2]
    assert [log.decode(event.kind, event.payload).counter for event in written] == [1, 2, 3, 4]
