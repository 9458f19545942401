"""All keys and commands on one sheet, from the table of actions: over the window (no dialog, Esc leaves), and as PDF."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from calltaker.actions import Action
from calltaker.views.common import KeyedButton, label
from calltaker.views.keymap import action_text, shown_key

_COLUMNS = 3
_MARGIN_PX = 40
_TOP_PX = 58


def group_title(group: str) -> str:
    """Return the heading of a group of actions."""
    translate = QCoreApplication.translate
    titles = {
        "call": translate("cheat_sheet", "Call"),
        "outcome": translate("cheat_sheet", "Outcome"),
        "incident": translate("cheat_sheet", "Incident"),
        "dispatch": translate("cheat_sheet", "Dispatch"),
        "go": translate("cheat_sheet", "Go to"),
        "view": translate("cheat_sheet", "View"),
    }
    return titles.get(group, group)


def groups(actions: Sequence[Action]) -> dict[str, list[Action]]:
    """Return the actions by group, in the order of the table."""
    found: dict[str, list[Action]] = {}
    for entry in actions:
        found.setdefault(entry.group, []).append(entry)
    return found


def sheet_rows(actions: Sequence[Action]) -> tuple[tuple[str, str, str], ...]:
    """Return the sheet for printing as (key, command, text); a heading of a group has neither key nor command."""
    rows: list[tuple[str, str, str]] = []
    for group, entries in groups(actions).items():
        rows.append(("", "", group_title(group)))
        rows += [(shown_key(entry), entry.verb, action_text(entry)) for entry in entries]
    return tuple(rows)


class CheatSheet(QFrame):
    """`actions_shown` are those that this desk can do, to be set before it is first shown. `print_requested`: make the PDF."""

    print_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("All keys"))
        self.actions_shown: Sequence[Action] = ()
        self._window = window
        self._came_from: QWidget | None = None
        self._built = False
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self.leave()
            return
        if not self._built:
            self._build()
        self._came_from = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Cover the window but for a margin, no higher than needed."""
        room = self._window.rect().adjusted(_MARGIN_PX, _TOP_PX, -_MARGIN_PX, -_MARGIN_PX)
        if self._built:
            room.setHeight(min(room.height(), self.sizeHint().height()))
        self.setGeometry(room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._built = True
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 14, 20, 14)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("All keys"), "key"))
        top.addStretch(1)
        to_file = KeyedButton(self.tr("Save as PDF"), icon_name="printer", focusable=True)
        to_file.clicked.connect(self.print_requested)
        close = KeyedButton(self.tr("Close"), "Esc", focusable=True)
        close.clicked.connect(self.leave)
        top.addWidget(to_file)
        top.addWidget(close)
        outer.addLayout(top)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        outer.addLayout(columns, 1)
        for entries in _in_columns(self.actions_shown):
            columns.addLayout(_column(entries), 1)


def _in_columns(actions: Sequence[Action]) -> list[list[Action | str]]:
    """Return the rows (a text is a heading) dealt to columns of about the same height; a group is never torn apart."""
    blocks: list[list[Action | str]] = [[group_title(group), *entries] for group, entries in groups(actions).items()]
    height = -(-sum(map(len, blocks)) // _COLUMNS)
    columns: list[list[Action | str]] = [[]]
    for block in blocks:
        if columns[-1] and len(columns[-1]) + len(block) // 2 > height and len(columns) < _COLUMNS:
            columns.append([])
        columns[-1] += block
    return columns


def _column(rows: list[Action | str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    for place, row in enumerate(rows):
        if isinstance(row, str):
            grid.addWidget(label(row.upper(), "heading"), place, 0, 1, 3)
        else:
            grid.addWidget(label(shown_key(row), "strong"), place, 0)
            grid.addWidget(label(row.verb, "strong"), place, 1)
            grid.addWidget(label(action_text(row), ""), place, 2)
    grid.setColumnStretch(2, 1)
    grid.setRowStretch(len(rows), 1)
    return grid
