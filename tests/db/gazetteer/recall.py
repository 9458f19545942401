"""How often the right place is found, and after how many letters."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
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


def letters_until_shown(search: Search, wanted: Iterable[Record], *, beginning: int | None = None) -> list[int]:
    """Type each village and then its kecamatan, letter by letter, at its home, until it is among the five shown. `beginning`:
    of the village only so many letters ("kal sedati"). A space counts too."""
    letters = []
    for village in wanted:
        text = _typed(village, beginning)
        query = Query("", text, village)
        for typed in range(1, len(text) + 1):
            places = search(text[:typed], home=query.home, limit=SHOWN)
            if any(query.is_hit(place.code, place.name, place.kecamatan) for place in places):
                letters.append(typed)
                break
        else:
            letters.append(NEVER)
    return letters


def fewest_letters(*, is_steady: bool) -> list[int]:
    """Return the letters until each village of the country shows in the best list of five that there can be, when nothing is
    known but its home and the letters, and each village is as likely as the next: of the names that begin alike the others
    wait, whatever orders them.

    `is_steady`: a name that was shown stays as long as it fits; the order then decides which villages wait, not how many. Else
    each letter may show five others, as if everybody read every list to its end."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for record in official_records():
        if record.kind == "village":
            homes[record.code[:5]].append(_typed(record))
    letters = []
    for texts in homes.values():
        waiting, typed = sorted(texts, key=len), 0
        shown: Counter[str] = Counter()
        while waiting:
            typed += 1
            if not is_steady:
                shown.clear()
            left = []
            for text in waiting:
                if shown[text[:typed]] < SHOWN:
                    letters.append(typed)
                    shown.update(text[:end] for end in range(typed, len(text) + 1))
                elif typed < len(text):
                    left.append(text)
                else:
                    letters.append(NEVER)
            waiting = left
    return letters


def percentiles(values: Iterable[int]) -> tuple[int, int, int]:
    """Return p50, p90 and p99."""
    ordered = sorted(values)
    p50, p90, p99 = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.5, 0.9, 0.99))
    return p50, p90, p99


def within(letters: Sequence[int], most: int) -> float:
    """Return the share that shows by then."""
    return sum(typed <= most for typed in letters) / len(letters)


def _typed(village: Record, beginning: int | None = None) -> str:
    return f"{village.name[:beginning].strip()} {village.kecamatan}".lower()
