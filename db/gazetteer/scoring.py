"""How well each name answers what was typed: one scale for areas, streets, landmarks and posts of every segment.

Each typed word is compared with each name by the share of its trigrams that the name has, rare trigrams counting more (BM25's
idf, over all segments), in letters, sound and consonants. A word that an area has speaks for everything in that area too, a
little less. A name then answers the text by the share of the typed words that it or its areas have, and by how much of the name
was typed (in the place of BM25's length norm: names are short, so what is missing of one says more than how long it is)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from db.gazetteer import grams
from db.gazetteer.kinds import INDEX_KINDS
from db.gazetteer.segment import Segment
from db.gazetteer.typed import Word

Floats = NDArray[np.float32]

FIELD_WEIGHTS = (1.0, 0.5, 0.35)
"""Of letters, sound and consonants."""
INHERITED = np.float32(0.93)
"""What a word is worth that not the name has but the area it lies in, for each step up."""
OWN_SHARE = 0.45
OTHER_LEVEL = 0.8
"""What a word is worth for a place of another level than the one said ("kec bogor" and a village Bogor)."""
MAX_CACHED_WORDS = 24

_RELATED_KINDS = {"street": {"street"}, "kabkota": {"kabkota"}, "kota": {"kota"}}


class Scorer:
    """Holds the comparisons of the last words: of a text that is being typed only the last word is new with each key."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        total = sum(len(segment) for segment in segments)
        frequency = np.sum([np.diff(segment.starts) for segment in segments], axis=0)
        self._idf = np.log1p((total - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
        for field, weight in enumerate(FIELD_WEIGHTS):
            self._idf[field * grams.FIELD_SIZE : (field + 1) * grams.FIELD_SIZE] *= weight
        self._cached: OrderedDict[tuple[object, ...], tuple[float, list[tuple[Floats, Floats]]]] = OrderedDict()

    def scores(self, words: Sequence[Word]) -> list[Floats]:
        """Return for each segment how well each document answers `words`: 0 not at all, 1 as typed, up to 1.45 for a name that was
        typed in full."""
        compared = [self._compare(word) for word in words]
        weights = [word.weight * importance for word, (importance, _vectors) in zip(words, compared, strict=True)]
        total = sum(weights) or 1.0
        found = []
        for number, segment in enumerate(self._segments):
            answered = np.zeros(len(segment), np.float32)
            typed_letters = np.zeros(len(segment), np.float32)
            for word, weight, (_importance, vectors) in zip(words, weights, compared, strict=True):
                own, inherited = vectors[number]
                answered += inherited * np.float32(weight / total)
                typed_letters += own * np.float32(word.letters)
            share = np.minimum(typed_letters / segment.letters, np.float32(1))
            found.append(answered * (1 + np.float32(OWN_SHARE) * share))
        return found

    def _compare(self, word: Word) -> tuple[float, list[tuple[Floats, Floats]]]:
        """Return how much the word weighs, and for each segment what of it each name has, without and with the areas above."""
        key = (word.forms, word.level, word.is_finished)
        if (known := self._cached.get(key)) is not None:
            self._cached.move_to_end(key)
            return known
        vectors: list[tuple[Floats, Floats]] = []
        forms = [self._terms(form, is_finished=word.is_finished or number > 0) for number, form in enumerate(word.forms)]
        for segment in self._segments:
            own = self._own(segment, forms)
            if len(word.forms[0][0]) == 5 and word.forms[0][0].isdigit():
                own[segment.post_code == int(word.forms[0][0])] = 1
            if word.level:
                own *= _level_factors(word.level)[segment.kind]
            inherited = own.copy()
            for start, end in zip(segment.levels[1:], segment.levels[2:], strict=False):
                part = inherited[start:end]
                np.maximum(part, inherited[segment.parent[start:end]] * INHERITED, out=part)
            vectors.append((own, inherited))
        importance = max((float(self._idf[terms].sum()) for terms in forms[:1]), default=0.0)
        self._cached[key] = importance or 1.0, vectors
        if len(self._cached) > MAX_CACHED_WORDS:
            self._cached.popitem(last=False)
        return self._cached[key]

    def _terms(self, form: tuple[str, ...], *, is_finished: bool) -> NDArray[np.int32]:
        last = len(form) - 1
        fields = [grams.of_word(one, is_finished=is_finished or at < last) for at, one in enumerate(form)]
        return np.array(list(dict.fromkeys(term for word in fields for field in word for term in field)), np.int32)

    def _own(self, segment: Segment, forms: Sequence[NDArray[np.int32]]) -> Floats:
        best: Floats | None = None
        for terms in forms:
            weights = self._idf[terms]
            total = float(weights.sum())
            if not total:
                continue
            slices = [segment.docs[segment.starts[term] : segment.starts[term + 1]] for term in terms.tolist()]
            each = np.repeat(weights / total, [len(one) for one in slices])
            own = np.bincount(np.concatenate(slices), each, len(segment)).astype(np.float32)
            best = own if best is None else np.maximum(best, own)
        return np.zeros(len(segment), np.float32) if best is None else best


def _level_factors(level: str) -> Floats:
    """Return by number of the kind what a word said to be of `level` is worth there."""
    fitting = _RELATED_KINDS.get(level, {level})
    return np.array([1 if kind in fitting else OTHER_LEVEL for kind in INDEX_KINDS], np.float32)
