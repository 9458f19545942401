"""Typed coordinates: µs of the thread for a text, over the corpus, over names of places, and over the worst texts."""

from __future__ import annotations

import csv
import time
from pathlib import Path

from bench.report import Row, percentile
from telephony.location.typed import MAX_CHARS, parse

CORPUS = Path(__file__).parents[1] / "telephony" / "location" / "typed_corpus.csv"
ROUNDS = 20
HOME = (-6.6, 106.8)
WORST = (
    "6° ",
    "CR48+2J ",
    "6 35 42 ",
    "https://maps.google.com/?q=%2525 ",
    "!3d1!4d1",
    "1 ",
    "6/",
    "700846 ",
    "5 6.5 S 106.8 E ",
)


def rows() -> list[Row]:
    with CORPUS.open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(lines))
    positions = [case["text"] for case in cases if case["expected"] == "point"]
    others = [case["text"] for case in cases if case["expected"] == "not_coordinates"]
    worst = [(unit * MAX_CHARS)[:MAX_CHARS] for unit in WORST]
    return [
        *_rows("typed position", positions, ROUNDS, note=f"{len(positions)} forms"),
        *_rows("typed name or number", others, ROUNDS, note=f"{len(others)} texts"),
        *_rows(f"hostile text of {MAX_CHARS} characters", worst, 3),
    ]


def _rows(figure: str, texts: list[str], rounds: int, *, note: str = "") -> list[Row]:
    taken_us: list[float] = []
    for _ in range(rounds):
        for text in texts:
            started = time.thread_time_ns()
            parse(text, home=HOME)
            taken_us.append((time.thread_time_ns() - started) / 1000)
    return [
        Row("typed", f"{figure}, p50", percentile(taken_us, 0.5), "µs", note=note),
        Row("typed", f"{figure}, p99", percentile(taken_us, 0.99), "µs", "goal 10 ms", percentile(taken_us, 0.99) / 10_000),
    ]
