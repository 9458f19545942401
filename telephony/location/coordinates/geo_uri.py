"""geo: URIs (RFC 5870) as phones share them, with the `q` and `z` that Android adds."""

from __future__ import annotations

import math
import re
from urllib.parse import unquote

from telephony.location.confidence import MAX_RADIUS_M
from telephony.location.coordinates.answer import Reason
from telephony.location.coordinates.reading import (
    Finding,
    Home,
    Reading,
    Refusal,
    Sign,
    degree_digit_m,
    digits_radius_m,
)

_NUMBER = r"[+-]?[0-9]{1,4}(?:\.[0-9]{1,20})?"
_URI = re.compile(
    rf"(?<![\w.])geo:(?://)?\s?(?P<lat>{_NUMBER})(?:,|%2C)(?:\s|%20)?(?P<lon>{_NUMBER})(?:,{_NUMBER})?(?P<tail>(?:[;?&][^\s;?&]{{0,300}}){{0,20}})",
    re.IGNORECASE,
)
_TARGET = re.compile(rf"(?:loc:)?\s?(?P<lat>{_NUMBER})\s?,[\s+]?(?P<lon>{_NUMBER})(?![\w.])")
_UNCERTAINTY = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


def read(text: str, _home: Home | None = None) -> list[Finding]:
    """Return the positions of all geo: URIs; the target `q` before the middle of the map."""
    return [_finding(match) for match in _URI.finditer(text)]


def _finding(match: re.Match[str]) -> Finding:
    fields = dict(part.partition("=")[::2] for part in re.split("[;?&]", match["tail"].lower()) if part)
    system = fields.get("crs", "wgs84")
    if system != "wgs84":
        return Refusal(Reason.UNKNOWN_SYSTEM, system, *match.span())
    query = unquote(fields.get("q", ""))
    target = _TARGET.match(query)
    lat, lon = (target or match).group("lat", "lon")
    is_nowhere = not float(match["lat"]) and not float(match["lon"])
    if query and not target and is_nowhere:
        return Refusal(Reason.LINK_WITHOUT_POSITION, query[:200], *match.span())
    written = digits_radius_m(degree_digit_m(lat), degree_digit_m(lon))
    return Reading(
        lat=float(lat),
        lon=float(lon),
        form="geo",
        start=match.start(),
        end=match.end(),
        radius_m=max(filter(None, (_uncertainty_m(fields.get("u", "")), written)), default=None),
        sign=Sign.MACHINE,
        is_viewport=bool(query) and not target,
    )


def _uncertainty_m(text: str) -> float | None:
    if not _UNCERTAINTY.fullmatch(text):
        return None
    metres = float(text)
    return metres if 0 < metres <= MAX_RADIUS_M and math.isfinite(metres) else None
