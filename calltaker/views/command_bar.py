"""The command line and, beside it, its reading in words before Enter; when it is empty, the desk's messages stand there."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from calltaker.theme.live import theme
from calltaker.views.common import label, set_property

WARNING_MS = 10_000
_HISTORY = 50


class CommandLine(QLineEdit):
    """A line edit with a history (arrows) that can underline a part of its text."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("command")
        self._past: list[str] = []
        self._at = 0

    def remember(self, text: str) -> None:
        """Put an accepted line into the history."""
        if not self._past or self._past[-1] != text:
            self._past = [*self._past, text][-_HISTORY:]
        self._at = len(self._past)

    def mark(self, start: int, end: int) -> None:
        """Underline the characters from `start` to `end` (an empty range clears), and leave text and cursor alone."""
        attributes = []
        if end > start:
            wrong = QTextCharFormat()
            wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wrong.setUnderlineColor(theme.colour("p1"))
            wrong.setForeground(theme.colour("p1"))
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes = [QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), end - start, wrong)]
        QApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self._walk(-1)
        elif event.key() == Qt.Key.Key_Down:
            self._walk(+1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), len(self._past))
        self.setText(self._past[self._at] if self._at < len(self._past) else "")
        self.textEdited.emit(self.text())


class CommandBar(QFrame):
    """`edited` (text): read it back. `entered` (text): Enter was pressed. `left`: Esc."""

    edited = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.line = CommandLine()
        self.line.setAccessibleName(self.tr("Command line"))
        self.line.setPlaceholderText(self.tr("? shows the commands"))
        self.line.setMinimumWidth(300)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(lambda: self.entered.emit(self.line.text()))
        self.line.left.connect(self._on_left)
        self._said = label("", "message")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._transient = ("", "info")
        self._standing = ("", "info")
        self._expiry = QTimer(self)
        self._expiry.setSingleShot(True)
        self._expiry.setInterval(WARNING_MS)
        self._expiry.timeout.connect(self._expire)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(12)
        title = self.tr("COMMAND")
        row.addWidget(label(f"{title}  {key}", "heading"))
        row.addWidget(self.line, 2)
        row.addWidget(self._said, 3)

    # --- setters -------------------------------------------------------------------------------------------------------
    def say(self, text: str, level: str = "info") -> None:
        """Show a message: info and warnings for 10 s, an alarm until Esc or the next alarm."""
        if level == "alarm":
            self._standing = (text, level)
        self._transient = (text, level)
        self._expiry.start()
        self._show()

    def take_back(self, text: str) -> None:
        """Withdraw a message that is true no longer; another one is left alone."""
        if self._standing[0] == text:
            self._standing = ("", "info")
        if self._transient[0] == text:
            self._expire()

    def read_back(self, text: str, *, wrong: tuple[int, int] = (0, 0), is_right: bool = True) -> None:
        """Show how the typed line is understood, or what is wrong with which part of it."""
        self._put(text, "info" if is_right else "warning")
        self.line.mark(*wrong)

    def accept(self) -> None:
        """The line was carried out: remember and empty it."""
        self.line.remember(self.line.text())
        self.line.clear()
        self._show()

    @property
    def message(self) -> str:
        return self._said.text()

    # --- inside --------------------------------------------------------------------------------------------------------
    def _on_edited(self, text: str) -> None:
        if text.strip():
            self.edited.emit(text)
        else:
            self._show()

    def _on_left(self) -> None:
        self._standing = self._transient = ("", "info")
        self._show()
        self.left.emit()

    def _expire(self) -> None:
        self._transient = self._standing
        self._show()

    def _show(self) -> None:
        if not self.line.text().strip():
            self._put(*self._transient)

    def _put(self, text: str, level: str) -> None:
        self._said.setText({"alarm": "▲ ", "warning": "△ "}.get(level, "") + text if text else "")
        self._said.setToolTip(text)
        self._said.setAccessibleName(text)
        set_property(self._said, "level", level)
