"""How often the right place is found, and after how many letters."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from db.gazetteer.place import Place
from db.gazetteer.records import Record
from tests.db.gazetteer.noise import Query, official_records

Search = Callable[..., list[Place]]
SHOWN = 5
NEVER = 99


class Recall(NamedTuple):
    """Shares of the queries: the right place came first, or among the five shown."""

    first: float
    of_five: float


def measure(search: Search, queries: Sequence[Query], *, at_home: bool = False) -> Recall:
    first = shown = 0
    for query in queries:
        places = search(query.text, home=query.home if at_home else None, limit=SHOWN)
        hits = [query.is_hit(place.code, place.name, place.kecamatan) for place in places]
        first += hits[:1] == [True]
        shown += any(hits)
    return Recall(first / len(queries), shown / len(queries))


def villages(count: int, seed: int = 1945) -> list[Record]:
    return random.Random(seed).sample([record for record in official_records() if record.kind == "village"], count)


def letters_until_shown(search: Search, wanted: Iterable[Record]) -> list[int]:
    """Type each village and then its kecamatan, letter by letter, at its home, until it is among the five shown."""
    letters = []
    for village in wanted:
        text = f"{village.name} {village.kecamatan}".lower()
        query = Query("", text, village)
        for typed in range(1, len(text) + 1):
            places = search(text[:typed], home=query.home, limit=SHOWN)
            if any(query.is_hit(place.code, place.name, place.kecamatan) for place in places):
                letters.append(typed)
                break
        else:
            letters.append(NEVER)
    return letters


def percentiles(values: Iterable[int]) -> tuple[int, int, int]:
    """Return p50, p90 and p99."""
    ordered = sorted(values)
    p50, p90, p99 = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.5, 0.9, 0.99))
    return p50, p90, p99
