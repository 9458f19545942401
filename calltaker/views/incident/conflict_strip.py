"""Two people set the same field without seeing each other: both values side by side, until somebody chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from calltaker.domain.clock import local_text
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.common import label
from db.rows import FieldValue


class ConflictStrip(QFrame):
    """`chosen` (field, value)."""

    chosen = Signal(str, str)

    def __init__(self, utc_offset_minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self._offset = utc_offset_minutes
        self._shown: dict[str, tuple[FieldValue, ...]] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(8, 4, 8, 4)
        self.hide()

    def show_conflicts(self, conflicts: dict[str, tuple[FieldValue, ...]], names: dict[str, str]) -> None:
        """Show the conflicts by field; `names` are the fields' names on the screen."""
        if conflicts == self._shown:
            return
        self._shown = conflicts
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for field, values in conflicts.items():
            self._rows.addWidget(self._row(field, values, names.get(field, field)))
        self.setVisible(bool(conflicts))

    def _row(self, field: str, values: tuple[FieldValue, ...], name: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self.tr("▲ {field}: which one holds?").format(field=name), "strong"))
        for value in values:
            time = local_text(value.at_us, self._offset, "%H:%M:%S")
            words = self.tr("{value} — {actor}, {time}")
            said = words.format(value=value.value or self.tr("(empty)"), actor=value.actor, time=time)
            button = QPushButton(said.replace("&", "&&"))
            button.setAccessibleName(said)
            button.setMinimumHeight(MIN_TARGET_PX)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, chosen=value.value: self.chosen.emit(field, chosen))
            line.addWidget(button)
        line.addStretch(1)
        return row
