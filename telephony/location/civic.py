"""Civic addresses (RFC 5139, and the older civicLoc of RFC 4119) as one line, from the door to the country."""

from __future__ import annotations

from telephony.location.bounded_xml import Node

MAX_CHARS = 500

_PLACE = ("NAM", "LMK", "LOC", "BLD", "UNIT", "FLR", "ROOM", "SEAT")
_STREET = ("PRM", "PRD", "RD", "STS", "POD", "POM", "RDSEC", "RDBR", "RDSUBBR")
_NUMBER = ("HNO", "HNS")
_AREA = ("A6", "A5", "A4", "A3", "A2", "A1")
_END = ("PC", "country")
_KNOWN = frozenset((*_PLACE, *_STREET, *_NUMBER, *_AREA, *_END))


def civic_line(address: Node) -> str:
    """Return e.g. `Jl. Contoh 12, Babakan, Kota Contoh, 16128, ID`; elements we do not know follow as `name=value`."""
    values: dict[str, str] = {}
    for node in address.children:
        text = " ".join(node.text.split())
        if text:
            values.setdefault(node.name, text)
    street_names = [name for name in _STREET if name in values] or [name for name in ("A6",) if name in values]
    street = " ".join(values.pop(name) for name in (*street_names, *_NUMBER) if name in values)
    before = [values[name] for name in _PLACE if name in values]
    behind = [values[name] for name in (*_AREA, *_END) if name in values]
    others = [f"{name}={value}" for name, value in values.items() if name not in _KNOWN]
    return ", ".join(part for part in (*before, street, *behind, *others) if part)[:MAX_CHARS]
