"""A place that came with a call, and why one could not be read."""

from __future__ import annotations

from enum import StrEnum

import msgspec

MAX_RAW_CHARS = 16_000
END_OF_TIME_US = 4_102_444_800_000_000
"""2100-01-01."""


class Reason(StrEnum):
    """Stable codes; the window has the words."""

    TOO_LARGE = "too_large"
    DTD = "dtd"
    NOT_XML = "not_xml"
    TOO_COMPLEX = "too_complex"
    NO_LOCATION = "no_location"
    UNKNOWN_SHAPE = "unknown_shape"
    BAD_SHAPE = "bad_shape"
    BAD_NUMBER = "bad_number"
    UNKNOWN_SRS = "unknown_srs"
    UNKNOWN_UNIT = "unknown_unit"
    OUT_OF_RANGE = "out_of_range"
    NULL_ISLAND = "null_island"  # (0, 0): what a device without a fix sends
    BY_REFERENCE = "by_reference"
    MISSING_PART = "missing_part"
    BAD_HEADER = "bad_header"
    NOT_AML = "not_aml"
    UNKNOWN_VERSION = "unknown_version"
    CONFLICT = "conflict"  # a field came twice, and differs
    CUT_OFF = "cut_off"  # the message ends within its position


class LocationProblem(Exception):  # noqa: N818 - it is what the desk is told, not only an error
    """A location that is not to be drawn. `raw` is the text as it came (cut at `MAX_RAW_CHARS`)."""

    def __init__(self, reason: Reason, detail: str = "", raw: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
        self.raw = raw

    def text(self) -> str:
        """Return `reason: detail` and below it the raw text."""
        return f"{self}\n{self.raw}".rstrip()


class CallerLocation(msgspec.Struct, frozen=True, kw_only=True):
    """One place. `shape` in lower case: point, circle, ellipse, ellipsoid, sphere, arcband, polygon, prism, or civic (an
    address alone). `radius_m` is scaled to 95 % confidence (RFC 7459 §5.4), None = unknown, never 0;
    `confidence_pct` is what the sender said of its own figure (None = unknown). `at_us` is the time of the fix.
    `outline` is the border of the area at 95 % as (lat, lon) corners, not closed, for every shape that is no point or circle:
    ellipse, sector (arcband), polygon. `target` says whose place it is: device, tuple, person or "". `reference` is the URI of
    a place that was sent by reference and not fetched (shape "reference", no coordinates). Shape "none" is a fix that the
    phone could not get."""

    source: str = "pidf-lo"
    shape: str
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    confidence_pct: float | None = None
    at_us: int | None = None
    method: str = ""
    civic: str = ""
    raw: str = ""
    outline: tuple[tuple[float, float], ...] = ()
    target: str = ""
    reference: str = ""


def sane_time_us(moment_us: int) -> int | None:
    """Return the time of a fix, or None for one that no clock of a telephone has meant (before 1970, from 2100 on)."""
    return moment_us if 0 <= moment_us < END_OF_TIME_US else None


def readable(raw: bytes) -> str:
    """Return bytes as text for a person: UTF-8 (what is none is escaped) or UTF-16, without null characters; what is long is
    cut."""
    head = raw[: MAX_RAW_CHARS * 4]
    text = head.decode(utf_16_of(raw) or "utf-8", "backslashreplace").replace("\0", "").removeprefix("\ufeff")
    return text if len(text) <= MAX_RAW_CHARS else f"{text[:MAX_RAW_CHARS]}…"


def utf_16_of(raw: bytes) -> str:
    """Return which UTF-16 an XML document is in by its first bytes (XML 1.0 appendix F), or "" for none."""
    return {b"\xff\xfe": "utf-16le", b"<\0": "utf-16le", b"\xfe\xff": "utf-16be", b"\0<": "utf-16be"}.get(raw[:2], "")
