"""Facts of the telephone become events of the log: one telephony struct in, the events to append out.

The number is read by the rule of the line it came in on, the place from the message's own headers and parts. Whatever a caller
sends, the event is made: a number or place that cannot be read is a note on the event, and its raw form is kept.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from calltaker.line.backlog import new_id
from calltaker.line.caller_location import read_locations
from calltaker.settings import Cli
from db import events as log_kinds
from db.events import NewEvent, new_event
from telephony import events as seen
from telephony.commands import AnyCommand, Conference, Dial
from telephony.numbers import NumberReading, read_cli, read_typed

log = logging.getLogger("line")

BY_LINE = "line"
"""The actor of what nobody at the desk did."""


class Translator:
    """`cli` maps a line's name to the way its trunk writes numbers. `note_order` and `translate` may run on two threads."""

    def __init__(self, cli: Mapping[str, Cli]) -> None:
        self._cli = cli
        self._lock = threading.Lock()
        self._actors: dict[str, str] = {}
        self._dials: dict[str, Dial] = {}

    def note_order(self, command: AnyCommand, actor: str) -> None:
        """Remember who ordered what, so that its outcome carries the name."""
        with self._lock:
            if isinstance(command, Dial):
                self._dials[command.new_call_id] = command
                self._actors[command.new_call_id] = actor
            elif isinstance(command, Conference):
                self._actors.update(dict.fromkeys(command.call_ids, actor))
            else:
                self._actors[command.call_id] = actor

    def translate(self, event: seen.AnyTelephonyEvent) -> tuple[NewEvent, ...]:
        """Return the events for the log; none for what is only health (registration, devices). Never raises."""
        make = _MAKERS.get(type(event))
        if make is None:
            return ()
        try:
            return tuple(make(self, event))
        except Exception:
            log.exception("%s of the line cannot be put on record", type(event).__name__)
            return ()

    def actor_of(self, call_id: str) -> str:
        with self._lock:
            return self._actors.get(call_id, BY_LINE)

    def read_number(self, line: str, raw: str) -> NumberReading:
        return read_cli(raw, self._cli.get(line, "national"))

    def take_dial(self, call_id: str) -> Dial | None:
        with self._lock:
            return self._dials.pop(call_id, None)

    def forget(self, call_id: str) -> None:
        with self._lock:
            self._actors.pop(call_id, None)
            self._dials.pop(call_id, None)


def _ringing(translator: Translator, event: seen.CallRinging) -> Sequence[NewEvent]:
    reading = translator.read_number(event.line, event.number_raw)
    places, problem = read_locations(event.headers, event.parts)
    payload = log_kinds.CallRinging(
        line=event.line,
        sip_call_id=event.sip_call_id,
        request_uri=event.request_uri,
        from_uri=event.from_uri,
        display_name=event.display_name,
        asserted_identity=event.asserted_identity,
        number_raw=event.number_raw,
        number=reading.number,
        number_note=reading.note,
        source_address=event.source_address,
        headers=tuple((header.name, header.value) for header in event.headers),
        parts=tuple(log_kinds.Part(part.content_type, part.content_id, part.content) for part in event.parts),
        raw=event.raw,
        location=next(iter(places), None),
        location_problem=problem,
        more_locations=places[1:],
    )
    return (new_event(event.call_id, payload, actor=BY_LINE, at_us=event.at_us),)


def _location_received(_translator: Translator, event: seen.LocationReceived) -> Sequence[NewEvent]:
    """One event for each place; what could not be read stands with the first."""
    places, problem = read_locations(event.headers, event.parts)
    payloads = [log_kinds.CallLocationReceived(location=place, via="sip") for place in places]
    if problem:
        payloads[:1] = [log_kinds.CallLocationReceived(location=next(iter(places), None), problem=problem, via="sip")]
    return [new_event(event.call_id, payload, actor=BY_LINE, at_us=event.at_us) for payload in payloads]


def _dialed(translator: Translator, event: seen.CallDialed) -> Sequence[NewEvent]:
    dial = translator.take_dial(event.call_id)
    payload = log_kinds.CallDialed(
        line=event.line,
        target_uri=event.target_uri,
        number=read_typed(user_part(event.target_uri)).number,
        on_behalf_of=event.on_behalf_of,
        callback=dial is not None and dial.callback,
    )
    return (new_event(event.call_id, payload, actor=translator.actor_of(event.call_id), at_us=event.at_us),)


def _ended(translator: Translator, event: seen.CallEnded) -> Sequence[NewEvent]:
    payload = log_kinds.CallEnded(by=event.by, code=event.code, reason=event.reason, answered=event.answered)
    actor = translator.actor_of(event.call_id) if event.by in {"desk", "transfer"} else BY_LINE
    translator.forget(event.call_id)
    return (new_event(event.call_id, payload, actor=actor, at_us=event.at_us),)


def _conference(translator: Translator, event: seen.ConferenceStarted) -> Sequence[NewEvent]:
    """One event for each call, its own id first, so that every call knows from its own events where it is."""
    return [
        new_event(
            call_id,
            log_kinds.ConferenceStarted(call_ids=(call_id, *(other for other in event.call_ids if other != call_id))),
            actor=translator.actor_of(call_id),
            at_us=event.at_us,
        )
        for call_id in event.call_ids
    ]


def _refused(_translator: Translator, event: seen.CallRefused) -> Sequence[NewEvent]:
    payload = log_kinds.CallRefused(
        from_uri=event.from_uri,
        number_raw=event.number_raw,
        number=read_cli(event.number_raw, "national").number,
        code=event.code,
        reason=event.reason,
    )
    return (new_event(new_id(), payload, actor=BY_LINE, at_us=event.at_us),)


def _copied(kind: type[log_kinds.Payload], *, by_desk: bool = False) -> Callable[[Translator, Any], Sequence[NewEvent]]:
    """Return a maker for a kind whose fields have the names of the telephony struct's."""
    names = kind.__struct_fields__

    def make(translator: Translator, event: Any) -> Sequence[NewEvent]:
        payload = kind(**{name: getattr(event, name) for name in names if hasattr(event, name)})
        actor = translator.actor_of(event.call_id) if by_desk else BY_LINE
        return (new_event(event.call_id, payload, actor=actor, at_us=event.at_us),)

    return make


_MAKERS: dict[type, Callable[[Translator, Any], Sequence[NewEvent]]] = {
    seen.CallRinging: _ringing,
    seen.LocationReceived: _location_received,
    seen.CallDialed: _dialed,
    seen.CallAnswered: _copied(log_kinds.CallAnswered, by_desk=True),
    seen.AudioStarted: _copied(log_kinds.AudioStarted),
    seen.AudioLost: _copied(log_kinds.AudioLost),
    seen.CallHeld: _copied(log_kinds.CallHeld, by_desk=True),
    seen.CallResumed: _copied(log_kinds.CallResumed, by_desk=True),
    seen.CallMuted: _copied(log_kinds.CallMuted, by_desk=True),
    seen.DtmfReceived: _copied(log_kinds.DtmfReceived),
    seen.DtmfSent: _copied(log_kinds.DtmfSent, by_desk=True),
    seen.TransferStarted: _copied(log_kinds.TransferStarted, by_desk=True),
    seen.TransferSucceeded: _copied(log_kinds.TransferSucceeded, by_desk=True),
    seen.TransferFailed: _copied(log_kinds.TransferFailed, by_desk=True),
    seen.ConferenceStarted: _conference,
    seen.CallEnded: _ended,
    seen.CallRefused: _refused,
    seen.RecordingStarted: _copied(log_kinds.RecordingStarted),
    seen.RecordingFailed: _copied(log_kinds.RecordingFailed),
    seen.RecordingSealed: _copied(log_kinds.RecordingSealed),
}


def user_part(uri: str) -> str:
    """Return what stands before the @ of a sip: address, or the digits of a tel: one."""
    return uri.partition(":")[2].partition("@")[0].partition(";")[0]
