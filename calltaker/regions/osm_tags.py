"""What the tags of OpenStreetMap mean to a centre: which things become streets, landmarks, or posts of those who help."""

from __future__ import annotations

import re
from collections.abc import Mapping

from db.gazetteer.place import Kind

_NO_STREETS = frozenset(
    {"construction", "proposed", "abandoned", "razed", "platform", "rest_area", "services", "bus_stop", "corridor"}
)
_SERVICES: dict[tuple[str, str], Kind] = {
    ("amenity", "fire_station"): "fire",
    ("amenity", "police"): "police",
    ("amenity", "hospital"): "hospital",
    ("healthcare", "hospital"): "hospital",
    ("amenity", "clinic"): "clinic",
    ("healthcare", "clinic"): "clinic",
    ("healthcare", "centre"): "clinic",
    ("emergency", "ambulance_station"): "medical",
    ("emergency", "disaster_response"): "disaster",
    ("emergency", "mountain_rescue"): "disaster",
    ("emergency", "water_rescue"): "disaster",
}
_UNNAMED: dict[Kind, str] = {
    "fire": "Pos pemadam kebakaran",
    "police": "Kantor polisi",
    "hospital": "Rumah sakit",
    "medical": "Pos ambulans",
    "disaster": "Pos SAR",
}
"""A post without a name on the map is a post all the same."""

_ANY = frozenset({"*"})
_LANDMARKS: dict[str, frozenset[str]] = {
    "amenity": _ANY,
    "shop": _ANY,
    "tourism": _ANY,
    "leisure": _ANY,
    "historic": _ANY,
    "office": _ANY,
    "healthcare": _ANY,
    "railway": frozenset({"station", "halt", "level_crossing"}),
    "public_transport": frozenset({"station"}),
    "aeroway": frozenset({"aerodrome", "terminal", "heliport"}),
    "highway": frozenset({"bus_stop", "services", "rest_area", "motorway_junction"}),
    "junction": _ANY,
    "man_made": frozenset({"bridge", "pier", "tower", "lighthouse", "water_tower", "works", "wastewater_plant"}),
    "bridge": _ANY,
    "barrier": frozenset({"toll_booth"}),
    "natural": frozenset({"peak", "volcano", "beach", "spring", "cape", "bay", "cave_entrance", "hot_spring", "water"}),
    "waterway": frozenset({"waterfall", "dam", "weir"}),
    "power": frozenset({"plant", "substation"}),
    "landuse": frozenset({"residential", "industrial", "commercial", "retail", "cemetery", "military", "reservoir", "port"}),
    "place": frozenset({"hamlet", "isolated_dwelling", "neighbourhood", "quarter", "locality", "square", "islet", "island"}),
    "building": _ANY,
}
"""Anything named that is one of these is a landmark. Names of villages and above are not: the official list has them."""
_NO_LANDMARKS = frozenset({("amenity", "parking_space"), ("amenity", "bench"), ("building", "no"), ("bridge", "no")})

KEYS: tuple[str, ...] = tuple(dict.fromkeys((*(key for key, _ in _SERVICES), *_LANDMARKS)))
"""Only things with one of these keys, or `highway`, are looked at."""

_RESCUE = re.compile(r"(?i)^(kantor |pos |posko |mako |markas |pusdalops )?(bpbd|badan penanggulangan bencana|basarnas|sar)\b")
_FIRE = re.compile(r"(?i)^(kantor |pos |posko |mako |markas |upt )?(dinas )?(pemadam kebakaran|damkar)\b")
_AMBULANCE = re.compile(r"(?i)^(pos |posko )?(psc\b|ambulans?\b|public safety cent)")
_PUSKESMAS = re.compile(r"(?i)\bpuskesmas\b|\bpustu\b")
_BY_NAME: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_RESCUE, "disaster"), (_FIRE, "fire"), (_AMBULANCE, "medical"), (_PUSKESMAS, "clinic"),
)  # fmt: skip
_OFFICES = ("office", "amenity", "building", "healthcare", "emergency")
"""A name alone makes a post only of a house: "Halte Damkar" is a bus stop."""
_HOUSES_NOT_OFFICES = frozenset({"place_of_worship", "parking", "school", "restaurant", "cafe", "marketplace", "fuel"})

MAX_NAME_CHARS = 120
_OTHER_NAMES = ("short_name", "alt_name", "loc_name", "old_name")


def street_name(tags: Mapping[str, str]) -> str:
    """Return the name of a street; "" for what is none or has no name."""
    return _clean(tags.get("name", "")) if tags.get("highway", "") not in _NO_STREETS and "highway" in tags else ""


def kind_of(tags: Mapping[str, str]) -> Kind | None:
    """Return what a thing that is no street is to a centre; None = nothing."""
    for (key, value), kind in _SERVICES.items():
        if tags.get(key) == value:
            return "clinic" if kind == "hospital" and _PUSKESMAS.search(tags.get("name", "")) else kind
    name = tags.get("name", "")
    if not name:
        return None
    if any(key in tags for key in _OFFICES) and tags.get("amenity") not in _HOUSES_NOT_OFFICES:
        for pattern, kind in _BY_NAME:
            if pattern.search(name):
                return kind
    return "landmark" if any(_is_landmark(key, tags[key]) for key in _LANDMARKS if key in tags) else None


def _is_landmark(key: str, value: str) -> bool:
    return (_LANDMARKS[key] is _ANY or value in _LANDMARKS[key]) and (key, value) not in _NO_LANDMARKS


def place_name(tags: Mapping[str, str], kind: Kind) -> str:
    """Return the name with its best-known other one in brackets; "" when it has none and needs one."""
    name = _clean(tags.get("name", "") or tags.get("name:id", "") or tags.get("official_name", ""))
    if not name:
        return _UNNAMED.get(kind, "")
    for key in _OTHER_NAMES:
        other = _clean(tags.get(key, "").split(";")[0])
        if other and other.casefold() not in name.casefold() and len(name) + len(other) < MAX_NAME_CHARS:
            return f"{name} ({other})"
    return name


def phone(tags: Mapping[str, str]) -> str:
    number = tags.get("phone", "") or tags.get("contact:phone", "") or tags.get("contact:mobile", "")
    return _clean(number.split(";")[0])[:40]


def _clean(text: str) -> str:
    """One line of printable text, as long as a list can show."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:MAX_NAME_CHARS]
