"""Which typed words a found place explains; the others stay as text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from db.gazetteer.aliases import ALIASES
from db.gazetteer.records import Record
from db.gazetteer.typed import Word
from db.gazetteer.words import name_words, phonetic, skeleton

ALIKE = 0.7
"""Share of letters that must agree: one slip in four letters, two in seven."""
PAIR_ALIKE = 0.85
"""The same of two typed words that stand for one ("pan coran"): more, or the longer one would take any short one along."""


class Explanation:
    """The words of a place and of the areas it lies in."""

    def __init__(self, record: Record) -> None:
        names = [record.name, record.village, record.kecamatan, record.kabkota, record.province]
        code = record.code if record.kind in {"province", "kabkota", "kecamatan", "village"} else record.village_code
        names += [alias for end in (2, 5) for alias in ALIASES.get(code[:end], ())]
        self._words: dict[str, None] = {}
        self._joined = []
        for name in dict.fromkeys(names):
            words = name_words(name)
            self._words |= dict.fromkeys(words)
            self._joined.append("".join(words))
        self._post_code = record.post_code

    def unexplained(self, words: Sequence[Word]) -> list[Word]:
        """Return the words that no name has, not even misspelt, shortened, or parted otherwise."""
        pairs = [first.forms[0][0] + second.forms[0][0] for first, second in pairwise(words)]
        in_pair = [
            any(pair in joined or OSA.normalized_similarity(pair, joined) >= PAIR_ALIKE for joined in self._joined)
            for pair in pairs
        ]
        left = []
        for at, word in enumerate(words):
            if any(in_pair[max(at - 1, 0) : at + 1]) or any(self._has(form) for form in word.forms):
                continue
            left.append(word)
        return left

    def _has(self, form: tuple[str, ...]) -> bool:
        return all(
            word == self._post_code
            or any(_is_alike(word, known) for known in self._words)
            or (len(word) > 3 and any(word in joined or _is_alike(word, joined) for joined in self._joined))
            for word in form
        )


def _is_alike(typed: str, known: str) -> bool:
    if typed == known or (known.startswith(typed) and not typed.isdigit()):
        return True
    if len(typed) < 3 or typed.isdigit():
        return False
    if OSA.normalized_similarity(typed, known) >= ALIKE:
        return True
    if len(typed) < len(known) and OSA.normalized_similarity(typed, known[: len(typed)]) >= ALIKE + 0.05:
        return True
    bones, heard = skeleton(typed), phonetic(typed)
    return (len(bones) > 2 and bones == skeleton(known)) or (len(heard) > 2 and heard == phonetic(known))
