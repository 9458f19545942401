"""The index of names of a region, made again from everything that was imported."""

from __future__ import annotations

from pathlib import Path

import shapely

from calltaker.regions.assign import with_villages
from db.gazetteer.place import Place
from db.region.folder import NAMES_FILE
from db.region.places import load_places
from db.region.villages import Villages, load_villages


def rebuild(folder: Path) -> int:
    """Write the index beside the files it is made from and return how many names it has; a region without names has none.
    Raises `RegionError`, `OSError`."""
    from db.gazetteer.build import build_region  # noqa: PLC0415 - only an import that has come so far needs it

    villages = load_villages(folder)
    places = with_villages(load_places(folder), villages) + areas(villages)
    path = folder / NAMES_FILE
    path.unlink(missing_ok=True)
    if places:
        build_region(places, path)
    return len(places)


def areas(villages: Villages | None) -> list[Place]:
    """Return each village as a place, at a point inside of it."""
    if villages is None:
        return []
    points = shapely.get_coordinates(shapely.point_on_surface(villages.shapes)).tolist()
    return [
        Place(
            code=code,
            name=villages.names[row],
            kind="village",
            village=villages.names[row],
            village_code=code,
            kecamatan=villages.kecamatan[row],
            kabkota=villages.kabkota[row],
            lat=round(points[row][1], 6),
            lon=round(points[row][0], 6),
        )
        for row, code in enumerate(villages.codes)
    ]
