"""The doors out of the window's thread, as the controllers see them. Nothing else may wait, read a file or a socket.

Real ones: `calltaker.desk.line_client.LineClient`, `calltaker.desk.worker.Worker`, `calltaker.desk.places_client.PlacesClient`
and `calltaker.desk.tiles_client.TilesClient`; tests use fakes of the same shape.
All callbacks and signals arrive on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from calltaker.line.wire import AnyRequest, Reply
    from calltaker.places.wire import AnyPlacesRequest
    from calltaker.tiles.wire import Theme

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


class PlacesPort(QObject):
    """The process that knows places. Without it the desk goes on: a place is text, and every other place is saved as well.

    `state_changed`: it (re)started, died, or reports progress; `problem` says in plain words why it cannot answer, "" = it can.
    `progress_pct` is 0–99 while it builds its index for the first time, 100 afterwards."""

    state_changed = Signal()
    problem: str = ""
    progress_pct: int = 100

    def ask(self, request: AnyPlacesRequest, done: Callable[[Any], None], *, key: str = "") -> None:
        """Ask and return at once; `done` gets the reply's body (`calltaker.places.wire`). With a `key`, only the newest
        question of that key is answered. A question that the process cannot answer, or that died with it, never is."""


class TilesPort(QObject):
    """The process that paints map tiles. `arrived` (theme, z, x, y, image); an empty image = nothing is known there.
    `sources_changed`: `attributions` and zoom limits of what the tiles are made of."""

    arrived = Signal(str, int, int, int, object)
    sources_changed = Signal()
    attributions: tuple[str, ...] = ()
    layer: str = "none"
    min_zoom: int = 0
    max_zoom: int = 19

    def want(self, theme: Theme, tiles: tuple[tuple[int, int, int], ...]) -> None:
        """Say which tiles (z, x, y) are wanted now, most wanted first; what was wanted before is dropped."""
