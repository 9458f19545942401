"""The variable-length whole numbers of protocol buffers, in which both map tiles and OpenStreetMap extracts are written."""

from __future__ import annotations

_MOST_BITS = 63


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number at a place and the place behind it. Raises `ValueError` for one without an end, `IndexError` for one
    that is cut off."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
        if shift > _MOST_BITS:
            raise ValueError("a number without an end")
