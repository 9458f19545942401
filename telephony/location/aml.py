"""Advanced Mobile Location (ETSI TS 103 625): the position that a phone sends by SMS when it calls an emergency number.

Version 1 is `A"ML=1;lt=…;lg=…;rd=…;top=…;lc=…;pm=…;si=…;ei=…;mcc=…;mnc=…;ml=…`. Version 2 is another language with the same
letters: there `lo` holds latitude, longitude and radius, `lt` is the time of the fix in seconds after the call (`et`), `lg` a
language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec.structs import replace

from telephony.location.aml_text import HEAD, message_text
from telephony.location.confidence import MAX_RADIUS_M, percent, scale_to_95
from telephony.location.figures import is_null_island, read_number
from telephony.location.masking import mask_identities
from telephony.location.place import CallerLocation, LocationProblem, Reason, sane_time_us

MAX_CHARS = 4_000
"""A message is one SMS; a person who pastes it may bring text around it."""

_AS_TYPED = str.maketrans({
    0x201C: '"', 0x201D: '"', 0x201E: '"', 0x2033: '"',  # what phones make of a quotation mark
    0x2212: "-", 0x2013: "-",  # and of a minus sign
    0xFEFF: None, 0x200B: None, 0: None,
})  # fmt: skip
_COPY = re.compile(r"[;\s]*(?<![A-Za-z])A\s*[\"']\s*ML\s*=\s*[0-9]{1,2}\s*;", re.IGNORECASE)
_UTC_TIME = re.compile(r"[0-9]{14}")
_SECONDS = re.compile(r"[+-]?[0-9]{1,12}")
_METHODS = {"g": "GPS", "w": "Wi-Fi", "c": "Cell", "f": "Fused", "u": "", "n": ""}


class _Message(NamedTuple):
    """`fields` have names and values in lower case. `cut` is the last field when nothing shows that it is whole. `notes` tell
    what was not as it should be and does not matter for the position."""

    fields: Mapping[str, str]
    cut: str
    notes: list[str]


class _Fix(NamedTuple):
    """The fields of either version in common words, as sent. `lat` and `lon` are None for a phone that says it has no fix."""

    lat: str | None
    lon: str | None
    radius: str
    method: str
    at_us: int | None


def parse(data: str | bytes) -> CallerLocation:
    """Return the place of a text SMS, or of a data SMS as bytes or hexadecimal digits. No fix (`pm=N`, or 0, 0) is a place of
    shape "none". Case, white space, wrapped lines and text around the message do not matter.

    `raw` is the message with IMSI and IMEI starred, and below it a line for each oddity that was overlooked. Raises
    `LocationProblem` (too_large, not_aml, unknown_version, conflict, cut_off, no_location, bad_number, out_of_range)."""
    text = message_text(data[: MAX_CHARS + 1])
    raw = mask_identities(text).strip()
    if len(data) > MAX_CHARS:
        raise LocationProblem(Reason.TOO_LARGE, f"{len(data)} characters", raw)
    try:
        place, notes = _read(text.translate(_AS_TYPED))
    except LocationProblem as problem:
        raise LocationProblem(problem.reason, mask_identities(problem.detail[:200]), raw) from None
    return replace(place, source="aml", target="device", raw="\n".join((raw, *map(mask_identities, notes))))


def _read(text: str) -> tuple[CallerLocation, list[str]]:
    head = HEAD.search(text)
    if head is None:
        raise LocationProblem(Reason.NOT_AML, 'no A"ML=')
    version = _VERSIONS.get(int(head[1]))
    if version is None:
        raise LocationProblem(Reason.UNKNOWN_VERSION, head[1])
    message = _take_apart(_without_copies(text[head.end() :]))
    _check_length(message, text[head.start() :])
    fix = version(message)
    if fix.lat is None or fix.lon is None:
        return CallerLocation(shape="none", method=fix.method), message.notes
    lat, lon = _degrees(fix.lat, "latitude", 90), _degrees(fix.lon, "longitude", 180)
    if is_null_island(lat, lon):
        return CallerLocation(shape="none", method=fix.method), message.notes
    place = CallerLocation(shape="point", lat=lat, lon=lon, method=fix.method, at_us=fix.at_us)
    radius_m = _radius_m(fix.radius, message.notes)
    if radius_m is None:
        return place, message.notes
    confidence_pct = percent(message.fields.get("lc", ""))
    radius_m = scale_to_95(radius_m, confidence_pct)
    return replace(place, shape="circle", radius_m=radius_m, confidence_pct=confidence_pct), message.notes


def _without_copies(text: str) -> str:
    """Telephones send the message again, and people paste both: a further one that says the same is left aside."""
    first, *further = [_bare(piece) for piece in _COPY.split(text)]
    if all(piece == first for piece in further):
        return _COPY.split(text, maxsplit=1)[0]
    return _COPY.sub(";", text)


def _bare(text: str) -> str:
    return "".join(text.split()).lower().strip(";\0")


def _take_apart(text: str) -> _Message:
    """Return the fields. One that comes twice and differs leaves open which is meant."""
    chunks = "".join(text.split()).lower().split(";")
    fields: dict[str, str] = {}
    for chunk in chunks:
        name, equals, value = chunk.partition("=")
        if equals and fields.setdefault(name, value) != value:
            raise LocationProblem(Reason.CONFLICT, f"{name}={fields[name]} and {chunk}")
    return _Message(fields, chunks[-1].partition("=")[0], [])


def _version_1(message: _Message) -> _Fix:
    fields = message.fields
    method = _method(fields.get("pm", ""))
    if fields.get("pm") == "n":
        return _Fix(None, None, "", method, None)
    lat, lon = (_present(message, name) for name in ("lt", "lg"))
    _check_sign(lat, "lt", message.notes)
    return _Fix(lat, lon, _whole(message, "rd"), method, _utc_us(fields.get("top", ""), message.notes))


def _version_2(message: _Message) -> _Fix:
    fields = message.fields
    method = _method(fields.get("ls", ""))
    if "lo" not in fields:
        return _Fix(None, None, "", method, None)
    values = fields["lo"].split(",")
    if not fields["lo"].strip(","):
        raise LocationProblem(Reason.NO_LOCATION, "lo is empty")
    if len(values) not in {2, 3}:  # such as decimal commas
        raise LocationProblem(Reason.BAD_NUMBER, f"lo={fields['lo']}")
    if message.cut == "lo":
        raise LocationProblem(Reason.CUT_OFF, "lo")
    radius = values[2] if len(values) == 3 else ""
    _check_sign(values[0], "lo", message.notes)
    at_us = _offset_us(fields.get("et", ""), fields.get("lt", ""), message.notes)
    return _Fix(values[0], values[1], radius, method, at_us)


_VERSIONS: dict[int, Callable[[_Message], _Fix]] = {1: _version_1, 2: _version_2}


def _present(message: _Message, name: str) -> str:
    """Return a coordinate. One at the very end of the message may have lost digits: kilometres."""
    value = message.fields.get(name, "")
    if not value:
        raise LocationProblem(Reason.NO_LOCATION, f"{name} is empty" if name in message.fields else f"no {name}")
    if message.cut == name:
        raise LocationProblem(Reason.CUT_OFF, name)
    return value


def _whole(message: _Message, name: str) -> str:
    if message.cut != name:
        return message.fields.get(name, "")
    message.notes.append(f"{name}: the message ends here")
    return ""


def _degrees(text: str, what: str, limit: float) -> float:
    value = read_number(text)
    if value is None:
        raise LocationProblem(Reason.BAD_NUMBER, f"{what} {text}")
    if abs(value) > limit:
        raise LocationProblem(Reason.OUT_OF_RANGE, f"{what} {value:g}")
    return value


def _check_sign(latitude: str, name: str, notes: list[str]) -> None:
    """The standard wants a sign before every latitude; without one it reads as north, and may have been south."""
    if latitude[:1] not in {"+", "-"} and latitude.strip("0.,"):
        notes.append(f"{name}: no sign: {latitude[:40]}")


def _radius_m(text: str, notes: list[str]) -> float | None:
    """Return the radius in metres; None when it is not known: said so (`N`, 0), missing, or no length at all."""
    value = read_number(text)
    if value is not None and 0 <= value <= MAX_RADIUS_M:
        return value or None
    if text not in {"", "n"}:
        notes.append(f"rd: no radius: {text[:40]}")
    return None


def _method(code: str) -> str:
    return _METHODS.get(code, code[:40])


def _utc_us(text: str, notes: list[str]) -> int | None:
    """Return the time of the fix from `yyyymmddhhmmss`; None when it is not known (zeros) or is none."""
    if not text.strip("0"):
        return None
    try:
        if _UTC_TIME.fullmatch(text):
            moment = datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
            at_us = sane_time_us(round(moment.timestamp() * 1_000_000))
            if at_us is not None:
                return at_us
    except ValueError:
        pass
    notes.append(f"top: no time: {text[:40]}")
    return None


def _offset_us(call: str, offset: str, notes: list[str]) -> int | None:
    """Return the time of the fix from the time of the call (Unix seconds) and the seconds from there. Without the offset it is
    not known: the fix may be older than the call."""
    if not call or not offset:
        return None
    if _SECONDS.fullmatch(call) and _SECONDS.fullmatch(offset):
        at_us = sane_time_us((int(call) + int(offset)) * 1_000_000)
        if at_us is not None:
            return at_us
    notes.append(f"et, lt: no time: {call[:40]}, {offset[:40]}")
    return None


def _check_length(message: _Message, text: str) -> None:
    """Networks cut and pad; the fields speak for themselves, so a wrong length is only noted."""
    said = message.fields.get("ml", "")
    lengths = {len(text.strip()), len("".join(text.split()))}
    if said and not (said.isdecimal() and len(said) <= 6 and int(said) in lengths):
        message.notes.append(f"ml={said[:40]}: {len(text.strip())} characters came")
