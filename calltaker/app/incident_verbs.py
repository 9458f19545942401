"""The command line's verbs of this room, with the arguments that `calltaker.commandline` parsed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calltaker.app.incident_room import IncidentRoom


class IncidentVerbs:
    def __init__(self, room: IncidentRoom) -> None:
        self._room = room

    def verbs(self) -> dict[str, Callable[..., None]]:
        return {}
