"""A call as it stands now, folded from its events: the same rule in the line (snapshot) and in the window (queue, call bar)."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from db import events as log

CallState = Literal["ringing", "dialing", "talking", "held", "conference", "transferring", "ended"]


class LiveCall(msgspec.Struct, frozen=True, kw_only=True):
    """One call. `number` is E.164 or "" (withheld). `on_behalf_of` ties a consultation to the citizen's call.
    `held` stays true under a transfer of a held call. Times are UTC microseconds."""

    call_id: str
    direction: Literal["in", "out"]
    state: CallState
    line: str
    number: str
    number_raw: str
    number_note: str = ""
    display_name: str = ""
    target_uri: str = ""
    on_behalf_of: str = ""
    callback: bool = False
    started_at_us: int
    answered_at_us: int | None = None
    audio_at_us: int | None = None
    ended_at_us: int | None = None
    ended_by: str = ""
    end_reason: str = ""
    muted: bool = False
    held: bool = False
    recording: bool = False
    recording_problem: str = ""
    audio_lost: bool = False
    dtmf: str = ""
    transfer_target: str = ""
    transfer_problem: str = ""
    outcome: str = ""
    outcome_event_id: str = ""
    outcome_at_us: int | None = None
    incident_id: str = ""
    location: log.Location | None = None
    location_problem: str = ""

    @property
    def is_open(self) -> bool:
        """True while anybody may still be on the line."""
        return self.state != "ended"

    @property
    def was_abandoned(self) -> bool:
        """True when an incoming call ended before anybody answered."""
        return self.state == "ended" and self.direction == "in" and self.answered_at_us is None


def fold(call: LiveCall | None, event: log.Event) -> LiveCall | None:
    """Return the call after `event`; `None` stays `None` for an event that does not begin a call.
    Events that do not concern calls leave it as it is."""
    if not event.kind.startswith(("call.", "recording.")):
        return call
    payload = log.decode(event.kind, event.payload)
    match payload:
        case log.CallRinging():
            return _ringing(event, payload)
        case log.CallDialed():
            return _dialed(event, payload)
    return call if call is None else msgspec.structs.replace(call, **_changes(call, event, payload))


def _ringing(event: log.Event, payload: log.CallRinging) -> LiveCall:
    return LiveCall(
        call_id=event.subject,
        direction="in",
        state="ringing",
        line=payload.line,
        number=payload.number,
        number_raw=payload.number_raw,
        number_note=payload.number_note,
        display_name=payload.display_name,
        started_at_us=event.at_us,
        location=payload.location,
        location_problem=payload.location_problem,
    )


def _dialed(event: log.Event, payload: log.CallDialed) -> LiveCall:
    return LiveCall(
        call_id=event.subject,
        direction="out",
        state="dialing",
        line=payload.line,
        number=payload.number,
        number_raw=payload.number,
        target_uri=payload.target_uri,
        on_behalf_of=payload.on_behalf_of,
        callback=payload.callback,
        started_at_us=event.at_us,
    )


def _changes(call: LiveCall, event: log.Event, payload: Any) -> dict[str, Any]:  # noqa: PLR0911 - one line per kind
    """Return what the event changes; a state never leaves "ended"."""
    running: dict[str, Any] = {} if call.state == "ended" else {"state": "held" if call.held else "talking"}
    match payload:
        case log.CallAnswered():
            return {"answered_at_us": event.at_us} | ({"state": "talking"} if call.is_open else {})
        case log.AudioStarted():
            return {"audio_at_us": call.audio_at_us or event.at_us, "audio_lost": False}
        case log.AudioLost():
            return {"audio_lost": True}
        case log.CallHeld():
            return {"held": True} | ({"state": "held"} if call.is_open else {})
        case log.CallResumed():
            return {"held": False} | ({"state": "talking"} if call.is_open else {})
        case log.CallMuted():
            return {"muted": payload.muted}
        case log.DtmfReceived():
            return {"dtmf": call.dtmf + payload.digit}
        case log.TransferStarted():
            changes = {"transfer_target": payload.target_uri, "transfer_problem": ""}
            return changes | ({"state": "transferring"} if call.is_open else {})
        case log.TransferFailed():
            return {"transfer_problem": f"{payload.code} {payload.reason}"} | running
        case log.ConferenceStarted():
            return {"held": False} | ({"state": "conference"} if call.is_open else {})
        case log.CallEnded():
            return {
                "state": "ended",
                "ended_at_us": event.at_us,
                "ended_by": payload.by,
                "end_reason": payload.reason,
                "held": False,
                "recording": False,
            }
        case log.OutcomeSet():
            return {"outcome": payload.outcome, "outcome_event_id": event.id, "outcome_at_us": event.at_us}
        case log.OutcomeUndone():
            if payload.undoes != call.outcome_event_id:
                return {}
            return {"outcome": "", "outcome_event_id": "", "outcome_at_us": None}
        case log.CallLinked():
            return {"incident_id": payload.incident_id}
        case log.RecordingStarted():
            return {"recording": call.is_open, "recording_problem": ""}
        case log.RecordingFailed():
            return {"recording": False, "recording_problem": payload.reason}
    return {}
