"""The printed sheet of an incident: the words of the screen, made into a PDF by a child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from calltaker.desk.incident_preview import preview
from calltaker.desk.report_process import ReportProcess
from calltaker.domain.answers import told_answers
from calltaker.domain.message import sheet_lines

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController


class SheetPrinter(QObject):
    """Makes the sheet of the incident on the screen."""

    def __init__(self, desk: Desk, forms: FormController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms

    def print_sheet(self) -> None:
        """Write the PDF into the exports of the seat and say where it is. An incident needs its number first."""
        form = self._forms.current
        if form is None or not form.number:
            self._desk.notices.say(self.tr("Save or send the incident first: the sheet carries its number."), "warning")
            return
        row = preview(form)
        kind = self._desk.catalogue.types.get(row.type_code)
        name, centre = kind.name_id if kind else "", self._desk.settings.centre
        answers = told_answers(row.answers, row.type_code, self._desk.catalogue)
        lines = sheet_lines(row, type_name=name, centre=centre, answers=answers, warnings=form.warnings)
        sheet = {"title": f"{self._desk.settings.centre.name} · {row.number}", "lines": lines, "footer": row.number}
        arguments = ["incident-sheet", "--json", "-", "--out", str(self._desk.settings.exports_dir / f"{row.number}.pdf")]
        process = ReportProcess(arguments, standard_input=msgspec.json.encode(sheet), parent=self)
        process.written.connect(lambda file: self._desk.notices.say(self.tr("Sheet written: {file}").format(file=file)))
        process.failed.connect(self._on_failed)
        process.start()

    def _on_failed(self, problem: str) -> None:
        self._desk.notices.say(self.tr("The sheet could not be made: {problem}").format(problem=problem), "warning")
