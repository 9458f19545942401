"""The vocabulary of the command line: state words, and how a typed word finds a unit, an agency or an incident. Pure text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from calltaker.domain.ticket import is_short_number, short_number
from calltaker.domain.words import QT_TRANSLATE_NOOP
from db.rows import AgencyRow

VERB_WORDS = {
    "jawab": "J",
    "tahan": "T",
    "alihkan": "A",
    "iseng": "I",
    "buat": "B",
    "kirim": "K",
    "status": "S",
    "catatan": "C",
    "tutup": "X",
    "cari": "/",
    "bantuan": "?",
}

UNIT_STATES = {
    "siap": "ready",
    "berangkat": "en_route",
    "jalan": "en_route",
    "menuju": "en_route",
    "lokasi": "on_scene",
    "tiba": "on_scene",
    "rusak": "out_of_service",
    "nonaktif": "out_of_service",
}

REFERRAL_STATES = {
    "terima": "acknowledged",
    "diterima": "acknowledged",
    "berangkat": "en_route",
    "jalan": "en_route",
    "menuju": "en_route",
    "lokasi": "on_scene",
    "tiba": "on_scene",
    "selesai": "handled",
    "ditangani": "handled",
    "tolak": "refused",
    "ditolak": "refused",
    "kendala": "obstructed",
    "terkendala": "obstructed",
    "batal": "cancelled",
}

INFORMED = {
    "selesai": "yes",
    "dikabari": "yes",
    "ya": "yes",
    "gagal": "unreachable",
    "anonim": "anonymous",
}

STATE_TEXTS = {
    "ready": QT_TRANSLATE_NOOP("CommandLine", "ready"),
    "out_of_service": QT_TRANSLATE_NOOP("CommandLine", "out of service"),
    "acknowledged": QT_TRANSLATE_NOOP("CommandLine", "acknowledged"),
    "en_route": QT_TRANSLATE_NOOP("CommandLine", "on the way"),
    "on_scene": QT_TRANSLATE_NOOP("CommandLine", "on scene"),
    "handled": QT_TRANSLATE_NOOP("CommandLine", "handled"),
    "refused": QT_TRANSLATE_NOOP("CommandLine", "refused"),
    "obstructed": QT_TRANSLATE_NOOP("CommandLine", "obstructed"),
    "cancelled": QT_TRANSLATE_NOOP("CommandLine", "cancelled"),
    "yes": QT_TRANSLATE_NOOP("CommandLine", "the reporter has been told"),
    "unreachable": QT_TRANSLATE_NOOP("CommandLine", "the reporter could not be reached"),
    "anonymous": QT_TRANSLATE_NOOP("CommandLine", "the reporter is anonymous"),
}
"""English source of each state, context "CommandLine"."""

_CALLSIGN = re.compile(r"(?P<letters>\D*?)-*0*(?P<number>\d*)")


class Match(msgspec.Struct, frozen=True):
    """What a typed word may mean: one value is an answer, several are a question, none is an error. `shown` is how the
    choices are put to the person, when that is not by their values."""

    values: tuple[str, ...]
    shown: tuple[str, ...] = ()

    @property
    def choices(self) -> str:
        return ", ".join(self.shown or self.values)

    @property
    def only(self) -> str | None:
        return self.values[0] if len(self.values) == 1 else None


def match_word(typed: str, words: Mapping[str, str]) -> Match:
    """Return the values of the words that `typed` begins; a word typed in full wins over longer ones."""
    text = typed.casefold()
    if text in words:
        return Match((words[text],))
    begun = [word for word in words if word.startswith(text)]
    return Match(_unique(words[word] for word in begun), tuple(begun))


def match_unit(typed: str, callsigns: Iterable[str]) -> Match:
    """Return the call signs that `typed` may mean: "pmk3" and "PMK-003" are PMK-03, "pmk" is every PMK."""
    letters, number = _split(typed)
    known = {callsign: _split(callsign) for callsign in callsigns}
    exact = [callsign for callsign, parts in known.items() if parts == (letters, number)]
    if exact or not letters:
        return Match(tuple(exact))
    return Match(
        tuple(sign for sign, (own, own_number) in known.items() if own.startswith(letters) and number in ("", own_number))
    )


def is_agency_key(typed: str, agencies: Iterable[AgencyRow]) -> bool:
    """True when `typed` is in full a key of an agency ("119", "damkar")."""
    return any(_plain(typed) in _names(agency) for agency in agencies)


def match_agency(typed: str, agencies: Iterable[AgencyRow]) -> Match:
    """Return the codes of the agencies that `typed` may mean by key, code or short name."""
    text = _plain(typed)
    known = [(agency.code, _names(agency)) for agency in agencies]
    exact = _unique(code for code, names in known if text in names)
    if exact or not text:
        return Match(exact)
    return Match(_unique(code for code, names in known if any(name.startswith(text) for name in names)))


def match_incident(typed: str, numbers: Iterable[str]) -> Match:
    """Return the open incidents that `typed` means: the last part with or without zeros, or the whole number."""
    whole = _plain(typed)
    return Match(tuple(number for number in numbers if is_short_number(typed, number) or _plain(number) == whole))


def looks_like_number(typed: str) -> bool:
    """True for digits, dashes between them allowed."""
    return typed.isascii() and typed.replace("-", "").isdigit()


def shown_incident(number: str, numbers: Iterable[str]) -> str:
    """Return the short number, or the whole one when two open incidents share the short one."""
    short = short_number(number)
    return number if sum(short_number(other) == short for other in numbers) > 1 else short


def _split(callsign: str) -> tuple[str, str]:
    found = _CALLSIGN.fullmatch(callsign.casefold().strip())
    return (found["letters"].strip("- "), found["number"]) if found else (callsign.casefold(), "")


def _names(agency: AgencyRow) -> set[str]:
    return {_plain(name) for name in (agency.code, agency.short_name, *agency.keys)} - {""}


def _plain(text: str) -> str:
    return text.casefold().replace("-", "").replace(" ", "")


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
