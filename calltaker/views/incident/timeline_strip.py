"""Ctrl+I: who did what when, over the form while it is read. Arrows scroll, Esc leaves; no dialog, nothing can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QVBoxLayout, QWidget

from calltaker.views.common import label

_SAMPLE_TIME = "00:00:00  "


@dataclass(frozen=True)
class Line:
    """`day` heads the first line of each day; `time`, `who`, `what` are shown as they are."""

    day: str
    time: str
    who: str
    what: str


class TimelineText(QTextEdit):
    """Read only. `left`: the focus went elsewhere."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TimelineStrip(QFrame):
    """`closed`: nobody reads any more. It covers `place` exactly, so that nothing moves and nothing shows by halves, and goes
    away when the focus goes elsewhere."""

    closed = Signal()

    def __init__(self, key: str, place: QWidget) -> None:
        super().__init__(place)
        self.setObjectName("panel")
        self._place = place
        self._key = key
        self._came_from: QWidget | None = None
        self._lines: tuple[Line, ...] = ()
        self._heading = label("", "heading")
        self.text = TimelineText(self.tr("Timeline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self.text, 1)
        column.addWidget(label(self.tr("↑ ↓ scroll · newest at the bottom · Esc leaves"), "small"))
        self.text.left.connect(self._on_left)
        self.text.installEventFilter(self)
        place.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def open(self) -> None:
        """A person wants to read: the focus goes there, the newest line is in sight."""
        self._came_from = QApplication.focusWidget()
        self._lines = ()
        self.text.clear()
        self.setGeometry(self._place.rect())
        self.show()
        self.raise_()
        self.text.setFocus()

    def leave(self) -> None:
        """Go away and give the focus back."""
        before, self._came_from = self._came_from, None
        if before is not None and before.isVisible():
            before.setFocus()
        self._put_away()

    def show_lines(self, title: str, lines: Sequence[Line]) -> None:
        """Show these lines. What is new is added at the end; who reads further up stays there."""
        self._heading.setText(f"{title.upper()}  {self._key}".rstrip())
        self.setAccessibleName(title)
        known = len(self._lines)
        if tuple(lines[:known]) != self._lines:
            self.text.clear()
            known = 0
        bar = self.text.verticalScrollBar()
        at, is_at_the_end = bar.value(), bar.value() == bar.maximum()
        for line in lines[known:]:
            self._add(line)
        self._lines = tuple(lines)
        bar.setValue(bar.maximum() if is_at_the_end or not known else at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._place and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._place.rect())
        is_key = watched is self.text and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _add(self, line: Line) -> None:
        """Append a line with the time hanging out to the left, after its day where that begins."""
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        indent_px = self.text.fontMetrics().horizontalAdvance(_SAMPLE_TIME)
        hanging = QTextBlockFormat()
        hanging.setLeftMargin(indent_px)
        hanging.setTextIndent(-indent_px)
        hanging.setBottomMargin(4)
        self.text.setTabStopDistance(indent_px)
        strong, plain = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        if line.day:
            self._begin_block(cursor, QTextBlockFormat())
            cursor.insertText(line.day, strong)
        self._begin_block(cursor, hanging)
        cursor.insertText(f"{line.time}\t", plain)
        cursor.insertText(f"{line.who}: ", strong)
        cursor.insertText(" ".join(line.what.split()), plain)

    def _begin_block(self, cursor: QTextCursor, block: QTextBlockFormat) -> None:
        if self.text.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)

    def _on_left(self) -> None:
        """Another key led elsewhere: what lies under the strip must be seen. A window that is left keeps it."""
        if QApplication.focusWidget() not in {None, self.text}:
            self._put_away()

    def _put_away(self) -> None:
        if self.is_open:
            self.hide()
            self.closed.emit()
