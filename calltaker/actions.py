"""The one table of actions. Keys, menus, buttons, the command line and the cheat sheet all come from it.

Texts are English sources for translation, context "Actions". No action hangs on Enter, Space or a bare letter: a key meant for
a text field must never answer or end a call. F10 stays free (menu key of Qt and of window managers).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from calltaker.domain.words import QT_TRANSLATE_NOOP

Role = Literal["call_taker", "dispatcher", "supervisor", "administrator"]
Group = Literal["call", "outcome", "incident", "dispatch", "go", "view"]

ROLES: tuple[Role, ...] = ("call_taker", "dispatcher", "supervisor", "administrator")
"""Each role may do what the roles before it may."""


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """`key` is a Qt key sequence in portable text, "" when only menu or command line reach it. `verb` is the letter of the
    command line. `role` is the least role that may do it."""

    id: str
    text: str
    key: str = ""
    verb: str = ""
    role: Role = "call_taker"
    group: Group


ACTIONS: tuple[Action, ...] = (
    Action(id="call.answer", text=QT_TRANSLATE_NOOP("Actions", "Answer"), key="F9", verb="J", group="call"),
    Action(id="call.hang_up", text=QT_TRANSLATE_NOOP("Actions", "Hang up"), key="F12", group="call"),
    Action(id="call.hold", text=QT_TRANSLATE_NOOP("Actions", "Hold or resume"), key="F8", verb="T", group="call"),
    Action(id="call.mute", text=QT_TRANSLATE_NOOP("Actions", "Mute or unmute"), key="Ctrl+M", group="call"),
    Action(id="call.forward", text=QT_TRANSLATE_NOOP("Actions", "Forward the call"), key="F11", verb="A", group="call"),
    Action(
        id="call.consult", text=QT_TRANSLATE_NOOP("Actions", "Keep the caller, call an agency"), key="Shift+F11", group="call"
    ),
    Action(id="call.connect", text=QT_TRANSLATE_NOOP("Actions", "Connect caller and agency"), key="Ctrl+F11", group="call"),
    Action(id="call.conference", text=QT_TRANSLATE_NOOP("Actions", "Talk as three"), key="Ctrl+Shift+F11", group="call"),
    Action(id="call.callback", text=QT_TRANSLATE_NOOP("Actions", "Call back"), key="Ctrl+R", group="call"),
    Action(id="outcome.choose", text=QT_TRANSLATE_NOOP("Actions", "Outcome of the call"), key="F7", verb="I", group="outcome"),
    Action(id="outcome.undo", text=QT_TRANSLATE_NOOP("Actions", "Take the outcome back"), key="Ctrl+Z", group="outcome"),
    Action(id="incident.new", text=QT_TRANSLATE_NOOP("Actions", "New incident"), key="Ctrl+N", verb="B", group="incident"),
    Action(id="incident.send", text=QT_TRANSLATE_NOOP("Actions", "Send to the agencies"), key="Ctrl+Return", group="incident"),
    Action(id="incident.save", text=QT_TRANSLATE_NOOP("Actions", "Save without sending"), key="Ctrl+S", group="incident"),
    Action(
        id="incident.link", text=QT_TRANSLATE_NOOP("Actions", "Link the call to the incident"), key="Ctrl+L", group="incident"
    ),
    Action(
        id="incident.link_second",
        text=QT_TRANSLATE_NOOP("Actions", "Link the call to the second incident offered"),
        key="Ctrl+Shift+L",
        group="incident",
    ),
    Action(id="incident.note", text=QT_TRANSLATE_NOOP("Actions", "Add a note"), key="Ctrl+K", verb="C", group="incident"),
    Action(id="incident.timeline", text=QT_TRANSLATE_NOOP("Actions", "Timeline"), key="Ctrl+I", group="incident"),
    Action(id="incident.copy", text=QT_TRANSLATE_NOOP("Actions", "Copy the message"), key="Ctrl+Shift+C", group="incident"),
    Action(
        id="incident.sheet", text=QT_TRANSLATE_NOOP("Actions", "Sheet for the agency (PDF)"), key="Ctrl+P", group="incident"
    ),
    Action(id="incident.close", text=QT_TRANSLATE_NOOP("Actions", "Close the incident"), verb="X", group="incident"),
    Action(id="priority.1", text=QT_TRANSLATE_NOOP("Actions", "Priority 1: life in danger"), key="Alt+1", group="incident"),
    Action(id="priority.2", text=QT_TRANSLATE_NOOP("Actions", "Priority 2: urgent"), key="Alt+2", group="incident"),
    Action(id="priority.3", text=QT_TRANSLATE_NOOP("Actions", "Priority 3: today"), key="Alt+3", group="incident"),
    Action(id="priority.4", text=QT_TRANSLATE_NOOP("Actions", "Priority 4: can be scheduled"), key="Alt+4", group="incident"),
    Action(id="place.unknown", text=QT_TRANSLATE_NOOP("Actions", "No place known yet"), key="Alt+0", group="incident"),
    Action(id="place.verify", text=QT_TRANSLATE_NOOP("Actions", "Caller confirms the place"), key="Ctrl+B", group="incident"),
    Action(id="place.offer", text=QT_TRANSLATE_NOOP("Actions", "Take the offered place"), key="Ctrl+G", group="incident"),
    Action(id="place.note", text=QT_TRANSLATE_NOOP("Actions", "Warn of this place"), key="Ctrl+H", group="incident"),
    Action(
        id="place.note_end",
        text=QT_TRANSLATE_NOOP("Actions", "A warning is no longer true"),
        key="Ctrl+Shift+H",
        group="incident",
    ),
    Action(
        id="dispatch.send",
        text=QT_TRANSLATE_NOOP("Actions", "Send units or agencies"),
        key="Ctrl+U",
        verb="K",
        group="dispatch",
    ),
    Action(id="unit.set_state", text=QT_TRANSLATE_NOOP("Actions", "State of a unit"), verb="S", group="dispatch"),
    Action(id="referral.advance", text=QT_TRANSLATE_NOOP("Actions", "Agency: next state"), key="Ctrl+E", group="dispatch"),
    Action(id="focus.command", text=QT_TRANSLATE_NOOP("Actions", "Command line"), key="F1", group="go"),
    Action(id="focus.queue", text=QT_TRANSLATE_NOOP("Actions", "Calls"), key="F2", group="go"),
    Action(id="focus.incidents", text=QT_TRANSLATE_NOOP("Actions", "Incidents"), key="F3", group="go"),
    Action(id="focus.form", text=QT_TRANSLATE_NOOP("Actions", "Form"), key="F4", group="go"),
    Action(id="focus.map", text=QT_TRANSLATE_NOOP("Actions", "Map"), key="F5", group="go"),
    Action(id="focus.units", text=QT_TRANSLATE_NOOP("Actions", "Units"), key="F6", group="go"),
    Action(id="focus.protocol", text=QT_TRANSLATE_NOOP("Actions", "Questions and advice"), key="Ctrl+J", group="go"),
    Action(id="focus.dispatch", text=QT_TRANSLATE_NOOP("Actions", "Dispatch"), key="Ctrl+D", group="go"),
    Action(id="search.open", text=QT_TRANSLATE_NOOP("Actions", "Search"), key="Ctrl+F", verb="/", group="go"),
    Action(id="page.desk", text=QT_TRANSLATE_NOOP("Actions", "Desk"), key="Ctrl+1", group="go"),
    Action(
        id="page.supervisor",
        text=QT_TRANSLATE_NOOP("Actions", "Supervisor page"),
        key="Ctrl+2",
        role="supervisor",
        group="go",
    ),
    Action(id="theme.toggle", text=QT_TRANSLATE_NOOP("Actions", "Day or night colours"), key="Ctrl+T", group="view"),
    Action(id="map.window", text=QT_TRANSLATE_NOOP("Actions", "Map in its own window"), key="Shift+F5", group="view"),
    Action(id="help.cheat_sheet", text=QT_TRANSLATE_NOOP("Actions", "All keys"), key="Ctrl+/", verb="?", group="view"),
)

_BY_ID = {entry.id: entry for entry in ACTIONS}
_BY_VERB = {entry.verb: entry for entry in ACTIONS if entry.verb}


def action(action_id: str) -> Action:
    """Return the action; an unknown id is a programming error (`KeyError`)."""
    return _BY_ID[action_id]


def by_verb(verb: str) -> Action | None:
    """Return the action of a command-line verb in any case, or `None`."""
    return _BY_VERB.get(verb.upper())


def may_do(role: Role, entry: Action) -> bool:
    """True when somebody with `role` may do the action."""
    return ROLES.index(role) >= ROLES.index(entry.role)
