"""The type of the incident by code, name or any word for it. The list is part of the window, not a popup: while a popup is open
no other key (F9!) would work."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from calltaker.desk.type_finder import find_types, title_of
from calltaker.domain.catalogue import Catalogue
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.incident.editors import LineEdit

_CODE_ROLE = Qt.ItemDataRole.UserRole


class TypeField(LineEdit):
    """`chosen` (code): a person chose a type ("" = none). Shows the title of the type in force."""

    chosen = Signal(str)

    def __init__(self, name: str, catalogue: Catalogue, language: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._catalogue = catalogue
        self._language = language
        self._code = ""
        self._list: QListWidget | None = None
        self._is_browsing = False
        self.textEdited.connect(self._on_edited)

    def show_code(self, code: str) -> None:
        """Show the type in force, unless a person is searching for another just now."""
        is_same = code == self._code
        self._code = code
        if not self._is_searching() and not (is_same and self.text() == self._title()):
            self.show_text(self._title())
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self._is_searching():
            self._stop_searching()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._is_searching():
            self._take_current()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Half a word is not a choice: the type in force shows again; an emptied field is one."""
        if self._is_emptied():
            self._choose("")
        self._stop_searching()
        super().focusOutEvent(event)

    # --- the list ------------------------------------------------------------------------------------------------------
    def _is_searching(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _is_emptied(self) -> bool:
        """True when a person deleted the type, rather than opened the list of all."""
        return self._is_searching() and not self.text() and not self._is_browsing

    def _on_edited(self, text: str) -> None:
        self._is_browsing = False
        self._offer(text)

    def _title(self) -> str:
        kind = self._catalogue.types.get(self._code)
        return title_of(kind, self._language) if kind else self._code

    def _offer(self, text: str) -> None:
        shown = self._shown_list()
        shown.clear()
        for kind in find_types(text, self._catalogue, self._language):
            item = QListWidgetItem(f"{title_of(kind, self._language)}  ·  P{kind.priority} {kind.lead}")
            item.setData(_CODE_ROLE, kind.code)
            item.setSizeHint(QSize(0, MIN_TARGET_PX))
            shown.addItem(item)
        shown.setCurrentRow(0)
        height_px = max(1, shown.count()) * MIN_TARGET_PX + 6
        window = self.window()
        corner = self.mapTo(window, QPoint(0, self.height()))
        room_px = window.height() - corner.y()
        top = corner.y() if height_px <= room_px else max(0, corner.y() - self.height() - height_px)
        shown.setGeometry(corner.x(), top, max(self.width(), 380), height_px)
        shown.setVisible(shown.count() > 0 or bool(text))
        shown.raise_()

    def _shown_list(self) -> QListWidget:
        if self._list is None or self._list.parent() is not self.window():
            self._list = QListWidget(self.window())
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setAccessibleName(self.accessibleName())
            self._list.setUniformItemSizes(True)
            self._list.itemClicked.connect(self._on_clicked)
        return self._list

    def _move(self, step: int) -> None:
        self._is_browsing = True
        if not self._is_searching():
            self._offer("")
            return
        shown = self._shown_list()
        shown.setCurrentRow(min(max(shown.currentRow() + step, 0), shown.count() - 1))

    def _take_current(self) -> None:
        item = self._shown_list().currentItem()
        if self._is_emptied():
            self._choose("")
        elif item is not None:
            self._choose(item.data(_CODE_ROLE))
        self._stop_searching()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item.data(_CODE_ROLE))
        self._stop_searching()

    def _choose(self, code: str) -> None:
        self._code = code
        self.chosen.emit(code)

    def _stop_searching(self) -> None:
        if self._list is not None:
            self._list.hide()
        self.show_text(self._title())
        self.setCursorPosition(0)
