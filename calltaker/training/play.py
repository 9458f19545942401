"""Puts a player on a desk that has just become ready, and ends the desk with its report when the night is over."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from calltaker.app.room import Desk
from calltaker.durable_file import write_durably
from calltaker.line.wire import Committed
from calltaker.models.roles import KEY_ROLE
from calltaker.training.account import PlayedReport, PlayReport
from calltaker.training.player import Player
from calltaker.training.script import Night
from db.events import RecordingFailed, RecordingSealed

DEFAULT_SIZE = "1920x1080"
SEALED_WITHIN_MS = 60_000


class CardWatch(QObject):
    """Notes when the card of each call was first on screen: the first paint of the queue after the call is in its model."""

    def __init__(self, queue: QAbstractItemView, call_id_role: int) -> None:
        super().__init__(queue)
        self.painted_at_us: dict[str, int] = {}
        self._queue = queue
        self._role = call_id_role
        queue.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)  # after the paint, not before it
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        model = self._queue.model()
        now_us = time.time_ns() // 1000
        for row in range(model.rowCount()):
            call_id = model.index(row, 0).data(self._role)
            if call_id:
                self.painted_at_us.setdefault(call_id, now_us)


class MouseWatch(QObject):
    """Counts mouse presses in the whole program; a demo by key presses must end with none."""

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self.presses = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.presses += 1
        return super().eventFilter(watched, event)


class SealWatch(QObject):
    """Calls `done` once after `on_end`, when the recording of every answered call of the play is whole, or has failed."""

    def __init__(self, desk: Desk, player: Player, done: Callable[[], None]) -> None:
        super().__init__(player)
        self._desk = desk
        self._player = player
        self._done = done
        self._over: set[str] = set()
        self._has_ended = False
        desk.line.committed.connect(self._on_committed)

    def on_end(self) -> None:
        """The play is over."""
        self._has_ended = True
        self._look()

    def _on_committed(self, told: Committed) -> None:
        if told.event.kind in {RecordingSealed.KIND, RecordingFailed.KIND}:
            self._over.add(told.event.subject)
            self._look()

    def _look(self) -> None:
        live = (self._desk.calls.call(played.call_id) for played in self._player.played)
        answered = {call.call_id for call in live if call is not None and call.answered_at_us is not None}
        if self._has_ended and answered <= self._over:
            self._has_ended = False
            self._done()


def begin(window: QWidget, desk: Desk, queue: QAbstractItemView, application: QObject) -> Player:
    """Play on a desk that is ready; `CALLTAKER_PLAY_REPORT` names the file of the report, which ends the play."""
    report_file = os.environ["CALLTAKER_PLAY_REPORT"]
    ready_at_us = time.time_ns() // 1000
    if QGuiApplication.platformName() == "offscreen":
        width, height = os.environ.get("CALLTAKER_PLAY_SIZE", DEFAULT_SIZE).split("x")
        window.resize(int(width), int(height))
    pictures = os.environ.get("CALLTAKER_PLAY_PICTURES", "")
    target = os.environ["CALLTAKER_PLAY_TARGET"]
    command = [sys.executable, "-m", "calltaker.training.caller", "--target", target]
    player = Player(window, desk.calls, command, Path(pictures) if pictures else None)
    cards = CardWatch(queue, KEY_ROLE)
    mouse = MouseWatch(application)

    closing = QTimer(player)
    closing.setSingleShot(True)
    closing.timeout.connect(window.close)
    sealed = SealWatch(desk, player, lambda: closing.start(0))

    def write_and_close() -> None:
        report = PlayReport(
            ready_at_us=ready_at_us,
            played=tuple(
                PlayedReport(
                    scene=played.scene,
                    call_id=played.call_id,
                    inviting_at_us=played.inviting_at_us,
                    card_painted_at_us=cards.painted_at_us.get(played.call_id, 0),
                    answer_pressed_at_us=played.answer_pressed_at_us,
                    keys=tuple(played.keys),
                    content=played.content,
                )
                for played in player.played
            ),
            problems=tuple(player.problems),
            mouse_clicks=mouse.presses,
        )
        write_durably(Path(report_file), msgspec.json.encode(report).decode())
        closing.start(SEALED_WITHIN_MS)
        sealed.on_end()

    player.finished.connect(write_and_close)
    night = Night(player)
    QTimer.singleShot(500, lambda: player.play(night.scenes()))
    return player
