"""What a room of the desk gets and what it gives back. A room = the controllers and panels of one place, wired together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from calltaker.desk.ports import LinePort, PlacesPort, TilesPort, WorkerPort

if TYPE_CHECKING:
    from calltaker.desk.calls import CallController
    from calltaker.domain.catalogue import Catalogue
    from calltaker.settings import Settings


class Notices(QObject):
    """Words for the person, shown in the message line under the command line; never a dialog.

    `said` (text, level): level is "info", "warning" or "alarm"; a warning stays 10 s, an alarm until it is over.
    `taken_back` (text): what was said is true no longer.
    """

    said = Signal(str, str)
    taken_back = Signal(str)

    def say(self, text: str, level: str = "info") -> None:
        self.said.emit(text, level)

    def take_back(self, text: str) -> None:
        """Withdraw a text if it still stands there."""
        self.taken_back.emit(text)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything a room may use. The window's thread only."""

    settings: Settings
    catalogue: Catalogue
    line: LinePort
    worker: WorkerPort
    calls: CallController
    notices: Notices
    places: PlacesPort = field(default_factory=PlacesPort)
    tiles: TilesPort = field(default_factory=TilesPort)


@dataclass(frozen=True, kw_only=True)
class Room:
    """`panels` by name, for the main window to place; `handlers` by action id (`calltaker.actions`), called without arguments
    when the key, button or menu of the action fires; `verbs` by action id, called with the command line's parsed arguments;
    `context` returns what the room knows of the fields of `calltaker.command_result.Context` (asked at every key)."""

    panels: dict[str, QWidget]
    handlers: dict[str, Callable[[], None]] = field(default_factory=dict)
    verbs: dict[str, Callable[..., None]] = field(default_factory=dict)
    context: Callable[[], dict[str, Any]] = dict
