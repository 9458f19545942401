"""The two doors out of the window's thread, as the controllers see them. Nothing else may wait, read a file or a socket.

Real ones: `calltaker.desk.line_client.LineClient` and `calltaker.desk.worker.Worker`; tests use fakes of the same shape.
All callbacks and signals arrive on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from calltaker.line.wire import AnyRequest, Reply

T = TypeVar("T")
Failed = Callable[[str], None]


class LinePort(QObject):
    """The line process. Base class so that signals are typed in one place.

    `attached` (bool): the window sees the line (again) or lost it. `snapshot_received` (Snapshot), `committed` (Committed),
    `health_changed` (Health).
    """

    attached = Signal(bool)
    snapshot_received = Signal(object)
    committed = Signal(object)
    health_changed = Signal(object)

    def send(self, request: AnyRequest, done: Callable[[Reply], None] | None = None, failed: Failed | None = None) -> None:
        """Write a request and return at once. `done` gets the reply; `failed` gets plain words when the line refuses the
        request or is not there. Without `failed` the words go to the desk's message line."""
        raise NotImplementedError


class WorkerPort(Protocol):
    """Reads of the log, on one other thread with one read-only connection."""

    def submit(
        self,
        job: Callable[[Any], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run `job(connection)` (a function of `db.queries`) off the window's thread, `done(result)` on it.
        With a `key`, a newer job of the same key replaces one that still waits."""
