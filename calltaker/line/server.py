"""The local door of the line: one thread reads and writes all windows, and waits for none of them."""

from __future__ import annotations

import logging
import selectors
import socket
import threading
from collections.abc import Callable

from calltaker.line import wire
from calltaker.line.connection import Connection

log = logging.getLogger("socket")

Handle = Callable[[Connection, wire.Request], None]
Gone = Callable[[Connection], None]


class Server:
    """`handle` gets every request and `gone` every window that had connected and left, both on the server's thread."""

    def __init__(self, door: socket.socket, handle: Handle, gone: Gone) -> None:
        door.setblocking(False)
        self._door = door
        self._handle = handle
        self._gone = gone
        self._selector = selectors.DefaultSelector()
        self._wake_out, self._wake_in = socket.socketpair()
        self._wake_out.setblocking(False)
        self._wake_in.setblocking(False)
        self._connections: set[Connection] = set()
        self._counter = 0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="socket", daemon=True)

    def start(self) -> None:
        self._selector.register(self._door, selectors.EVENT_READ)
        self._selector.register(self._wake_out, selectors.EVENT_READ)
        self._thread.start()

    def stop(self) -> None:
        """Send what is still queued as far as it goes without waiting, close every window, return within 2 s."""
        self._stopping.set()
        self._wake()
        self._thread.join(2.0)

    def _wake(self) -> None:
        try:
            self._wake_in.send(b"\0")
        except BlockingIOError:
            pass  # the thread has not yet read the wake-ups before this one
        except OSError:
            log.debug("a frame came after the door was closed")

    def _run(self) -> None:
        while not self._stopping.is_set():
            for key, _events in self._selector.select():
                if key.fileobj is self._door:
                    self._accept()
                elif key.fileobj is self._wake_out:
                    self._wake_out.recv(65536)
            for connection in tuple(self._connections):
                self._serve(connection)
        for connection in tuple(self._connections):
            self._drop(connection, "")
        for closing in (self._door, self._wake_in, self._wake_out, self._selector):
            closing.close()

    def _accept(self) -> None:
        try:
            accepted, _address = self._door.accept()
        except OSError as error:
            log.warning("a window could not be let in: %s", error)
            return
        self._counter += 1
        connection = Connection(accepted, self._counter, self._wake)
        self._connections.add(connection)
        self._selector.register(accepted, selectors.EVENT_READ)

    def _serve(self, connection: Connection) -> None:
        """Read, handle and write one window; whatever is wrong with it ends this window alone."""
        try:
            requests = connection.receive_some()
            if requests is None:
                self._drop(connection, "")
                return
            for request in requests:
                self._handle(connection, request)
            connection.send_some()
        except (OSError, wire.WireError) as error:
            self._drop(connection, str(error))
            return
        except Exception:
            log.exception("a request of %s could not be handled", connection.name)
            self._drop(connection, "its request could not be handled")
            return
        if connection.fault:
            self._drop(connection, connection.fault)
            return
        waiting = selectors.EVENT_WRITE if connection.has_unsent else 0
        self._selector.modify(connection.socket, selectors.EVENT_READ | waiting)

    def _drop(self, connection: Connection, why: str) -> None:
        if why:
            log.warning("%s is dropped: %s", connection.name, why)
        self._connections.discard(connection)
        self._selector.unregister(connection.socket)
        connection.socket.close()
        self._gone(connection)
