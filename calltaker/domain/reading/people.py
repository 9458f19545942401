"""Counts the people a line speaks of: trapped ones and victims."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from calltaker.domain.reading.lexicon import Lexicon
from calltaker.domain.reading.meanings import Hit
from calltaker.domain.reading.tokens import Token

_REACH = 4
"""How many words may stand between a count and what happened to the people counted."""


@dataclass(frozen=True, slots=True)
class People:
    """`None` = the line does not say; 0 = it says there are none."""

    trapped: int | None
    victims: int | None


def count_people(tokens: list[Token], hits: list[Hit], lexicon: Lexicon, skip: Container[int] = ()) -> People:
    """Return the counts. A number belongs to the nearest state after it in the same clause ("2 orang terjebak"), else to the
    one just before it ("korban 3 orang"). "korban N" rules over the sum of dead and hurt."""
    groups = lexicon.words.people
    trapped: list[int] = []
    victims: list[int] = []
    total: int | None = None
    for index, token in enumerate(tokens):
        number = lexicon.number(token.text)
        if number is None or index in skip or not _counts_people(tokens, index, lexicon):
            continue
        hit = _state(tokens, index, hits, groups.trapped | groups.victims)
        unit = lexicon.canonical(tokens[index + 1].text) if index + 1 < len(tokens) else ""
        if hit and not hit.meanings.isdisjoint(groups.trapped):
            trapped.append(number)
        elif unit == "korban" or (hit and hit.last < index and lexicon.canonical(tokens[hit.first].text) == "korban"):
            total = number
        elif hit:
            victims.append(number)
    return People(
        trapped=_sum(trapped, denied=_denied(hits, groups.trapped)),
        victims=total if total is not None else _sum(victims, denied=_denied(hits, groups.victims)),
    )


def _counts_people(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """True when the number counts people: before a unit ("3 warga"), before or after a state ("1 luka", "korban 2")."""
    if (
        lexicon.words.numbers.get(tokens[index].text)
        and tokens[index].text.startswith("se")
        and tokens[index].text == "seorang"
    ):
        return True
    following = index + 1
    if following < len(tokens) and not tokens[following].breaks:
        return lexicon.counts_people(lexicon.canonical(tokens[following].text))
    return index > 0 and lexicon.canonical(tokens[index - 1].text) == "korban"


def _state(tokens: list[Token], index: int, hits: list[Hit], states: frozenset[str]) -> Hit | None:
    """Return the state that the number at `index` belongs to."""
    near = [hit for hit in hits if not hit.denied and not hit.meanings.isdisjoint(states)]
    after = [hit for hit in near if index < hit.first <= index + _REACH and not _break_between(tokens, index, hit.first)]
    before = [hit for hit in near if index - _REACH <= hit.last < index and not _break_between(tokens, hit.last, index)]
    return after[0] if after else (before[-1] if before else None)


def _break_between(tokens: list[Token], first: int, last: int) -> bool:
    return any(tokens[index].breaks for index in range(first + 1, last + 1))


def _denied(hits: list[Hit], states: frozenset[str]) -> bool:
    """True when the line denies such people and nowhere speaks of some."""
    about = [hit for hit in hits if not hit.meanings.isdisjoint(states)]
    return bool(about) and all(hit.denied for hit in about)


def _sum(counts: list[int], *, denied: bool) -> int | None:
    return sum(counts) if counts else (0 if denied else None)
