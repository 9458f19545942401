"""Mono 16-bit WAV files as a recorder leaves them, also when it was killed: sizes 0 in the header, half a sample at the end."""

from __future__ import annotations

import os
import struct
from pathlib import Path

HEADER_BYTES = 44
SAMPLE_BYTES = 2
DEFAULT_RATE_HZ = 16_000
MAX_CHUNKS = 64

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")


class BadLegError(Exception):
    """The file is no mono 16-bit PCM WAV, nor the torso of one; it is left untouched."""


def mend(path: Path, *, rate_hz: int = DEFAULT_RATE_HZ) -> bool:
    """Make the sizes in the header agree with the file. Returns whether anything had to be changed.

    A file that ends inside its header, or whose header never reached the disk (zeros), gets a new one with `rate_hz`.
    Sound behind the header is never changed; half a sample at the end is cut off. Raises `BadLegError`, `OSError`.
    """
    size = path.stat().st_size
    with path.open("r+b") as file:
        head = file.read(4096)
        if not head.strip(b"\0") or (size < HEADER_BYTES and head[:4] == b"RIFF"[:size]):
            return _write_header(file.fileno(), HEADER_BYTES, max(size, HEADER_BYTES), rate_hz)
        data_at = _data_offset(head, path)
        if _sizes_agree(head, data_at, size):
            return False
        return _write_sizes(file.fileno(), data_at, size)


def rate_of(path: Path) -> int:
    """Return the sample rate in Hz said by the header, or `DEFAULT_RATE_HZ` when there is none."""
    with path.open("rb") as file:
        head = file.read(HEADER_BYTES)
    complete = len(head) == HEADER_BYTES and head.startswith(b"RIFF")
    return (int(_HEADER.unpack(head)[7]) if complete else 0) or DEFAULT_RATE_HZ


def _data_offset(head: bytes, path: Path) -> int:
    """Return where the samples begin. The chunks before `data` are walked over."""
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        raise BadLegError(f"{path.name} is no WAV file")
    at = 12
    for _ in range(MAX_CHUNKS):
        if at + 8 > len(head):
            break
        name, length = struct.unpack_from("<4sI", head, at)
        if name == b"data":
            return at + 8
        if name == b"fmt " and at + 24 <= len(head):
            _check_format(struct.unpack_from("<HHIIHH", head, at + 8), path)
        at += 8 + length + length % 2
    raise BadLegError(f"{path.name} has no sound")


def _check_format(fields: tuple[int, ...], path: Path) -> None:
    coding, channels, rate_hz, _, _, bits = fields
    if (coding, channels, bits) != (1, 1, 16) or not rate_hz:
        raise BadLegError(
            f"{path.name} is not mono 16-bit PCM: format {coding}, {channels} channels, {bits} bits, {rate_hz} Hz"
        )


def _sizes_agree(head: bytes, data_at: int, size: int) -> bool:
    """True when the header counts the samples that are there (a closed recorder may have chunks behind them)."""
    riff_bytes = struct.unpack_from("<I", head, 4)[0]
    data_bytes = struct.unpack_from("<I", head, data_at - 4)[0]
    whole = riff_bytes + 8 == size and data_at + data_bytes <= size and data_bytes % SAMPLE_BYTES == 0
    return whole and (data_bytes > 0 or data_at == size)


def _write_sizes(handle: int, data_at: int, size: int) -> bool:
    data_bytes = (size - data_at) // SAMPLE_BYTES * SAMPLE_BYTES
    os.ftruncate(handle, data_at + data_bytes)
    _put(handle, struct.pack("<I", data_at + data_bytes - 8), 4)
    _put(handle, struct.pack("<I", data_bytes), data_at - 4)
    os.fsync(handle)
    return True


def _write_header(handle: int, data_at: int, size: int, rate_hz: int) -> bool:
    os.ftruncate(handle, size)
    fields = (b"RIFF", 0, b"WAVE", b"fmt ", 16, 1, 1, rate_hz, rate_hz * SAMPLE_BYTES, SAMPLE_BYTES, 16, b"data", 0)
    _put(handle, _HEADER.pack(*fields), 0)
    return _write_sizes(handle, data_at, size)


def _put(handle: int, content: bytes, at: int) -> None:
    os.lseek(handle, at, os.SEEK_SET)
    os.write(handle, content)
