"""Seven-bit characters packed into bytes (3GPP TS 23.038 §6.1.2.1), as data SMS carry them."""

from __future__ import annotations

_HEADER_MAX_BYTES = 20


def unpack(data: bytes) -> str:
    """Return the characters. Only those of the default alphabet that are ASCII too come out as themselves: all that is asked of
    figures and letters."""
    bits = held = 0
    septets = bytearray()
    for byte in data:
        bits |= byte << held
        held += 8
        while held >= 7:
            septets.append(bits & 0x7F)
            bits >>= 7
            held -= 7
    return septets.rstrip(b"\0\r").decode("ascii")


def without_header(data: bytes) -> bytes:
    """Return the bytes behind a user data header (TS 23.040 §9.2.3.24; its first byte is its length), or none when there can be
    no such header."""
    return data[1 + data[0] :] if data and 0 < data[0] <= _HEADER_MAX_BYTES else b""
