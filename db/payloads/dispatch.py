"""Payloads on those who help: referrals, units, agencies; and on numbers and seats."""

from __future__ import annotations

from typing import ClassVar

from db.payloads.base import Payload

NUMBER_TO_COME = "{no}"
"""Stands in a message for the short ticket number ("0042") of an incident that is opened in the same append: the journal gives
the number and writes it into the messages of that append."""


class ReferralSent(Payload, frozen=True, kw_only=True):
    """Subject: the referral's id. `role`: lead or co. `channel`: message, voice, transfer, conference.
    `acknowledge_within_s` 0 is filled by the journal from the directory: the promise in force when it was sent.
    `NUMBER_TO_COME` in `message` is filled by the journal too."""

    KIND: ClassVar[str] = "referral.sent"
    incident_id: str
    agency: str
    role: str = "lead"
    channel: str = "message"
    message: str = ""
    units: tuple[str, ...] = ()
    acknowledge_within_s: int = 0


class ReferralAdvanced(Payload, frozen=True, kw_only=True):
    """`state`: acknowledged, en_route, on_scene, handled, refused, obstructed, cancelled.
    `reason` is required for refused and obstructed (a code of the obstacle catalogue or free text)."""

    KIND: ClassVar[str] = "referral.advanced"
    state: str
    reason: str = ""


class UnitDefined(Payload, frozen=True, kw_only=True):
    """Subject: the unit's call sign (PMK-03). `lat` and `lon` are where its base stands, WGS 84 degrees."""

    KIND: ClassVar[str] = "unit.defined"
    agency: str
    name: str = ""
    base: str = ""
    active: bool = True
    lat: float | None = None
    lon: float | None = None


class UnitStateSet(Payload, frozen=True, kw_only=True):
    """`state`: ready, en_route, on_scene, out_of_service."""

    KIND: ClassVar[str] = "unit.state_set"
    state: str
    incident_id: str = ""
    reason: str = ""


class AgencyDefined(Payload, frozen=True, kw_only=True):
    """Subject: the agency's code (DAMKAR). `voice_uri` is where F11 forwards the call (sip: or tel:); `keys` are the short
    codes typed after F11 ("119", "fire")."""

    KIND: ClassVar[str] = "agency.defined"
    name: str
    short_name: str = ""
    voice_uri: str = ""
    phone: str = ""
    whatsapp: str = ""
    keys: tuple[str, ...] = ()
    acknowledge_within_s: int = 120
    active: bool = True


class NumberMarked(Payload, frozen=True, kw_only=True):
    """Subject: the E.164 number. `mark`: prank_repeat, warn, vulnerable, known. It warns, never blocks; it expires."""

    KIND: ClassVar[str] = "number.marked"
    mark: str
    reason: str
    expires_us: int


class NumberUnmarked(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "number.unmarked"
    mark: str
    reason: str


class SeatChanged(Payload, frozen=True, kw_only=True):
    """Subject: the seat. `what`: line_started, line_died, line_stopped, window_attached, window_lost, journal_full,
    journal_ok, signed_on, signed_off, exported …"""

    KIND: ClassVar[str] = "seat.changed"
    what: str
    detail: str = ""
