"""What is known of a caller, bound to the call's id: the look-up starts while it rings, two calls at once never mix."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QObject, Signal

from calltaker.desk.calls import CallController
from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.ports import LinePort, WorkerPort
from calltaker.domain import marks
from calltaker.domain.live_call import LiveCall
from calltaker.line.wire import Committed
from db.queries import numbers
from db.rows import NumberHistory

_RECENT_CALLS = 10
_CHANGES_A_HISTORY = {"call.outcome_set", "call.outcome_undone", "call.linked", "number.marked", "number.unmarked"}


@dataclass(frozen=True)
class CallerCard:
    """`history` is `None` while it is being looked up, for a withheld number, and when the look-up failed (`problem` says so
    in plain words). `warning` is never a reason to answer less: it only says what the log knows."""

    call_id: str
    number: str
    history: NumberHistory | None = None
    warning: marks.Warning | None = None
    problem: str = ""


class HistoryController(QObject):
    """`card_changed` (call id)."""

    card_changed = Signal(str)

    def __init__(
        self,
        calls: CallController,
        line: LinePort,
        worker: WorkerPort,
        *,
        clock_us: ClockUs = now_us,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._worker = worker
        self._clock_us = clock_us
        self._cards: dict[str, CallerCard] = {}
        calls.appeared.connect(self._look_up)
        line.committed.connect(self._on_committed)

    def card(self, call_id: str) -> CallerCard | None:
        return self._cards.get(call_id)

    def look_up_again(self, number: str) -> None:
        """Refresh every card of a number (its history grew)."""
        for call in self._calls.calls():
            if number and _citizen(call) == number and call.call_id in self._cards:
                self._look_up(call.call_id)

    def _look_up(self, call_id: str) -> None:
        call = self._calls.call(call_id)
        if call is None:
            return
        number = _citizen(call)
        if call_id not in self._cards:
            self._keep(CallerCard(call_id=call_id, number=number))
        if number:
            self._worker.submit(
                lambda connection: numbers.history(connection, number, now_us=self._clock_us(), limit=_RECENT_CALLS),
                lambda history: self._found(call_id, number, history),
                lambda problem: self._keep(CallerCard(call_id=call_id, number=number, problem=problem)),
                key=f"history:{call_id}",
            )

    def _found(self, call_id: str, number: str, history: NumberHistory) -> None:
        warning = marks.warning(history, self._clock_us())
        call = self._calls.call(call_id)
        if call is not None and call.direction == "out":  # the desk calls back: it is not the citizen who redials
            warning = msgspec.structs.replace(warning, redial=False)
        self._keep(CallerCard(call_id=call_id, number=number, history=history, warning=warning))

    def _keep(self, card: CallerCard) -> None:
        self._cards[card.call_id] = card
        self._forget_unknown()
        self.card_changed.emit(card.call_id)

    def _forget_unknown(self) -> None:
        """Cards live as long as the calls they belong to."""
        for call_id in [known for known in self._cards if self._calls.call(known) is None]:
            del self._cards[call_id]

    def _on_committed(self, committed: Committed) -> None:
        event = committed.event
        if event.kind not in _CHANGES_A_HISTORY:
            return
        call = self._calls.call(event.subject)
        self.look_up_again(_citizen(call) if call else event.subject)


def _citizen(call: LiveCall) -> str:
    """Return the number whose history matters: a citizen's, never an agency's that we consult."""
    return "" if call.on_behalf_of else call.number
