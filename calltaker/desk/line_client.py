"""The line as the window's thread sees it. A short absence of the line (it is restarted within 2 s) loses no fact: what is to
be written is kept and sent again under the same ids; orders to the telephone are refused at once, they would come too late."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import uuid_utils
from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.desk.line_link import LineLink
from calltaker.desk.ports import Failed, LinePort
from calltaker.desk.trouble_words import sentence
from calltaker.domain.trouble import Trouble
from calltaker.line import wire
from calltaker.settings import Settings

KEPT_S = 10.0
"""How long a fact waits for the line before the person is told that it is not saved."""
_LOOK_MS = 1_000

Done = Callable[[wire.Reply], None]


@dataclass
class _Waiting:
    """A request without a reply. `until_s` (monotonic) is when it is given up, counted from when the line went away."""

    request: wire.AnyRequest
    done: Done | None
    failed: Failed | None
    until_s: float = 0.0


class _Post(QObject):
    """Carries what the reader thread hears to the window's thread."""

    arrived = Signal(object)
    lost = Signal()


class LineClient(LinePort):
    """`say(words, level)` gets the refusals nobody else takes."""

    def __init__(self, settings: Settings, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._say = say
        self._is_attached = False
        self._ids = itertools.count(1)
        self._pending: dict[int, _Waiting] = {}
        self._kept: list[_Waiting] = []
        self._post = _Post(self)
        self._post.arrived.connect(self._on_arrived)
        self._post.lost.connect(self._on_lost)
        self._link = LineLink(settings, on_push=self._post.arrived.emit, on_lost=self._post.lost.emit)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._give_up_late)

    def start(self) -> None:
        self._link.start()
        self._look.start()

    def stop(self) -> None:
        """Let go of the line. What is pending is not sent again."""
        self._look.stop()
        self._link.stop()

    def send(self, request: wire.AnyRequest, done: Done | None = None, failed: Failed | None = None) -> None:
        waiting = _Waiting(_with_ids(request), done, failed)
        if self._is_attached:
            self._write(waiting)
        elif _may_wait(request):
            self._keep(waiting)
        else:
            # Later, so that a caller never hears of the failure before `send` has returned.
            QTimer.singleShot(0, self, lambda: self._fail(waiting, Trouble.LINE_AWAY))

    # --- the reader's post ---------------------------------------------------------------------------------------------
    def _on_arrived(self, push: wire.AnyPush) -> None:
        match push:
            case wire.Committed():
                self.committed.emit(push)
            case wire.Reply():
                self._on_reply(push)
            case wire.Health():
                self.health_changed.emit(push)
            case wire.Snapshot():
                self._on_snapshot(push)

    def _on_snapshot(self, snapshot: wire.Snapshot) -> None:
        self._is_attached = True
        self.attached.emit(True)
        self.snapshot_received.emit(snapshot)
        kept, self._kept = self._kept, []
        for waiting in kept:
            self._write(waiting)

    def _on_reply(self, reply: wire.Reply) -> None:
        waiting = self._pending.pop(reply.id, None)
        if waiting is None:
            if reply.error:
                self._say(sentence(reply.error, reply.detail), "alarm")
        elif reply.error:
            self._fail(waiting, reply.error, reply.detail)
        elif waiting.done is not None:
            waiting.done(reply)

    def _on_lost(self) -> None:
        if not self._is_attached:
            return
        self._is_attached = False
        pending, self._pending = self._pending, {}
        for waiting in pending.values():
            if _may_wait(waiting.request):
                self._keep(waiting)
        self.attached.emit(False)
        for waiting in pending.values():
            if not _may_wait(waiting.request):
                self._fail(waiting, Trouble.LINE_AWAY)

    # --- requests ------------------------------------------------------------------------------------------------------
    def _write(self, waiting: _Waiting) -> None:
        request_id = next(self._ids)
        self._pending[request_id] = waiting
        self._link.write(wire.pack(wire.Request(id=request_id, body=waiting.request)))

    def _keep(self, waiting: _Waiting) -> None:
        """Keep a fact for when the line is back; a newer draft of the same call replaces an older one."""
        if isinstance(waiting.request, wire.SaveDraft):
            call_id = waiting.request.call_id
            same = [kept for kept in self._kept if isinstance(kept.request, wire.SaveDraft) and kept.request.call_id == call_id]
            for older in same:
                self._kept.remove(older)
        waiting.until_s = time.monotonic() + KEPT_S
        self._kept.append(waiting)

    def _give_up_late(self) -> None:
        now_s = time.monotonic()
        late = [waiting for waiting in self._kept if waiting.until_s < now_s]
        self._kept = [waiting for waiting in self._kept if waiting.until_s >= now_s]
        for waiting in late:
            self._fail(waiting, Trouble.LINE_AWAY)

    def _fail(self, waiting: _Waiting, code: str, detail: str = "") -> None:
        words = sentence(code, detail)
        if waiting.failed is not None:
            waiting.failed(words)
        else:
            self._say(words, "warning")


def _may_wait(request: wire.AnyRequest) -> bool:
    return isinstance(request, wire.Append | wire.SaveDraft)


def _with_ids(request: wire.AnyRequest) -> wire.AnyRequest:
    """Name every new event beforehand: sent twice, it is acknowledged twice and written once."""
    if not isinstance(request, wire.Append):
        return request
    named = (event if event.id else msgspec.structs.replace(event, id=str(uuid_utils.uuid7())) for event in request.events)
    return wire.Append(events=tuple(named))
