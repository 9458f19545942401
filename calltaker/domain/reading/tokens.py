"""Cuts a typed line into words that still know where they stood, so that a place can be shown exactly as it was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_CHARS = 1_000
"""The line is one breath of typing; what lies beyond is not read (it still is in the form)."""

_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+", re.UNICODE)
_BREAK = re.compile(r"[,;!?()\n\r|]|\s[-–—]\s|\.\s|\.$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in plain lower case without accents. `start` and `end` are its place in the typed line. `breaks` is true when
    punctuation that separates thoughts stands between it and the word before."""

    text: str
    start: int
    end: int
    breaks: bool

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


def tokenise(line: str) -> list[Token]:
    """Return the words of the first `MAX_CHARS` characters; "2org" is two words, "jl." keeps no dot."""
    folded = "".join(_plain(char) for char in line[:MAX_CHARS])
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(folded):
        gap = folded[end : match.start()]
        # The dot of an abbreviation ("jl. mawar", "no. 12") separates nothing.
        after_short_word = bool(tokens) and len(tokens[-1].text) <= 3 and gap.strip() == "."
        breaks = bool(tokens) and not after_short_word and _BREAK.search(gap) is not None
        tokens.append(Token(match.group(), match.start(), match.end(), breaks))
        end = match.end()
    return tokens


def words_of(text: str) -> tuple[str, ...]:
    """Return the plain words of a phrase."""
    return tuple(token.text for token in tokenise(text))


def _plain(char: str) -> str:
    """Return one lower-case character without accent, so that positions stay those of the typed line."""
    if char.isascii():
        return char.lower()
    bare = unicodedata.normalize("NFKD", char.casefold())[:1]
    return bare if len(bare) == 1 else " "
