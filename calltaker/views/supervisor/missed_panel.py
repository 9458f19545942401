"""Calls that nobody answered and that still wait for a call back."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from calltaker.desk.figures import Figures, MissedFigure
from calltaker.domain.clock import duration_text
from calltaker.models.rows import Column, RowsModel
from calltaker.views.common import Panel, label, table_view
from calltaker.views.supervisor.phrases import NOTHING, count_text

WIDTHS_PX = (150, 160, 130)


class MissedPanel(Panel):
    def __init__(self, locale: QLocale, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Missed, not yet called back"))
        self._locale = locale
        self._state = label("", "strong", wrap=True)
        columns = (
            Column[MissedFigure](self.tr("Rang at"), lambda row: row.rang_at),
            Column[MissedFigure](self.tr("Number"), lambda row: row.shown or self.tr("No number: cannot be called back")),
            Column[MissedFigure](self.tr("Rang for"), self._rang_for),
        )
        self.model = RowsModel(columns, lambda row: row.call_id)
        self.table = table_view(self.model, name=self.tr("Missed calls"), stretch=1, widths=WIDTHS_PX)
        self.body.addWidget(self._state)
        self.body.addWidget(self.table, 1)

    def show_figures(self, figures: Figures) -> None:
        self.model.set_rows(figures.missed)
        waiting = len(figures.missed)
        if not waiting:
            self._state.setText(self.tr("✓ Nobody waits for a call back."))
        else:
            self._state.setText(
                self.tr("▲ {waiting} wait for a call back, of {abandoned} abandoned and {refused} refused calls").format(
                    waiting=count_text(self._locale, waiting),
                    abandoned=count_text(self._locale, figures.times.abandoned),
                    refused=count_text(self._locale, figures.times.refused),
                )
            )
        if waiting and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _rang_for(self, row: MissedFigure) -> str:
        if row.was_refused:
            return self.tr("lines busy")
        return NOTHING if row.waited_s is None else duration_text(row.waited_s)
