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
from db.gazetteer.place import Kind, Place
from db.gazetteer.records import place_of
from db.gazetteer.scoring import Scorer
from db.gazetteer.segment import Segment
from db.gazetteer.typed import Typed, read
from db.gazetteer.words import plain, split

_log = logging.getLogger(__name__)

MAX_TYPED_SIGNS = 200
"""More is no name; the rest of a pasted page is not looked for."""
MAX_TYPED_WORDS = 16

HOME_BONUS = 0.28
NEIGHBOUR_BONUS = 0.1
PREFIX_BONUS = 0.3
FEW_LETTERS = 3
FEW_LETTERS_BONUS = 1.0
SHORT_NAME_BONUS = 0.004
_SLACK = 0.35
"""Of the best score: what lies further below is not even ordered."""


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
        joined = "".join(plain(word) for word in split(text[:MAX_TYPED_SIGNS]))
        home_number, near = kabkota_number(home or ""), [kabkota_number(code) for code in neighbours]
        for number, (segment, score) in enumerate(zip(self._segments, scores, strict=True)):
            self._favour_beginnings(segment, score, joined)
            if home_number:
                at_home = segment.kabkota == home_number
                if number:  # a centre's own list that names no area is of its own region
                    at_home |= segment.kabkota == 0
                score += at_home * np.float32(HOME_BONUS)
            if near:
                score += np.isin(segment.kabkota, near) * np.float32(NEIGHBOUR_BONUS)
            score *= segment.is_shown
        return [self._place(found, typed) for found in self._best(scores, limit)]

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

    def _position(self, segment: int, doc: int):  # noqa: ANN202
        there = self._position_docs.get(doc, -1) if segment == 0 else -1
        return self._segments[1].record(there) if there >= 0 else None

    def _favour_beginnings(self, segment: Segment, score: NDArray[np.float32], joined: str) -> None:
        if not joined:
            return
        docs = segment.beginning_with(joined)
        if not len(docs):
            return
        bonus = FEW_LETTERS_BONUS if len(joined) <= FEW_LETTERS else PREFIX_BONUS
        score[docs] += np.float32(bonus) - np.float32(SHORT_NAME_BONUS) * segment.letters[docs]

    def _best(self, scores: Sequence[NDArray[np.float32]], limit: int) -> list[_Found]:
        top = max((float(score.max()) for score in scores if len(score)), default=0.0)
        if top <= 0:
            return []
        floor = top * (1 - _SLACK)
        found = []
        for number, score in enumerate(scores):
            docs = np.flatnonzero(score >= floor)
            if len(docs) > 4 * limit:
                docs = docs[np.argpartition(-score[docs], limit)[: limit + 1]]
            found += [_Found(float(score[doc]), number, doc) for doc in docs.tolist()]
        found.sort(key=lambda one: (-one.score, one.segment, one.doc))
        return found[:limit]

    def _place(self, found: _Found, typed: Typed) -> Place:
        segment = self._segments[found.segment]
        record = segment.record(found.doc)
        rest = typed.rest(Explanation(record).unexplained(typed.words))
        return place_of(record, position=self._position(found.segment, found.doc), score=found.score, rest=rest)


def open_gazetteer(national: Path, region: Path | None = None) -> IndexedGazetteer:
    """Open the index of the official list, made again when its file is missing, damaged or of another version, and the region's
    beside it. A region's file that cannot be used is logged and left out: `build.is_sound` tells before. Raises `OSError` when the
    national file cannot be written."""
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
