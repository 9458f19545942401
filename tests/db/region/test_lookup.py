"""Point → village: by its polygon or not at all."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import made_up_region
from support.made_up_region import HOME, HOME_CODE, ISLAND, LAKE, NEIGHBOUR, NEIGHBOUR_CODE, ROWS, SEA, inside

from db.gazetteer.place import Place
from db.region.border import CRACK_M
from db.region.geodesic import metres_per_degree
from db.region.lookup import Lookup, kabkota_code, plain_distance
from db.region.villages import Villages

VILLAGES = made_up_region.villages()
LOOKUP = Lookup(VILLAGES, HOME_CODE, made_up_region.places())
SHAPE_OF = dict(zip(VILLAGES.codes, VILLAGES.shapes, strict=True))


@pytest.mark.parametrize("letter", ROWS)
def test_every_village_knows_its_own(letter: str) -> None:
    where = LOOKUP.at(*inside(letter))
    code, village, kecamatan, kabkota = ROWS[letter]
    assert where.is_exact
    assert (where.village_code, where.village, where.kecamatan, where.kabkota) == (code, village, kecamatan, kabkota)
    assert where.kabkota_code == code[:5]
    assert where.is_home is (kabkota == HOME)
    assert where.approximate == ""


def test_an_enclave_is_not_its_surroundings_and_an_island_belongs_to_its_village() -> None:
    assert LOOKUP.at(*inside("E")).village == "Pancuran"
    assert LOOKUP.at(*ISLAND).village == "Pulaukelapa"


points = st.one_of(
    st.tuples(st.floats(-8.0, -7.86), st.floats(110.14, 110.30)),
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
    st.sampled_from([(lat, lon) for shape in VILLAGES.shapes for lon, lat in shapely.get_coordinates(shape).tolist()]),
)


@settings(deadline=None, max_examples=200)
@given(points)
@example(LAKE)
@example(SEA)
@example((0.0, 0.0))
@example((-90.0, 180.0))
def test_no_village_is_named_that_does_not_hold_the_point(point: tuple[float, float]) -> None:
    where = LOOKUP.at(*point)
    if where.is_exact:
        assert SHAPE_OF[where.village_code].intersects(shapely.Point(point[1], point[0]))
        assert where.is_home is where.village_code.startswith(HOME_CODE)
    else:
        assert not any(shape.intersects(shapely.Point(point[1], point[0])) for shape in VILLAGES.shapes)
        assert where.village_code == where.village == where.kecamatan == where.kabkota == where.kabkota_code == ""
    assert where == LOOKUP.at(*point)


def test_a_point_on_a_shared_border_always_has_the_same_answer_whatever_the_order_of_the_file() -> None:
    corners = {
        tuple(corner)
        for one in VILLAGES.shapes
        for other in VILLAGES.shapes
        if one is not other
        for corner in shapely.get_coordinates(one.intersection(other)).tolist()
    }
    backwards = Lookup(VILLAGES.take(range(len(VILLAGES) - 1, -1, -1)), HOME_CODE, made_up_region.places())
    assert len(corners) > 50
    for lon, lat in corners:
        assert LOOKUP.at(lat, lon).village_code == backwards.at(lat, lon).village_code != ""


def test_at_the_border_of_the_region_the_centre_answers_for_itself() -> None:
    shared = SHAPE_OF[ROWS["C"][0]].intersection(SHAPE_OF[ROWS["X"][0]])
    lon, lat = shapely.get_coordinates(shared)[0].tolist()
    assert LOOKUP.at(lat, lon).is_home
    assert Lookup(VILLAGES, NEIGHBOUR_CODE).at(lat, lon).kabkota == NEIGHBOUR


def test_a_village_drawn_over_its_surroundings_wins_over_them() -> None:
    enclave, around = made_up_region.shape("E"), made_up_region.shape("D").union(made_up_region.shape("E"))
    shapes = VILLAGES.shapes.copy()
    shapes[VILLAGES.names.index("Banyubiru")] = around
    sloppy = Lookup(Villages(VILLAGES.codes, VILLAGES.names, VILLAGES.kecamatan, VILLAGES.kabkota, shapes), HOME_CODE)
    assert enclave.within(around)
    assert sloppy.at(*inside("E")).village == "Pancuran"
    assert sloppy.at(*inside("D")).village == "Banyubiru"


def test_without_polygons_words_and_never_a_village() -> None:
    mawar = next(place for place in made_up_region.places() if place.name == "Jalan Mawar")
    assert mawar.lat is not None
    assert mawar.lon is not None
    areas = [Place(code="99.71.01.1002", name="Sukadamai", kind="village", lat=mawar.lat, lon=mawar.lon)]
    where = Lookup(None, HOME_CODE, [*areas, *made_up_region.places()]).at(mawar.lat + 0.001, mawar.lon)
    assert where.approximate == "Jalan Mawar, 110 m"
    assert not where.is_exact
    assert where.is_home is None
    assert where.border_m is None
    assert where.village == where.kecamatan == where.kabkota == ""


def test_nothing_near_says_nothing() -> None:
    assert LOOKUP.at(-6.0, 106.0).approximate == ""
    assert Lookup(None, HOME_CODE).at(*SEA).approximate == ""


def test_just_off_the_shore_nobody_can_say() -> None:
    """30 m into the sea is not another region, and no village either."""
    home = shapely.union_all([shape for code, shape in SHAPE_OF.items() if code.startswith(HOME_CODE)])
    lon, lat = home.bounds[0], float(home.centroid.y)
    edge = home.intersection(shapely.LineString([(lon - 0.1, lat), (lon + 0.1, lat)])).bounds[0]
    _, east = metres_per_degree(lat)
    off = LOOKUP.at(lat, edge - 0.6 * CRACK_M / east)
    assert (off.is_exact, off.is_home, off.village) == (False, None, "")
    assert off.border_m is not None
    assert off.border_m <= CRACK_M
    assert off.approximate
    assert LOOKUP.at(lat, edge - 3 * CRACK_M / east).is_home is False
    assert LOOKUP.at(lat, edge + 0.6 * CRACK_M / east).is_home is True


def test_a_lake_or_an_enclave_without_polygon_is_not_called_outside() -> None:
    where = LOOKUP.at(*LAKE)
    assert (where.is_exact, where.is_home) == (False, None)


def test_outside_is_outside_with_and_without_the_neighbours_polygons() -> None:
    assert LOOKUP.at(*SEA).is_home is False
    alone = Lookup(made_up_region.villages("ABCDEFGIJLHK"), HOME_CODE)
    where = alone.at(*inside("Z"))
    assert (where.is_exact, where.is_home, where.kabkota_code) == (False, False, "")
    assert LOOKUP.at(*inside("Z")).kabkota_code == NEIGHBOUR_CODE


def test_a_region_without_its_own_polygons_knows_its_neighbours_alone() -> None:
    lookup = Lookup(made_up_region.villages("XYZ"), HOME_CODE)
    assert lookup.at(*inside("X")).is_home is False
    assert lookup.at(*inside("X")).border_m is None
    assert lookup.at(*inside("A")).is_home is None


@pytest.mark.parametrize("point", [(91, 0), (0, 181), (float("nan"), 110), (-7, float("inf"))])
def test_no_point_on_earth_is_an_error(point: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no point on Earth"):
        LOOKUP.at(*point)


def test_codes_of_the_home_region_in_every_writing() -> None:
    assert {kabkota_code(code) for code in ("9971", "99.71", "99.71.01.1001")} == {HOME_CODE}
    for code in ("", "99", "99.7", "abcd", "９９７１"):
        with pytest.raises(ValueError, match="kabupaten"):
            kabkota_code(code)


def test_distances_as_they_are_said() -> None:
    said = [plain_distance(metres) for metres in (0.4, 42.4, 99.6, 104.9, 1349, 9994, 10_000, 12_499)]
    assert said == ["0 m", "42 m", "100 m", "100 m", "1350 m", "9990 m", "10 km", "12 km"]


def test_box_outlines_and_labels_of_the_region() -> None:
    south, west, north, east = LOOKUP.box or (0, 0, 0, 0)
    assert (south, west, north, east) == pytest.approx((-7.982, 110.163, -7.878, 110.267), abs=0.001)
    home, neighbour = LOOKUP.borders
    assert (home.name, home.is_home, len(home.rings)) == (HOME, True, 3)  # mainland, lake, island
    assert (neighbour.name, neighbour.is_home, len(neighbour.rings)) == (NEIGHBOUR, False, 1)
    assert all(ring[0] == ring[-1] for outline in (home, neighbour) for ring in outline.rings)
    labels = LOOKUP.labels
    assert [sum(label.rank == rank for label in labels) for rank in (0, 1, 2)] == [2, 5, 15]
    for label in labels:
        where = LOOKUP.at(label.lat, label.lon)
        assert label.text == (where.kabkota, where.kecamatan, where.village)[label.rank]


def test_a_region_far_away_is_found_but_not_drawn() -> None:
    far = made_up_region.villages("X")
    moved = Villages(
        ("99.80.01.2001",), far.names, far.kecamatan, ("Kabupaten Jauh",), shapely.transform(far.shapes, lambda xy: xy + 2)
    )
    lookup = Lookup(VILLAGES.updated(moved), HOME_CODE)
    lat, lon = inside("X")
    assert lookup.at(lat + 2, lon + 2).kabkota == "Kabupaten Jauh"
    assert {outline.name for outline in lookup.borders} == {HOME, NEIGHBOUR}
    assert lookup.box == LOOKUP.box


def test_a_region_of_nothing_has_nothing_to_draw() -> None:
    lookup = Lookup(None, HOME_CODE)
    lookup.prepare()
    assert (lookup.box, lookup.borders, lookup.labels) == (None, (), ())
