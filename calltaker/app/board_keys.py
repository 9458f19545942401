"""What keys do with an incident of the board (open, link, note, close, open again) and with a report that is not sent yet
(open, throw away). Questions are asked inside the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from calltaker.domain.ticket import short_number
from calltaker.views.dispatch.prompt import Prompt

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController
    from calltaker.desk.incidents import IncidentController
    from calltaker.desk.unsent import UnsentController
    from calltaker.views.board.incidents_panel import IncidentsPanel


class BoardKeys(QObject):
    """The incident meant is the one under the cursor while the list has the focus, else the one of the form. `report_opened`: a
    person goes on with a report."""

    report_opened = Signal()

    def __init__(
        self,
        desk: Desk,
        forms: FormController,
        incidents: IncidentController,
        unsent: UnsentController,
        panel: IncidentsPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._incidents = incidents
        self._unsent = unsent
        self._panel = panel
        self.prompt = Prompt()
        panel.body.addWidget(self.prompt)
        panel.opened.connect(self._open)
        panel.link_requested.connect(lambda _incident_id: self.link())
        panel.note_requested.connect(lambda _incident_id: self.ask_note())
        panel.close_requested.connect(lambda _incident_id: self.ask_close())

    def link(self) -> None:
        """Tie the call on the screen to the incident under the cursor."""
        row = self._panel.selected()
        if row is None:
            self._desk.notices.say(self.tr("Choose an incident first (F3)."), "warning")
        elif not row.number:
            self._say_no_number()
        else:
            self._incidents.link(row.incident_id, row.number)

    def ask_note(self) -> None:
        meant = self._meant()
        if meant is not None:
            incident_id, number = meant
            question = self.tr("Note for incident {number}").format(number=short_number(number))
            self.prompt.ask(question, lambda text: self._incidents.add_note(incident_id, text))

    def ask_close(self) -> None:
        """Close, or open again what is closed, or throw away a report. How the reporter was told must be said."""
        if report := self._report():
            self._ask_discard(report)
            return
        meant = self._meant()
        if meant is None:
            return
        incident_id, number = meant
        form = self._forms.of_incident(incident_id)
        if form is not None and form.is_closed:
            question = self.tr("Open incident {number} again: why?").format(number=short_number(number))
            self.prompt.ask(question, lambda reason: self._incidents.reopen(incident_id, number, reason))
            return
        question = self.tr("Close incident {number}: was the reporter told?").format(number=short_number(number))
        options = (
            ("yes", self.tr("yes, told")),
            ("unreachable", self.tr("could not be reached (3 times)")),
            ("anonymous", self.tr("anonymous")),
        )
        self.prompt.ask(question, lambda informed: self._incidents.close(incident_id, number, informed), options=options)

    def _open(self, key: str) -> None:
        if self._unsent.row(key) is None:
            self._forms.show_incident(key)
            return
        if self._desk.calls.call(key) is not None:
            self._desk.calls.select(key)  # so that F7 gives the outcome to this call
        self._forms.show_form(key)
        self.report_opened.emit()

    def _report(self) -> str:
        """Return the key of the report that a person means, "" when it is an incident."""
        row = self._panel.selected() if self._panel.view.hasFocus() else None
        form = self._forms.current
        key = row.incident_id if row is not None else form.key if form is not None else ""
        return key if self._unsent.row(key) is not None else ""

    def _ask_discard(self, key: str) -> None:
        if self._desk.calls.call(key) is not None:
            self._desk.notices.say(self.tr("This was written for a call: open it and press F7 for the outcome."), "warning")
            return
        question = self.tr("Throw this report away? It was sent to nobody.")
        options = (
            ("no", self.tr("no, keep it")),
            ("yes", self.tr("yes, throw it away")),
        )  # X 1 closes an incident: harmless here
        self.prompt.ask(question, lambda answer: self._discard(key) if answer == "yes" else None, options=options)

    def _discard(self, key: str) -> None:
        """Throw it away, unless it was sent while the question stood there; with no form left, the hands go to the list."""
        if not self._unsent.is_unsent(key):
            return
        self._forms.discard(key)
        if self._forms.current is None:
            self._panel.focus_list()

    def _say_no_number(self) -> None:
        self._desk.notices.say(self.tr("This report has no number yet: open it (Enter), then send or save it."), "warning")

    def _meant(self) -> tuple[str, str] | None:
        """Return id and number of the incident that a person means."""
        if self._report():
            self._say_no_number()
            return None
        row = self._panel.selected() if self._panel.view.hasFocus() else None
        if row is not None:
            return row.incident_id, row.number
        form = self._forms.current
        if form is not None and form.number:
            return form.incident_id, form.number
        self._desk.notices.say(self.tr("Choose an incident first (F3)."), "warning")
        return None
