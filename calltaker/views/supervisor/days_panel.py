"""Calls day by day: what they were, as stacked bars."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from calltaker.charts.chart_view import ChartView
from calltaker.charts.day_bars import Bar, DayBars
from calltaker.desk.figures import Figures
from calltaker.views.common import Panel, label
from calltaker.views.supervisor.phrases import count_text, day_text
from db.rows import DayCount


class DaysPanel(Panel):
    def __init__(self, locale: QLocale, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Days"))
        self._locale = locale
        self.view = ChartView(self.tr("No calls in these days"))
        self._words = label("", "dim", wrap=True)
        self.view.words_changed.connect(self._words.setText)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._words)

    def show_figures(self, figures: Figures) -> None:
        title = self.tr("Calls by day, {first} to {last}").format(first=figures.period.first, last=figures.period.last)
        names = (self.tr("Real"), self.tr("Pranks"), self.tr("Silent"), self.tr("Other"))
        bars = tuple(self._bar(day) for day in figures.days)
        self.view.set_chart(DayBars(title=title, locale=self._locale, part_names=names, bars=bars))

    def _bar(self, count: DayCount) -> Bar:
        day = date.fromisoformat(count.day)
        rest = count.calls - count.real - count.pranks - count.ghosts
        return Bar(
            label=day_text(self._locale, day, "d MMM"),
            parts=(count.real, count.pranks, count.ghosts, max(rest, 0)),
            words=self.tr(
                "{day}: {calls} calls rang, {real} real, {pranks} pranks, {ghosts} silent, {other} other; "
                "{abandoned} abandoned; {refused} refused besides"
            ).format(
                day=day_text(self._locale, day, "dddd, d MMMM yyyy"),
                calls=count_text(self._locale, count.calls),
                real=count_text(self._locale, count.real),
                pranks=count_text(self._locale, count.pranks),
                ghosts=count_text(self._locale, count.ghosts),
                other=count_text(self._locale, max(rest, 0)),
                abandoned=count_text(self._locale, count.abandoned),
                refused=count_text(self._locale, count.refused),
            ),
        )
