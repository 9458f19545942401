"""Orders of the windows to the telephone: handed over at once, answered when the telephone took or refused them."""

from __future__ import annotations

import threading
from collections.abc import Callable

from calltaker.domain.trouble import Trouble
from telephony.commands import AnyCommand
from telephony.phone import Phone

Answer = Callable[[str, str], None]
"""(code of `Trouble` or "", technical detail)."""

_CODES = frozenset(Trouble)


class Orders:
    """Thread-safe. An order is known by its identity: two windows may order the same."""

    def __init__(self) -> None:
        self._phone: Phone | None = None
        self._lock = threading.Lock()
        self._waiting: dict[int, tuple[AnyCommand, Answer]] = {}

    def connect(self, phone: Phone) -> None:
        """Name the telephone, once, before the first order. It is built with `taken` and `refused` of this object."""
        self._phone = phone

    def submit(self, command: AnyCommand, answer: Answer) -> None:
        """Give the order to the telephone and return at once."""
        if self._phone is None:
            raise RuntimeError("an order came before the telephone")
        with self._lock:
            self._waiting[id(command)] = (command, answer)
        self._phone.submit(command)

    def taken(self, command: AnyCommand) -> None:
        """The telephone carries the order out; what comes of it are events."""
        self._answer(command, "", "")

    def refused(self, command: AnyCommand, code: str, detail: str) -> None:
        """The telephone will not carry the order out."""
        self._answer(command, code if code in _CODES else Trouble.UNKNOWN, detail)

    def _answer(self, command: AnyCommand, code: str, detail: str) -> None:
        with self._lock:
            _, answer = self._waiting.pop(id(command), (command, None))
        if answer is not None:
            answer(code, detail)
