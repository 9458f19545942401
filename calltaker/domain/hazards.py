"""What a note on a place may warn of, and for how long."""

from __future__ import annotations

from calltaker.domain.words import QT_TRANSLATE_NOOP

HAZARDS: dict[str, str] = {
    "dog": QT_TRANSLATE_NOOP("hazards", "dangerous dog"),
    "gas": QT_TRANSLATE_NOOP("hazards", "gas, fuel, chemicals"),
    "weapon": QT_TRANSLATE_NOOP("hazards", "weapon, violence"),
    "illness": QT_TRANSLATE_NOOP("hazards", "ill or disabled person"),
    "access": QT_TRANSLATE_NOOP("hazards", "hard to reach"),
    "prank_house": QT_TRANSLATE_NOOP("hazards", "prank calls from here"),
    "other": QT_TRANSLATE_NOOP("hazards", "other"),
}
"""Codes of `db.events.PlaceNoteAdded.hazard` in the order in which they are offered (texts: context "hazards")."""

FOR_AGENCIES: dict[str, str] = {
    "dog": "anjing galak",
    "gas": "gas/BBM/bahan kimia",
    "weapon": "senjata/kekerasan",
    "illness": "penghuni sakit/difabel",
    "access": "akses sulit",
}
"""The same in the words of the agencies' messages, which are Indonesian. What is not here is no business of a crew: that pranks
came from a house must not slow anybody down who is sent there now."""

NOTE_DAYS = 180
"""A warning that nobody renews is wrong one day: dogs die, shops move."""
_DAY_US = 86_400_000_000


def expires_us(now_us: int) -> int:
    """Return when a note written now is over."""
    return now_us + NOTE_DAYS * _DAY_US
