"""The form of a call or an incident: one line of text first, then what it proposes, ready to be confirmed or typed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from calltaker.desk.callers import caller_text
from calltaker.desk.open_form import NEW, OpenForm
from calltaker.desk.type_finder import find_types
from calltaker.domain.clock import local_text
from calltaker.domain.ticket import short_number
from calltaker.theme.signs import state_sign
from calltaker.views.common import KeyedButton, Panel, Pill, label
from calltaker.views.dispatch.wrapped import WrappedLabel
from calltaker.views.incident.conflict_strip import ConflictStrip
from calltaker.views.incident.editors import OneLine
from calltaker.views.incident.form_fields import FormFields
from calltaker.views.incident.pick_button import PickButton
from db.events import IncidentNoteAdded

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController
    from calltaker.desk.incidents import IncidentController

MOST_PICKS = 3


class FormPanel(Panel):
    """`send_requested`, `save_requested`: a button was clicked (the keys are actions of the window). `grown`: the form becomes
    longer or shorter, or gets more or less room."""

    send_requested = Signal()
    save_requested = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, forms: FormController, incidents: IncidentController, parent: QWidget | None = None) -> None:
        super().__init__("", "F4", parent)
        self.set_title(self.tr("Call form"))
        self._desk = desk
        self._forms = forms
        self._whose = label("", "strong")
        self._state = Pill()
        self.header.addWidget(self._whose)
        self.header.addWidget(self._state)
        self.one_line = OneLine(self.tr("What happened, where, who is in danger"))
        self.fields = FormFields(desk.catalogue, desk.settings.seat.language)
        self.conflicts = ConflictStrip(desk.settings.centre.utc_offset_minutes)
        self._notes = WrappedLabel()
        self._picks_row = QWidget()
        self._picks = QHBoxLayout(self._picks_row)
        self._picks.setContentsMargins(0, 0, 0, 0)
        self._shown_picks: tuple[str, ...] = ()
        self._build()
        self._wire(incidents)
        self.show_current()

    def focus_one_line(self) -> None:
        """A person asks for the form (F4): the first line gets the focus."""
        self._forms.show_current_call()
        self.one_line.go_on()

    def take_up(self, call_id: str) -> None:
        """A person answered this call (F9): its form shows at once, so that the next letter cannot land in another one."""
        self._forms.show_call(call_id)
        self.one_line.go_on()

    def focus_field(self, name: str, *, is_missing: bool = False) -> None:
        """A person's key wants this field."""
        if name == "summary":
            self.one_line.go_on()
        else:
            self.fields.focus_field(name, is_missing=is_missing)

    def show_current(self) -> None:
        """Show the form in force. The focus stays where it is."""
        form = self._forms.current
        self._body.setEnabled(form is not None)
        if form is None:
            self._whose.setText(self.tr("No call"))
            self._state.hide()
            self.one_line.show_text("")
            self.fields.show_form(OpenForm(key=""))
            self.conflicts.show_conflicts({}, self.fields.names)
            self._show_picks(())
            self._notes.hide()
            return
        self._show_whose(form)
        self.one_line.show_text(form.state.value("summary"))
        self.fields.show_form(form)
        self.conflicts.show_conflicts(form.conflicts, self.fields.names)
        self._show_picks(self._picks_for(form))
        self._notes.say("\n".join(self._note_lines(form)))
        self._notes.setVisible(bool(self._notes.text()))

    def show_below(self, *widgets: QWidget) -> None:
        """Put widgets between the fields and the buttons: what appears there moves no field away from under the hands."""
        for widget in widgets:
            self.body.insertWidget(self.body.count() - 1, widget)

    def keep_in_sight(self, *widgets: QWidget) -> None:
        """Scroll as little as shows these widgets, the last one above all. The focus stays where it is."""
        for widget in widgets:
            self._scroll.ensureWidgetVisible(widget, 0, 4)

    # --- building ------------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("scrolled")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        column.addWidget(self.one_line)
        column.addWidget(self.conflicts)
        column.addWidget(self._picks_row)
        column.addWidget(self.fields, 1)
        column.addWidget(self._notes)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.grown.emit())
        self._scroll = scroll
        self.body.addWidget(scroll, 1)
        buttons = QHBoxLayout()
        save = KeyedButton(self.tr("Save"), "Ctrl+S", icon_name="save")
        send = KeyedButton(self.tr("Send"), "Ctrl+Enter", icon_name="send", kind="primary")
        save.clicked.connect(self.save_requested)
        send.clicked.connect(self.send_requested)
        buttons.addStretch(1)
        buttons.addWidget(save)
        buttons.addWidget(send)
        self.body.addLayout(buttons)

    def _wire(self, incidents: IncidentController) -> None:
        forms = self._forms
        self.one_line.textEdited.connect(lambda text: forms.type_text("summary", text))
        self.one_line.returnPressed.connect(lambda: self.fields.focus_field("type_code"))
        self.one_line.left.connect(lambda: forms.leave("summary"))
        self.fields.edited.connect(forms.type_text)
        self.fields.accepted.connect(forms.accept)
        self.fields.left.connect(forms.leave)
        self.conflicts.chosen.connect(forms.choose)
        incidents.field_wanted.connect(lambda name: self.focus_field(name, is_missing=True))
        self._desk.calls.taken_up.connect(self.take_up)
        forms.shown.connect(self._on_shown)
        forms.changed.connect(self._on_changed)
        QWidget.setTabOrder(self.one_line, self.fields.editor("type_code"))

    def _on_shown(self, _key: str) -> None:
        self.show_current()
        self._scroll.verticalScrollBar().setValue(0)

    def _on_changed(self, key: str) -> None:
        form = self._forms.current
        if form is not None and form.key == key:
            self.show_current()

    # --- pieces --------------------------------------------------------------------------------------------------------
    def _show_whose(self, form: OpenForm) -> None:
        """Say whose form this is, so that nobody types into another call's."""
        call = self._desk.calls.call(form.call_id)
        who = caller_text(call) if call is not None else ""
        number = self.tr("Incident {number}").format(number=short_number(form.number)) if form.number else ""
        nobody = self.tr("New incident, no call") if form.key.startswith(NEW) else self.tr("New incident")
        self._whose.setText(" · ".join(filter(None, (number, who))) or nobody)
        if form.detail is not None:
            sign = state_sign(form.detail.row.state)
            self._state.show_state(sign.text, "ok" if form.detail.row.state == "handled" else "info")
        elif call is not None:
            self._state.show_state(state_sign(call.state).text, "info")
        self._state.setVisible(form.detail is not None or call is not None)

    def _note_lines(self, form: OpenForm) -> list[str]:
        """Return the notes of the incident, newest first."""
        offset = self._desk.settings.centre.utc_offset_minutes
        lines = []
        for note in reversed(form.detail.notes if form.detail else ()):
            said = msgspec.json.decode(note.payload, type=IncidentNoteAdded).text
            lines.append(f"{local_text(note.at_us, offset, '%H:%M')} {note.actor}: {said}")
        return lines

    def _picks_for(self, form: OpenForm) -> tuple[str, ...]:
        """Return the next best types, or the frequent ones while nothing is typed. By keyboard: Down in the type field."""
        catalogue, language = self._desk.catalogue, self._desk.settings.seat.language
        codes = form.proposal.alternatives or tuple(kind.code for kind in find_types("", catalogue, language))
        if form.number or form.state.origin("type_code") == "person":
            return ()
        return tuple(code for code in codes if code in catalogue.types)[:MOST_PICKS]

    def _show_picks(self, codes: tuple[str, ...]) -> None:
        catalogue, language = self._desk.catalogue, self._desk.settings.seat.language
        if codes == self._shown_picks:
            return
        self._shown_picks = codes
        while (item := self._picks.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for code in codes:
            pick = PickButton(catalogue.types[code].name(language))
            pick.clicked.connect(lambda _checked=False, chosen=code: self._forms.type_text("type_code", chosen))
            self._picks.addWidget(pick, 1)
        self._picks_row.setVisible(bool(codes))
