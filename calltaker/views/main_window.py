"""The window: fixed places, so that hands and eyes find them without looking. It places panels and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from calltaker.actions import Role
from calltaker.views.cheat_sheet import CheatSheet
from calltaker.views.command_bar import CommandBar
from calltaker.views.keymap import KeyMap, key_text
from calltaker.views.map_place import MapPlace
from calltaker.views.status_bar import StatusBar
from calltaker.views.top_bar import Banner, TopBar

MINIMUM_PX = (1270, 676)
_LEFT = ("queue", "incidents", "history")
_CENTRE = ("call", "form")
_RIGHT = ("protocol", "dispatch", "units")
_WIDTHS_PX = (350, 610, 390)
_GEOMETRY = "window"
_COLUMNS = "columns_with_map"


class MainWindow(QMainWindow):
    """`panels` by name as the rooms gave them; each has its place. `geometry_store` keeps sizes and nothing else.
    `may_close` is asked at every close; "no" leaves the window open."""

    def __init__(self, title: str, panels: Mapping[str, QWidget], geometry_store: QSettings) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setMinimumSize(*MINIMUM_PX)
        self._title = title
        self._store = geometry_store
        self._splitters: dict[str, QSplitter] = {}
        self._weights: dict[str, tuple[int, ...]] = {}
        self.menu = QMenu(self)
        self.top = TopBar(title, self.menu)
        self.banner = Banner()
        self.command = CommandBar(key_text("focus.command"))
        self.status = StatusBar()
        self.pages = QStackedWidget()
        self.sheet = CheatSheet(self)
        self.may_close: Callable[[], bool] = lambda: True
        self.map_place: MapPlace | None = None
        self._add_page("desk", self.tr("Desk"), self._desk_page(panels))
        if "supervisor" in panels:
            self._add_page("supervisor", self.tr("Supervisor"), panels["supervisor"])
        self._lay_out()
        self.top.page_requested.connect(self.show_page)
        self.show_page("desk")
        self._restore_sizes()

    def bind(self, handlers: Mapping[str, Callable[[], None]], role: Role, *, takes_undo: Callable[[], bool]) -> KeyMap:
        """Give the keys to the handlers and fill the menu from the same table."""
        keymap = KeyMap(self, handlers, role, takes_undo=takes_undo)
        keymap.fill(self.menu)
        return keymap

    def appear(self) -> None:
        """Show the window as it was closed last. The first time on this seat it fills the screen, unless the screen is smaller
        than the least size: filling it would cut the panels."""
        room = self.screen().availableSize()
        is_roomy = room.width() >= MINIMUM_PX[0] and room.height() >= MINIMUM_PX[1]
        if is_roomy and not self._store.contains(_GEOMETRY):
            self.showMaximized()
        else:
            self.show()

    def show_page(self, name: str) -> None:
        """Turn to a page; the calls go on on both."""
        page = self.pages.findChild(QWidget, f"page_{name}", Qt.FindChildOption.FindDirectChildrenOnly)
        if page is not None:
            self.pages.setCurrentWidget(page)
            self.top.show_page(name)

    @property
    def page(self) -> str:
        shown = self.pages.currentWidget()
        return shown.objectName().removeprefix("page_") if shown else ""

    def show_ringing(self, count: int) -> None:
        """Say it in the title bar too, for a window that lies behind another one."""
        self.setWindowTitle(f"({count}) {self._title}" if count else self._title)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._store.setValue(_GEOMETRY, self.saveGeometry())
        if self.map_place is not None:
            self.map_place.give_way()  # the column that the map covers has no width to be kept
        for name, splitter in self._splitters.items():
            self._store.setValue(name, splitter.saveState())
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._share_out)

    def _share_out(self) -> None:
        """Share the room out by weight once after the first show; before it, a splitter only knows least sizes."""
        weights, self._weights = self._weights, {}
        for name, shares in weights.items():
            splitter = self._splitters[name]
            splitter.setSizes([share * splitter.height() // sum(shares) for share in shares])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheet.fit()
        if self.map_place is not None:
            self.map_place.fit(event.size().width())

    # --- places --------------------------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        root = QWidget()
        root.setObjectName("root")
        outer = QVBoxLayout(root)
        outer.setContentsMargins(6, 6, 6, 6)
        outer.setSpacing(6)
        for widget in (self.top, self.banner):
            outer.addWidget(widget)
        outer.addWidget(self.pages, 1)
        outer.addWidget(self.command)
        outer.addWidget(self.status)
        self.setCentralWidget(root)

    def _add_page(self, name: str, text: str, page: QWidget) -> None:
        page.setObjectName(f"page_{name}")
        self.pages.addWidget(page)
        self.top.add_page(name, text, key_text(f"page.{name}"))

    def _desk_page(self, panels: Mapping[str, QWidget]) -> QWidget:
        columns = self._splitter(_COLUMNS, Qt.Orientation.Horizontal)
        columns.addWidget(self._column("left", panels, _LEFT, weights=(6, 5, 4)))
        columns.addWidget(self._centre(panels))
        right = self._column("right", panels, _RIGHT, weights=(5, 6, 3))
        columns.addWidget(right)
        columns.setSizes(list(_WIDTHS_PX))
        for place, width_px in enumerate(_WIDTHS_PX):
            columns.setStretchFactor(place, width_px)
        if "map" in panels:
            self.map_place = MapPlace(columns, right, panels["map"])
        return columns

    def _column(self, name: str, panels: Mapping[str, QWidget], names: tuple[str, ...], *, weights: tuple[int, ...]) -> QWidget:
        column = self._splitter(name, Qt.Orientation.Vertical)
        for panel_name, weight in zip(names, weights, strict=True):
            if panel_name in panels:
                column.addWidget(panels[panel_name])
                column.setStretchFactor(column.count() - 1, weight)
        self._weights[name] = weights[: column.count()]
        return column

    def _centre(self, panels: Mapping[str, QWidget]) -> QWidget:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for name in _CENTRE:
            if name in panels:
                layout.addWidget(panels[name], 1 if name == "form" else 0)
        if "form" not in panels:
            layout.addStretch(1)
        return centre

    def _splitter(self, name: str, orientation: Qt.Orientation) -> QSplitter:
        splitter = QSplitter(orientation)
        splitter.setHandleWidth(6)
        splitter.setChildrenCollapsible(False)
        self._splitters[name] = splitter
        return splitter

    def _restore_sizes(self) -> None:
        geometry = self._store.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        for name, splitter in self._splitters.items():
            state = self._store.value(name)
            if isinstance(state, QByteArray) and splitter.restoreState(state):
                self._weights.pop(name, None)
                if name == _COLUMNS and self.map_place is not None:
                    self.map_place.keeps_sizes = True
