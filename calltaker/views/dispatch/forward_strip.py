"""F11: which agency gets the caller. One line with numbered agencies; afterwards it says in words how far the forward is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from calltaker.desk.agency_words import matching, numbered, resolve
from calltaker.views.common import label, set_property
from calltaker.views.dispatch.prompt import in_one_piece
from calltaker.views.dispatch.wrapped import WrappedLabel
from calltaker.views.incident.editors import LineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calltaker.desk.forwarding import Forward
    from db.rows import AgencyRow

MOST_MATCHES = 6


class AgencyLine(LineEdit):
    """`transfer_requested`: Enter. `keep_requested`: Ctrl+Enter, or K when it cannot be part of a word. `left_empty`: Esc."""

    transfer_requested = Signal()
    keep_requested = Signal()
    given_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.agencies: Sequence[AgencyRow] = ()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter belongs to this line while it has the focus, not to "send"."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_control_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_control_enter(event):
            self.keep_requested.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.transfer_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_K and self.text() and not matching(f"{self.text()}k", self.agencies):
            self.keep_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.given_up.emit()


class ForwardStrip(QFrame):
    """`transfer_requested`, `keep_requested` (agency). `unclear` (text): it fits no agency or several."""

    transfer_requested = Signal(object)
    keep_requested = Signal(object)
    unclear = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._agencies: tuple[AgencyRow, ...] = ()
        self._before: QWidget | None = None
        self._is_keeping = False
        self._title = label(self.tr("Forward the caller to"), "strong")
        self.line = AgencyLine(self.tr("Forward the caller to"))
        self._found = WrappedLabel()
        self._hint = WrappedLabel(
            self.tr("Enter: forward and let go · Ctrl+Enter or K: keep the caller, call first · Esc"), "small"
        )
        self._progress = WrappedLabel("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        for widget in (self._title, self.line, self._found, self._hint, self._progress):
            column.addWidget(widget)
        self.line.textEdited.connect(lambda _text: self._show_found())
        self.line.transfer_requested.connect(lambda: self._take(keep=self._is_keeping))
        self.line.keep_requested.connect(lambda: self._take(keep=True))
        self.line.given_up.connect(self.close_line)
        self._show_line(is_open=False)
        self.show_forward(None, "")

    def ask(self, agencies: Sequence[AgencyRow], *, keep: bool = False) -> None:
        """A person pressed F11: the line gets the focus."""
        self._agencies = self.line.agencies = tuple(agencies)
        self._is_keeping = keep
        if not self.line.isVisible():
            self._before = QApplication.focusWidget()
        self.line.clear()
        self._show_line(is_open=True)
        self._show_found()
        self.line.setFocus()

    def close_line(self) -> None:
        """Put the line away; the focus goes back to where it was, unless a person moved it."""
        if self.line.isHidden():
            return
        had_focus = self.line.hasFocus()
        self._show_line(is_open=False)
        if had_focus and self._before is not None:
            self._before.setFocus()
        self._before = None

    def show_forward(self, forward: Forward | None, words: str) -> None:
        """Say how far the forward of the call on the screen is; "" hides it."""
        self._progress.say(words)
        self._progress.setVisible(bool(words))
        set_property(self._progress, "tone", "ok" if forward and forward.stage in {"speaking", "conference"} else "p2")
        self._fit()

    def _take(self, *, keep: bool) -> None:
        agency = resolve(self.line.text(), self._agencies)
        if agency is None:
            self.unclear.emit(self.line.text())
            return
        self.close_line()
        (self.keep_requested if keep else self.transfer_requested).emit(agency)

    def _show_found(self) -> None:
        """Show the numbered agencies, or what the typed text fits."""
        text = self.line.text()
        if not text:
            shown = in_one_piece(f"{digit} {_short(agency)}" for digit, agency in numbered(self._agencies))
        else:
            found = matching(text, self._agencies)
            shown = in_one_piece(_short(agency) for agency in found[:MOST_MATCHES]) or self.tr("no agency fits")
            if len(found) == 1:
                shown = self.tr("▶ {agency}, {name}").format(agency=_short(found[0]), name=found[0].name)
        self._found.say(shown)

    def _show_line(self, *, is_open: bool) -> None:
        for widget in (self._title, self.line, self._found, self._hint):
            widget.setVisible(is_open)
        self._fit()

    def _fit(self) -> None:
        self.setVisible(not self.line.isHidden() or not self._progress.isHidden())


def _short(agency: AgencyRow) -> str:
    return agency.short_name or agency.name


def _is_control_enter(event: QKeyEvent) -> bool:
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
