"""Plays the desk by key presses, as a person would, and writes down what it cost. Runs on the window's thread.

A scene is a generator: it presses keys and yields `Until` for what it waits to see; the player looks
every 20 ms and nothing blocks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from calltaker.views.incident.nearby_strip import NearbyStrip
from calltaker.views.incident.place_strip import PlaceStrip
from calltaker.views.map.map_view import MapView

if TYPE_CHECKING:
    from calltaker.desk.calls import CallController
    from calltaker.domain.live_call import LiveCall

LOOK_EVERY_MS = 20
_encoder = msgspec.json.Encoder()


@dataclass(frozen=True)
class Until:
    """Go on when `seen()` is true; after `timeout_s` the scene is given up and says `words`."""

    seen: Callable[[], bool]
    words: str
    timeout_s: float = 15.0


Scene = Generator[Until, None, None]


@dataclass
class Played:
    """What one call cost. `keys` are key presses besides content, `content` are typed characters."""

    scene: str
    call_id: str = ""
    inviting_at_us: int = 0
    answer_pressed_at_us: int = 0
    keys: list[str] = field(default_factory=list)
    content: int = 0
    notes: list[str] = field(default_factory=list)


class Player(QObject):
    """`finished` is emitted when every scene is over. `played` and `problems` hold the account."""

    finished = Signal()

    def __init__(self, window: QWidget, calls: CallController, caller_command: list[str], pictures_dir: Path | None) -> None:
        super().__init__(window)
        self.window_ = window
        self.calls = calls
        self.played: list[Played] = []
        self.problems: list[str] = []
        self._pictures_dir = pictures_dir
        self._scenes: list[tuple[str, Scene]] = []
        self._waiting: tuple[Until, float] | None = None
        self._invited: dict[str, int] = {}
        self._caller = QProcess(self)
        self._caller.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._caller.readyReadStandardOutput.connect(self._on_caller_spoke)
        self._caller.start(caller_command[0], caller_command[1:])
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._on_look)

    def play(self, scenes: list[tuple[str, Scene]]) -> None:
        """Begin. Scenes run one after the other."""
        self._scenes = list(scenes)
        self._timer.start()

    # --- what a scene does ---------------------------------------------------------------------------------------------
    def invite(self, scene: str) -> Played:
        """Ask the caller process to call."""
        played = Played(scene)
        self.played.append(played)
        self._invited.pop(scene, None)
        self._caller.write(_encoder.encode({"do": "call", "scene": scene}) + b"\n")
        return played

    def visit(self) -> Played:
        """Keys that belong to no call (a look at another page); they are not in the account of calls."""
        return Played("visit")

    def ringing(self, played: Played, number: str) -> Until:
        """Wait until the call of `number` (as the trunk writes it) is in the queue; the call id is written down."""
        taken = {other.call_id for other in self.played if other.call_id}

        def seen() -> bool:
            if played.scene not in self._invited:  # the call itself may come first: it takes another way
                return False
            for call in self.calls.calls():
                if call.number_raw == number and call.call_id not in taken and call.direction == "in":
                    played.call_id = call.call_id
                    played.inviting_at_us = self._invited[played.scene]
                    return True
            return False

        return Until(seen, f"{played.scene}: the call did not show in the queue")

    def press(self, played: Played, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key in the window; it is counted."""
        names = {
            Qt.KeyboardModifier.ControlModifier: "Ctrl+",
            Qt.KeyboardModifier.ShiftModifier: "Shift+",
            Qt.KeyboardModifier.AltModifier: "Alt+",
        }
        played.keys.append(names.get(modifiers, "") + key.name.removeprefix("Key_"))
        QTest.keyClick(self._focus(), key, modifiers)

    def write(self, played: Played, text: str) -> None:
        """Type content into whatever has the focus."""
        played.content += len(text)
        QTest.keyClicks(self._focus(), text)

    def paste(self, played: Played, text: str) -> None:
        """Paste what somebody has sent."""
        QGuiApplication.clipboard().setText(text)
        self.press(played, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def answer(self, played: Played) -> Until:
        """Press F9 and wait until both hear each other."""
        played.answer_pressed_at_us = time.time_ns() // 1000
        self.press(played, Qt.Key.Key_F9)
        return self.until(played, lambda call: call.audio_at_us is not None, "no sound after F9")

    def until(self, played: Played, seen: Callable[[LiveCall], bool], words: str, timeout_s: float = 15.0) -> Until:
        """Wait until the live call satisfies `seen`."""

        def look() -> bool:
            call = self.calls.call(played.call_id)
            return call is not None and seen(call)

        return Until(look, f"{played.scene}: {words}", timeout_s)

    def offered(self, played: Played, timeout_s: float = 30.0) -> Until:
        """Wait until a person sees what the words of the place may mean. The first start of all makes the index of names."""
        strip = self.window_.findChild(PlaceStrip)
        return Until(lambda: strip is not None and strip.count > 0, f"{played.scene}: no place was offered", timeout_s)

    def village_known(self, played: Played, timeout_s: float = 30.0) -> Until:
        """Wait until the village of the place is on the screen."""
        strip = self.window_.findChild(PlaceStrip)
        return Until(lambda: strip is not None and bool(strip.village), f"{played.scene}: no village was found", timeout_s)

    def double_offered(self, played: Played, timeout_s: float = 30.0) -> Until:
        """Wait until an incident is offered that may be the same."""
        strip = self.window_.findChild(NearbyStrip)
        return Until(
            lambda: strip is not None and bool(strip.best_double), f"{played.scene}: no incident was offered", timeout_s
        )

    def map_drawn(self, played: Played, timeout_s: float = 30.0) -> Until:
        """Wait until the map in sight lacks no tile."""

        def look() -> bool:
            seen = [view for view in self.window_.findChildren(MapView) if view.isVisible()]
            return bool(seen) and all(view.is_whole for view in seen)

        return Until(look, f"{played.scene}: the map was not drawn", timeout_s)

    def pause(self, seconds: float) -> Until:
        """Let time pass, as a person listens."""
        end = time.monotonic() + seconds
        return Until(lambda: time.monotonic() >= end, "", seconds + 5.0)

    def picture(self, name: str) -> None:
        """Save the window as it is now."""
        if self._pictures_dir is not None:
            self._pictures_dir.mkdir(parents=True, exist_ok=True)
            self.window_.grab().save(str(self._pictures_dir / f"{name}.png"))

    # --- how it runs ---------------------------------------------------------------------------------------------------
    def _focus(self) -> QWidget:
        self.window_.activateWindow()
        return QApplication.focusWidget() or self.window_

    def _on_caller_spoke(self) -> None:
        while self._caller.canReadLine():
            fact: dict[str, Any] = msgspec.json.decode(bytes(self._caller.readLine().data()))
            if fact["what"] == "inviting":
                self._invited[fact["scene"]] = fact["at_us"]
            elif fact["what"] == "failed":
                self.problems.append(f"caller: {fact['reason']}")

    def _on_look(self) -> None:
        if self._waiting is not None:
            until, deadline = self._waiting
            if not until.seen():
                if time.monotonic() < deadline:
                    return
                self._give_up(until.words)
                return
            self._waiting = None
        self._step()

    def _step(self) -> None:
        if not self._scenes:
            self._timer.stop()
            self._caller.closeWriteChannel()
            self.finished.emit()
            return
        try:
            until = next(self._scenes[0][1])
        except StopIteration:
            self._scenes.pop(0)
            return
        self._waiting = (until, time.monotonic() + until.timeout_s)

    def _give_up(self, words: str) -> None:
        self.problems.append(words)
        self._waiting = None
        self.picture(f"problem-{len(self.problems)}")
        self._scenes.pop(0)
