"""The words of `resources/catalogue/triage.toml`, prepared once: what a typed word means, slang and typing errors undone."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from calltaker.domain.catalogue_files import read_toml
from calltaker.domain.reading.tokens import words_of

NUMBER = "#"
"""Stands for any number in a phrase."""

DENIAL = "tidak"
"""Every negator is read as this word, so that phrases need it in one spelling only."""

_SUFFIXES = ("nya", "ny", "lah", "kah", "pun", "an", "e")
_FUZZY_FROM_LETTERS = 5
_WRONG_LETTER_FROM_LETTERS = 8
_TWO_SLIPS_FROM_LETTERS = 9


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`units` are counted ("2 orang"); the meanings say whom a count is about."""

    units: frozenset[str]
    trapped: frozenset[str]
    victims: frozenset[str]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that begin, belong to and end a place (see the file)."""

    markers: frozenset[str]
    numbered: frozenset[str]
    roads: frozenset[str]
    name_openers: frozenset[str]
    nouns: frozenset[str]
    landmarks: frozenset[str]
    nowhere: frozenset[str]
    ends: frozenset[str]
    ends_at: frozenset[str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it stands."""

    negators: frozenset[str]
    denied_through: frozenset[str]
    stop_words: frozenset[str]
    plain_words: frozenset[str]
    slang: dict[str, str]
    numbers: dict[str, int]
    people: People
    place: Place
    context: dict[str, tuple[str, ...]]
    events: dict[str, tuple[str, ...]]
    rules: dict[str, tuple[str, ...]]
    raises: dict[str, tuple[str, ...]] = msgspec.field(name="raise")


class Lexicon:
    """Answers what words mean. Immutable after construction except for a bounded cache of corrected words."""

    def __init__(self, words: Words, extra_phrases: dict[str, tuple[str, ...]] | None = None) -> None:
        """`extra_phrases` (meaning → phrases) are the search words of the catalogue that this file does not know."""
        self.words = words
        self._meanings: dict[tuple[str, ...], set[str]] = {}
        for meaning, phrases in (*words.context.items(), *words.events.items(), *(extra_phrases or {}).items()):
            for phrase in phrases:
                self._meanings.setdefault(self.phrase(phrase), set()).add(meaning)
        self._meanings.pop((), None)
        self._events = frozenset(words.events)
        self._no_names = words.place.ends_at.union(words.events)
        self.longest_phrase = max(map(len, self._meanings))
        place = words.place
        self._vocabulary = (
            {word for phrase in self._meanings for word in phrase}
            | words.stop_words | words.plain_words | words.negators | words.people.units | set(words.numbers)
            | place.markers | place.nouns | place.landmarks | place.ends
        )  # fmt: skip
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted(self._vocabulary):
            self._by_initial.setdefault(word[0], []).append(word)
        self.canonical = lru_cache(maxsize=4096)(self._canonical)

    def phrase(self, text: str) -> tuple[str, ...]:
        """Return the words of a phrase as they are compared: slang undone, stop words gone, one negator for all."""
        return tuple(word for word in map(self.exact, words_of(text.replace(NUMBER, "0"))) if word not in self.words.stop_words)

    def exact(self, word: str) -> str:
        """Return a word with slang undone; digits become `NUMBER`, every negator `DENIAL`."""
        if word[0].isdigit():
            return NUMBER
        word = self.words.slang.get(word, word)
        return DENIAL if word in self.words.negators else word

    def meanings(self, words: tuple[str, ...]) -> frozenset[str]:
        """Return what a phrase of canonical words means."""
        return frozenset(self._meanings.get(words, ()))

    def is_event(self, word: str) -> bool:
        """True when the word alone says that something happened."""
        return not self._events.isdisjoint(self._meanings.get((word,), ()))

    def ends_name(self, word: str) -> bool:
        """True when the word says that something happened, or to whom or what: no later part of a street's name."""
        return not self._no_names.isdisjoint(self._meanings.get((word,), ()))

    def counts_people(self, word: str) -> bool:
        """True when a number before the word counts people: "2 orang", "1 luka"."""
        people = self.words.people
        return word in people.units or not (people.trapped | people.victims).isdisjoint(self._meanings.get((word,), ()))

    def is_known(self, word: str) -> bool:
        """True for words of the trade, place words and stop words."""
        return word in self._vocabulary

    def is_word(self, word: str) -> bool:
        """True for a typed word that is known as it stands, slang and suffixes undone, misspelt ones left out."""
        known = self.exact(word)
        return known == NUMBER or known != word or known in self._vocabulary or bool(self._stem(word))

    def number(self, text: str) -> int | None:
        """Return the whole number that a typed word says ("2", "dua"), or `None`."""
        if text.isascii() and text.isdigit():
            return int(text) if len(text) <= 4 else None  # longer ones are telephone numbers
        return self.words.numbers.get(text)

    def _canonical(self, word: str) -> str:
        """Return the word that a typed word means: slang, then suffixes, then typing errors; else the word itself."""
        known = self.exact(word)
        if known == NUMBER or known in self._vocabulary or known != word:
            return known
        return self._stem(word) or self._corrected(word) or word

    def _stem(self, word: str) -> str:
        """Return the known word that `word` is without a suffix, "" when there is none."""
        for suffix in _SUFFIXES:
            stem = self.exact(word.removesuffix(suffix)) if word.endswith(suffix) and len(word) > len(suffix) + 2 else ""
            if stem in self._vocabulary:
                return stem
        return ""

    def _corrected(self, word: str) -> str | None:
        """Return the known word within one slip of the finger (two in a long word) with the same first letter.

        In a short word a wrong letter mostly makes another word (lahan, lawan), so only a missing, doubled or swapped letter
        counts as a slip there."""
        if len(word) < _FUZZY_FROM_LETTERS:
            return None
        candidates = [known for known in self._by_initial.get(word[0], ()) if len(known) >= _FUZZY_FROM_LETTERS]
        if len(word) < _WRONG_LETTER_FROM_LETTERS:
            candidates = [known for known in candidates if len(known) != len(word) or sorted(known) == sorted(word)]
        slips = 2 if len(word) >= _TWO_SLIPS_FROM_LETTERS else 1
        best = process.extractOne(word, candidates, scorer=OSA.distance, score_cutoff=slips)
        return best[0] if best else None


def read_words(path: Path) -> Words:
    """Read the file of words. Raises `CatalogueError`."""
    return read_toml(path, Words)
