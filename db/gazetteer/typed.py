"""What a person typed, as words to look for: which are names, what level they are of, and what is only the way."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.gazetteer.abbreviations import (
    ABBREVIATIONS,
    FILLER_WORDS,
    HOUSE_WORDS,
    LEVEL_WORDS,
    NAME_AND_LEVEL,
    OFTEN_SPOKEN_WORDS,
    RELATION_WORDS,
    ROMAN,
    SPOKEN_WORDS,
)
from db.gazetteer.words import plain, split

_TOKEN = re.compile(r"[^\W_]+(?:['’`‘ʼ][^\W_]+)*")
_HOUSE_IN_ONE = re.compile(r"(?:no|rt|rw|blok|blk|kav|km|lt)\d+[a-z]?")
_HOUSE_NUMBER = re.compile(r"\d+[a-z]?|[a-z]{1,2}\d*|[ivx]+")
_ENDS_PHRASE = re.compile(r"[,;\n]")
_PHRASE_WORDS = 3
"""A level word is taken to speak of no more than so many words behind it."""

HINT_WEIGHT = 0.35
"""Of a word behind "depan" or "dekat", beside a word of the address."""
SPOKEN_WEIGHT = 0.25
"""Of a word that callers say around a place more often than it is a part of its name."""
NUMBER_WEIGHT = 0.3
"""Of a bare number behind a name, which is a house more often than a part of the name."""
POST_CODE_DIGITS = 5


class Word(NamedTuple):
    """A word to look for. `forms` are its readings, each one word or several ("jaksel" -> jakarta selatan). `start` and `end`
    are its place in the text, `lead` the start of the level word that speaks of it ("jl mawar"). `level` is a kind, "kota" or
    "". `weight` is 1 for a word of the address."""

    forms: tuple[tuple[str, ...], ...]
    start: int
    end: int
    lead: int
    level: str
    weight: float
    is_finished: bool

    @property
    def plain(self) -> str:
        """The word itself."""
        return self.forms[0][0]

    @property
    def post_code(self) -> int:
        """0 when it is none."""
        word = self.forms[0][0]
        return int(word) if len(word) == POST_CODE_DIGITS and word.isdecimal() else 0

    @property
    def letters(self) -> int:
        return max(sum(map(len, form)) for form in self.forms)


class Typed(NamedTuple):
    """`aside` are the parts of the text that name no indexed place: house numbers, RT/RW, "depan"."""

    text: str
    words: tuple[Word, ...]
    aside: tuple[tuple[int, int], ...]

    def rest(self, unexplained: list[Word]) -> str:
        """Return what no place explains, as it was typed: the words given and those put aside."""
        spans = sorted([*self.aside, *((word.lead, word.end) for word in unexplained)])
        pieces: list[list[int]] = []
        for start, end in spans:
            between = self.text[pieces[-1][1] : start] if pieces else "x"
            if not between.strip(" \t.:/-"):
                pieces[-1][1] = max(end, pieces[-1][1])
            else:
                pieces.append([start, end])
        return " ".join(self.text[start:end] for start, end in pieces)


def read(text: str) -> Typed:
    """Return the words of `text`."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [(match.start(), match.end(), "".join(split(match.group()))) for match in _TOKEN.finditer(text)]
        self._words: list[Word] = []
        self._aside: list[tuple[int, int]] = []
        self._level, self._lead, self._spoken = "", -1, 0
        self._of_phrase: set[tuple[str, ...]] = set()
        self._is_hint = False

    def read(self) -> Typed:
        position = 0
        while position < len(self._tokens):
            position += self._take(position)
        if not any(word.weight == 1 for word in self._words):  # "dekat pasar besar": then the hint is all there is
            self._words = [word._replace(weight=1) for word in self._words]
        if not self._words and len(self._tokens) == 1:  # "no" may be the start of Nongsa
            start, end, word = self._tokens[0]
            if word and not word.isdigit():
                return Typed(self._text, (Word(((plain(word),),), start, end, start, "", 1, is_finished=False),), ())
        return Typed(self._text, tuple(self._words), tuple(self._aside))

    def _take(self, position: int) -> int:
        """Read the token at `position` and return how many were taken."""
        start, end, word = self._tokens[position]
        if position and _ENDS_PHRASE.search(self._text[self._tokens[position - 1][1] : start]):
            self._say("", -1)
            self._is_hint = False
        if not word:  # another script
            self._aside.append((start, end))
            return 1
        if taken := self._house(position):
            self._aside.append((start, self._tokens[position + taken - 1][1]))
            self._say("", -1)
            return taken
        is_last = position == len(self._tokens) - 1 and end == len(self._text)
        if not is_last and word in LEVEL_WORDS:
            self._say(LEVEL_WORDS[word], start)
            self._is_hint = False
            return 1
        if not is_last and (word in RELATION_WORDS or word in SPOKEN_WORDS):
            self._aside.append((start, end))
            if word in RELATION_WORDS:
                self._say("", -1)
                self._is_hint = True
            return 1
        if not is_last and word in FILLER_WORDS:
            return 1
        if not is_last and word in NAME_AND_LEVEL:
            self._say(NAME_AND_LEVEL[word] if word != "kota" else "kota", -1)
        self._words.append(self._word(start, end, word, is_finished=not is_last))
        return 1

    def _say(self, level: str, lead: int) -> None:
        self._level, self._lead, self._spoken = level, lead, 0
        self._of_phrase.clear()

    def _word(self, start: int, end: int, word: str, *, is_finished: bool) -> Word:
        forms: list[tuple[str, ...]] = [(plain(word),)]
        if is_finished or len(word) > 1:  # a single letter that is being typed is the start of anything
            forms += [tuple(plain(one) for one in long.split()) for long in ABBREVIATIONS.get(word, ())]
        if word in ROMAN and (is_finished or len(word) > 1 or self._words):
            forms.append((ROMAN[word],))
        lead = self._lead if self._lead >= 0 else start
        self._lead = -1
        is_again = forms[0] in self._of_phrase  # "kel sidomulyo sidomulyo": the second is not the kelurahan
        level = self._level if self._spoken < _PHRASE_WORDS and not is_again else ""
        self._of_phrase.add(forms[0])
        self._spoken += 1
        is_number = word.isdigit() and len(word) != POST_CODE_DIGITS
        is_named = bool(self._level) and self._spoken == 1  # "jl warga", "desa tolong"
        is_spoken = is_finished and word in OFTEN_SPOKEN_WORDS and not is_named
        weight = HINT_WEIGHT if self._is_hint else SPOKEN_WEIGHT if is_spoken else 1.0
        weight *= NUMBER_WEIGHT if is_number and self._words else 1
        return Word(tuple(dict.fromkeys(forms)), start, end, lead, level, weight, is_finished)

    def _house(self, position: int) -> int:
        """Return how many tokens from here on are a house number, an RT/RW or the like."""
        word = self._tokens[position][2]
        if _HOUSE_IN_ONE.fullmatch(word):
            return 1 + self._slashed(position + 1)
        if word not in HOUSE_WORDS:
            return 0
        taken = 1
        while position + taken < len(self._tokens) and self._tokens[position + taken][2] in HOUSE_WORDS:
            taken += 1  # "rt/rw"
        if position + taken == len(self._tokens):
            return taken if len(self._tokens) > taken else 0
        if not _HOUSE_NUMBER.fullmatch(self._tokens[position + taken][2]):
            return 0
        return taken + 1 + self._slashed(position + taken + 1)

    def _slashed(self, position: int) -> int:
        """Count the numbers that follow behind "/" or "-": 03/04."""
        taken = 0
        while position + taken < len(self._tokens):
            before, (start, _end, word) = self._tokens[position + taken - 1][1], self._tokens[position + taken]
            if self._text[before:start].strip() not in {"/", "-"} or not word[:1].isdigit():
                break
            taken += 1
        return taken
