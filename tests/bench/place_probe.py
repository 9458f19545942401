"""A real desk of 1920 × 1080 under observation: `python -m bench.place_probe DATA_DIR OUT [--pan] [--type]`.

It notes when the map was first painted, with the region and with its tiles, and when each caller's marker was; `--pan` moves
the map by its keys, in the desk and in the map's own window, and times each frame; `--type` types places into the form of the
call that it answers, and times each key. Says "ready", and "done" when it had something to do; ends with its standard input.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import psutil
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from calltaker.app.main import GEOMETRY_FILE, DeskProcess
from calltaker.line import logs
from calltaker.places.wire import Understand, Understood
from calltaker.settings_loader import load
from calltaker.views.incident.place_strip import PlaceStrip
from calltaker.views.map.map_view import MapView

SIZE_PX = (1920, 1080)
KEY_EVERY_MS, BEAT_MS, STEP_EVERY_MS = 110, 10, 20
PAN_STEPS, LAPS = 12, 27
PLACES = (
    "jalan mawar 12", "samudra biru", "jl merpati rt 3", "rejosari", "gang kantil", "sidomulyo", "dpn pasar baru",
    "puskesmas karangwuni", "jln pahlawan nusa", "kampung nelyan", "wonosari baru", "jalan lingkar timur 8",
)  # fmt: skip


def is_covered(view: MapView) -> bool:
    """True when no tile that the map shows is missing."""
    return all(view._cache.image(tile) is not None for tile in view.layers.tiles.needed(view.viewport).seen)


class After(QObject):
    """Calls `seen` after each paint of a widget."""

    def __init__(self, widget: QWidget, seen: Callable[[], None]) -> None:
        super().__init__(widget)
        self._seen = seen
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._seen)
        return False


class MapWatch:
    """`firsts_ns`: when the map was first painted, then with the region, then with all tiles that it shows. `markers_ns`: when
    the marker of a call was first painted within the map, by call id."""

    def __init__(self, view: MapView) -> None:
        self.firsts_ns: dict[str, int] = {}
        self.markers_ns: dict[str, int] = {}
        self._view = view
        self._after = After(view, self._note)

    def _note(self) -> None:
        now_ns = time.time_ns()
        self.firsts_ns.setdefault("map", now_ns)
        if self._view.layers.sketch.box is not None:
            self.firsts_ns.setdefault("region", now_ns)
            if "tiles" not in self.firsts_ns and self._view._cache.layer != "none" and is_covered(self._view):
                self.firsts_ns["tiles"] = now_ns
        for marker in self._view.scene.markers:
            if marker.kind == "caller" and self._view.viewport.holds(*self._view.viewport.to_px(marker.lat, marker.lon)):
                self.markers_ns.setdefault(marker.key, now_ns)


class Hands(QObject):
    """Does what a generator does, step by step, `every_ms` apart; then calls `done`."""

    def __init__(self, steps: Iterator[None], every_ms: int, done: Callable[[], None]) -> None:
        super().__init__()
        self._steps, self._done = steps, done
        self._timer = QTimer(self, interval=every_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._done()


def panning(view: MapView, frames_ms: list[float]) -> Iterator[None]:
    """Pan there and back by the map's keys: the first lap brings the tiles, the others are cached frames."""
    view.window().activateWindow()
    view.setFocus()
    yield
    for lap in range(LAPS):
        for step in range(PAN_STEPS):
            QTest.keyClick(view, Qt.Key.Key_Right if step < PAN_STEPS // 2 else Qt.Key.Key_Left)
            start_s = time.perf_counter()
            view.repaint()
            if lap:
                frames_ms.append((time.perf_counter() - start_s) * 1_000)
            yield
            while not lap and not is_covered(view):
                yield


class Typing(QObject):
    """Types places into the form. `round_ms`: from the question to the answer; `shown_ms`: from the key until the answer stood
    in the strip; `painted_ms`: until changed candidates were painted; `late_ms`: how late each beat of 10 ms came."""

    def __init__(self, desk: DeskProcess) -> None:
        super().__init__()
        self.round_ms: list[float] = []
        self.shown_ms: list[float] = []
        self.painted_ms: list[float] = []
        self.late_ms: list[float] = []
        self._desk = desk
        self._window = desk.shell.window
        strip = self._window.findChild(PlaceStrip)
        self._after = After(strip.candidates.viewport(), self._on_painted)
        self._typed: dict[str, float] = {}
        self._text = ""
        self._unpainted_s = 0.0
        self._ask = desk.desk.places.ask
        desk.desk.places.ask = self._timed  # type: ignore[method-assign]
        self._beaten_s = 0.0
        self._beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._on_beat)

    def steps(self) -> Iterator[None]:
        self._press(Qt.Key.Key_F9)
        yield
        while (call := self._desk.desk.calls.current) is None or call.audio_at_us is None:
            yield
        self._beaten_s = time.perf_counter()
        self._beat.start()
        for text in PLACES:
            self._press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
            self._press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            for letter in range(len(text)):
                self._text = text[: letter + 1]
                self._typed[self._text] = time.perf_counter()
                QTest.keyClicks(self._focus(), text[letter])
                yield
            self._press(Qt.Key.Key_Escape)
            yield
        self._beat.stop()

    def _timed(self, request: Any, done: Callable[[Any], None], *, key: str = "") -> None:
        asked_s = time.perf_counter()

        def timed(answer: Any) -> None:
            came_s = time.perf_counter()
            done(answer)
            typed_s = self._typed.pop(answer.text, 0.0) if isinstance(answer, Understood) else 0.0
            if typed_s:
                self.round_ms.append((came_s - asked_s) * 1_000)
                self.shown_ms.append((time.perf_counter() - typed_s) * 1_000)
                self._unpainted_s = typed_s if answer.text == self._text else 0.0

        self._ask(request, timed if isinstance(request, Understand) else done, key=key)

    def _on_painted(self) -> None:
        if self._unpainted_s:
            self.painted_ms.append((time.perf_counter() - self._unpainted_s) * 1_000)
            self._unpainted_s = 0.0

    def _on_beat(self) -> None:
        now_s = time.perf_counter()
        self.late_ms.append(max(0.0, (now_s - self._beaten_s) * 1_000 - BEAT_MS))
        self._beaten_s = now_s

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focus(), key, modifier)

    def _focus(self) -> QWidget:
        self._window.activateWindow()
        return QApplication.focusWidget() or self._window


class Probe(QObject):
    """Puts the watchers on a desk, and the hands when they are asked for."""

    came = Signal()

    def __init__(self, desk: DeskProcess, *, pan: bool, types: bool) -> None:
        super().__init__()
        self.map = MapWatch(desk.map.panel.view)
        self.typing = Typing(desk) if types else None
        self.frames_ms: dict[str, list[float]] = {"desk": [], "window": []}
        self._desk = desk
        self._pans = pan
        self.came.connect(desk.shell.window.close)
        self._look = QTimer(self, interval=50)
        self._look.timeout.connect(self._on_look)
        if pan or types:
            self._look.start()

    def _on_look(self) -> None:
        """Begin when there is something to work with: all tiles there, or names that can be searched and a call that rings."""
        places, calls = self._desk.desk.places, self._desk.desk.calls
        if self.typing is not None:
            if places.problem or places.progress_pct < 100 or not calls.open_calls():
                return
            self._hands = Hands(self.typing.steps(), KEY_EVERY_MS, self._say_done)
        elif "tiles" in self.map.firsts_ns:
            self._hands = Hands(panning(self._desk.map.panel.view, self.frames_ms["desk"]), STEP_EVERY_MS, self._pan_window)
        else:
            return
        self._look.stop()

    def _pan_window(self) -> None:
        self._desk.map.toggle_window()
        window = self._desk.map.window
        assert window is not None
        window.resize(*SIZE_PX)
        self._hands = Hands(panning(window.panel.view, self.frames_ms["window"]), STEP_EVERY_MS, self._say_done)

    @staticmethod
    def _say_done() -> None:
        print("done", flush=True)


def main(data_dir: Path, out: Path, *, pan: bool, types: bool) -> int:
    settings = load(data_dir=data_dir, env={})
    (settings.data_dir / GEOMETRY_FILE).unlink(missing_ok=True)
    listener = logs.begin(settings.data_dir / "log", "desk")
    desk = DeskProcess(settings)
    desk.shell.close_guard.set_free()
    desk.shell.window.resize(*SIZE_PX)
    probe = Probe(desk, pan=pan, types=types)
    desk.desk.line.attached.connect(lambda here: here and print("ready", flush=True))
    threading.Thread(target=lambda: (sys.stdin.read(), probe.came.emit()), daemon=True).start()
    shown_ns = time.time_ns()
    code = desk.run()
    listener.stop()
    calls = {call.call_id: call.number_raw for call in desk.desk.calls.calls()}
    view = desk.map.panel.view
    report = {
        "started_ns": int(psutil.Process().create_time() * 1e9),
        "shown_ns": shown_ns,
        "firsts_ns": probe.map.firsts_ns,
        "markers_ns": {calls[key]: at_ns for key, at_ns in probe.map.markers_ns.items() if key in calls},
        "map_px": (view.width(), view.height()),
        "frames_ms": probe.frames_ms,
        "markers": len(view.scene.markers),
        "typing": {name: getattr(probe.typing, name) for name in ("round_ms", "shown_ms", "painted_ms", "late_ms")}
        if probe.typing
        else {},
    }
    out.write_bytes(msgspec.json.encode(report))
    return code


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2]), pan="--pan" in sys.argv, types="--type" in sys.argv))
