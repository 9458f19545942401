"""The hash chain: every event of a seat seals the one before it, so that none can be changed, dropped or moved unseen."""

from __future__ import annotations

import hashlib

import msgspec

from db.events import Event

GENESIS = "0" * 64
"""What the first event of a seat is linked to."""

_encoder = msgspec.json.Encoder()


def link(previous: str, event: Event) -> str:
    """Return the hash (hex SHA-256) of `event`, whose own `hash` is not looked at, after the hash `previous`."""
    content = (
        previous,
        event.id,
        event.seat,
        event.seat_seq,
        event.at_us,
        event.hlc,
        event.actor,
        event.subject,
        event.kind,
        event.ver,
        bytes(event.payload).decode(),
    )
    return hashlib.sha256(_encoder.encode(content)).hexdigest()
