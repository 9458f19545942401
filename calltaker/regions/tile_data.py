"""Whether the bytes of one map tile are what their file says they are, right to their end."""

from __future__ import annotations

import struct
import zlib
from typing import Literal

from calltaker.regions.varint import read_varint

TileFormat = Literal["png", "jpg", "webp", "pbf"]
MAX_TILE_BYTES = 16 * 1024 * 1024
"""One tile unpacked. A real one is below 1 MB; more is a trap."""
_PNG_MARK = b"\x89PNG\r\n\x1a\n"
_MAX_TILE_PX = 4096


def objection(data: bytes, expected: TileFormat) -> str:
    """Return what is wrong with a tile; "" = it is whole."""
    found = format_of(data)
    if found != expected:
        return f"a tile is {found or 'no picture'}, not {expected}"
    try:
        return {"png": _png, "jpg": _jpeg, "webp": _webp, "pbf": _vector}[expected](data)
    except (ValueError, IndexError, struct.error, zlib.error) as error:
        return f"a {expected} tile is broken ({error})"


def format_of(data: bytes) -> TileFormat | None:
    """Return what the first bytes say."""
    if data.startswith(_PNG_MARK):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"\x1f\x8b") or data[:1] == b"\x1a":  # gzip, or field 3 (a layer) of a bare vector tile
        return "pbf"
    return None


def unpacked(data: bytes, limit: int) -> bytes:
    """Return what gzip holds. Raises `ValueError` when that is more than `limit` bytes or not whole, `zlib.error`."""
    gzip = zlib.decompressobj(wbits=31)
    content = gzip.decompress(data, limit)
    if gzip.unconsumed_tail:
        raise ValueError(f"it unpacks to more than {limit} bytes")
    if not gzip.eof:
        raise ValueError("it ends in the middle")
    return content


def _png(data: bytes) -> str:
    """Walk the chunks with their checksums and unpack the picture."""
    at, picture, size = len(_PNG_MARK), zlib.decompressobj(), 0
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != checksum:
            return f"a png tile is broken (checksum of {kind!r})"
        if kind == b"IHDR" and (side := max(struct.unpack_from(">II", body))) > _MAX_TILE_PX:
            return f"a png tile is {side} pixels wide"
        if kind == b"IDAT":
            size += len(picture.decompress(body, MAX_TILE_BYTES))
            if picture.unconsumed_tail or size > MAX_TILE_BYTES:
                return "a png tile unpacks to more than a picture can be"
        if kind == b"IEND":
            return "" if picture.eof and size else "a png tile holds no whole picture"
        at += 12 + length


def _jpeg(data: bytes) -> str:
    return "" if data.rstrip(b"\0").endswith(b"\xff\xd9") else "a jpg tile ends in the middle"


def _webp(data: bytes) -> str:
    (length,) = struct.unpack_from("<I", data, 4)
    return "" if len(data) >= length + 8 and data[12:15] == b"VP8" else "a webp tile ends in the middle"


def _vector(data: bytes) -> str:
    """Unpack, then see that it is made of layers that have names (Mapbox Vector Tile 2.1)."""
    content = unpacked(data, MAX_TILE_BYTES) if data[:2] == b"\x1f\x8b" else data
    for field, layer in _fields(content):
        if field == 3 and not any(inner == 1 and name for inner, name in _fields(layer)):
            return "a layer of a vector tile has no name"
    return ""


def _fields(data: bytes) -> list[tuple[int, bytes]]:
    """Return the fields of a protobuf message; numbers come as b"". Raises `ValueError`, `IndexError`."""
    found: list[tuple[int, bytes]] = []
    at = 0
    while at < len(data):
        key, at = read_varint(data, at)
        wire = key & 7
        if wire == 0:
            _, at = read_varint(data, at)
            found.append((key >> 3, b""))
            continue
        if wire == 2:
            length, at = read_varint(data, at)
        elif wire in {1, 5}:
            length = 8 if wire == 1 else 4
        else:
            raise ValueError(f"no field of sort {wire}")
        if at + length > len(data):
            raise ValueError("it ends in the middle")
        found.append((key >> 3, data[at : at + length]))
        at += length
    return found
