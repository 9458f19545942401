"""Whether numbers stand alone in the text. Beside other words, two short numbers are a house, a price, an age."""

from __future__ import annotations

import re

MAX_AROUND_CHARS = 200

_SAYS_POSITION = re.compile(
    r"koor(?:d(?:inat(?:nya)?)?)?|kordinat|coord(?:s|inates?)?|lokasi(?:nya)?|posisi(?:nya)?|titik(?:nya)?|position|location|point"
    r"|gps|pin|loc|share|maps?|peta|tkp|lat|lng|lon|long|latitude|longitude|lintang|bujur|garis|wgs(?:84)?|utm|mgrs|zon[ae]"
    r"|di|at|ini|saya|ada|the|is|dd|dms|[xy]",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether nothing stands around text[start:end] but signs and words that announce a position."""
    if len(text) - (end - start) > MAX_AROUND_CHARS:
        return False
    return all(_SAYS_POSITION.fullmatch(word) for part in (text[:start], text[end:]) for word in _WORD.findall(part))
