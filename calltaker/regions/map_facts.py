"""What a file of map tiles says of itself, checked against what a centre in Indonesia can use."""

from __future__ import annotations

import html
import re
from typing import Literal

import msgspec

from calltaker.regions.surroundings import INDONESIA, Box, Surroundings
from calltaker.regions.tile_data import TileFormat

MAX_ZOOM = 22
SAMPLES = 24
"""So many tiles of a file are read right through."""
OSM_WORDS = "openstreetmap"
_MAX_ATTRIBUTION_CHARS = 200


class MapFacts(msgspec.Struct, frozen=True, kw_only=True):
    """`box` None = the file does not say what it shows. `tiles` is how many there are, 0 = nobody counted."""

    format: TileFormat
    min_zoom: int
    max_zoom: int
    box: Box | None = None
    tiles: int = 0
    attribution: str = ""

    @property
    def kind(self) -> Literal["raster", "vector"]:
        return "vector" if self.format == "pbf" else "raster"


def objection(facts: MapFacts) -> str:
    """Return why the map cannot be used; "" = it can."""
    if not 0 <= facts.min_zoom <= facts.max_zoom <= MAX_ZOOM:
        return f"its zoom levels {facts.min_zoom} to {facts.max_zoom} make no sense"
    if facts.box is None:
        return ""
    south, west, north, east = facts.box
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        return f"its borders make no sense: {west:g}, {south:g}, {east:g}, {north:g}"
    if not _touch(facts.box, INDONESIA):
        return f"it shows {west:g}, {south:g} to {east:g}, {north:g}, which is not in Indonesia"
    return ""


def remark(facts: MapFacts, surroundings: Surroundings) -> str:
    """Return what a person should know of a map that can be used."""
    if facts.box is None:
        return "the map does not say which area it shows; look at it after the import"
    if surroundings.home is not None and not _touch(facts.box, surroundings.home):
        return "the map shows nothing of the centre's own region"
    return ""


def plain_attribution(text: str) -> str:
    """Return an attribution without the links that web maps put into it."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", text)).split())[:_MAX_ATTRIBUTION_CHARS]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
