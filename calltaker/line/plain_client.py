"""A blocking client of the line without a window: for the administrator's commands, the demo and the tests."""

from __future__ import annotations

import itertools
import time
from collections import deque
from collections.abc import Callable
from typing import Self

from calltaker.line import wire
from calltaker.line.address import LineAwayError, connect, endpoint
from calltaker.settings import Settings
from telephony.commands import AnyCommand


class PlainClient:
    """Attached when it is made. One thread. `snapshot` is what the line told first; later pushes wait in order for `wait`."""

    def __init__(self, settings: Settings, *, actor: str = "", name: str = "command", timeout_s: float = 10.0) -> None:
        """`timeout_s` is how long each request and each wait may take that says nothing else. Raises `OSError`
        (`LineAwayError`) when no line answers."""
        self._timeout_s = timeout_s
        where = endpoint(settings)
        self._socket = connect(where)
        self._unpacker = wire.Unpacker()
        self._ids = itertools.count(1)
        self._replies: dict[int, wire.Reply] = {}
        self._pushes: deque[wire.Committed | wire.Health | wire.Snapshot] = deque()
        try:
            self.snapshot = self._attach(wire.Attach(token=where.token, client=name, actor=actor))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def request(self, body: wire.AnyRequest) -> wire.Reply:
        """Send a request and return its reply. Raises `OSError`, `WireError`."""
        request_id = next(self._ids)
        self._socket.sendall(wire.pack(wire.Request(id=request_id, body=body)))
        end_s = time.monotonic() + self._timeout_s
        while request_id not in self._replies:
            self._receive(end_s)
        return self._replies.pop(request_id)

    def order(self, command: AnyCommand) -> wire.Reply:
        return self.request(wire.Phone(command=command))

    def wait(self, wanted: Callable[[wire.AnyPush], bool], *, timeout_s: float | None = None) -> wire.AnyPush:
        """Return the next push that is `wanted`; those before it are dropped. Raises `TimeoutError`, `OSError`, `WireError`."""
        end_s = time.monotonic() + (self._timeout_s if timeout_s is None else timeout_s)
        while True:
            while self._pushes:
                push = self._pushes.popleft()
                if wanted(push):
                    return push
            self._receive(end_s)

    def wait_event(self, kind: str, *, subject: str = "", timeout_s: float | None = None) -> wire.Committed:
        """Return the next event of a kind (of a subject)."""

        def is_it(push: wire.AnyPush) -> bool:
            return isinstance(push, wire.Committed) and push.event.kind == kind and subject in {"", push.event.subject}

        found = self.wait(is_it, timeout_s=timeout_s)
        assert isinstance(found, wire.Committed)
        return found

    def close(self) -> None:
        self._socket.close()

    def _attach(self, attach: wire.Attach) -> wire.Snapshot:
        self.request(attach)
        snapshot = self.wait(lambda push: isinstance(push, wire.Snapshot))
        assert isinstance(snapshot, wire.Snapshot)
        return snapshot

    def _receive(self, end_s: float) -> None:
        left_s = end_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError("the line did not say it in time")
        self._socket.settimeout(left_s)
        data = self._socket.recv(1 << 18)
        if not data:
            raise LineAwayError("the line closed the connection")
        for body in self._unpacker.feed(data):
            message = wire.decode_push(body)
            if isinstance(message, wire.Reply):
                self._replies[message.id] = message
            else:
                self._pushes.append(message)
