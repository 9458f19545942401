"""A journal in memory that fails on command, of the same shape as `db.journal.Journal`."""

from __future__ import annotations

from collections.abc import Sequence

from calltaker.line.hub import Hub
from calltaker.line.ledger import Ledger
from calltaker.line.wire import Committed, Health, decode_push
from db.errors import JournalRefusedError
from db.events import KINDS, DtmfReceived, Event, NewEvent, new_event


class ScriptedJournal:
    """`failure`, when set, is raised by every write."""

    def __init__(self) -> None:
        self.written: list[Event] = []
        self.transactions: list[int] = []
        self.saved: dict[str, str] = {}
        self.failure: Exception | None = None
        self.closed = False

    @property
    def head_seq(self) -> int:
        return len(self.written)

    def append(self, events: Sequence[NewEvent]) -> tuple[Event, ...]:
        if self.failure is not None:
            raise self.failure
        for new in events:
            if new.kind not in KINDS:
                raise JournalRefusedError(f"unknown kind {new.kind}")
        known = {event.id: event for event in self.written}
        answer: list[Event] = []
        for new in events:
            event = known.get(new.id) or Event(
                id=new.id, seat="seat-1", seat_seq=len(self.written) + 1, at_us=new.at_us, hlc=0, actor=new.actor,
                subject=new.subject, kind=new.kind, ver=new.ver, payload=new.payload, hash="x",
            )  # fmt: skip
            if new.id not in known:
                self.written.append(event)
            answer.append(event)
        self.transactions.append(len(answer))
        return tuple(answer)

    def save_draft(self, call_id: str, form: str) -> None:
        if self.failure is not None:
            raise self.failure
        self.saved[call_id] = form

    def drafts(self) -> dict[str, str]:
        return dict(self.saved)

    def open_calls(self) -> tuple[Event, ...]:
        return ()

    def close(self) -> None:
        self.closed = True


class SeenWindow:
    """A window of the hub that remembers its frames."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []

    def push(self, frame: bytes) -> None:
        self.frames.append(frame)


class LedgerBench:
    """A ledger over a scripted journal, with one window attached."""

    def __init__(self, recovery: Sequence[NewEvent] = ()) -> None:
        self.journal = ScriptedJournal()
        self.hub = Hub("seat-1", Health())
        self.window = SeenWindow()
        self.ledger = Ledger(self.hub, lambda: self.journal, lambda _writer: recovery)
        self.hub.attach(self.window)
        self.answers: list[tuple[str, str]] = []

    def answered(self, _events: tuple[Event, ...], error: str, detail: str) -> None:
        self.answers.append((error, detail))

    def shown(self) -> list[tuple[str, bool]]:
        """(digit or kind, durable) of what the window was told, in order."""
        pushes = [decode_push(frame[4:]) for frame in self.window.frames]
        return [(push.event.subject, push.durable) for push in pushes if isinstance(push, Committed)]


def fact(subject: str) -> NewEvent:
    return new_event(subject, DtmfReceived(digit="1"))
