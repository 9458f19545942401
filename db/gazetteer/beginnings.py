"""What is said by the beginnings of words: "kal" is enough for Kalanganyar, "kal s" for the one in Sedati.

Trigrams say little while few letters are typed. Then a name that begins so goes first, and so does one whose name begins with
the first word while each further word begins another word of it or of the area that it lies in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from db.gazetteer.kinds import INDEX_KINDS
from db.gazetteer.scoring import Floats
from db.gazetteer.segment import Segment
from db.gazetteer.typed import Word

# Added to a score, which is about 1 for a name as it was typed.
PREFIX_BONUS = 0.1
"""For a name that begins with all of what was typed."""
PREFIX_BONUS_OF_WORDS = 0.3
"""The same for several words: "tapian nauli s" leaves no other."""
FEW_LETTERS = 3
FEW_LETTERS_BONUS = 0.9
"""More of it while so few letters are typed that trigrams say little."""
_WHOLE_NAME_BONUS = np.array([0.2 if kind in {"province", "kabkota", "kota"} else 0.15 for kind in INDEX_KINDS], np.float32)
"""For a name that is all of what was typed; "bogor" is the city before it is a village."""
LETTER_COST = 0.004
"""Among names of one beginning the shorter go first: the longer ones still have letters to tell them apart."""
_KIND_COSTS = {"village": 0.0, "street": 0.15}
_KIND_COST = np.array([_KIND_COSTS.get(kind, 0.03) for kind in INDEX_KINDS], np.float32)
"""While few letters are typed: a village says most with the fewest letters, and the many streets must not hide it."""

EACH_WORD_BONUS = 0.2
"""For a name that begins with the first word when the others begin words of it or of its area."""
SHORT_WORDS_BONUS = 0.6
"""More of it while one of the words is so short that it has no trigram of its own."""


AREA_BONUS = 0.1
"""And still more of it when the further words begin the name of the area it lies in: "kal s" is rather a village in Sedati than
one whose own second word begins so, which its own letters bring up soon enough."""
AREAS_ABOVE = 2
"""A village's kecamatan and kabkota."""


def favour_beginnings(segment: Segment, scores: Floats, words: Sequence[Word]) -> None:
    """Add to `scores` what the beginnings say. `words` are those of the address."""
    if not words:
        return
    joined = "".join(word.plain for word in words)
    docs, letters = segment.beginning_with(joined)
    is_one_word = len(words) == 1
    bonus = np.float32(PREFIX_BONUS if is_one_word else PREFIX_BONUS_OF_WORDS) - np.float32(LETTER_COST) * letters
    if is_one_word and len(joined) <= FEW_LETTERS:
        bonus += np.float32(FEW_LETTERS_BONUS) - _KIND_COST[segment.kind[docs]]
    scores[docs] += np.maximum(bonus, 0)
    whole = docs[letters == len(joined)]
    scores[whole] += _WHOLE_NAME_BONUS[segment.kind[whole]]
    if not is_one_word:
        _favour_each_word(segment, scores, words)


def _favour_each_word(segment: Segment, scores: Floats, words: Sequence[Word]) -> None:
    firsts = [segment.beginning_with(form) for form in _single(words[0])]
    docs, letters = np.concatenate([docs for docs, _letters in firsts]), np.concatenate([letters for _docs, letters in firsts])
    is_area_begun: NDArray[np.bool_] = np.ones(len(docs), np.bool_)
    for word in words[1:]:
        if not len(docs):
            return
        above = segment.parent[docs]
        begun, has_word = np.zeros(len(segment), np.bool_), np.zeros(len(segment), np.bool_)
        for form in _single(word):
            begun[segment.beginning_with(form)[0]] = True
            has_word |= segment.has_beginning(form)
        is_area_begun &= (above >= 0) & begun[above]
        is_in = has_word[docs] | begun[docs]
        for _level in range(AREAS_ABOVE):
            is_in |= (above >= 0) & (has_word[above] | begun[above])
            above = np.where(above >= 0, segment.parent[above], -1)
        docs, letters, is_area_begun = docs[is_in], letters[is_in], is_area_begun[is_in]
    bonus = np.float32(EACH_WORD_BONUS) - np.float32(LETTER_COST) * letters
    if min(len(word.plain) for word in words) <= FEW_LETTERS:
        bonus += np.float32(SHORT_WORDS_BONUS) - _KIND_COST[segment.kind[docs]]
        bonus[is_area_begun] += np.float32(AREA_BONUS)
    docs, first = np.unique(docs, return_index=True)  # an area stands once for each of its names
    scores[docs] += np.maximum(bonus[first], 0)


def _single(word: Word) -> list[str]:
    """Return the readings of a word that are one word."""
    return [form[0] for form in word.forms if len(form) == 1]
