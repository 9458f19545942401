"""The search of names: how often the right place is found, after how many letters, and what a key costs, beside SQLite's FTS5
with trigrams and rapidfuzz over all names in the same run."""

from __future__ import annotations

import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import psutil
from rapidfuzz import fuzz, process
from sqlcipher3 import dbapi2 as sqlite

from bench.report import Row, percentile
from db.gazetteer.build import build_national, build_region
from db.gazetteer.gazetteer import IndexedGazetteer, open_gazetteer
from db.gazetteer.place import Place
from db.gazetteer.records import Record
from tests.db.gazetteer import recall
from tests.db.gazetteer.kept_index import national_index
from tests.db.gazetteer.noise import HOME_KINDS, NATIONAL_KINDS, Query, draw, official_records

BENCH = "names"
QUERIES = 1980
PEER_QUERIES = 99
KEYED_QUERIES = 60
VILLAGES = 1000
BEGINNING = 3
FEW_KEYS = 5
STREETS = 20_000
HOME = "35.15"


def rows() -> list[Row]:
    """The lines of the bench table."""
    own = open_gazetteer(national_index())
    found = _found(own)
    return [*found, *_peers(own), *_keys(own), *_file()]


def _found(own: IndexedGazetteer) -> list[Row]:
    national = recall.measure(own.search, draw(QUERIES, kinds=NATIONAL_KINDS))
    home = recall.measure(own.search, draw(QUERIES, kinds=HOME_KINDS), at_home=True)
    note = f"{QUERIES} noisy queries of {len(HOME_KINDS)} kinds of mistakes, fixed seed"
    return [
        _share("whole country, right place first", national.first, 0.92, note),
        _share("whole country, right place in the first 5", national.of_five, 0.97, note),
        _share("home, right place first", home.first, None, note),
        _share("home, right place in the first 5", home.of_five, 0.99, note),
        *_letters(own),
    ]


def _letters(own: IndexedGazetteer) -> list[Row]:
    """How many letters are typed, beside the fewest that any list of five could need."""
    villages = recall.villages(VILLAGES)
    straight = recall.letters_until_shown(own.search, villages)
    in_two = recall.letters_until_shown(own.search, villages, beginning=BEGINNING)
    steady, free = (recall.percentiles(recall.fewest_letters(is_steady=is_steady)) for is_steady in (True, False))
    table = []
    for number, (name, goal) in enumerate((("p50", 3), ("p90", 6), ("p99", 10))):
        value = recall.percentiles(straight)[number]
        note = (
            f"{VILLAGES} villages, then their kecamatan, at home; least possible {steady[number]}, "
            f"or {free[number]} if each letter hid what was shown before"
        )
        figure = f"letters until the right village shows, {name}"
        table.append(Row(BENCH, figure, value, "", f"goal {goal}", value / goal, note))
    for way, letters in (("village straight on", straight), (f"{BEGINNING} letters of the village, its kecamatan", in_two)):
        shown = recall.within(letters, FEW_KEYS)
        table.append(Row(BENCH, f"right village shows within {FEW_KEYS} keys, {way}", 100 * shown, "%"))
    return table


def _share(figure: str, value: float, goal: float | None, note: str) -> Row:
    beside = "" if goal is None else f"goal {goal}"
    return Row(BENCH, figure, 100 * value, "%", beside, None if goal is None else value / goal, note)


def _peers(own: IndexedGazetteer) -> list[Row]:
    """The same queries, whole, turn by turn. A peer is given the names with those of the areas above, in small letters."""
    queries = draw(PEER_QUERIES, kinds=NATIONAL_KINDS, seed=45)
    records = official_records()
    texts = [" ".join(dict.fromkeys((r.name, r.kecamatan, r.kabkota, r.province))).lower() for r in records]
    engines: dict[str, Callable[[str], list[str]]] = {
        "own index": lambda text: [place.code for place in own.search(text, limit=5)],
        "FTS5 trigrams": _fts(texts, [r.code for r in records]),
        "rapidfuzz token_set_ratio": lambda text: [
            records[number].code for _text, _score, number in process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=5)
        ],
    }
    took_ms: dict[str, list[float]] = {name: [] for name in engines}
    ranks: dict[str, list[int]] = {name: [] for name in engines}
    for query in queries:
        for name, search in engines.items():
            start_ns = time.thread_time_ns()
            codes = search(query.text)
            took_ms[name].append((time.thread_time_ns() - start_ns) / 1e6)
            ranks[name].append(_rank(query, codes))
    table = []
    own_ms = statistics.median(took_ms["own index"])
    for name in engines:
        first, five = (100 * sum(rank < count for rank in ranks[name]) / len(queries) for count in (1, 5))
        median = statistics.median(took_ms[name])
        note = f"{len(queries)} noisy queries: first {first:.0f} %, in the first 5 {five:.0f} %"
        beside = "" if name == "own index" else "own index"
        table.append(
            Row(BENCH, f"{name}, CPU a whole query, p50", median, "ms", beside, median / own_ms if beside else None, note)
        )
    return table


def _rank(query: Query, codes: Sequence[str]) -> int:
    for rank, code in enumerate(codes):
        record = _by_code()[code]
        if query.is_hit(code, record.name, record.kecamatan):
            return rank
    return recall.NEVER


@cache
def _by_code() -> dict[str, Record]:
    return {record.code: record for record in official_records()}


def _fts(texts: Sequence[str], codes: Sequence[str]) -> Callable[[str], list[str]]:
    """SQLite's own trigrams, any of the query's, ordered by its BM25."""
    database = sqlite.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE name USING fts5(text, tokenize = 'trigram')")
    database.executemany("INSERT INTO name (rowid, text) VALUES (?, ?)", enumerate(texts))

    def search(text: str) -> list[str]:
        words = re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
        grams = dict.fromkeys(words[at : at + 3] for at in range(len(words) - 2))
        if not grams:
            return []
        match = " OR ".join(f'"{gram}"' for gram in grams)
        found = database.execute("SELECT rowid FROM name WHERE name MATCH ? ORDER BY bm25(name) LIMIT 5", (match,))
        return [codes[rowid] for (rowid,) in found]

    return search


def _keys(own: IndexedGazetteer) -> list[Row]:
    """Every beginning of each query, as it is typed; the second time with the streets of a large town besides."""
    with tempfile.TemporaryDirectory() as folder:
        region = Path(folder) / "names.npz"
        build_region(_streets(STREETS), region)
        with_streets = open_gazetteer(national_index(), region)
    table = []
    for figure, gazetteer in (("CPU a key", own), (f"CPU a key, with {STREETS} streets", with_streets)):
        took_ms = []
        for query in draw(KEYED_QUERIES):
            for typed in range(1, len(query.text) + 1):
                start_ns = time.thread_time_ns()
                gazetteer.search(query.text[:typed], home=query.home)
                took_ms.append((time.thread_time_ns() - start_ns) / 1e6)
        p50, p99 = statistics.median(took_ms), percentile(took_ms, 0.99)
        note = f"{len(took_ms)} keys, max {max(took_ms):.1f} ms"
        table += [
            Row(BENCH, f"{figure}, p50", p50, "ms", note=note),
            Row(BENCH, f"{figure}, p99", p99, "ms", "goal 20 ms", p99 / 20),
        ]
    return table


def _streets(count: int) -> list[Place]:
    """Invented streets in real villages."""
    chance = random.Random(112)
    firsts = ("Mawar", "Melati", "Anggrek", "Kenanga", "Cempaka", "Merpati", "Garuda", "Diponegoro", "Sudirman")
    seconds = ("Raya", "Indah", "Timur", "Barat", "Utara", "Selatan", "Dalam", "Baru", "Permai", "Asri", "Jaya")
    villages = [record for record in official_records() if record.kind == "village" and record.code.startswith(HOME)]
    streets = []
    for number in range(count):
        village = chance.choice(villages)
        kind = chance.choice(("Jalan", "Jalan", "Gang"))
        name = f"{kind} {chance.choice(firsts)} {chance.choice(seconds)} {chance.randint(1, 40)}"
        streets.append(
            Place(
                code=f"street:{number}", name=name, kind="street", village=village.name, village_code=village.code,
                kecamatan=village.kecamatan, kabkota=village.kabkota, province=village.province, lat=-7.4, lon=112.7,
            )
        )  # fmt: skip
    return streets


def _file() -> list[Row]:
    """Opening and making the file, and what it holds in memory."""
    process_ = psutil.Process()
    path = national_index()
    before, opened, load_ms = process_.memory_info().rss, [], []
    for _ in range(5):
        start_ns = time.perf_counter_ns()
        opened.append(open_gazetteer(path))
        load_ms.append((time.perf_counter_ns() - start_ns) / 1e6)
    for gazetteer in opened:
        gazetteer.search("kota depok")
    held_mb = (process_.memory_info().rss - before) / len(opened) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        start_ns = time.thread_time_ns()
        build_national(Path(folder) / "names.idx")
        build_s = (time.thread_time_ns() - start_ns) / 1e9
    size_mb = path.stat().st_size / 1e6
    return [
        Row(BENCH, "opening the index, p50", statistics.median(load_ms), "ms", "goal 300 ms", statistics.median(load_ms) / 300),
        Row(BENCH, "memory of an opened index", held_mb, "MB", "goal 250 MB", held_mb / 250, f"file {size_mb:.0f} MB"),
        Row(BENCH, "making the index, CPU", build_s, "s", "goal 8 s", build_s / 8),
    ]
