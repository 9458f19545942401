"""From form to incident: open, send, save, link, note, close, open again. Every step is one `Append`, all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from calltaker.desk.call_facts import brought_by
from calltaker.desk.now import now_us
from calltaker.domain import place_drift
from calltaker.domain.answers import told_answers
from calltaker.domain.ticket import short_number
from calltaker.line.wire import Append, Reply
from db import events as log

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.dispatch import DispatchController
    from calltaker.desk.forms import FormController
    from calltaker.desk.open_form import OpenForm

LEAST_URGENT = 4


class IncidentController(QObject):
    """`field_wanted` (field name): a person's key asked for something that this field lacks; the view may move the focus there,
    because that person pressed a key just now. `sent` (form key): the log has the incident and its referrals."""

    field_wanted = Signal(str)
    sent = Signal(str)

    def __init__(self, desk: Desk, forms: FormController, dispatch: DispatchController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._dispatch = dispatch

    def send(self) -> None:
        """Open the incident if need be and send it to every ticked agency that does not have it yet (Ctrl+Enter)."""
        form = self._ready_form()
        if form is None or not self._is_complete(form):
            return
        left_out = self.drop_foreign_point(form)
        referrals = self._dispatch.referrals_to_send(form)
        if not referrals and form.incident_id:
            words = self.tr("Every ticked agency has incident {number} already.").format(number=short_number(form.number))
            self._say_with(words, left_out)
            self._forms.save_edits()
            return
        if not referrals:
            self._say_with(self.tr("Nobody to send to: tick an agency in the dispatch panel."), left_out, "warning")
            return
        names = self._dispatch.names_of(referrals)
        self._append(form, referrals, self.tr("Incident {number} sent to {agencies}."), names, left_out)

    def save(self) -> None:
        """Open the incident without sending it to anybody, or save what was changed (Ctrl+S)."""
        form = self._ready_form()
        if form is None:
            return
        if not form.incident_id and not form.state.value("type_code"):
            self._ask_for("type_code")
            return
        left_out = self.drop_foreign_point(form)
        if form.incident_id:
            self._forms.save_edits()
            self._say_with(self.tr("Incident {number} is saved.").format(number=short_number(form.number)), left_out)
        else:
            self._append(form, [], self.tr("Incident {number} is saved, sent to nobody yet."), "", left_out)

    def drop_foreign_point(self, form: OpenForm) -> str:
        """Let go of a point or village that was set for other words than those that are about to go out, and return what is to
        be said of it, "" when there is none: an engine must never be sent to the one while everybody reads the other."""
        if not place_drift.is_adrift(form.state):
            return ""
        left_out = self.tr("The point of “{words}” was left out.").format(words=form.state.point_text)
        call = self._desk.calls.call(form.call_id)
        form.drop_place(brought_by(call) if call is not None else {})
        self._forms.person_changed(form)
        return left_out

    def opening(self, form: OpenForm) -> list[log.NewEvent]:
        """Return the facts that open the incident of a form that has none yet. The ids stay the same when they are sent again,
        so a lost reply never opens a second incident."""
        incident_id = form.id_for("incident")
        opened = log.IncidentOpened(call_id=form.call_id, fields=form.state.as_fields())
        events = [log.new_event(incident_id, opened, actor=self._actor, at_us=form.opened_at_us, event_id=incident_id)]
        call = self._desk.calls.call(form.call_id)
        if form.call_id:
            linked = log.CallLinked(incident_id=incident_id)
            events.append(log.new_event(form.call_id, linked, actor=self._actor, event_id=form.id_for("link")))
        if call is not None and not call.outcome:
            is_urgent = form.state.value("priority") != str(LEAST_URGENT)
            outcome = log.OutcomeSet(outcome="emergency" if is_urgent else "non_emergency")
            events.append(log.new_event(form.call_id, outcome, actor=self._actor, event_id=form.id_for("outcome")))
        return events

    def put_on_record(self, form: OpenForm, referrals: list[log.NewEvent], left_out: str = "") -> None:
        """Write referrals that are already on their way by voice, with the incident they belong to, complete or not. `left_out`
        is what `drop_foreign_point` said when they were made."""
        self._append(
            form,
            referrals,
            self.tr("Incident {number}: the call to {agencies} is on record."),
            self._dispatch.names_of(referrals),
            left_out,
        )

    def link(self, incident_id: str, number: str) -> None:
        """Tie the call on the screen to an incident that is open already; what was typed becomes a note of it."""
        form = self._ready_form()
        if form is None or not form.call_id:
            self._say(self.tr("There is no call to link."), "warning")
            return
        if form.incident_id:
            self._say(self.tr("This call belongs to incident {number}.").format(number=short_number(form.number)), "warning")
            return
        events = [log.new_event(form.call_id, log.CallLinked(incident_id=incident_id), actor=self._actor)]
        call = self._desk.calls.call(form.call_id)
        if call is not None and not call.outcome:
            events.append(log.new_event(form.call_id, log.OutcomeSet(outcome="repeat"), actor=self._actor))
        value = form.state.value
        answers = "; ".join(told_answers(value("answers"), value("type_code"), self._desk.catalogue))
        said = " · ".join(filter(None, (value("summary"), value("narrative"), answers, _place_told(form))))
        if said:
            events.append(log.new_event(incident_id, log.IncidentNoteAdded(text=said), actor=self._actor))
        self._send(events, self.tr("The call is linked to incident {number}.").format(number=short_number(number)))

    def add_note(self, incident_id: str, text: str) -> None:
        if text.strip():
            note = log.new_event(incident_id, log.IncidentNoteAdded(text=text.strip()), actor=self._actor)
            self._send([note], self.tr("Note saved."))

    def close(self, incident_id: str, number: str, informed: str, reason: str = "") -> None:
        """Close an incident. `informed`: yes, unreachable or anonymous; nothing closes without a word on the reporter."""
        closed = log.IncidentClosed(informed=informed, reason=reason)
        words = self.tr("Incident {number} is closed.").format(number=short_number(number))
        self._send([log.new_event(incident_id, closed, actor=self._actor)], words)

    def reopen(self, incident_id: str, number: str, reason: str) -> None:
        reopened = log.IncidentReopened(reason=reason)
        words = self.tr("Incident {number} is open again.").format(number=short_number(number))
        self._send([log.new_event(incident_id, reopened, actor=self._actor)], words)

    # --- inside --------------------------------------------------------------------------------------------------------
    @property
    def _actor(self) -> str:
        return self._desk.settings.seat.operator

    def _ready_form(self) -> OpenForm | None:
        form = self._forms.current
        if form is None:
            self._say(self.tr("There is no call and no incident on the screen."), "warning")
        elif form.is_sending:
            self._say(self.tr("Still sending …"))
            return None
        elif form.is_closed:
            self._say(
                self.tr("Incident {number} is closed. Open it again first.").format(number=short_number(form.number)), "warning"
            )
            return None
        return form

    def _is_complete(self, form: OpenForm) -> bool:
        """Say what is missing and lead there; priority and its reason included."""
        missing = form.state.missing_to_send(now_us())
        if not missing and place_drift.is_adrift(form.state) and not form.state.value("place_text").strip():
            missing = ("place_text",)  # its point belongs to words that were taken out
        if missing:
            self._ask_for(missing[0])
            return False
        if form.state.priority_needs_reason(self._desk.catalogue):
            self._ask_for("priority_reason")
            return False
        return True

    def _ask_for(self, name: str) -> None:
        words = {
            "type_code": self.tr("Not sent: what kind of incident is it?"),
            "place_text": self.tr("Not sent: where is it? Type a place, or press Alt+0 for “no location yet”."),
            "priority": self.tr("Not sent: how urgent is it? Alt+1 to Alt+4."),
            "priority_reason": self.tr("Not sent: why this priority? A few words."),
        }
        self._say(words[name], "warning")
        self.field_wanted.emit(name)

    def _append(self, form: OpenForm, referrals: list[log.NewEvent], words: str, agencies: str, left_out: str) -> None:
        edits = form.take_edits(actor=self._actor) if form.incident_id else []
        events = [*edits, *referrals] if form.incident_id else [*self.opening(form), *referrals]
        form.is_sending = True

        def done(reply: Reply) -> None:
            form.is_sending = False
            self._take_ticket(form, reply)
            self._dispatch.were_sent(form, referrals)
            self._say_with(words.format(number=short_number(form.number), agencies=agencies), left_out)
            self.sent.emit(form.key)

        def failed(problem: str) -> None:
            form.is_sending = False
            form.opened_at_us = 0
            form.put_back(edits)
            self._say(self.tr("NOT SENT: {problem} Press Ctrl+Enter again.").format(problem=problem), "alarm")

        self._desk.line.send(Append(events=tuple(events)), done, failed)

    def _take_ticket(self, form: OpenForm, reply: Reply) -> None:
        """The reply carries the ticket number; it may come before or after the committed event."""
        for event in reply.result.events if reply.result else ():
            if event.kind == log.IncidentOpened.KIND:
                self._forms.was_opened(form, event.subject, log.decode(event.kind, event.payload))

    def _send(self, events: list[log.NewEvent], words: str) -> None:
        def failed(problem: str) -> None:
            self._say(self.tr("Not saved: {problem}").format(problem=problem), "alarm")

        self._desk.line.send(Append(events=tuple(events)), lambda _reply: self._say(words), failed)

    def _say_with(self, words: str, left_out: str, level: str = "info") -> None:
        """Say it together with what was left out, which nobody must overlook."""
        self._say(f"{words} {left_out}".strip(), "warning" if left_out else level)

    def _say(self, words: str, level: str = "info") -> None:
        self._desk.notices.say(words, level)


def _place_told(form: OpenForm) -> str:
    """Return the place that a person put into a form which makes way for another incident's, "" when nobody did."""
    state = form.state
    told = [state.value("place_text")] if state.origin("place_text") == "person" else []
    if state.origin("lat") == "person" and state.value("lat"):
        told.append(f"{state.value('lat')}, {state.value('lon')}")
    return " · ".join(filter(None, told))
