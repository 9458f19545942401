"""The room of the calls: queue, call bar, outcomes, history and location, wired to the telephone. No rule is made here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from calltaker.app.call_back_keys import CallBackKeys
from calltaker.app.outcome_keys import OutcomeKeys
from calltaker.app.room import Desk, Room
from calltaker.command_result import OutcomeKey
from calltaker.desk.call_face import face
from calltaker.desk.callers import caller_text
from calltaker.desk.commands import Telephone
from calltaker.desk.cut_calls import CutController
from calltaker.desk.histories import HistoryController
from calltaker.desk.history_words import history_words
from calltaker.desk.location_words import LocationWords, location_words
from calltaker.desk.missed import MissedController
from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.outcomes import OutcomeController
from calltaker.desk.queue import QueueController
from calltaker.domain.live_call import LiveCall
from calltaker.line.wire import Health, Snapshot
from calltaker.views.calls.call_bar import NOBODY, CallBar
from calltaker.views.calls.history_panel import HistoryPanel
from calltaker.views.calls.location_line import LocationLine
from calltaker.views.calls.outcome_strip import OutcomeStrip
from calltaker.views.calls.queue_panel import QueuePanel
from calltaker.views.keymap import key_text

TICK_MS = 1_000


class CallRoom(QObject):
    """Holds what is wired together, as long as its queue panel lives; `room` is what the window gets."""

    def __init__(self, desk: Desk, *, clock_us: ClockUs = now_us) -> None:
        super().__init__()
        self._desk = desk
        self._clock_us = clock_us
        self._looked_at = ""
        self.telephone = Telephone(desk, self)
        self.histories = HistoryController(desk.calls, desk.line, desk.worker, clock_us=clock_us, parent=self)
        self.missed = MissedController(desk, clock_us=clock_us, parent=self)
        self.cut = CutController(desk, self)
        self.queue = QueueController(desk, self.histories, self.missed, self.cut, clock_us=clock_us, parent=self)
        self.outcomes = OutcomeController(desk, clock_us=clock_us, parent=self)
        self._build_views()
        self.call_back_keys = CallBackKeys(desk, self.telephone, self.queue, self.cut, self.panel.row_in_focus, self)
        self.outcome_keys = OutcomeKeys(desk, self.outcomes, OutcomeStrip(self.bar), self)
        self._connect()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._on_tick)
        self._ticker.start()
        self.room = self._as_room()
        self.show_calls()
        self.setParent(self.panel)

    # --- building ------------------------------------------------------------------------------------------------------
    def _build_views(self) -> None:
        centre = self._desk.settings.centre
        self.bar = CallBar(key_text, clock_us=self._clock_us)
        self.location = LocationLine()
        self.history = HistoryPanel()
        self.panel = QueuePanel(self.queue, key_text("focus.queue"), late_after_s=centre.answer_within_s)
        self.hand = QWidget()
        self.hand.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # where room is short, the form scrolls
        layout = QVBoxLayout(self.hand)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.location)

    def _connect(self) -> None:
        calls = self._desk.calls
        calls.call_changed.connect(self._on_call_changed)
        calls.queue_changed.connect(self.show_calls)
        calls.current_changed.connect(self.show_calls)
        self.histories.card_changed.connect(self.show_calls)
        self.telephone.armed_changed.connect(self.bar.show_armed)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.looked_at.connect(self._on_looked_at)
        self._desk.line.health_changed.connect(self._on_health)
        self._desk.line.snapshot_received.connect(self._on_snapshot)

    def _as_room(self) -> Room:
        return Room(
            panels={"queue": self.panel, "call": self.hand, "history": self.history},
            handlers={
                "call.answer": self.answer,
                "call.hang_up": self.telephone.hang_up,
                "call.hold": self.telephone.toggle_hold,
                "call.mute": self.telephone.toggle_mute,
                "call.callback": self.call_back_keys.call_back,
                "outcome.choose": self.outcome_keys.choose,
                "outcome.undo": self.outcomes.undo,
                "focus.queue": self._focus_queue,
            },
            verbs={
                "call.answer": lambda **_arguments: self.answer(),
                "call.hold": lambda **_arguments: self.telephone.toggle_hold(),
                "outcome.choose": self.outcome_keys.give_digit,
            },
            context=self._context,
        )

    def _context(self) -> dict[str, Any]:
        """Return what the command line may take for granted of the call."""
        target = self.outcomes.target()
        language = self._desk.settings.seat.language
        outcomes = tuple(
            OutcomeKey(digit=digit, code=outcome.code, name=outcome.name(language))
            for digit, outcome in self.outcomes.first_choices()
        )
        return {"call_id": self._desk.calls.current_id or (target.call_id if target else ""), "outcomes": outcomes}

    # --- orders --------------------------------------------------------------------------------------------------------
    def answer(self) -> None:
        """Answer the ringing call under the cursor of the queue, else the one that is next."""
        chosen = self._desk.calls.call(self.panel.row_in_focus())
        wanted = chosen if chosen is not None and chosen.state == "ringing" else self.queue.next_to_answer()
        self.telephone.answer(wanted.call_id if wanted else "")

    def _focus_queue(self) -> None:
        self.panel.focus_first()

    # --- showing -------------------------------------------------------------------------------------------------------
    def shown(self) -> LiveCall | None:
        """Return the call of the call bar: the current one, else the next to answer."""
        return self._desk.calls.current or self.queue.next_to_answer()

    def show_calls(self, _call_id: str = "") -> None:
        """Show the call in hand and the past of the caller (or of the row the person looks at)."""
        call = self.shown()
        card = self.histories.card(call.call_id) if call else None
        name = card.history.name if card and card.history else ""
        consultations = self._desk.calls.consultations(call.call_id) if call else ()
        anyone_rings = any(other.state == "ringing" for other in self._desk.calls.open_calls())
        shown = face(call, known_name=name, consultations=consultations, anyone_rings=anyone_rings) if call else NOBODY
        self.bar.show_face(shown)
        self.location.show_words(self._location_words(call) if call else None)
        self._show_history(self._desk.calls.call(self._looked_at) or call)

    def _location_words(self, call: LiveCall) -> LocationWords | None:
        """Return where the caller is. Once the call is answered the form says so itself, and a second line of the same would
        only push its fields down; trouble and further places stay."""
        words = location_words(call, self._clock_us())
        is_in_the_form = call.answered_at_us is not None and words is not None and not words.is_trouble and not words.others
        return None if is_in_the_form else words

    def _show_history(self, call: LiveCall | None) -> None:
        card = self.histories.card(call.call_id) if call else None
        if call is None or card is None:
            self.history.show_words("", None)
            return
        settings = self._desk.settings
        words = history_words(
            card,
            self._desk.catalogue,
            language=settings.seat.language,
            utc_offset_minutes=settings.centre.utc_offset_minutes,
        )
        self.history.show_words(caller_text(call), words)

    # --- what happens --------------------------------------------------------------------------------------------------
    def _on_call_changed(self, call_id: str) -> None:
        call = self.shown()
        if call is not None and call.call_id == call_id:
            self.show_calls()

    def _on_chosen(self, key: str) -> None:
        self._desk.calls.select(key)

    def _on_looked_at(self, key: str) -> None:
        self._looked_at = key
        self.show_calls()

    def _on_health(self, health: Health) -> None:
        self.panel.show_lines(health.lines_in_use, health.lines_total)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._on_health(snapshot.health)

    def _on_tick(self) -> None:
        self.panel.tick()
        self.bar.tick()


def build_call_room(desk: Desk) -> Room:
    """Return the room alone, for whoever needs none of its controllers."""
    return CallRoom(desk).room
