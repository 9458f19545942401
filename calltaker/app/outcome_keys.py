"""F7 and a digit: which keys are offered, and for which call. The call is fixed when F7 is pressed; who hangs up meanwhile, or
who rings, changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from calltaker.app.room import Desk
from calltaker.desk.callers import caller_text
from calltaker.desk.outcomes import MORE_DIGIT, OutcomeController
from calltaker.domain.catalogue import Outcome
from calltaker.domain.live_call import LiveCall
from calltaker.views.calls.outcome_strip import OutcomeStrip


class OutcomeKeys(QObject):
    """Between the strip (keys) and the controller (rules)."""

    def __init__(self, desk: Desk, outcomes: OutcomeController, strip: OutcomeStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._outcomes = outcomes
        self.strip = strip
        self._call_id = ""
        self._offered: dict[str, Outcome] = {}
        self._waiting_code = ""
        strip.digit_pressed.connect(self._on_digit)
        strip.reason_given.connect(self._on_reason)
        outcomes.reason_wanted.connect(self._on_reason_wanted)

    def choose(self) -> None:
        """Show the outcomes for the call in hand or the one that just ended; pressed again, go away."""
        if self.strip.isVisible():
            self.strip.leave()
            return
        call = self._outcomes.target()
        if call is None:
            self._desk.notices.say(self.tr("An outcome needs an answered call."), "warning")
            return
        self._call_id = call.call_id
        self._offer(call, self._outcomes.first_choices(), has_more=True)

    def give_digit(self, *, digit: str = "", **_others: object) -> None:
        """The command line gives an outcome by its digit."""
        call = self._outcomes.target()
        outcome = dict(self._outcomes.first_choices()).get(digit)
        if call is None or outcome is None:
            self.choose()
            return
        self._outcomes.give(call.call_id, outcome.code)

    def _offer(self, call: LiveCall, choices: tuple[tuple[str, Outcome], ...], *, has_more: bool) -> None:
        language = self._desk.settings.seat.language
        self._offered = dict(choices)
        shown = [(digit, outcome.name(language)) for digit, outcome in choices]
        if has_more:
            shown.append((MORE_DIGIT, self.tr("More …")))
        self.strip.offer(self.tr("What was the call of {caller}? (Esc leaves)").format(caller=caller_text(call)), shown)

    def _on_digit(self, digit: str) -> None:
        call = self._desk.calls.call(self._call_id)
        if call is None:
            self.strip.leave()
        elif digit in self._offered:
            outcome = self._offered[digit]
            self.strip.leave()
            self._outcomes.give(call.call_id, outcome.code)
        elif digit == MORE_DIGIT:
            self._offer(call, self._outcomes.more_choices(), has_more=False)

    def _on_reason_wanted(self, call_id: str, code: str) -> None:
        call = self._desk.calls.call(call_id)
        self._call_id, self._waiting_code = call_id, code
        who = caller_text(call) if call else ""
        self.strip.ask_reason(self.tr("Why is the outcome of {caller} changed? (Enter saves, Esc leaves)").format(caller=who))

    def _on_reason(self, reason: str) -> None:
        self.strip.leave()
        if self._waiting_code:
            self._outcomes.give(self._call_id, self._waiting_code, reason)
        else:
            self._outcomes.undo(reason)
