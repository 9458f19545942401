"""Which village each of many points lies in, all at once. Only a polygon that holds the point names a village."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray

from db.gazetteer.place import AREA_KINDS, Place
from db.region.villages import Villages

NONE = -1


def rows_of(villages: Villages | None, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the row in `villages` for each point (degrees), `NONE` for a point in none. Where polygons overlap, the smaller
    one has it, then the lower code, as everywhere in the program."""
    rows = np.full(len(lat), NONE, dtype=np.int64)
    if villages is None or not len(villages) or not len(lat):
        return rows
    points, found = shapely.STRtree(villages.shapes).query(shapely.points(lon, lat), predicate="intersects")
    areas = shapely.area(villages.shapes)
    codes = np.array(villages.codes)
    order = np.lexsort((codes[found], areas[found]))[::-1]  # the best one last, so that it is the one that stays
    rows[points[order]] = found[order]
    return rows


def with_villages(places: Sequence[Place], villages: Villages | None) -> list[Place]:
    """Return the places, each that lies in a polygon with the village of that polygon. Others keep what they have."""
    lat = np.array([np.nan if place.lat is None else place.lat for place in places], dtype=np.float64)
    lon = np.array([np.nan if place.lon is None else place.lon for place in places], dtype=np.float64)
    known = np.flatnonzero(~np.isnan(lat))
    done = list(places)
    if villages is None:
        return done
    for index, row in zip(known.tolist(), rows_of(villages, lat[known], lon[known]).tolist(), strict=True):
        if row != NONE and places[index].kind not in AREA_KINDS:
            done[index] = in_village(places[index], villages, row)
    return done


def in_village(place: Place, villages: Villages, row: int) -> Place:
    return msgspec.structs.replace(
        place,
        village=villages.names[row],
        village_code=villages.codes[row],
        kecamatan=villages.kecamatan[row],
        kabkota=villages.kabkota[row],
    )
