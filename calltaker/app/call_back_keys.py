"""Ctrl+R: call a citizen back, the one that the person sees, and say who it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from calltaker.actions import action
from calltaker.desk.callers import caller_text

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.commands import Telephone
    from calltaker.desk.cut_calls import CutController
    from calltaker.desk.queue import QueueController, QueueRow

ARMED_MS = 10_000


class CallBackKeys(QObject):
    """In this order: the row under the cursor of the queue; who was cut, whom the banner names; the call on the card when it is
    over; the only one of the list. Of several in the list the first is read back, and called by the second press within
    `ARMED_MS`: the list may have changed between a look and a key."""

    def __init__(
        self,
        desk: Desk,
        telephone: Telephone,
        queue: QueueController,
        cut: CutController,
        row_in_focus: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._telephone = telephone
        self._queue = queue
        self._cut = cut
        self._row_in_focus = row_in_focus
        self._read_back: QueueRow | None = None
        self._words = ""
        self.armed = QTimer(self, singleShot=True, interval=ARMED_MS)
        self.armed.timeout.connect(self._disarm)

    def call_back(self) -> None:
        """The key."""
        read_back = self._disarm()
        rows = self._queue.to_call_back()
        key = self._row_in_focus()
        under_cursor = next((row for row in rows if row.key == key), None)
        card = self._desk.calls.current
        if under_cursor is not None:
            self._telephone.call_back(under_cursor.number, under_cursor.caller)
        elif key:
            self._desk.notices.say(self.tr("This call is not over, or has no number: nobody was called."), "warning")
        elif named := next((call for call in self._cut.calls if call.number), None):
            self._telephone.call_back(named.number, caller_text(named))
        elif card is not None and not card.is_open and card.number:
            self._telephone.call_back(card.number, caller_text(card))
        else:
            self._of_the_list(rows, read_back)

    def _of_the_list(self, rows: tuple[QueueRow, ...], read_back: QueueRow | None) -> None:
        meant = next((row for row in rows if read_back is not None and row.number == read_back.number), None)
        if meant is None and len(rows) == 1:
            meant = rows[0]
        if meant is not None:
            self._telephone.call_back(meant.number, meant.caller)
        elif rows:
            self._arm(rows[0], len(rows))
        else:
            self._desk.notices.say(self.tr("There is no number to call back."))

    def _arm(self, row: QueueRow, count: int) -> None:
        text = self.tr("{key} again calls {caller} back. Another of the {count}: {queue_key}, arrows, {key}.")
        key, queue_key = action("call.callback").key, action("focus.queue").key
        self._words = text.format(key=key, caller=row.caller, count=count, queue_key=queue_key)
        self._read_back = row
        self.armed.start()
        self._desk.notices.say(self._words, "warning")

    def _disarm(self) -> QueueRow | None:
        """Forget who was read back, and return them."""
        read_back, self._read_back = self._read_back, None
        self.armed.stop()
        if self._words:
            self._desk.notices.take_back(self._words)
            self._words = ""
        return read_back
