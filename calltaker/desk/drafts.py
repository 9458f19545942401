"""Brings every change of a form to the disk of the line: at once, then at most five times a second."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from calltaker.domain.form import DraftUnreadableError, FormState
from calltaker.line.wire import SaveDraft

if TYPE_CHECKING:
    from calltaker.desk.ports import LinePort

_log = logging.getLogger("ui")
EVERY_MS = 200


def read_draft(key: str, text: str) -> FormState | None:
    """Return the form of a saved draft, or `None` when it cannot be read (the log says why)."""
    try:
        return FormState.from_json(text)
    except DraftUnreadableError:
        _log.exception("draft %s cannot be read", key)
        return None


class DraftSaver(QObject):
    """Saves the newest form of each call or report. A save that failed waits for the line to come back (`save_again`)."""

    def __init__(self, line: LinePort, say_failed: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._say_failed = say_failed
        self._waiting: dict[str, str] = {}
        self._unsaved: dict[str, str] = {}
        self._forgotten: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._pause.timeout.connect(self._send_waiting)
        line.attached.connect(self._on_attached)

    def save(self, call_id: str, form: str) -> None:
        """Save this form ("" forgets it)."""
        self._waiting[call_id] = form
        (self._forgotten.discard if form else self._forgotten.add)(call_id)
        if not self._pause.isActive():
            self._send_waiting()

    def still_wanted(self, drafts: Mapping[str, str]) -> dict[str, str]:
        """Return the saved drafts without those that this window has forgotten since: the line may not know it yet."""
        return {key: form for key, form in drafts.items() if key not in self._forgotten}

    def _send_waiting(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, {}
        for call_id, form in waiting.items():
            self._send(call_id, form)
        self._pause.start()

    def _send(self, call_id: str, form: str) -> None:
        def failed(words: str) -> None:
            if not self._unsaved:
                self._say_failed(words)
            self._unsaved[call_id] = form

        self._unsaved.pop(call_id, None)
        self._line.send(SaveDraft(call_id=call_id, form=form), None, failed)

    def _on_attached(self, is_attached: bool) -> None:
        if is_attached and self._unsaved:
            unsaved, self._unsaved = self._unsaved, {}
            self._waiting = unsaved | self._waiting
            self._send_waiting()
