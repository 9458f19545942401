"""Which agency a person means by a few keys: its digit, a number such as 119, a word such as "damkar", or part of one."""

from __future__ import annotations

from collections.abc import Sequence

from db.rows import AgencyRow

MOST_DIGITS = 9


def numbered(agencies: Sequence[AgencyRow]) -> tuple[tuple[str, AgencyRow], ...]:
    """Return the first nine agencies that can be called, each with its digit. The order of the directory is the order here."""
    callable_ones = [agency for agency in agencies if agency.voice_uri]
    return tuple((str(place), agency) for place, agency in enumerate(callable_ones[:MOST_DIGITS], 1))


def matching(text: str, agencies: Sequence[AgencyRow]) -> tuple[AgencyRow, ...]:
    """Return the agencies that `text` may mean; one word that fits exactly, or a digit, leaves only its agency."""
    typed = text.strip().casefold()
    if not typed:
        return ()
    for digit, agency in numbered(agencies):
        if typed == digit:
            return (agency,)
    exact = tuple(agency for agency in agencies if typed in _words(agency))
    return exact or tuple(agency for agency in agencies if any(word.startswith(typed) for word in _words(agency)))


def resolve(text: str, agencies: Sequence[AgencyRow]) -> AgencyRow | None:
    """Return the only agency that `text` can mean, or `None`."""
    found = matching(text, agencies)
    return found[0] if len(found) == 1 else None


def _words(agency: AgencyRow) -> tuple[str, ...]:
    names = (agency.code, agency.short_name, agency.name, *agency.keys)
    return tuple(name.casefold() for name in names if name)
