"""What a call was: one key after F7, taken back for free within 10 s, later with a reason."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from calltaker.app.room import Desk
from calltaker.desk.callers import caller_text
from calltaker.desk.now import ClockUs, now_us
from calltaker.domain.catalogue import Outcome
from calltaker.domain.live_call import LiveCall
from calltaker.domain.outcomes import FREE_UNDO_US, change_needs_reason
from calltaker.line.wire import Append, Phone
from db import events as log
from telephony.commands import HangUp

MORE_DIGIT = "0"


class OutcomeController(QObject):
    """`reason_wanted` (call id, outcome code or "" for taking back): the person must say why, nothing has been done yet.
    `outcome_given` (call id, code): it is on its way to the log."""

    reason_wanted = Signal(str, str)
    outcome_given = Signal(str, str)

    def __init__(self, desk: Desk, *, clock_us: ClockUs = now_us, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock_us = clock_us

    # --- choices -------------------------------------------------------------------------------------------------------
    def first_choices(self) -> tuple[tuple[str, Outcome], ...]:
        """Return (digit, outcome) of the first page; `MORE_DIGIT` turns the page."""
        return tuple(sorted((outcome.digit, outcome) for outcome in self._all() if outcome.digit))

    def more_choices(self) -> tuple[tuple[str, Outcome], ...]:
        """Return (digit, outcome) of the second page, in the order of the catalogue."""
        rest = [outcome for outcome in self._all() if not outcome.digit]
        return tuple((str(number), outcome) for number, outcome in enumerate(rest, start=1))

    def target(self) -> LiveCall | None:
        """Return the call that an outcome given now is for: the current one once it was answered, else the one
        that got its outcome last."""
        current = self._desk.calls.current
        return current if current is not None and current.answered_at_us is not None else self._last()

    # --- orders --------------------------------------------------------------------------------------------------------
    def give(self, call_id: str, code: str, reason: str = "") -> None:
        """Give a call its outcome; one that ends the call hangs up. A late correction without a reason asks for it."""
        call = self._desk.calls.call(call_id)
        outcome = self._desk.catalogue.outcomes[code]
        if call is None or call.outcome == code:
            return
        if call.outcome and change_needs_reason(call.outcome_at_us, self._clock_us()) and not reason:
            self.reason_wanted.emit(call_id, code)
            return
        name = outcome.name(self._desk.settings.seat.language)
        said = self.tr("{caller}: {outcome}. Ctrl+Z takes it back.").format(caller=caller_text(call), outcome=name)
        self._append(call_id, log.OutcomeSet(outcome=code, replaces=call.outcome_event_id, reason=reason), said)
        if outcome.ends_call and call.is_open:
            self._desk.line.send(Phone(command=HangUp(call_id=call_id)), failed=self._warn)
        self.outcome_given.emit(call_id, code)

    def can_undo_freely(self) -> bool:
        """True while Ctrl+Z takes the last outcome back without a word."""
        call = self._last()
        return call is not None and not change_needs_reason(call.outcome_at_us, self._clock_us())

    def undo(self, reason: str = "") -> None:
        """Take the last outcome back; after 10 s only with a reason."""
        call = self._last()
        if call is None:
            self._warn(self.tr("There is no outcome to take back."))
            return
        if change_needs_reason(call.outcome_at_us, self._clock_us()) and not reason:
            self.reason_wanted.emit(call.call_id, "")
            return
        said = self.tr("Taken back: the call with {caller} has no outcome.").format(caller=caller_text(call))
        self._append(call.call_id, log.OutcomeUndone(undoes=call.outcome_event_id, reason=reason), said)

    @property
    def free_undo_s(self) -> int:
        return FREE_UNDO_US // 1_000_000

    # --- inside --------------------------------------------------------------------------------------------------------
    def _all(self) -> tuple[Outcome, ...]:
        return tuple(self._desk.catalogue.outcomes.values())

    def _last(self) -> LiveCall | None:
        """Return the call that got its outcome last, whoever gave it (sending an incident gives one too)."""
        given = [call for call in self._desk.calls.calls() if call.outcome]
        return max(given, key=lambda call: call.outcome_at_us or 0, default=None)

    def _append(self, call_id: str, payload: log.Payload, said: str) -> None:
        """Write a fact, and say what was done once it is on disk."""
        event = log.new_event(call_id, payload, actor=self._desk.settings.seat.operator)
        self._desk.line.send(Append(events=(event,)), lambda _reply: self._desk.notices.say(said), self._warn)

    def _warn(self, words: str) -> None:
        self._desk.notices.say(words, "warning")
