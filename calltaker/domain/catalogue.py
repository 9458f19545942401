"""The shipped facts: incident types, call outcomes, obstacles, protocols and the first agency directory.

Frozen, read once at start from `resources/catalogue` and `resources/protocols`. Codes are for ever (they stand in the log);
names are in both languages; key questions stay Indonesian because they are spoken to the caller.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

import resources
from calltaker.domain.catalogue_files import CatalogueError, read_by_code, read_toml

Priority = Annotated[int, msgspec.Meta(ge=1, le=4)]
OutcomeGroup = Literal["real", "information", "prank", "ghost", "other", "test"]


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something with a code and a name in both languages."""

    code: str
    name_id: str
    name_en: str

    def name(self, language: str) -> str:
        """Return the name in `language`; everything but "en" gets Indonesian, the language of the room."""
        return self.name_en if language == "en" else self.name_id


class IncidentType(Named, frozen=True, kw_only=True):
    """One kind of incident. `priority` is 1 (life in danger now) to 4 (can be scheduled). `lead` and `co_agencies` are codes
    of the directory: the run card. `agency_note` says what a code leaves out (a unit, a choice). `frequent`: quick pick."""

    priority: Priority
    lead: str
    co_agencies: tuple[str, ...]
    agency_note: str
    key_questions: tuple[str, ...]
    raise_to_p1_if: str
    search_words: tuple[str, ...]
    frequent: bool


class Outcome(Named, frozen=True, kw_only=True):
    """What a call was. `digit` is the key after F7 ("" = only in the full list). `ends_call`: choosing it hangs up a call that
    still runs; never so where a person may be in danger behind it."""

    digit: str
    group: OutcomeGroup
    opens_incident: bool
    ends_call: bool


class Obstacle(Named, frozen=True, kw_only=True):
    """Why an agency could not help (the reason that the reporter is told)."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it is spoken; no `answers` means free text. `short` heads the answer in the message for the agencies,
    "" = the question itself does."""

    text: str
    short: str = ""
    answers: tuple[str, ...]


class Protocol(msgspec.Struct, frozen=True, kw_only=True):
    """Questions and advice for some types. `reviewed_by` is "" until a person of the profession has signed: the screen then
    says that it is a draft."""

    id: str
    name_id: str
    name_en: str
    types: tuple[str, ...]
    questions: tuple[Question, ...]
    rule: str
    instructions: tuple[str, ...]
    version: str
    reviewed_by: str

    def name(self, language: str) -> str:
        return self.name_en if language == "en" else self.name_id


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A few lines of advice for types without a protocol."""

    name_id: str
    types: tuple[str, ...]
    text: str


class AgencyDefaults(msgspec.Struct, frozen=True, kw_only=True):
    """An agency as `calltaker init` first writes it; afterwards the log's `agency.defined` events rule. `voice_uri` points at
    the centre's own PBX and is to be confirmed by the centre."""

    code: str
    name: str
    short_name: str
    voice_uri: str
    phone: str
    whatsapp: str
    keys: tuple[str, ...]
    acknowledge_within_s: int


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """All of it. `types` keeps the order of the file, which is the order of the lists on screen."""

    version: str
    reviewed_by: str
    types: dict[str, IncidentType]
    outcomes: dict[str, Outcome]
    obstacles: dict[str, Obstacle]
    agencies: tuple[AgencyDefaults, ...]
    protocols: tuple[Protocol, ...]
    cards: tuple[Card, ...]

    def protocol_for(self, type_code: str) -> Protocol | None:
        """Return the protocol of a type, or `None`: then the type's key questions are asked."""
        return next((protocol for protocol in self.protocols if type_code in protocol.types), None)

    def card_for(self, type_code: str) -> str:
        """Return the short advice of a type, or ""."""
        return next((card.text for card in self.cards if type_code in card.types), "")

    def outcome_by_digit(self, digit: str) -> Outcome | None:
        """Return the outcome of a digit after F7, or `None` ("" and digits without an outcome)."""
        return next((outcome for outcome in self.outcomes.values() if digit and outcome.digit == digit), None)


class _Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: str
    reviewed_by: str


class _CardFile(_Edition, frozen=True, forbid_unknown_fields=True):
    cards: tuple[Card, ...]


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read the catalogue below `folder` (default: the shipped one). Raises `CatalogueError` naming file and reason."""
    root = folder or resources.path()
    tables, protocols = root / "catalogue", root / "protocols"
    edition = read_toml(tables / "catalogue.toml", _Edition)
    catalogue = Catalogue(
        version=edition.version,
        reviewed_by=edition.reviewed_by,
        types=read_by_code(tables / "types.csv", IncidentType),
        outcomes=read_by_code(tables / "outcomes.csv", Outcome),
        obstacles=read_by_code(tables / "obstacles.csv", Obstacle),
        agencies=tuple(read_by_code(tables / "agencies.csv", AgencyDefaults).values()),
        protocols=tuple(read_toml(path, Protocol) for path in sorted(protocols.glob("p-*.toml"))),
        cards=read_toml(protocols / "cards.toml", _CardFile).cards,
    )
    _check_references(catalogue)
    return catalogue


def _check_references(catalogue: Catalogue) -> None:
    """Every agency of a run card and every type of a protocol must exist, or a send would miss somebody in silence."""
    agencies = {agency.code for agency in catalogue.agencies}
    for kind in catalogue.types.values():
        unknown = sorted({kind.lead, *kind.co_agencies} - agencies)
        if unknown:
            raise CatalogueError(f"types.csv: {kind.code} names agencies that agencies.csv lacks: {', '.join(unknown)}")
    advice: tuple[Protocol | Card, ...] = (*catalogue.protocols, *catalogue.cards)
    for source in advice:
        strangers = sorted(set(source.types) - set(catalogue.types))
        if strangers:
            raise CatalogueError(f"protocols: {source.name_id} is for types that types.csv lacks: {', '.join(strangers)}")
