"""Words of a peer as the stack hands them on.

The binding reads bytes as UTF-8 with surrogate escapes. Such a string cannot be written anywhere: a PBX that says
"besetzt für Sie" in Latin-1 would cost the fact that its words came with.
"""

from __future__ import annotations

from telephony.sip.multipart import decode_text


def raw_bytes(text: str) -> bytes:
    """Return the bytes that the peer sent."""
    return text.encode("utf-8", "surrogateescape")


def readable(text: str) -> str:
    """Return the words for people and files; bytes that are no UTF-8 are backslash-escaped."""
    return decode_text(raw_bytes(text))
