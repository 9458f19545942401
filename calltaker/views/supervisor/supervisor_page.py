"""The supervisor's page: what rang, what it was, how fast it was answered, who was missed. Panels are laid in columns where
there is room for them and one under another where there is not; their order and their keys stay the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from calltaker.charts.output import pdf_bytes, png_bytes
from calltaker.desk.figures import Figures
from calltaker.views.supervisor.answer_panel import AnswerPanel
from calltaker.views.supervisor.days_panel import DaysPanel
from calltaker.views.supervisor.export_panel import ExportPanel
from calltaker.views.supervisor.hours_panel import HoursPanel
from calltaker.views.supervisor.missed_panel import MissedPanel
from calltaker.views.supervisor.numbers_panel import NumbersPanel
from calltaker.views.supervisor.period_bar import PeriodBar
from calltaker.views.supervisor.tiles import Tiles

WIDE_PX = 1600
PICTURE = QSize(1600, 700)

Place = tuple[int, int, int]
"""Row, column and columns spanned in a grid of six columns."""

WIDE_PLACES: dict[str, Place] = {
    "hours": (0, 0, 4), "numbers": (0, 4, 2), "days": (1, 0, 2), "answers": (1, 2, 2), "missed": (1, 4, 2), "files": (2, 0, 6),
}  # fmt: skip
NARROW_PLACES: dict[str, Place] = {
    "hours": (0, 0, 6), "numbers": (1, 0, 3), "missed": (1, 3, 3), "days": (2, 0, 3), "answers": (2, 3, 3), "files": (3, 0, 6),
}  # fmt: skip
LEAST_HEIGHT_PX = {"hours": 300, "numbers": 250, "days": 250, "answers": 250, "missed": 250, "files": 72}


class SupervisorPage(QWidget):
    """`watched` (bool): the page came to the front or left it. `picture_requested` (what, form, bytes) is a painted chart."""

    watched = Signal(bool)
    picture_requested = Signal(str, str, object)

    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Supervisor"))
        self.period_bar = PeriodBar(locale)
        self.tiles = Tiles(locale)
        self.hours = HoursPanel(locale, "Alt+5")
        self.numbers = NumbersPanel(locale, "Alt+6")
        self.days = DaysPanel(locale, "Alt+7")
        self.answers = AnswerPanel(locale, "Alt+8")
        self.missed = MissedPanel(locale, "Alt+9")
        self.files = ExportPanel("Alt+E")
        self._panels: dict[str, QWidget] = {
            "hours": self.hours,
            "numbers": self.numbers,
            "days": self.days,
            "answers": self.answers,
            "missed": self.missed,
            "files": self.files,
        }
        self._is_wide: bool | None = None
        self._build()
        self._bind_keys()

    def show_figures(self, figures: Figures) -> None:
        self.period_bar.show_age(figures.read_at)
        for part in (self.tiles, self.hours, self.numbers, self.days, self.answers, self.missed):
            part.show_figures(figures)

    def request_picture(self, what: str, form: str) -> None:
        """Paint a chart for a file, dark on white whatever the theme."""
        chart = (self.hours if what == "hours" else self.days).view.chart
        if chart is not None:
            content = pdf_bytes(chart, self.font()) if form == "pdf" else png_bytes(chart, PICTURE, self.font())
            self.picture_requested.emit(what, form, content)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.period_bar.focus_choice()
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watched.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_panels()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what has the focus in sight, also when a key led to it and not Tab."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 8, 40)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 8)
        outer.setSpacing(6)
        outer.addWidget(self.period_bar)
        outer.addWidget(self.tiles)
        outer.addWidget(self._scroll, 1)
        for name, panel in self._panels.items():
            panel.setMinimumHeight(LEAST_HEIGHT_PX[name])
        self._lay_panels()
        for widget in inside.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self)

    def _lay_panels(self) -> None:
        is_wide = self.width() >= WIDE_PX
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for name, (row, column, columns) in (WIDE_PLACES if is_wide else NARROW_PLACES).items():
            self._grid.addWidget(self._panels[name], row, column, 1, columns)
        for row in range(4):
            self._grid.setRowStretch(row, 1 if is_wide and row < 2 else 0)

    def _bind_keys(self) -> None:
        """Keys of this page alone: they work while it is shown, wherever the focus is."""
        steps = {"Alt+Left": -1, "Alt+Right": 1}
        for key, step in steps.items():
            self._bind(key, partial(self.period_bar.step_requested.emit, step))
        self._bind("Alt+R", self.period_bar.refresh_requested.emit)
        self._bind("Alt+P", self.period_bar.focus_choice)
        places = (self.hours.view, self.numbers.table, self.days.view, self.answers.view, self.missed.table)
        for digit, place in enumerate(places, 5):
            self._bind(f"Alt+{digit}", place.setFocus)
        self._bind("Alt+E", self.files.focus_choice)

    def _bind(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
