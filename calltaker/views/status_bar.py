"""The bottom line: how the seat is, always at the same places. An alarm is a word with a mark, not only a colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from calltaker.desk.health import StatusItem
from calltaker.theme.icons import icon
from calltaker.theme.live import theme
from calltaker.views.common import label, set_property

_TONES = {"info": "dim", "ok": "dim", "warning": "p2", "alarm": "p1"}
_MARKS = {"warning": "△ ", "alarm": "▲ "}


class _Place(QWidget):
    """An icon and a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = StatusItem("", "", "info", "info")
        self._icon = QLabel()
        self._text = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(5)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        theme.changed.connect(self._paint)

    def show_item(self, item: StatusItem) -> None:
        if item != self._item:
            self._item = item
            self._paint()

    def _paint(self) -> None:
        item = self._item
        tone = _TONES[item.level]
        self._icon.setPixmap(icon(item.icon, tone, 16).pixmap(QSize(16, 16)))
        self._text.setText(_MARKS.get(item.level, "") + item.text)
        self._text.setAccessibleName(item.text)
        set_property(self._text, "tone", tone)


class StatusBar(QFrame):
    """Setters only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._places: list[_Place] = []
        self._saved = label("", "small")
        self._who = label("", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 3, 10, 3)
        self._row.addStretch(1)
        self._row.addWidget(self._saved)
        self._row.addSpacing(14)
        self._row.addWidget(self._who)

    def show_items(self, items: Sequence[StatusItem]) -> None:
        while len(self._places) < len(items):
            place = _Place(self)
            self._row.insertWidget(len(self._places), place)
            self._places.append(place)
        for number, place in enumerate(self._places):
            place.setVisible(number < len(items))
            if number < len(items):
                place.show_item(items[number])
        self._row.invalidate()

    def show_saved(self, text: str) -> None:
        self._saved.setText(text)

    def show_who(self, text: str) -> None:
        self._who.setText(text)
