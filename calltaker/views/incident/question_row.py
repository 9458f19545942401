"""One key question with its answers; the digits work while the panel has the focus, the buttons always."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from calltaker.views.common import KeyedButton, label, set_property
from calltaker.views.incident.flow import FlowLayout


class QuestionRow(QFrame):
    """`answered` (answer)."""

    answered = Signal(str)

    def __init__(self, question: str, answers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._answers = tuple(answers)
        self._buttons: dict[str, KeyedButton] = {}
        self._text = label(question, "strong", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(3)
        column.addWidget(self._text)
        row = QWidget()
        flow = FlowLayout(row)
        for digit, answer in enumerate(self._answers, 1):
            button = KeyedButton(f"{digit} {answer}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, said=answer: self.answered.emit(said))
            self._buttons[answer] = button
            flow.addWidget(button)
        column.addWidget(row)

    def answer_of(self, digit: str) -> str:
        """Return the answer of a digit, or ""."""
        place = int(digit) - 1
        return self._answers[place] if 0 <= place < len(self._answers) else ""

    def show_answer(self, answer: str) -> None:
        for said, button in self._buttons.items():
            button.setChecked(said == answer)

    def show_current(self, *, is_current: bool) -> None:
        """Mark the question that the digits answer, with a sign besides the colour."""
        self._text.setText(f"▶ {self.question}" if is_current else self.question)
        set_property(self._text, "tone", "accent" if is_current else "text")
