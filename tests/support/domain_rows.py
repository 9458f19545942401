"""Invented rows for the tests of the rules; every one takes what a test changes."""

from __future__ import annotations

from db.rows import CallRow, IncidentRow, MarkRow, NumberHistory, ReferralRow

NOON_US = 1_768_453_200_000_000
"""2026-01-15 12:00 in western Indonesia."""


def call_row(**changes: object) -> CallRow:
    values: dict[str, object] = {
        "call_id": "c1", "seat": "seat-1", "direction": "in", "number": "+6281255501234", "number_raw": "081255501234",
        "display_name": "", "line": "112", "ringing_at_us": NOON_US, "answered_at_us": None, "ended_at_us": None,
        "ended_by": "", "outcome": "", "outcome_event_id": "", "outcome_at_us": None, "incident_id": "", "recording_path": "",
        "recording_sha256": "", "recording_s": 0.0,
    }  # fmt: skip
    return CallRow(**values | changes)


def mark_row(**changes: object) -> MarkRow:
    values: dict[str, object] = {
        "number": "+6281255501234", "mark": "warn", "reason": "iseng", "marked_by": "penyelia",
        "marked_at_us": NOON_US - 1, "expires_us": NOON_US + 1,
    }  # fmt: skip
    return MarkRow(**values | changes)


def history(**changes: object) -> NumberHistory:
    values: dict[str, object] = {
        "number": "+6281255501234", "calls": 0, "pranks": 0, "ghosts": 0, "real": 0, "last_real_us": None, "name": "",
        "recent": (), "open_incidents": (), "marks": (),
    }  # fmt: skip
    return NumberHistory(**values | changes)


def referral_row(**changes: object) -> ReferralRow:
    values: dict[str, object] = {
        "referral_id": "r1", "incident_id": "i1", "agency": "DAMKAR", "role": "lead", "channel": "message", "state": "sent",
        "reason": "", "message": "", "sent_at_us": NOON_US, "acknowledged_at_us": None, "en_route_at_us": None,
        "on_scene_at_us": None, "ended_at_us": None, "due_us": NOON_US + 120_000_000,
    }  # fmt: skip
    return ReferralRow(**values | changes)


def incident_row(**changes: object) -> IncidentRow:
    values: dict[str, object] = {
        "incident_id": "i1", "number": "9971-112-260115-0042", "opened_at_us": NOON_US, "opened_by": "sari",
        "closed_at_us": None, "state": "new", "type_code": "KB-01", "priority": 1, "summary": "rumah terbakar",
        "place_text": "Jl. Mawar 12 RT 3", "landmark": "dekat masjid", "lat": None, "lon": None, "radius_m": None,
        "location_source": "", "reporter_name": "Ibu Ani", "callback_number": "+6281255507890", "victims": 0, "trapped": 2,
        "conflicts": (), "referrals": (),
    }  # fmt: skip
    return IncidentRow(**values | changes)
