"""A desk without a line process: the same doors, everything at once, on one thread. For GUI tests and screenshots.

`FakeLine` keeps the contract of `calltaker.desk.ports.LinePort`: an order for the telephone becomes the events the real line
would commit, an `Append` becomes committed events with a ticket number, and every reply comes back through the callbacks.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import uuid_utils
from support.fake_places import FakePlaces

from calltaker.app.room import Desk, Notices
from calltaker.desk.calls import CallController
from calltaker.desk.now import now_us
from calltaker.desk.ports import LinePort, PlacesPort
from calltaker.desk.trouble_words import sentence
from calltaker.domain.catalogue import load_catalogue
from calltaker.domain.live_call import LiveCall, fold
from calltaker.domain.trouble import Trouble
from calltaker.line.wire import (
    AnyRequest,
    Append,
    Appended,
    Committed,
    Health,
    LineState,
    Phone,
    Reply,
    SaveDraft,
    Snapshot,
)
from calltaker.settings import Seat, Settings
from db import events as log
from telephony import commands

GOOD_HEALTH = Health(
    lines=(LineState(name="112", registered=True, code=200, reason="OK"),),
    lines_in_use=0,
    lines_total=4,
    headset="Headset USB",
    headset_is_null=False,
    ringer="Pengeras suara",
    ringer_is_null=False,
    recording_free_mb=52_000,
)


class FakeLine(LinePort):
    """`sent` holds every request in order; `drafts` what was saved. `refuse(code)` makes the next requests fail."""

    def __init__(self, seat: str = "seat-1", *, clock_us: Callable[[], int] = now_us) -> None:
        super().__init__()
        self._clock_us = clock_us
        self.seat = seat
        self.sent: list[AnyRequest] = []
        self.committed_events: list[log.Event] = []
        self.drafts: dict[str, str] = {}
        self.calls: dict[str, LiveCall] = {}
        self.health = GOOD_HEALTH
        self.present = True
        self._refusal = ""
        self._tickets = itertools.count(1)
        self._short_numbers: dict[str, str] = {}

    # --- LinePort ------------------------------------------------------------------------------------------------------
    def send(
        self,
        request: AnyRequest,
        done: Callable[[Reply], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        self.sent.append(request)
        problem = self._refusal or ("" if self.present else Trouble.LINE_AWAY.value)
        if problem:
            if failed:
                failed(sentence(problem))
            return
        result = self._carry_out(request)
        if done:
            done(Reply(id=len(self.sent), result=result))

    # --- what tests do to the line -------------------------------------------------------------------------------------
    def attach(self) -> None:
        """The window sees the line: attached, then the snapshot of everything that stands."""
        self.present = True
        self.attached.emit(True)
        self.snapshot_received.emit(self.snapshot())
        self.health_changed.emit(self.health)

    def go_away(self) -> None:
        self.present = False
        self.attached.emit(False)

    def snapshot(self) -> Snapshot:
        return Snapshot(
            seat=self.seat,
            head_seq=len(self.committed_events),
            calls=tuple(self.calls.values()),
            drafts=dict(self.drafts),
            health=self.health,
        )

    def refuse(self, code: str = "") -> None:
        """Fail every request with this code until called again with ""."""
        self._refusal = code

    def set_health(self, **changes: Any) -> None:
        self.health = msgspec.structs.replace(self.health, **changes)
        self.health_changed.emit(self.health)

    def ring(self, number: str = "+6281255501234", **fields: Any) -> str:
        """A citizen calls; return the call id. `number` "" is a withheld one."""
        call_id = str(uuid_utils.uuid7())
        at_us = fields.pop("at_us", 0)
        raw = number.replace("+62", "0", 1)
        defaults = {"line": "112", "sip_call_id": call_id[:8], "request_uri": "sip:112@desk", "from_uri": f"sip:{raw}@pbx"}
        plain = {"display_name": "", "asserted_identity": "", "source_address": "192.0.2.7:5060", "headers": (), "parts": ()}
        payload = log.CallRinging(**(defaults | plain | {"number_raw": raw, "number": number, "raw": b""} | fields))
        self.commit(call_id, payload, at_us=at_us)
        return call_id

    def caller_hangs_up(self, call_id: str) -> None:
        answered = self.calls[call_id].answered_at_us is not None
        self.commit(call_id, log.CallEnded(by="caller", code=200, reason="BYE", answered=answered))

    def commit(self, subject: str, payload: log.Payload, *, at_us: int = 0, actor: str = "", event_id: str = "") -> log.Event:
        """Put a fact into the log and tell the window."""
        number = len(self.committed_events) + 1
        event = log.Event(
            id=event_id or str(uuid_utils.uuid7()),
            seat=self.seat,
            seat_seq=number,
            at_us=at_us or self._clock_us(),
            hlc=number,
            actor=actor,
            subject=subject,
            kind=payload.KIND,
            ver=payload.VER,
            payload=log.encode(payload),
            hash=f"{number:064x}",
        )
        self.committed_events.append(event)
        folded = fold(self.calls.get(subject), event)
        if folded is not None:
            self.calls[subject] = folded
        self.committed.emit(Committed(event=event))
        return event

    def kinds(self) -> list[str]:
        """Return the kinds committed so far, in order."""
        return [event.kind for event in self.committed_events]

    def payloads(self, kind: str) -> list[Any]:
        return [log.decode(event.kind, event.payload) for event in self.committed_events if event.kind == kind]

    def phone_orders(self) -> list[commands.AnyCommand]:
        return [request.command for request in self.sent if isinstance(request, Phone)]

    # --- the line at work ----------------------------------------------------------------------------------------------
    def _carry_out(self, request: AnyRequest) -> Appended | None:
        match request:
            case Phone(command=command):
                self._obey(command)
            case Append(events=events):
                return Appended(events=tuple(self._append(event) for event in events))
            case SaveDraft(call_id=call_id, form=form):
                self.drafts[call_id] = form
                if not form:
                    del self.drafts[call_id]
        return None

    def _append(self, event: log.NewEvent) -> log.Event:
        payload = log.decode(event.kind, event.payload)
        if isinstance(payload, log.IncidentOpened) and not payload.number:
            payload = msgspec.structs.replace(payload, number=f"9999-112-261122-{next(self._tickets):04d}")
            self._short_numbers[event.subject] = payload.number[-4:]
        if isinstance(payload, log.ReferralSent):
            number = self._short_numbers.get(payload.incident_id, "")
            payload = msgspec.structs.replace(payload, message=payload.message.replace(log.NUMBER_TO_COME, number))
        return self.commit(event.subject, payload, at_us=event.at_us, actor=event.actor, event_id=event.id)

    def _obey(self, command: commands.AnyCommand) -> None:
        match command:
            case commands.Answer(call_id=call_id):
                self._hold_others(call_id)
                self.commit(call_id, log.CallAnswered())
                self.commit(call_id, log.RecordingStarted(caller_leg="caller.wav", desk_leg="desk.wav"))
                self.commit(call_id, log.AudioStarted())
            case commands.HangUp(call_id=call_id):
                answered = self.calls[call_id].answered_at_us is not None
                self.commit(call_id, log.CallEnded(by="desk", code=200, reason="BYE", answered=answered))
            case commands.Hold(call_id=call_id):
                self.commit(call_id, log.CallHeld())
            case commands.Resume(call_id=call_id):
                self._hold_others(call_id)
                self.commit(call_id, log.CallResumed())
            case commands.Mute(call_id=call_id, muted=muted):
                self.commit(call_id, log.CallMuted(muted=muted))
            case commands.SendDtmf(call_id=call_id, digits=digits):
                self.commit(call_id, log.DtmfSent(digits=digits))
            case commands.Dial():
                self._dial(command)
            case commands.TransferBlind(call_id=call_id, target_uri=target_uri):
                self._transfer(call_id, target_uri)
            case commands.TransferAttended(call_id=call_id, consult_call_id=consult_call_id):
                self._transfer(call_id, self.calls[consult_call_id].target_uri, consult_call_id)
            case commands.Conference(call_ids=call_ids):
                for call_id in call_ids:
                    self.commit(call_id, log.ConferenceStarted(call_ids=call_ids))

    def _dial(self, order: commands.Dial) -> None:
        """The other side picks up at once."""
        self._hold_others(order.new_call_id)
        dialed = log.CallDialed(
            line="112", target_uri=order.target_uri, on_behalf_of=order.on_behalf_of, callback=order.callback
        )
        self.commit(order.new_call_id, dialed)
        self.commit(order.new_call_id, log.CallAnswered())
        self.commit(order.new_call_id, log.AudioStarted())

    def _transfer(self, call_id: str, target_uri: str, consult_call_id: str = "") -> None:
        self.commit(call_id, log.TransferStarted(target_uri=target_uri, consult_call_id=consult_call_id))
        self.commit(call_id, log.TransferSucceeded(target_uri=target_uri))
        for ended in filter(None, (call_id, consult_call_id)):
            self.commit(ended, log.CallEnded(by="transfer", code=200, reason="transferred", answered=True))

    def _hold_others(self, call_id: str) -> None:
        for other in list(self.calls.values()):
            if other.call_id != call_id and other.state == "talking":
                self.commit(other.call_id, log.CallHeld())


class FakeWorker:
    """Runs jobs at once. With a `connection` the real query runs; without one the answer is looked up in `answers` by the
    job's key (or the part of it before the colon). `hold()` keeps jobs back until `release()`, as a slow disk would."""

    def __init__(self, connection: Any = None) -> None:
        self.connection = connection
        self.answers: dict[str, Any] = {}
        self.asked: list[str] = []
        self.problem = ""
        self._held: list[Callable[[], None]] | None = None

    def submit(
        self,
        job: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None] | None = None,
        *,
        key: str = "",
    ) -> None:
        self.asked.append(key)
        if self._held is None:
            self._run(job, done, failed, key)
        else:
            self._held.append(lambda: self._run(job, done, failed, key))

    def hold(self) -> None:
        self._held = []

    def release(self, *, last_first: bool = False) -> None:
        """Run what was kept back, newest first when the order is to be hurt."""
        waiting, self._held = self._held or [], None
        for run in reversed(waiting) if last_first else waiting:
            run()

    def _run(self, job: Callable[[Any], Any], done: Callable[[Any], None], failed: Any, key: str) -> None:
        if self.problem:
            if failed:
                failed(self.problem)
        elif self.connection is not None:
            done(job(self.connection))
        elif key in self.answers or key.partition(":")[0] in self.answers:
            answer = self.answers.get(key, self.answers.get(key.partition(":")[0]))
            done(answer(key) if callable(answer) else answer)


def fake_settings(data_dir: Path, **seat: Any) -> Settings:
    return Settings(data_dir=data_dir, seat=Seat(operator="Sari", **seat))


def fake_desk(
    data_dir: Path,
    *,
    line: FakeLine | None = None,
    worker: FakeWorker | None = None,
    places: PlacesPort | None = None,
    **seat: Any,
) -> Desk:
    """Return a desk on fakes: `desk.line` is a `FakeLine`, `desk.worker` a `FakeWorker`, `desk.places` a `FakePlaces`. Nothing
    is attached yet: build the rooms first, then call `desk.line.attach()`."""
    line = line or FakeLine()
    return Desk(
        settings=fake_settings(data_dir, **seat),
        catalogue=load_catalogue(),
        line=line,
        worker=worker or FakeWorker(),
        calls=CallController(line),
        notices=Notices(),
        places=places or FakePlaces(),
    )
