"""The command line at work: every key is read back in words, Enter does what was read. What is wrong is underlined, never asked
about in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.actions import Role, action, may_do
from calltaker.app.room import Room
from calltaker.command_result import Context, Incomplete, Parsed, Rejected
from calltaker.commandline import parse
from calltaker.views.command_bar import CommandBar


class CommandDesk(QObject):
    """Between the bar (text) and the rooms (verbs). `fire` does an action that has no verb of its own; `leave` gives the focus
    back to where F1 took it from."""

    def __init__(
        self,
        bar: CommandBar,
        rooms: Sequence[Room],
        verbs: Mapping[str, Callable[..., None]],
        role: Role,
        *,
        fire: Callable[[str], bool],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._rooms = tuple(rooms)
        self._verbs = verbs
        self._role: Role = role
        self._fire = fire
        self._leave = leave
        bar.edited.connect(self.read)
        bar.entered.connect(self.carry_out)

    def context(self) -> Context:
        """Return what the rooms know now, together."""
        known: dict[str, object] = {}
        for room in self._rooms:
            known |= room.context()
        return Context(**known)  # type: ignore[arg-type]

    def read(self, text: str) -> Parsed | None:
        """Show how the line is understood; return it when it is ready for Enter."""
        match parse(text, self.context()):
            case Parsed() as understood:
                self._bar.read_back(_readback(understood) + "  ⏎")
                return understood
            case Incomplete(hint_key=key, args=args):
                self._bar.read_back(_said(key, args))
            case Rejected(reason_key=key, args=args, start=start, end=end):
                self._bar.read_back(_said(key, args), wrong=(start, end), is_right=False)
        return None

    def carry_out(self, text: str) -> None:
        """Enter: do it, or leave the line as it is with what is missing beside it."""
        understood = self.read(text)
        if understood is None:
            return
        if not may_do(self._role, action(understood.action_id)):
            self._bar.read_back(self.tr("Your role may not do that."), is_right=False)
            return
        verb = self._verbs.get(understood.action_id)
        if verb is None and not self._fires(understood):
            self._bar.read_back(self.tr("This desk cannot do that yet."), is_right=False)
            return
        self._bar.accept()
        self._leave()
        if verb is not None:
            verb(**understood.arguments)

    def _fires(self, understood: Parsed) -> bool:
        """An action without a verb of its own is done like by its key, when the line said no more than the key does."""
        return not any(understood.arguments.values()) and self._fire(understood.action_id)


def _readback(understood: Parsed) -> str:
    translated = {name: _translated(text) for name, text in understood.readback_words.items()}
    return _said(understood.readback_key, understood.readback_args | translated)


def _said(key: str, args: Mapping[str, str]) -> str:
    return _translated(key).format(**args)


def _translated(text: str) -> str:
    return QCoreApplication.translate("CommandLine", text)
