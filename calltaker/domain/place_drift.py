"""Does the point of a form still belong to its words? An engine must never go to the old place while everybody reads a new one.

Words are read as the search reads them (`db.gazetteer.typed`): what it sets aside from a name, a house number, an RT/RW or
"depan masjid", only narrows the place down. Whatever else is added may be part of another name: there may be a Jalan Mawar
Timur that no list has, so it is asked about and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from calltaker.domain.form import FormState
from db.gazetteer.abbreviations import RELATION_WORDS, ROMAN
from db.gazetteer.place import AREA_KINDS, Place
from db.gazetteer.typed import HINT_WEIGHT, NUMBER_WEIGHT, Word, read

BOUND_TO_WORDS = frozenset({"name", "typed", "map"})
"""Sources whose point was meant by the words of the place. A phone's position stays true whatever the words say."""

LONGEST_CHARS = 400
"""A text longer than this (a whole message was pasted) is not read word by word at every key, which would take seconds: whoever
changes it is asked."""

LANDMARKS = frozenset((
    "masjid", "mesjid", "mushola", "musholla", "musala", "langgar", "gereja", "vihara", "klenteng", "makam", "kuburan",
    "sekolah", "sd", "sdn", "smp", "smpn", "sma", "sman", "smk", "smkn", "tk", "paud", "madrasah", "pesantren",
    "ponpes", "kampus", "pasar", "toko", "warung", "warkop", "kios", "ruko", "mall", "swalayan", "minimarket",
    "indomaret", "alfamart", "alfamidi", "rumah", "rmh", "rumahnya", "kos", "kost", "kontrakan", "kantor", "balai",
    "pos", "poskamling", "polsek", "koramil", "puskesmas", "klinik", "apotek", "bidan", "bank", "atm", "spbu", "pom",
    "bengkel", "hotel", "stasiun", "terminal", "halte", "jembatan", "pertigaan", "perempatan", "prapatan", "bundaran",
    "gapura", "lapangan", "gudang", "pabrik", "proyek", "tikungan", "tiang",
))  # fmt: skip
"""Things that stand in a street: with the words behind them they say where in it."""
_PARTS_OF_AREA = frozenset(("dusun", "dsn", "dukuh", "kampung", "kp", "lingkungan", "perumahan", "perum", "komplek", "blok"))
_SAY_LITTLE = frozenset(("raya", "besar", "utama", "desa", "kampung", "poros", "lingkar", "baru", "lama"))
"""A street of such a name alone is told from others by what comes behind it: Jalan Raya Stasiun."""
_QUALIFIERS = frozenset((
    "utara", "selatan", "timur", "barat", "tengah", "tenggara", "lor", "kidul", "wetan", "kulon", "baru", "lama",
    "raya", "dalam", "atas", "bawah", "besar", "kecil", "indah",
))  # fmt: skip
"""Words that make another name of any name. Where an area is called so, it must be said that it is one: "kec. Barat"."""

_WORD = re.compile(r"(?<!\w)[-\N{MINUS SIGN}]?\d+(?:[.,]\d+)*(?!\w)|\w+")
_WRITTEN_IN_MANY_WAYS = frozenset(["jl", "jln", "jalan", "no", "nomor", "desa", "kel", "kelurahan", "kec", "kecamatan"])
_SAME = {"gg": "gang"}
_FIGURE = re.compile(r"\d+[a-z]?")
_BEHIND_FIGURE = re.compile(r"\d\s*$")
_BEHIND_RELATION = re.compile(rf"\b(?:{'|'.join(sorted(RELATION_WORDS))})\s+(?:(?:di|ke|dari)\s+)?$", re.IGNORECASE)
_ENDS_PHRASE = re.compile(r"[,;\n]")
_AREA_TYPE = re.compile(r"^(?:desa|kel\.|kelurahan|kec\.|kecamatan|kabupaten|kab\.|kota)\s+", re.IGNORECASE)
_HINT_WEIGHTS = (HINT_WEIGHT, HINT_WEIGHT * NUMBER_WEIGHT)


def is_adrift(state: FormState) -> bool:
    """True when a person set a point or village for other words than those that stand there now. Words that only narrow the
    place down leave it where it is; words that may name another one do not."""
    has_place = bool(state.value("lat") or state.value("village"))
    if not has_place or not state.point_text or state.value("location_source") not in BOUND_TO_WORDS:
        return False
    words = state.value("place_text")
    if len(words) > LONGEST_CHARS:
        return words.strip() != state.point_text.strip()
    if not _stand_in_order(_words(state.point_text), _words(words)):
        return True
    if state.other_place and _stand_in_order(_words(state.other_place), _words(words)):
        return True
    areas = tuple(state.value("village").split(","))
    return bool(_renaming(words, state.point_text, areas, is_area=not state.value("lat")))


def names_another(state: FormState, place: Place) -> bool:
    """True when the words name this place, whose name has more of them than those that the point in force was set for:
    "Jalan Mawar 2" is a house until a street of that name is found."""
    if place.is_area or not state.value("lat") or not state.point_text or is_adrift(state):
        return False
    if state.value("location_source") not in BOUND_TO_WORDS:
        return False
    name, meant = read(place.name).words, read(state.point_text).words
    typed = read(state.value("place_text")).words
    return len(name) > len(meant) and _come_in_order(meant, name) and _come_in_order(name, typed)


def meant_words(place: Place) -> str:
    """Return the words that a place taken by name stands for: its name, and what a person knowingly took it for besides
    ("Jalan Mawar timur" where only a Jalan Mawar is known), but no house number."""
    if place.is_area:
        return place.name
    areas = (place.village, place.kecamatan, place.kabkota)
    whole = f"{place.name} {place.rest}".strip()
    meant = " ".join((place.name, *_renaming(whole, place.name, areas, is_area=False)))
    return whole if _renaming(whole, meant, areas, is_area=False) else meant  # words may read otherwise without the others


# --- words that were changed -------------------------------------------------------------------------------------------
def _stand_in_order(words: Sequence[str], among: Sequence[str]) -> bool:
    """True when all of these words come again, in this order; others may stand between them."""
    rest = iter(among)
    return all(word in rest for word in words)


def _come_in_order(words: Sequence[Word], among: Sequence[Word]) -> bool:
    """The same for words as the search reads them: II is 2, Jend is Jenderal."""
    rest = iter(among)
    return all(any(set(word.forms) & set(one.forms) for one in rest) for word in words)


def _words(text: str) -> list[str]:
    """Return the words that tell places apart. A figure keeps its sign and its decimals: 7.7 and 7.5 are 20 km apart."""
    found = (_SAME.get(word, word) for word in _WORD.findall(text.casefold()))
    return [word for word in found if word not in _WRITTEN_IN_MANY_WAYS]


# --- words that were added ---------------------------------------------------------------------------------------------
@lru_cache(maxsize=64)  # a key in the form asks several times, and so do other fields
def _renaming(text: str, name: str, areas: tuple[str, ...], *, is_area: bool) -> tuple[str, ...]:
    """Return the words of a text that may make another place of the named one, as they were typed. `areas` are the names of
    what it lies in; `is_area`: it is an area itself, which holds streets and hamlets."""
    named = [word.forms[0] for word in read(name).words if not _is_figure(word)]
    if not named:  # bare coordinates: words beside them describe the same point
        return ()
    words = read(text).words
    known = _matched(words, named)
    in_area = _of_areas(words, known, areas)
    first_known = known.index(True) if True in known else 0
    says_little = {form[0] for form in named} <= _SAY_LITTLE
    renaming: list[str] = []
    is_aside = False
    for at, word in enumerate(words):
        before = text[words[at - 1].end : word.lead] if at else ","
        if _ENDS_PHRASE.search(before) or word.lead < word.start:
            is_aside = bool(_BEHIND_RELATION.search(text[: word.lead]))
        elif _BEHIND_RELATION.search(text[: word.start]):
            is_aside = True
        if known[at]:
            is_aside = False
            continue
        is_part_of_name = says_little and at > 0 and known[at - 1] and not _ENDS_PHRASE.search(before)
        typed = text[word.start : word.end]
        is_aside |= typed.casefold() in LANDMARKS and not is_part_of_name
        if is_area:
            is_before = at < first_known and bool(_ENDS_PHRASE.search(text[word.end : words[first_known].start]))
            is_aside |= is_before or word.level == "street" or typed.casefold() in _PARTS_OF_AREA
        if not (is_aside or in_area[at] or word.weight in _HINT_WEIGHTS or _is_of_house(words, at, text)):
            renaming.append(typed)
    return tuple(renaming)


def _matched(words: Sequence[Word], named: Sequence[tuple[str, ...]]) -> list[bool]:
    """Return which words are those of the name, the first ones that come in its order."""
    wanted = iter(named)
    form = next(wanted, None)
    found = []
    for word in words:
        is_next = form is not None and form in word.forms
        found.append(is_next)
        if is_next:
            form = next(wanted, None)
    return found


def _of_areas(words: Sequence[Word], known: Sequence[bool], areas: Sequence[str]) -> list[bool]:
    """Return which words are the whole name of an area around the place; a part of it may be of another name."""
    found = [False] * len(words)
    for name in _area_names(areas):
        for start in range(len(words) - len(name) + 1):
            span = range(start, start + len(name))
            is_said = len(name) > 1 or name[0] not in _QUALIFIERS or words[start].level in AREA_KINDS
            if is_said and all(not known[at] and (part,) in words[at].forms for at, part in zip(span, name, strict=True)):
                for at in span:
                    found[at] = True
    return found


def _area_names(areas: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for area in filter(None, map(str.strip, areas)):
        for name in dict.fromkeys((area, _AREA_TYPE.sub("", area))):
            if words := tuple(word.forms[0][0] for word in read(name).words):
                yield words


def _is_of_house(words: Sequence[Word], at: int, text: str) -> bool:
    """True for a house number, its letter, and a lane that has only a number: "12 A", "gang 3"."""
    word = words[at]
    if _is_figure(word):
        return True
    if len(word.forms[0][0]) == 1 and _BEHIND_FIGURE.search(text[: word.start]):
        return True
    if _is_lane(word):
        return at + 1 < len(words) and (_is_figure(words[at + 1]) or words[at + 1].forms[0][0] in ROMAN)
    return bool(at) and word.forms[0][0] in ROMAN and _is_lane(words[at - 1])


def _is_lane(word: Word) -> bool:
    return ("gang",) in word.forms


def _is_figure(word: Word) -> bool:
    return _FIGURE.fullmatch(word.forms[0][0]) is not None
