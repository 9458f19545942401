"""Plus codes (Open Location Code): full ones, and short ones as the nearest to home."""

from __future__ import annotations

import itertools
import math
import re

from pluscodes.openlocationcode import openlocationcode as olc

from telephony.location.coordinates.answer import Doubt, Reason
from telephony.location.coordinates.reading import METRES_PER_DEGREE, Finding, Home, Reading, Refusal
from telephony.location.outline import distance_m

MAX_CODES = 50
SURE_M = 40_000.0  # farther from home, the next code of the same name is not much farther

_DIGIT = "[23456789CFGHJMPQRVWX]"
_CODE = re.compile(
    rf"(?<![\w+.-])(?:(?P<full>{_DIGIT}{{8}}\+(?:{_DIGIT}{{2,7}})?|(?:{_DIGIT}{{4}}0000|{_DIGIT}{{6}}00)\+)"
    rf"|(?P<short>(?:{_DIGIT}{{2}}){{2,3}}\+{_DIGIT}{{2,7}}))(?![\w+])",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[A-Z]", re.IGNORECASE)


def read(text: str, home: Home | None = None) -> list[Finding]:
    """Return the codes. Codes without any letter are left alone: they look like sums and numbers."""
    codes = (match for match in _CODE.finditer(text) if _LETTER.search(match[0]))
    return [_finding(text, match, home) for match in itertools.islice(codes, MAX_CODES)]


def _finding(text: str, match: re.Match[str], home: Home | None) -> Finding:
    code = match[0].upper()
    if match["short"] and home is None:
        return Refusal(Reason.SHORT_CODE_WITHOUT_HOME, code, *match.span())
    try:
        if match["short"] and home is not None:
            code = olc.recoverNearest(code, *home)
        cell = olc.decode(code)
    except ValueError:
        return Refusal(Reason.OUT_OF_RANGE, code, *match.span())
    lat, lon = cell.latitudeCenter, cell.longitudeCenter
    is_assumed = match["short"] and home is not None and _may_be_elsewhere(text, match, distance_m(home, (lat, lon)))
    return Reading(
        lat=lat,
        lon=lon,
        form="plus_code",
        start=match.start(),
        end=match.end(),
        radius_m=_half_diagonal_m(cell.latitudeHi - cell.latitudeLo, cell.longitudeHi - cell.longitudeLo, lat),
        order_is_stated=True,
        doubts=(Doubt.NEAR_HOME_ASSUMED,) if is_assumed else (),
    )


def _may_be_elsewhere(text: str, match: re.Match[str], from_home_m: float) -> bool:
    """A short code is short for a named town: another town's name beside it moves it by degrees."""
    around = text[: match.start()] + text[match.end() :]
    return from_home_m > SURE_M or any(char.isalpha() for char in around)


def _half_diagonal_m(height_deg: float, width_deg: float, lat: float) -> float:
    shrink = math.cos(math.radians(lat))
    return max(1.0, round(math.hypot(height_deg, width_deg * shrink) * METRES_PER_DEGREE / 2, 1))
