"""Queries as tired people type them: the noise is drawn with a fixed seed from eleven kinds of mistakes.

What is looked for is a village, or a kecamatan for "kecamatan and kabkota", drawn evenly from the official list. The mistakes
are made by rules of their own, not by those by which the index forgives them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache

from db.gazetteer import official
from db.gazetteer.records import Record

NATIONAL_KINDS = (
    "typos", "no vowels", "abbreviated", "half words", "wrong order and a typo", "old spelling", "by ear", "joined or split",
    "kecamatan and kabkota",
)  # fmt: skip
HOME_KINDS = (*NATIONAL_KINDS, "village alone", "village alone, noisy")
"""A village alone says no place in the whole country: these two are asked at home only."""

_NEIGHBOUR_KEYS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p":
    "ol", "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l":
    "kop", "z": "asx", "x": "zsdc", "c": "xdfv", "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip
_SHORT = {
    "selatan": "sel", "utara": "utr", "timur": "tim", "barat": "brt", "tengah": "tgh", "tanjung": "tj", "sungai": "sei",
    "gunung": "gn", "karang": "krg", "pondok": "pdk", "kampung": "kp", "pulau": "pl", "batu": "bt", "muara": "ma",
    "teluk": "tlk", "bukit": "bkt", "simpang": "sp", "baru": "br", "padang": "pdg", "lubuk": "lb",
}  # fmt: skip
_BY_EAR = (("v", "f"), ("f", "p"), ("z", "s"), ("kh", "k"), ("sy", "s"), ("dh", "d"), ("th", "t"), ("au", "o"), ("ai", "e"),
           ("ie", "i"), ("uo", "u"), ("j", "dj"), ("i", "e"), ("u", "o"), ("k", "g"), ("p", "b"), ("d", "t"))  # fmt: skip


@dataclass(frozen=True)
class Query:
    kind: str
    text: str
    wanted: Record

    @property
    def home(self) -> str:
        return self.wanted.code[:5]

    def is_hit(self, code: str, name: str, kecamatan: str) -> bool:
        """The same code, or the same village and kecamatan by name."""
        return code == self.wanted.code or (name, kecamatan) == (self.wanted.name, self.wanted.kecamatan)


@cache
def official_records() -> tuple[Record, ...]:
    return tuple(entry.record for entry in official.entries() if entry.record)


def draw(count: int, *, seed: int = 1945, kinds: tuple[str, ...] = HOME_KINDS) -> list[Query]:
    """Return `count` queries, the kinds taken in turn."""
    chance = random.Random(seed)
    villages = [record for record in official_records() if record.kind == "village"]
    districts = [record for record in official_records() if record.kind == "kecamatan"]
    found = []
    while len(found) < count:
        kind = kinds[len(found) % len(kinds)]
        wanted = chance.choice(districts if kind == "kecamatan and kabkota" else villages)
        found.append(Query(kind, spoil(kind, wanted, chance), wanted))
    return found


def spoil(kind: str, wanted: Record, chance: random.Random) -> str:
    village, district = wanted.name.lower(), wanted.kecamatan.lower()
    regency = wanted.kabkota.lower().removeprefix("kabupaten ").removeprefix("kota ").removeprefix("administrasi ")
    match kind:
        case "typos":
            return f"{_typo(village, chance)} {_typo(district, chance)}"
        case "no vowels":
            return f"{_drop_vowels(village, chance)} {_drop_vowels(district, chance)}"
        case "abbreviated":
            level = "kel." if wanted.code[9] == "1" else chance.choice(("ds.", "desa"))
            return f"{level} {_shorten(village)} kec. {_shorten(district)}"
        case "half words":
            return f"{_half(village, chance)} {_half(district, chance)}"
        case "wrong order and a typo":
            return f"{district} {_typo(village, chance)}"
        case "old spelling":
            return f"{_old(village)} {_old(district)}"
        case "by ear":
            return f"{_by_ear(village, chance)} {_by_ear(district, chance)}"
        case "joined or split":
            return f"{_join_or_split(village, chance)} {_join_or_split(district, chance)}"
        case "kecamatan and kabkota":
            return f"{_typo(district, chance)} {chance.choice((_typo, _drop_vowels))(regency, chance)}"
        case "village alone":
            return village
        case "village alone, noisy":
            return chance.choice((_typo, _drop_vowels, _by_ear))(village, chance)
    raise AssertionError(kind)


def _typo(name: str, chance: random.Random) -> str:
    """One slip: a key beside, a letter lost, doubled or exchanged with its neighbour."""
    places = [at for at, sign in enumerate(name) if sign.isalpha()]
    if len(places) < 4:
        return name
    at = chance.choice(places[1:])
    match chance.randrange(4):
        case 0:
            return name[:at] + chance.choice(_NEIGHBOUR_KEYS.get(name[at], "e")) + name[at + 1 :]
        case 1:
            return name[:at] + name[at + 1 :]
        case 2:
            return name[:at] + name[at] + name[at:]
    return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]


def _drop_vowels(name: str, chance: random.Random) -> str:
    """Drop nearly all vowels but those that begin a word."""
    return "".join(
        sign for at, sign in enumerate(name) if at == 0 or name[at - 1] == " " or sign not in "aeiou" or chance.random() < 0.15
    )


def _shorten(name: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in name.split())


def _half(name: str, chance: random.Random) -> str:
    """Leave words unfinished."""
    return " ".join(
        word if len(word) < 5 else word[: chance.randint(max(3, len(word) // 2), len(word) - 1)] for word in name.split()
    )


def _old(name: str) -> str:
    old = {"ny": "nj", "j": "dj", "c": "tj", "u": "oe"}
    return re.sub("ny|[jcu]", lambda match: old[match.group()], name)


def _by_ear(name: str, chance: random.Random) -> str:
    able = [(written, heard) for written, heard in _BY_EAR if written in name]
    for written, heard in chance.sample(able, min(2, len(able))):
        name = name.replace(written, heard, 1)
    return name


def _join_or_split(name: str, chance: random.Random) -> str:
    if " " in name:
        return name.replace(" ", "", 1)
    if len(name) < 6:
        return name
    at = chance.randint(3, len(name) - 3)
    return f"{name[:at]} {name[at:]}"
