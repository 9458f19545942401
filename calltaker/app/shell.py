"""The shell around the rooms: pages, keys, messages, banner, status, theme. Whoever adds a room changes nothing here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from calltaker.actions import ACTIONS
from calltaker.app.close_guard import CloseGuard
from calltaker.app.command_desk import CommandDesk
from calltaker.app.key_sheet import KeySheet
from calltaker.app.room import Desk, Room
from calltaker.app.start_focus import StartFocus
from calltaker.desk.cut_calls import CutController
from calltaker.desk.health import HealthController
from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.outcomes import OutcomeController
from calltaker.domain.clock import local_text, zone_name
from calltaker.theme.live import theme
from calltaker.views.main_window import MainWindow

T = TypeVar("T")
TICK_MS = 1_000

DONE_UNSEEN = {
    "call.hang_up",
    "call.hold",
    "call.mute",
    "call.connect",
    "call.conference",
    "call.callback",
    "outcome.undo",
    "unit.set_state",
}
"""What is done the same on every page. Everything else that a room does turns to the desk."""

BESIDE_THE_FORM = {
    "call.answer", "incident.send", "dispatch.send", "referral.advance", "focus.protocol", "focus.dispatch", "focus.units"
}  # fmt: skip
"""What shows or needs the questions, the dispatch or the units. On a narrow window the map covers them and gives way."""


class RoomClashError(RuntimeError):
    """Two rooms claim the same panel, action or verb; the text names it. A mistake of the program, found at start."""


class Shell(QObject):
    """`window` is ready to be shown. While `outcomes` can be taken back freely, Ctrl+Z belongs to them."""

    def __init__(
        self,
        desk: Desk,
        rooms: Sequence[Room],
        geometry_store: QSettings,
        *,
        outcomes: OutcomeController,
        cut: CutController,
        clock_us: ClockUs = now_us,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._clock_us = clock_us
        self._cut = cut
        self.verbs = {
            action_id: self._on_the_desk(action_id, verb)
            for action_id, verb in _merged("verb", [room.verbs for room in rooms]).items()
        }
        self.health = HealthController(desk.line, desk.notices, self)
        centre = desk.settings.centre
        self.window = MainWindow(centre.name, _merged("panel", [room.panels for room in rooms]), geometry_store)
        of_rooms = _merged("action", [room.handlers for room in rooms])
        on_desk = {action_id: self._on_the_desk(action_id, handler) for action_id, handler in of_rooms.items()}
        if "focus.map" in on_desk:
            on_desk["focus.map"] = self._to_the_map_and_back(on_desk["focus.map"])
        handlers = _merged("action", [on_desk, self._own_handlers()])
        role = desk.settings.seat.role
        self.keymap = self.window.bind(handlers, role, takes_undo=outcomes.can_undo_freely)
        outcomes.outcome_given.connect(self.keymap.forget_typing)
        bar, fire = self.window.command, self.keymap.fire
        self.commands = CommandDesk(bar, rooms, self.verbs, role, fire=fire, leave=self._leave_command)
        self._key_sheet = KeySheet(desk.settings.exports_dir, self.window.windowTitle(), desk.notices, self)
        self.close_guard = CloseGuard(desk, self)
        self.window.may_close = self.close_guard.may_close
        self._start_focus = StartFocus(desk.line, desk.calls, lambda: self.keymap.fire("focus.form"), self)
        self._connect()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._on_tick)
        self._ticker.start()
        self._on_tick()
        self._on_health()
        self.setParent(self.window)

    def _own_handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "page.desk": lambda: self.window.show_page("desk"),
            "page.supervisor": lambda: self.window.show_page("supervisor"),
            "theme.toggle": theme.toggle,
            "help.cheat_sheet": self.window.sheet.toggle,
            "focus.command": self._focus_command,
        }

    def _on_the_desk(self, action_id: str, act: Callable[..., None]) -> Callable[..., None]:
        """Return the same act, which turns to the desk first when it shows or changes something there: a key never writes into
        a form that nobody sees."""
        if action_id in DONE_UNSEEN:
            return act

        def turn_and_act(**arguments: object) -> None:
            self.window.show_page("desk")
            if action_id in BESIDE_THE_FORM and self.window.map_place is not None:
                self.window.map_place.give_way()
            act(**arguments)

        return turn_and_act

    def _to_the_map_and_back(self, focus_map: Callable[..., None]) -> Callable[..., None]:
        """F5 goes to the map; F5 again goes back to the form."""

        def go(**arguments: object) -> None:
            place = self.window.map_place
            if place is not None and self.window.page == "desk" and place.has_focus():
                place.give_way()
                self.keymap.fire("focus.form")
                return
            if place is not None:
                place.show()
            focus_map(**arguments)

        return go

    def _connect(self) -> None:
        seat = self._desk.settings.seat
        self._desk.notices.said.connect(self.window.command.say)
        self._desk.notices.taken_back.connect(self.window.command.take_back)
        self._desk.calls.queue_changed.connect(self._show_waiting)
        self.health.changed.connect(self._on_health)
        self._cut.changed.connect(self._show_banner)
        self.window.status.show_who(f"{seat.id} · {seat.operator}")
        self.window.command.left.connect(self._leave_command)
        sheet = self.window.sheet
        sheet.actions_shown = [entry for entry in ACTIONS if self.keymap.is_bound(entry.id) or entry.id in self.verbs]
        sheet.print_requested.connect(lambda: self._key_sheet.print_to_file(sheet.actions_shown))
        self._came_from: QWidget | None = None

    # --- command line --------------------------------------------------------------------------------------------------
    def _focus_command(self) -> None:
        """F1 goes to the command line; F1 again, with nothing typed, shows all keys."""
        line = self.window.command.line
        if line.hasFocus() and not line.text():
            self.window.sheet.toggle()
            return
        if not line.hasFocus():
            self._came_from = QApplication.focusWidget()
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def _leave_command(self) -> None:
        """Esc gives the focus back to where F1 took it from."""
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    # --- showing -------------------------------------------------------------------------------------------------------
    def _on_health(self) -> None:
        self._show_banner()
        self.window.status.show_items(self.health.items())
        saved_at_us = self.health.saved_at_us
        if saved_at_us:
            time_text = local_text(saved_at_us, self._desk.settings.centre.utc_offset_minutes, "%H:%M:%S")
            self.window.status.show_saved(self.tr("Saved {time}").format(time=time_text))

    def _show_banner(self) -> None:
        """What is wrong now, and who must be called back because of what was wrong before."""
        self.window.banner.show_troubles(tuple(words.sentence for words in (self.health.banner(), self._cut.words()) if words))

    def _on_tick(self) -> None:
        offset = self._desk.settings.centre.utc_offset_minutes
        self.window.top.show_clock(f"{local_text(self._clock_us(), offset, '%H:%M:%S')} {zone_name(offset)}")
        self._show_waiting()

    def _show_waiting(self) -> None:
        ringing = [call for call in self._desk.calls.open_calls() if call.state == "ringing"]
        oldest_us = min((call.started_at_us for call in ringing), default=self._clock_us())
        oldest_s = (self._clock_us() - oldest_us) / 1_000_000
        late = oldest_s > self._desk.settings.centre.answer_within_s
        self.window.top.show_waiting(len(ringing), oldest_s, late=late)
        self.window.show_ringing(len(ringing))


def _merged(what: str, parts: Sequence[Mapping[str, T]]) -> dict[str, T]:
    """Return all parts in one; a name that comes twice is a mistake."""
    merged: dict[str, T] = {}
    for part in parts:
        for name, value in part.items():
            if name in merged:
                raise RoomClashError(f"two rooms claim the {what} {name!r}")
            merged[name] = value
    return merged
