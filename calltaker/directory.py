"""`calltaker agency` and `calltaker unit`: the directory as an administrator keeps it. Numbers are data, never code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from calltaker import administration
from calltaker.settings import Settings
from db.errors import JournalError
from db.events import AgencyDefined, UnitDefined, new_event
from db.queries import board
from db.reader import open_reader
from db.rows import AgencyRow, UnitRow


def agency(settings: Settings, arguments: Sequence[str]) -> int:
    """List the agencies, or define one; what is not said stays as it is. Raises `DatabaseError`, `JournalError`, `OSError`."""
    asked = _agency_parser().parse_args(arguments)
    with open_reader(settings.database_url) as reader:
        known = {row.code: row for row in board.agencies(reader)}
    if asked.verb == "list":
        for row in known.values():
            _say(row.code, row.short_name or row.name, row.phone, row.voice_uri, ",".join(row.keys))
        return 0
    code = asked.code.upper()
    was = known.get(code)
    if was is None and not asked.name:
        raise JournalError(f"the agency {code} is not known yet: give it a --name")
    event = new_event(code, _agency_after(asked, was), actor=administration.ACTOR)
    administration.append(settings, (event,))
    _say(code, "is on record")
    return 0


def _given(asked: argparse.Namespace, name: str, default: str) -> str:
    """Return what was said on the command line, else what stands already."""
    given: str | None = getattr(asked, name)
    return default if given is None else given


def _agency_after(asked: argparse.Namespace, was: AgencyRow | None) -> AgencyDefined:
    return AgencyDefined(
        name=_given(asked, "name", was.name if was else ""),
        short_name=_given(asked, "short_name", was.short_name if was else ""),
        voice_uri=_given(asked, "voice_uri", was.voice_uri if was else ""),
        phone=_given(asked, "phone", was.phone if was else ""),
        whatsapp=_given(asked, "whatsapp", was.whatsapp if was else ""),
        keys=tuple(asked.keys.lower().split(",")) if asked.keys is not None else (was.keys if was else ()),
        acknowledge_within_s=asked.acknowledge_within_s or (was.acknowledge_within_s if was else 120),
        active=not asked.remove,
    )


def _agency_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="calltaker agency")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="one agency a line: code, name, telephone, address for forwarding, keys after F11")
    change = verbs.add_parser("set", help="define an agency, or change what is given")
    change.add_argument("code")
    change.add_argument("--name")
    change.add_argument("--short-name")
    change.add_argument("--voice-uri", help="where F11 forwards the call (sip: or tel:)")
    change.add_argument("--phone")
    change.add_argument("--whatsapp")
    change.add_argument("--keys", help="short codes typed after F11, with commas between")
    change.add_argument("--acknowledge-within-s", type=int)
    change.add_argument("--remove", action="store_true", help="take it out of the directory (its history stays)")
    return parser


def unit(settings: Settings, arguments: Sequence[str]) -> int:
    """List the units, or define one. Raises `DatabaseError`, `JournalError`, `OSError`."""
    asked = _unit_parser().parse_args(arguments)
    with open_reader(settings.database_url) as reader:
        known = {row.callsign: row for row in board.units(reader)}
    if asked.verb == "list":
        for row in known.values():
            _say(row.callsign, row.agency, row.name, row.base, row.state)
        return 0
    callsign = asked.callsign.upper()
    was = known.get(callsign)
    if was is None and not asked.agency:
        raise JournalError(f"the unit {callsign} is not known yet: give it an --agency")
    event = new_event(callsign, _unit_after(asked, was), actor=administration.ACTOR)
    administration.append(settings, (event,))
    _say(callsign, "is on record")
    return 0


def _unit_after(asked: argparse.Namespace, was: UnitRow | None) -> UnitDefined:
    return UnitDefined(
        agency=_given(asked, "agency", was.agency if was else "").upper(),
        name=_given(asked, "name", was.name if was else ""),
        base=_given(asked, "base", was.base if was else ""),
        active=not asked.remove,
        lat=asked.lat if asked.lat is not None else (was.lat if was else None),
        lon=asked.lon if asked.lon is not None else (was.lon if was else None),
    )


def _unit_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="calltaker unit")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="one unit a line: call sign, agency, name, base, state")
    change = verbs.add_parser("set", help="define a unit, or change what is given")
    change.add_argument("callsign")
    change.add_argument("--agency")
    change.add_argument("--name")
    change.add_argument("--base")
    change.add_argument("--lat", type=_degrees(90), help="where the base stands, decimal degrees (south is negative)")
    change.add_argument("--lon", type=_degrees(180))
    change.add_argument("--remove", action="store_true", help="take it off the board (its history stays)")
    return parser


def _degrees(limit: float) -> Callable[[str], float]:
    """Return the reader of an argument in decimal degrees."""

    def read(text: str) -> float:
        value = float(text.replace(",", "."))
        if not -limit <= value <= limit:
            raise argparse.ArgumentTypeError(f"{text} is not between -{limit} and {limit} degrees")
        return value

    return read


def _say(*cells: str) -> None:
    sys.stdout.write("\t".join(cells) + "\n")
