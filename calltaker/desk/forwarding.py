"""Hands the voice of a caller to an agency: blind (one order, and they are connected) or keeping the caller until it speaks.

Whatever fails, the caller is still there, and the desk says so loudly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from calltaker.actions import action
from calltaker.desk.open_form import new_id
from calltaker.line.wire import Append, Committed, Phone, Reply
from db import events as log
from telephony.commands import AnyCommand, Conference, Dial, Hold, TransferAttended, TransferBlind

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.dispatch import DispatchController
    from calltaker.desk.forms import FormController
    from calltaker.desk.incidents import IncidentController
    from calltaker.domain.live_call import LiveCall
    from db.rows import AgencyRow

Stage = Literal["transferring", "calling", "speaking", "connecting", "conference"]


@dataclass
class Forward:
    """One forward under way. `consult_id` is our call to the agency ("" for a blind transfer). `joined_from` is the stage in
    which the desk asked to leave: there it is again when caller and agency cannot be connected."""

    call_id: str
    agency: AgencyRow
    stage: Stage
    consult_id: str = ""
    referral_id: str = ""
    joined_from: Stage = "speaking"


class ForwardController(QObject):
    """`changed` (call id of the citizen): the words of a forward read differently."""

    changed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        forms: FormController,
        dispatch: DispatchController,
        incidents: IncidentController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._dispatch = dispatch
        self._incidents = incidents
        self._forwards: dict[str, Forward] = {}
        desk.line.committed.connect(self._on_committed)

    # --- what a person asks --------------------------------------------------------------------------------------------
    def citizen(self) -> LiveCall | None:
        """Return the citizen's call that F11 would forward, or `None` when nobody is on the line."""
        call = self._desk.calls.call(self._desk.calls.current_id)
        if call is not None and call.on_behalf_of:
            call = self._desk.calls.call(call.on_behalf_of)
        if call is None or call.state not in {"talking", "held", "conference"}:
            return None
        return call

    def forward(self, call_id: str) -> Forward | None:
        return self._forwards.get(call_id)

    def transfer(self, agency: AgencyRow) -> None:
        """Connect the caller with the agency and let go (blind transfer)."""
        call = self._free_citizen(agency)
        if call is None:
            return
        forward = Forward(call.call_id, agency, "transferring", referral_id=self._refer(call, agency, "transfer"))
        self._begin(forward)
        self._order(forward, TransferBlind(call_id=call.call_id, target_uri=agency.voice_uri))

    def keep(self, agency: AgencyRow) -> None:
        """Put the caller on hold and call the agency; a person connects them when it speaks."""
        call = self._free_citizen(agency)
        if call is None:
            return
        forward = Forward(call.call_id, agency, "calling", new_id(), self._refer(call, agency, "conference"))
        self._begin(forward)
        dial = Dial(new_call_id=forward.consult_id, target_uri=agency.voice_uri, on_behalf_of=call.call_id)
        if call.state == "talking":
            self._order(forward, Hold(call_id=call.call_id), then=dial)
        else:
            self._order(forward, dial)

    def hand_over(self) -> None:
        """Caller and agency talk on, the desk leaves (attended transfer), also out of a talk of three."""
        forward = self._spoken_to("speaking", "conference")
        if forward is not None:
            forward.joined_from, forward.stage = forward.stage, "connecting"
            self._order(forward, TransferAttended(call_id=forward.call_id, consult_call_id=forward.consult_id))
            self.changed.emit(forward.call_id)

    def conference(self) -> None:
        """Caller, agency and desk talk together."""
        forward = self._spoken_to("speaking")
        if forward is not None:
            self._order(forward, Conference(call_ids=(forward.call_id, forward.consult_id)))

    # --- orders --------------------------------------------------------------------------------------------------------
    def _free_citizen(self, agency: AgencyRow) -> LiveCall | None:
        call = self.citizen()
        if call is None:
            self._desk.notices.say(self.tr("Nobody is on the line to forward."), "warning")
        elif call.call_id in self._forwards:
            self._desk.notices.say(self.tr("This call is being forwarded already."), "warning")
        elif not agency.voice_uri:
            self._desk.notices.say(self.tr("{agency} has no telephone in the directory.").format(agency=agency.name), "warning")
        else:
            return call
        return None

    def _spoken_to(self, *stages: Stage) -> Forward | None:
        call = self._desk.calls.call(self._desk.calls.current_id)
        forward = None if call is None else self._forwards.get(call.on_behalf_of or call.call_id)
        if forward is None or forward.stage not in stages:
            self._desk.notices.say(self.tr("No agency is on the line to connect."), "warning")
            return None
        return forward

    def _begin(self, forward: Forward) -> None:
        self._forwards[forward.call_id] = forward
        self.changed.emit(forward.call_id)

    def _refer(self, call: LiveCall, agency: AgencyRow, channel: str) -> str:
        """Put the forward on record with all that the form holds. Returns the referral's id, "" when the agency has one.
        The order to the telephone does not wait for it: the voice comes first."""
        form = self._forms.form(call.call_id)
        if form is None:
            return ""
        form.ticks[agency.code] = True
        left_out = self._incidents.drop_foreign_point(form)
        referrals = self._dispatch.referrals_to_send(form, only=agency.code, channel=channel)
        if not referrals:
            return ""
        self._incidents.put_on_record(form, referrals, left_out)
        return referrals[0].subject

    def _order(self, forward: Forward, command: AnyCommand, then: AnyCommand | None = None) -> None:
        """Give an order, and the next one only when the line took this one."""

        def done(_reply: Reply) -> None:
            if then is not None:
                self._order(forward, then)

        def failed(problem: str) -> None:
            self._failed(forward, problem)

        self._desk.line.send(Phone(command=command), done, failed)

    def _failed(self, forward: Forward, problem: str) -> None:
        if self._forwards.get(forward.call_id) is forward and self._agency_is_there(forward):
            self._both_stay(forward, problem)
            return
        if self._over(forward):
            self._note(forward, "cancelled", problem)
        words = self.tr("{agency} was not reached: {problem} THE CALLER IS STILL HERE – F8 to talk, F11 to try again.")
        self._desk.notices.say(words.format(agency=_name(forward.agency), problem=_sentence(problem)), "alarm")

    def _agency_is_there(self, forward: Forward) -> bool:
        consult = self._desk.calls.call(forward.consult_id)
        return forward.stage != "calling" and consult is not None and consult.is_open

    def _both_stay(self, forward: Forward, problem: str) -> None:
        """They could not be joined, but nobody is gone: a person may try again."""
        again = "call.conference"
        if forward.stage == "connecting":
            forward.stage, again = forward.joined_from, "call.connect"
        words = self.tr("Not connected: {problem} THE CALLER AND {agency} ARE BOTH STILL HERE – {key} to try again.")
        told = words.format(agency=_name(forward.agency), problem=_sentence(problem), key=action(again).key)
        self._desk.notices.say(told, "alarm")
        self.changed.emit(forward.call_id)

    def _over(self, forward: Forward) -> bool:
        """Forget a forward; false when it was over before."""
        was_running = self._forwards.get(forward.call_id) is forward
        if was_running:
            del self._forwards[forward.call_id]
            self.changed.emit(forward.call_id)
        return was_running

    def _note(self, forward: Forward, state: str, reason: str = "") -> None:
        if forward.referral_id:
            advanced = log.ReferralAdvanced(state=state, reason=reason)
            event = log.new_event(forward.referral_id, advanced, actor=self._desk.settings.seat.operator)
            self._desk.line.send(Append(events=(event,)))

    # --- what the line says --------------------------------------------------------------------------------------------
    def _on_committed(self, committed: Committed) -> None:
        event = committed.event
        if not event.kind.startswith("call."):
            return
        for forward in tuple(self._forwards.values()):
            if event.subject == forward.call_id:
                self._citizen_changed(forward, log.decode(event.kind, event.payload))
            elif event.subject == forward.consult_id:
                self._consult_changed(forward, log.decode(event.kind, event.payload))

    def _citizen_changed(self, forward: Forward, payload: log.Payload) -> None:
        match payload:
            case log.TransferSucceeded():
                if not forward.consult_id:
                    self._note(forward, "acknowledged")
                self._say(self.tr("{agency} has the caller."), forward)
                self._over(forward)
            case log.TransferFailed():
                self._failed(forward, f"{payload.code} {payload.reason}".strip())
            case log.ConferenceStarted():
                forward.stage = "conference"
                self._say(self.tr("All three are talking: caller, {agency} and you."), forward)
                self.changed.emit(forward.call_id)
            case log.CallEnded() if payload.by != "transfer":
                self._say(self.tr("The caller is gone while {agency} was being reached."), forward, "warning")
                self._over(forward)

    def _consult_changed(self, forward: Forward, payload: log.Payload) -> None:
        match payload:
            case log.CallAnswered():
                forward.stage = "speaking"
                self._note(forward, "acknowledged")
                self._say(self.tr("{agency} is on the line, the caller waits on hold."), forward)
                self.changed.emit(forward.call_id)
            case log.CallEnded(by="desk") if forward.stage == "calling":
                self._note(forward, "cancelled", payload.reason)
                self._say(
                    self.tr("The call to {agency} was given up. THE CALLER IS STILL HERE – F8 to talk."), forward, "warning"
                )
                self._over(forward)
            case log.CallEnded() if forward.stage == "calling":
                self._failed(forward, f"{payload.code} {payload.reason}".strip())
            case log.CallEnded() if forward.stage in {"speaking", "conference"}:
                self._say(self.tr("{agency} is off the line. THE CALLER IS STILL HERE – F8 to talk."), forward, "warning")
                self._over(forward)

    def _say(self, words: str, forward: Forward, level: str = "info") -> None:
        self._desk.notices.say(words.format(agency=_name(forward.agency)), level)


def _name(agency: AgencyRow) -> str:
    return agency.short_name or agency.name


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
