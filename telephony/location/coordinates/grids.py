"""MGRS and UTM as rescue teams and surveyors read them out: `48M YT 00846 70656`, `48M 700846 9270656`."""

from __future__ import annotations

import itertools
import math
import re
import warnings
from collections.abc import Iterable

import mgrs

from telephony.location.coordinates.alone import stands_alone
from telephony.location.coordinates.answer import Doubt, Reason
from telephony.location.coordinates.reading import Finding, Home, Reading, Refusal, value

EQUATOR_NORTHING_M = 10_000_000.0  # what southern northings count from
BAND_SLACK_DEG = 0.05
MAX_FINDINGS = 20
_BANDS = "CDEFGHJKLMNPQRSTUVWX"  # of 8°, from 80° south

_MGRS = re.compile(
    r"(?<![\w.+-])(?:mgrs[\s:]{1,3})?(?P<zone>0?[1-9]|[1-5][0-9]|60)\s?(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])"
    r"\s?(?:(?P<east>[0-9]{1,5})\s{1,2}(?P<north>[0-9]{1,5})|(?P<run>[0-9]{2,10}))(?!\w)(?![.,][0-9])",
    re.IGNORECASE,
)
_ZONE = (
    r"(?:utm\s?)?(?:zon[ae]?[\s:=]{0,3})?(?P<zone>0?[1-9]|[1-5][0-9]|60)\s?°?\s?(?P<band>L[SU](?![a-z])|[C-HJ-NP-X](?![a-z]))?"
)
_METRES = r"[0-9]{6,8}(?:[.,][0-9]{1,4})?"
_NORTHING = r"[0-9]{4,8}(?:[.,][0-9]{1,4})?"  # few metres just north of the equator
_PAIR = (
    rf"(?:(?:x|e|easting|timur|mt)[\s:=]{{0,3}})?(?P<x>{_METRES})\s?(?:m?\s?[ET](?![a-z])|m(?!\w))?[\s,;/]{{1,4}}"
    rf"(?:(?:y|n|northing|utara|mu)[\s:=]{{0,3}})?(?P<y>{_NORTHING})(?:\s?m?\s?[NSU](?![a-z])|m(?!\w))?"
)
_UTM = re.compile(rf"(?<![\w.+-]){_ZONE}[\s,;:/)]{{1,4}}{_PAIR}(?!\w)(?![.,][0-9])", re.IGNORECASE)
_UTM_BEHIND = re.compile(rf"(?<![\w.+-]){_PAIR}[\s,;:/()]{{1,4}}{_ZONE}(?!\w)", re.IGNORECASE)
_PAIR_ALONE = re.compile(rf"(?<![\w.+-]){_PAIR}(?!\w)", re.IGNORECASE)
_NAMES_AXES = re.compile(r"(?<![a-z])x[\s:=]{1,3}[0-9]{6}[^y]{1,20}(?<![a-z])y[\s:=]{1,3}[0-9]{7}", re.IGNORECASE)
_SAYS_UTM = re.compile(r"(?<![a-z])(?:utm|zon[ae]|easting|northing)(?![a-z])|[0-9]\s?mE(?![a-z])", re.IGNORECASE)


def read(text: str, _home: Home | None = None) -> list[Finding]:
    """Return the positions in grids. Zones and bands outside Indonesia are taken only when nothing else stands in the text."""
    found = _first(_from_mgrs(text, match) for match in _MGRS.finditer(text))
    says_utm = _SAYS_UTM.search(text) is not None
    for pattern in (_UTM, _UTM_BEHIND):
        found = found or _first(_from_utm(match, says_utm=says_utm) for match in pattern.finditer(text))
    return found or _without_zone(text, says_utm=says_utm)


def _first(findings: Iterable[Finding | None]) -> list[Finding]:
    return list(itertools.islice((finding for finding in findings if finding), MAX_FINDINGS))


def _from_mgrs(text: str, match: re.Match[str]) -> Finding | None:
    zone, band = int(match["zone"]), match["band"].upper()
    east, north, run = match["east"] or "", match["north"] or "", match["run"] or ""
    digits = len(run) if run else len(east) + len(north)
    is_local = 46 <= zone <= 54 and band in "LMN"
    if not (is_local and digits >= 4) and not stands_alone(text, *match.span()):
        return None
    if digits % 2 or len(east) != len(north):
        return Refusal(Reason.INCOMPLETE, match[0], *match.span()) if digits >= 4 else None
    place = _grid(f"{zone:02}{band}{match['square']}{run}{east}{north}".upper())
    if place is None or not _is_in_band(place[0], band):
        return Refusal(Reason.AMBIGUOUS, match[0], *match.span())
    cell_m = 10.0 ** (5 - digits // 2)
    return Reading(
        lat=place[0],
        lon=place[1],
        form="mgrs",
        start=match.start(),
        end=match.end(),
        radius_m=max(1.0, round(cell_m * math.sqrt(0.5), 1)),
        order_is_stated=True,
    )


def _from_utm(match: re.Match[str], *, says_utm: bool) -> Finding | None:
    zone, letters = int(match["zone"]), (match["band"] or "").upper()
    if not letters and not says_utm:
        return None  # `48 081234 5678901` is some number
    easting, northing = value(match["x"]), value(match["y"])
    is_swapped = northing < 1_000_000 < easting
    if is_swapped:
        easting, northing = northing, easting
    south = _is_south(letters, northing)
    if not 100_000 <= easting < 1_000_000 or northing > EQUATOR_NORTHING_M:
        return Refusal(Reason.OUT_OF_RANGE, match[0], *match.span())
    place = _from_metres(zone, south, easting, northing)
    if place is None:
        return Refusal(Reason.OUT_OF_RANGE, match[0], *match.span())
    if len(letters) == 1 and letters not in "SNU" and not _is_in_band(place[0], letters):
        return Refusal(Reason.AMBIGUOUS, match[0], *match.span())
    doubts = [Doubt.SWAPPED] if is_swapped else []
    if letters == "S" and not south:
        doubts.append(Doubt.UNCLEAR_HEMISPHERE)
    return Reading(
        lat=place[0],
        lon=place[1],
        form="utm",
        start=match.start(),
        end=match.end(),
        order_is_stated=True,
        doubts=tuple(doubts),
    )


def _is_south(letters: str, northing: float) -> bool:
    """`S` is the southern hemisphere here, though it is also a band of 32° to 40° north: only the northing tells. Behind a
    zone `U` is utara (north), and also a band of 48° north. Without a letter Indonesia leaves one answer."""
    if letters == "S":
        return northing >= 5_000_000
    if not letters:
        return northing >= EQUATOR_NORTHING_M / 2
    return letters == "LS" or (letters not in {"LU", "U"} and letters < "N")


def _from_metres(zone: int, south: bool, easting: float, northing: float) -> tuple[float, float] | None:
    try:
        code = mgrs.MGRS().UTMToMGRS(zone, "S" if south else "N", easting, min(northing, 9_999_999.5))
    except mgrs.core.MGRSError:
        return None
    return _grid(code)


def _grid(code: str) -> tuple[float, float] | None:
    """Ask the C library; its errors are exceptions, and its doubts are warnings that count as errors here."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            lat, lon = mgrs.MGRS().toLatLon(code)
        except (mgrs.core.MGRSError, RuntimeWarning):
            return None
    return (lat, lon) if math.isfinite(lat) and math.isfinite(lon) else None


def _is_in_band(lat: float, band: str) -> bool:
    south_edge = -80 + 8 * _BANDS.index(band)
    return south_edge - BAND_SLACK_DEG <= lat <= south_edge + 8 + BAND_SLACK_DEG + (4 if band == "X" else 0)


def _without_zone(text: str, *, says_utm: bool) -> list[Finding]:
    match = _PAIR_ALONE.search(text) if says_utm or _NAMES_AXES.search(text) else None
    return [Refusal(Reason.INCOMPLETE, match[0], *match.span())] if match else []
