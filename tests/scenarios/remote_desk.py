"""A real desk in a process of its own, worked by keys from outside and read like a screen, over JSON lines.

As a program it is the desk: `python -m tests.scenarios.remote_desk DATA_DIR`. It ends with its standard input.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from support.seat import ROOT

TIMEOUT_S = 60.0


class RemoteDesk:
    """`screen` is what a person sees of the form's place. Use as a context manager: leaving it closes the window in order."""

    def __init__(self, data_dir: Path, **env: str) -> None:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT / 'tests'}{os.pathsep}{ROOT}"} | env
        with (data_dir / "desk-stderr.txt").open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.scenarios.remote_desk", str(data_dir)],
                cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True,
            )  # fmt: skip
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._next("attached")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._reader.join(TIMEOUT_S)
            self._process.stdout.close()

    def press(self, *keys: str) -> None:
        """Press keys by their portable names, wherever the focus is."""
        self._order(do="press", keys=keys)

    def type(self, text: str) -> None:
        self._order(do="type", text=text)

    def paste(self, text: str) -> None:
        self._order(do="paste", text=text)

    @property
    def screen(self) -> dict[str, Any]:
        return self._order(do="look")

    def until(self, seen: Callable[[dict[str, Any]], bool], what: str) -> dict[str, Any]:
        """Look at the screen until it shows something; return it."""
        end_s = time.monotonic() + TIMEOUT_S
        while not seen(screen := self.screen):
            assert time.monotonic() < end_s, f"{what} did not show: {screen}"
            time.sleep(0.03)
        return screen

    def _order(self, **order: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._next("answer")

    def _next(self, kind: str) -> dict[str, Any]:
        """Return the next word of this kind; a desk that loses the line and finds it again says so in between."""
        while True:
            said: dict[str, Any] = json.loads(self._lines.get(timeout=TIMEOUT_S))
            assert "gone" not in said, "the desk ended by itself"
            if kind in said:
                return said[kind]

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put('{"gone": true}')


def run(data_dir: Path) -> int:
    """Be the desk."""
    from PySide6.QtCore import QObject, Signal
    from PySide6.QtGui import QGuiApplication
    from support.typist import Typist

    from calltaker.app.main import DeskProcess
    from calltaker.line import logs
    from calltaker.settings_loader import load
    from calltaker.views.incident.form_fields import FormFields
    from calltaker.views.incident.place_strip import PlaceStrip

    settings = load(data_dir=data_dir, env={})
    listener = logs.begin(settings.data_dir / "log", "desk")
    process = DeskProcess(settings)
    desk, window = process.desk, process.shell.window
    window.resize(1366, 768)
    strip, fields = window.findChild(PlaceStrip), window.findChild(FormFields)
    typist = Typist(window)
    problems: list[str] = []  # all of them: the process of places is back before somebody who is slow has looked

    def look() -> dict[str, Any]:
        current = desk.calls.current
        return {
            "in_hand": current.number_raw if current else "",
            "ringing": [call.number_raw for call in desk.calls.open_calls() if call.state == "ringing"],
            "place": fields.editor("place_text").text(),
            "village": strip.village,
            "candidates": [strip.candidates.item(row).text() for row in range(strip.count)],
            "linked": current.incident_id if current else "",
            "places_pid": desk.places.pid,
            "places_problems": problems,
            "names_ready": desk.places.progress_pct >= 100 and not desk.places.problem,
        }

    def obey(order: dict[str, Any]) -> None:
        window.activateWindow()
        match order["do"]:
            case "press":
                typist.press(*order["keys"])
            case "type":
                typist.type(order["text"])
            case "paste":
                QGuiApplication.clipboard().setText(order["text"])
                typist.press("Ctrl+V")
        print(json.dumps({"answer": look() if order["do"] == "look" else {}}), flush=True)

    class Orders(QObject):
        came = Signal(dict)
        over = Signal()

    orders = Orders()
    orders.came.connect(obey)
    orders.over.connect(lambda: (process.shell.close_guard.set_free(), window.close()))

    def read() -> None:
        for line in sys.stdin:
            orders.came.emit(json.loads(line))
        orders.over.emit()

    desk.line.attached.connect(lambda is_here: is_here and print('{"attached": {}}', flush=True))
    desk.places.state_changed.connect(lambda: desk.places.problem and problems.append(desk.places.problem))
    threading.Thread(target=read, daemon=True).start()
    code = process.run()
    listener.stop()
    return code


if __name__ == "__main__":
    raise SystemExit(run(Path(sys.argv[1])))
