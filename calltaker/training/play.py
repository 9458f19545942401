"""Puts a player on a desk that has just become ready, and ends the desk with its report when the night is over."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from calltaker.app.room import Desk
from calltaker.durable_file import write_durably
from calltaker.models.roles import KEY_ROLE
from calltaker.training.account import PlayedReport, PlayReport
from calltaker.training.player import Player
from calltaker.training.script import Night

DEFAULT_SIZE = "1920x1080"


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
        QTimer.singleShot(1500, window.close)  # recordings are sealed meanwhile

    player.finished.connect(write_and_close)
    night = Night(player)
    QTimer.singleShot(500, lambda: player.play(night.scenes()))
    return player
