"""The calls of this seat as the window knows them: a fold of what the line committed, never of what a button hoped.

The window's thread only. Which call is "current" (whose form is open) is decided here and nowhere else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from calltaker.desk.ports import LinePort
from calltaker.domain.live_call import LiveCall, fold
from calltaker.line.wire import Committed, Snapshot
from db.events import UnknownKindError

_log = logging.getLogger("ui")
_IN_THE_EAR = {"talking", "conference", "transferring"}
_KEPT_ENDED = 200  # ended calls kept for looking back; older ones are in the log


class CallController(QObject):
    """`call_changed` (call id): a call appeared or differs. `queue_changed`: the open calls differ in membership or state.
    `current_changed` (call id or ""): the form must follow. `appeared` (call id): rings or is dialled for the first time.
    `taken_up` (call id): a person pressed the key that answers this call, so form and focus may go there."""

    appeared = Signal(str)
    taken_up = Signal(str)
    call_changed = Signal(str)
    queue_changed = Signal()
    current_changed = Signal(str)

    def __init__(self, line: LinePort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: dict[str, LiveCall] = {}
        self._selected_id = ""
        self._outcome_when_selected = ""
        self._current_id = ""
        line.snapshot_received.connect(self._on_snapshot)
        line.committed.connect(self._on_committed)

    # --- questions -----------------------------------------------------------------------------------------------------
    def call(self, call_id: str) -> LiveCall | None:
        return self._calls.get(call_id)

    def calls(self) -> tuple[LiveCall, ...]:
        """Return all known calls, oldest first."""
        return tuple(self._calls.values())

    def open_calls(self) -> tuple[LiveCall, ...]:
        return tuple(call for call in self._calls.values() if call.is_open)

    @property
    def current_id(self) -> str:
        """The call being talked to, else the one selected, else the last one handled that has no outcome yet, else ""."""
        return self._current_id

    @property
    def current(self) -> LiveCall | None:
        return self._calls.get(self._current_id)

    def in_the_ear(self) -> LiveCall | None:
        """Return the call whose sound is in the headset now: the agency in a consultation, not the waiting citizen."""
        speaking = [call for call in self._calls.values() if call.state in _IN_THE_EAR]
        return max(speaking, key=lambda call: call.answered_at_us or call.started_at_us, default=None)

    def consultations(self, call_id: str) -> tuple[LiveCall, ...]:
        """Return the open calls made on behalf of a citizen's call."""
        return tuple(call for call in self.open_calls() if call.on_behalf_of == call_id)

    # --- orders --------------------------------------------------------------------------------------------------------
    def select(self, call_id: str) -> None:
        """Look at a call; "" lets go. A call being talked to stays current."""
        call = self._calls.get(call_id)
        self._selected_id = call_id if call else ""
        self._outcome_when_selected = call.outcome_event_id if call else ""
        self._choose_current()

    # --- the line speaks -----------------------------------------------------------------------------------------------
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        known = set(self._calls)
        ended = {call_id: call for call_id, call in self._calls.items() if not call.is_open}
        self._calls = ended | {call.call_id: call for call in sorted(snapshot.calls, key=lambda call: call.started_at_us)}
        self._tell(known | set(self._calls), fresh=set(self._calls) - known)

    def _on_committed(self, committed: Committed) -> None:
        event = committed.event
        before = self._calls.get(event.subject)
        try:
            after = fold(before, event)
        except UnknownKindError:
            _log.exception("event %s of a newer program cannot be shown", event.id)
            return
        if after is None or after == before:
            return
        self._calls[event.subject] = after
        self._forget_old()
        self._tell({event.subject}, fresh={event.subject} if before is None else set())

    def _tell(self, changed: Iterable[str], *, fresh: set[str]) -> None:
        self._choose_current()
        for call_id in sorted(fresh):
            self.appeared.emit(call_id)
        for call_id in sorted(changed):
            self.call_changed.emit(call_id)
        self.queue_changed.emit()

    # --- the current call ----------------------------------------------------------------------------------------------
    def _choose_current(self) -> None:
        busy_with = self._busy_with()
        if busy_with:
            self._let_go_of_the_past()
        chosen = busy_with or self._selected() or self._waiting_on_hold() or self._unfinished()
        if chosen != self._current_id:
            self._current_id = chosen
            self.current_changed.emit(chosen)

    def _busy_with(self) -> str:
        speaking = self.in_the_ear() or self._dialing()
        if speaking is None:
            return ""
        return speaking.on_behalf_of if speaking.on_behalf_of in self._calls else speaking.call_id

    def _dialing(self) -> LiveCall | None:
        dialing = [call for call in self._calls.values() if call.state == "dialing"]
        return max(dialing, key=lambda call: call.started_at_us, default=None)

    def _selected(self) -> str:
        """Let go of an ended call once it is judged; one that was judged before a person chose it stays."""
        call = self._calls.get(self._selected_id)
        is_judged = call is not None and bool(call.outcome) and call.outcome_event_id != self._outcome_when_selected
        if call is not None and not call.is_open and is_judged:
            self._selected_id = ""
            return ""
        return self._selected_id

    def _let_go_of_the_past(self) -> None:
        """Whoever begins to talk is done with a call that is over: it must not come back when the caller is put on hold."""
        selected = self._calls.get(self._selected_id)
        if selected is not None and not selected.is_open:
            self._selected_id = ""

    def _waiting_on_hold(self) -> str:
        """Return the citizen who was put on hold last: whatever was judged or sent, somebody still waits there."""
        held = [call for call in self._calls.values() if call.state == "held" and not call.on_behalf_of]
        last = max(held, key=lambda call: call.answered_at_us or 0, default=None)
        return last.call_id if last else ""

    def _unfinished(self) -> str:
        handled = [
            call
            for call in self._calls.values()
            if call.answered_at_us is not None and not call.outcome and not call.on_behalf_of
        ]
        last = max(handled, key=lambda call: call.answered_at_us or 0, default=None)
        return last.call_id if last else ""

    def _forget_old(self) -> None:
        ended = [call_id for call_id, call in self._calls.items() if not call.is_open and call_id != self._current_id]
        for call_id in ended[:-_KEPT_ENDED]:
            del self._calls[call_id]
