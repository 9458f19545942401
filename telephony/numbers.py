"""Telephone numbers as Indonesian trunks present them: read, shown, masked.

A trunk says in its setting how it writes the caller's number (`Cli`). What does not fit is never silently bent into a
number: the reading stays the one the digits say, and `note` carries a code with every plausible reading, so that a person
can choose. A number that the numbering plan calls invalid but possible is kept: plans lag behind operators.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final, Literal

import msgspec
import phonenumbers

Cli = Literal["e164_plus", "e164", "national", "national_no_zero"]


class Note(StrEnum):
    """Why a reading is doubtful; stable codes, the window has the words."""

    WITHHELD = "withheld"  # anonymous, unknown, 112, 0, empty …
    NOT_A_NUMBER = "not_a_number"  # a SIP user name
    DEVICE_ID = "device_id"  # IMEI-like: a telephone without SIM, no call-back possible
    SHORT_CODE = "short_code"
    TOO_SHORT = "too_short"
    IMPOSSIBLE = "impossible"
    AREA_CODE_MISSING = "area_code_missing"
    TWO_READINGS = "two_readings"  # the readings follow


class NumberReading(msgspec.Struct, frozen=True):
    """`number` is E.164 with +, a short code as typed, or "" when nobody can be called back ("Tanpa nomor").
    `note` is "" or `code` or `code: reading | reading` (a `Note`; see `read_note`)."""

    number: str
    note: str = ""


MAX_NATIONAL_DIGITS: Final = 12  # without the leading 0
DEVICE_ID_DIGITS: Final = 14  # an IMEI has 14 digits and a check digit
MAX_TEXT_CHARS: Final = 256

_NOBODY: Final = frozenset(
    {"", "anonymous", "anon", "unknown", "restricted", "unavailable", "private", "withheld", "invalid", "none", "null"}
    | {"id unavailable", "caller id unavailable", "no number", "not available", "unknown number", "private number"}
    | {"tanpa nomor", "nomor pribadi", "tidak diketahui", "112", "+112", "+62112", "62112"}
)
_SCHEME: Final = re.compile(r"\s*<?\s*(?:sips?|tel):", re.IGNORECASE)
_SERVICE_PREFIX: Final = re.compile(r"[*#]\d{2,3}[#*]")  # *31#, #31#: supplementary services before the number
_SEPARATORS: Final = re.compile(r"[\s./()\-\u2010-\u2015\u2212]+")
_DIGITS: Final = re.compile(r"\+?[0-9]+")


def names_nobody(text: str) -> bool:
    """True for a user part or display name that stands for "no number": anonymous, Restricted, 112, 0, empty …"""
    plain = " ".join(text.split()).strip('"').casefold()
    return plain in _NOBODY or not plain.strip("+0#*-. ")


def read_cli(raw: str, cli: Cli) -> NumberReading:
    """Read the number of a caller as a trunk that writes numbers like `cli` gave it. Never raises."""
    text = _bare(raw)
    if names_nobody(text):
        return NumberReading("", Note.WITHHELD)
    return _read_digits(text, cli) if _DIGITS.fullmatch(text) else NumberReading("", Note.NOT_A_NUMBER)


def read_typed(text: str) -> NumberReading:
    """Read a number that a person typed: with 0, +62, 62 or bare; a + is meant as typed."""
    reading = read_cli(text, "national")
    return NumberReading(reading.number) if reading.number.startswith("+") else reading


def read_note(note: str) -> tuple[str, tuple[str, ...]]:
    """Return (code, readings) of `NumberReading.note`."""
    code, _, readings = note.partition(":")
    return code, tuple(reading.strip() for reading in readings.split("|") if reading.strip())


def show(number: str) -> str:
    """Return the number as people in Indonesia write it: `0812-5550-1234`, `(0542) 123456`, `+81 234-56-7890`, `110`."""
    parsed = _parse(number) if number.startswith("+") else None
    if parsed is None:
        return number
    domestic = parsed.country_code == 62
    style = phonenumbers.PhoneNumberFormat.NATIONAL if domestic else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(parsed, style))


def mask(number: str) -> str:
    """Return the number for a log line: `0812****1234`. Short codes are nobody's and stay; text without digits is `****`."""
    if not number:
        return ""
    digits = re.sub(r"[^0-9]", "", number)
    if number.lstrip().startswith("+62"):
        digits = "0" + digits[2:]
    if digits and len(digits) <= 5:
        return digits
    kept = 4 if len(digits) >= 11 else 2
    return f"{digits[:kept]}****{digits[-kept:]}" if digits else "****"


def _bare(raw: str) -> str:
    """Return the number's own characters: no scheme, host, parameters, service prefix, blanks, dots, dashes, final #."""
    text = unicodedata.normalize("NFKC", raw[:MAX_TEXT_CHARS]).strip()
    if "<" in text:
        text = text.partition("<")[2].partition(">")[0]
    text = _SCHEME.sub("", text, count=1)
    text = re.split(r"[;@?]", text, maxsplit=1)[0].strip()
    if names_nobody(text):
        return text
    return _SERVICE_PREFIX.sub("", _SEPARATORS.sub("", text), count=1).rstrip("#")


def _read_digits(text: str, cli: Cli) -> NumberReading:
    digits = text.lstrip("+")
    if len(digits) < 3:
        return NumberReading("", Note.TOO_SHORT)
    if text.startswith("+"):
        return _read_international(digits)
    if digits.startswith("00"):
        return _read_double_zero(digits)
    if digits.startswith("0"):
        return _read_national(digits[1:])
    if len(digits) <= 5:
        return NumberReading(digits, Note.SHORT_CODE)
    return _read_without_zero(digits, cli)


def _read_international(digits: str) -> NumberReading:
    """Digits behind a +. `+8…` may be Japan, Vietnam, China … or a trunk that adds + but no 62: both are shown."""
    if digits.startswith("62"):
        return _chosen(_e164("62", digits[2:].removeprefix("0")))
    given = _possible("+" + digits)
    domestic = _domestic_mobile(digits)
    if domestic:
        return _doubtful(given, given, domestic)
    if not given and len(digits) >= DEVICE_ID_DIGITS:
        return NumberReading("", Note.DEVICE_ID)
    return _chosen(given)


def _read_double_zero(digits: str) -> NumberReading:
    """00 is no international prefix in Indonesia, but gateways write it; it may as well be a doubled 0."""
    if digits.startswith("0062"):
        return _chosen(_e164("62", digits[4:]))
    if digits.startswith("00162"):
        return _chosen(_e164("62", digits[5:]))
    if len(digits) >= DEVICE_ID_DIGITS + 2:
        return NumberReading("", Note.DEVICE_ID)
    foreign = _valid("+" + digits[2:])
    domestic = _domestic_mobile(digits[2:])
    return _doubtful("", foreign, domestic) if domestic else _chosen(foreign)


def _read_national(rest: str) -> NumberReading:
    """Digits behind a single leading 0."""
    if len(rest) + 1 >= DEVICE_ID_DIGITS:
        return NumberReading("", Note.DEVICE_ID)
    return _chosen(_e164("62", rest))


def _read_without_zero(digits: str, cli: Cli) -> NumberReading:
    """Digits with neither + nor 0: 62…, a national number whose 0 was lost, a foreign one whose + was, or a device."""
    if digits.startswith("62"):
        international = _e164("62", digits[2:].removeprefix("0"))
        national = _e164("62", digits) if cli == "national_no_zero" and len(digits) < MAX_NATIONAL_DIGITS else ""
        if not national:
            return _chosen(international)
        return _doubtful(_valid(national) or _valid(international) or national, national, international)
    if len(digits) >= DEVICE_ID_DIGITS:
        return NumberReading("", Note.DEVICE_ID)
    domestic = _e164("62", digits)
    foreign = _valid("+" + digits) if cli in {"e164", "e164_plus"} else ""
    if foreign:
        return _doubtful(domestic if digits.startswith("8") else foreign, domestic, foreign)
    if domestic and len(digits) <= 8 and not _valid(domestic):
        return NumberReading(domestic, Note.AREA_CODE_MISSING)
    return _chosen(domestic)


def _chosen(number: str) -> NumberReading:
    return NumberReading(number, "" if number else Note.IMPOSSIBLE)


def _doubtful(number: str, *readings: str) -> NumberReading:
    plausible = list(dict.fromkeys(reading for reading in readings if reading))
    if plausible == [number]:
        return NumberReading(number)
    return NumberReading(number, f"{Note.TWO_READINGS}: {' | '.join(plausible)}")


def _domestic_mobile(digits: str) -> str:
    """Return +62 8… when the digits look like an Indonesian mobile number without its 0, else ""."""
    return _e164("62", digits) if digits.startswith("8") and 9 <= len(digits) <= MAX_NATIONAL_DIGITS else ""


def _e164(country: str, rest: str) -> str:
    """Return the number when its length can be dialled in Indonesia, else ""."""
    return _possible(f"+{country}{rest}") if 4 <= len(rest) <= MAX_NATIONAL_DIGITS else ""


def _possible(number: str) -> str:
    parsed = _parse(number)
    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def _valid(number: str) -> str:
    parsed = _parse(number)
    return _possible(number) if parsed is not None and phonenumbers.is_valid_number(parsed) else ""


def _parse(number: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(number, "ID")
    except phonenumbers.NumberParseException:
        return None
