"""One field of the form: its label with a mnemonic, the editor, and in words where the value comes from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from calltaker.views.common import label, set_property


class OriginBadge(QLabel):
    """Says "suggested" or "from the call" beside a value that no person has confirmed; silent otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("small")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_origin(self, origin: str | None, *, is_conflict: bool = False) -> None:
        translate = QCoreApplication.translate
        if is_conflict:
            text, tone = translate("OriginBadge", "▲ two values"), "p1"
        elif origin == "suggestion":
            text, tone = translate("OriginBadge", "◇ suggested"), "accent"
        elif origin == "network":
            text, tone = translate("OriginBadge", "▽ from the call"), "accent"
        else:
            text, tone = "", "dim"
        self.setText(text)
        set_property(self, "tone", tone)


def add_row(
    grid: QGridLayout, row: int, text: str, editor: QWidget, column: int = 0, span: int = 1
) -> tuple[QLabel, OriginBadge]:
    """Put label, editor and badge into three columns of a row. `text` may hold a mnemonic (&)."""
    name = label("", "dim")
    name.setTextFormat(Qt.TextFormat.AutoText)
    name.setText(text)
    name.setBuddy(editor)
    badge = OriginBadge()
    grid.addWidget(name, row, column)
    grid.addWidget(editor, row, column + 1, 1, span)
    grid.addWidget(badge, row, column + 1 + span)
    return name, badge
