"""Mutates positions and addresses: `python -m tests.telephony.location.typed_fuzzer [ROUNDS [SEED]]`.

Every answer must be one of the two kinds, inside its bounds, and the same when asked again.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path
from typing import NamedTuple

from telephony.location.typed import Doubt, GeoPoint, Rejected, parse
from tests.telephony.location.typed_writers import WRITERS

CORPUS = Path(__file__).parent / "typed_corpus.csv"
SIGNS = "0123456789.,;:/-+°'\"NSEWLUBT !@#%&?=()\u2212\u2032\u2033\u00a0\u200b\u202e\u00b4\ud800\0\n٣３"


class Tally(NamedTuple):
    rounds: int
    points: int
    refused: int


def run(seed: int, rounds: int) -> Tally:
    chance = random.Random(seed)
    with CORPUS.open(encoding="utf-8", newline="") as rows:
        seeds = [row["text"] for row in csv.DictReader(rows)]
    seeds += [writer(-6.595, 106.8166) for writer, _ in WRITERS.values()]
    points = 0
    for _ in range(rounds):
        text = _mutated(chance, seeds)
        home = chance.choice([None, (-6.6, 106.8), (0.0, 109.3), (3.6, 98.7)])
        try:
            answer = parse(text, home=home)
            _check(text, answer)
        except Exception as error:
            error.add_note(f"text {text!r}, home {home}")
            raise
        points += isinstance(answer, GeoPoint)
    return Tally(rounds, points, rounds - points)


def _mutated(chance: random.Random, seeds: list[str]) -> str:
    text = chance.choice(seeds)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randint(0, len(text)), chance.randint(0, 6)
        match chance.randrange(6):
            case 0:
                text = text[:at] + text[at + length :]
            case 1:
                text = text[:at] + "".join(chance.choices(SIGNS, k=length)) + text[at:]
            case 2:
                other = chance.choice(seeds)
                text = text[:at] + other[chance.randint(0, len(other)) :]
            case 3:
                text = text[:at] + text[at : at + length] * chance.randint(2, 30) + text[at:]
            case 4:
                text = f"{text} {chance.choice(seeds)}"
            case _:
                text = text.swapcase() if chance.random() < 0.5 else text[::-1]
    return text[:4_500]


def _check(text: str, answer: GeoPoint | Rejected) -> None:
    if isinstance(answer, Rejected):
        assert len(answer.detail) <= 200
        return
    assert 94.5 <= answer.lon <= 141.5
    assert -11.5 <= answer.lat <= 6.5 or Doubt.SIGN_MISSING in answer.doubts
    assert answer.matched
    assert answer.radius_m is None or answer.radius_m > 0
    assert len(answer.others) <= 4
    assert len(answer.matched) + len(answer.rest) <= len(text) + 1


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]] + [100_000, 1][len(sys.argv) - 1 :]
    print(run(seed=arguments[1], rounds=arguments[0]))
