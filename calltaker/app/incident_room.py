"""The room of form, protocol, dispatch and board: controllers and panels wired together, handlers by action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from calltaker.app.board_keys import BoardKeys
from calltaker.app.incident_verbs import IncidentVerbs
from calltaker.app.nearby_keys import NearbyKeys
from calltaker.app.room import Desk, Room
from calltaker.app.search_keys import SearchKeys
from calltaker.app.timeline_keys import TimelineKeys
from calltaker.desk.board import BoardController
from calltaker.desk.dispatch import DispatchController
from calltaker.desk.forms import FormController
from calltaker.desk.forward_words import forward_words
from calltaker.desk.forwarding import ForwardController
from calltaker.desk.incidents import IncidentController
from calltaker.desk.location import LocationController
from calltaker.desk.sheet import SheetPrinter
from calltaker.desk.unsent import UnsentController
from calltaker.views.board.incidents_panel import IncidentsPanel
from calltaker.views.board.units_panel import UnitsPanel
from calltaker.views.dispatch.dispatch_panel import DispatchPanel
from calltaker.views.dispatch.forward_strip import ForwardStrip
from calltaker.views.incident.form_panel import FormPanel
from calltaker.views.incident.place_view import PlaceView
from calltaker.views.incident.protocol_panel import ProtocolPanel
from calltaker.views.keymap import key_text


class IncidentRoom(QObject):
    """Owns everything of the room; lives as long as its form panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.board = BoardController(desk, self)
        self.forms = FormController(desk, self)
        self.unsent = UnsentController(desk, self.forms, self)
        self.location = LocationController(desk, self.forms, parent=self)
        self.dispatch = DispatchController(desk, self.forms, self.board, self)
        self.incidents = IncidentController(desk, self.forms, self.dispatch, self)
        self.forwarding = ForwardController(desk, self.forms, self.dispatch, self.incidents, self)
        self.sheet = SheetPrinter(desk, self.forms, self)
        self._build_panels(desk)
        self.board_keys = BoardKeys(desk, self.forms, self.incidents, self.unsent, self.incidents_panel, self)
        self.nearby_keys = NearbyKeys(desk, self.forms, self.board, self.incidents, self)
        self.search_keys = SearchKeys(desk, self.forms, self.form_panel, self)
        self.timeline_keys = TimelineKeys(desk, self.forms, self.board, self.form_panel, self)
        self.verbs = IncidentVerbs(desk, self.board, self.forms, self.dispatch, self.incidents, self.forwarding, self)
        self._wire()
        self.form_panel.show_below(self.nearby_keys.strip, self.nearby_keys.prompt)
        self.board.start()

    def _build_panels(self, desk: Desk) -> None:
        self.form_panel = FormPanel(desk, self.forms, self.incidents)
        self.place_view = PlaceView(self.form_panel, self.location)
        self.strip = ForwardStrip()
        self.form_panel.body.insertWidget(0, self.strip)
        self.protocol_panel = ProtocolPanel(desk, self.forms, key_text("focus.protocol"))
        self.dispatch_panel = DispatchPanel(desk, self.forms, self.dispatch, self.board, key_text("focus.dispatch"))
        self.incidents_panel = IncidentsPanel(desk, self.board, self.unsent)
        self.units_panel = UnitsPanel(self.board)

    def _wire(self) -> None:
        self.form_panel.send_requested.connect(self.incidents.send)
        self.form_panel.save_requested.connect(self.incidents.save)
        self.dispatch_panel.copy_requested.connect(self.copy_message)
        self.dispatch_panel.sheet_requested.connect(self.sheet.print_sheet)
        self.units_panel.state_said.connect(self.dispatch.set_unit)
        self.units_panel.pick_requested.connect(self._pick_unit)
        self.board_keys.report_opened.connect(lambda: self.form_panel.focus_field("summary"))
        self.strip.transfer_requested.connect(self.forwarding.transfer)
        self.strip.keep_requested.connect(self.forwarding.keep)
        self.strip.unclear.connect(self._say_unclear)
        self.nearby_keys.controller.changed.connect(self.dispatch_panel.show_current)
        self.nearby_keys.controller.changed.connect(lambda: self.units_panel.show_distances(self.nearby_keys.distances()))
        self.forwarding.changed.connect(lambda _call_id: self._show_forward())
        self.forms.shown.connect(lambda _key: self._show_forward())

    # --- what keys do --------------------------------------------------------------------------------------------------
    def ask_forward(self, *, keep: bool = False) -> None:
        """F11 (or Shift+F11 to keep the caller): ask which agency."""
        if self.forwarding.citizen() is None:
            self._desk.notices.say(self.tr("Nobody is on the line to forward."), "warning")
            return
        self.strip.ask(self.board.agencies, keep=keep)

    def copy_message(self) -> None:
        """Put the message, as it stands on the screen, into the clipboard."""
        QGuiApplication.clipboard().setText(self.dispatch_panel.message.toPlainText())
        self._desk.notices.say(self.tr("Message copied."))

    def link(self) -> None:
        """Ctrl+L: the incident that is offered as the same, unless the person is choosing in the list."""
        if self.incidents_panel.view.hasFocus() or not self.nearby_keys.link_best():
            self.board_keys.link()

    def new_incident(self) -> None:
        self.forms.show_new()
        self.form_panel.focus_field("summary")

    def set_priority(self, priority: str) -> None:
        """Alt+1 … Alt+4; when it goes another way than proposed, the reason is asked for."""
        self.forms.type_text("priority", priority)
        form = self.forms.current
        if form is not None and form.state.priority_needs_reason(self._desk.catalogue):
            self.form_panel.focus_field("priority_reason")

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this room do."""
        return {
            "call.forward": self.ask_forward,
            "call.consult": lambda: self.ask_forward(keep=True),
            "call.connect": self.forwarding.hand_over,
            "call.conference": self.forwarding.conference,
            "incident.new": self.new_incident,
            "incident.send": self.incidents.send,
            "incident.save": self.incidents.save,
            "incident.link": self.link,
            "incident.link_second": self.nearby_keys.link_second,
            "incident.note": self.board_keys.ask_note,
            "incident.close": self.board_keys.ask_close,
            "incident.timeline": self.timeline_keys.toggle,
            "incident.copy": self.copy_message,
            "incident.sheet": self.sheet.print_sheet,
            "dispatch.send": self.incidents.send,
            "referral.advance": self.dispatch_panel.advance,
            "place.unknown": self.location.toggle_unknown,
            "place.verify": self.location.verify,
            "place.offer": self.location.take_offer,
            "place.note": self.nearby_keys.ask_note,
            "place.note_end": self.nearby_keys.ask_end_note,
            "search.open": self.search_keys.open,
            "focus.form": self.form_panel.focus_one_line,
            "focus.incidents": self.incidents_panel.focus_list,
            "focus.units": self.units_panel.focus_list,
            "focus.protocol": self.protocol_panel.focus_questions,
            "focus.dispatch": self.dispatch_panel.focus_list,
            "priority.1": lambda: self.set_priority("1"),
            "priority.2": lambda: self.set_priority("2"),
            "priority.3": lambda: self.set_priority("3"),
            "priority.4": lambda: self.set_priority("4"),
        }

    # --- inside --------------------------------------------------------------------------------------------------------
    def _pick_unit(self, callsign: str) -> None:
        form = self.forms.current
        if form is not None:
            self.dispatch.tick_unit(callsign, callsign not in form.units)

    def _say_unclear(self, text: str) -> None:
        words = (
            self.tr("Which agency? “{text}” fits none or several.") if text else self.tr("Which agency? A digit or 119, fire …")
        )
        self._desk.notices.say(words.format(text=text), "warning")

    def _show_forward(self) -> None:
        form = self.forms.current
        forward = self.forwarding.forward(form.call_id) if form else None
        self.strip.show_forward(forward, forward_words(forward))

    def as_room(self) -> Room:
        """Return what the window gets. The room lives as long as its form panel."""
        self.setParent(self.form_panel)
        return Room(
            panels={
                "form": self.form_panel,
                "protocol": self.protocol_panel,
                "dispatch": self.dispatch_panel,
                "incidents": self.incidents_panel,
                "units": self.units_panel,
            },
            handlers=self.handlers(),
            verbs={**self.verbs.verbs(), "search.open": self.search_keys.look_for},
            context=self.verbs.context,
        )


def build_incident_room(desk: Desk) -> Room:
    """Return the room, for who needs none of its parts."""
    return IncidentRoom(desk).as_room()
