"""Every action of the table as one QAction: key, menu and button fire the same thing. Our keys always arrive: a text field or
combo box that would eat F4 or Ctrl+Z is not asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from calltaker.actions import ACTIONS, Action, Role, may_do

UNDO_ACTION = "outcome.undo"


def action_text(entry: Action) -> str:
    """Return the action's text in the person's language."""
    return QCoreApplication.translate("Actions", entry.text)


def key_text(action_id: str) -> str:
    """Return the key of an action as it is printed on a button, "" when it has none."""
    return next((shown_key(entry) for entry in ACTIONS if entry.id == action_id), "")


def shown_key(entry: Action) -> str:
    return entry.key.replace("Return", "Enter")


class KeyMap(QObject):
    """Binds handlers (by action id) to the window. `takes_undo` says whether Ctrl+Z is ours now; otherwise it is the text
    field's own."""

    def __init__(
        self,
        window: QMainWindow,
        handlers: Mapping[str, Callable[[], None]],
        role: Role,
        *,
        takes_undo: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._takes_undo = takes_undo
        self._typed_since = False
        self._actions: dict[str, QAction] = {}
        for entry in ACTIONS:
            if entry.id in handlers and may_do(role, entry):
                self._bind(entry, handlers[entry.id])
        self._ours = {action.shortcut().toString(): entry_id for entry_id, action in self._actions.items() if entry_id}
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("keys need a QApplication")
        app.focusChanged.connect(self._on_focus_changed)

    def fire(self, action_id: str) -> bool:
        """Do an action by id; False when nobody handles it (or the role may not)."""
        action = self._actions.get(action_id)
        if action is None:
            return False
        action.trigger()
        return True

    def is_bound(self, action_id: str) -> bool:
        return action_id in self._actions

    def fill(self, menu: QMenu) -> None:
        """Put every action into a menu, group by group, in the order of the table."""
        group = ""
        for entry in ACTIONS:
            if entry.id in self._actions:
                if group and entry.group != group:
                    menu.addSeparator()
                group = entry.group
                menu.addAction(self._actions[entry.id])

    def forget_typing(self) -> None:
        """An outcome was given just now: Ctrl+Z means that one until the person types again."""
        self._typed_since = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = self._ours.get(QKeySequence(event.keyCombination()).toString(), "")
            if ours and QApplication.activeWindow() is self._window and self._is_wanted(ours):
                event.ignore()  # not accepted = it goes to the shortcuts, not to the widget
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().isprintable():
            self._typed_since = self._typed_since or bool(event.text())
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Listen to the widget with the focus only: a filter on the application would be asked at every paint and timer."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)

    def _is_wanted(self, action_id: str) -> bool:
        return action_id != UNDO_ACTION or (self._takes_undo() and not self._typed_since)

    def _bind(self, entry: Action, handler: Callable[[], None]) -> None:
        action = QAction(action_text(entry), self._window)
        action.setObjectName(entry.id)
        if entry.key:
            action.setShortcut(QKeySequence(entry.key))
        action.triggered.connect(lambda _checked=False: handler())
        self._window.addAction(action)
        self._actions[entry.id] = action
