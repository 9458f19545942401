"""An OpenStreetMap extract in pieces: a few blobs at a time, so that a file of any size takes the same memory and the bar can
say how many bytes are read. (Format: "PBF Format" of the OpenStreetMap wiki: length, BlobHeader, Blob, over and over.)"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from osmium.io import FileBuffer

from calltaker.regions.varint import read_varint
from db.region.folder import RegionError

HEADER_MARK = b"\x0a\x09OSMHeader"
"""Stands after the length of the first blob."""
PIECE_BYTES = 4 * 1024 * 1024
_MAX_HEADER_BYTES = 64 * 1024
_MAX_BLOB_BYTES = 32 * 1024 * 1024
_TYPE_FIELD = 1
_SIZE_FIELD = 3


def pieces(path: Path) -> Iterator[tuple[int, FileBuffer]]:
    """Give `(bytes read so far, a small extract of its own)`. Raises `RegionError` for a file that is no extract or ends in the
    middle, `OSError`."""
    with path.open("rb") as file:
        head = _next_blob(file, path)
        if head is None or head[0] != "OSMHeader":
            raise RegionError(f"{path}: this is not an OpenStreetMap extract (PBF)")
        piece, length = [head[1]], 0
        while (blob := _next_blob(file, path)) is not None:
            kind, data = blob
            if kind != "OSMData":
                continue
            piece.append(data)
            length += len(data)
            if length >= PIECE_BYTES:
                yield file.tell(), FileBuffer(b"".join(piece), "pbf")
                piece, length = [head[1]], 0
        yield file.tell(), FileBuffer(b"".join(piece), "pbf")


def _next_blob(file: BinaryIO, path: Path) -> tuple[str, bytes] | None:
    """Return the type and all bytes of the next blob; None at the end of the file."""
    length = file.read(4)
    if not length:
        return None
    header_length = int.from_bytes(length, "big")
    if len(length) < 4 or header_length > _MAX_HEADER_BYTES:
        raise _broken(path, file)
    header = file.read(header_length)
    if len(header) < header_length:
        raise _broken(path, file)
    try:
        kind, size = _blob_header(header)
    except (IndexError, ValueError) as error:
        raise _broken(path, file) from error
    if size > _MAX_BLOB_BYTES:
        raise _broken(path, file)
    data = file.read(size)
    if len(data) < size:
        raise _broken(path, file)
    return kind, length + header + data


def _blob_header(header: bytes) -> tuple[str, int]:
    """Return the type and size that a BlobHeader says. Raises `ValueError`, `IndexError`."""
    kind, size, at = "", -1, 0
    while at < len(header):
        key, at = read_varint(header, at)
        value, at = read_varint(header, at)
        if key & 7 == 2:
            if key >> 3 == _TYPE_FIELD:
                kind = header[at : at + value].decode("ascii")
            at += value
        elif key >> 3 == _SIZE_FIELD:
            size = value
    if size < 0:
        raise ValueError("no size")
    return kind, size


def _broken(path: Path, file: BinaryIO) -> RegionError:
    return RegionError(f"{path}: the extract is broken at byte {file.tell()}; the download may have stopped early")
