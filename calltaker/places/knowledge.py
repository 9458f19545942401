"""What the process of places knows: the centre's home, its region and the index of names. Read from files, never changed;
files that changed make a new one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from calltaker.places.map_names import MapNames
from db.gazetteer import Gazetteer, Place, index_path, open_gazetteer
from db.region.folder import MANIFEST_FILE, NAMES_FILE, Manifest, RegionError, read_manifest
from db.region.lookup import Lookup
from db.region.nearest import NearPlaces
from db.region.places import load_places
from db.region.villages import load_villages

T = TypeVar("T")
_log = logging.getLogger("places")


@dataclass(frozen=True)
class Home:
    """The centre's own regency or city and its neighbours, by Kemendagri code ("3515" or "35.15")."""

    code: str
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True)
class Region:
    """What was imported, or nothing at all. `near` holds `places` ready to be measured, `map_names` those that
    the map names."""

    lookup: Lookup
    near: NearPlaces
    places: Sequence[Place] = ()
    manifest: Manifest = field(default_factory=Manifest)
    map_names: MapNames = field(default_factory=lambda: MapNames(()))

    @property
    def middle(self) -> tuple[float, float] | None:
        """The middle of the region (latitude, longitude in degrees), `None` when nothing was imported."""
        box = self.lookup.box
        return None if box is None else ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


@dataclass(frozen=True)
class Knowledge:
    """`names` is `None` as long as there is no index of names."""

    home: Home
    region: Region
    names: Gazetteer | None = None


def load_region(folder: Path, home: Home) -> Region:
    """Return the region of a folder. A layer that cannot be read is logged and left out; it takes no other one along."""
    villages = _read_or_none(lambda: load_villages(folder))
    places = _read_or_none(lambda: load_places(folder)) or []
    manifest = _read_or_none(lambda: read_manifest(folder)) or Manifest()
    lookup = Lookup(villages, home.code, places)
    lookup.prepare()
    return Region(lookup, NearPlaces(places), places, manifest, MapNames(places))


def load_names(folder: Path) -> Gazetteer:
    """Return the index of names, the region's part included when there is one that can be used. Raises `OSError`."""
    region = folder / NAMES_FILE
    return open_gazetteer(index_path(), region if region.exists() else None)


def stamp(folder: Path) -> tuple[int, ...]:
    """Return figures that change when the region is imported again."""
    return tuple(_modified_ns(folder / name) for name in (MANIFEST_FILE, NAMES_FILE))


def _modified_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _read_or_none(read: Callable[[], T]) -> T | None:
    try:
        return read()
    except (RegionError, OSError):
        _log.exception("a part of the region cannot be used")
        return None
