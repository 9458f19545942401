"""The socket to the line, on a thread of its own ("line reader"): connects for ever, reads, writes what was queued."""

from __future__ import annotations

import logging
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable

from calltaker.line import wire
from calltaker.line.address import connect, endpoint
from calltaker.settings import Settings

_log = logging.getLogger("ui")
_FIRST_PAUSE_S = 0.05
_LONGEST_PAUSE_S = 0.5
_READ_BYTES = 256 * 1024
_ATTACH_ID = 0


class LineLink(threading.Thread):
    """`on_push` and `on_lost` are called on this thread. `write` may be called on any thread and never waits."""

    def __init__(self, settings: Settings, *, on_push: Callable[[wire.AnyPush], None], on_lost: Callable[[], None]) -> None:
        super().__init__(name="line reader", daemon=True)
        self._settings = settings
        self._on_push = on_push
        self._on_lost = on_lost
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._unsent: deque[bytes] = deque()
        self._bell, self._bell_rope = socket.socketpair()
        for end in (self._bell, self._bell_rope):
            end.setblocking(False)

    def write(self, frame: bytes) -> None:
        """Queue a frame for the line that is attached now; a lost line drops it (its sender hears `on_lost`)."""
        with self._lock:
            self._unsent.append(frame)
        self._ring()

    def stop(self, timeout_s: float = 2.0) -> None:
        self._stopping.set()
        self._ring()
        self.join(timeout_s)

    def run(self) -> None:
        pause_s = _FIRST_PAUSE_S
        while not self._stopping.is_set():
            try:
                was_attached = self._attend()
            except Exception:  # noqa: BLE001 - the socket loop's top: whatever came, the window tries again
                _log.exception("the link to the line failed")
                was_attached = True
            pause_s = _FIRST_PAUSE_S if was_attached else min(pause_s * 2, _LONGEST_PAUSE_S)
            self._stopping.wait(pause_s)
        self._bell.close()
        self._bell_rope.close()

    def _attend(self) -> bool:
        """Attach and serve until the line goes; return whether there was one."""
        try:
            where = endpoint(self._settings)
            connection = connect(where)
        except OSError as error:
            _log.debug("no line: %s", error)
            return False
        actor = self._settings.seat.operator
        attach = wire.Request(id=_ATTACH_ID, body=wire.Attach(token=where.token, client="desk", actor=actor))
        with self._lock:
            self._unsent.clear()
            self._unsent.append(wire.pack(attach))
        try:
            self._serve(connection)
        except (OSError, wire.WireError) as error:
            _log.warning("the line is lost: %s", error)
        finally:
            connection.close()
            self._on_lost()
        return True

    def _serve(self, connection: socket.socket) -> None:
        """Read and write until the line closes. Raises `OSError`, `WireError`."""
        connection.setblocking(False)
        unpacker = wire.Unpacker()
        with selectors.DefaultSelector() as selector:
            selector.register(self._bell, selectors.EVENT_READ)
            selector.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
            while not self._stopping.is_set():
                ready = {key.fileobj: events for key, events in selector.select()}
                if self._bell in ready:
                    self._quieten()
                if ready.get(connection, 0) & selectors.EVENT_READ and not self._read(connection, unpacker):
                    return
                self._send(connection)
                wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._unsent else 0)
                selector.modify(connection, wanted)

    def _read(self, connection: socket.socket, unpacker: wire.Unpacker) -> bool:
        """Hand over what came; False when the line closed."""
        try:
            data = connection.recv(_READ_BYTES)
        except BlockingIOError:
            return True
        for body in unpacker.feed(data):
            self._on_push(wire.decode_push(body))
        return bool(data)

    def _send(self, connection: socket.socket) -> None:
        while True:
            with self._lock:
                if not self._unsent:
                    return
                frame = self._unsent[0]
            try:
                sent = connection.send(frame)
            except BlockingIOError:
                return
            with self._lock:
                if sent == len(frame):
                    self._unsent.popleft()
                else:
                    self._unsent[0] = frame[sent:]

    def _ring(self) -> None:
        try:
            self._bell_rope.send(b"!")
        except (BlockingIOError, OSError):
            _log.debug("the bell is full or gone; the loop wakes up anyway")

    def _quieten(self) -> None:
        try:
            self._bell.recv(4096)
        except BlockingIOError:
            _log.debug("the bell was quiet")
