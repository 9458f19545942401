"""Borders made from village polygons, and how far away they are.

Surveyed village polygons do not meet exactly: between them are slivers and cracks a few metres wide, which are no border of
anything. The outlines that are published for kecamatan and kabupaten are much coarser and do not fit the villages at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from db.geodesy import distance_m
from db.region.geodesic import metres_per_degree

CRACK_M = 50.0
"""Gaps between villages narrower than this are faults of the survey, wider ones (lakes, enclaves) are real."""

_DEGREE_M = 111_320.0
_MITRE: dict[str, Any] = {"join_style": "mitre", "mitre_limit": 2.0}  # keeps the corners of a border where they are


def dissolve(shapes: NDArray[np.object_]) -> Any:
    """Return the union of villages as one (multi)polygon without the slivers and cracks between them."""
    half = CRACK_M / 2 / _DEGREE_M
    union = shapely.union_all(shapes)
    closed = union.buffer(half, **_MITRE).buffer(-half, **_MITRE)
    parts = shapely.get_parts(shapely.union(union, closed))
    return shapely.union_all([_without_cracks(part, half) for part in parts])


def _without_cracks(part: Any, half: float) -> Any:
    """Leave out the holes too narrow for a circle of this radius."""
    return shapely.Polygon(part.exterior, [ring for ring in part.interiors if not shapely.Polygon(ring).buffer(-half).is_empty])


class Border:
    """The outline of an area, holes included, ready to be measured to."""

    def __init__(self, area: Any) -> None:
        self.area = area
        shapely.prepare(area)
        starts, ends = _segments(area)
        self._lon, self._lat = starts[:, 0], starts[:, 1]
        self._d_lon, self._d_lat = (ends - starts).T
        self._mid_lat = (starts[:, 1] + ends[:, 1]) / 2

    def covers(self, lat: float, lon: float) -> bool:
        """Whether the point lies in the area or on its border."""
        return bool(shapely.intersects_xy(self.area, lon, lat))

    def is_in_hole(self, lat: float, lon: float) -> bool:
        """Whether the area lies all around the point without covering it."""
        point = shapely.Point(lon, lat)
        return any(shapely.Polygon(ring).covers(point) for part in parts_of(self.area) for ring in part.interiors)

    def distance_m(self, lat: float, lon: float) -> float:
        """Return the distance to the nearest point of the border, from inside or outside, in metres.

        Sides are straight in degrees (RFC 7946 §3.1.1). Which point is nearest is found in a plane with the ellipsoid's radii
        half-way, the distance to it along the ellipsoid: too long by 0.01 % at most."""
        north, east = metres_per_degree((self._mid_lat + lat) / 2)
        along_x, along_y = self._d_lon * east, self._d_lat * north
        to_x, to_y = (lon - self._lon) * east, (lat - self._lat) * north
        length2 = along_x**2 + along_y**2
        share = np.clip((to_x * along_x + to_y * along_y) / np.where(length2 > 0, length2, 1.0), 0.0, 1.0)
        away2 = (to_x - share * along_x) ** 2 + (to_y - share * along_y) ** 2
        row = int(np.argmin(away2))
        at = float(share[row])
        return distance_m(
            lat, lon, float(self._lat[row] + at * self._d_lat[row]), float(self._lon[row] + at * self._d_lon[row])
        )


def parts_of(area: Any) -> Sequence[Any]:
    """Return the polygons of a polygon or multipolygon."""
    parts: Sequence[Any] = shapely.get_parts(area)
    return parts


def rings_of(area: Any, tolerance_deg: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the rings as (lat, lon) corners, the last equal to the first, simplified for drawing and for nothing else."""
    simple = shapely.simplify(area, tolerance_deg, preserve_topology=True)
    return tuple(
        tuple((round(lat, 6), round(lon, 6)) for lon, lat in shapely.get_coordinates(ring).tolist())
        for part in parts_of(simple)
        for ring in (part.exterior, *part.interiors)
    )


def _segments(area: Any) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the sides of all rings as start and end corners (x, y)."""
    corners, ring_of = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(area)), return_index=True)
    is_side = ring_of[1:] == ring_of[:-1]
    return corners[:-1][is_side], corners[1:][is_side]
