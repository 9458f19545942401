"""Places that come in a later message of a call: a telephone that has found itself meanwhile (RFC 6442 §4.1)."""

from __future__ import annotations

import pjsua2 as pj

from telephony.events import BodyPart, Header
from telephony.sip.flood_limit import FloodLimit
from telephony.sip.message import canonical, parse_message
from telephony.sip.text import raw_bytes

BURST = 8
PER_SECOND = 0.2
_MARKS = (b"geolocation", b"pidf+xml")


class PlaceLimit(FloodLimit):
    """One for each call. A telephone sends a place every few seconds at most."""

    def __init__(self) -> None:
        super().__init__(BURST, PER_SECOND)


def received_request(event: pj.SipEvent) -> bytes:
    """Return the request that has just begun a transaction of the peer, as it came; b"" for every other event.

    Only for the duration of the callback, and with each parent held: members of a temporary would be read after it is freed."""
    body = event.body
    state = body.tsxState
    transaction = state.tsx
    if transaction.role != pj.PJSIP_ROLE_UAS or transaction.state != pj.PJSIP_TSX_STATE_TRYING:
        return b""
    if state.type != pj.PJSIP_EVENT_RX_MSG:
        return b""
    source = state.src
    received = source.rdata
    return raw_bytes(received.wholeMsg)


def place_in(raw: bytes) -> tuple[str, tuple[Header, ...], tuple[BodyPart, ...]] | None:
    """Return (method, Geolocation headers, body parts) of a request that brings a place, or None. Pure."""
    lowered = raw.lower()
    if not any(mark in lowered for mark in _MARKS):
        return None
    message = parse_message(raw)
    headers = tuple(header for header in message.headers if canonical(header.name) == "geolocation")
    parts = tuple(part for part in message.parts if not part.content_type.lower().startswith("application/sdp"))
    if not headers and not any("pidf+xml" in part.content_type.lower() for part in parts):
        return None
    return message.start_line.partition(" ")[0], headers, parts
