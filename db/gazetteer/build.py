"""Make an index of names: the national one from the official list, a region's from what was imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from db.gazetteer import grams, index_file, official
from db.gazetteer.entries import Entry, of_places
from db.gazetteer.index_file import Arrays
from db.gazetteer.kinds import number_of
from db.gazetteer.place import Place
from db.gazetteer.words import name_words

Progress = Callable[[int, int], None]

REGION_DATA = "region"
PREFIX_LETTERS = 20
"""So many letters of a name stand in the list that is searched by beginning."""
_WORD_BLOCKS = 8
_STEPS = _WORD_BLOCKS + 2 + 2 * len(grams.FIELDS) + 1


def build_national(path: Path, progress: Progress | None = None) -> None:
    """Write the index of all areas of the official list: about 5 s. `progress(done, total)` is called some twenty times, the
    last time with done == total. Raises `OSError`."""
    report = progress or _silent
    report(0, _STEPS)
    arrays = _arrays(official.entries(), report)
    index_file.save(path, official.DATA, arrays)
    report(_STEPS, _STEPS)


def build_region(places: Sequence[Place], path: Path) -> None:
    """Write the index of a region's own places and areas. An area of the official list may be among them: it gives its
    coordinates to the national one. Raises `OSError`."""
    index_file.save(path, REGION_DATA, _arrays(of_places(places), _silent))


def is_sound(path: Path) -> bool:
    """Whether `path` can be opened; else it must be made again."""
    try:
        index_file.load(path)
    except index_file.IndexFileError:
        return False
    return True


def code_hash(code: str) -> int:
    """Return the number under which a code is found; never 0, which is the number of those without a code."""
    return int.from_bytes(blake2b(code.encode(errors="surrogatepass"), digest_size=8).digest(), "little", signed=True) or 1


def _silent(_done: int, _total: int) -> None:
    return


class _Names:
    """All names of all entries as words. `owners`: the entry that each name belongs to; the first of an entry is its own, the
    others are aliases."""

    def __init__(self, entries: Sequence[Entry], progress: Progress) -> None:
        self.words: list[list[str]] = []
        owners = []
        block = len(entries) // _WORD_BLOCKS + 1
        known: dict[str, str] = {}
        for number, entry in enumerate(entries):
            for name in (entry.name, *entry.aliases):
                self.words.append([known.setdefault(word, word) for word in name_words(name)])
                owners.append(number)
            if number % block == 0:
                progress(1 + number // block, _STEPS)
        self.owners = np.array(owners, np.int32)

    def postings(self, progress: Progress) -> Arrays:
        """Return the trigrams of all fields: where the documents of each start, and the documents."""
        several = [number for number, words in enumerate(self.words) if len(words) > 1]
        joined = ["".join(self.words[number]) for number in several]  # "Suka Maju" is found as sukamaju
        docs = np.concatenate((self.owners, self.owners[several])) if several else self.owners
        vocabulary = set(chain.from_iterable(self.words))
        terms, found = [], []
        for field, form in enumerate(grams.FIELDS):
            forms = {word: form(word) for word in vocabulary}
            texts = [" ".join([forms[word] for word in words]) for words in self.words] + [form(word) for word in joined]
            progress(_WORD_BLOCKS + 2 * field + 3, _STEPS)
            of_field = grams.postings(texts, docs, field)
            terms.append(of_field[0])
            found.append(of_field[1])
            progress(_WORD_BLOCKS + 2 * field + 4, _STEPS)
        starts = np.zeros(grams.TERMS + 1, np.int32)
        np.cumsum(np.bincount(np.concatenate(terms), minlength=grams.TERMS), out=starts[1:])
        return {"starts": starts, "docs": np.concatenate(found)}

    def beginnings(self) -> Arrays:
        """Return the names without spaces, sorted, and how many letters each has."""
        joined = np.array(["".join(words)[:PREFIX_LETTERS] for words in self.words], f"S{PREFIX_LETTERS}")
        order = np.argsort(joined, kind="stable")
        letters = np.array([sum(map(len, words)) for words in self.words], np.int32)
        return {"prefixes": joined[order], "prefix_docs": self.owners[order], "prefix_letters": letters[order]}

    def letters(self, entries: int) -> NDArray[np.float32]:
        """Return how many letters each entry's own name has, at least 1."""
        counts = np.array([sum(map(len, words)) for words in self.words], np.float32)
        own = np.flatnonzero(np.diff(self.owners, prepend=-1))
        return np.maximum(counts[own], 1) if entries else counts


def _arrays(entries: Sequence[Entry], progress: Progress) -> Arrays:
    """Return the index of `entries`, which are ordered by depth."""
    names = _Names(entries, progress)
    arrays = _columns(entries) | {"letters": names.letters(len(entries))}
    del entries  # the country's take 60 MB, which the postings need next
    progress(_WORD_BLOCKS + 1, _STEPS)
    arrays |= names.beginnings()
    progress(_WORD_BLOCKS + 2, _STEPS)
    return arrays | names.postings(progress)


def _columns(entries: Sequence[Entry]) -> Arrays:
    """Return what is known of each entry beside its names."""
    records = [msgspec.msgpack.encode(entry.record) if entry.record else b"" for entry in entries]
    ends = np.zeros(len(records) + 1, np.int64)
    np.cumsum([len(record) for record in records], out=ends[1:])
    hashes = np.array([code_hash(entry.record.code) if entry.record else 0 for entry in entries], np.int64)
    by_hash = np.argsort(hashes, kind="stable")
    depths = np.array([entry.depth for entry in entries], np.int32)
    levels = np.searchsorted(depths, np.arange(entries[-1].depth + 2)) if entries else np.zeros(1)
    return {
        "records": np.frombuffer(b"".join(records), np.uint8),
        "record_ends": ends,
        "hashes": hashes[by_hash],
        "hash_docs": by_hash.astype(np.int32),
        "kind": np.array([number_of(entry.kind) for entry in entries], np.uint8),
        "parent": np.array([entry.parent for entry in entries], np.int32),
        "kabkota": np.array([entry.kabkota for entry in entries], np.int32),
        "post_code": np.array([entry.post_code for entry in entries], np.int32),
        "levels": levels.astype(np.int32),
        "is_shown": np.array([entry.record is not None for entry in entries], np.bool_),
    }
