"""Payloads on places that somebody should know more about before going there."""

from __future__ import annotations

from typing import ClassVar

from db.payloads.base import Payload


class PlaceNoteAdded(Payload, frozen=True, kw_only=True):
    """Subject: the note's id. `hazard`: dog, gas, weapon, illness, prank_house, access, other. It belongs to a point with a
    radius in metres, to a number, or to both. It warns, never decides; at `expires_us` it is over by itself."""

    KIND: ClassVar[str] = "place_note.added"
    hazard: str
    text: str
    expires_us: int
    lat: float | None = None
    lon: float | None = None
    radius_m: float = 100.0
    number: str = ""
    place_text: str = ""


class PlaceNoteEnded(Payload, frozen=True, kw_only=True):
    """Somebody took the note away before its time."""

    KIND: ClassVar[str] = "place_note.ended"
    reason: str
