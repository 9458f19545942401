"""Answers the window's questions one after the other, and loads what it knows beside them. A question never ends it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from calltaker.child_side import Pipe
from calltaker.places.knowledge import Home, Knowledge, Region, load_names, load_region, stamp
from calltaker.places.sketching import sketch
from calltaker.places.understanding import named_in, understand, whereabouts
from calltaker.places.wire import (
    AnyReply,
    Failed,
    FindNearest,
    Locate,
    Located,
    Names,
    NamesIn,
    Near,
    Progress,
    Reply,
    Request,
    Sketch,
    Understand,
)
from db.gazetteer import Gazetteer, index_path
from db.gazetteer.build import build_national

LOOK_AGAIN_S = 2.0
"""How often the region's folder is looked at for a new import."""

T = TypeVar("T")
_log = logging.getLogger("places")
_decoder = msgspec.msgpack.Decoder(Request)
_id_decoder = msgspec.msgpack.Decoder(dict[str, Any])
_encoder = msgspec.msgpack.Encoder()


class Service:
    """`run` answers until the window goes. A second thread opens the index of names, builds it first when there is none (this
    takes a while, and coordinates are answered meanwhile), and then watches the region's folder. A third one makes sketches of
    the region for the map: half a second's work, which nobody who asks for a place waits for."""

    def __init__(self, pipe: Pipe, folder: Path, home: Home) -> None:
        self._pipe = pipe
        self._folder = folder
        self._sending = threading.Lock()
        self._is_over = threading.Event()
        self._sketches: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._stamp = stamp(folder)
        self._knowledge = Knowledge(home, load_region(folder, home))

    def run(self) -> None:
        """Answer until standard input ends."""
        watcher = threading.Thread(target=self._keep_up, name="loader", daemon=True)
        watcher.start()
        threading.Thread(target=self._draw, name="sketcher", daemon=True).start()
        try:
            for frames in self._pipe.frames():
                for frame in frames:
                    self._answer(frame)
        except BrokenPipeError:
            _log.info("the window is gone")
        finally:
            self._is_over.set()

    # --- questions -----------------------------------------------------------------------------------------------------
    def _answer(self, frame: bytes) -> None:
        try:
            request = _decoder.decode(frame)
        except msgspec.MsgspecError as error:
            _log.exception("a question could not be read")
            if request_id := _id_of(frame):
                self._send(request_id, Failed(detail=f"{type(error).__name__}: {error}"))
            return
        if isinstance(request.body, Sketch):
            self._sketches.put(request)
        else:
            self._reply(request)

    def _draw(self) -> None:
        """The sketcher's thread."""
        try:
            while not self._is_over.is_set():
                self._reply(self._sketches.get())
        except BrokenPipeError:
            self._is_over.set()

    def _reply(self, request: Request) -> None:
        try:
            body = self._body(request)
        except Exception as error:  # noqa: BLE001 - whatever was asked, the next question is answered
            _log.exception("a question could not be answered")
            body = Failed(detail=f"{type(error).__name__}: {error}")
        self._send(request.id, body)

    def _body(self, request: Request) -> AnyReply:
        known = self._knowledge
        match request.body:
            case Understand(text=text, limit=limit, is_loose=True):
                return named_in(text, known, limit)
            case Understand(text=text, limit=limit):
                return understand(text, known, limit)
            case Locate(lat=lat, lon=lon):
                return Located(where=whereabouts(known, lat, lon))
            case FindNearest(lat=lat, lon=lon, kinds=kinds, limit=limit):
                return Near(places=tuple(known.region.near.nearest(lat, lon, kinds, limit)))
            case NamesIn(south=south, west=west, north=north, east=east, limit=limit):
                return Names(labels=known.region.map_names.within(south, west, north, east, limit))
            case Sketch():
                return sketch(known.region)

    def _send(self, request_id: int, body: AnyReply) -> None:
        payload = _encoder.encode(Reply(id=request_id, body=body))
        with self._sending:
            self._pipe.send(payload)

    # --- what is known -------------------------------------------------------------------------------------------------
    def _keep_up(self) -> None:
        """The loader's thread. The window going away while it speaks is its end, not a mistake."""
        try:
            self._load_names()
            while not self._is_over.wait(LOOK_AGAIN_S):
                self._load_again()
        except BrokenPipeError:
            self._is_over.set()

    def _load_names(self) -> None:
        """Open the index of names; where there is none it is built. Until then a name finds nothing, and the window asks again
        when it hears that names can be found."""
        try:
            if not index_path().exists():
                build_national(index_path(), self._report)
            self._know(names=load_names(self._folder))
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - without names coordinates are answered all the same
            _log.exception("the index of names cannot be used")
            self._send(0, Failed(detail=f"index of names: {error}"))

    def _know(self, *, region: Region | None = None, names: Gazetteer | None = None) -> None:
        """Answer from this on, and tell the window that what it was told before may be less than is known now."""
        known = self._knowledge
        self._knowledge = Knowledge(known.home, region or known.region, names or known.names)
        self._send(0, Progress(done=1, total=1))

    def _report(self, done: int, total: int) -> None:
        """Tell how far the index is. It is ready when it can be searched, not when its last row is in."""
        self._send(0, Progress(done=min(done, total - 1), total=max(total, 1)))

    def _load_again(self) -> None:
        now = stamp(self._folder)
        if now == self._stamp:
            return
        self._stamp = now
        home = self._knowledge.home
        self._know(region=_quietly(lambda: load_region(self._folder, home)), names=_quietly(lambda: load_names(self._folder)))


def _quietly(load: Callable[[], T]) -> T | None:
    """Return what was loaded; a failure is logged and leaves what was known in force."""
    try:
        return load()
    except Exception:  # noqa: BLE001 - a broken import must not take away what works
        _log.exception("what was imported cannot be loaded; what was known before stays")
        return None


def _id_of(frame: bytes) -> int:
    """Return the id of a question whose rest cannot be read, 0 when there is none."""
    try:
        found = _id_decoder.decode(frame).get("id")
    except msgspec.MsgspecError:
        return 0
    return found if isinstance(found, int) else 0
