"""Where a value comes from, in word and shape, inside the field itself: a suggestion must never look like a fact."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from calltaker.views.common import label, set_property

_GAP_PX = 8


def origin_words(origin: str | None, *, is_conflict: bool = False) -> tuple[str, str]:
    """Return words and tone of an origin; "" for a person's value."""
    translate = QCoreApplication.translate
    if is_conflict:
        return translate("OriginBadge", "▲ two values"), "p1"
    if origin == "suggestion":
        return translate("OriginBadge", "◇ suggested"), "accent"
    if origin == "network":
        return translate("OriginBadge", "▽ from the call"), "accent"
    return "", "dim"


class OriginBadge(QLabel):
    """Sits at the right end of a line edit, whose text makes room for it."""

    def __init__(self, editor: QLineEdit) -> None:
        super().__init__(editor)
        self.setObjectName("small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._editor = editor
        self._words = ""
        editor.installEventFilter(self)
        self.hide()

    def show_origin(self, origin: str | None, *, is_conflict: bool = False) -> None:
        self._words, tone = origin_words(origin, is_conflict=is_conflict)
        set_property(self, "tone", tone)
        self._editor.setAccessibleDescription(self._words)
        self.setVisible(bool(self._words))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Show}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Where sign and word would hide the value, the sign stands alone (readers and the tool tip still say the word)."""
        text_px = self._editor.fontMetrics().horizontalAdvance(self._editor.text())
        needed_px = text_px + self.fontMetrics().horizontalAdvance(self._words) + 4 * _GAP_PX
        self.setText(self._words if needed_px <= self._editor.width() else self._words[:1])
        self._editor.setToolTip(self._words)
        wanted = self.sizeHint()
        room_px = wanted.width() + _GAP_PX if self.text() else 0
        self._editor.setTextMargins(0, 0, room_px, 0)
        top = (self._editor.height() - wanted.height()) // 2
        self.setGeometry(self._editor.width() - room_px, top, wanted.width(), wanted.height())


def add_label(grid: QGridLayout, row: int, column: int, text: str, buddy: QWidget) -> QLabel:
    """Put the name of a field into the grid; an ampersand in it is the mnemonic that leads to `buddy`."""
    name = label("", "dim")
    name.setTextFormat(Qt.TextFormat.AutoText)
    name.setText(text)
    name.setBuddy(buddy)
    grid.addWidget(name, row, column)
    return name
