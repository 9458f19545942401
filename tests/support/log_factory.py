"""A seeded maker of realistic logs: weeks of invented calls as a 112 desk sees them, appended through the journal.

Proportions follow the published volumes of Indonesian centres (domain reference 1.3): nine of ten calls are no emergency,
pranks come from few numbers and mostly after 10:00, a "prank number" calls in earnest now and then.

    python -m tests.support.log_factory sqlite:////tmp/invented.sqlite3 3000 --days 30
"""

from __future__ import annotations

import argparse
import random
import time
import uuid
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from support.invented import FIRST_NAMES, INCIDENTS, LANDMARKS, OUTCOME_WEIGHTS, PRANK_HOURS, QUIET_HOURS, STREETS

from db import events as log
from db.journal import Journal
from db.migrate import upgrade

DAY_US = 86_400_000_000
HOUR_US = 3_600_000_000
SECOND_US = 1_000_000
UTC_OFFSET_MINUTES = 420
BATCH_EVENTS = 800
OPENS_INCIDENT = {"emergency", "non_emergency", "ghost_sounds", "out_of_region"}
PRANKS = {"prank_child", "prank_adult"}


class LogFactory:
    """Makes calls one after another in time; the same seed makes the same log. Numbers and names are invented."""

    def __init__(self, *, seed: int = 112, end_us: int, days: int = 30) -> None:
        self._random = random.Random(seed)
        self._start_us = end_us - days * DAY_US
        self._days = days
        self._pranksters = [self._invented_number() for _ in range(14)]
        self._citizens = [self._invented_number() for _ in range(500)]

    def calls(self, count: int) -> Iterator[list[log.NewEvent]]:
        """Yield the events of each call (with its incident and referrals), in order of ringing."""
        moments = sorted(self._moment() for _ in range(count))
        for ringing_us, outcome in moments:
            yield self._call(ringing_us, outcome)

    # --- who calls when -------------------------------------------------------------------------------------------------
    def _moment(self) -> tuple[int, str]:
        """Return when a call rings and what it is: pranks keep school hours, the rest is spread more evenly."""
        outcome = self._pick(OUTCOME_WEIGHTS)
        hours = PRANK_HOURS if outcome in PRANKS else QUIET_HOURS
        (hour,) = self._random.choices(range(24), cum_weights=list(accumulate(hours)))
        day = self._random.randrange(self._days)
        local_midnight = (self._start_us + UTC_OFFSET_MINUTES * 60 * SECOND_US) // DAY_US * DAY_US + day * DAY_US
        return local_midnight - UTC_OFFSET_MINUTES * 60 * SECOND_US + hour * HOUR_US + self._random.randrange(HOUR_US), outcome

    def _pick(self, weights: dict[str, float]) -> str:
        return self._random.choices(list(weights), weights=list(weights.values()))[0]

    def _invented_number(self) -> str:
        return f"+6281255{self._random.randrange(10**6):06}"

    def _number(self, outcome: str) -> str:
        if self._random.random() < 0.06:
            return ""
        is_prankster = self._random.random() < (0.8 if outcome in PRANKS else 0.03)
        if is_prankster:
            place = min(int(self._random.expovariate(0.35)), len(self._pranksters) - 1)
            return self._pranksters[place]
        return self._random.choice(self._citizens)

    def _id(self, at_us: int) -> str:
        """Return a UUIDv7 of that moment, repeatable."""
        value = (at_us // 1000) << 80 | 7 << 76 | self._random.getrandbits(12) << 64 | 2 << 62 | self._random.getrandbits(62)
        return str(uuid.UUID(int=value))

    # --- one call -------------------------------------------------------------------------------------------------------
    def _call(self, at_us: int, outcome: str) -> list[log.NewEvent]:
        call_id, number = self._id(at_us), self._number(outcome)
        if outcome == "refused":
            return [self._refused(call_id, number, at_us)]
        made = [self._ringing(call_id, number, at_us)]
        answer_us = at_us + int(min(self._random.lognormvariate(1.35, 0.62), 55) * SECOND_US)
        if outcome == "abandoned":
            made.append(self._ended(call_id, answer_us, "caller", answered=False))
            return made + (self._call_back(number, answer_us) if number and self._random.random() < 0.6 else [])
        end_us = answer_us + int(min(self._random.lognormvariate(3.2, 0.8), 900) * SECOND_US)
        made.append(self._event(call_id, log.CallAnswered(), answer_us))
        made.append(self._event(call_id, log.AudioStarted(), answer_us + 60_000))
        made += self._recorded(call_id, answer_us, end_us)
        if outcome in OPENS_INCIDENT:
            made += self._incident(call_id, number, outcome, answer_us)
        made.append(self._ended(call_id, end_us, self._random.choice(("caller", "desk")), answered=True))
        return made + self._outcomes(call_id, outcome, end_us)

    def _event(self, subject: str, payload: log.Payload, at_us: int, event_id: str = "") -> log.NewEvent:
        return log.new_event(subject, payload, actor="petugas", at_us=at_us, event_id=event_id or self._id(at_us))

    def _ringing(self, call_id: str, number: str, at_us: int) -> log.NewEvent:
        user = "0" + number[3:] if number else "anonymous"
        payload = log.CallRinging(
            line="112",
            sip_call_id=f"{call_id}@pbx.invalid",
            request_uri="sip:112@seat.invalid",
            from_uri=f"sip:{user}@pbx.invalid",
            display_name="",
            asserted_identity="",
            number_raw=user if number else "",
            number=number,
            source_address="192.0.2.10:5060",
            headers=(("Contact", f"<sip:{user}@192.0.2.10>"),),
            parts=(),
            raw=b"",
        )
        return self._event(call_id, payload, at_us)

    def _refused(self, call_id: str, number: str, at_us: int) -> log.NewEvent:
        raw = "0" + number[3:] if number else ""
        payload = log.CallRefused(
            from_uri=f"sip:{raw}@pbx.invalid", number_raw=raw, number=number, code=486, reason="Busy Here"
        )
        return self._event(call_id, payload, at_us)

    def _ended(self, call_id: str, at_us: int, by: str, *, answered: bool) -> log.NewEvent:
        code, reason = (200, "OK") if answered else (487, "Request Terminated")
        return self._event(call_id, log.CallEnded(by=by, code=code, reason=reason, answered=answered), at_us)

    def _call_back(self, number: str, after_us: int) -> list[log.NewEvent]:
        at_us = after_us + self._random.randrange(20, 400) * SECOND_US
        call_id = self._id(at_us)
        dialed = log.CallDialed(line="112", target_uri=f"sip:{number}@pbx.invalid", number=number, callback=True)
        made = [self._event(call_id, dialed, at_us)]
        if self._random.random() < 0.7:
            made.append(self._event(call_id, log.CallAnswered(), at_us + 8 * SECOND_US))
            made.append(self._ended(call_id, at_us + 50 * SECOND_US, "desk", answered=True))
        else:
            made.append(self._ended(call_id, at_us + 30 * SECOND_US, "desk", answered=False))
        return made

    def _recorded(self, call_id: str, from_us: int, to_us: int) -> list[log.NewEvent]:
        seconds = (to_us - from_us) / SECOND_US
        sealed = log.RecordingSealed(
            path=f"invented/{call_id}.wav",
            sha256=f"{self._random.getrandbits(256):064x}",
            seconds=round(seconds, 2),
            bytes=int(seconds * 32_000) + 44,
        )
        started = log.RecordingStarted(caller_leg=f"{call_id}.caller.wav", desk_leg=f"{call_id}.desk.wav")
        return [self._event(call_id, started, from_us), self._event(call_id, sealed, to_us + 300_000)]

    def _outcomes(self, call_id: str, outcome: str, end_us: int) -> list[log.NewEvent]:
        """The outcome; sometimes undone and given again, sometimes corrected later, sometimes forgotten."""
        chance = self._random.random()
        if outcome == "none" or chance < 0.01:
            return []
        first_id, at_us = self._id(end_us + 2 * SECOND_US), end_us + 2 * SECOND_US
        if chance < 0.03:
            wrong = self._event(call_id, log.OutcomeSet(outcome="wrong_number"), at_us, first_id)
            undone = self._event(call_id, log.OutcomeUndone(undoes=first_id), at_us + 3 * SECOND_US)
            return [wrong, undone, self._event(call_id, log.OutcomeSet(outcome=outcome), at_us + 5 * SECOND_US)]
        if chance < 0.05:
            wrong = self._event(call_id, log.OutcomeSet(outcome="ghost_silent"), at_us, first_id)
            right = log.OutcomeSet(outcome=outcome, replaces=first_id, reason="didengar ulang")
            return [wrong, self._event(call_id, right, at_us + 600 * SECOND_US)]
        return [self._event(call_id, log.OutcomeSet(outcome=outcome), at_us, first_id)]

    # --- incidents ------------------------------------------------------------------------------------------------------
    def _incident(self, call_id: str, number: str, outcome: str, answer_us: int) -> list[log.NewEvent]:
        rare = outcome == "emergency"
        kind = self._random.choice([entry for entry in INCIDENTS if (entry[1] in "12") == rare] or INCIDENTS)
        opened_us = answer_us + self._random.randrange(15, 60) * SECOND_US
        incident_id = self._id(opened_us)
        street, landmark = self._random.choice(STREETS), self._random.choice(LANDMARKS)
        fields = {
            "summary": f"{kind[2]} {street}",
            "type_code": kind[0],
            "priority": kind[1],
            "place_text": f"{street} {self._random.randrange(1, 120)}",
            "landmark": landmark,
            "reporter_name": self._random.choice(FIRST_NAMES),
            "callback_number": number,
        }
        made = [
            self._event(incident_id, log.IncidentOpened(call_id=call_id, fields=fields), opened_us),
            self._event(call_id, log.CallLinked(incident_id=incident_id), opened_us),
        ]
        for place, agency in enumerate(kind[3]):
            made += self._referral(incident_id, agency, "co" if place else "lead", opened_us + 5 * SECOND_US)
        if self._random.random() < 0.9:
            closed = log.IncidentClosed(informed=self._random.choice(("yes", "yes", "unreachable", "anonymous")))
            made.append(self._event(incident_id, closed, opened_us + 3 * HOUR_US))
        return made

    def _referral(self, incident_id: str, agency: str, role: str, sent_us: int) -> list[log.NewEvent]:
        referral_id = self._id(sent_us)
        sent = log.ReferralSent(incident_id=incident_id, agency=agency, role=role, message="112 KOTA CONTOH | contoh")
        made = [self._event(referral_id, sent, sent_us)]
        states = ["acknowledged", "en_route", "on_scene", "handled"]
        if self._random.random() < 0.06:
            states = ["acknowledged", "obstructed"]
        at_us = sent_us
        for state in states:
            at_us += self._random.randrange(40, 900) * SECOND_US
            reason = "armada tidak tersedia" if state == "obstructed" else ""
            made.append(self._event(referral_id, log.ReferralAdvanced(state=state, reason=reason), at_us))
        return made


def fill(url: str, calls: int, *, seed: int = 112, days: int = 30, end_us: int = 0, seat: str = "seat-1") -> int:
    """Append `calls` invented calls to the log at `url` (upgraded first); return how many events that were."""
    upgrade(url)
    factory = LogFactory(seed=seed, end_us=end_us or time.time_ns() // 1000, days=days)
    journal = Journal(url, seat, numbering=_numbering, utc_offset_minutes=UTC_OFFSET_MINUTES, ballast_bytes=0)
    journal.open()
    appended = 0
    try:
        waiting: list[log.NewEvent] = []
        for made in factory.calls(calls):
            waiting += made
            if len(waiting) >= BATCH_EVENTS:
                appended += _append(journal, waiting)
                waiting = []
        return appended + _append(journal, waiting)
    finally:
        journal.close()


def _append(journal: Journal, events: Sequence[log.NewEvent]) -> int:
    return len(journal.append(events)) if events else 0


def _numbering(at_us: int, counter: int) -> str:
    day = date.fromordinal(719_163 + (at_us + UTC_OFFSET_MINUTES * 60 * SECOND_US) // DAY_US)
    return f"9999-112-{day:%y%m%d}-{counter:04}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Append invented calls to a log.")
    parser.add_argument("url")
    parser.add_argument("calls", type=int)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=112)
    asked = parser.parse_args()
    print(f"{fill(asked.url, asked.calls, seed=asked.seed, days=asked.days)} events")


if __name__ == "__main__":
    main()
