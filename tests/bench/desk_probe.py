"""A real desk under observation: `python -m bench.desk_probe DATA_DIR OUT [--answer]`.

It notes when each card was painted and how late the 10 ms beat came; with `--answer` it answers by F9.
Ends with its standard input.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import msgspec
import psutil
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest

from calltaker.app.main import DeskProcess
from calltaker.line import logs
from calltaker.models.roles import KEY_ROLE
from calltaker.settings_loader import load
from calltaker.training.play import CardWatch


class End(QObject):
    came = Signal()


class Probe(QObject):
    """Answers what rings by F9, and hangs up what the peer ended by itself."""

    def __init__(self, desk: DeskProcess) -> None:
        super().__init__()
        self.pressed_ns: dict[str, int] = {}
        self._desk = desk
        desk.desk.calls.appeared.connect(self._on_appeared)

    def _on_appeared(self, call_id: str) -> None:
        QTimer.singleShot(150, lambda: self._answer(call_id))

    def _answer(self, call_id: str) -> None:
        call = self._desk.desk.calls.call(call_id)
        if call is not None and call.state == "ringing":
            self.pressed_ns[call_id] = time.time_ns()
            QTest.keyClick(self._desk.shell.window, Qt.Key.Key_F9)


def main(data_dir: Path, out: Path, *, answer: bool) -> int:
    settings = load(data_dir=data_dir, env={})
    listener = logs.begin(settings.data_dir / "log", "desk")
    desk = DeskProcess(settings)
    cards = CardWatch(desk.call_table, KEY_ROLE)
    probe = Probe(desk) if answer else None
    end = End()
    end.came.connect(desk.shell.window.close)
    desk.desk.line.attached.connect(lambda here: here and print("ready", flush=True))
    threading.Thread(target=lambda: (sys.stdin.read(), end.came.emit()), daemon=True).start()
    code = desk.run()
    listener.stop()
    calls = {call.call_id: call.number_raw for call in desk.desk.calls.calls()}
    report = {
        "painted_us": {calls[call_id]: at_us for call_id, at_us in cards.painted_at_us.items() if call_id in calls},
        "pressed_ns": {calls[call_id]: at_ns for call_id, at_ns in probe.pressed_ns.items()} if probe else {},
        "late_ms": desk.stalls.lateness_ms,
        "memory_mb": psutil.Process().memory_info().rss / 2**20,
    }
    out.write_bytes(msgspec.json.encode(report))
    return code


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2]), answer="--answer" in sys.argv))
