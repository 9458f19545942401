"""Finds the meanings in a line: longest phrase first, denied ones apart."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from calltaker.domain.reading.lexicon import DENIAL, Lexicon
from calltaker.domain.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that means something. `first` and `last` are indices of its tokens."""

    meanings: frozenset[str]
    first: int
    last: int
    denied: bool


def find_meanings(tokens: list[Token], lexicon: Lexicon, wanted: frozenset[str], skip: Container[int] = ()) -> list[Hit]:
    """Return the phrases with a `wanted` meaning from left to right, none over another. Tokens in `skip` (a place's name) are
    not there.

    A phrase is denied when "tidak/bukan/tanpa/belum" stands right before it, stop words apart; the denial reaches on over
    phrases that follow at once and share a meaning ("tidak ada korban luka").
    """
    content = _content(tokens, lexicon, skip)
    hits: list[Hit] = []
    position = 0
    previous: Hit | None = None
    while position < len(content):
        found = next(_phrases(content, position, lexicon, wanted), None)
        if found is None:
            previous = None
            position += 1
            continue
        continued = previous is not None and previous.denied and not previous.meanings.isdisjoint(found[1])
        previous = _hit(content, position, found, lexicon, denied=continued)
        hits.append(previous)
        position += found[0]
    return hits


def find_overlapping(tokens: list[Token], lexicon: Lexicon, wanted: frozenset[str]) -> list[Hit]:
    """Return every phrase with a `wanted` meaning, also one inside or across another."""
    content = _content(tokens, lexicon, ())
    return [
        _hit(content, position, found, lexicon)
        for position in range(len(content))
        for found in _phrases(content, position, lexicon, wanted)
    ]


def _content(tokens: list[Token], lexicon: Lexicon, skip: Container[int]) -> list[tuple[int, str]]:
    """Return (index, canonical word) of the tokens that may mean something."""
    return [
        (index, word)
        for index, token in enumerate(tokens)
        if index not in skip and (word := lexicon.canonical(token.text)) not in lexicon.words.stop_words
    ]


def _phrases(
    content: list[tuple[int, str]], position: int, lexicon: Lexicon, wanted: frozenset[str]
) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield length and wanted meanings of the known phrases that begin at `position`, the longest first."""
    most = min(lexicon.longest_phrase, len(content) - position)
    words = tuple(word for _index, word in content[position : position + most])
    for length in range(most, 0, -1):
        if meanings := lexicon.meanings(words[:length]) & wanted:
            yield length, meanings


def _hit(
    content: list[tuple[int, str]], position: int, found: tuple[int, frozenset[str]], lexicon: Lexicon, *, denied: bool = False
) -> Hit:
    """Return the hit of a phrase found at `position`; `denied` when an earlier denial already covers it."""
    length, meanings = found
    before = position - 1
    while before > 0 and content[before][1] in lexicon.words.denied_through:
        before -= 1
    denied = denied or (before >= 0 and content[before][1] == DENIAL)
    return Hit(meanings, content[position][0], content[position + length - 1][0], denied)
