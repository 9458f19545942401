"""Numbers by their pranks. A real call of such a number is said before all else: the next call may be real too."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from calltaker.desk.figures import Figures, NumberFigure
from calltaker.models.rows import Column, RowsModel
from calltaker.views.common import Panel, label, table_view
from calltaker.views.supervisor.phrases import count_text

WIDTHS_PX = (150, 66, 70, 70, 105, 112)
NAMED = 3


class NumbersPanel(Panel):
    def __init__(self, locale: QLocale, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Numbers with pranks or silent calls"))
        self._locale = locale
        self._earnest = label("", "strong", wrap=True)
        columns = (
            Column[NumberFigure](self.tr("Number"), lambda row: row.shown or self.tr("No number")),
            Column[NumberFigure](self.tr("Calls"), lambda row: count_text(locale, row.calls)),
            Column[NumberFigure](self.tr("Pranks"), lambda row: count_text(locale, row.pranks), lambda _row: "violet"),
            Column[NumberFigure](self.tr("Silent"), lambda row: count_text(locale, row.ghosts)),
            Column[NumberFigure](
                self.tr("REAL calls"), self._real_text, lambda row: "p2" if row.real else "dim", tip=self._real_sentence
            ),
            Column[NumberFigure](self.tr("Last call"), lambda row: row.last),
        )
        self.model = RowsModel(columns, lambda row: row.number or "withheld")
        self.table = table_view(self.model, name=self.tr("Numbers with pranks or silent calls"), stretch=0, widths=WIDTHS_PX)
        self._nobody = label(self.tr("No number with pranks or silent calls in these days"), "dim", wrap=True)
        self.body.addWidget(self._earnest)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.table, 1)

    def show_figures(self, figures: Figures) -> None:
        rows = figures.numbers
        self.model.set_rows(rows)
        self._nobody.setVisible(not rows)
        earnest = [row for row in rows if row.real and row.pranks and row.number]
        self._earnest.setVisible(bool(earnest))
        self._earnest.setText(self._earnest_text(earnest))
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _earnest_text(self, earnest: list[NumberFigure]) -> str:
        named = ", ".join(row.shown for row in earnest[:NAMED]) + (" …" if len(earnest) > NAMED else "")
        return self.tr("▲ {count} of the prank numbers also called in earnest: {numbers}").format(
            count=count_text(self._locale, len(earnest)), numbers=named
        )

    def _real_text(self, row: NumberFigure) -> str:
        return f"▲ {count_text(self._locale, row.real)}" if row.real else "0"

    def _real_sentence(self, row: NumberFigure) -> str:
        if not row.real:
            return self.tr("no real call in these days")
        return self.tr("{count} real calls in these days: this number also calls in earnest").format(
            count=count_text(self._locale, row.real)
        )
