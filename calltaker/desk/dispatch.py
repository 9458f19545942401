"""Who is sent, with which words, and how far each agency is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from calltaker.desk.agency_words import resolve
from calltaker.desk.cpr import AGENCY as CPR_AGENCY
from calltaker.desk.cpr import needs_cpr
from calltaker.desk.incident_preview import preview
from calltaker.desk.now import now_us
from calltaker.desk.open_form import new_id
from calltaker.domain.answers import told_answers
from calltaker.domain.dispatch import may_advance, needs_reason, recipients
from calltaker.domain.message import agency_message
from calltaker.domain.ticket import short_number
from calltaker.line.wire import Append
from db import events as log

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController
    from calltaker.desk.open_form import OpenForm
    from db.rows import AgencyRow, IncidentRow, ReferralRow

_OVER = frozenset({"refused", "cancelled"})


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An agency that may be sent to. `referral` is the one it has already for this incident."""

    agency: AgencyRow
    role: str
    is_ticked: bool
    referral: ReferralRow | None

    @property
    def has_it(self) -> bool:
        """True when the agency was sent to and did not refuse."""
        return self.referral is not None and self.referral.state not in _OVER


class DispatchController(QObject):
    """`changed` (form key): ticks or units of a form."""

    changed = Signal(str)

    def __init__(self, desk: Desk, forms: FormController, board: BoardController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._board = board

    # --- who -----------------------------------------------------------------------------------------------------------
    def choices(self, form: OpenForm) -> tuple[Choice, ...]:
        """Return the run card of the form's type, what a person added, and who has it already."""
        roles = {
            one.agency_code: str(one.role)
            for one in recipients(form.state.value("type_code"), self._desk.catalogue, self._board.agencies)
        }
        if not form.state.value("type_code"):
            roles = {}
        if needs_cpr(f"{form.state.value('summary')}\n{form.state.value('narrative')}", form.answers):
            roles.setdefault(CPR_AGENCY, "co")
        card = set(roles)
        referrals = {row.agency: row for row in (form.detail.row.referrals if form.detail else ())}
        for code in (*referrals, *(code for code, is_ticked in form.ticks.items() if is_ticked)):
            roles.setdefault(code, "co")
        found = ((self._board.agency(code), code, role) for code, role in roles.items())
        return tuple(
            Choice(
                agency=agency,
                role=role,
                is_ticked=form.ticks.get(code, code in card and code not in referrals),
                referral=referrals.get(code),
            )
            for agency, code, role in found
            if agency is not None
        )

    def tick(self, agency_code: str, is_ticked: bool) -> None:
        """A person wants (or does not want) this agency."""
        form = self._forms.current
        if form is not None:
            form.ticks[agency_code] = is_ticked
            self.changed.emit(form.key)

    def find_agency(self, text: str) -> AgencyRow | None:
        """Return the one agency that a person means by code, name or short key, or `None`."""
        return resolve(text, self._board.agencies)

    def tick_unit(self, callsign: str, is_ticked: bool) -> None:
        form = self._forms.current
        if form is None:
            return
        if is_ticked:
            form.units.add(callsign)
        else:
            form.units.discard(callsign)
        self.changed.emit(form.key)

    # --- what is sent --------------------------------------------------------------------------------------------------
    def message(self, form: OpenForm) -> str:
        """Return the words for the agencies, exactly as they are sent."""
        return self.message_of(preview(form), form.warnings)

    def message_of(self, row: IncidentRow, warnings: tuple[str, ...] = ()) -> str:
        """Return the words for an incident as the log (or the form) has it."""
        kind = self._desk.catalogue.types.get(row.type_code)
        name = kind.name_id if kind else ""
        answers = told_answers(row.answers, row.type_code, self._desk.catalogue)
        return agency_message(row, type_name=name, centre=self._desk.settings.centre, answers=answers, warnings=warnings)

    def message_on_screen(self, form: OpenForm) -> str:
        """Return the message with dots where the ticket number will stand."""
        return self.message(form).replace(log.NUMBER_TO_COME, "····")

    def referrals_to_send(self, form: OpenForm, *, only: str = "", channel: str = "message") -> list[log.NewEvent]:
        """Return a referral for each ticked agency that has none yet (or for `only` one), and the units' new states."""
        incident_id = form.incident_id or form.id_for("incident")
        form.opened_at_us = form.opened_at_us or now_us()
        message = self.message(form)
        events: list[log.NewEvent] = []
        for choice in self.choices(form):
            code = choice.agency.code
            if choice.has_it or not (code == only if only else choice.is_ticked):
                continue
            sent = log.ReferralSent(
                incident_id=incident_id,
                agency=code,
                role=choice.role,
                channel=channel,
                message=message,
                units=tuple(unit.callsign for unit in self._board.units if unit.callsign in form.units and unit.agency == code),
            )
            referral_id = form.id_for(f"referral:{code}")
            events.append(log.new_event(referral_id, sent, actor=self._actor, event_id=referral_id))
        return events if only else events + self._units_to_send(form, incident_id)

    def _units_to_send(self, form: OpenForm, incident_id: str) -> list[log.NewEvent]:
        state = log.UnitStateSet(state="en_route", incident_id=incident_id)
        return [
            log.new_event(callsign, state, actor=self._actor, event_id=form.id_for(f"unit:{callsign}"))
            for callsign in sorted(form.units)
        ]

    def were_sent(self, form: OpenForm, events: Sequence[log.NewEvent]) -> None:
        """The log has these referrals; another one to the same agency is a new fact."""
        for event in events:
            if event.kind == log.ReferralSent.KIND:
                agency = log.decode(event.kind, event.payload).agency
                form.forget_id(f"referral:{agency}")
                form.ticks.pop(agency, None)
            else:
                form.forget_id(f"unit:{event.subject}")
        form.units.clear()
        self.changed.emit(form.key)

    def names_of(self, events: Sequence[log.NewEvent]) -> str:
        """Return whom these facts send, as a person says it."""
        names = []
        for event in events:
            if event.kind == log.ReferralSent.KIND:
                names.append(self._board.agency_name(log.decode(event.kind, event.payload).agency))
            else:
                names.append(event.subject)
        return ", ".join(names)

    def send_to(self, row: IncidentRow, units: Sequence[str], agencies: Sequence[str]) -> None:
        """Send units and agencies to an open incident (command K). The agency of a unit gets the report too, once."""
        has_it = {one.agency: one.role for one in row.referrals if one.state not in _OVER}
        owners = [unit.agency for unit in self._board.units if unit.callsign in units]
        wanted = [code for code in dict.fromkeys((*agencies, *owners)) if code not in has_it]
        form = self._forms.of_incident(row.incident_id)
        message = self.message_of(row, form.warnings if form else ())
        events: list[log.NewEvent] = []
        for code in wanted:
            its_units = tuple(unit.callsign for unit in self._board.units if unit.callsign in units and unit.agency == code)
            role = "co" if "lead" in has_it.values() or events else "lead"
            sent = log.ReferralSent(incident_id=row.incident_id, agency=code, role=role, message=message, units=its_units)
            events.append(log.new_event(new_id(), sent, actor=self._actor))
        state = log.UnitStateSet(state="en_route", incident_id=row.incident_id)
        events += [log.new_event(callsign, state, actor=self._actor) for callsign in units]
        number = short_number(row.number)
        if not events:
            self._desk.notices.say(self.tr("Incident {number} was sent to them already.").format(number=number))
            return
        words = self.tr("{who}: incident {number} sent.").format(who=self.names_of(events), number=number)
        self._desk.line.send(Append(events=tuple(events)), lambda _reply: self._desk.notices.say(words), self._say_failed)

    # --- how far -------------------------------------------------------------------------------------------------------
    def advance(self, row: ReferralRow, state: str, reason: str = "") -> bool:
        """Note what the agency said. Returns false (and says why) for a step that is not allowed or lacks its reason."""
        if not may_advance(row.state, state):
            self._desk.notices.say(self.tr("This agency's report is not at that point."), "warning")
            return False
        if needs_reason(state) and not reason.strip():
            self._desk.notices.say(self.tr("A reason is needed: the reporter will ask for it."), "warning")
            return False
        advanced = log.ReferralAdvanced(state=state, reason=reason.strip())
        self._desk.line.send(
            Append(events=(log.new_event(row.referral_id, advanced, actor=self._actor),)), None, self._say_failed
        )
        return True

    def set_unit(self, callsign: str, state: str, incident_id: str = "", reason: str = "") -> None:
        """Note what a unit says of itself."""
        self._append(callsign, log.UnitStateSet(state=state, incident_id=incident_id, reason=reason))

    def _append(self, subject: str, payload: log.Payload) -> None:
        event = log.new_event(subject, payload, actor=self._actor)
        self._desk.line.send(Append(events=(event,)), None, self._say_failed)

    @property
    def _actor(self) -> str:
        return self._desk.settings.seat.operator

    def _say_failed(self, problem: str) -> None:
        self._desk.notices.say(self.tr("Not saved: {problem}").format(problem=problem), "alarm")
