"""The calls that a death of the line cut, until somebody has spoken with the caller again. Said in plain words, never forgotten
because a screen changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from calltaker.actions import action
from calltaker.app.room import Desk
from calltaker.desk.callers import caller_text
from calltaker.desk.trouble_words import Words
from calltaker.domain.clock import duration_text, local_text
from calltaker.domain.live_call import LiveCall
from calltaker.line.wire import Health, Snapshot


class CutController(QObject):
    """`changed`: the list differs. A cut call leaves it when its number was reached afterwards, in whichever direction, or when
    a person gave it an outcome after the cut (for a caller without a number there is nothing else to do)."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cut_ids: set[str] = set()
        self._died_at_us = 0
        self._shown: tuple[LiveCall, ...] = ()
        desk.line.snapshot_received.connect(self._on_snapshot)
        desk.line.health_changed.connect(self._on_health)
        desk.calls.call_changed.connect(lambda _call_id: self._look())

    @property
    def calls(self) -> tuple[LiveCall, ...]:
        """Those who were talked to first, then those who rang; each oldest first."""
        return self._shown

    def words(self) -> Words | None:
        """Return what happened, who was cut and which key calls back, or `None` when nobody is left."""
        if not self._shown:
            return None
        offset = self._desk.settings.centre.utc_offset_minutes
        what = self.tr("The telephone program broke down at {time} and runs again. Cut: {calls}.")
        cut = "; ".join(
            f"{caller_text(call)}, {spoken_text(call.answered_at_us, call.started_at_us, call.ended_at_us)}"
            for call in self._shown
        )
        return Words(what.format(time=local_text(self._died_at_us, offset, "%H:%M:%S"), calls=cut), self._advice())

    def _advice(self) -> str:
        first = next((call for call in self._shown if call.number), None)
        if first is None:
            text = self.tr("No number is known, so nobody can be called back; give an outcome ({key}).")
            return text.format(key=action("outcome.choose").key)
        key, caller = action("call.callback").key, caller_text(first)
        if len(self._shown) == 1:
            return self.tr("{key} calls back.").format(key=key)
        text = self.tr("{key} calls {caller} back, the others are in the queue ({queue_key}).")
        return text.format(key=key, caller=caller, queue_key=action("focus.queue").key)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._on_health(snapshot.health)

    def _on_health(self, health: Health) -> None:
        """Keep those of an earlier death too: the line only tells of its last one."""
        self._cut_ids |= set(health.cut_calls)
        self._died_at_us = health.last_death_at_us
        self._look()

    def _look(self) -> None:
        known = (self._desk.calls.call(call_id) for call_id in self._cut_ids)
        cut = [call for call in known if call is not None and not call.is_open and not call.on_behalf_of]
        waiting = (call for call in cut if not self._is_made_good(call))
        shown = tuple(sorted(waiting, key=lambda call: (call.answered_at_us is None, call.started_at_us)))
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _is_made_good(self, cut: LiveCall) -> bool:
        cut_at_us = cut.ended_at_us or cut.started_at_us
        reached = (
            call.answered_at_us is not None and call.started_at_us >= cut_at_us
            for call in self._desk.calls.calls()
            if cut.number and call.number == cut.number and call.call_id != cut.call_id
        )
        return any(reached) or (cut.outcome_at_us or 0) > cut_at_us


def spoken_text(answered_at_us: int | None, started_at_us: int, ended_at_us: int | None) -> str:
    """Return how long a call was spoken or rang until it ended."""
    since_us = answered_at_us or started_at_us
    duration = duration_text(((ended_at_us or since_us) - since_us) / 1_000_000)
    translate = QCoreApplication.translate
    words = translate("CutController", "talked {time}") if answered_at_us else translate("CutController", "rang {time}")
    return words.format(time=duration)
