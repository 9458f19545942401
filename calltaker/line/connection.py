"""One attached window: its socket, what was read and not yet understood, what was said and not yet sent."""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Callable

from calltaker.line import wire

# A snapshot and a busy hour fit many times; a window that is this far behind has stopped reading.
MAX_UNSENT_BYTES = 16 * 1024 * 1024


class Connection:
    """`push` may be called on any thread and never waits; everything else belongs to the server's thread."""

    def __init__(self, connection: socket.socket, number: int, wake: Callable[[], None]) -> None:
        connection.setblocking(False)
        self.socket = connection
        self.name = f"window {number}"
        self.actor = ""
        self.attached = False
        self.fault = ""
        self._wake = wake
        self._unpacker = wire.Unpacker()
        self._lock = threading.Lock()
        self._unsent: deque[bytes] = deque()
        self._unsent_bytes = 0

    def push(self, frame: bytes) -> None:
        """Queue a frame. A window too far behind gets no more and is dropped by the server; it must attach again."""
        with self._lock:
            if self._unsent_bytes + len(frame) > MAX_UNSENT_BYTES:
                self.fault = self.fault or "it does not read what it is sent"
            elif not self.fault:
                self._unsent.append(frame)
                self._unsent_bytes += len(frame)
        self._wake()

    def reply(self, request_id: int, *, error: str = "", detail: str = "", result: wire.Appended | None = None) -> None:
        self.push(wire.pack(wire.Reply(id=request_id, error=error, detail=detail, result=result)))

    @property
    def has_unsent(self) -> bool:
        with self._lock:
            return bool(self._unsent)

    def send_some(self) -> None:
        """Send what the socket takes without waiting. Raises `OSError` when the window is gone."""
        while self.has_unsent:
            with self._lock:
                frame = self._unsent[0]
            try:
                sent = self.socket.send(frame)
            except BlockingIOError:
                return
            with self._lock:
                self._unsent_bytes -= sent
                if sent == len(frame):
                    self._unsent.popleft()
                else:
                    self._unsent[0] = frame[sent:]

    def receive_some(self) -> list[wire.Request] | None:
        """Return the requests that are complete now, or `None` when the window closed. Raises `OSError` and `WireError`."""
        try:
            data = self.socket.recv(256 * 1024)
        except BlockingIOError:
            return []
        if not data:
            return None
        return [wire.decode_request(body) for body in self._unpacker.feed(data)]
