"""Decimal degrees without letters: `-6.5950, 106.8166`, `-6,5950 106,8166`, `-6,595,106,8166`, `106.8166 -6.5950`.

Two numbers are a position when they are precise enough that nothing else is written so; short ones only when they stand alone.
"""

from __future__ import annotations

import re

from telephony.location.coordinates.alone import MAX_AROUND_CHARS, stands_alone
from telephony.location.coordinates.answer import Reason
from telephony.location.coordinates.indonesia import is_plausible
from telephony.location.coordinates.reading import (
    Finding,
    Home,
    Reading,
    Refusal,
    Sign,
    decimals,
    degree_digit_m,
    digits_radius_m,
    value,
)

PRECISE = 4  # decimals (11 m): nobody writes prices or times so
SIGNED_PRECISE = 3
MAX_PAIR_CHARS = 100

_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,17})?"
_PAIR = re.compile(
    rf"(?<![\w.+-])(?<![0-9],)(?P<sign>[+-]?)(?P<gap>\s?)(?P<first>{_NUMBER})\s?°?"
    r"(?P<between>\s{0,3}(?:[,;/|~]|(?P<loose>[\"'][,;]\s?[\"']|[:&_=]|dan|and|koma|->|\u2192|%2C(?:%20)?))\s{0,3}|\s{1,3}-\s{1,3}|\s{1,3}|(?=[+-][0-9]))"
    rf"(?P<sign2>[+-]?)(?P<second>{_NUMBER})\s?°?"
    r"(?:\s?,\s?[+-]?[0-9]{1,5}(?:\.[0-9]{1,6})?[zm]?)?/?(?!\w)(?![.,][0-9])"  # a height or zoom may follow
)
_FRACTION = re.compile(r"[0-9][.,][0-9]")
_TIME = re.compile(r"(?:[01]?[0-9]|2[0-4])[.,][0-5][0-9]")
_SINGLE = re.compile(r"(?P<sign>[+-]?)[0-9]{1,3}[.,](?P<fraction>[0-9]{3,17})°?")


def read(text: str, _home: Home | None = None) -> list[Finding]:
    """Return the positions in the text; what is plainly a position elsewhere too, so that it can be named."""
    found: list[Finding] = []
    elsewhere: Reading | None = None
    is_short = len(text) <= MAX_AROUND_CHARS + MAX_PAIR_CHARS
    if not (is_short or _FRACTION.search(text)):
        return []
    at = 0
    while match := _PAIR.search(text, at):
        at = match.end("first")
        if not (is_short or _is_precise_enough(match)):
            continue
        if is_plausible(value(match["first"]), value(match["second"])):
            finding = _believed(text, match, is_further=bool(found))
            if finding is not None:
                found.append(finding)
                at = match.end()
        elif elsewhere is None and _is_position_elsewhere(text, match):
            elsewhere = _reading(match)
    if elsewhere and not any(finding.start < elsewhere.end and elsewhere.start < finding.end for finding in found):
        found.append(elsewhere)
    return found or (_single(text) if is_short else [])


def _is_precise_enough(match: re.Match[str]) -> bool:
    """Return whether two of many numbers may be a position, beside other words: cheaply, there may be thousands."""
    is_signed = bool(match["sign"] or match["sign2"]) and not match["gap"]
    return _fraction_digits(match) >= (1 if is_signed else PRECISE)


def _reading(match: re.Match[str]) -> Reading:
    first, second = match["first"], match["second"]
    lat, lon = _signed(match["sign"], value(first)), _signed(match["sign2"], value(second))
    latitude_sign = match["sign"] if value(first) < value(second) else match["sign2"]
    sign = Sign.STATED if latitude_sign else Sign.BARE
    if match["sign"] == "-" and match["gap"]:
        sign = Sign.LOOSE
    return Reading(
        lat=lat,
        lon=lon,
        form="decimal",
        start=match.start(),
        end=match.end(),
        radius_m=digits_radius_m(degree_digit_m(first), degree_digit_m(second)),
        sign=sign,
    )


def _believed(text: str, match: re.Match[str], *, is_further: bool) -> Finding | None:
    """`is_further`: beside a position, a shorter one with a sign is another."""
    digits = _fraction_digits(match)
    is_signed = bool(match["sign"] or match["sign2"]) and not match["gap"]
    if _is_ambiguous_comma(match):
        return Refusal(Reason.AMBIGUOUS, match[0], *match.span()) if is_signed and _is_alone(text, match) else None
    if _looks_like_thousands(match) and not is_signed:
        return None
    if digits >= PRECISE or (is_signed and digits >= (1 if is_further else SIGNED_PRECISE) and not match["loose"]):
        return _reading(match)
    if match["loose"] or not _is_alone(text, match):
        return None
    has_separator = bool(match["between"].strip())
    has_fraction = "." in match[0] or "," in match["first"] or "," in match["second"]
    enough = digits >= 2 or (digits >= 1 and has_separator) or (is_signed and has_fraction)
    return _reading(match) if enough else None


def _is_position_elsewhere(text: str, match: re.Match[str]) -> bool:
    digits = _fraction_digits(match)
    if _looks_like_thousands(match) or _is_ambiguous_comma(match) or _looks_like_times(match):
        return False
    return digits >= PRECISE or (digits >= 2 and _is_alone(text, match))


def _is_alone(text: str, match: re.Match[str]) -> bool:
    return stands_alone(text, match.start(), match.end())


def _fraction_digits(match: re.Match[str]) -> int:
    return min(decimals(match["first"]), decimals(match["second"]))


def _is_ambiguous_comma(match: re.Match[str]) -> bool:
    """`-6,595,106`: a comma that is a decimal sign here and a separator there needs two whole numbers with fractions."""
    uses_decimal_comma = "," in match["first"] or "," in match["second"]
    return uses_decimal_comma and match["between"] == "," and _fraction_digits(match) < 2


def _looks_like_thousands(match: re.Match[str]) -> bool:
    """`6.500 110.000` is money."""
    fractions = [number.replace(",", ".").partition(".")[2] for number in (match["first"], match["second"])]
    return all(len(fraction) == 3 and fraction.endswith("00") for fraction in fractions)


def _looks_like_times(match: re.Match[str]) -> bool:
    """`07.30 - 10.30` is from, to."""
    return all(_TIME.fullmatch(number) for number in (match["first"], match["second"]))


def _signed(sign: str, number: float) -> float:
    return -number if sign == "-" else number


def _single(text: str) -> list[Finding]:
    """One number that is half of a position."""
    for match in _SINGLE.finditer(text):
        wanted = SIGNED_PRECISE if match["sign"] else PRECISE
        if len(match["fraction"]) >= wanted and stands_alone(text, match.start(), match.end()):
            return [Refusal(Reason.INCOMPLETE, match[0], *match.span())]
    return []
