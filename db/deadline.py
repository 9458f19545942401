"""A last limit to every wait for a server. A machine that hangs but still acknowledges packets defeats all of TCP's timers;
only cutting the connection from outside ends such a wait."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

_LOOK_EVERY_S = 0.25


class Deadline:
    """Cuts one connection when what runs inside `limit` takes too long. Its thread ends with `close`."""

    def __init__(self, fileno: int, limit_s: float) -> None:
        self._socket = socket.fromfd(fileno, socket.AF_INET, socket.SOCK_STREAM)
        self._limit_s = limit_s
        self._due_s: float | None = None
        self._closed = threading.Event()
        threading.Thread(target=self._watch, name="db-deadline", daemon=True).start()

    @contextlib.contextmanager
    def limit(self) -> Iterator[None]:
        """Let the body run for at most `limit_s`; then its wait ends with the driver's error of a lost connection."""
        self._due_s = time.monotonic() + self._limit_s
        try:
            yield
        finally:
            self._due_s = None

    def close(self) -> None:
        self._closed.set()

    def _watch(self) -> None:
        while not self._closed.wait(_LOOK_EVERY_S):
            due_s = self._due_s
            if due_s is not None and time.monotonic() > due_s:
                with contextlib.suppress(OSError):  # the other side was quicker
                    self._socket.shutdown(socket.SHUT_RDWR)
                break
        self._socket.close()
