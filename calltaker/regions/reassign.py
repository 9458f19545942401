"""Streets and places that were imported before the polygons get their villages from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from calltaker.regions.assign import with_villages
from db.region.folder import PLACES_DIR, Manifest, Source
from db.region.places import file_name, read_places, save_places
from db.region.villages import Villages


def reassign(folder: Path, manifest: Manifest, villages: Villages | None) -> Iterator[tuple[Source, Path, int]]:
    """Write the places of each source again of which one lies in another village than was known; give the source, its file and
    how many they are. A place that no polygon holds keeps what it has. Raises `RegionError`, `OSError`."""
    for source in manifest.sources:
        path = folder / PLACES_DIR / file_name(source.name)
        if source.kind not in {"osm", "places"} or not path.exists():
            continue
        before = read_places(path)
        after = with_villages(before, villages)
        moved = sum(was != now for was, now in zip(before, after, strict=True))
        if moved:
            yield source, save_places(folder, source.name, after), moved
