"""The command line's verbs of this room, with the arguments that `calltaker.commandline` parsed. Incidents come as ticket
numbers of the open list, agencies as codes, units as call signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.dispatch import DispatchController
    from calltaker.desk.forms import FormController
    from calltaker.desk.forwarding import ForwardController
    from calltaker.desk.incidents import IncidentController
    from db.rows import IncidentRow


class IncidentVerbs(QObject):
    def __init__(
        self,
        desk: Desk,
        board: BoardController,
        forms: FormController,
        dispatch: DispatchController,
        incidents: IncidentController,
        forwarding: ForwardController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = board
        self._forms = forms
        self._dispatch = dispatch
        self._incidents = incidents
        self._forwarding = forwarding

    def verbs(self) -> dict[str, Callable[..., None]]:
        """Return the verbs by action id."""
        return {
            "call.forward": self.forward,
            "incident.new": self.new_incident,
            "dispatch.send": self.send,
            "unit.set_state": self.set_unit_state,
            "referral.advance": self.advance,
            "incident.note": self.note,
            "incident.close": self.close,
        }

    def context(self) -> dict[str, Any]:
        """Return what the command line may take for granted: the incident on the screen and what is on the board."""
        form = self._forms.current
        return {
            "incident": form.number if form else "",
            "units": tuple(unit.callsign for unit in self._board.units),
            "agencies": self._board.agencies,
            "open_incidents": tuple(row.number for row in self._board.incidents),
        }

    def forward(self, *, agency: str) -> None:
        row = self._board.agency(agency)
        if row is not None:
            self._forwarding.transfer(row)

    def new_incident(self, *, text: str, priority: str = "") -> None:
        """Open an incident from one line: of the call on the screen while it has none, else of no call."""
        form = self._forms.current
        if form is None or form.incident_id or form.has_words:
            self._forms.show_new()
        self._forms.type_text("summary", text)
        if priority:
            self._forms.type_text("priority", priority)
        self._incidents.save()

    def send(self, *, incident: str, units: Sequence[str] = (), agencies: Sequence[str] = ()) -> None:
        row = self._open(incident)
        if row is not None:
            self._dispatch.send_to(row, units, agencies)

    def set_unit_state(self, *, unit: str, state: str, incident: str = "", reason: str = "") -> None:
        row = self._board.incident_numbered(incident) if incident else None
        self._dispatch.set_unit(unit, state, row.incident_id if row else "", reason)

    def advance(self, *, incident: str, agency: str, state: str, reason: str = "") -> None:
        row = self._open(incident)
        if row is None:
            return
        referral = next((one for one in reversed(row.referrals) if one.agency == agency), None)
        if referral is None:
            self._desk.notices.say(self.tr("This agency does not have the incident."), "warning")
        else:
            self._dispatch.advance(referral, state, reason)

    def note(self, *, incident: str, text: str) -> None:
        row = self._open(incident)
        if row is not None:
            self._incidents.add_note(row.incident_id, text)

    def close(self, *, incident: str, informed: str, reason: str = "") -> None:
        row = self._open(incident)
        if row is not None:
            self._incidents.close(row.incident_id, row.number, informed, reason)

    def _open(self, number: str) -> IncidentRow | None:
        row = self._board.incident_numbered(number)
        if row is None:
            self._desk.notices.say(self.tr("No open incident {number}.").format(number=number), "warning")
        return row
