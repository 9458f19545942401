"""The fake line of the desk, writing into a real journal: numbers, folds and reads are the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from support.fake_desk import FakeLine

from calltaker.domain.live_call import fold
from calltaker.domain.ticket import ticket_number
from calltaker.line.wire import AnyRequest, Append, Appended, Committed, Reply
from db import events as log
from db.journal import Journal


def numbering(at_us: int, counter: int) -> str:
    return ticket_number("9999", datetime.fromtimestamp(at_us / 1e6, UTC).date(), counter)


class JournalLine(FakeLine):
    """Every fact goes through `Journal.append` before the window hears of it."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.journal = journal
        self.loses_reply = False

    def send(
        self,
        request: AnyRequest,
        done: Callable[[Reply], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """With `loses_reply` an append is written, but the line dies before it can say so."""
        if self.loses_reply and isinstance(request, Append) and failed is not None:
            self.loses_reply = False
            self.sent.append(request)
            self.journal.append(request.events)
            failed("line_restarted")
            return
        super().send(request, done, failed)

    def commit(self, subject: str, payload: log.Payload, *, at_us: int = 0, actor: str = "", event_id: str = "") -> log.Event:
        return self._write((log.new_event(subject, payload, actor=actor, at_us=at_us, event_id=event_id),))[0]

    def _carry_out(self, request: AnyRequest) -> Appended | None:
        if isinstance(request, Append):
            return Appended(events=self._write(request.events))
        return super()._carry_out(request)

    def _write(self, events: tuple[log.NewEvent, ...]) -> tuple[log.Event, ...]:
        written = self.journal.append(events)
        for event in written:
            self.committed_events.append(event)
            folded = fold(self.calls.get(event.subject), event)
            if folded is not None:
                self.calls[event.subject] = folded
            self.committed.emit(Committed(event=event))
        return written
