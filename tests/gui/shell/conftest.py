"""The whole window on a fake line: every room, real controllers, real keys."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSettings
from support.fake_desk import FakeLine, FakeWorker, fake_desk
from support.typist import Typist, open_window

from calltaker.app.call_room import CallRoom
from calltaker.app.incident_room import IncidentRoom
from calltaker.app.map_room import with_map
from calltaker.app.room import Desk
from calltaker.app.shell import Shell
from calltaker.app.supervisor_room import build_supervisor_room
from calltaker.theme.live import theme
from calltaker.views.main_window import MainWindow
from db.rows import CallRow


class Clock:
    """Time that only tests move."""

    def __init__(self) -> None:
        self.us = 1_795_000_000_000_000

    def __call__(self) -> int:
        return self.us

    def go_on(self, seconds: float) -> None:
        self.us += int(seconds * 1_000_000)


@dataclass
class Seat:
    """Everything a test of the window needs."""

    desk: Desk
    line: FakeLine
    worker: FakeWorker
    calls: CallRoom
    shell: Shell
    window: MainWindow
    hands: Typist
    clock: Clock

    def ring(self, number: str = "+6281255501234", **fields) -> str:
        return self.line.ring(number, at_us=self.clock.us, **fields)

    def talk(self, number: str = "+6281255501234") -> str:
        """Ring and answer by key."""
        call_id = self.ring(number)
        self.hands.press("F9")
        return call_id

    @property
    def message(self) -> str:
        return self.window.command.message


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def seat(qapp, qtbot, tmp_path, clock):
    theme.apply("night")
    line, worker = FakeLine(clock_us=clock), FakeWorker()
    desk = fake_desk(tmp_path, line=line, worker=worker)
    calls = CallRoom(desk, clock_us=clock)
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    incident = IncidentRoom(desk)
    rooms = (calls.room, incident.as_room(), with_map(incident, desk, store).room, build_supervisor_room(desk))
    shell = Shell(desk, rooms, store, outcomes=calls.outcomes, cut=calls.cut, clock_us=clock)
    qtbot.addWidget(shell.window)
    hands = open_window(shell.window)
    line.attach()
    return Seat(desk, line, worker, calls, shell, shell.window, hands, clock)


@pytest.fixture
def call_row(clock):
    """Make a row of the log's list of calls."""

    def make(number: str = "+6281255501234", **fields) -> CallRow:
        plain = {
            "call_id": f"past-{number}-{len(fields)}",
            "seat": "seat-1",
            "direction": "in",
            "number": number,
            "number_raw": "",
            "display_name": "",
            "line": "112",
            "ringing_at_us": clock.us - 3_600_000_000,
            "answered_at_us": clock.us - 3_595_000_000,
            "ended_at_us": clock.us - 3_500_000_000,
            "ended_by": "caller",
            "outcome": "",
            "outcome_event_id": "",
            "outcome_at_us": None,
            "incident_id": "",
            "recording_path": "",
            "recording_sha256": "",
            "recording_s": 0.0,
        }
        return CallRow(**(plain | fields))

    return make


@pytest.fixture
def missed_row(call_row):
    return lambda number: call_row(number, answered_at_us=None)
