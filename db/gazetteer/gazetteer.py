"""Search for places by name, as typed, over the official list and a centre's own region."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from db.gazetteer import build, official, whole_names
from db.gazetteer.beginnings import favour_beginnings
from db.gazetteer.codes import TypedCode, code_in
from db.gazetteer.entries import kabkota_number
from db.gazetteer.explain import Explanation
from db.gazetteer.index_file import IndexFileError
from db.gazetteer.place import Kind, Place
from db.gazetteer.records import Record, place_of, record_of
from db.gazetteer.scoring import Floats, Scorer
from db.gazetteer.segment import Segment
from db.gazetteer.typed import Typed, Word, read

_log = logging.getLogger(__name__)

MAX_TYPED_SIGNS = 200
"""More is no name; the rest of a pasted page is not looked for."""
MAX_TYPED_WORDS = 16

# Added to a score, which is about 1 for a name as it was typed.
HOME_BONUS_OF_ONE_WORD = 0.55
HOME_BONUS = 0.35
"""Two words that fit elsewhere say more than one."""
HOME_BONUS_OF_SHORT_WORDS = 1.0
SHORT_LETTERS = 6
"""So few letters in several words ("kal s") fit everywhere."""
NEIGHBOUR_BONUS = 0.15
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
        text = text[:MAX_TYPED_SIGNS]
        if limit < 1:
            return []
        if (written := code_in(text)) is not None and (area := self.by_code(written.code)) is not None:
            return self._with_coded(area, written, text, home=home, neighbours=neighbours, limit=limit)
        typed = read(text)
        typed = typed._replace(words=typed.words[:MAX_TYPED_WORDS])
        if not typed.words:
            return []
        scores = self._scorer.scores(typed.words)
        of_address = [word for word in typed.words if word.weight == 1]
        bonus = np.float32(_home_bonus(of_address))
        home_number, near = kabkota_number(home or ""), [kabkota_number(code) for code in neighbours]
        for segment, of_segment in zip(self._segments, scores, strict=True):
            favour_beginnings(segment, of_segment, of_address)
            answers = of_segment > 0  # where nothing was meant, home is no answer either
            if home_number:
                np.add(of_segment, bonus, out=of_segment, where=answers & self._is_at(segment, home_number))
            if near:
                np.add(of_segment, np.float32(NEIGHBOUR_BONUS), out=of_segment, where=answers & np.isin(segment.kabkota, near))
            np.multiply(of_segment, segment.is_shown, out=of_segment)
        return [self._place(found, typed) for found in _best(scores, limit)]

    def named(self, text: str, *, home: str, neighbours: Sequence[str] = (), limit: int = 8) -> list[Place]:
        """Return the villages and kecamatan of home and its neighbours whose whole names stand among these words, runs of them
        parted by commas; what explains most words first. A name that is an ordinary word alone is none."""
        near = [number for number in map(kabkota_number, (home, *neighbours)) if number]
        found = [
            (one, number)
            for number, segment in enumerate(self._segments)
            for one in whole_names.find(segment, text[:MAX_TYPED_SIGNS], near)
        ]
        found = [(one, number) for one, number in found if not any(one.words < other.words for other, _number in found)]
        found.sort(key=lambda named: -len(named[0].words))
        return [
            place_of(self._segments[number].record(one.doc), position=self._position(number, one.doc))
            for one, number in found[: max(limit, 0)]
        ]

    def _with_coded(
        self, area: Place, written: TypedCode, text: str, *, home: str | None, neighbours: Sequence[str], limit: int
    ) -> list[Place]:
        """Return the area whose code was typed, then what the words beside the code say."""
        words = text[: written.start] + " " * (written.end - written.start) + text[written.end :]
        others = [
            place for place in self.search(words, home=home, neighbours=neighbours, limit=limit) if place.code != area.code
        ]
        record, typed = record_of(area), read(words)
        area = msgspec.structs.replace(
            area,
            score=max((place.score for place in others), default=0.0) + 1,
            rest=typed.rest(Explanation(record).unexplained(typed.words[:MAX_TYPED_WORDS])),
        )
        return [area, *others][:limit]

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


def _home_bonus(words: Sequence[Word]) -> float:
    """Return it for the words of the address."""
    if len(words) < 2:
        return HOME_BONUS_OF_ONE_WORD
    return HOME_BONUS_OF_SHORT_WORDS if sum(len(word.plain) for word in words) <= SHORT_LETTERS else HOME_BONUS


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
