"""Trigrams of words as numbers, for many words at once.

A trigram is three of 37 signs: the border of a word, a-z, 0-9. Four fields lie side by side in one space of numbers: the
letters as they are, how they sound, the consonants alone, and the letters of each trigram in any order, which two exchanged
letters leave nearly whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from db.gazetteer.words import phonetic, skeleton

_SIGNS = 37
FIELD_SIZE = _SIGNS**3


def _as_it_is(word: str) -> str:
    return word


FIELDS: tuple[Callable[[str], str], ...] = (_as_it_is, phonetic, skeleton, _as_it_is)
"""The form of a plain word by field."""
SHUFFLED = 3
TERMS = FIELD_SIZE * len(FIELDS)

_ENTRY_END = 255
_SIGN_OF_BYTE = np.full(256, _ENTRY_END, np.uint8)
_SIGN_OF_BYTE[ord(" ")] = 0
_SIGN_OF_BYTE[ord("a") : ord("z") + 1] = np.arange(1, 27)
_SIGN_OF_BYTE[ord("0") : ord("9") + 1] = np.arange(27, 37)


def postings(entries: Sequence[str], docs: NDArray[np.int32], field: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return each trigram of each entry with the document it belongs to, sorted by trigram, none twice. An entry holds the
    forms of words, parted by single spaces; trigrams across two words are left out."""
    text = np.frombuffer(("| " + " | ".join(entries) + " |").encode(), np.uint8)
    signs = _SIGN_OF_BYTE[text]
    entry = np.cumsum(signs == _ENTRY_END, dtype=np.int32)[:-2] - 1
    first, middle, last = signs[:-2], signs[1:-1], signs[2:]
    inside = (first != _ENTRY_END) & (last != _ENTRY_END) & (middle != _ENTRY_END) & (middle != 0)
    triples = np.stack((first[inside], middle[inside], last[inside])).astype(np.int32)
    if field == SHUFFLED:
        triples.sort(axis=0)
    terms = (triples[0] * _SIGNS + triples[1]) * _SIGNS + triples[2] + field * FIELD_SIZE
    keys = np.unique(terms.astype(np.int64) << 32 | docs[entry[inside]])
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)


@lru_cache(maxsize=4096)
def of_word(word: str, *, is_finished: bool) -> tuple[tuple[int, ...], ...]:
    """Return the trigrams of one plain word by field. A word that is still being typed has no end yet."""
    return tuple(tuple(_terms(form(word), field, is_finished=is_finished)) for field, form in enumerate(FIELDS))


def of_beginning(word: str) -> list[tuple[int, int]]:
    """Return the trigrams of a beginning as ranges of numbers (first, behind the last): a name with such a word has all."""
    signs = [0, *_SIGN_OF_BYTE[np.frombuffer(word.encode(), np.uint8)].tolist()]
    if len(signs) < 3:  # a single letter: any trigram that begins with the border and the letter
        first = signs[-1] * _SIGNS
        return [(first, first + _SIGNS)]
    terms = dict.fromkeys((a * _SIGNS + b) * _SIGNS + c for a, b, c in zip(signs, signs[1:], signs[2:], strict=False))
    return [(term, term + 1) for term in terms]


def _terms(form: str, field: int, *, is_finished: bool) -> dict[int, None]:
    signs = [0, *_SIGN_OF_BYTE[np.frombuffer(form.encode(), np.uint8)].tolist()]
    if is_finished:
        signs.append(0)
    triples = zip(signs, signs[1:], signs[2:], strict=False)
    if field == SHUFFLED:
        triples = (sorted(triple) for triple in triples)  # type: ignore[assignment]
    base = field * FIELD_SIZE
    return dict.fromkeys((first * _SIGNS + middle) * _SIGNS + last + base for first, middle, last in triples)
