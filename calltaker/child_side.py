"""The child's side of a pipe: one frame = 4 bytes big-endian length + payload. No Qt, nothing but standard input and output."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from typing import BinaryIO

MAX_FRAME_BYTES = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")


def pack(payload: bytes) -> bytes:
    """Return the frame of a payload."""
    return _LENGTH.pack(len(payload)) + payload


def split(buffer: bytearray) -> Iterator[bytes]:
    """Take the complete frames off the front of `buffer`. Raises `ValueError` for a length nobody would send."""
    while len(buffer) >= _LENGTH.size:
        (length,) = _LENGTH.unpack_from(buffer)
        if length > MAX_FRAME_BYTES:
            raise ValueError(f"a frame of {length} bytes")
        end = _LENGTH.size + length
        if len(buffer) < end:
            return
        payload = bytes(buffer[_LENGTH.size : end])
        del buffer[:end]
        yield payload


class Pipe:
    """Frames on standard input and output. Whatever else prints goes to standard error, so that it cannot break a frame.
    The parent's death ends `frames`."""

    def __init__(self) -> None:
        self._in: BinaryIO = os.fdopen(os.dup(0), "rb", buffering=0)
        self._out: BinaryIO = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)
        sys.stdout = sys.stderr

    def frames(self) -> Iterator[list[bytes]]:
        """Yield the frames that have come, all that wait at once: a reader may skip what a newer one makes needless."""
        buffer = bytearray()
        while data := self._in.read(1 << 16):
            buffer += data
            if waiting := list(split(buffer)):
                yield waiting

    def send(self, payload: bytes) -> None:
        """Write a frame. Raises `OSError` when the parent is gone."""
        rest = memoryview(pack(payload))
        while rest:
            rest = rest[self._out.write(rest) or 0 :]
