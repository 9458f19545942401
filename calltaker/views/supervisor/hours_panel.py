"""Pranks and ghosts by hour of the week: the heat map, what it counts, and the words of the cell under the cursor."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QWidget

from calltaker.charts.chart_view import ChartView
from calltaker.charts.heat_map import HeatMap
from calltaker.desk.figures import Figures
from calltaker.views.common import Panel, label
from calltaker.views.supervisor.phrases import count_text
from db.rows import HourCell

Measure = Literal["both", "pranks", "ghosts", "calls"]
LABELS = tuple(f"{hour:02}" for hour in range(24))


def counted(cell: HourCell, measure: Measure) -> int:
    """Return what a measure counts in an hour."""
    return {"both": cell.pranks + cell.ghosts, "pranks": cell.pranks, "ghosts": cell.ghosts, "calls": cell.calls}[measure]


class HoursPanel(Panel):
    def __init__(self, locale: QLocale, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Hours of the week"))
        self._locale = locale
        self._figures: Figures | None = None
        self._measure = QComboBox()
        self._measure.setAccessibleName(self.tr("What the hours count"))
        for measure, name in (
            ("both", self.tr("Pranks and silent calls")),
            ("pranks", self.tr("Pranks")),
            ("ghosts", self.tr("Silent calls")),
            ("calls", self.tr("All calls that rang")),
        ):
            self._measure.addItem(name, measure)
        self._measure.currentIndexChanged.connect(self._show)
        self.header.addWidget(self._measure)
        self.view = ChartView(self.tr("No calls in these days"))
        self._words = label("", "dim", wrap=True)
        self.view.words_changed.connect(self._words.setText)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._words)

    def show_figures(self, figures: Figures) -> None:
        self._figures = figures
        self._show()

    def set_measure(self, measure: Measure) -> None:
        self._measure.setCurrentIndex(self._measure.findData(measure))

    def _show(self) -> None:
        if self._figures is not None:
            self.view.set_chart(self._chart(self._figures, self._measure.currentData()))

    def _chart(self, figures: Figures, measure: Measure) -> HeatMap:
        cells = {(cell.weekday, cell.hour): cell for cell in figures.hours}
        quiet = HourCell(weekday=0, hour=0, calls=0, pranks=0, ghosts=0)
        week = [[cells.get((weekday, hour), quiet) for hour in range(24)] for weekday in range(7)]
        return HeatMap(
            title=self.tr("{measure} by hour of the week, {first} to {last}").format(
                measure=self._measure.currentText(), first=figures.period.first, last=figures.period.last
            ),
            locale=self._locale,
            row_names=tuple(self._locale.standaloneDayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)),
            column_names=LABELS,
            values=tuple(tuple(counted(cell, measure) for cell in row) for row in week),
            words=tuple(
                tuple(self._sentence(weekday, hour, cell) for hour, cell in enumerate(row)) for weekday, row in enumerate(week)
            ),
            total_name=self.tr("Sum"),
        )

    def _sentence(self, weekday: int, hour: int, cell: HourCell) -> str:
        """All figures of an hour, whatever the colours count."""
        return self.tr(
            "{day} {from_hour}–{to_hour}: {pranks} pranks and {ghosts} silent calls among {calls} calls that rang"
        ).format(
            day=self._locale.standaloneDayName(weekday + 1, QLocale.FormatType.LongFormat),
            from_hour=f"{hour:02}:00",
            to_hour=f"{hour:02}:59",
            pranks=count_text(self._locale, cell.pranks),
            ghosts=count_text(self._locale, cell.ghosts),
            calls=count_text(self._locale, cell.calls),
        )
