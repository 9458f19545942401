"""Which village a point lies in, whether that is ours, and what is near when no polygon can say.

Measured on surveyed polygons: the nearest centroid names the wrong village one time in four. So only a polygon that holds the
point ever names a village here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from db.gazetteer.place import AREA_KINDS, Place
from db.region import sketch
from db.region.border import CRACK_M, Border, dissolve
from db.region.nearest import NearPlaces
from db.region.villages import KABKOTA_CHARS, Villages
from db.region.whereabouts import Whereabouts

APPROXIMATE_WITHIN_M = 2_000.0
"""A known place farther away than this says nothing of where somebody is."""


def kabkota_code(code: str) -> str:
    """Return "35.15" for "3515", "35.15" or the code of anything in it. Raises `ValueError`."""
    digits = code.replace(".", "")
    if len(digits) < 4 or not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"not the code of a kabupaten or kota: {code!r}")
    return f"{digits[:2]}.{digits[2:4]}"


class Lookup:
    """`villages` as imported (home and neighbours together), None = none; `home_code` is the Kemendagri code of the centre's
    own kabupaten or kota; `places` are the named places for the "about" line. The border is made when first needed:
    `prepare` does it ahead of the first caller."""

    def __init__(self, villages: Villages | None, home_code: str, places: Sequence[Place] = ()) -> None:
        self._villages = villages if villages is not None and len(villages) else None
        self._home_code = kabkota_code(home_code)
        self._places = NearPlaces(place for place in places if place.kind not in AREA_KINDS)
        if self._villages is not None:
            shapes = self._villages.shapes
            self._tree = shapely.STRtree(shapes)
            self._areas: NDArray[np.float64] = shapely.area(shapes)

    def prepare(self) -> None:
        """Do what the first question would have to wait for."""
        self.at(0.0, 0.0)

    def at(self, lat: float, lon: float) -> Whereabouts:
        """Return what is known of a point in WGS 84 degrees. Raises `ValueError` for what is no point on Earth."""
        if not (-90.0 <= lat <= 90.0 and -180.0 <= lon <= 180.0):
            raise ValueError(f"no point on Earth: lat {lat}, lon {lon}")
        border = self._home_border
        border_m = border.distance_m(lat, lon) if border is not None else None
        row = self._row_at(lat, lon)
        villages = self._villages
        if villages is None or row is None:
            is_home = None if border is None or border_m is None else _is_home(border, border_m, lat, lon)
            words = self._approximate(lat, lon)
            return Whereabouts(lat=lat, lon=lon, is_home=is_home, approximate=words, border_m=border_m)
        code = villages.codes[row]
        return Whereabouts(
            lat=lat,
            lon=lon,
            is_exact=True,
            is_home=code[:KABKOTA_CHARS] == self._home_code,
            village_code=code,
            village=villages.names[row],
            kecamatan=villages.kecamatan[row],
            kabkota=villages.kabkota[row],
            kabkota_code=code[:KABKOTA_CHARS],
            border_m=border_m,
        )

    @cached_property
    def box(self) -> tuple[float, float, float, float] | None:
        """South, west, north, east of the home region, of everything when it has no polygons; None without any."""
        if self._villages is None:
            return None
        west, south, east, north = shapely.total_bounds(self._villages.shapes[self._home_rows or slice(None)]).tolist()
        return south, west, north, east

    @cached_property
    def borders(self) -> tuple[sketch.Outline, ...]:
        """The outlines of the home region and of the imported neighbours at its border, for drawing only. Made once, with the
        labels half a second's work for a large region: nobody who waits for an answer may ask for them."""
        return sketch.outlines(self._drawn, self._home_code, self._areas_drawn) if self._drawn is not None else ()

    @cached_property
    def labels(self) -> tuple[sketch.Label, ...]:
        """The names of the areas drawn, each at a point inside its polygon."""
        return sketch.labels(self._drawn, self._areas_drawn) if self._drawn is not None else ()

    @cached_property
    def _home_rows(self) -> list[int]:
        codes = self._villages.codes if self._villages is not None else ()
        return [row for row, code in enumerate(codes) if code[:KABKOTA_CHARS] == self._home_code]

    @cached_property
    def _home_border(self) -> Border | None:
        if self._villages is None or not self._home_rows:
            return None
        return Border(dissolve(self._villages.shapes[self._home_rows]))

    @cached_property
    def _drawn(self) -> Villages | None:
        """Home and its neighbours: a file of the whole country is not drawn as a whole."""
        return sketch.around_home(self._villages, self._home_code) if self._villages is not None else None

    @cached_property
    def _areas_drawn(self) -> dict[str, Any]:
        home = self._home_border.area if self._home_border is not None else None
        return sketch.areas(self._drawn, self._home_code, home) if self._drawn is not None else {}

    def _row_at(self, lat: float, lon: float) -> int | None:
        """Return the village that holds the point. Where polygons touch or overlap: one of the home region first, then the
        smaller one (an enclave drawn over its surroundings), then the lower code, so that the answer is always the same."""
        if self._villages is None:
            return None
        rows: list[int] = self._tree.query(shapely.Point(lon, lat), predicate="intersects").tolist()
        if len(rows) < 2:
            return rows[0] if rows else None
        codes = self._villages.codes
        return min(rows, key=lambda row: (not codes[row].startswith(self._home_code), self._areas[row], codes[row]))

    def _approximate(self, lat: float, lon: float) -> str:
        near = self._places.nearest(lat, lon)
        if not near or near[0].distance_m is None or near[0].distance_m > APPROXIMATE_WITHIN_M:
            return ""
        return f"{near[0].name}, {plain_distance(near[0].distance_m)}"


def plain_distance(distance_m: float) -> str:
    """Return a distance as it is said: "240 m", "1350 m", "12 km". No decimals: languages differ in the sign before them."""
    if distance_m < 100:
        return f"{distance_m:.0f} m"
    return f"{round(distance_m, -1):.0f} m" if distance_m < 10_000 else f"{distance_m / 1000:.0f} km"


def _is_home(border: Border, border_m: float, lat: float, lon: float) -> bool | None:
    """Decide for a point in no village: a crack between home villages is home, the far side of the border is not, and at its
    very edge or in a hole (a lake? an enclave?) nobody can say."""
    if border.covers(lat, lon):
        return True
    return None if border_m <= CRACK_M or border.is_in_hole(lat, lon) else False
