"""The window's process: everything heavy is imported here, before "ready", so that nothing stands still later."""

from __future__ import annotations

import faulthandler
import importlib
import logging
import os
import signal
import sys
import time

from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTableView

from calltaker.app.call_room import CallRoom
from calltaker.app.faults import Faults
from calltaker.app.incident_room import IncidentRoom
from calltaker.app.last_events import let_children_end
from calltaker.app.map_room import with_map
from calltaker.app.room import Desk, Notices
from calltaker.app.shell import Shell
from calltaker.app.supervisor_room import build_supervisor_room
from calltaker.app.translation import load_translation
from calltaker.desk.calls import CallController
from calltaker.desk.line_client import LineClient
from calltaker.desk.places_client import PlacesClient
from calltaker.desk.stall import StallWatch
from calltaker.desk.tiles_client import TilesClient
from calltaker.desk.worker import Worker
from calltaker.domain.catalogue import load_catalogue
from calltaker.exit_codes import ALREADY_RUNNING, CANNOT_START
from calltaker.instance_lock import AlreadyRunningError, InstanceLock
from calltaker.line import logs
from calltaker.settings import Settings
from calltaker.theme.live import theme

LOCK_FILE = "desk.lock"
GEOMETRY_FILE = "window.ini"
PLAY_VARIABLE = "CALLTAKER_PLAY_REPORT"
_SWITCH_INTERVAL_S = 0.001  # other threads give the interpreter back sooner, so that a key is never late

_log = logging.getLogger("ui")
_imported_at_s = time.perf_counter()


def run_desk(settings: Settings) -> int:
    """Show the window of a seat until it is closed; return an exit code of `calltaker.exit_codes`."""
    if not _has_screen():
        return _give_up("No screen was found: start the desk in a graphical session, or set QT_QPA_PLATFORM.")
    lock = InstanceLock(settings.run_dir / LOCK_FILE)
    try:
        lock.acquire()
        listener = logs.begin(settings.data_dir / "log", "desk")
    except AlreadyRunningError as error:
        sys.stderr.write(f"The window of seat {settings.seat.id} is open already (process {error.pid}).\n")
        return ALREADY_RUNNING
    except OSError as error:
        return _give_up(f"The data folder {settings.data_dir} cannot be used: {error.strerror or error}.")
    try:
        with (settings.data_dir / "log" / "desk-crash.log").open("a", encoding="utf-8") as crashes:
            faulthandler.enable(crashes)
            return DeskProcess(settings).run()
    finally:
        faulthandler.disable()
        listener.stop()
        lock.release()


class DeskApplication(QApplication):
    """`ending`: the process was told to end (`quit`, a signal). Qt closes the windows next, and one that refused would keep
    the process alive."""

    ending = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit:
            self.ending.emit()
        return super().event(event)


class DeskProcess:
    """Builds the desk from its parts and takes it down in the reverse order."""

    def __init__(self, settings: Settings) -> None:
        sys.setswitchinterval(_SWITCH_INTERVAL_S)
        self._app = _application()
        load_translation(self._app, settings.seat.language)
        theme.apply(settings.seat.theme, settings.seat.zoom_pct)
        notices = Notices()
        self._faults = Faults(notices.say)
        self._line = LineClient(settings, notices.say)
        self._worker = Worker(settings.database_url, notices.say)
        self._places = PlacesClient(settings)
        self._tiles = TilesClient(settings.region_dir, settings.centre.region_code)
        self.desk = Desk(
            settings=settings,
            catalogue=load_catalogue(),
            line=self._line,
            worker=self._worker,
            calls=CallController(self._line),
            notices=notices,
            places=self._places,
            tiles=self._tiles,
        )
        self.stalls = StallWatch()
        self.desk.calls.queue_changed.connect(self._set_pace)
        self._calls = CallRoom(self.desk)
        store = QSettings(str(settings.data_dir / GEOMETRY_FILE), QSettings.Format.IniFormat)
        incident = IncidentRoom(self.desk)
        self.map = with_map(incident, self.desk, store)
        rooms = (self._calls.room, incident.as_room(), self.map.room, build_supervisor_room(self.desk))
        self.shell = Shell(self.desk, rooms, store, outcomes=self._calls.outcomes, cut=self._calls.cut)
        if isinstance(self._app, DeskApplication):
            self._app.ending.connect(self.shell.close_guard.set_free)
        self._app.commitDataRequest.connect(self.shell.close_guard.set_free)

    @property
    def call_table(self) -> QTableView:
        """The queue's list, watched by the demo and the bench for the moment a card is painted."""
        return self._calls.panel.table

    def run(self) -> int:
        """Attach, show, and stay until the window closes."""
        self._faults.install()
        for name in ("SIGTERM", "SIGINT"):
            signal.signal(getattr(signal, name), lambda *_: self._app.quit())
        self._worker.start()
        self._line.start()
        self._places.start()
        self._tiles.start()
        self._set_pace()
        self.stalls.start()
        self.shell.window.appear()
        _log.info("ready %.0f ms after the imports", (time.perf_counter() - _imported_at_s) * 1_000)
        self._player = self._player_when_asked()
        try:
            return self._app.exec()
        finally:
            self.shell.close_guard.set_free()
            self.shell.window.close()
            self.stalls.stop()
            self._tiles.stop()
            self._places.stop()
            let_children_end()
            self._line.stop()
            self._worker.stop()
            self._faults.remove()

    def _set_pace(self) -> None:
        """Watch closely while somebody is on the line, lightly otherwise."""
        self.stalls.rest(not self.desk.calls.open_calls())

    def _player_when_asked(self) -> QObject | None:
        """The demo plays the desk by key presses; a seat at work loads nothing of it."""
        if PLAY_VARIABLE not in os.environ:
            return None
        self.shell.close_guard.set_free()  # a demo closes its own window
        play = importlib.import_module("calltaker.training.play")
        player: QObject = play.begin(self.shell.window, self.desk, self.call_table, self._app)
        return player


def _application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else DeskApplication(sys.argv[:1])
    QGuiApplication.setApplicationDisplayName("112")
    return app


def _has_screen() -> bool:
    """False where Qt would abort the process instead of saying so."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _give_up(words: str) -> int:
    sys.stderr.write(f"{words}\n")
    return CANNOT_START
