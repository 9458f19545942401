"""The fields of the form in the order in which a call goes: what, how urgent, where, who, how many, and the story."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from calltaker.desk.callers import number_text
from calltaker.desk.open_form import OpenForm
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.form import NO_LOCATION, FormState
from calltaker.views.common import KeyedButton, label, set_property
from calltaker.views.incident.editors import LineEdit, TextBox
from calltaker.views.incident.field_row import OriginBadge, add_row
from calltaker.views.incident.priority_field import PriorityField
from calltaker.views.incident.type_field import TypeField

NARRATIVE_LINES = 3


class FormFields(QWidget):
    """`edited` (field, value): a person changed it. `accepted` (field): Enter on what is shown. `left` (field)."""

    edited = Signal(str, str)
    accepted = Signal(str)
    left = Signal(str)

    def __init__(self, catalogue: Catalogue, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(4, 1)
        self.names: dict[str, str] = {}
        self._badges: dict[str, OriginBadge] = {}
        self._lines: dict[str, LineEdit] = {}
        self._state = FormState()
        self.type_field = TypeField(self.tr("Type of incident"), catalogue, language)
        self.priority_field = PriorityField(self.tr("Priority"))
        self.narrative = TextBox(self.tr("Narrative"))
        self._why = label("", "small", wrap=True)
        self._no_location = KeyedButton(self.tr("No location yet"), "Alt+0")
        self._no_location.setCheckable(True)
        self._reason_row: tuple[QLabel, LineEdit] | None = None
        self._build()
        self._order = [name for name in self._focus_order() if name]
        self._chain_tabs()

    # --- what is shown -------------------------------------------------------------------------------------------------
    def show_form(self, form: OpenForm) -> None:
        """Show the values, who set them, and what is in conflict."""
        state, conflicts = form.state, form.conflicts
        self._state = state
        for name, editor in self._lines.items():
            value = state.value(name)
            editor.show_text(self._shown_number(value) if name == "callback_number" else value)
        self.type_field.show_code(state.value("type_code"))
        self.priority_field.show_value(state.value("priority"))
        self.narrative.show_text(state.value("narrative"))
        for name, badge in self._badges.items():
            badge.show_origin(self._origin(name), is_conflict=name in conflicts)
        says_none = state.value("location_source") == NO_LOCATION
        self._no_location.setChecked(says_none)
        set_property(self._lines["place_text"], "invalid", not (state.value("place_text") or says_none))
        self._why.setText(form.proposal.priority_why)
        self._why.setVisible(bool(form.proposal.priority_why) and state.origin("priority") != "person")
        self._show_reason(needed=state.priority_needs_reason(self._catalogue))

    def focus_field(self, name: str) -> None:
        """Move the focus to a field, because a person's key asked for it."""
        editor = self.editor(name)
        if name == "priority_reason":
            self._show_reason(needed=True)
        editor.setFocus()
        if isinstance(editor, LineEdit):
            editor.selectAll()

    def editor(self, name: str) -> QWidget:
        """Return the widget of a field. Raises `KeyError` for a field that has none."""
        special: dict[str, QWidget] = {
            "type_code": self.type_field,
            "priority": self.priority_field,
            "narrative": self.narrative,
        }
        return special[name] if name in special else self._lines[name]

    def go_on(self, name: str) -> None:
        """Enter: move to the field after `name`."""
        visible = [field for field in self._order if field == name or self.editor(field).isVisible()]
        after = visible[visible.index(name) + 1 :]
        if after:
            self.focus_field(after[0])

    def toggle_no_location(self) -> None:
        """A person says that no place is known (or takes it back)."""
        says_none = self._state.value("location_source") == NO_LOCATION
        self.edited.emit("location_source", "" if says_none else NO_LOCATION)

    # --- building ------------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self._add(0, "type_code", self.tr("&Type"), self.type_field, span=4)
        self._add(1, "priority", self.tr("P&riority"), self.priority_field, span=4)
        self._grid.addWidget(self._why, 2, 1, 1, 5)
        reason = self._line("priority_reason", self.tr("Why this priority?"))
        reason_label, _ = add_row(self._grid, 3, self.tr("&Why"), reason, span=4)
        self._reason_row = (reason_label, reason)
        self._add(4, "place_text", self.tr("P&lace"), self._place_row(), span=4, buddy=self._lines["place_text"])
        self._add(6, "landmark", self.tr("Land&mark"), self._line("landmark", self.tr("Landmark")), span=4)
        self._add(7, "reporter_name", self.tr("Rep&orter"), self._line("reporter_name", self.tr("Reporter")))
        self._add(
            7, "callback_number", self.tr("Nu&mber"), self._line("callback_number", self.tr("Call-back number")), column=3
        )
        self._add(8, "victims", self.tr("Victim&s"), self._line("victims", self.tr("Victims"), digits_only=True))
        self._add(8, "trapped", self.tr("Trapp&ed"), self._line("trapped", self.tr("Trapped"), digits_only=True), column=3)
        self._add(9, "narrative", self.tr("N&arrative"), self.narrative, span=4)
        self.narrative.setMinimumHeight(self.narrative.fontMetrics().lineSpacing() * NARRATIVE_LINES)
        self._grid.setRowStretch(9, 1)
        self.type_field.chosen.connect(lambda code: self.edited.emit("type_code", code))
        self.type_field.returnPressed.connect(lambda: self._enter("type_code"))
        self.priority_field.chosen.connect(lambda value: self.edited.emit("priority", value))
        self.priority_field.confirmed.connect(lambda: self._enter("priority"))
        self.narrative.edited.connect(lambda text: self.edited.emit("narrative", text))
        self.narrative.left.connect(lambda: self.left.emit("narrative"))
        self._no_location.clicked.connect(self.toggle_no_location)

    def _add(
        self, row: int, name: str, text: str, editor: QWidget, *, column: int = 0, span: int = 1, buddy: QWidget | None = None
    ) -> None:
        title, badge = add_row(self._grid, row, text, editor, column, span)
        title.setBuddy(buddy or editor)
        self._badges[name] = badge
        self.names[name] = text.replace("&", "")

    def _line(self, name: str, spoken: str, *, digits_only: bool = False) -> LineEdit:
        editor = LineEdit(spoken)
        if digits_only:
            editor.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), editor))
        editor.textEdited.connect(lambda text: self.edited.emit(name, text))
        editor.returnPressed.connect(lambda: self._enter(name))
        editor.left.connect(lambda: self.left.emit(name))
        self._lines[name] = editor
        return editor

    def _place_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        place = self._line("place_text", self.tr("Place"))
        place.setPlaceholderText(self.tr("Street, number, RT/RW, village, district"))
        self._no_location.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.addWidget(place, 1)
        line.addWidget(self._no_location)
        return row

    def _focus_order(self) -> tuple[str, ...]:
        return (
            "type_code",
            "priority",
            "priority_reason",
            "place_text",
            "landmark",
            "reporter_name",
            "callback_number",
            "victims",
            "trapped",
            "narrative",
        )

    def _chain_tabs(self) -> None:
        for before, after in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(self.editor(before), self.editor(after))

    # --- keys ----------------------------------------------------------------------------------------------------------
    def _enter(self, name: str) -> None:
        self.accepted.emit(name)
        self.go_on(name)

    def _show_reason(self, *, needed: bool) -> None:
        """Ask for the reason where it is needed, and keep it in sight once it is given."""
        title, editor = self._reason_row or (None, None)
        if title is None or editor is None:
            return
        is_shown = needed or bool(self._state.value("priority_reason")) or editor.hasFocus()
        title.setVisible(is_shown)
        editor.setVisible(is_shown)
        set_property(editor, "invalid", needed)

    def _origin(self, name: str) -> str | None:
        """Return where a value comes from; a place that only the network knows says so."""
        if name == "place_text" and not self._state.value(name) and self._state.value("lat"):
            return self._state.origin("lat")
        return self._state.origin(name)

    def _shown_number(self, value: str) -> str:
        if self._state.origin("callback_number") == "person" and self._lines["callback_number"].hasFocus():
            return value
        return number_text(value) if value else ""
