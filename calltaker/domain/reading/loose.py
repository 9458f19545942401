"""What is left of a line that names no place in words of its own: perhaps a bare name of a village ("banjir kalanganyar")."""

from __future__ import annotations

from collections.abc import Iterable

from calltaker.domain.reading.lexicon import Lexicon
from calltaker.domain.reading.meanings import Hit
from calltaker.domain.reading.tokens import Token

MOST_LOOSE_WORDS = 12
_BEFORE_PEOPLE = frozenset((
    "pak", "bapak", "bpk", "bu", "ibu", "mas", "mbak", "mba", "bang", "kak", "dik", "dek", "mbah", "haji", "hj", "sdr", "sdri",
    "saudara", "tuan", "nyonya", "nama", "namanya", "bernama", "an", "dr", "ustad", "ustadz", "kiai", "kyai", "gus",
))  # fmt: skip
"""What follows is a person's name, and many villages have such names too."""
_BEFORE_THINGS = frozenset(("pohon", "kayu", "dahan", "ular", "burung", "ikan", "buah", "bunga", "merk", "merek", "tipe"))
"""What follows says which: trees, birds and cars have names of villages too ("pohon waru tumbang")."""

_BEHIND_NAMES = frozenset((
    "utara", "selatan", "timur", "barat", "tengah", "tenggara", "lor", "kidul", "wetan", "kulon", "hilir", "hulu", "ilir",
    "ulu", "baru", "lama", "raya", "jaya", "indah", "dalam", "atas", "bawah", "besar", "kecil", "kota", "satu", "dua", "tiga",
))  # fmt: skip
"""Known words that behind an unknown one may be a part of its name; the list of names knows."""


def loose_words(line: str, tokens: list[Token], hits: Iterable[Hit], lexicon: Lexicon) -> str:
    """Return the words that mean nothing to the reading, as typed; ", " where others stood between them. A word that looks like
    a misspelt one of the trade is among them unless it was read as that."""
    read = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    runs: list[list[int]] = []
    is_person = False
    for index, token in enumerate(tokens):
        is_person = not token.breaks and (is_person or (index > 0 and tokens[index - 1].text in _BEFORE_PEOPLE))
        goes_on = bool(runs) and runs[-1][-1] == index - 1 and not token.breaks
        if goes_on and token.text in _BEHIND_NAMES and index not in read:
            runs[-1].append(index)
        elif token.is_number or index in read or lexicon.is_word(token.text):
            is_person = False
        elif not is_person and (token.breaks or not index or tokens[index - 1].text not in _BEFORE_THINGS):
            if goes_on:
                runs[-1].append(index)
            else:
                runs.append([index])
    left, pieces = MOST_LOOSE_WORDS, []
    for run in runs:
        kept = run[:left]
        left -= len(kept)
        if kept:
            pieces.append(line[tokens[kept[0]].start : tokens[kept[-1]].end])
    return ", ".join(pieces)
