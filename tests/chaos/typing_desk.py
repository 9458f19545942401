"""The real window, to be killed: `python -m chaos.typing_desk DATA_DIR`.

The first one answers by F9. Each one types into the form for ever, a letter every 100 ms, and says it ("typed LENGTH AT_MS").
One that finds a call says first what it shows of it ("shows NUMBER|STATE|TIMER|TEXT").
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from calltaker.app.main import DeskProcess
from calltaker.line import logs
from calltaker.settings_loader import load

KEY_EVERY_MS = 100
LETTERS = "kebakaran rumah di jalan mawar dekat masjid "


class TypingHand(QObject):
    """Looks at the window ten times a second, like the person at it."""

    def __init__(self, desk: DeskProcess) -> None:
        super().__init__()
        self._desk = desk
        self._window = desk.shell.window
        self._letters = itertools.cycle(LETTERS)
        self._typed = 0
        self._told = False
        self._is_first_window = False  # only the first one sees the call ring; the others wait for the restored text
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(KEY_EVERY_MS)

    def _on_look(self) -> None:
        calls = self._desk.desk.calls.open_calls()
        if not calls:
            return
        if calls[0].state == "ringing":
            self._is_first_window = True
            QTest.keyClick(self._window, Qt.Key.Key_F9)
            return
        if self._text() and not self._told:
            say(f"shows {self._shown()}")
        self._told = self._told or bool(self._text())
        if self._told or self._is_first_window:
            self._type()

    def _type(self) -> None:
        line = self._line()
        if self._typed == 0:
            QTest.keyClick(self._window, Qt.Key.Key_F4)
            line.end(False)
        QTest.keyClicks(line, next(self._letters))
        self._typed += 1
        say(f"typed {len(line.text())} {time.time_ns() // 1_000_000}")

    def _shown(self) -> str:
        labels = {name: self._visible(name) for name in ("key", "timer")}
        state = self._desk.desk.calls.open_calls()[0].state
        return f"{labels['key']}|{state}|{labels['timer']}|{self._text()}"

    def _visible(self, name: str) -> str:
        found = [widget for widget in self._window.findChildren(QLabel, name) if widget.isVisible()]
        return found[0].text() if found else ""

    def _line(self) -> QLineEdit:
        found = self._window.findChild(QWidget, "oneLine")
        assert isinstance(found, QLineEdit)
        return found

    def _text(self) -> str:
        return self._line().text()


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main(data_dir: Path) -> int:
    settings = load(data_dir=data_dir, env={})
    listener = logs.begin(settings.data_dir / "log", "desk")
    desk = DeskProcess(settings)
    hand = TypingHand(desk)
    try:
        return desk.run()
    finally:
        hand.deleteLater()
        listener.stop()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
