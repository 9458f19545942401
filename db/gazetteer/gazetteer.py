"""Search for places by name, as typed, over the official list and a centre's own region."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from db.gazetteer import build, official
from db.gazetteer.entries import kabkota_number
from db.gazetteer.explain import Explanation
from db.gazetteer.index_file import IndexFileError
from db.gazetteer.kinds import INDEX_KINDS
from db.gazetteer.place import Kind, Place
from db.gazetteer.records import Record, place_of
from db.gazetteer.scoring import Floats, Scorer
from db.gazetteer.segment import Segment
from db.gazetteer.typed import Typed, read

_log = logging.getLogger(__name__)

MAX_TYPED_SIGNS = 200
"""More is no name; the rest of a pasted page is not looked for."""
MAX_TYPED_WORDS = 16

# Added to a score, which is about 1 for a name as it was typed.
HOME_BONUS_OF_ONE_WORD = 0.55
HOME_BONUS = 0.35
"""Two words that fit elsewhere say more than one."""
NEIGHBOUR_BONUS = 0.15
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
_SLACK = 0.35
"""What lies further below the best score, as a share of it, is no answer."""


class _Found(NamedTuple):
    score: float
    segment: int
    doc: int


class IndexedGazetteer:
    """Not for several threads at once."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = list(segments)
        self._scorer = Scorer(self._segments)
        self._position_docs: dict[int, int] = {}
        if len(self._segments) > 1:
            national, region = self._segments
            for here, there in national.shared_with(region):
                self._position_docs[here] = there
                region.is_shown[there] = False

    def search(self, text: str, *, home: str | None = None, neighbours: Sequence[str] = (), limit: int = 8) -> list[Place]:
        """Return at most `limit` places, the best first. `home` and `neighbours` are Kemendagri codes of kabkota ("35.15" or
        "3515"): home ranks first where the text does not say otherwise, neighbours before the rest."""
        typed = read(text[:MAX_TYPED_SIGNS])
        typed = typed._replace(words=typed.words[:MAX_TYPED_WORDS])
        if not typed.words or limit < 1:
            return []
        scores = self._scorer.scores(typed.words)
        joined = "".join(word.forms[0][0] for word in typed.words if word.weight == 1)
        bonus = np.float32(HOME_BONUS if len(typed.words) > 1 else HOME_BONUS_OF_ONE_WORD)
        home_number, near = kabkota_number(home or ""), [kabkota_number(code) for code in neighbours]
        for segment, of_segment in zip(self._segments, scores, strict=True):
            _favour_beginnings(segment, of_segment, joined, is_one_word=len(typed.words) == 1)
            if home_number:
                np.add(of_segment, bonus, out=of_segment, where=self._is_at(segment, home_number))
            if near:
                np.add(of_segment, np.float32(NEIGHBOUR_BONUS), out=of_segment, where=np.isin(segment.kabkota, near))
            np.multiply(of_segment, segment.is_shown, out=of_segment)
        return [self._place(found, typed) for found in _best(scores, limit)]

    def all_places(self, kind: Kind | None = None) -> list[Place]:
        """Return every place, or all of one kind, areas from the top down, then by code or as imported."""
        found = []
        for number, segment in enumerate(self._segments):
            for doc in np.flatnonzero(segment.is_shown).tolist():
                record = segment.record(doc)
                if kind is None or record.kind == kind:
                    found.append(place_of(record, position=self._position(number, doc)))
        return found

    def by_code(self, code: str) -> Place | None:
        """Return the place of a code ("35.15.01.2001", "osm:way/12"), or None."""
        for number, segment in enumerate(self._segments):
            if (doc := segment.find(code)) >= 0:
                return place_of(segment.record(doc), position=self._position(number, doc))
        return None

    def _position(self, segment: int, doc: int) -> Record | None:
        """Return the region's record of an area of the official list."""
        there = self._position_docs.get(doc, -1) if segment == 0 else -1
        return self._segments[1].record(there) if there >= 0 else None

    def _is_at(self, segment: Segment, home: int) -> NDArray[np.bool_]:
        at_home: NDArray[np.bool_] = segment.kabkota == home
        if segment is not self._segments[0]:  # what a centre lists itself without naming an area lies in its own region
            at_home |= segment.kabkota == 0
        return at_home

    def _place(self, found: _Found, typed: Typed) -> Place:
        segment = self._segments[found.segment]
        record = segment.record(found.doc)
        rest = typed.rest(Explanation(record).unexplained(typed.words))
        return place_of(record, position=self._position(found.segment, found.doc), score=found.score, rest=rest)


def _favour_beginnings(segment: Segment, scores: Floats, joined: str, *, is_one_word: bool) -> None:
    """`joined` are the words of the address without spaces."""
    if not joined:
        return
    docs, letters = segment.beginning_with(joined)
    bonus = np.float32(PREFIX_BONUS if is_one_word else PREFIX_BONUS_OF_WORDS) - np.float32(LETTER_COST) * letters
    if len(joined) <= FEW_LETTERS:
        bonus += np.float32(FEW_LETTERS_BONUS) - _KIND_COST[segment.kind[docs]]
    scores[docs] += np.maximum(bonus, 0)
    whole = docs[letters == len(joined)]
    scores[whole] += _WHOLE_NAME_BONUS[segment.kind[whole]]


def _best(scores: Sequence[Floats], limit: int) -> list[_Found]:
    """Return the best documents of all segments; of equal ones the one of the official list, and there the earlier code."""
    top = max((float(of_segment.max()) for of_segment in scores if len(of_segment)), default=0.0)
    if top <= 0:
        return []
    found = []
    for number, of_segment in enumerate(scores):
        docs = np.flatnonzero(of_segment >= top * (1 - _SLACK))
        if len(docs) > limit:
            worst = np.partition(of_segment[docs], len(docs) - limit)[len(docs) - limit]
            docs = docs[of_segment[docs] >= worst]
        best = docs[np.argsort(-of_segment[docs], kind="stable")][:limit]
        found += [_Found(float(of_segment[doc]), number, doc) for doc in best.tolist()]
    found.sort(key=lambda one: (-one.score, one.segment, one.doc))
    return found[:limit]


def open_gazetteer(national: Path, region: Path | None = None) -> IndexedGazetteer:
    """Open the index of the official list, made again when its file is missing, damaged or of another version, and the region's
    beside it. A region's file that cannot be used is logged and left out: `build.is_sound` tells before. Raises `OSError` when
    the national file cannot be written."""
    try:
        segments = [Segment(national, official.DATA)]
    except IndexFileError as error:
        _log.warning("the index of names is made again: %s", error)
        build.build_national(national)
        segments = [Segment(national, official.DATA)]
    if region is not None:
        try:
            segments.append(Segment(region, build.REGION_DATA))
        except IndexFileError as error:
            _log.warning("the region's names cannot be searched until they are imported again: %s", error)
    return IndexedGazetteer(segments)
