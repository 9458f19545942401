"""The projection: there and back, true lengths, views that stay on the world."""

from __future__ import annotations

import math

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from calltaker.views.map.mercator import CIRCLE_SHARE, MAX_ZOOM, MIN_ZOOM, Viewport, lat_lon_of, metres_per_px, world_of

lats = st.floats(-84, 84)
lons = st.floats(-180, 180)
zooms = st.integers(MIN_ZOOM, MAX_ZOOM)


@given(lat=lats, lon=lons)
def test_there_and_back(lat, lon):
    assert lat_lon_of(*world_of(lat, lon)) == pytest.approx((lat, lon), abs=1e-9)


def test_the_published_example():
    """IOGP guidance note 7-2, Popular Visualisation Pseudo Mercator: 24°22'54.433"N 100°20'W."""
    x, y = world_of(24 + 22 / 60 + 54.433 / 3600, -(100 + 20 / 60))
    circumference_m = 2 * math.pi * 6_378_137.0
    assert ((x - 0.5) * circumference_m, (0.5 - y) * circumference_m) == pytest.approx((-11_169_055.58, 2_800_000.00), abs=0.01)


@given(lat=st.floats(-80, 80), zoom=zooms)
def test_a_pixel_is_as_long_as_the_ellipsoid_says(lat, zoom):
    """Against the geodesic between two points one thousandth of a degree apart on the same latitude."""
    degrees = 0.001
    true_m = Geodesic.WGS84.Inverse(lat, 0, lat, degrees)["s12"]
    pixels = (world_of(lat, degrees)[0] - world_of(lat, 0)[0]) * 512 * 2**zoom
    assert metres_per_px(lat, zoom) * pixels == pytest.approx(true_m, rel=1e-6)


@given(lat=st.floats(-60, 60), lon=st.floats(-179, 179), zoom=zooms, x=st.integers(0, 700), y=st.integers(0, 500))
def test_pixels_there_and_back(lat, lon, zoom, x, y):
    view = Viewport(x=0, y=0, zoom=zoom, width=700, height=500).centred(lat, lon)
    assert view.to_px(*view.to_lat_lon(x, y)) == pytest.approx((x, y), abs=1e-3)


@given(lat=st.floats(-60, 60), lon=st.floats(-170, 170), zoom=st.integers(4, 18), steps=st.sampled_from((-1, 1, 2)))
def test_zooming_keeps_the_point_under_the_mouse(lat, lon, zoom, steps):
    view = Viewport(x=0, y=0, zoom=zoom, width=700, height=500).centred(lat, lon)
    at = (123.0, 456.0)
    before = view.to_lat_lon(*at)
    after = view.zoomed(steps, at)
    assert after.to_px(*before) == pytest.approx(at, abs=1.5)


@given(dx=st.floats(-1e9, 1e9), dy=st.floats(-1e9, 1e9), zoom=zooms)
def test_panning_stays_on_the_world(dx, dy, zoom):
    view = Viewport(x=0.5, y=0.5, zoom=zoom).panned(dx, dy)
    assert 0 <= view.x <= 1
    assert 0 <= view.y <= 1


def test_a_box_is_seen_whole_and_as_near_as_can_be():
    box = (-7.54, 112.56, -7.26, 112.84)
    view = Viewport(x=0, y=0, zoom=3, width=700, height=500).fitted(box)
    corners = [view.to_px(lat, lon) for lat in (box[0], box[2]) for lon in (box[1], box[3])]
    assert all(view.holds(x, y) for x, y in corners)
    nearer = view.zoomed(1)
    assert not all(nearer.holds(*nearer.to_px(lat, lon)) for lat in (box[0], box[2]) for lon in (box[1], box[3]))


@pytest.mark.parametrize("radius_m", [8.0, 120.0, 5_000.0, 40_000.0])
def test_the_zoom_for_a_radius_shows_the_circle(radius_m):
    view = Viewport(x=0, y=0, zoom=3, width=700, height=500).centred(-7.4, 112.7)
    zoom = view.zoom_for(radius_m)
    assert 2 * radius_m / metres_per_px(-7.4, zoom) <= CIRCLE_SHARE * 500
    assert zoom == MAX_ZOOM or 2 * radius_m / metres_per_px(-7.4, zoom + 1) > CIRCLE_SHARE * 500


def test_tiles_cover_the_view_nearest_first():
    view = Viewport(x=0.8, y=0.52, zoom=12, width=1100, height=800)
    tiles = view.tiles(12)
    left, top = view.origin
    xs, ys = {tile[1] for tile in tiles}, {tile[2] for tile in tiles}
    assert min(xs) * 512 <= left
    assert (max(xs) + 1) * 512 >= left + 1100
    assert min(ys) * 512 <= top
    assert (max(ys) + 1) * 512 >= top + 800
    centre_tile = (12, math.floor(0.8 * 4096), math.floor(0.52 * 4096))
    assert tiles[0] == centre_tile
    assert len(tiles) <= 4 * 3


def test_no_tile_beyond_the_world():
    assert Viewport(x=0, y=0, zoom=3, width=4_000, height=3_000).tiles(3, ring=2)
    assert all(0 <= x < 8 and 0 <= y < 8 for _z, x, y in Viewport(x=0, y=0, zoom=3, width=4_000, height=3_000).tiles(3, ring=2))
