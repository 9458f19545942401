"""Letters of names: one spelling for what sounds or reads alike. The same functions make the index and read what is typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from db.gazetteer.abbreviations import ROMAN

_MARKS = re.compile(r"['`’‘ʼ]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiou")

# Van Ophuijsen's spelling of 1901 (in use until 1947, on signs and in family names until today) -> the spelling of 1972.
_OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("ch", "kh"))

# What a hurried ear or finger takes for one another.
_SOUNDS = (
    ("kh", "k"), ("sy", "s"), ("ny", "n"), ("ng", "n"), ("dh", "d"), ("th", "t"),
    ("f", "p"), ("v", "p"), ("b", "p"), ("d", "t"), ("z", "s"), ("x", "ks"), ("q", "k"), ("g", "k"),
)  # fmt: skip
_SOUNDS_INSIDE = (("iy", "i"), ("uw", "u"), ("y", "i"), ("w", "u"), ("eu", "e"), ("o", "u"), ("e", "i"))


def split(text: str) -> list[str]:
    """Return the words of `text`: small letters a-z and digits, accents taken off ("Du’en, Kec. A" -> duen kec a)."""
    if not text.isascii():
        text = _MARKS.sub("", text)
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_WORD.sub(" ", _MARKS.sub("", text.lower())).split()


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Return a word in today's spelling ("soekaboemi" -> sukabumi)."""
    for old, new in _OLD_SPELLING:
        if old in word:
            word = word.replace(old, new)
    return word


def name_words(name: str) -> list[str]:
    """Return the words under which a name is found: today's spelling, figures for Roman numerals behind the first word."""
    words = [plain(word) for word in split(name)]
    return words[:1] + [ROMAN.get(word, word) for word in words[1:]]


@lru_cache(maxsize=8192)
def phonetic(word: str) -> str:
    """Return how a plain word sounds, roughly ("makmoor", "macmur" stay near each other; "pondok" = "pondog")."""
    for written, heard in _SOUNDS:
        if written in word:
            word = word.replace(written, heard)
    if word.endswith(("au", "ow")):
        word = word[:-2] + "o"
    elif word.endswith(("ai", "ei")):
        word = word[:-2] + "e"
    for written, heard in _SOUNDS_INSIDE:
        if written in word:
            word = word.replace(written, heard)
    word = _REPEATED.sub(r"\1", word).replace("h", "")
    return word[:-1] if len(word) > 1 and word.endswith("k") else word


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return the first letter and the consonants behind it ("sukamaju" -> skmj): what is left when vowels are dropped."""
    return word[:1] + _REPEATED.sub(r"\1", word[1:].translate(_VOWELS))
