"""The real process of places on a made-up region, spoken to over its pipe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, Self

import msgspec
from support import made_up_region

from calltaker.child_side import pack, split
from calltaker.places.wire import AnyPlacesRequest, Reply, Request
from db.gazetteer import Place, index_path
from db.gazetteer.build import build_region
from db.region.folder import NAMES_FILE
from tests.db.gazetteer.kept_index import national_index

_decoder = msgspec.msgpack.Decoder(Reply)


def village_places() -> list[Place]:
    """Return the villages as an import would put them into the index of names: with a point inside, which is nobody's place."""
    found = []
    for letter, (code, name, kecamatan, kabkota) in made_up_region.ROWS.items():
        lat, lon = made_up_region.inside(letter)
        found.append(Place(code=code, name=name, kind="village", kecamatan=kecamatan, kabkota=kabkota, lat=lat, lon=lon))
    return found


def write_region(folder: Path, *, with_villages: bool = True) -> Path:
    """Fill a region folder, its index of names included."""
    made_up_region.write_region(folder, with_villages=with_villages)
    build_region([*village_places(), *made_up_region.places()], folder / NAMES_FILE)
    return folder


def names_cache(folder: Path) -> Path:
    """Fill a folder that stands in for the machine's cache (`CACHE_VARIABLE`), so that no test touches a person's own."""
    (folder / index_path().name).symlink_to(national_index())
    return folder


class Child:
    """`ask` waits for the answer; what the process says by itself meanwhile is in `pushed`. A context: it ends with it."""

    def __init__(self, region: Path, home: str = "9971", neighbours: tuple[str, ...] = ()) -> None:
        more = [part for code in neighbours for part in ("--neighbour", code)]
        command = [sys.executable, "-m", "calltaker.places", "--region", str(region), "--home", home, *more]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._buffer = bytearray()
        self._waiting: list[Reply] = []
        self._last_id = 0
        self.pushed: list[Any] = []
        self.exit_code: int | None = None

    @property
    def pid(self) -> int:
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.exit_code = self.close()

    def ask(self, body: AnyPlacesRequest) -> Any:
        self._last_id += 1
        self.send(msgspec.msgpack.encode(Request(id=self._last_id, body=body)))
        return self.answer(self._last_id)

    def send(self, payload: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(pack(payload))
        self._process.stdin.flush()

    def answer(self, request_id: int) -> Any:
        """Return the body of the answer to a question."""
        while (reply := self.next_reply()).id != request_id:
            self.pushed.append(reply.body)
        return reply.body

    def next_reply(self) -> Reply:
        """Return what the process says next. Raises `EOFError` when it is gone."""
        assert self._process.stdout is not None
        while not self._waiting:
            data = self._process.stdout.read1(1 << 16)  # type: ignore[attr-defined]
            if not data:
                raise EOFError("the process of places is gone")
            self._buffer += data
            self._waiting = [_decoder.decode(payload) for payload in split(self._buffer)]
        return self._waiting.pop(0)

    def wait_for_names(self) -> None:
        """Wait until names can be searched (or cannot for good)."""
        while (reply := self.next_reply()).id or (getattr(reply.body, "done", 1) < getattr(reply.body, "total", 1)):
            self.pushed.append(reply.body)
        self.pushed.append(reply.body)

    def close(self) -> int:
        """End it as the window does, by closing its standard input; return its exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        code = self._process.wait(timeout=60)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code
