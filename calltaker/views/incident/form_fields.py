"""The fields of the form in the order in which a call goes: what, how urgent, where, who, how many, and the story."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from calltaker.desk.callers import number_text
from calltaker.desk.now import now_us
from calltaker.desk.open_form import OpenForm
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.form import NO_LOCATION, FormState
from calltaker.views.common import KeyedButton, label, set_property
from calltaker.views.incident.editors import LineEdit, TextBox
from calltaker.views.incident.origin import OriginBadge, add_label, origin_words
from calltaker.views.incident.place_strip import PlaceStrip
from calltaker.views.incident.priority_field import PriorityField
from calltaker.views.incident.type_field import TypeField
from calltaker.views.keymap import key_text

NARRATIVE_LINES = 3


class FormFields(QWidget):
    """`edited` (field, value): a person changed it. `accepted` (field): Enter on what is shown. `left` (field).
    `no_place_toggled`: a person says that no place is known, or takes it back."""

    edited = Signal(str, str)
    accepted = Signal(str)
    left = Signal(str)
    no_place_toggled = Signal()

    def __init__(self, catalogue: Catalogue, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(3, 5)
        self.names: dict[str, str] = {}
        self._badges: dict[str, OriginBadge] = {}
        self._lines: dict[str, LineEdit] = {}
        self._state = FormState()
        self._key = ""
        self._missing: set[str] = set()
        self.type_field = TypeField(self.tr("Type of incident"), catalogue, language)
        self.priority_field = PriorityField(self.tr("Priority"))
        self.narrative = TextBox(self.tr("Narrative"))
        self._why = label("", "small")
        self._why.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._no_location = KeyedButton(self.tr("No place yet"), key_text("place.unknown"))
        self._no_location.setCheckable(True)
        self.place_strip = PlaceStrip()
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
        self._show_missing(form)
        self._show_why(form)
        self._show_reason(needed=state.priority_needs_reason(self._catalogue))

    def focus_field(self, name: str, *, is_missing: bool = False) -> None:
        """Move the focus to a field, because a person's key asked for it. `is_missing` marks it until it is filled."""
        editor = self.editor(name)
        if is_missing:
            self._missing.add(name)
            set_property(editor, "invalid", True)
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

    # --- building ------------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self._add(0, "type_code", self.tr("&Type"), self.type_field, span=3)
        self._add(1, "priority", self.tr("P&riority"), self.priority_field, span=3)
        self._grid.addWidget(self._why, 2, 1, 1, 3)
        reason = self._line("priority_reason", self.tr("Why this priority?"))
        reason_label = self._add(3, "priority_reason", self.tr("&Why"), reason, span=3)
        self._reason_row = (reason_label, reason)
        place = self._line("place_text", self.tr("Place"))
        self._add(4, "place_text", self.tr("P&lace"), place, span=3, row_of=self._place_row(place))
        self._grid.addWidget(self.place_strip, 5, 1, 1, 3)
        self._add(6, "landmark", self.tr("Land&mark"), self._line("landmark", self.tr("Landmark")), span=3)
        self._add(7, "reporter_name", self.tr("Rep&orter"), self._line("reporter_name", self.tr("Reporter")))
        self._add(
            7, "callback_number", self.tr("N&umber"), self._line("callback_number", self.tr("Call-back number")), column=2
        )
        self._add(8, "victims", self.tr("Victim&s"), self._line("victims", self.tr("Victims"), digits_only=True))
        self._add(8, "trapped", self.tr("Trapp&ed"), self._line("trapped", self.tr("Trapped"), digits_only=True), column=2)
        self._add(9, "narrative", self.tr("N&arrative"), self.narrative, span=3).setAlignment(Qt.AlignmentFlag.AlignTop)
        self.narrative.setMinimumHeight(self.narrative.fontMetrics().lineSpacing() * NARRATIVE_LINES)
        self._grid.setRowStretch(9, 1)
        self.type_field.chosen.connect(lambda code: self.edited.emit("type_code", code))
        self.type_field.returnPressed.connect(lambda: self._enter("type_code"))
        self.priority_field.chosen.connect(lambda value: self.edited.emit("priority", value))
        self.priority_field.confirmed.connect(lambda: self._enter("priority"))
        self.narrative.edited.connect(lambda text: self.edited.emit("narrative", text))
        self.narrative.left.connect(lambda: self.left.emit("narrative"))
        self._no_location.clicked.connect(self.no_place_toggled)

    def _add(
        self, row: int, name: str, text: str, editor: QWidget, *, column: int = 0, span: int = 1, row_of: QWidget | None = None
    ) -> QLabel:
        """Put a field into the grid. `row_of` is what stands there when the editor is only a part of it."""
        self._grid.addWidget(row_of or editor, row, column + 1, 1, span)
        self.names[name] = text.replace("&", "")
        if isinstance(editor, LineEdit):
            self._badges[name] = OriginBadge(editor)
        return add_label(self._grid, row, column, text, editor)

    def _line(self, name: str, spoken: str, *, digits_only: bool = False) -> LineEdit:
        editor = LineEdit(spoken)
        if digits_only:
            editor.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), editor))
        editor.textEdited.connect(lambda text: self.edited.emit(name, text))
        editor.returnPressed.connect(lambda: self._enter(name))
        editor.left.connect(lambda: self.left.emit(name))
        self._lines[name] = editor
        return editor

    def _place_row(self, place: LineEdit) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        place.setPlaceholderText(self.tr("Not known yet: street, number, RT/RW, village"))
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

    def _show_missing(self, form: OpenForm) -> None:
        """Take the mark off what has been filled; another form has its own gaps."""
        if form.key != self._key:
            self._key = form.key
            filled = set(self._missing)
        else:
            filled = self._missing.difference(form.state.missing_to_send(now_us()))
        for name in filled:
            set_property(self.editor(name), "invalid", False)
        self._missing -= filled

    def _show_why(self, form: OpenForm) -> None:
        """Say where the priority comes from, as long as no person has chosen it."""
        origin = form.state.origin("priority")
        words, tone = origin_words(origin, is_conflict="priority" in form.conflicts)
        text = " · ".join(filter(None, (words, form.proposal.priority_why)))
        self._why.setText(text)
        self._why.setToolTip(text)
        set_property(self._why, "tone", tone)
        self._why.setVisible(bool(words))

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
