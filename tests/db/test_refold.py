"""Whatever is said in whatever batches, folding the log again gives the rows that are stored."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import audit, migrate
from db import events as log
from db.journal import Journal
from tests.db import facts
from tests.db.conftest import ticket

CALLS, INCIDENTS, REFERRALS = ("c1", "c2"), ("i1", "i2"), ("r1", "r2")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TIME_US = st.integers(facts.FIRST_US, facts.FIRST_US + 10**11)


def about(subjects: tuple[str, ...], payloads: st.SearchStrategy[log.Payload]) -> st.SearchStrategy[log.NewEvent]:
    actors = st.sampled_from(["", "petugas", "penyelia"])
    return st.builds(
        lambda subject, payload, actor, at_us: log.new_event(subject, payload, actor=actor, at_us=at_us),
        st.sampled_from(subjects),
        payloads,
        actors,
        TIME_US,
    )


CALL_PAYLOADS = st.one_of(
    st.builds(lambda name: log.decode("call.ringing", facts.ringing("x", display_name=name).payload), TEXT),
    st.builds(log.CallDialed, line=TEXT, target_uri=TEXT, number=TEXT, callback=st.booleans()),
    st.builds(log.CallRefused, from_uri=TEXT, number_raw=TEXT, code=st.just(486), reason=TEXT),
    st.just(log.CallAnswered()),
    st.builds(log.CallEnded, by=TEXT, code=st.just(200), reason=TEXT, answered=st.booleans()),
    st.builds(log.OutcomeSet, outcome=st.sampled_from(["prank_child", "emergency"])),
    st.builds(log.OutcomeUndone, undoes=TEXT),
    st.builds(log.CallLinked, incident_id=st.sampled_from(INCIDENTS)),
    st.builds(log.CallLocationConfirmed, source=TEXT, after_ms=st.none() | st.integers(0, 10**9)),
    st.builds(log.RecordingSealed, path=TEXT, sha256=TEXT, seconds=st.floats(0, 1e6), bytes=st.integers(0, 10**9)),
)
FIELD = st.sampled_from(log.INCIDENT_FIELDS)
INCIDENT_PAYLOADS = st.one_of(
    st.builds(log.IncidentOpened, call_id=TEXT, fields=st.dictionaries(FIELD, TEXT, max_size=3)),
    st.builds(log.IncidentFieldSet, field=FIELD, value=TEXT),
    st.builds(log.IncidentFieldSet, field=st.sampled_from(["lat", "lon"]), value=st.floats().map(str)),
    st.builds(log.IncidentFieldSet, field=st.just("location_verified"), value=st.just("1"), place=st.dictionaries(FIELD, TEXT)),
    st.builds(log.IncidentNoteAdded, text=TEXT),
    st.builds(log.IncidentClosed, informed=TEXT),
    st.builds(log.IncidentReopened, reason=TEXT),
)
REFERRAL_PAYLOADS = st.one_of(
    st.builds(log.ReferralSent, incident_id=st.sampled_from(INCIDENTS), agency=st.just("DAMKAR"), message=TEXT),
    st.builds(log.ReferralAdvanced, state=st.sampled_from(["acknowledged", "on_scene", "handled", "cancelled"]), reason=TEXT),
)
DEGREES = st.none() | st.floats(-90, 90)
FACTS = st.one_of(
    about(CALLS, CALL_PAYLOADS),
    about(INCIDENTS, INCIDENT_PAYLOADS),
    about(REFERRALS, REFERRAL_PAYLOADS),
    about(("PMK-1",), st.builds(log.UnitDefined, agency=TEXT, lat=DEGREES, lon=DEGREES)),
    about(("n1", "n2"), st.builds(log.PlaceNoteEnded, reason=TEXT)),
    about(
        ("n1", "n2"),
        st.builds(
            log.PlaceNoteAdded, hazard=TEXT, text=st.just("anjing"), expires_us=TIME_US, lat=DEGREES, number=st.just("1")
        ),
    ),
    about(("PMK-1",), st.builds(log.UnitStateSet, state=st.sampled_from(["ready", "en_route"]))),
    about(("DAMKAR",), st.builds(log.AgencyDefined, name=TEXT, keys=st.tuples(TEXT), acknowledge_within_s=st.integers(1, 900))),
    about(
        (facts.CALLER,), st.builds(log.NumberMarked, mark=st.sampled_from(["warn", "known"]), reason=TEXT, expires_us=TIME_US)
    ),
    about((facts.CALLER,), st.builds(log.NumberUnmarked, mark=st.just("warn"), reason=TEXT)),
    about(("seat-1",), st.builds(log.SeatChanged, what=TEXT)),
)
BATCHES = st.lists(st.lists(FACTS, min_size=1, max_size=6), min_size=1, max_size=6)


def say(journal: Journal, batches: list[list[log.NewEvent]]) -> None:
    """Append the batches; every edit of a field sees all events of its incident so far, those of its own batch included."""
    for batch in batches:
        named: list[log.NewEvent] = []
        for fact in batch:
            new = msgspec.structs.replace(fact, id=facts.new_id())
            if new.kind == "incident.field_set":
                before = [event.id for event in (*journal.events(new.subject), *named) if event.subject == new.subject]
                payload = msgspec.structs.replace(log.decode(new.kind, new.payload), sees=tuple(before[::2]))
                new = msgspec.structs.replace(new, payload=log.encode(payload))
            named.append(new)
        journal.append(named)


@given(batches=BATCHES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_refolding_a_file_gives_its_rows(batches: list[list[log.NewEvent]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'journal.sqlite3'}"
        migrate.upgrade(url)
        journal = Journal(url, "seat-1", numbering=ticket, ballast_bytes=0)
        journal.open()
        say(journal, batches)
        journal.close()
        assert audit.verify(url) == ()


@pytest.mark.postgres
def test_refolding_a_server_of_two_seats_gives_its_rows(server_url: str, open_journal: Callable[..., Journal]) -> None:
    seats = [open_journal(server_url, name) for name in ("seat-1", "seat-2")]

    @given(batches=BATCHES, turns=st.lists(st.sampled_from(seats), min_size=6, max_size=6))
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def both_write(batches: list[list[log.NewEvent]], turns: list[Journal]) -> None:
        for batch, seat in zip(batches, turns, strict=False):
            say(seat, [batch])
        assert audit.verify(server_url) == ()

    both_write()
