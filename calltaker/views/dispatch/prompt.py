"""A question inside a panel, asked because a person's key needs one more word. Never a dialog: everything else goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from calltaker.views.dispatch.wrapped import WrappedLabel
from calltaker.views.incident.editors import LineEdit

Option = tuple[str, str]
"""A code and its words."""

LONGEST_PIECE = 45
_TIED = "\u00a0"
_BY_ONE_DIGIT = 9


def in_one_piece(items: Iterable[str]) -> str:
    """Join items for a label that wraps: between them, never inside one. Where one is longer than a line may be, each begins a
    line of its own, and only its number stays with its first word."""
    pieces = tuple(items)
    if any(len(piece) > LONGEST_PIECE for piece in pieces):
        return "\n".join(piece.replace(" ", _TIED, 1) for piece in pieces)
    return "   ".join(piece.replace(" ", _TIED) for piece in pieces)


class Prompt(QFrame):
    """`opened` (bool): it asks, or is done.

    Up to nine options answer at their digit; more need Enter after the digits or the beginning of the words. Esc leaves."""

    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._question = WrappedLabel("", "strong")
        self._choices = WrappedLabel()
        self._line = LineEdit("")
        self._line.textEdited.connect(self._on_edited)
        self._line.returnPressed.connect(self._on_entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        for widget in (self._question, self._choices, self._line):
            column.addWidget(widget)
        self._options: tuple[Option, ...] = ()
        self._allows_text = False
        self._asked = ""
        self._then: Callable[[str], None] = lambda _answer: None
        self._before: QWidget | None = None
        self.hide()

    def ask(
        self, question: str, then: Callable[[str], None], *, options: Sequence[Option] = (), allows_text: bool = False
    ) -> None:
        """Ask, and take the focus: a person's key just now wanted this. `then` gets the code of an option, or the text."""
        self._before = QApplication.focusWidget()
        self._asked = question
        self._question.say(question)
        self._options = tuple(options)
        self._allows_text = allows_text or not options
        self._then = then
        self._choices.say(in_one_piece(f"{number} {words}" for number, (_code, words) in enumerate(options, 1)))
        self._choices.setVisible(bool(options))
        self._line.setAccessibleName(question)
        self._line.clear()
        self.opened.emit(True)
        self.show()
        self._line.setFocus()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    @property
    def text(self) -> str:
        """What is typed and not yet answered with."""
        return self._line.text().strip()

    def put_away(self) -> None:
        """Stop asking without an answer: what it was about left the screen. The focus stays where a person put it."""
        if not self._line.hasFocus():
            self._before = None
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        is_digit = text.isdecimal() and len(self._options) <= _BY_ONE_DIGIT
        if is_digit and 1 <= int(text) <= len(self._options):
            self._answer(self._options[int(text) - 1][0])

    def _on_entered(self) -> None:
        answer = self._meant(self._line.text().strip())
        if answer:
            self._answer(answer)
        elif self._options and self.text:
            self._question.say(self.tr("{question} Press its number.").format(question=self._asked))

    def _meant(self, text: str) -> str:
        """Return the code that the text means, the text itself where that is allowed, or ""."""
        if text.isdecimal() and 1 <= int(text) <= len(self._options):
            return self._options[int(text) - 1][0]
        begins = [code for code, words in self._options if text and words.casefold().startswith(text.casefold())]
        if len(begins) == 1:
            return begins[0]
        return text if self._allows_text else ""

    def _answer(self, answer: str) -> None:
        self._leave()
        self._then(answer)

    def _leave(self) -> None:
        """Give the focus back to where it was."""
        self.hide()
        self.opened.emit(False)
        if self._before is not None:
            self._before.setFocus()
        self._before = None
