"""Proposes type, priority, place and number of people from the one line that a call taker types.

Deterministic and explainable: words have meanings, meanings make types (both stand in `resources/catalogue/triage.toml`). It
only proposes; the form never lets a proposal go over what a person set.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import resources
from calltaker.domain.catalogue import Catalogue, IncidentType
from calltaker.domain.proposal import Proposal
from calltaker.domain.reading.lexicon import Lexicon, Words, read_words
from calltaker.domain.reading.loose import loose_words
from calltaker.domain.reading.meanings import Hit, find_meanings, find_overlapping
from calltaker.domain.reading.people import count_people
from calltaker.domain.reading.place import find_places
from calltaker.domain.reading.tokens import Token, tokenise

_EVENT_WEIGHT = 1.0
_CONTEXT_WEIGHT = 0.5
_EVENT_BONUS = 0.05
_SURE_FROM_WEIGHT = 1.5
_MOST_ALTERNATIVES = 5
_NAMED_BY_CODE = 10.0


@dataclass(frozen=True, slots=True)
class _Rule:
    type_code: str
    meanings: frozenset[str]
    weight: float


class Triage:
    """The prepared words of one catalogue; building it takes some milliseconds, a proposal well below one."""

    def __init__(self, catalogue: Catalogue, words_path: Path | None = None) -> None:
        self.catalogue = catalogue
        words = read_words(words_path or resources.path("catalogue", "triage.toml"))
        plain = Lexicon(words)
        self._lexicon = Lexicon(words, _unknown_search_words(catalogue, plain))
        self._rules = [*_rules(words, catalogue), *(_Rule(code, frozenset({code}), 1.2) for code in catalogue.types)]
        self._ruling = frozenset(name.removeprefix("no_") for rule in self._rules for name in rule.meanings)
        order = {code: place for place, code in enumerate(catalogue.types)}
        self._rank = {code: (kind.priority, not kind.frequent, order[code]) for code, kind in catalogue.types.items()}

    def propose(self, text: str, type_code: str = "") -> Proposal:
        """Return the proposal for a line. With `type_code` (a person has chosen the type) the rest is proposed for it."""
        tokens = tokenise(text)
        if not tokens:
            return Proposal()
        places = find_places(text, tokens, self._lexicon)
        hits = find_meanings(tokens, self._lexicon, self._ruling, skip=places.named)
        weights = self._weights(hits, places.weak) | self._named_by_code(tokens)
        ranked = sorted(weights, key=lambda code: (-weights[code], *self._rank[code]))
        best = type_code if type_code in self.catalogue.types else next(iter(ranked), "")
        people = count_people(tokens, hits, self._lexicon, skip=places.named)
        priority, why = self._priority(best, text, tokens)
        return Proposal(
            type_code=best,
            score=_score(weights, ranked, best),
            alternatives=tuple(code for code in ranked if code != best)[:_MOST_ALTERNATIVES],
            priority=priority,
            priority_why=why,
            place_text=places.place,
            landmark=places.landmark,
            trapped=people.trapped,
            victims=people.victims,
            loose="" if places.place or places.landmark else loose_words(text, tokens, hits, self._lexicon),
        )

    def _weights(self, hits: list[Hit], weak_place: frozenset[int]) -> dict[str, float]:
        """Return the weight of each type's heaviest fulfilled rule. Of two equal ones the type wins that does without the words
        of the place: a car that burns at a market is a burning car."""
        said = _said(hits)
        said_of_event = _said([hit for hit in hits if hit.first not in weak_place])
        weights: dict[str, float] = {}
        for rule in self._rules:
            if rule.meanings <= said:
                weight = rule.weight + (_EVENT_BONUS if rule.meanings <= said_of_event else 0.0)
                weights[rule.type_code] = max(weight, weights.get(rule.type_code, 0.0))
        return weights

    def _named_by_code(self, tokens: list[Token]) -> dict[str, float]:
        """Return the type that the line begins with: "kb01", "KB-1", or a whole group by its letters alone ("kb mawar 12")."""
        letters = tokens[0].text.upper()
        digits = tokens[1].text if len(tokens) > 1 and tokens[1].is_number and not tokens[1].breaks else ""
        code = f"{letters}-{digits:0>2}"
        if code in self.catalogue.types:
            return {code: _NAMED_BY_CODE}
        group = (
            [] if self._lexicon.is_known(tokens[0].text) else [code for code in self._rank if code.startswith(f"{letters}-")]
        )
        return dict.fromkeys(group[:1], _NAMED_BY_CODE)

    def _priority(self, code: str, text: str, tokens: list[Token]) -> tuple[int, str]:
        """Return priority and why. The whole line is read for reasons: "dekat rumah" is a landmark and a reason at once."""
        kind = self.catalogue.types.get(code)
        if kind is None:
            return 0, ""
        reasons = frozenset(self._lexicon.words.raises.get(code, ()) if kind.priority > 1 else ())
        reason = next((hit for hit in find_overlapping(tokens, self._lexicon, reasons) if not hit.denied), None)
        if reason is None:
            return kind.priority, _why(kind, "")
        return 1, _why(kind, text[tokens[reason.first].start : tokens[reason.last].end])


def propose(text: str, catalogue: Catalogue, type_code: str = "") -> Proposal:
    """Return what `text` seems to say (`Triage.propose`), with the words prepared once per catalogue."""
    return _prepared(catalogue).propose(text, type_code)


class _Latest:
    """The last catalogue's words: a desk has one catalogue, so one place is enough."""

    triage: Triage | None = None


def _prepared(catalogue: Catalogue) -> Triage:
    triage = _Latest.triage
    if triage is None or triage.catalogue is not catalogue:
        triage = _Latest.triage = Triage(catalogue)
    return triage


def _said(hits: list[Hit]) -> set[str]:
    """Return the meanings of the hits; a denied meaning x counts as "no_x"."""
    return {f"no_{meaning}" if hit.denied else meaning for hit in hits for meaning in hit.meanings}


def _why(kind: IncidentType, typed: str) -> str:
    name = f"{kind.code} {kind.name_id}"
    return f'{name}: {kind.raise_to_p1_if} ("{typed}")' if typed else name


def _score(weights: dict[str, float], ranked: list[str], best: str) -> float:
    """Return 0 to 1: how heavy the proposal is, and how far it stands before the next one."""
    weight = weights.get(best, 0.0)
    if not weight:
        return 0.0
    rival = max((weights[code] for code in ranked if code != best), default=0.0)
    clear = max(0.0, (weight - rival) / weight)
    return round(min(1.0, weight / _SURE_FROM_WEIGHT) * (0.5 + 0.5 * clear), 3)


def _rules(words: Words, catalogue: Catalogue) -> list[_Rule]:
    """Return the rules of the types that the catalogue has; a weight not given is the sum of its meanings."""
    found: list[_Rule] = []
    for code, texts in words.rules.items():
        for text in texts if code in catalogue.types else ():
            names, _, given = text.partition(":")
            meanings = frozenset(names.split())
            added = sum(_CONTEXT_WEIGHT if name in words.context else _EVENT_WEIGHT for name in meanings)
            found.append(_Rule(code, meanings, float(given) if given.strip() else added))
    return found


def _unknown_search_words(catalogue: Catalogue, lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return, by type code, the catalogue's search words that no meaning knows: so a type that a centre adds is found too."""
    return {
        kind.code: tuple(
            phrase
            for phrase in kind.search_words
            if not any(lexicon.meanings((word,)) for word in lexicon.phrase(phrase))
            and not lexicon.meanings(lexicon.phrase(phrase))
        )
        for kind in catalogue.types.values()
    }
