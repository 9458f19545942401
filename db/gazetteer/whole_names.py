"""Villages and kecamatan whose whole name stands among loose words: nothing alike, nothing begun, nothing far away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from db.gazetteer.kinds import INDEX_KINDS
from db.gazetteer.ordinary import ORDINARY_WORDS
from db.gazetteer.segment import Segment
from db.gazetteer.words import name_words

MOST_WORDS = 12
SHORTEST_LETTERS = 4
"""A shorter name alone is met by chance."""
_MOST_WORDS_OF_NAME = 4
_VILLAGE, _KECAMATAN = INDEX_KINDS.index("village"), INDEX_KINDS.index("kecamatan")


class Named(NamedTuple):
    """A document and the positions of the words that name it and what it lies in."""

    doc: int
    words: frozenset[int]


def find(segment: Segment, text: str, kabkota: Sequence[int]) -> list[Named]:
    """Return what is named in `text`, runs of words parted by commas, within these kabkota (3515). What explains more words
    stands first; a name that explains only a part of what another one explains is left out."""
    places = _spans(segment, text)
    found: dict[int, frozenset[int]] = {}
    for doc, spans in places.items():
        if segment.kind[doc] not in (_VILLAGE, _KECAMATAN) or segment.kabkota[doc] not in kabkota or not segment.is_shown[doc]:
            continue
        for span in spans:
            words = span.words
            for area in segment.above(doc):
                words = max(
                    (words | above.words for above in places.get(area, ()) if not above.words & words), key=len, default=words
                )
            if (span.is_telling or words != span.words) and len(words) > len(found.get(doc, ())):
                found[doc] = words
    left = [Named(doc, words) for doc, words in found.items() if not any(words < other for other in found.values())]
    return sorted(left, key=lambda named: (-len(named.words), kabkota.index(int(segment.kabkota[named.doc])), named.doc))


class _Span(NamedTuple):
    """Words that are the whole name of something. `is_telling`: they would hardly stand there for anything else."""

    words: frozenset[int]
    is_telling: bool


def _spans(segment: Segment, text: str) -> dict[int, list[_Span]]:
    """Return for each document the places of its name in the text."""
    found: dict[int, list[_Span]] = {}
    start = 0
    for run in text.split(","):
        words = name_words(run)[: max(MOST_WORDS - start, 0)]
        for first in range(len(words)):
            for end in range(first + 1, min(first + _MOST_WORDS_OF_NAME, len(words)) + 1):
                joined = "".join(words[first:end])
                span = _Span(frozenset(range(start + first, start + end)), _is_telling(words[first:end]))
                docs, letters = segment.beginning_with(joined)
                for doc in docs[np.asarray(letters) == len(joined)].tolist():
                    found.setdefault(doc, []).append(span)
        start += len(words)
    return found


def _is_telling(words: Sequence[str]) -> bool:
    letters = sum(map(len, words))
    return letters >= SHORTEST_LETTERS and (len(words) > 1 or words[0] not in ORDINARY_WORDS)
