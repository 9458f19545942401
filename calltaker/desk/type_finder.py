"""Finds incident types by code, name or search word while somebody types."""

from __future__ import annotations

from calltaker.domain.catalogue import Catalogue, IncidentType

MOST_SHOWN = 8
NO_MATCH = 9


def find_types(text: str, catalogue: Catalogue, language: str, limit: int = MOST_SHOWN) -> tuple[IncidentType, ...]:
    """Return the types that `text` may mean, best first; frequent ones first among equals. "" gives the frequent types."""
    typed = _plain(text)
    if not typed:
        return tuple(kind for kind in catalogue.types.values() if kind.frequent)[:limit]
    ranked = [(_rank(typed, kind, language), not kind.frequent, kind.code, kind) for kind in catalogue.types.values()]
    return tuple(entry[3] for entry in sorted(ranked, key=lambda entry: entry[:3]) if entry[0] != NO_MATCH)[:limit]


def title_of(kind: IncidentType, language: str) -> str:
    """Return how a type stands on the screen."""
    return f"{kind.code} {kind.name(language)}"


def _rank(typed: str, kind: IncidentType, language: str) -> int:
    code, name = _plain(kind.code), _plain(kind.name(language))
    words = [_plain(word) for word in kind.search_words]
    if code.startswith(typed) or _plain(title_of(kind, language)) == typed:
        return 0
    if name.startswith(typed):
        return 1
    if any(part.startswith(typed) for part in (*kind.name(language).casefold().split(), *words)):
        return 2
    if typed in name or any(typed in word for word in words):
        return 3
    return NO_MATCH


def _plain(text: str) -> str:
    """Return the letters and digits alone, so that "kb01" finds KB-01."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
