"""Civic addresses (RFC 5139 with the extensions of RFC 6848, and the older civicLoc of RFC 4119) as one line, from the door to
the country."""

from __future__ import annotations

from telephony.location.bounded_xml import Node

MAX_CHARS = 500

_PLACE = ("NAM", "LMK", "LOC", "BLD", "UNIT", "FLR", "ROOM", "SEAT")
_STREET = ("PRM", "PRD", "STPS", "RD", "STS", "POD", "POM", "RDSEC", "RDBR", "RDSUBBR")
_NUMBER = ("HNP", "HNO", "HNS")
_MARK = ("MP", "PN")
"""Along a road without houses: the milepost and the number of a lamp post or pylon. They are shown with their letters."""
_AREA = ("A6", "A5", "A4", "A3", "A2", "A1")
_END = ("PC", "country")
_KNOWN = frozenset((*_PLACE, *_STREET, *_NUMBER, *_MARK, *_AREA, *_END))


def civic_line(address: Node) -> str:
    """Return e.g. `Jl. Contoh 12, MP 4.2, Babakan, Kota Contoh, 16128, ID`. Elements that we do not know, and a second one of a
    name (extensions have namespaces of their own), follow as `name=value`: nothing that may help is dropped."""
    values: dict[str, str] = {}
    others: list[str] = []
    for node in address.children:
        text = _text(node)
        if not text:
            continue
        if node.name in _KNOWN and node.name not in values:
            values[node.name] = text
        else:
            others.append(f"{node.name}={text}")
    street_names = [name for name in _STREET if name in values] or [name for name in ("A6",) if name in values]
    street = " ".join(values.pop(name) for name in (*street_names, *_NUMBER) if name in values)
    before = [values[name] for name in _PLACE if name in values]
    marks = [f"{name} {values[name]}" for name in _MARK if name in values]
    behind = [values[name] for name in (*_AREA, *_END) if name in values]
    return ", ".join(part for part in (*before, street, *marks, *behind, *others) if part)[:MAX_CHARS]


def _text(node: Node) -> str:
    """Return the text of an element and of what an extension has put into it, on one line."""
    words = [*node.text.split(), *(_text(child) for child in node.children)]
    return " ".join(word for word in words if word)
