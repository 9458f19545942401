"""What keys do with an incident of the board: open, link, note, close, open again. Questions are asked inside the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from calltaker.domain.ticket import short_number
from calltaker.views.dispatch.prompt import Prompt

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController
    from calltaker.desk.incidents import IncidentController
    from calltaker.views.board.incidents_panel import IncidentsPanel


class BoardKeys(QObject):
    """The incident meant is the one under the cursor while the list has the focus, else the one of the form."""

    def __init__(
        self,
        desk: Desk,
        forms: FormController,
        incidents: IncidentController,
        board: BoardController,
        panel: IncidentsPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._incidents = incidents
        self._board = board
        self._panel = panel
        self.prompt = Prompt()
        panel.body.addWidget(self.prompt)
        panel.opened.connect(forms.show_incident)
        panel.link_requested.connect(lambda _incident_id: self.link())
        panel.note_requested.connect(lambda _incident_id: self.ask_note())
        panel.close_requested.connect(lambda _incident_id: self.ask_close())

    def link(self) -> None:
        """Tie the call on the screen to the incident under the cursor."""
        row = self._panel.selected()
        if row is None:
            self._desk.notices.say(self.tr("Choose an incident first (F3)."), "warning")
            return
        self._incidents.link(row.incident_id, row.number)

    def ask_note(self) -> None:
        meant = self._meant()
        if meant is not None:
            incident_id, number = meant
            question = self.tr("Note for incident {number}").format(number=short_number(number))
            self.prompt.ask(question, lambda text: self._incidents.add_note(incident_id, text))

    def ask_close(self) -> None:
        """Close, or open again what is closed. How the reporter was told must be said."""
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

    def _meant(self) -> tuple[str, str] | None:
        """Return id and number of the incident that a person means."""
        row = self._panel.selected() if self._panel.view.hasFocus() else None
        if row is not None:
            return row.incident_id, row.number
        form = self._forms.current
        if form is not None and form.number:
            return form.incident_id, form.number
        self._desk.notices.say(self.tr("Choose an incident first (F3)."), "warning")
        return None
