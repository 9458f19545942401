"""Short ways to say facts in the tests. All numbers are invented."""

from __future__ import annotations

from typing import Any

import uuid_utils

from db import events as log

CALLER = "+6281255501234"
OTHER = "+6281255509876"
FIRST_US = 1_768_435_200_000_000  # 2026-01-15 00:00:00 UTC
SECOND_US = 1_000_000
MINUTE_US = 60 * SECOND_US


def ringing(call_id: str, number: str = CALLER, **more: Any) -> log.NewEvent:
    at_us = more.pop("at_us", 0)
    payload = {
        "line": "112",
        "sip_call_id": f"{call_id}@192.0.2.1",
        "request_uri": "sip:112@192.0.2.2",
        "from_uri": f"sip:{number or 'anonymous'}@192.0.2.1",
        "display_name": "",
        "asserted_identity": "",
        "number_raw": number,
        "number": number,
        "source_address": "192.0.2.1:5060",
        "headers": (("From", "x"),),
        "parts": (),
        "raw": b"INVITE sip:112@192.0.2.2 SIP/2.0",
    }
    return log.new_event(call_id, log.CallRinging(**(payload | more)), at_us=at_us)


def answered(call_id: str, at_us: int = 0) -> log.NewEvent:
    return log.new_event(call_id, log.CallAnswered(), at_us=at_us)


def ended(call_id: str, at_us: int = 0, *, by: str = "caller", was_answered: bool = True) -> log.NewEvent:
    return log.new_event(call_id, log.CallEnded(by=by, code=200, reason="OK", answered=was_answered), at_us=at_us)


def outcome(call_id: str, code: str, at_us: int = 0) -> log.NewEvent:
    return log.new_event(call_id, log.OutcomeSet(outcome=code), at_us=at_us)


def dialed(call_id: str, number: str, at_us: int = 0) -> log.NewEvent:
    payload = log.CallDialed(line="112", target_uri=f"tel:{number}", number=number, callback=True)
    return log.new_event(call_id, payload, at_us=at_us)


def opened(incident_id: str, call_id: str = "", at_us: int = 0, **fields: str) -> log.NewEvent:
    return log.new_event(incident_id, log.IncidentOpened(call_id=call_id, fields=fields), at_us=at_us, actor="petugas")


def field_set(incident_id: str, field: str, value: str, *sees: str, **more: Any) -> log.NewEvent:
    return log.new_event(incident_id, log.IncidentFieldSet(field=field, value=value, sees=sees), **more)


def sent(referral_id: str, incident_id: str, agency: str = "DAMKAR", role: str = "lead", at_us: int = 0) -> log.NewEvent:
    return log.new_event(referral_id, log.ReferralSent(incident_id=incident_id, agency=agency, role=role), at_us=at_us)


def advanced(referral_id: str, state: str, reason: str = "", at_us: int = 0) -> log.NewEvent:
    return log.new_event(referral_id, log.ReferralAdvanced(state=state, reason=reason), at_us=at_us)


def new_id() -> str:
    return str(uuid_utils.uuid7())


def sealed(call_id: str, path: str, sha256: str) -> log.NewEvent:
    return log.new_event(call_id, log.RecordingSealed(path=path, sha256=sha256, seconds=1.5, bytes=1004))
