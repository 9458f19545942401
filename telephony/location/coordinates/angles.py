"""Angles with marks, letters or names: `6°35'42" LS 106°48'59,8" BT`, `S6.595 E106.8166`, `lat: -6.595 lon: 106.8166`.

U, S, T, B (and LU, LS, BT, BB) are the Indonesian utara, selatan, timur, barat.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from telephony.location.coordinates.alone import stands_alone
from telephony.location.coordinates.answer import Reason
from telephony.location.coordinates.indonesia import is_plausible
from telephony.location.coordinates.reading import (
    METRES_PER_DEGREE,
    Finding,
    Home,
    Reading,
    Refusal,
    Sign,
    decimals,
    digits_radius_m,
    value,
)

_LABEL = r"(?P<label>latitude|lat|lintang|longitude|long|lng|lon|bujur|[xy](?=\s?[:=]))(?![a-z])[\"']?\s{0,2}[:=]?\s{0,2}[\"']?"
_HEMISPHERE = (
    r"(?:(?:lintang|bujur)\s{1,2})?(?:selatan|utara|timur|barat|south|north|east|west)"
    r"|l\.?\s?[su]\.?|b\.?\s?[tb]\.?|[nsewutb]"
)
_END = r"(?![0-9])(?![.,][0-9])"
_FRACTION = r"[.,][0-9]{1,15}"
_DEGREE = r"\s{0,2}(?P<degree>°|:|o(?=\s?[0-9])|derajat|deg|d(?![a-z]))\s{0,2}"
_MINUTE = r"\s{0,2}(?P<minute>'(?!')|:|menit|min)\s{0,2}"
_SECOND = r"\s{0,2}(?P<second>\"|''|detik|dtk|sec)"
_BODY = (
    r"(?P<sign>[+-]?)(?P<gap>\s?)(?P<d>[0-9]{1,3})(?![0-9])(?:"
    rf"(?:{_DEGREE}|\s{{1,3}})(?:(?P<dm>[0-9]{{1,2}}{_FRACTION}){_END}(?!\s?°)(?:\s{{0,2}}')?"
    rf"|(?P<m>[0-9]{{1,2}}){_END}(?!\s?°)(?:{_MINUTE}|\s{{0,3}})"
    rf"(?:(?P<s>[0-9]{{1,2}}(?:{_FRACTION})?){_END}(?!\s?(?:°|'(?!')))(?:{_SECOND})?)?)"
    rf"|(?P<fraction>{_FRACTION})?{_END}(?:{_DEGREE.replace('degree', 'degree2')})?)"
)
_ANGLE = re.compile(
    rf"(?:(?<![a-z0-9.+-])(?<![0-9],)|(?<=[0-9'\"°][nsewutb]))(?:{_LABEL})?"
    rf"(?:(?P<before>{_HEMISPHERE})(?![a-z])\s{{0,2}}[:=]?\s{{0,2}}(?=[+-]?\s?[0-9]))?{_BODY}"
    rf"(?(before)|(?:\s{{0,2}}(?P<after>{_HEMISPHERE})(?![a-z]))?)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;/|&~\"'{}()\[\].]{0,8}(?:(?:dan|and|serta|-)[\s,\"']{0,4})?(?:garis\s)?", re.IGNORECASE)
_BOTH_NAMES = re.compile(
    r"(?<![a-z])(?:lat(?:itude)?|lintang)\s?(?:[,/&;|-]|dan|and)?\s?(?:longitude|long?|lng|bujur)(?![a-z])"
    r"|(?<![a-z])(?:longitude|long?|lng|bujur)\s?(?:[,/&;|-]|dan|and)\s?(?:latitude|lat|lintang)(?![a-z])",
    re.IGNORECASE,
)
_JOINING_DASH = re.compile(r"(?<=[nsut'\"°])-(?=(?:9[0-9]|1[0-4][0-9])(?:\s?°|\.[0-9]|\s[0-9]))", re.IGNORECASE)
_LETTER_MARKS = re.compile(r"([0-9]\s?)d(\s?[0-9]{1,2}\s?)m(\s?[0-9]{1,2}(?:\.[0-9]{1,10})?\s?)s(?![a-z])", re.IGNORECASE)
_DOTTED = re.compile(
    r"(?<![0-9.,])([0-9]{1,3})\.([0-9]{2})\.([0-9]{2}(?:[.,][0-9]{1,4})?)(?=\s?(?:l[su]|b[tb]|[nsewutb])(?![a-z]))",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(r"[0-9°'\"]\s?-\s?\Z")
_RANGE_AFTER = re.compile(r"\s?-\s?[0-9]")

_LATITUDE_NAMES = frozenset({"latitude", "lat", "lintang", "y"})
_DIRECTIONS = {
    "u": (1, "lat"),
    "n": (1, "lat"),
    "s": (-1, "lat"),
    "t": (1, "lon"),
    "e": (1, "lon"),
    "b": (-1, "lon"),
    "w": (-1, "lon"),
}


class Angle(NamedTuple):
    """`axis` is "lat", "lon" or "" (not said). `direction` is the letter's, 0 without one. `is_exact`: it has a fraction or
    minutes. `has_marks`: degree signs and the like; colons do not count, times have them too."""

    degrees: float
    axis: str
    direction: int
    sign: str
    is_loose: bool
    is_exact: bool
    parts: int
    fraction_digits: int
    has_marks: bool
    has_label: bool
    last_digit_m: float
    is_possible: bool
    start: int
    end: int


def read(text: str, _home: Home | None = None) -> list[Finding]:
    """Return the pairs of angles in the text."""
    plain = _plain(text)
    angles = [_angle(match) for match in _ANGLE.finditer(plain)]
    found: list[Finding] = []
    used = -1
    for one, other in itertools.pairwise(angles):
        if one.start < used or _is_range(one, other) or not _BETWEEN.fullmatch(plain, one.end, other.start):
            continue
        finding = _pair(text, plain, one, other)
        if finding is not None:
            found.append(finding)
            used = other.end
    return found or _single(plain, angles)


def _plain(text: str) -> str:
    text = _BOTH_NAMES.sub(lambda match: " " * len(match[0]), text)
    text = _LETTER_MARKS.sub(r"\1°\2'\3" + '"', text)
    text = _DOTTED.sub(r"\1°\2'\3", text)
    return _JOINING_DASH.sub(",", text)


def _angle(match: re.Match[str]) -> Angle:
    minutes, seconds = match["dm"] or match["m"], match["s"]
    degrees = value(match["d"] + (match["fraction"] or ""))
    degrees += value(minutes or "0") / 60 + value(seconds or "0") / 3600
    last, unit_m = (seconds, 3600) if seconds else (minutes, 60) if minutes else (match["d"] + (match["fraction"] or ""), 1)
    direction, axis = _direction(match["before"] or match["after"])
    if not axis and match["label"]:
        axis = "lat" if match["label"].lower() in _LATITUDE_NAMES else "lon"
    return Angle(
        degrees=degrees,
        axis=axis,
        direction=direction,
        sign=match["sign"],
        is_loose=bool(match["sign"] and match["gap"]),
        is_exact=bool(minutes or match["fraction"]),
        parts=3 if seconds else 2 if minutes else 1,
        fraction_digits=decimals(last),
        has_marks=any(match[name] not in {None, ":"} for name in ("degree", "degree2", "minute", "second")),
        has_label=bool(match["label"]),
        last_digit_m=METRES_PER_DEGREE / unit_m * 10.0 ** -decimals(last),
        is_possible=value(minutes or "0") < 60 and value(seconds or "0") < 60,
        start=match.start(),
        end=match.end(),
    )


def _direction(letters: str | None) -> tuple[int, str]:
    if not letters:
        return 0, ""
    word = re.sub(r"[.\s]", "", letters.lower())
    word = word.removeprefix("lintang").removeprefix("bujur")
    return _DIRECTIONS[word[-1] if len(word) == 2 else word[0]]


def _pair(text: str, plain: str, one: Angle, other: Angle) -> Finding | None:
    if not _is_position(plain, one, other):
        return None
    start, end = one.start, other.end
    shown = text[start:end]
    is_clear = one.is_exact and other.is_exact and (one.axis or other.axis or "°" in shown)
    if not is_clear and not is_plausible(one.degrees, other.degrees):
        return None  # times, `timur 5 utara 3`
    if not (one.is_possible and other.is_possible):
        return Refusal(Reason.OUT_OF_RANGE, shown, start, end)
    lat, lon = (other, one) if one.axis == "lon" or other.axis == "lat" else (one, other)
    contradicts = (lat.sign == "-" and not lat.is_loose and lat.direction > 0) or (lat.sign == "+" and lat.direction < 0)
    first_digit = start + len(one.sign)
    if contradicts or _RANGE_BEFORE.search(text[max(0, start - 5) : first_digit]) or _RANGE_AFTER.match(text, end):
        return Refusal(Reason.AMBIGUOUS, shown, start, end)
    return Reading(
        lat=lat.degrees * (lat.direction or (-1 if lat.sign == "-" else 1)),
        lon=lon.degrees * (lon.direction or (-1 if lon.sign == "-" and not lon.is_loose else 1)),
        form="dms" if max(one.parts, other.parts) > 1 else "decimal",
        start=start,
        end=end,
        radius_m=digits_radius_m(one.last_digit_m, other.last_digit_m),
        sign=_sign(lat),
        order_is_stated=bool(one.direction or other.direction),
    )


def _is_range(one: Angle, other: Angle) -> bool:
    """`6°18' - 6°47'` is from, to."""
    return other.sign == "-" and max(one.degrees, other.degrees) <= 90


def _sign(lat: Angle) -> Sign:
    if lat.direction:
        return Sign.STATED
    if lat.sign:
        return Sign.LOOSE if lat.is_loose else Sign.STATED
    return Sign.BARE


def _is_position(text: str, one: Angle, other: Angle) -> bool:
    if (one.axis or other.axis) and one.axis == other.axis:
        return False
    both = (one, other)
    if not any(angle.axis or angle.has_marks or angle.parts > 1 for angle in both):
        return False  # plain decimals have a reader of their own
    is_told = all(angle.axis for angle in both) or all(angle.has_marks for angle in both)
    is_half_told = any(angle.axis or angle.has_marks for angle in both)
    if is_half_told and all(map(_is_solid if is_told else _is_precise, both)):
        return True
    return stands_alone(text, one.start, other.end) and (is_told or _is_enough_alone(one, other))


def _is_enough_alone(one: Angle, other: Angle) -> bool:
    if one.axis or other.axis:
        return one.is_exact and other.is_exact
    return all(angle.parts == 3 or (angle.parts == 2 and angle.fraction_digits) for angle in (one, other))


def _is_solid(angle: Angle) -> bool:
    """Enough for an angle with a letter, a name or a mark to be one beside other words."""
    return angle.is_exact and (angle.has_marks or angle.has_label or angle.parts == 3 or angle.fraction_digits >= 2)


def _is_precise(angle: Angle) -> bool:
    """Enough when only the other angle is told to be one."""
    return angle.fraction_digits >= 4 or (angle.parts > 1 and angle.has_marks)


def _single(text: str, angles: list[Angle]) -> list[Finding]:
    told = [angle for angle in angles if angle.is_exact and (angle.axis or (angle.has_marks and angle.parts > 1))]
    if len(told) == 1 and stands_alone(text, told[0].start, told[0].end):
        return [Refusal(Reason.INCOMPLETE, text[told[0].start : told[0].end], told[0].start, told[0].end)]
    return []
