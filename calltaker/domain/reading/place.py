"""Finds the words of the place and of the landmark in a line, exactly as they were typed."""

from __future__ import annotations

from dataclasses import dataclass

from calltaker.domain.reading.lexicon import NUMBER, Lexicon
from calltaker.domain.reading.tokens import Token

_MOST_WORDS = 16
"""A place longer than this is a sentence that happened to begin with a street."""


@dataclass(frozen=True, slots=True)
class Places:
    """`place` and `landmark` as typed. `named` are the indices of tokens that belong to a name and mean nothing else,
    `weak` those of a place without a marker ("di pasar"), whose words keep their meaning."""

    place: str
    landmark: str
    named: frozenset[int]
    weak: frozenset[int]


class _Reader:
    """One pass over one line."""

    def __init__(self, line: str, tokens: list[Token], lexicon: Lexicon) -> None:
        self._line = line
        self._tokens = tokens
        self._lexicon = lexicon
        self._place = lexicon.words.place
        self._words = [lexicon.canonical(token.text) for token in tokens]
        self._exact = [lexicon.exact(token.text) for token in tokens]

    def read(self) -> Places:
        strong: list[range] = []
        weak: list[range] = []
        landmarks: list[range] = []
        index = 0
        while index < len(self._tokens):
            found = self._landmark(index) or self._strong(index) or self._weak(index)
            if not found:
                index += 1
                continue
            kind, span = found
            {"landmark": landmarks, "strong": strong, "weak": weak}[kind].append(span)
            index = span.stop
        named = frozenset(index for span in (*strong, *landmarks) for index in span)
        loose = frozenset(index for span in weak for index in span)
        return Places(self._typed(strong or weak[:1]), self._typed(landmarks), named, loose)

    def _landmark(self, index: int) -> tuple[str, range] | None:
        if self._words[index] not in self._place.landmarks:
            return None
        stop = self._end(index + 1, forced=1 if self._is_landmark_noun(index + 1) else 0, with_markers=False)
        return ("landmark", range(index, stop)) if stop > index + 1 else None

    def _strong(self, index: int) -> tuple[str, range] | None:
        """A place that says so itself: jl, gang, rt, desa … and a number or a name."""
        if not self._begins_place(index):
            return None
        return "strong", range(index, self._end(index + 1, forced=1))

    def _weak(self, index: int) -> tuple[str, range] | None:
        """ "di pasar baru", "pantai kenjeran": a place when nothing better is said; its words keep their meaning."""
        if self._exact[index] == "di":
            first = index + 1
            if (
                first >= len(self._tokens)
                or self._words[first] in self._place.nowhere
                or self._exact[first] in self._place.ends
            ):
                return None
        elif self._exact[index] in self._place.nouns and index + 1 < len(self._tokens) and self._is_name(index + 1):
            first = index
        else:
            return None
        stop = self._end(first, forced=1 if self._exact[first] in self._place.nouns or self._is_name(first) else 0)
        return ("weak", range(first, stop)) if stop > first else None

    def _end(self, start: int, forced: int, *, with_markers: bool = True) -> int:
        """Return the index after the last word of a place that goes on at `start`; `forced` words belong to it anyway.
        A landmark ends where a place of its own begins (`with_markers` false)."""
        index = start
        while index < len(self._tokens) and index - start < _MOST_WORDS:
            if index - start < forced or (index > start and self._opens_name(index - 1)):
                if index > start and self._tokens[index].breaks:
                    break
            elif self._ends_before(index, start) or (not with_markers and self._begins_place(index)):
                break
            index += 1
        return index

    def _ends_before(self, index: int, start: int) -> bool:
        word, exact = self._words[index], self._exact[index]
        if exact in self._place.markers:
            return not self._name_follows(index) and self._exact[index - 1] not in self._place.nouns
        if self._tokens[index].breaks and index > start:
            return True
        if exact in self._place.ends or exact in self._place.landmarks or self._lexicon.ends_name(word):
            return True
        if exact == NUMBER:
            return self._counts_people(index)
        # After a house number only its letter or a marker goes on ("12 a", "12 rt 3").
        return index > start and self._exact[index - 1] == NUMBER and len(word) > 1

    def _begins_place(self, index: int) -> bool:
        return self._exact[index] in self._place.markers and self._name_follows(index)

    def _name_follows(self, marker: int) -> bool:
        """True when what stands after a marker can be its name or number.

        After "jalan" in full no word of the trade is a name ("jalan berlubang"); after "jl" or "gang" any word is ("jl pasar");
        after other markers everything but an event ("perumahan kebakaran")."""
        index, exact = marker + 1, self._exact[marker]
        if index >= len(self._tokens) or self._tokens[index].breaks or self._exact[index] in self._place.ends:
            return False
        following = self._exact[index]
        if following == NUMBER or exact in self._place.numbered:
            return following == NUMBER
        if following in self._place.landmarks:
            return False
        if self._tokens[marker].text == "jalan":
            fresh = self._opens_name(index) or not self._lexicon.is_known(self._words[index])
            return fresh and following not in self._place.markers
        return exact in self._place.roads or not self._lexicon.is_event(self._words[index])

    def _opens_name(self, index: int) -> bool:
        """True when the word after this one belongs to the name whatever it means elsewhere."""
        exact = self._exact[index]
        if exact not in self._place.name_openers:
            return False
        following = self._exact[index + 1] if index + 1 < len(self._exact) else ""
        is_free = following not in self._place.landmarks and following not in self._place.ends
        return is_free and (exact not in self._place.markers or self._name_follows(index))

    def _is_landmark_noun(self, index: int) -> bool:
        return index < len(self._tokens) and self._exact[index] not in self._place.ends and not self._tokens[index].breaks

    def _is_name(self, index: int) -> bool:
        token = self._tokens[index]
        return not token.is_number and not token.breaks and not self._lexicon.is_known(self._words[index])

    def _counts_people(self, index: int) -> bool:
        if index + 1 >= len(self._tokens) or self._tokens[index + 1].breaks:
            return False
        return self._lexicon.counts_people(self._words[index + 1])

    def _typed(self, spans: list[range]) -> str:
        """Return the spans as typed; neighbours that only a comma parts stay as they are, others are joined by ", "."""
        pieces: list[tuple[int, int]] = []
        for span in spans:
            start, end = self._tokens[span.start].start, self._tokens[span.stop - 1].end
            if pieces and not self._line[pieces[-1][1] : start].strip(" ,."):
                start = pieces.pop()[0]
            pieces.append((start, end))
        return ", ".join(self._line[start:end] for start, end in pieces)


def find_places(line: str, tokens: list[Token], lexicon: Lexicon) -> Places:
    """Return place and landmark of a line."""
    return _Reader(line, tokens, lexicon).read()
