"""The characters of an AML message, however they were carried: text, UCS-2, packed in seven bits, hexadecimal digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telephony.location.septets import unpack, without_header

HEAD = re.compile(r"(?<![A-Za-z0-9])(?:A\s*[\"']?\s*)?ML\s*=\s*([0-9]{1,2})\s*(?=;|\Z)", re.IGNORECASE)
"""`A"ML=1`, or what is left of it when a person or a gateway has been at it; the group is the version."""

_HEXADECIMAL = re.compile(r"\s*(?:[0-9a-fA-F]{2}\s*){8,}")


def message_text(data: str | bytes) -> str:
    """Return the characters; of bytes that are no message, what a person may recognize."""
    if isinstance(data, str):
        text = data.encode("utf-8", "backslashreplace").decode()
        if not _HEXADECIMAL.fullmatch(text):
            return text
        packed = bytes.fromhex("".join(text.split()))
        return next(_unpacked(packed), text)
    data = _ucs_2(data) or data
    text = data.decode("utf-8", "backslashreplace")
    if _HEXADECIMAL.fullmatch(text):
        return message_text(text)
    return text if HEAD.search(text) else next(_unpacked(data), text)


def _unpacked(data: bytes) -> Iterator[str]:
    texts = ((_ucs_2(data) or b"").decode(), unpack(without_header(data)), unpack(data), data.decode("latin-1"))
    return (text for text in texts if HEAD.search(text))


def _ucs_2(data: bytes) -> bytes | None:
    """Return two-byte characters (either order) as UTF-8; None for other bytes. Letters and figures have a zero in each."""
    if data.count(0) * 3 <= len(data):
        return None
    is_little = data[1::2].count(0) > data[0::2].count(0)
    return data.decode("utf-16-le" if is_little else "utf-16-be", "backslashreplace").encode()
