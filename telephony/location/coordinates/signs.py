"""One sign for all signs that look alike, without changing the length, so that places in the text stay places in the text."""

from __future__ import annotations

import re
import unicodedata

_MINUS = "-\u00ad\u02d7\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u207b\u208b\u2043\u2212\u2796\ufe58\ufe63\uff0d\u30fc"
_PLUS = "+\u207a\u2795\ufe62\uff0b"
_DEGREE = "°º˚⁰ᵒ∘⸰◦○\u0366"
_MINUTE = "'’‘‛′‵ʹʼʻʽˈˊˋ´`＇ꞌ՚׳᾽᾿΄\u0301\u0300"
_SECOND = '"”“„‟″‶ʺ˝״＂〃〞〝❝❞ˮ¨'
_COMMA = ",，、﹐،‚"
_POINT = ".．。·٫"
_FOLDED = {"-": _MINUS, "+": _PLUS, "°": _DEGREE, "'": _MINUTE, '"': _SECOND, ",": _COMMA, ".": _POINT}
_TABLE = {ord(sign): plain for plain, signs in _FOLDED.items() for sign in signs}
_FULLWIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in _TABLE}
_ASCII = re.compile(r"[\x20-\x7e]*")
_EMPHASIS = re.compile(r"(?<!\S)_(?=[+-]?[0-9nsu])|(?<=[0-9°'\"a-z])_(?!\S)", re.IGNORECASE)  # of messengers, around a text
_SOFT_HYPHEN = "\u00ad"  # invisible to many, but it may be all that is left of a minus


def tidy(text: str) -> str:
    """Return the text without invisible marks (zero width, right-to-left, variation), every kind of space as a space."""
    if _ASCII.fullmatch(text):
        return text.strip()
    kept = (_visible(char) for char in text)
    return "".join(kept).strip()


def fold(text: str) -> str:
    """Return the text with ASCII digits and the plain signs - + ° ' " , . in place of all that look like them."""
    if _ASCII.fullmatch(text):
        folded = text.replace("`", "'")
    else:
        folded = "".join(_TABLE.get(ord(char)) or _FULLWIDTH.get(ord(char)) or _digit(char) for char in text)
    return _EMPHASIS.sub(" ", folded)


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    if char == _SOFT_HYPHEN:
        return char
    is_hidden = unicodedata.category(char) in {"Cf", "Cc"} or "\ufe00" <= char <= "\ufe0f" or char == "\u034f"
    return "" if is_hidden else char


def _digit(char: str) -> str:
    if char.isascii():
        return char
    number = unicodedata.decimal(char, None)
    return char if number is None else str(number)
