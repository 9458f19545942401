"""One file of the index, opened: its names as postings, and the records behind them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from db.gazetteer import grams, index_file
from db.gazetteer.build import PREFIX_LETTERS, code_hash
from db.gazetteer.index_file import IndexFileError
from db.gazetteer.records import Record

_decoder = msgspec.msgpack.Decoder(Record)


class Segment:
    """Documents are ordered by depth, an area before what lies in it. Raises `IndexFileError`."""

    def __init__(self, path: Path, made_from: str | None = None) -> None:
        arrays = index_file.load(path, made_from)
        try:
            self.starts = arrays["starts"].astype(np.int32, copy=False)
            self.docs = arrays["docs"].astype(np.int32, copy=False)
            self.kind = arrays["kind"].astype(np.uint8, copy=False)
            self.parent = arrays["parent"].astype(np.int32, copy=False)
            self.kabkota = arrays["kabkota"].astype(np.int32, copy=False)
            self.post_code = arrays["post_code"].astype(np.int32, copy=False)
            self.letters = arrays["letters"].astype(np.float32, copy=False)
            self.is_shown = arrays["is_shown"].astype(np.bool_)
            self.levels: list[int] = arrays["levels"].tolist()
            self._prefixes = arrays["prefixes"]
            self._prefix_docs = arrays["prefix_docs"].astype(np.int32, copy=False)
            self._prefix_letters = arrays["prefix_letters"].astype(np.int32, copy=False)
            self._hashes = arrays["hashes"].astype(np.int64, copy=False)
            self._hash_docs = arrays["hash_docs"].astype(np.int32, copy=False)
            self._records = arrays["records"].astype(np.uint8, copy=False).data
            self._ends: list[int] = arrays["record_ends"].tolist()
        except KeyError as error:
            raise IndexFileError(f"{path}: has no {error}") from error
        if len(self.starts) != grams.TERMS + 1:
            raise IndexFileError(f"{path}: has {len(self.starts)} trigrams, not {grams.TERMS + 1}")

    def __len__(self) -> int:
        return len(self.kind)

    def record(self, doc: int) -> Record:
        return _decoder.decode(self._records[self._ends[doc] : self._ends[doc + 1]])

    def find(self, code: str) -> int:
        """Return the document of a code, -1 when there is none."""
        wanted = code_hash(code)
        at = int(np.searchsorted(self._hashes, wanted))
        while at < len(self._hashes) and self._hashes[at] == wanted:
            doc = int(self._hash_docs[at])
            if self._ends[doc] < self._ends[doc + 1] and self.record(doc).code == code:
                return doc
            at += 1
        return -1

    def shared_with(self, other: Segment) -> list[tuple[int, int]]:
        """Return the documents of one code in both, (here, there)."""
        hashes, here, there = np.intersect1d(self._hashes, other._hashes, return_indices=True)
        pairs = zip(hashes.tolist(), self._hash_docs[here].tolist(), other._hash_docs[there].tolist(), strict=True)
        return [(doc, its) for number, doc, its in pairs if number]

    def beginning_with(self, joined: str) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the documents of which a name begins so, spaces left out, and how many letters that name has."""
        start = joined[:PREFIX_LETTERS].encode()
        low = np.searchsorted(self._prefixes, start)
        high = np.searchsorted(self._prefixes, start.ljust(PREFIX_LETTERS, b"\x7f"))
        return self._prefix_docs[low:high], self._prefix_letters[low:high]

    def has_beginning(self, word: str) -> NDArray[np.bool_]:
        """Return for each document whether a word of one of its names begins with `word`: nearly so, as trigrams tell it."""
        has: NDArray[np.bool_] = np.zeros(len(self), np.bool_)
        for number, (low, high) in enumerate(grams.of_beginning(word)):
            docs = self.docs[self.starts[low] : self.starts[high]]
            if number == 0:
                has[docs] = True
            else:
                further = np.zeros(len(self), np.bool_)
                further[docs] = True
                has &= further
        return has

    def above(self, doc: int) -> list[int]:
        """Return the areas it lies in, the nearest first."""
        found = []
        while (doc := int(self.parent[doc])) >= 0:
            found.append(doc)
        return found
