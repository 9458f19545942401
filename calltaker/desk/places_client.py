"""Asks the process that knows places. Nothing waits: an answer comes later, or never, and the desk goes on without it."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer

from calltaker.desk.child_process import ChildProcess
from calltaker.desk.ports import PlacesPort
from calltaker.places.wire import AnyPlacesRequest, Failed, Progress, Reply, Request
from calltaker.settings import Settings

MODULE = "calltaker.places"
MOST_WAITING = 64
"""Questions kept for a process that does not answer; beyond it the oldest are let go."""
MOST_TRIES = 2
"""A question that the process died of is asked once more and then never again."""
SILENCE_MS = 20_000
"""A process that owes an answer for this long hangs: it is ended, and another one follows."""

_log = logging.getLogger("ui")
_decoder = msgspec.msgpack.Decoder(Reply)
_encoder = msgspec.msgpack.Encoder()


@dataclass
class _Question:
    id: int
    body: AnyPlacesRequest
    done: Callable[[Any], None]
    key: str
    tries: int = 0


def child_arguments(settings: Settings) -> list[str]:
    """Return the arguments of the process for a centre."""
    centre = settings.centre
    neighbours = [part for one in centre.neighbours for part in ("--neighbour", one.region_code)]
    return ["--region", str(settings.region_dir), "--home", centre.region_code, *neighbours]


class PlacesClient(PlacesPort):
    """Of the questions with one key, one is with the process and only the newest other one waits: keys typed faster than the
    process answers make no queue."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = itertools.count(1)
        self._asked: dict[int, _Question] = {}
        self._next_of_key: dict[str, _Question] = {}
        self._child = ChildProcess(MODULE, child_arguments(settings), self)
        self._child.began.connect(self._on_began)
        self._child.received.connect(self._on_frame)
        self._child.lost.connect(self._on_lost)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._on_silence)

    @property
    def pid(self) -> int:
        """The process id, 0 while none runs."""
        return self._child.pid

    def start(self) -> None:
        self._child.start()

    def stop(self) -> None:
        self._silence.stop()
        self._child.stop()

    def ask(self, request: AnyPlacesRequest, done: Callable[[Any], None], *, key: str = "") -> None:
        question = _Question(next(self._ids), request, done, key)
        if key and any(other.key == key for other in self._asked.values()):
            self._next_of_key[key] = question
            return
        self._put(question)

    # --- the process ---------------------------------------------------------------------------------------------------
    def _put(self, question: _Question) -> None:
        self._asked[question.id] = question
        while len(self._asked) > MOST_WAITING:
            self._asked.pop(next(iter(self._asked)))
        self._send(question)

    def _send(self, question: _Question) -> None:
        if self._child.send(_encoder.encode(Request(id=question.id, body=question.body))):
            question.tries += 1
            if not self._silence.isActive():
                self._silence.start()

    def _on_began(self) -> None:
        for question in tuple(self._asked.values()):
            if question.tries < MOST_TRIES:
                self._send(question)
            else:
                self._over(question)
        self._say("")

    def _on_lost(self, _words: str) -> None:
        self._silence.stop()
        self._say(self.tr("Place search starts again. Type the place in words; everything is saved."))

    def _on_silence(self) -> None:
        _log.error("%s owes an answer for %d s", MODULE, SILENCE_MS // 1000)
        self._child.kill()

    def _on_frame(self, payload: bytes) -> None:
        try:
            reply = _decoder.decode(payload)
        except msgspec.MsgspecError:
            _log.exception("%s sent what cannot be read", MODULE)
            self._child.kill()
            return
        if reply.id == 0:
            self._on_pushed(reply.body)
            return
        question = self._asked.get(reply.id)
        if question is None:
            return
        self._over(question)
        if isinstance(reply.body, Failed):
            _log.error("%s could not answer %s: %s", MODULE, type(question.body).__name__, reply.body.detail)
        elif not question.key or question.key not in self._asked_keys():
            question.done(reply.body)

    def _over(self, question: _Question) -> None:
        """One question less; the newest of its key goes out next."""
        self._asked.pop(question.id, None)
        self._silence.stop()
        if self._asked:
            self._silence.start()
        newest = self._next_of_key.pop(question.key, None)
        if newest is not None:
            self._put(newest)

    def _asked_keys(self) -> set[str]:
        return {question.key for question in self._asked.values()}

    def _on_pushed(self, body: object) -> None:
        """What the process says by itself: how far its index is, or that names cannot be searched."""
        if isinstance(body, Progress):
            is_ready = body.done >= body.total
            self.progress_pct = 100 if is_ready else min(99, body.done * 100 // body.total)
            self._say("" if is_ready else self.problem)
        elif isinstance(body, Failed):
            _log.error("%s: %s", MODULE, body.detail)
            self.progress_pct = 100
            self._say(self.tr("Places are not found by name. Type the place in words; the supervisor should run the check-up."))

    def _say(self, problem: str) -> None:
        self.problem = problem
        self.state_changed.emit()
