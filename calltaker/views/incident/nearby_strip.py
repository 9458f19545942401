"""What is known around the place of the form: warnings first, then what may be the same incident, then who is near."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from calltaker.views.common import ElidedLabel, KeyedButton, set_property
from calltaker.views.dispatch.wrapped import WrappedLabel
from calltaker.views.keymap import key_text

MOST_NOTES = 2


class _Line(QWidget):
    """Words, whole as long as there is height for them, and the button of their key: nobody links to what cannot be read."""

    def __init__(self, button: str, key: str) -> None:
        super().__init__()
        self.key = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.text = WrappedLabel()
        self.button = KeyedButton(button, key)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def show_text(self, text: str, tone: str, *, key: str = "", has_button: bool = True) -> None:
        self.key = key
        self.text.say(text)
        self.text.setToolTip(text)
        set_property(self.text, "tone", tone)
        self.button.setVisible(has_button)
        self.setVisible(bool(text))


class NearbyStrip(QFrame):
    """`link_requested` (incident id): this call belongs to that incident. `end_requested`: one of the warnings is wrong.
    Shows only what there is, so that an ordinary call costs no room; it never takes the focus."""

    link_requested = Signal(str)
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self.setAccessibleName(self.tr("Around this place"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 4, 2)
        column.setSpacing(2)
        self._notes = [WrappedLabel() for _ in range(MOST_NOTES)]
        self._more_notes = ElidedLabel()
        self._end = KeyedButton(self.tr("End"), key_text("place.note_end"))
        self._end.setToolTip(self.tr("No longer true"))
        self._warnings = self._beside_button(*self._notes, self._more_notes)
        self._doubles = [_Line(self.tr("Link"), key_text(action)) for action in ("incident.link", "incident.link_second")]
        self._history = ElidedLabel()
        self._near = ElidedLabel("small")
        for widget in (self._warnings, *self._doubles, self._history, self._near):
            column.addWidget(widget)
        self._end.clicked.connect(self.end_requested)
        for line in self._doubles:
            line.button.clicked.connect(lambda _checked=False, line=line: self.link_requested.emit(line.key))
        self.hide()

    @property
    def best_double(self) -> str:
        """The id of the incident that the key links to, "" = none."""
        return self._doubles[0].key

    def show_lines(
        self,
        notes: Sequence[str],
        doubles: Sequence[tuple[str, str]],
        history: str,
        near: str,
        *,
        can_link: bool,
    ) -> None:
        """Show the words of the warnings, (id, words) of the possible doubles, best first, and two lines of words."""
        for place, note in enumerate(self._notes):
            text = notes[place] if place < len(notes) else ""
            note.say(text)
            set_property(note, "tone", "p1")
            note.setVisible(bool(text))
        unshown = max(0, len(notes) - MOST_NOTES)
        more = self.tr("▲ {count} more").format(count=unshown) if unshown else ""
        self._warnings.setVisible(bool(notes))
        for place, line in enumerate(self._doubles):
            key, text = doubles[place] if place < len(doubles) else ("", "")
            words = self.tr("◇ Or: {incident}") if place else self.tr("◇ The same? {incident}")
            said = words.format(incident=text) if text else ""
            line.show_text(said, "p2", key=key, has_button=can_link)
        for shown, text, tone in (
            (self._more_notes, more, "p1"),
            (self._history, history, "violet"),
            (self._near, near, "dim"),
        ):
            shown.show_text(text)
            set_property(shown, "tone", tone)
            shown.setVisible(bool(text))
        self.setVisible(bool(notes or doubles or history or near))

    def _beside_button(self, *lines: QWidget) -> QWidget:
        """Return the warnings above one another, whole, and beside them the button that ends one."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(2)
        for line in lines:
            column.addWidget(line)
        row.addLayout(column, 1)
        row.addWidget(self._end, 0, Qt.AlignmentFlag.AlignTop)
        return whole
