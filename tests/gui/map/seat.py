"""A window with a text field, the map, and two keys of the desk."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from support.fake_desk import FakeLine, fake_desk
from support.typist import open_window

from calltaker.app.map_room import MapRoom
from calltaker.app.room import Desk
from calltaker.desk.board import BoardController
from calltaker.desk.forms import FormController
from calltaker.theme.live import theme
from tests.gui.map.made_up import FakePlaces, FakeTiles, sketch


class Seat:
    def __init__(self, tmp_path) -> None:
        theme.apply("night")
        self.line, self.places, self.tiles = FakeLine(), FakePlaces(sketch()), FakeTiles()
        plain = fake_desk(tmp_path, line=self.line)
        parts = {name: getattr(plain, name) for name in ("settings", "catalogue", "line", "worker", "calls", "notices")}
        self.desk = Desk(**parts, places=self.places, tiles=self.tiles)
        self.forms = FormController(self.desk)
        self.store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        self.map = MapRoom(self.desk, self.forms, BoardController(self.desk), self.store)
        self.pins: list[tuple[float, float]] = []
        self.map.pin_placed.connect(lambda lat, lon: self.pins.append((lat, lon)))
        self.done: list[str] = []
        self.window = QMainWindow()
        self.form = QLineEdit()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(self.map.room.panels["map"], 1)
        layout.addWidget(self.form)
        self.window.setCentralWidget(page)
        for action_id, key in (("call.answer", "F9"), ("call.hold", "F8"), ("focus.map", "F5"), ("map.window", "Shift+F5")):
            self._bind(action_id, key)
        self.hands = open_window(self.window, 700, 600)
        self.form.setFocus()
        self.line.attach()
        QApplication.processEvents()

    def _bind(self, action_id: str, key: str) -> None:
        action = QAction(action_id, self.window)
        action.setObjectName(action_id)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: self._do(action_id))
        self.window.addAction(action)

    def _do(self, action_id: str) -> None:
        self.done.append(action_id)
        handler = self.map.room.handlers.get(action_id)
        if handler is not None:
            handler()
