"""Dissolving villages and measuring to the border, beside plain sums."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
import shapely
from support import made_up_region

from db.geodesy import distance_m
from db.region.border import CRACK_M, Border, dissolve, rings_of
from db.region.geodesic import metres_per_degree

HOME = made_up_region.villages("ABCDEFGIJLHK")
DEGREE_M = 111_000


def cut(shape: object, width_m: float) -> object:
    """Return the shape with a gap of this width through it from side to side."""
    west, south, east, north = shapely.bounds(shape)
    middle, half = (south + north) / 2, width_m / DEGREE_M / 2
    gap = shapely.box(west - 1, middle - half, east + 1, middle + half)
    return shapely.difference(shape, gap)


def as_array(shapes: list[object]) -> np.ndarray:
    array = np.empty(len(shapes), dtype=object)
    array[:] = shapes
    return array


def test_villages_that_fit_dissolve_to_their_union() -> None:
    union, dissolved = shapely.union_all(HOME.shapes), dissolve(HOME.shapes)
    assert dissolved.symmetric_difference(union).area * DEGREE_M**2 < 20  # the tips of notches, of 100 km²
    assert sorted(len(part.interiors) for part in shapely.get_parts(dissolved)) == [0, 1]  # island, mainland with its lake
    assert shapely.is_valid(dissolved)


@pytest.mark.parametrize(("width_m", "is_closed"), [(3, True), (20, True), (70, False), (200, False)])
def test_cracks_close_and_rivers_stay(width_m: float, is_closed: bool) -> None:
    block = shapely.box(110.0, -7.02, 110.04, -7.0)
    dissolved = dissolve(as_array([cut(block, width_m)]))
    assert (len(shapely.get_parts(dissolved)) == 1) is is_closed
    if is_closed:
        assert dissolved.symmetric_difference(block).area * DEGREE_M**2 < width_m * CRACK_M


def test_slivers_inside_vanish_and_lakes_stay() -> None:
    sliver = shapely.box(110.01, -7.0101, 110.02, -7.01)  # 11 m high, 1.1 km long
    lake = shapely.box(110.03, -7.015, 110.035, -7.01)
    block = shapely.box(110.0, -7.02, 110.04, -7.0)
    dissolved = dissolve(as_array([block.difference(sliver).difference(lake)]))
    assert len(dissolved.interiors) == 1
    assert shapely.Polygon(dissolved.interiors[0]).symmetric_difference(lake).area * DEGREE_M**2 < 1


def test_the_distance_to_the_border_is_the_geodesic_one() -> None:
    """Beside the smallest geodesic distance to points set every 10 m along all rings."""
    border = Border(dissolve(HOME.shapes))
    dense = shapely.get_coordinates(shapely.segmentize(border.area, 10 / DEGREE_M))
    randomness = random.Random(112)
    for _ in range(40):
        lat, lon = randomness.uniform(-8.2, -7.7), randomness.uniform(110.0, 110.5)
        north, east = metres_per_degree(lat)
        rough = np.hypot((dense[:, 1] - lat) * north, (dense[:, 0] - lon) * east)
        near = dense[rough <= rough.min() * 1.01 + 20]
        sampled_m = min(distance_m(lat, lon, y, x) for x, y in near.tolist())
        # The nearest of points 10 m apart is at most this much farther than the nearest point of the line.
        assert border.distance_m(lat, lon) <= sampled_m * 1.0001
        assert border.distance_m(lat, lon) >= math.sqrt(max(sampled_m**2 - 6**2, 0)) * 0.9999


@pytest.mark.parametrize("lat", [-10.9, -7.9, 0.0, 5.9, 60.0])
def test_metres_of_a_degree_are_those_of_the_ellipsoid(lat: float) -> None:
    north, east = metres_per_degree(lat)
    step = 1e-4
    assert distance_m(lat - step / 2, 110, lat + step / 2, 110) == pytest.approx(north * step, rel=1e-7)
    assert distance_m(lat, 110, lat, 110 + step) == pytest.approx(east * step, rel=1e-7)


def test_rings_for_drawing_are_few_and_closed() -> None:
    rings = rings_of(dissolve(HOME.shapes), 0.0001)
    assert len(rings) == 3
    assert sum(map(len, rings)) < shapely.get_num_coordinates(HOME.shapes).sum() / 2
    lat, lon = rings[0][0]
    assert -8 < lat < -7.8
    assert 110 < lon < 111
