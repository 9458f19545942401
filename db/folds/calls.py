"""Events of a call fold into one row of `call`."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from db import events as log
from db.records import CallRecord


def begin(event: log.Event, payload: Any) -> CallRecord | None:
    """Return the first row of a call, or `None` when the event does not begin one."""
    match payload:
        case log.CallRinging():
            return CallRecord(
                call_id=event.subject,
                seat=event.seat,
                direction="in",
                line=payload.line,
                number=payload.number,
                number_raw=payload.number_raw,
                display_name=payload.display_name,
                ringing_at_us=event.at_us,
            )
        case log.CallDialed():
            return CallRecord(
                call_id=event.subject,
                seat=event.seat,
                direction="out",
                line=payload.line,
                number=payload.number,
                number_raw=payload.target_uri,
                on_behalf_of=payload.on_behalf_of,
                callback=payload.callback,
                ringing_at_us=event.at_us,
            )
        case log.CallRefused():
            return CallRecord(
                call_id=event.subject,
                seat=event.seat,
                direction="in",
                number=payload.number,
                number_raw=payload.number_raw,
                refused=True,
                ringing_at_us=event.at_us,
                ended_at_us=event.at_us,
                ended_by="refused",
            )
    return None


def fold(call: CallRecord | None, event: log.Event, payload: Any) -> CallRecord | None:
    """Return the row after the event; what is said of a call that never began changes nothing."""
    if call is None:
        return begin(event, payload)
    changes = _changes(call, event, payload)
    return replace(call, **changes) if changes else call


def _changes(call: CallRecord, event: log.Event, payload: Any) -> dict[str, Any]:  # noqa: PLR0911 - one per kind
    match payload:
        case log.CallAnswered() if call.answered_at_us is None:
            return {"answered_at_us": event.at_us}
        case log.CallEnded() if call.ended_at_us is None:
            return {"ended_at_us": event.at_us, "ended_by": payload.by}
        case log.OutcomeSet():
            return {"outcome": payload.outcome, "outcome_event_id": event.id, "outcome_at_us": event.at_us}
        case log.OutcomeUndone() if payload.undoes == call.outcome_event_id:
            return {"outcome": "", "outcome_event_id": "", "outcome_at_us": None}
        case log.CallLocationConfirmed() if not call.location_source:
            return {"location_source": payload.source, "located_after_ms": payload.after_ms}
        case log.CallLinked():
            return {"incident_id": payload.incident_id}
        case log.RecordingSealed():
            return {
                "recording_path": payload.path,
                "recording_sha256": payload.sha256,
                "recording_s": payload.seconds,
            }
    return {}
