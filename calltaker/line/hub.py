"""The one place where what the windows know is changed: calls, drafts and health, and the frames that tell them.

A snapshot and the frames after it fit together because both are made under one lock: no event is missing and none comes twice.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import msgspec

from calltaker.domain.live_call import LiveCall
from calltaker.line import wire
from calltaker.line.book import CallBook
from db.events import Event


class Window(Protocol):
    """A window as the hub sees it: a place for frames, which never waits."""

    def push(self, frame: bytes) -> None: ...


class Hub:
    """Thread-safe; every method returns at once."""

    def __init__(self, seat: str, health: wire.Health, *, now_us: Callable[[], int] | None = None) -> None:
        self._seat = seat
        self._now_us = now_us or _now_us
        self._lock = threading.Lock()
        self._book = CallBook()
        self._drafts: dict[str, str] = {}
        self._health = health
        self._head_seq = 0
        self._windows: list[Window] = []

    def restore(self, events: Iterable[Event], drafts: Mapping[str, str], head_seq: int) -> None:
        """Take over what the journal remembers from before this start."""
        with self._lock:
            self._book.load(events)
            self._book.keep_from(self._now_us())
            self._drafts = {**drafts, **self._drafts}
            self._head_seq = head_seq

    def attach(self, window: Window) -> None:
        """Send the snapshot, then every later frame."""
        with self._lock:
            self._book.forget_ended(self._now_us(), needed=self._drafts)
            window.push(wire.pack(self._snapshot()))
            self._windows.append(window)

    def detach(self, window: Window) -> None:
        """Send nothing more to the window. A window that never attached is ignored."""
        with self._lock:
            if window in self._windows:
                self._windows.remove(window)

    def publish(self, event: Event, *, durable: bool = True) -> None:
        """Fold an event and tell the windows."""
        with self._lock:
            self._book.apply(event)
            self._head_seq = max(self._head_seq, event.seat_seq)
            self._push(wire.Committed(event=event, durable=durable))
            if event.kind in {"call.ringing", "call.dialed", "call.ended"}:
                self._set_health({"lines_in_use": len(self._book.open_calls())})
                self._book.forget_ended(self._now_us(), needed=self._drafts)

    def set_health(self, **changes: Any) -> None:
        """Change fields of the health; the windows hear of it only when something differs."""
        with self._lock:
            self._set_health(changes)

    def set_draft(self, call_id: str, form: str) -> None:
        """Remember the newest draft of a call at once, saved or not; "" forgets it."""
        with self._lock:
            if form:
                self._drafts[call_id] = form
            else:
                self._drafts.pop(call_id, None)

    def call(self, call_id: str) -> LiveCall | None:
        with self._lock:
            return self._book.get(call_id)

    def open_calls(self) -> tuple[LiveCall, ...]:
        with self._lock:
            return self._book.open_calls()

    @property
    def health(self) -> wire.Health:
        with self._lock:
            return self._health

    def _snapshot(self) -> wire.Snapshot:
        return wire.Snapshot(
            seat=self._seat,
            head_seq=self._head_seq,
            calls=self._book.calls(),
            drafts=dict(self._drafts),
            health=self._health,
        )

    def _set_health(self, changes: Mapping[str, Any]) -> None:
        health = msgspec.structs.replace(self._health, **changes)
        if health != self._health:
            self._health = health
            self._push(health)

    def _push(self, message: wire.AnyPush) -> None:
        if self._windows:
            frame = wire.pack(message)
            for window in self._windows:
                window.push(frame)


def _now_us() -> int:
    return time.time_ns() // 1000
