"""Links to a place on a map, of any maker: the pin before the middle of the map. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from telephony.location.coordinates import angles, decimal_degrees, plus_codes
from telephony.location.coordinates.answer import Doubt, Reason
from telephony.location.coordinates.link_parts import Link, take_apart
from telephony.location.coordinates.reading import (
    Finding,
    Home,
    Reading,
    Refusal,
    Sign,
    decimals,
    degree_digit_m,
    digits_radius_m,
)
from telephony.location.coordinates.signs import fold

MAX_NESTED = 3
MAX_LINKS = 20
MIN_AXIS_DIGITS = 3

_MAP_HOST = (
    r"(?:[a-z0-9-]{1,30}\.){0,3}(?:google\.(?:com\.[a-z]{2}|co\.[a-z]{2}|[a-z]{2,3})|goo\.gl|g\.co|g\.page|waze\.(?:com|to)|maps\.apple"
    r"|apple\.(?:com|co)|openstreetmap\.org|osm\.org|osmand\.net|here\.com|her\.is|bing\.com|yandex\.[a-z]{2,3}|bit\.ly|s\.id"
    r"|tinyurl\.com|t\.co|is\.gd|rb\.gy|cutt\.ly|shorturl\.at|plus\.codes|w3w\.co|what3words\.com|omaps\.app|ge0\.me"
    r"|gojek\.com|gojek\.link|gofood\.link|grab\.com|grab\.onelink\.me)(?=[/?#])"
)
_URL = re.compile(
    rf"(?<![a-z0-9.+-])(?:[a-z][a-z0-9+.-]{{1,30}}://|https?%(?:25)?3a|google\.navigation:|{_MAP_HOST})[^\s<>\x00]{{1,4000}}"
    r"(?:(?<=,)\s{1,2}-?[0-9]{1,3}\.[0-9]{2,17}[^\s<>\x00]{0,4000})?",
    re.IGNORECASE,
)
_SHORT_HOST = re.compile(
    r"(?:maps\.app\.)?goo\.gl|g\.(?:co|page)|waze\.to|bit\.ly|s\.id|tinyurl\.com|t\.co|is\.gd|rb\.gy|cutt\.ly|shorturl\.at|her\.is"
    r"|apple\.co|maps\.apple|w3w\.co|what3words\.com|omaps\.app|ge0\.me|gojek\.link|gofood\.link|grab\.onelink\.me|r\.grab\.com"
)
_SHORT_PATH = re.compile(
    r"(?:waze\.com/(?:[a-z-]{2,6}/)?ul/h|maps\.apple\.com/p/|bing\.com/maps\?osid|(?:osm|openstreetmap)\.org/go/)",
    re.IGNORECASE,
)

_N = r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?)"
_PAIR = re.compile(
    rf"\s?(?:loc:|ll\.|point\.|pos\.|geo:)?\s?{_N}\s{{0,2}}(?:[,~_;]\s?|\s){_N}(?![0-9.]|,[0-9]{{3}})", re.IGNORECASE
)
_PIN = re.compile(rf"!3d{_N}!4d{_N}(?![0-9.])")
_WAYPOINT = re.compile(rf"!2m2!1d{_N}!2d{_N}(?![0-9.])")  # longitude first
_EMBEDDED = re.compile(rf"!2d{_N}!3d{_N}(?![0-9.])")  # longitude first, the middle of the map
_AT = re.compile(rf"/@{_N},{_N}(?![0-9.])")
_HASH = re.compile(rf"(?:^|[#&])(?:map=)?[0-9]{{1,2}}(?:\.[0-9]{{1,4}})?/{_N}/{_N}(?![0-9.])")
_PIN_FIELDS = (
    "destination",
    "daddr",
    "to",
    "q",
    "query",
    "coordinate",
    "latlng",
    "pin",
    "sp",
    "pt",
    "where1",
    "loc",
    "address",
    "marker",
    "markers",
    "text",
)
_VIEW_FIELDS = ("center", "cp", "sll", "cbll", "viewpoint", "map", "sspn")
_ROUTE_FIELDS = ("route", "rtext", "rtp")
_LONGITUDE_FIRST = re.compile(r"(?:.*\.)?(?:yandex\.[a-z.]{2,6}|2gis\.[a-z]{2,3})")
_LAT_NAMES, _LON_NAMES = ("latitude", "lat"), ("longitude", "long", "lng", "lon")
_NAVIGATION = "google.navigation:"
_ROUTES = frozenset({"dir", "directions", "r"})
_PLACES = frozenset({"place", "search", "l", "share"}) | _ROUTES


class _Spot(NamedTuple):
    lat: float
    lon: float
    radius_m: float | None
    is_viewport: bool = False
    doubts: tuple[Doubt, ...] = ()


def read(text: str, home: Home | None = None) -> list[Finding]:
    """Return what each link of the text says. A short link that says nothing is refused as such."""
    found: list[Finding] = []
    for match in _URL.finditer(text):
        url = match[0].rstrip("\"'.,;:!?)]}>*_")
        found.append(_finding(url, match.start(), home))
        if len(found) == MAX_LINKS:
            break
    return found


def _finding(url: str, start: int, home: Home | None) -> Finding:
    end = start + len(url)
    pins: list[_Spot] = []
    link = take_apart(url)
    for spot in _spots(link, home, MAX_NESTED):
        if isinstance(spot, Refusal):
            return Refusal(spot.reason, spot.detail, start, end)
        pins.append(spot)
        break
    if not pins:
        return Refusal(Reason.SHORT_LINK if _is_short(link) else Reason.LINK_WITHOUT_POSITION, link.host[:100], start, end)
    spot = pins[0]
    return Reading(
        lat=spot.lat,
        lon=spot.lon,
        form="link",
        start=start,
        end=end,
        radius_m=spot.radius_m,
        sign=Sign.MACHINE,
        is_viewport=spot.is_viewport,
        doubts=spot.doubts,
    )


def _is_short(link: Link) -> bool:
    host = link.host.removeprefix("www.")
    return _SHORT_HOST.fullmatch(host) is not None or _SHORT_PATH.search(link.flat) is not None


def _spots(link: Link, home: Home | None, depth: int) -> Iterator[_Spot | Refusal]:
    """Yield positions, the best first: what was pinned, what was asked for, what was only looked at."""
    fields = dict(reversed(link.fields))  # the first of a name counts
    yield from _pinned(link, fields, home)
    if depth:
        for value in fields.values():
            if "://" in value[:40]:
                yield from _spots(take_apart(value), home, depth - 1)
    yield from _looked_at(link, fields)


def _pinned(link: Link, fields: dict[str, str], home: Home | None) -> Iterator[_Spot | Refusal]:
    if waypoints := _WAYPOINT.findall(link.flat):
        yield _spot(*reversed(waypoints[-1]))
    if pins := _PIN.findall(link.flat):
        yield _spot(*pins[0], doubts=(Doubt.SEVERAL,) if len(set(pins)) > 1 else ())
    for name in _ROUTE_FIELDS:
        if name in fields:
            yield from _from_words(re.split("[;~]", fields[name])[-1], home)
    if _LONGITUDE_FIRST.fullmatch(link.host):
        yield from _longitude_first(link, fields)
    for name in _PIN_FIELDS:
        if name in fields:
            yield from _from_words(fields[name].rpartition("|")[2], home)
    yield from _named_pairs(fields, is_viewport="openstreetmap" in link.host and "mlat" not in fields)
    if "ll" in fields and not ("google" in link.host and ("q" in fields or "spn" in fields)):
        yield from _from_words(fields["ll"], home)
    yield from _from_path(link, home)


def _longitude_first(link: Link, fields: dict[str, str]) -> Iterator[_Spot]:
    """Makers who write the longitude first: pins, then what is in the path, then the middle of the map."""
    pins = [fields.get(name, "") for name in ("pt", "whatshere[point]")] + [*link.path[-1:]]
    for words, is_viewport in (*((pin, False) for pin in pins), (fields.get("ll", ""), True)):
        if match := _PAIR.match(words):
            yield _spot(match[2], match[1], is_viewport=is_viewport)


def _from_path(link: Link, home: Home | None) -> Iterator[_Spot | Refusal]:
    steps = [part for part in link.path if not part.startswith(("@", "data=", "am="))]
    kind = next((at for at, part in enumerate(steps) if part.lower() in _PLACES), None)
    if kind is not None and len(steps) > kind + 1:
        yield from _from_words(steps[-1] if steps[kind].lower() in _ROUTES else steps[kind + 1], home)
    elif link.host.removeprefix("www.") == "plus.codes" and steps:
        yield from _from_words(steps[-1], home)
    if link.flat.lower().startswith(_NAVIGATION):
        yield from _from_words(link.flat.partition("q=")[2], home)


def _looked_at(link: Link, fields: dict[str, str]) -> Iterator[_Spot]:
    for name in (*_VIEW_FIELDS, "ll"):
        if match := _PAIR.match(fields.get(name, "")):
            yield _spot(match[1], match[2], is_viewport=True)
    yield from _numbered_axes(fields)
    if match := _AT.search(link.flat) or _HASH.search(link.fragment):
        yield _spot(match[1], match[2], is_viewport=True)
    if embedded := _EMBEDDED.search(link.flat):
        yield _spot(embedded[2], embedded[1], is_viewport=True)


def _numbered_axes(fields: dict[str, str]) -> Iterator[_Spot]:
    """`x=106.8166&y=-6.5950` of map servers; whole numbers there are tiles and pixels."""
    x, y = fields.get("x", ""), fields.get("y", "")
    if all(re.fullmatch(_N, number) and decimals(number) >= MIN_AXIS_DIGITS for number in (x, y)):
        yield _spot(y, x, is_viewport=True)


def _named_pairs(fields: dict[str, str], *, is_viewport: bool) -> Iterator[_Spot]:
    """`lat=…&lng=…`, also `dropoff_latitude=…&dropoff_longitude=…`; where one goes before where one starts."""
    spots: list[tuple[bool, _Spot]] = []
    for name, lat in fields.items():
        ending = next((ending for ending in _LAT_NAMES if name.rstrip("]").endswith(ending)), None)
        if ending is None or not re.fullmatch(_N, lat.strip()):
            continue
        head, _, tail = name.rpartition(ending)
        lon = next((fields[head + other + tail] for other in _LON_NAMES if head + other + tail in fields), "")
        if re.fullmatch(_N, lon.strip()):
            is_start = any(word in head for word in ("pickup", "pick_up", "origin", "from", "start", "src"))
            spots.append((is_start, _spot(lat.strip(), lon.strip(), is_viewport=is_viewport)))
    spots.sort(key=lambda pair: pair[0])
    several = len({(spot.lat, spot.lon) for is_start, spot in spots if is_start == spots[0][0]}) > 1
    for _, spot in spots[:1]:
        yield spot._replace(doubts=(Doubt.SEVERAL,)) if several else spot


def _from_words(words: str, home: Home | None) -> Iterator[_Spot | Refusal]:
    """What stands in a field or path of a link: two numbers, or any other form."""
    words = fold(words.strip()[:300])
    if match := _PAIR.match(words):
        yield _spot(match[1], match[2])
        return
    for reader in (plus_codes.read, angles.read, decimal_degrees.read):
        for finding in reader(words, home):
            if isinstance(finding, Reading):
                yield _Spot(finding.lat, finding.lon, finding.radius_m, doubts=finding.doubts)
            elif finding.reason is not Reason.INCOMPLETE:
                yield finding


def _spot(lat: str, lon: str, *, is_viewport: bool = False, doubts: tuple[Doubt, ...] = ()) -> _Spot:
    radius_m = digits_radius_m(degree_digit_m(lat), degree_digit_m(lon))
    return _Spot(float(lat), float(lon), radius_m, is_viewport, doubts)
