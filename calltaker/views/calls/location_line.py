"""One line for the places that came with the call, whole in the tool tip; the raw text is there on demand, for what the program
could not read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from calltaker.desk.location_words import LocationWords
from calltaker.views.common import ElidedLabel, KeyedButton, set_property

_RAW_HEIGHT_PX = 96


class PlaceAndFacts(ElidedLabel):
    """One line of which the beginning gives way: how sure a place is must stand there to the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._facts = ""
        super().__init__("", parent)

    def show_place(self, place: str, facts: str) -> None:
        self._facts = f" · {facts}" if facts else ""
        self.show_text(place)
        self.setAccessibleName(f"{place}{self._facts}")

    def _elide(self) -> None:
        room_px = self.width() - self.fontMetrics().horizontalAdvance(self._facts)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room_px) + self._facts)


class LocationLine(QFrame):
    """Hidden while the call brought no location. Tab reaches the button; the raw text unfolds below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._text = PlaceAndFacts()
        self._button = KeyedButton(self.tr("Raw text"), focusable=True)
        self._button.setCheckable(True)
        self._button.toggled.connect(self._on_toggled)
        self._raw = QPlainTextEdit()
        self._raw.setReadOnly(True)
        self._raw.setTabChangesFocus(True)
        self._raw.setFixedHeight(_RAW_HEIGHT_PX)
        self._raw.setAccessibleName(self.tr("Raw text of the location"))
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 4, 6, 4)
        outer.addLayout(row)
        outer.addWidget(self._raw)
        self.show_words(None)

    def show_words(self, words: LocationWords | None) -> None:
        self.setVisible(words is not None)
        if words is None or words.raw != self._raw.toPlainText():
            self._button.setChecked(False)
        self._raw.setPlainText(words.raw if words else "")
        self._raw.setVisible(self._button.isChecked())
        mark = "△ " if words and words.is_trouble else ""
        self._text.show_place(f"{mark}{words.place}" if words else "", words.facts if words else "")
        self._text.setToolTip(words.whole if words else "")
        set_property(self._text, "tone", "p2" if words and words.is_trouble else "ok")
        self._button.setVisible(bool(words and words.raw))

    def _on_toggled(self, unfolded: bool) -> None:
        self._raw.setVisible(unfolded)
