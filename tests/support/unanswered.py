"""Requests of the test peer that wait for their answer (RFC 3261 §17.1: timers A and E)."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

from support.sip_text import TransactionKey, parse

FIRST_S, LONGEST_S, GIVE_UP_S = 0.5, 4.0, 32.0


@dataclass
class _Sent:
    data: bytes
    address: tuple[str, int]
    since_s: float
    due_s: float
    wait_s: float = FIRST_S


class Unanswered:
    """Any thread adds; the receiver's thread asks what is due and removes."""

    def __init__(self) -> None:
        self._sent: dict[TransactionKey, _Sent] = {}
        self._lock = threading.Lock()

    def add(self, data: bytes, address: tuple[str, int]) -> None:
        now_s = time.monotonic()
        with self._lock:
            self._sent[parse(data).transaction] = _Sent(data, address, now_s, now_s + FIRST_S)

    def remove(self, key: TransactionKey) -> bool:
        """An answer has come. Return whether it is the first one."""
        with self._lock:
            return self._sent.pop(key, None) is not None

    def due(self) -> list[tuple[bytes, tuple[str, int]]]:
        """Return what is to be sent again now."""
        now_s = time.monotonic()
        with self._lock:
            self._sent = {key: sent for key, sent in self._sent.items() if now_s - sent.since_s < GIVE_UP_S}
            due = [sent for sent in self._sent.values() if sent.due_s <= now_s]
            for sent in due:
                sent.wait_s = min(2 * sent.wait_s, LONGEST_S)
                sent.due_s = now_s + sent.wait_s
            return [(sent.data, sent.address) for sent in due]
