"""Rarer signs between the parts of angles, as the usual ones. The length stays, so places in the text stay such."""

from __future__ import annotations

import re

_BOTH_NAMES = re.compile(
    r"(?<![a-z])(?:lat(?:itude)?|lintang)\s?(?:[,/&;|-]|dan|and)?\s?(?:longitude|long?|lng|bujur)(?![a-z])"
    r"|(?<![a-z])(?:longitude|long?|lng|bujur)\s?(?:[,/&;|-]|dan|and)\s?(?:latitude|lat|lintang)(?![a-z])",
    re.IGNORECASE,
)
_JOINING_DASH = re.compile(
    r"(?:(?<=['\"°])|(?<=[0-9'\"°\s][nsut])|(?<=[0-9'\"°\s]l[su]))-(?=(?:9[0-9]|1[0-4][0-9])(?:\s?°|\.[0-9]|\s[0-9]))"
    r"|(?:(?<=[0-9'\"°\s][et])|(?<=[0-9'\"°\s]bt))-(?=[0-9][0-9.,°'\"\s]{0,20}l?[nsu](?![a-z]))",
    re.IGNORECASE,
)
_HYPHENS = re.compile(r"(?<=[°'])-(?=[0-9]{1,2}(?:[.,][0-9]{1,10})?\s?['\"])")  # of surveyors: 06°-35'-42"
_STARS = re.compile(r"(?<=[0-9])\*(?=\s?[0-9]{1,2}(?:[.,][0-9]{1,10})?\s?')")
_LETTER_MARKS = re.compile(r"([0-9]\s?)d(\s?[0-9]{1,2}\s?)m(\s?[0-9]{1,2}(?:\.[0-9]{1,10})?\s?)s(?![a-z])", re.IGNORECASE)
_DOTTED = re.compile(
    r"(?<![0-9.,])([0-9]{1,3})\.([0-9]{2})\.([0-9]{2}(?:[.,][0-9]{1,4})?)(?=\s?(?:l[su]|b[tb]|[nsewutb])(?![a-z]))",
    re.IGNORECASE,
)
_DASHED = re.compile(
    r"(?<![0-9.,+-])((?:0?[0-9]|1[01]|0?9[4-9]|1[0-4][0-9]))-([0-9]{1,2})-([0-9]{1,2}(?:[.,][0-9]{1,4})?)"
    r"(?=\s?(?:l[su]|bt|[nseut])(?![a-z]))",
    re.IGNORECASE,
)


def plain_text(text: str) -> str:
    """Return the text with the usual signs between the parts, and without names that are said once for both angles."""
    text = _BOTH_NAMES.sub(lambda match: " " * len(match[0]), text)
    text = _LETTER_MARKS.sub(r"\1°\2'\3" + '"', text)
    text = _DOTTED.sub(r"\1°\2'\3", text)
    if "*" in text:
        text = _STARS.sub("°", text)
    if "-" not in text:
        return text
    text = _DASHED.sub(r"\1°\2'\3", text)
    text = _HYPHENS.sub(" ", text)
    return _JOINING_DASH.sub(",", text)
