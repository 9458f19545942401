"""A call as it stands now, folded from its events: the same rule in the line (snapshot) and in the window (queue, call bar)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from db import events as log

CallState = Literal["ringing", "dialing", "talking", "held", "conference", "transferring", "ended"]
Changes = dict[str, Any]

MAX_LATER_LOCATIONS = 16
"""Kept in the live picture; the log has all of them."""


class LiveCall(msgspec.Struct, frozen=True, kw_only=True):
    """One call. `number` is E.164 or "" (withheld). `on_behalf_of` ties a consultation to the citizen's call.
    `held` stays true under a transfer of a held call. `location` is the preferred place that came with the call,
    `more_locations` the others that came with it; `later_locations` came while it ran, newest last, and replace nothing. Times
    are UTC microseconds."""

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
    more_locations: tuple[log.Location, ...] = ()
    later_locations: tuple[log.Location, ...] = ()

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
        more_locations=payload.more_locations,
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


def _changes(call: LiveCall, event: log.Event, payload: Any) -> Changes:
    """Return what the event changes; kinds that do not change a call change nothing. A state never leaves "ended"."""
    rule = _RULES.get(type(payload))
    return rule(call, event, payload) if rule else {}


def _moved(call: LiveCall, state: CallState) -> Changes:
    """Return the step to `state`, which an ended call does not take (events may arrive after the end)."""
    return {"state": state} if call.is_open else {}


def _answered(call: LiveCall, event: log.Event, _payload: log.CallAnswered) -> Changes:
    return {"answered_at_us": event.at_us, **_moved(call, "talking")}


def _audio_started(call: LiveCall, event: log.Event, _payload: log.AudioStarted) -> Changes:
    return {"audio_at_us": call.audio_at_us or event.at_us, "audio_lost": False}


def _audio_lost(_call: LiveCall, _event: log.Event, _payload: log.AudioLost) -> Changes:
    return {"audio_lost": True}


def _held(call: LiveCall, _event: log.Event, _payload: log.CallHeld) -> Changes:
    return {"held": True, **_moved(call, "held")}


def _resumed(call: LiveCall, _event: log.Event, _payload: log.CallResumed) -> Changes:
    return {"held": False, **_moved(call, "talking")}


def _muted(_call: LiveCall, _event: log.Event, payload: log.CallMuted) -> Changes:
    return {"muted": payload.muted}


def _dtmf(call: LiveCall, _event: log.Event, payload: log.DtmfReceived) -> Changes:
    return {"dtmf": call.dtmf + payload.digit}


def _transfer_started(call: LiveCall, _event: log.Event, payload: log.TransferStarted) -> Changes:
    return {"transfer_target": payload.target_uri, "transfer_problem": "", **_moved(call, "transferring")}


def _transfer_failed(call: LiveCall, _event: log.Event, payload: log.TransferFailed) -> Changes:
    """The caller is still there: back to what it was before the transfer."""
    return {"transfer_problem": f"{payload.code} {payload.reason}", **_moved(call, "held" if call.held else "talking")}


def _conference(call: LiveCall, _event: log.Event, _payload: log.ConferenceStarted) -> Changes:
    return {"held": False, **_moved(call, "conference")}


def _ended(_call: LiveCall, event: log.Event, payload: log.CallEnded) -> Changes:
    return {
        "state": "ended",
        "ended_at_us": event.at_us,
        "ended_by": payload.by,
        "end_reason": payload.reason,
        "held": False,
        "recording": False,
    }


def _outcome_set(_call: LiveCall, event: log.Event, payload: log.OutcomeSet) -> Changes:
    return {"outcome": payload.outcome, "outcome_event_id": event.id, "outcome_at_us": event.at_us}


def _outcome_undone(call: LiveCall, _event: log.Event, payload: log.OutcomeUndone) -> Changes:
    """An undo of an outcome that was replaced meanwhile takes nothing back."""
    if payload.undoes != call.outcome_event_id:
        return {}
    return {"outcome": "", "outcome_event_id": "", "outcome_at_us": None}


def _linked(_call: LiveCall, _event: log.Event, payload: log.CallLinked) -> Changes:
    return {"incident_id": payload.incident_id}


def _location_received(call: LiveCall, _event: log.Event, payload: log.CallLocationReceived) -> Changes:
    """It stands beside what came before. A trouble with it is told when there was none yet."""
    changes: Changes = {}
    if payload.location is not None:
        changes["later_locations"] = (*call.later_locations, payload.location)[-MAX_LATER_LOCATIONS:]
    elif payload.problem and not call.location_problem:
        changes["location_problem"] = payload.problem
    return changes


def _recording_started(call: LiveCall, _event: log.Event, _payload: log.RecordingStarted) -> Changes:
    return {"recording": call.is_open, "recording_problem": ""}


def _recording_failed(_call: LiveCall, _event: log.Event, payload: log.RecordingFailed) -> Changes:
    return {"recording": False, "recording_problem": payload.reason}


_RULES: dict[type, Callable[[LiveCall, log.Event, Any], Changes]] = {
    log.CallAnswered: _answered,
    log.AudioStarted: _audio_started,
    log.AudioLost: _audio_lost,
    log.CallHeld: _held,
    log.CallResumed: _resumed,
    log.CallMuted: _muted,
    log.DtmfReceived: _dtmf,
    log.TransferStarted: _transfer_started,
    log.TransferFailed: _transfer_failed,
    log.ConferenceStarted: _conference,
    log.CallEnded: _ended,
    log.OutcomeSet: _outcome_set,
    log.OutcomeUndone: _outcome_undone,
    log.CallLinked: _linked,
    log.CallLocationReceived: _location_received,
    log.RecordingStarted: _recording_started,
    log.RecordingFailed: _recording_failed,
}
