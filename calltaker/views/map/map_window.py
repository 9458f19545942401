"""The map in a window of its own, for the second screen. Closing it closes nothing else; the desk's keys work in it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calltaker.views.map.map_panel import MapPanel

_GEOMETRY = "map_window"
_SIZE_PX = (900, 700)
CLOSES_IT = "map.window"
STAYS = frozenset({"theme.toggle", "call.hold", "call.mute", "call.hang_up"})
"""Actions that show nothing in the desk's window, so the person may stay in this one."""


class MapWindow(QWidget):
    """`closed`: the person closed it. `desk` is the desk's window, whose keys are lent to this one: what they do is done there,
    and what is typed next goes there too."""

    closed = Signal()

    def __init__(self, panel: MapPanel, desk: QWidget, geometry_store: QSettings) -> None:
        super().__init__()
        self.setObjectName("root")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Map"))
        self.panel = panel
        self._desk = desk
        self._store = geometry_store
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(panel)
        self._borrow_keys()
        self._find_place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._store.setValue(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()

    def _borrow_keys(self) -> None:
        for theirs in self._desk.actions():
            if theirs.shortcut().isEmpty():
                continue
            mine = QAction(theirs.text(), self)
            mine.setShortcut(theirs.shortcut())
            mine.triggered.connect(lambda _checked=False, theirs=theirs: self._do(theirs))
            self.addAction(mine)

    def _do(self, action: QAction) -> None:
        if action.objectName() not in STAYS and action.objectName() != CLOSES_IT:
            self._desk.activateWindow()
        action.trigger()

    def _find_place(self) -> None:
        """Where it was closed last; the first time it fills the screen that the desk is not on, if there is one."""
        geometry = self._store.value(_GEOMETRY)
        if isinstance(geometry, QByteArray) and self.restoreGeometry(geometry):
            return
        screen = other_screen(self._desk.screen(), QGuiApplication.screens())
        if screen is None:
            self.resize(*_SIZE_PX)
        else:
            self.setGeometry(screen.availableGeometry())
            self.setWindowState(Qt.WindowState.WindowMaximized)


def other_screen(desk: QScreen, screens: list[QScreen]) -> QScreen | None:
    """Return the first screen that the desk is not on."""
    return next((screen for screen in screens if screen is not desk), None)
