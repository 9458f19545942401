"""Who is sent for a type (the run card), how a referral may go on, and when it is late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from calltaker.domain.catalogue import Catalogue
from db.rows import AgencyRow, ReferralRow

Role = Literal["lead", "co"]
Lateness = Literal["none", "amber", "red"]

DISPATCHER = "DISPATCHER"

# The first of each is what "advance" proposes. Steps may be skipped: over the radio a crew often speaks only on arrival.
NEXT_STATES: dict[str, tuple[str, ...]] = {
    "sent": ("acknowledged", "en_route", "on_scene", "handled", "refused", "obstructed", "cancelled"),
    "acknowledged": ("en_route", "on_scene", "handled", "obstructed", "refused", "cancelled"),
    "en_route": ("on_scene", "handled", "obstructed", "refused", "cancelled"),
    "on_scene": ("handled", "obstructed", "cancelled"),
    "obstructed": ("en_route", "on_scene", "handled", "refused", "cancelled"),
    "handled": (),
    "refused": (),
    "cancelled": (),
}

_WITH_REASON = frozenset({"refused", "obstructed"})

# Time allowed from sending to acknowledgement: 2, 5, 15 minutes, one day.
ACKNOWLEDGE_WITHIN_S = {1: 120, 2: 300, 3: 900, 4: 86_400}

# Amber from 60 % of the time allowed, as for answering a call (6 of 10 s) and for complaints (day 3 of 5).
_AMBER_FROM = 0.6


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """An agency of a run card."""

    agency_code: str
    role: Role


def recipients(type_code: str, catalogue: Catalogue, agencies: Sequence[AgencyRow]) -> tuple[Recipient, ...]:
    """Return lead and co-agencies of a type, in the order of the run card, as far as the centre's directory has them.

    A lead that the directory lacks (or an unknown type) goes to the centre's dispatcher desk, so that no report is without an
    owner; an empty tuple means that the directory lacks that too, and the desk must say so.
    """
    known = {agency.code for agency in agencies}
    kind = catalogue.types.get(type_code)
    lead = kind.lead if kind and kind.lead in known else DISPATCHER
    co_agencies = kind.co_agencies if kind else ()
    found = [Recipient(agency_code=lead, role="lead")] if lead in known else []
    return (*found, *(Recipient(agency_code=code, role="co") for code in co_agencies if code in known and code != lead))


def needs_reason(state: str) -> bool:
    """True when a referral may go to `state` only with a reason, which the reporter will be told."""
    return state in _WITH_REASON


def may_advance(from_state: str, to_state: str) -> bool:
    """True when the step is allowed; an unknown state allows none."""
    return to_state in NEXT_STATES.get(from_state, ())


def acknowledge_by_us(row: ReferralRow, priority: int = 1) -> int:
    """Return when the agency must have acknowledged: its own limit (`due_us`), and never sooner than the priority asks."""
    if priority <= 1:
        return row.due_us
    return max(row.due_us, row.sent_at_us + ACKNOWLEDGE_WITHIN_S.get(priority, ACKNOWLEDGE_WITHIN_S[4]) * 1_000_000)


def referral_lateness(row: ReferralRow, now_us: int, priority: int = 1, closed_at_us: int | None = None) -> Lateness:
    """Return how late the acknowledgement is; "none" once the agency has answered in any way or the incident is closed."""
    if row.state != "sent" or closed_at_us is not None:
        return "none"
    due_us = acknowledge_by_us(row, priority)
    if now_us >= due_us:
        return "red"
    return "amber" if now_us - row.sent_at_us >= (due_us - row.sent_at_us) * _AMBER_FROM else "none"


def answer_wait_s(row: ReferralRow, now_us: int, closed_at_us: int | None = None) -> float | None:
    """Return how long the agency took to answer, or has been waited for until now or until the incident was closed; `None`
    when the row does not tell (obstructed without an acknowledgement before)."""
    until_us = row.acknowledged_at_us or row.ended_at_us
    if row.state == "sent":
        until_us = closed_at_us or now_us
    return None if until_us is None else (until_us - row.sent_at_us) / 1_000_000
