"""How well each name answers what was typed: one scale for areas, streets, landmarks and posts of every segment.

Each typed word is compared with each name by the share of its trigrams that the name has, rare ones counting more (BM25's
inverse document frequency, over all segments together), in four fields: letters, letters in any order, sound, consonants. A
word that an area has speaks for everything in that area too, a little less. A name then answers the text by the share of the
typed words that it or its areas have, and by how much of the name was typed. The latter stands in for BM25's norm of length:
names are so short that no trigram repeats, and what is missing of a name says more than how long it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from db.gazetteer import grams
from db.gazetteer.kinds import INDEX_KINDS
from db.gazetteer.segment import Segment
from db.gazetteer.typed import Word

Floats = NDArray[np.float32]
Terms = NDArray[np.int32]

# The figures below were chosen on queries of other seeds than those of the tests and the bench.
LETTERS, SHUFFLED, SOUND = 0.28, 0.3, 0.42
"""What the fields say together."""
SOUND_ALONE = 0.75
"""What it is worth when only the sound agrees."""
CONSONANTS_ALONE = 0.92
"""What it is worth that the consonants agree, for a word typed without vowels."""
CONSONANTS_WITH_VOWELS = 0.5
"""The same for a word that was typed with its vowels: then they say something too."""
FULL_VOWELS = 0.4
"""The share of vowels in a word from which on none is thought to be missing."""
ABBREVIATION = 0.85
"""What another reading of a word is worth beside the word itself."""
INHERITED = np.float32(0.93)
"""What a word is worth that not the name has but the area it lies in, for each step up."""
OTHER_LEVEL = 0.8
"""What a word is worth for a place of another level than the one said ("kec bogor" and a village Bogor)."""
AGAIN = 0.8
"""What a word is worth for the same name the second time."""
OWN_SHARE = np.float32(0.2)
"""What is added when all of the name was typed."""

MAX_CACHED_WORDS = 24


class _Compared(NamedTuple):
    """A typed word beside each name of each segment: what the name itself has of it, and what it has with the areas above."""

    importance: float
    own: list[Floats]
    with_areas: list[Floats]


class Scorer:
    """Holds the comparisons of the last words: of a text that is being typed only the last word is new with each key."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        total = sum(len(segment) for segment in segments)
        frequency = np.sum([np.diff(segment.starts) for segment in segments], axis=0)
        self._idf: Floats = np.log1p((total - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
        self._cached: OrderedDict[tuple[object, ...], _Compared] = OrderedDict()

    def scores(self, words: Sequence[Word]) -> list[Floats]:
        """Return for each segment how well each document answers `words`: 0 not at all, 1 as typed, up to 1.2 for a name that
        was typed in full."""
        compared = [self._compare(word) for word in words]
        weights = [word.weight * one.importance for word, one in zip(words, compared, strict=True)]
        total = sum(weights) or 1.0
        found = []
        for number, segment in enumerate(self._segments):
            answered = np.zeros(len(segment), np.float32)
            letters = np.zeros(len(segment), np.float32)
            said: set[str] = set()
            for word, weight, one in zip(words, weights, compared, strict=True):
                share = np.float32(weight / total)
                if word.forms[0][0] in said:
                    answered += _said_again(segment, one.own[number], one.with_areas[number]) * share
                    continue
                said.add(word.forms[0][0])
                answered += one.with_areas[number] * share
                letters += one.own[number] * np.float32(word.letters)
            found.append(answered * (1 + OWN_SHARE * np.minimum(letters / segment.letters, np.float32(1))))
        return found

    def _compare(self, word: Word) -> _Compared:
        key = (word.forms, word.level, word.is_finished)
        if (known := self._cached.get(key)) is not None:
            self._cached.move_to_end(key)
            return known
        forms = [_terms(form, is_finished=word.is_finished or number > 0) for number, form in enumerate(word.forms)]
        compared = _Compared(float(self._idf[forms[0][0]].sum()) or 1.0, [], [])
        for segment in self._segments:
            own = self._own(segment, word.forms[0], forms[0])
            for form, terms in zip(word.forms[1:], forms[1:], strict=True):
                np.maximum(own, self._own(segment, form, terms) * np.float32(ABBREVIATION), out=own)
            if word.post_code:
                own[segment.post_code == word.post_code] = 1
            if word.level:
                own *= _level_factors(word.level)[segment.kind]
            compared.own.append(own)
            compared.with_areas.append(_with_areas(segment, own))
        self._cached[key] = compared
        if len(self._cached) > MAX_CACHED_WORDS:
            self._cached.popitem(last=False)
        return compared

    def _own(self, segment: Segment, form: tuple[str, ...], terms: Sequence[Terms]) -> Floats:
        """Return what of a reading of a word each name has."""
        letters, sound, consonants, shuffled = (self._share(segment, one) for one in terms)
        own: Floats = letters * np.float32(LETTERS) + shuffled * np.float32(SHUFFLED) + sound * np.float32(SOUND)
        np.maximum(own, sound * np.float32(SOUND_ALONE), out=own)
        vowels = sum(sign in "aeiou" for word in form for sign in word) / sum(map(len, form))
        is_missing = max(0.0, 1 - vowels / FULL_VOWELS)
        alone = CONSONANTS_WITH_VOWELS + (CONSONANTS_ALONE - CONSONANTS_WITH_VOWELS) * is_missing
        np.maximum(own, consonants * np.float32(alone), out=own)
        return own

    def _share(self, segment: Segment, terms: Terms) -> Floats:
        """Return the share of `terms` that each name has, weighed by their rarity."""
        weights = self._idf[terms]
        total = float(weights.sum())
        if not total:
            return np.zeros(len(segment), np.float32)
        slices = [segment.docs[segment.starts[term] : segment.starts[term + 1]] for term in terms.tolist()]
        each = np.repeat(weights / total, [len(one) for one in slices])
        shares: Floats = np.bincount(np.concatenate(slices), each, len(segment)).astype(np.float32)
        return shares


def _terms(form: tuple[str, ...], *, is_finished: bool) -> list[Terms]:
    """Return the trigrams of a reading by field; of several words only the last may be unfinished."""
    last = len(form) - 1
    words = [grams.of_word(word, is_finished=is_finished or at < last) for at, word in enumerate(form)]
    fields = range(len(grams.FIELDS))
    return [np.array(list(dict.fromkeys(term for word in words for term in word[field])), np.int32) for field in fields]


def _with_areas(segment: Segment, own: Floats) -> Floats:
    found = own.copy()
    for start, end in zip(segment.levels[1:], segment.levels[2:], strict=False):
        part = found[start:end]
        np.maximum(part, found[segment.parent[start:end]] * INHERITED, out=part)
    return found


def _said_again(segment: Segment, own: Floats, with_areas: Floats) -> Floats:
    """Return what a word is worth that was typed before: it speaks of the area above ("sumber sumber" is Sumber in Sumber)
    rather than of the name once more."""
    above = np.where(segment.parent >= 0, with_areas[segment.parent], np.float32(0)) * INHERITED
    again: Floats = np.maximum(own * np.float32(AGAIN), above)
    return again


def _level_factors(level: str) -> Floats:
    """Return by number of the kind what a word said to be of `level` is worth there."""
    return np.array([1 if kind == level else OTHER_LEVEL for kind in INDEX_KINDS], np.float32)
