"""The queue as it is read from top to bottom: who is answered next, who is talked to, who waits for a call back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from calltaker.app.room import Desk
from calltaker.desk.callers import caller_text, number_text
from calltaker.desk.cut_calls import CutController, spoken_text
from calltaker.desk.histories import CallerCard, HistoryController
from calltaker.desk.missed import MissedController
from calltaker.desk.now import ClockUs, now_us
from calltaker.domain.live_call import LiveCall
from db.rows import CallRow

DEMOTED_US = 30_000_000
"""A number marked as a repeated prank waits behind the others, but never longer than this: it may be real today."""

_MISSED = "abandoned"
_CUT = "cut"


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue. `since_us` is when the state began that the time counts from; `mark` says in words what the log
    knows of the caller, `mark_tone` its colour. `number` is what can be called back, "" when nothing can."""

    key: str
    state: str
    caller: str
    name: str
    number: str
    since_us: int
    mark: str = ""
    mark_tone: str = ""


class QueueController(QObject):
    """`changed`: rows or their order differ."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        histories: HistoryController,
        missed: MissedController,
        cut: CutController,
        *,
        clock_us: ClockUs = now_us,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._histories = histories
        self._missed = missed
        self._cut = cut
        self._clock_us = clock_us
        desk.calls.queue_changed.connect(self.changed)
        histories.card_changed.connect(self.changed)
        missed.changed.connect(self.changed)
        cut.changed.connect(self.changed)

    def rows(self) -> tuple[QueueRow, ...]:
        """Return ringing calls in the order of answering, then the other open ones, then those cut, then the missed."""
        ringing = [self._live_row(call) for call in self._ringing()]
        others = [self._live_row(call) for call in self._desk.calls.open_calls() if call.state != "ringing"]
        cut = [self._cut_row(call) for call in self._cut.calls]
        cut_ids = {row.key for row in cut}
        missed = [self._missed_row(row) for row in self._missed.rows if row.call_id not in cut_ids]
        missed.sort(key=lambda row: row.state != _CUT)
        return (*ringing, *others, *cut, *missed)

    def next_to_answer(self) -> LiveCall | None:
        """Return the longest-waiting most urgent call."""
        return next(iter(self._ringing()), None)

    def waiting_s(self) -> tuple[int, float]:
        """Return how many calls ring and for how long the first of them has."""
        ringing = self._ringing()
        oldest_us = min((call.started_at_us for call in ringing), default=self._clock_us())
        return len(ringing), (self._clock_us() - oldest_us) / 1_000_000

    def to_call_back(self) -> tuple[QueueRow, ...]:
        """Return the cut and missed rows that have a number: those cut first, then the missed, newest first."""
        return tuple(row for row in self.rows() if row.state in {_CUT, _MISSED} and row.number)

    def _ringing(self) -> list[LiveCall]:
        ringing = [call for call in self._desk.calls.open_calls() if call.state == "ringing"]
        return sorted(ringing, key=lambda call: (self._is_demoted(call), call.started_at_us))

    def _is_demoted(self, call: LiveCall) -> bool:
        card = self._histories.card(call.call_id)
        if card is None or card.warning is None or card.history is None:
            return False
        trusted = card.warning.real or card.history.open_incidents
        waited_us = self._clock_us() - call.started_at_us
        return card.warning.level == "warn" and not trusted and waited_us < DEMOTED_US

    def _live_row(self, call: LiveCall) -> QueueRow:
        card = self._histories.card(call.call_id)
        mark, tone = self._mark(card)
        known_name = card.history.name if card and card.history else ""
        return QueueRow(
            key=call.call_id,
            state=call.state,
            caller=caller_text(call),
            name=call.display_name or known_name,
            number=call.number,
            since_us=call.answered_at_us or call.started_at_us,
            mark=mark,
            mark_tone=tone,
        )

    def _cut_row(self, call: LiveCall) -> QueueRow:
        return QueueRow(
            key=call.call_id,
            state=_CUT,
            caller=caller_text(call),
            name=call.display_name,
            number=call.number,
            since_us=call.ended_at_us or call.started_at_us,
            mark=spoken_text(call.answered_at_us, call.started_at_us, call.ended_at_us),
        )

    def _missed_row(self, row: CallRow) -> QueueRow:
        """Nobody answered, or the line stopped in the middle of it."""
        was_cut = row.answered_at_us is not None
        return QueueRow(
            key=f"missed:{row.call_id}",
            state=_CUT if was_cut else _MISSED,
            mark=spoken_text(row.answered_at_us, row.ringing_at_us, row.ended_at_us) if was_cut else "",
            caller=number_text(row.number, row.number_raw),
            name=row.display_name,
            number=row.number,
            since_us=row.ended_at_us or row.ringing_at_us,
        )

    def _mark(self, card: CallerCard | None) -> tuple[str, str]:
        """Return the most telling words about a caller; a real past is never hidden behind pranks."""
        if card is None or card.history is None or card.warning is None:
            return "", ""
        if card.history.open_incidents:
            return self.tr("open incident"), "p2"
        parts = [
            self.tr("redials") if card.warning.redial else "",
            self.tr("{count}× real").format(count=card.warning.real) if card.warning.real else "",
            self.tr("{count}× prank").format(count=card.warning.pranks) if card.warning.pranks else "",
            self.tr("{count}× silent").format(count=card.warning.ghosts) if card.warning.ghosts else "",
        ]
        tone = "p2" if card.warning.redial else "violet" if card.warning.level != "none" else "ok" if card.warning.real else ""
        return " · ".join(filter(None, parts[:4])), tone
