"""Make an index of names: the national one from the official list, a region's from what was imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec
import numpy as np

from db.gazetteer import grams, index_file, official
from db.gazetteer.entries import Entry, of_places
from db.gazetteer.index_file import Arrays
from db.gazetteer.kinds import number_of
from db.gazetteer.place import Place
from db.gazetteer.words import name_words, phonetic, skeleton

PREFIX_LETTERS = 20
"""So many letters of a name stand in the list that is searched by beginning."""

REGION_DATA = "region"


def build_national(path: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Write the index of all areas of the official list. `progress(done, total)` is called some twenty times. Raises `OSError`."""
    index_file.save(path, official.DATA, _arrays(official.entries(), progress or _silent))


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
    return int.from_bytes(blake2b(code.encode(), digest_size=8).digest(), "little", signed=True)


def _silent(_done: int, _total: int) -> None:
    return


_STEPS = 20


def _arrays(entries: Sequence[Entry], progress: Callable[[int, int], None]) -> Arrays:
    """`entries` are ordered by depth. Half of the steps are the words, the rest the postings, the lists and the records."""
    progress(0, _STEPS)
    names: list[list[str]] = []
    owners: list[int] = []
    block = max(1, len(entries) // 8)
    for number, entry in enumerate(entries):
        for name in (entry.name, *entry.aliases):
            names.append(name_words(name))
            owners.append(number)
        if number % block == 0:
            progress(1 + number // block, _STEPS)
    docs = np.array(owners, np.int32)
    terms, found = [], []
    for field, form in enumerate((str, phonetic, skeleton)):
        forms = {word: form(word) for word in {word for words in names for word in words}}
        texts = [" ".join([forms[word] for word in words]) for words in names]
        several = [number for number, words in enumerate(names) if len(words) > 1]
        texts += [form("".join(names[number])) for number in several] if field else ["".join(names[n]) for n in several]
        one = grams.postings(texts, np.concatenate((docs, docs[several])), field)
        terms.append(one[0])
        found.append(one[1])
        progress(10 + 2 * field, _STEPS)
    counts = np.bincount(np.concatenate(terms), minlength=grams.TERMS)
    starts = np.zeros(grams.TERMS + 1, np.int32)
    np.cumsum(counts, out=starts[1:])
    joined = np.array(["".join(words)[:PREFIX_LETTERS] for words in names] or [""], f"S{PREFIX_LETTERS}")[: len(names)]
    order = np.argsort(joined, kind="stable")
    progress(17, _STEPS)
    records = [msgspec.msgpack.encode(entry.record) if entry.record else b"" for entry in entries]
    progress(18, _STEPS)
    hashes = np.array([code_hash(entry.record.code) if entry.record else 0 for entry in entries], np.int64)
    by_hash = np.argsort(hashes, kind="stable")
    depths = np.array([entry.depth for entry in entries], np.int32)
    ends = np.zeros(len(records) + 1, np.int64)
    np.cumsum([len(record) for record in records], out=ends[1:])
    letters = np.zeros(len(entries), np.float32)
    for words, owner in zip(reversed(names), reversed(owners), strict=True):  # the official name comes first and stays
        letters[owner] = sum(map(len, words))
    progress(19, _STEPS)
    arrays: Arrays = {
        "starts": starts,
        "docs": np.concatenate(found),
        "prefixes": joined[order],
        "prefix_docs": docs[order],
        "records": np.frombuffer(b"".join(records), np.uint8),
        "record_ends": ends,
        "hashes": hashes[by_hash],
        "hash_docs": by_hash.astype(np.int32),
        "kind": np.array([number_of(entry.kind) for entry in entries], np.uint8),
        "parent": np.array([entry.parent for entry in entries], np.int32),
        "kabkota": np.array([entry.kabkota for entry in entries], np.int32),
        "post_code": np.array([entry.post_code for entry in entries], np.int32),
        "levels": np.searchsorted(depths, np.arange(int(depths[-1]) + 2 if len(depths) else 1)).astype(np.int32),
        "letters": np.maximum(letters, 1),
        "is_shown": np.array([entry.record is not None for entry in entries], np.bool_),
    }
    progress(_STEPS, _STEPS)
    return arrays
