"""Angles with marks, letters or names: `6°35'42" LS 106°48'59,8" BT`, `S6.595 E106.8166`, `lat: -6.595 lon: 106.8166`.

U, S, T, B (and LU, LS, BT, BB) are the Indonesian utara, selatan, timur, barat.
"""

from __future__ import annotations

import itertools
import math
import re
from typing import NamedTuple

from telephony.location.coordinates.alone import MAX_AROUND_CHARS, stands_alone
from telephony.location.coordinates.angle_text import plain_text
from telephony.location.coordinates.answer import Reason
from telephony.location.coordinates.indonesia import WEST, is_plausible
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

_LABEL = (
    r"(?P<label>latitude|lat|lintang|longitude|long|lng|lon|bujur|[xy](?=\s?[:=]))(?![a-z])[\"']?\s{0,2}[:=.]?\s{0,2}[\"']?"
)
_HEMISPHERE = (
    r"(?:(?:lintang|bujur)\s{1,2})?(?:selatan|utara|timur|barat|south|north|east|west)"
    r"|l\.?\s?[su]\.?|b\.?\s?[tb]\.?|[nsewutb]"
)
_END = r"(?![0-9])(?![.,][0-9])"
_FRACTION = r"[.,][0-9]{1,15}"
_DEGREE = r"\s{0,2}(?P<degree>°|:|o(?=\s?[0-9])|derajat|deg(?:rees?)?|d(?![a-z]))\s{0,2}"
_MINUTE = r"\s{0,2}(?P<minute>'(?!')|:|menit|min(?:utes?)?)\s{0,2}"
_SECOND = r"\s{0,2}(?P<second>\"|''|detik|dtk|sec(?:onds?)?)"
_BODY = (
    r"(?P<sign>[+-]?)(?P<gap>\s?)(?P<d>[0-9]{1,3})(?![0-9])(?:"
    rf"(?:{_DEGREE}|\s{{1,3}})(?:(?P<dm>[0-9]{{1,2}}{_FRACTION}){_END}(?!\s?°)(?:\s{{0,2}}(?P<minute2>'|menit|min(?:utes?)?))?"
    rf"|(?P<m>[0-9]{{1,2}}){_END}(?!\s?°)(?:{_MINUTE}|\s{{0,3}})"
    rf"(?:(?P<s>[0-9]{{1,2}}(?:{_FRACTION})?){_END}(?!\s?(?:°|'(?!')))(?:{_SECOND})?)?)"
    rf"|(?P<fraction>{_FRACTION})?{_END}(?:{_DEGREE.replace('degree', 'degree2')})?)"
)
_ANGLE = re.compile(
    r"(?:(?<![a-z0-9.+-])(?:(?<![0-9],)|(?=[a-z]))|(?<=[0-9'\"°][nsewutb])|(?<=[0-9'\"°](?:l[su]|b[tb]))|(?<=[0-9'\"°])(?=[et]\s?[0-9]{2,3}[.°\s]))"
    rf"(?:{_LABEL})?(?:(?P<before>{_HEMISPHERE})(?![a-z])\s{{0,2}}[:=.]?\s{{0,2}}(?=[+-]?\s?[0-9]))?{_BODY}"
    rf"(?(before)|(?:\s{{0,2}}(?P<after>{_HEMISPHERE})(?![a-z]))?)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;/|&~\"'{}()\[\].]{0,8}(?:(?:dan|and|serta|-)[\s,\"']{0,4})?(?:garis\s)?", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\s?[0-9]{1,3}[\s:]{1,4}")
_NUMBERS_BEFORE = [re.compile(rf"(?<![\w.,+-])(?:[0-9]{{1,3}}[\s:]{{1,3}}){{{count}}}\Z") for count in range(3)]
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


_NO_MARK = frozenset({None, ":"})  # times have colons too
_EXACT = ("fraction", "m", "dm")
_PARTS = ("label", "before", "after", "sign", "gap", "fraction", "dm", "m", "s")
_MARKS = ("degree", "degree2", "minute", "minute2", "second")
MAX_ANGLE_CHARS = 150
MAX_NUMBERS_CHARS = 16
MAX_ELSEWHERE = 10
"""So many positions far from Indonesia are named, all give the same answer; behind them only what may be one is looked at."""
LEAST_LONGITUDE = math.floor(WEST)


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
    plain = plain_text(text)
    is_short = len(text) <= MAX_AROUND_CHARS + 2 * MAX_ANGLE_CHARS
    matches = [*_ANGLE.finditer(plain)]
    found: list[Finding] = []
    used = -1
    elsewhere = 0
    last: Angle | None = None
    for first, second in itertools.pairwise(matches):
        if first.start() < used or not _may_be_pair(first, second, is_short=is_short):
            continue
        if elsewhere >= MAX_ELSEWHERE and max(int(first["d"]), int(second["d"])) < LEAST_LONGITUDE:
            continue
        one, other = last if last and last.start == first.start() else _angle(first), _angle(second)
        last = other
        if _is_range(one, other) or not _BETWEEN.fullmatch(plain, one.end, other.start):
            continue
        one = _aligned(plain, first, one, other)
        is_near = is_plausible(one.degrees, other.degrees)
        if not _is_position(plain, one, other) or not (is_near or _is_clear(text, one, other)):
            continue  # among others times, `timur 5 utara 3`
        used = other.end
        elsewhere += not is_near
        found.append(_pair(text, one, other))
    return found or (_single(plain, [_angle(match) for match in matches]) if is_short else [])


def _may_be_pair(one: re.Match[str], other: re.Match[str], *, is_short: bool) -> bool:
    """Tell cheaply that two of many numbers are no position: neither is told to be an angle, or beside other words one of them
    is no exact one."""
    are_exact = any(one.group(*_EXACT)) and any(other.group(*_EXACT))
    if not (is_short or are_exact):
        return False
    return _is_told(one) or _is_told(other) or (is_short and any((*one.group("m", "dm"), *other.group("m", "dm"))))


def _is_told(match: re.Match[str]) -> bool:
    return any(match.group("before", "after", "label")) or not _NO_MARK.issuperset(match.group(*_MARKS))


def _aligned(plain: str, match: re.Match[str], one: Angle, other: Angle) -> Angle:
    """`rumah 5: 6.5950 LS 106.8166 BT`: without marks both are written in as many parts, so the 5 belongs to the house. A time
    before them is known by the same."""
    if one.has_marks or one.sign or any(match.group("before", "label")):
        return one
    aligned: Angle | None = one
    if one.parts < other.parts:
        start = match.start()
        numbers = _NUMBERS_BEFORE[other.parts - one.parts].search(plain, max(0, start - MAX_NUMBERS_CHARS), start)
        aligned = _ending(plain, numbers.start(), one.end) if numbers else one
    while aligned and aligned.parts > other.parts:
        number_end = _FIRST_NUMBER.match(plain, aligned.start)
        aligned = _ending(plain, number_end.end(), one.end) if number_end else None
    is_alike = aligned is not None and aligned.is_exact and aligned.parts == other.parts
    return aligned if aligned and is_alike and is_plausible(aligned.degrees, other.degrees) else one


def _ending(plain: str, start: int, end: int) -> Angle | None:
    match = _ANGLE.match(plain, start)
    return _angle(match) if match and match.end() == end else None


def _angle(match: re.Match[str]) -> Angle:
    label, before, after, sign, gap, fraction, dm, m, seconds = match.group(*_PARTS)
    whole, minutes = match["d"] + (fraction or ""), dm or m
    degrees, last, unit_m, is_possible = value(whole), whole, METRES_PER_DEGREE, True
    for sixtieths, size in ((minutes, 60), (seconds, 3600)):
        if sixtieths:
            number = value(sixtieths)
            degrees += number / size
            last, unit_m, is_possible = sixtieths, METRES_PER_DEGREE / size, is_possible and number < 60
    digits = decimals(last)
    direction, axis = _direction(before or after)
    if not axis and label:
        axis = "lat" if label.lower() in _LATITUDE_NAMES else "lon"
    return Angle(
        degrees=degrees,
        axis=axis,
        direction=direction,
        sign=sign,
        is_loose=bool(sign and gap),
        is_exact=bool(minutes or fraction),
        parts=3 if seconds else 2 if minutes else 1,
        fraction_digits=digits,
        has_marks=not _NO_MARK.issuperset(match.group(*_MARKS)),
        has_label=bool(label),
        last_digit_m=unit_m * 10.0**-digits,
        is_possible=is_possible,
        start=match.start(),
        end=match.end(),
    )


def _direction(letters: str | None) -> tuple[int, str]:
    if not letters:
        return 0, ""
    word = re.sub(r"[.\s]", "", letters.lower())
    word = word.removeprefix("lintang").removeprefix("bujur")
    return _DIRECTIONS[word[-1] if len(word) == 2 else word[0]]


def _is_clear(text: str, one: Angle, other: Angle) -> bool:
    return one.is_exact and other.is_exact and bool(one.axis or other.axis or "°" in text[one.start : other.end])


def _pair(text: str, one: Angle, other: Angle) -> Finding:
    start, end = one.start, other.end
    shown = text[start:end]
    if not (one.is_possible and other.is_possible):
        return Refusal(Reason.OUT_OF_RANGE, shown, start, end)
    lat, lon = (other, one) if one.axis == "lon" or other.axis == "lat" else (one, other)
    mixes_styles = (
        bool(one.sign or one.has_label) and not one.has_marks and one.parts > other.parts
    )  # `-6 6.5950 LS 106.8166 BT`
    contradicts = (
        mixes_styles or (lat.sign == "-" and not lat.is_loose and lat.direction > 0) or (lat.sign == "+" and lat.direction < 0)
    )
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
