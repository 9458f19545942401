"""One key question with its answers; the digits work while the panel has the focus, the buttons always. A question without
given answers has a line to write into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from calltaker.views.common import KeyedButton, label, set_property
from calltaker.views.incident.editors import LineEdit
from calltaker.views.incident.flow import FlowLayout


class AnswerLine(LineEdit):
    """`moved` (step): an arrow leads to another question."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class QuestionRow(QFrame):
    """`answered` (answer): go on to the next. `written` (answer): a free answer changed. `moved` (step)."""

    answered = Signal(str)
    written = Signal(str)
    moved = Signal(int)

    def __init__(self, question: str, answers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._answers = tuple(answers)
        self._buttons: dict[str, KeyedButton] = {}
        self._text = label(question, "strong", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 2, 4, 2)
        self._column.setSpacing(3)
        self._column.addWidget(self._text)
        self.line = None if answers else self._add_line()
        if answers:
            self._add_buttons()

    def answer_of(self, digit: str) -> str:
        """Return the answer of a digit, or ""."""
        place = int(digit) - 1
        return self._answers[place] if 0 <= place < len(self._answers) else ""

    def show_answer(self, answer: str) -> None:
        for said, button in self._buttons.items():
            button.setChecked(said == answer)
        if self.line is not None:
            self.line.show_text(answer)

    def show_current(self, *, is_current: bool) -> None:
        """Mark the question that the keys answer, with a sign besides the colour."""
        self._text.setText(f"▶ {self.question}" if is_current else self.question)
        set_property(self._text, "tone", "accent" if is_current else "text")

    def _add_line(self) -> AnswerLine:
        line = AnswerLine(self.question)
        line.textEdited.connect(self.written)
        line.returnPressed.connect(lambda: self.answered.emit(line.text()))
        line.moved.connect(self.moved)
        self._column.addWidget(line)
        return line

    def _add_buttons(self) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        for digit, answer in enumerate(self._answers, 1):
            button = KeyedButton(f"{digit} {answer}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, said=answer: self.answered.emit(said))
            self._buttons[answer] = button
            flow.addWidget(button)
        self._column.addWidget(row)
