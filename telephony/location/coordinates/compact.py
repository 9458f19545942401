"""Fixed-width forms of instruments: NMEA 0183 (`0635.700,S,10648.996,E`), aviation (`063542S 1064900E`), ISO 6709
(`-06.5950+106.8166/`, `-0635.7+10648.996/`, `-063542+1064900/`)."""

from __future__ import annotations

import re

from telephony.location.coordinates.answer import Reason
from telephony.location.coordinates.indonesia import is_plausible
from telephony.location.coordinates.reading import (
    METRES_PER_DEGREE,
    Finding,
    Home,
    Reading,
    Refusal,
    decimals,
    digits_radius_m,
)

_MINUTES = r"[0-9]{2}(?:\.[0-9]{1,10})?"
_BEFORE = r"(?<![\w.+-])"
_LETTERS = re.compile(
    rf"{_BEFORE}(?P<d1>[0-9]{{2}})(?P<m1>{_MINUTES})(?P<s1>(?<=[0-9]{{4}})[0-9]{{2}}(?:\.[0-9]{{1,8}})?)?\s?,?\s?(?P<h1>[nsu])"
    rf"[\s,;/]{{0,3}}(?P<d2>[0-9]{{3}})(?P<m2>{_MINUTES})(?P<s2>(?<=[0-9]{{5}})[0-9]{{2}}(?:\.[0-9]{{1,8}})?)?\s?,?\s?(?P<h2>[etwb])"
    r"(?!\w)",
    re.IGNORECASE,
)
_ISO = re.compile(
    rf"(?<![\w.+-])(?P<h1>[+-])(?P<d1>[0-9]{{2}}(?:\.[0-9]{{1,15}})?)(?:(?P<m1>{_MINUTES})(?P<s1>[0-9]{{2}}(?:\.[0-9]{{1,8}})?)?)?"
    rf"(?P<h2>[+-])(?P<d2>[0-9]{{3}}(?:\.[0-9]{{1,15}})?)(?:(?P<m2>{_MINUTES})(?P<s2>[0-9]{{2}}(?:\.[0-9]{{1,8}})?)?)?"
    r"(?:[+-][0-9.]{1,10})?(?:CRSWGS_84)?/?(?!\w)(?![.,][0-9])"
)


def read(text: str, _home: Home | None = None) -> list[Finding]:
    """Return the positions written in fixed widths."""
    matches = [*_LETTERS.finditer(text), *_ISO.finditer(text)]
    return [finding for match in matches if (finding := _finding(match)) is not None]


def _finding(match: re.Match[str]) -> Finding | None:
    lat, lat_digit_m, lat_fits = _angle(match, "1")
    lon, lon_digit_m, lon_fits = _angle(match, "2")
    if (match["m1"] is None) != (match["m2"] is None) or (match["s1"] is None) != (match["s2"] is None):
        return None
    if match["m1"] is None and "." not in match["d1"] + match["d2"]:
        return None  # `+62+102`
    if match["h1"] in "+-" and not (lat_fits and lon_fits and is_plausible(lat, lon)):
        return None  # a telephone number
    if not (lat_fits and lon_fits):
        return Refusal(Reason.OUT_OF_RANGE, match[0], *match.span())
    return Reading(
        lat=lat,
        lon=lon,
        form="decimal" if match["m1"] is None else "dms" if match["s1"] else "nmea",
        start=match.start(),
        end=match.end(),
        radius_m=digits_radius_m(lat_digit_m, lon_digit_m),
        order_is_stated=True,
    )


def _angle(match: re.Match[str], which: str) -> tuple[float, float, bool]:
    """Return degrees, what the last digit is worth in metres, and whether minutes and seconds are below 60."""
    hemisphere = match["h" + which].lower()
    parts = [match[name + which] for name in "dms" if match[name + which] is not None]
    degrees = sum(float(part) / 60**place for place, part in enumerate(parts))
    last_digit_m = METRES_PER_DEGREE / 60 ** (len(parts) - 1) * 10.0 ** -decimals(parts[-1])
    fits = all(float(part) < 60 for part in parts[1:])
    return (-degrees if hemisphere in "-swb" else degrees), last_digit_m, fits
