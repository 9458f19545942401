"""The painter's side of the vector renderer: starts it, asks it, and outlives it."""

from __future__ import annotations

import contextlib
import logging
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import IO

import msgspec
from PySide6.QtGui import QImage

from calltaker.child_side import pack, split
from calltaker.tiles.archive import Archive
from calltaker.tiles.grid import Tile
from calltaker.tiles.vector import CANNOT_DRAW, Draw
from calltaker.tiles.wire import TILE_PX, Theme

_TRIES_A_TILE = 2
_DEATHS_BEFORE_REST = 3
_FIRST_REST_S = 60.0
_LONGEST_REST_S = 1800.0
_ANSWER_S = 8.0
"""From the question to the pixels, the start of the renderer included; a busy machine needs two."""
_BYTES = TILE_PX * TILE_PX * 4

_log = logging.getLogger("tiles")


class VectorMap:
    """All vector files, drawn by one process. A tile that ends it twice is never asked again; a process that never answers is
    left alone for a while, longer each time, and `problem` says so until it has drawn a tile again."""

    def __init__(
        self, archives: Sequence[Archive], *, module: str = "calltaker.tiles.vector", answer_s: float = _ANSWER_S
    ) -> None:
        self._archives = list(archives)
        self._command = [sys.executable, "-m", module, *(str(archive.path.absolute()) for archive in archives)]
        self._answer_s = answer_s
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._bad_tiles: set[Tile] = set()
        self._deaths = 0
        self._rest_s = _FIRST_REST_S
        self._rests_until_s = 0.0
        self.problem = ""
        self._is_stopping = False

    @property
    def is_resting(self) -> bool:
        return time.monotonic() < self._rests_until_s

    @property
    def pid(self) -> int:
        return self._process.pid if self._process else 0

    def start(self) -> subprocess.Popen[bytes]:
        """Start the renderer, so that it is warm when the first tile is wanted."""
        self._answers = queue.Queue()
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own module
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()
        return self._process

    def stop(self) -> None:
        """End the renderer for good; whoever waits for it waits no longer. May be called from another thread."""
        self._is_stopping = True
        self._end()
        self._answers.put(None)

    def paint(self, tile: Tile, theme: Theme) -> QImage | None:
        """Return the tile, None where no file has any of it or the renderer cannot draw it. Raises `ArchiveError`."""
        if self.is_resting or tile in self._bad_tiles or not any(_has(archive, tile) for archive in self._archives):
            return None
        for _try in range(_TRIES_A_TILE):
            pixels = None if self._is_stopping else self._ask(Draw(theme, *tile))
            if pixels is not None:
                self._deaths, self._rest_s, self.problem = 0, _FIRST_REST_S, ""
                image = QImage(pixels, TILE_PX, TILE_PX, QImage.Format.Format_RGBA8888_Premultiplied)
                return image.convertToFormat(QImage.Format.Format_RGB32)
            if self._is_stopping or self._rests():
                return None
        _log.error("the vector renderer ended twice at tile %d/%d/%d; it is left out", *tile)
        self._bad_tiles.add(tile)
        return None

    def _ask(self, wanted: Draw) -> bytes | None:
        """Return the pixels, None when the renderer died or hangs; then it is gone."""
        process = self._process or self.start()
        try:
            assert process.stdin is not None
            process.stdin.write(pack(msgspec.msgpack.encode(wanted)))
            process.stdin.flush()
            answer = self._answers.get(timeout=self._answer_s)
        except (OSError, ValueError, queue.Empty):  # its pipe broke, is closed, or stays silent
            answer = None
        if answer is not None and len(answer) == _BYTES:
            return answer
        if self._end() == CANNOT_DRAW:
            self._deaths, self._rest_s = _DEATHS_BEFORE_REST, _LONGEST_REST_S
        else:
            self._deaths += 1
        return None

    def _rests(self) -> bool:
        if self._deaths < _DEATHS_BEFORE_REST:
            return False
        names = ", ".join(archive.path.name for archive in self._archives)
        self.problem = f"{names}: vector maps cannot be drawn on this computer now; villages are shown instead"
        _log.warning("the vector renderer cannot draw and rests for %.0f s", self._rest_s)
        self._rests_until_s = time.monotonic() + self._rest_s
        self._deaths, self._rest_s = 0, min(2 * self._rest_s, _LONGEST_REST_S)
        return True

    def _end(self) -> int:
        """End the renderer and return how it ended, 0 when there was none."""
        process, self._process = self._process, None
        if process is None:
            return 0
        process.kill()
        code = process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not yet written is for nobody
                    stream.close()
        return code


def _listen(stream: IO[bytes], answers: queue.Queue[bytes | None]) -> None:
    """Thread: bring the renderer's answers; None = it ended."""
    buffer = bytearray()
    try:
        while data := stream.read1(1 << 20):  # type: ignore[attr-defined]
            buffer += data
            for answer in split(buffer):
                answers.put(answer)
    except (OSError, ValueError):
        pass  # closed beneath us, or no frames: the end in both cases
    answers.put(None)


def _has(archive: Archive, tile: Tile) -> bool:
    """Whether the file has a tile there, or beyond its last zoom the forefather of it."""
    return archive.tile(tile.parent(max(0, tile.z - archive.max_zoom))) is not None
