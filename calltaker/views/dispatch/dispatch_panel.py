"""Who is sent, the words they get, and how far they are. Space ticks an agency, digits note what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from calltaker.domain.dispatch import NEXT_STATES, needs_reason
from calltaker.models.referrals import CLOCK_COLUMN, STATE_COLUMN, ReferralsModel
from calltaker.models.roles import KEY_ROLE
from calltaker.theme.signs import state_sign
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.common import KeyedButton, Panel, label, table_view
from calltaker.views.dispatch.prompt import Prompt
from calltaker.views.incident.editors import LineEdit
from calltaker.views.keymap import key_text

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.dispatch import Choice, DispatchController
    from calltaker.desk.forms import FormController

_WIDTHS_PX = (150, 132, 60)
_STRETCH = 0
MESSAGE_PX = 60
_STATE_KEYS = {
    "1": "acknowledged",
    "2": "en_route",
    "3": "on_scene",
    "4": "handled",
    "5": "refused",
    "6": "obstructed",
    "0": "cancelled",
}


class DispatchPanel(Panel):
    """`copy_requested`, `sheet_requested`: a button was clicked (the keys are actions of the window)."""

    copy_requested = Signal()
    sheet_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        forms: FormController,
        dispatch: DispatchController,
        board: BoardController,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Dispatch"))
        self._desk = desk
        self._forms = forms
        self._dispatch = dispatch
        self._model = ReferralsModel(desk.catalogue, desk.settings.seat.language, self)
        self.view = table_view(self._model, name=self.tr("Agencies"), stretch=_STRETCH, widths=_WIDTHS_PX)
        self.view.setMinimumHeight(2 * MIN_TARGET_PX)
        self.view.horizontalHeader().hide()
        self.view.installEventFilter(self)
        self.add_line = LineEdit(self.tr("Add an agency"))
        self.add_line.setPlaceholderText(self.tr("Add: 119, damkar, pln …"))
        self.add_line.returnPressed.connect(self._on_add)
        self._units = label("", "small", wrap=True)
        self.message = QPlainTextEdit()
        self.message.setReadOnly(True)
        self.message.setTabChangesFocus(True)
        self.message.setAccessibleName(self.tr("Message for the agencies"))
        self.message.setMinimumHeight(MESSAGE_PX)
        self.prompt = Prompt()
        hint = self.tr("Space ticks · 1 acknowledged 2 en route 3 on scene 4 handled 5 refused 6 obstructed 0 cancelled")
        self._hint = label(hint, "small", wrap=True)
        self._hint.hide()
        self._build()
        forms.shown.connect(lambda _key: self.show_current())
        forms.changed.connect(lambda _key: self.show_current())
        dispatch.changed.connect(lambda _key: self.show_current())
        board.agencies_changed.connect(self.show_current)
        board.ticked.connect(self._on_tick)
        self.prompt.opened.connect(self._make_room)
        self.show_current()

    def focus_list(self) -> None:
        """A person asks for the agencies."""
        if not self.view.currentIndex().isValid() and self._model.rowCount():
            self.view.selectRow(0)
        self.view.setFocus()

    def show_current(self) -> None:
        """Show the agencies and the words for the form on the screen."""
        form = self._forms.current
        self._model.priority = int(form.state.value("priority") or 1) if form else 1
        self._model.closed_at_us = form.detail.row.closed_at_us if form and form.detail else None
        self._model.set_rows(self._dispatch.choices(form) if form else ())
        self.message.setEnabled(form is not None)
        text = self._dispatch.message_on_screen(form) if form else ""
        if self.message.toPlainText() != text:
            self.message.setPlainText(text)
        units = ", ".join(sorted(form.units)) if form else ""
        self._units.setText(self.tr("Units to send: {units}").format(units=units))
        self._units.setVisible(bool(units))

    def advance(self) -> None:
        """Note the next state of the agency under the cursor, else of the first that is still at work (Ctrl+E)."""
        choice = self._selected() or next((one for one in self._model.rows if self._next_of(one)), None)
        if choice is not None and (state := self._next_of(choice)):
            self._note(choice, state)
        else:
            self._desk.notices.say(self.tr("No agency has anything left to report."), "warning")

    def _make_room(self, is_asking: bool) -> None:
        """A question of many answers takes the place of everything else; the agency it is about stands in it."""
        for widget in (self.view, self.add_line, self._copy, self._sheet, self.message):
            widget.setVisible(not is_asking)

    def _on_tick(self) -> None:
        for column in (STATE_COLUMN, CLOCK_COLUMN):
            self._model.refresh(column)

    # --- keys ----------------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._hint.setVisible(event.type() == QEvent.Type.FocusIn)
        if watched is self.view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            choice = self._selected()
            if choice is not None and event.key() == Qt.Key.Key_Space:
                if not choice.has_it:
                    self._dispatch.tick(choice.agency.code, not choice.is_ticked)
                return True
            if choice is not None and event.text() in _STATE_KEYS:
                self._note(choice, _STATE_KEYS[event.text()])
                return True
            if event.text() == "+":
                self.add_line.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _note(self, choice: Choice, state: str) -> None:
        """Note what an agency said; a refusal or an obstacle needs its reason, asked inline."""
        row = choice.referral
        if row is None:
            self._desk.notices.say(self.tr("Nothing was sent to this agency yet."), "warning")
        elif not needs_reason(state):
            self._dispatch.advance(row, state)
        else:
            language = self._desk.settings.seat.language
            options = [(one.code, one.name(language)) for one in self._desk.catalogue.obstacles.values()]
            words = self.tr("{agency}, {state}: why?").format(
                agency=choice.agency.short_name or choice.agency.name, state=state_sign(state).said
            )
            self.prompt.ask(words, lambda reason: self._give(choice, state, reason), options=options, allows_text=True)

    def _give(self, choice: Choice, state: str, reason: str) -> None:
        if choice.referral is not None:
            self._dispatch.advance(choice.referral, state, reason)

    def _on_add(self) -> None:
        agency = self._dispatch.find_agency(self.add_line.text())
        if agency is None:
            self._desk.notices.say(
                self.tr("Which agency? “{text}” fits none or several.").format(text=self.add_line.text()), "warning"
            )
            return
        self._dispatch.tick(agency.code, True)
        self.add_line.clear()

    def _selected(self) -> Choice | None:
        index = self.view.currentIndex()
        return self._model.row_at(self._model.row_of(index.data(KEY_ROLE))) if index.isValid() else None

    @staticmethod
    def _next_of(choice: Choice) -> str:
        states = NEXT_STATES.get(choice.referral.state, ()) if choice.referral else ()
        return states[0] if states else ""

    # --- building ------------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        copy = self._copy = KeyedButton(self.tr("Copy"), icon_name="message-square")
        copy.setToolTip(key_text("incident.copy"))
        sheet = self._sheet = KeyedButton(self.tr("PDF"), icon_name="printer")
        sheet.setToolTip(key_text("incident.sheet"))
        copy.clicked.connect(self.copy_requested)
        sheet.clicked.connect(self.sheet_requested)
        row = QHBoxLayout()
        row.addWidget(self.add_line, 1)
        row.addWidget(copy)
        row.addWidget(sheet)
        self.body.addWidget(self.view, 3)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.prompt)
        self.body.addLayout(row)
        self.body.addWidget(self._units)
        self.body.addWidget(self.message, 3)
