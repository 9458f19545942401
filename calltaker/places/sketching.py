"""The region as the map writes it over its tiles."""

from __future__ import annotations

from calltaker.places.knowledge import Region
from calltaker.places.wire import Border, Label, RegionSketch
from db.gazetteer import SERVICE_KINDS


def sketch(region: Region) -> RegionSketch:
    """Return names, borders and posts of the region; empty when nothing was imported."""
    lookup = region.lookup
    borders = tuple(Border(name=one.name, is_home=one.is_home, rings=one.rings) for one in lookup.borders)
    labels = tuple(Label(text=one.text, lat=one.lat, lon=one.lon, rank=one.rank, kind=one.kind) for one in lookup.labels)
    return RegionSketch(
        name=next((border.name for border in borders if border.is_home), ""),
        box=lookup.box,
        labels=labels,
        borders=borders,
        posts=tuple(place for place in region.places if place.kind in SERVICE_KINDS and place.lat is not None),
        attributions=region.manifest.attributions,
    )
