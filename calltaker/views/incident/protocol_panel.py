"""What to ask and what to say: the key questions of the type with their answers by digit, and the advice to read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from calltaker.desk.cpr import cpr_protocol, needs_cpr
from calltaker.domain.catalogue import Protocol, Question
from calltaker.views.common import ElidedLabel, Panel, Pill, label
from calltaker.views.incident.question_row import QuestionRow

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController
    from calltaker.desk.open_form import OpenForm


class ProtocolPanel(Panel):
    """Digits answer the current question and go on to the next; arrows move; Backspace takes an answer back. Answers are kept
    in the form whatever protocol is shown."""

    def __init__(self, desk: Desk, forms: FormController, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Ask"))
        self._desk = desk
        self._forms = forms
        self._shown: tuple[object, ...] = ()
        self._rows: list[QuestionRow] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = ElidedLabel("strong")
        self.header.insertWidget(1, self._name, 1)
        self.header.setStretch(2, 0)
        self._draft = Pill(self.tr("not approved"), "warning")
        self._draft.setToolTip(self.tr("Not yet reviewed by a person of the profession"))
        self.header.addWidget(self._draft)
        self._urgent = label("", "strong", wrap=True)
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(4)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        self._scroll.setMinimumHeight(100)
        self.body.addWidget(self._urgent)
        self.body.addWidget(self._scroll, 1)
        forms.shown.connect(lambda _key: self.show_current())
        forms.changed.connect(self._on_changed)
        self.show_current()

    def focus_questions(self) -> None:
        """A person asks for the questions."""
        self.setFocus()

    def show_current(self) -> None:
        """Show questions and advice for the form on the screen."""
        form = self._forms.current
        answers = form.answers if form else {}
        is_cpr = form is not None and needs_cpr(_words(form), answers)
        type_code = form.state.value("type_code") if form else ""
        what = (form.key if form else "", type_code, is_cpr)
        if what != self._shown:
            self._shown = what
            self._build(type_code, is_cpr=is_cpr)
        for row in self._rows:
            row.show_answer(answers.get(row.question, ""))

    # --- keys ----------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._rows[self._current] if self._rows else None
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move_to(self._current + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif row is not None and event.key() == Qt.Key.Key_Backspace:
            self._forms.answer(row.question, "")
        elif row is not None and event.text().isdigit() and row.answer_of(event.text()):
            self._answer(row, row.answer_of(event.text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._move_to(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_left()

    def _on_left(self) -> None:
        if not self._has_focus_inside():
            for row in self._rows:
                row.show_current(is_current=False)

    def _has_focus_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _answer(self, row: QuestionRow, answer: str) -> None:
        """Note the answer. Who works in the panel goes on to the next question; a click leaves the focus where it is."""
        place = self._rows.index(row)
        self._forms.answer(row.question, answer)
        if self._has_focus_inside():
            self._move_to(place + 1)

    def _move_to(self, place: int) -> None:
        if not self._rows:
            return
        self._current = min(max(place, 0), len(self._rows) - 1)
        line = self._rows[self._current].line
        if line is not None:
            line.setFocus()
        elif not self.hasFocus():
            self.setFocus()
        for at, row in enumerate(self._rows):
            row.show_current(is_current=at == self._current)
        self._scroll.ensureWidgetVisible(self._rows[self._current], 0, 4)

    # --- content -------------------------------------------------------------------------------------------------------
    def _on_changed(self, key: str) -> None:
        form = self._forms.current
        if form is not None and form.key == key:
            self.show_current()

    def _build(self, type_code: str, *, is_cpr: bool) -> None:
        had_focus = self._has_focus_inside()
        catalogue = self._desk.catalogue
        language = self._desk.settings.seat.language
        protocol = cpr_protocol(catalogue) if is_cpr else catalogue.protocol_for(type_code)
        kind = catalogue.types.get(type_code)
        name = protocol.name(language) if protocol else kind.name(language) if kind else ""
        self._name.show_text(name)
        self._draft.setVisible(protocol is not None and not protocol.reviewed_by)
        self._urgent.setText(self.tr("▲ NOT CONSCIOUS AND NOT BREATHING: guide CPR now, send PSC 119 first."))
        self._urgent.setProperty("tone", "p1")
        self._urgent.setVisible(is_cpr)
        self._clear()
        questions = (
            protocol.questions
            if protocol
            else tuple(Question(text=text, answers=()) for text in kind.key_questions)
            if kind
            else ()
        )
        if is_cpr:
            self._add_advice(protocol, type_code)
        for question in questions:
            self._add_question(question)
        if not is_cpr:
            self._add_advice(protocol, type_code)
        if not questions:
            self._column.addWidget(label(self.tr("Questions and advice come with the type of incident."), "dim", wrap=True))
        self._column.addStretch(1)
        self._current = 0
        if had_focus:
            self.setFocus()

    def _add_advice(self, protocol: Protocol | None, type_code: str) -> None:
        for text in self._advice(protocol, type_code):
            self._column.addWidget(label(text, "", wrap=True))

    def _advice(self, protocol: Protocol | None, type_code: str) -> tuple[str, ...]:
        """Return the rule and the instructions, or the short card of the type."""
        if protocol is None:
            card = self._desk.catalogue.card_for(type_code)
            return (card,) if card else ()
        return (protocol.rule, *(f"{step}. {text}" for step, text in enumerate(protocol.instructions, 1)))

    def _add_question(self, question: Question) -> None:
        row = QuestionRow(question.text, question.answers)
        row.answered.connect(lambda answer: self._answer(row, answer))
        row.written.connect(lambda answer: self._forms.answer(question.text, answer))
        row.moved.connect(lambda step: self._move_to(self._rows.index(row) + step))
        if row.line is not None:
            row.line.left.connect(self._on_left)
        self._rows.append(row)
        self._column.addWidget(row)

    def _clear(self) -> None:
        self._rows = []
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def _words(form: OpenForm) -> str:
    return f"{form.state.value('summary')}\n{form.state.value('narrative')}"
