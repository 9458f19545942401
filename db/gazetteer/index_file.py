"""The file of an index: named arrays, whole or not at all.

```
8 bytes   CTNAMES and the version of this layout
4 + 4     length and CRC-32 of the header, little-endian
header    JSON: what it was made from, the CRC-32 of the arrays, and each array's type, shape and place
arrays    each at a multiple of 64 bytes
```
"""

from __future__ import annotations

import os
import struct
import tempfile
import zlib
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

FORMAT = 1
"""Raised with every change of the layout and of the rules by which names are spelt (`words`, `abbreviations`, `grams`)."""
_MAGIC = b"CTNAMES" + bytes((FORMAT,))
_HEADER_SUM = struct.Struct("<II")
_ALIGNMENT = 64

Arrays = dict[str, NDArray[np.generic]]


class IndexFileError(Exception):
    """The file is not there, damaged, of another program or of another version; the text names it and says why."""


class _Array(msgspec.Struct, frozen=True):
    dtype: str
    shape: tuple[int, ...]
    offset: int


class _Header(msgspec.Struct, frozen=True):
    made_from: str
    crc: int
    size_bytes: int
    arrays: dict[str, _Array]


def save(path: Path, made_from: str, arrays: Arrays) -> None:
    """Write beside `path`, then rename into it: a reader sees the old file or the new one. Raises `OSError`."""
    body = bytearray()
    places = {}
    for name, array in arrays.items():
        body += bytes(-len(body) % _ALIGNMENT)
        places[name] = _Array(array.dtype.str, array.shape, len(body))
        body += np.ascontiguousarray(array).tobytes()
    header = msgspec.json.encode(_Header(made_from, zlib.crc32(body), len(body), places))
    header += b" " * (-(len(_MAGIC) + _HEADER_SUM.size + len(header)) % _ALIGNMENT)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            if os.name == "posix":  # a temporary file is its owner's alone; names are for every seat of the machine
                os.fchmod(handle, 0o644)
            file.write(_MAGIC + _HEADER_SUM.pack(len(header), zlib.crc32(header)) + header)
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def load(path: Path, made_from: str | None = None) -> Arrays:
    """Return the arrays, read-only. `made_from`: what the file must have been made from. Raises `IndexFileError`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise IndexFileError(f"{path}: {error}") from error
    start = len(_MAGIC) + _HEADER_SUM.size
    if len(data) < start or data[: len(_MAGIC)] != _MAGIC:
        raise IndexFileError(f"{path}: not an index of names of version {FORMAT}")
    header_length, header_crc = _HEADER_SUM.unpack_from(data, len(_MAGIC))
    if header_length > len(data) - start or zlib.crc32(data[start : start + header_length]) != header_crc:
        raise IndexFileError(f"{path}: damaged in its header")
    try:
        header = msgspec.json.decode(data[start : start + header_length], type=_Header)
        if made_from is not None and header.made_from != made_from:
            raise IndexFileError(f"{path}: made from {header.made_from}, not from {made_from}")
        body = memoryview(data)[start + header_length :]
        if len(body) != header.size_bytes or zlib.crc32(body) != header.crc:
            raise IndexFileError(f"{path}: damaged in its arrays")
        return {
            name: np.frombuffer(body, np.dtype(one.dtype), int(np.prod(one.shape)), one.offset).reshape(one.shape)
            for name, one in header.arrays.items()
        }
    except (msgspec.MsgspecError, ValueError, TypeError) as error:
        raise IndexFileError(f"{path}: {error}") from error
