"""Kemendagri codes in what was typed, with the dots of the list or without: "35.15.17.2004", "3515172004", "35.15"."""

from __future__ import annotations

import re
from typing import NamedTuple

_WHOLE = re.compile(r"\s*(\d\d)\.?(\d\d)(?:\.?(\d\d)(?:\.?(\d{4}))?)?\.?\s*", re.ASCII)
"""A text that is nothing but the code of a kabkota, a kecamatan or a village."""
_WITHIN = re.compile(r"(?<![\w.])(\d\d)(\.?)(\d\d)\2(\d\d)\2(\d{4})(?!\w|\.\d)", re.ASCII)
"""Between other words only a village's: "13.01" is a time of day, "12.10.25" a date."""


class TypedCode(NamedTuple):
    """`code` as the official list writes it, whether an area has it or not, and where it stood."""

    code: str
    start: int
    end: int


def code_in(text: str) -> TypedCode | None:
    """Return the first thing in `text` that is written like a code. A province's two digits are no code by themselves."""
    if whole := _WHOLE.fullmatch(text):
        return TypedCode(".".join(filter(None, whole.groups())), *whole.span())
    if within := _WITHIN.search(text):
        province, _dot, kabkota, kecamatan, village = within.groups()
        return TypedCode(f"{province}.{kabkota}.{kecamatan}.{village}", *within.span())
    return None
