"""Coordinates that a person types or pastes, in any form, offline (`GeoPoint`), or why the text is none (`Rejected`).

Decimal degrees, degrees-minutes-seconds, `geo:` URIs, links of map makers, plus codes, MGRS and UTM. A name of a place never
becomes a point. Nothing is corrected in silence: what could be meant otherwise comes with doubts.
"""

from __future__ import annotations

import math
from typing import Protocol

import msgspec

from telephony.location.coordinates import angles, compact, decimal_degrees, geo_uri, grids, links, plus_codes
from telephony.location.coordinates.answer import Doubt, GeoPoint, Reason, Rejected
from telephony.location.coordinates.judge import judge
from telephony.location.coordinates.reading import Finding, Home, Reader, Reading, Refusal
from telephony.location.coordinates.signs import fold, tidy
from telephony.location.outline import distance_m

__all__ = ["Doubt", "GeoPoint", "Reason", "Rejected", "parse"]

MAX_CHARS = 4_000
MAX_OTHERS = 4
SAME_PLACE_M = 50.0

_READERS: tuple[Reader, ...] = (
    links.read,
    geo_uri.read,
    grids.read,
    compact.read,
    plus_codes.read,
    angles.read,
    decimal_degrees.read,
)
_TAKEN = "\0"  # stands in for what an earlier reader has read; no form goes across it
_EDGES = " ,;:|/()[]{}<>\"'_*~`"
_DASHES = "-–—"


class HasLatLon(Protocol):
    """Anything with a position: a place, a centre."""

    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...


def parse(text: str, *, home: tuple[float, float] | HasLatLon | None = None) -> GeoPoint | Rejected:
    """Return the position that the text holds, or why it holds none. Never raises for any text.

    `home` is a point in the centre's region, WGS 84 degrees: short plus codes are taken as the nearest to it, points far away
    or on the wrong side of the equator are doubted. For a short code beside a town's name (`near_home_assumed`) call again
    with the town as home. Text of more than `MAX_CHARS` is not read (`too_long`). Raises ValueError for a home that is no
    position.
    """
    centre = _home(home)
    stripped = text.strip()
    if len(stripped) > MAX_CHARS:
        return Rejected(reason=Reason.TOO_LONG, detail=f"{len(stripped)} > {MAX_CHARS}")
    shown = tidy(stripped)
    findings = _findings(fold(shown), centre)
    judged = [(finding, _judged(finding, centre)) for finding in findings]
    points = [
        msgspec.structs.replace(answer, matched=shown[finding.start : finding.end], rest=_rest(shown, finding))
        for finding, answer in judged
        if isinstance(answer, GeoPoint)
    ]
    refused = [answer for _, answer in judged if isinstance(answer, Rejected)]
    if points:
        return _best(points, refused)
    return refused[0] if refused else Rejected(reason=Reason.NOT_COORDINATES)


def _home(home: tuple[float, float] | HasLatLon | None) -> Home | None:
    if home is None:
        return None
    lat, lon = home if isinstance(home, tuple) else (home.lat, home.lon)
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(f"home is no position: {lat}, {lon}")
    return float(lat), float(lon)


def _findings(text: str, home: Home | None) -> list[Finding]:
    """Let each reader read what the readers before it left. In the order of the text, half positions last."""
    found: list[Finding] = []
    for reader in _READERS:
        for finding in reader(text, home):
            found.append(finding)
            text = text[: finding.start] + _TAKEN * (finding.end - finding.start) + text[finding.end :]
    found.sort(key=lambda finding: (isinstance(finding, Refusal) and finding.reason is Reason.INCOMPLETE, finding.start))
    return found


def _judged(finding: Finding, home: Home | None) -> GeoPoint | Rejected:
    if isinstance(finding, Reading):
        return judge(finding, home)
    return Rejected(reason=finding.reason, detail=finding.detail[:200].strip())


def _best(points: list[GeoPoint], refused: list[Rejected]) -> GeoPoint:
    """Return the first pin; what only shows the middle of a map comes behind."""
    points.sort(key=lambda point: Doubt.VIEWPORT in point.doubts)
    best, *further = points
    others = [point for point in further if distance_m((best.lat, best.lon), (point.lat, point.lon)) > SAME_PLACE_M]
    elsewhere = any(answer.reason is Reason.OUTSIDE_INDONESIA for answer in refused)
    if not others and not elsewhere:
        return best
    doubts = tuple(dict.fromkeys((*best.doubts, Doubt.SEVERAL)))
    return msgspec.structs.replace(best, doubts=doubts, others=tuple(others[:MAX_OTHERS]))


def _rest(shown: str, finding: Finding) -> str:
    before = shown[: finding.start].strip(_EDGES).rstrip(_EDGES + _DASHES)
    behind = shown[finding.end :].lstrip(_EDGES + ".").rstrip(_EDGES)
    return " ".join(f"{before} {behind}".split())
